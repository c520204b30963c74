"""A finding: one proved or likely fault, with a name that lasts from round to round."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.json_text import Json, indented
from plantrack_nb.core.language import say
from plantrack_nb.core.provenance import SourceRef


class Severity(StrEnum):
    """How sure and how serious a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Order of weight: 0 for an error, 2 for an information."""
        return list(Severity).index(self)


SEVERITY_TH: Mapping[Severity, str] = MappingProxyType(
    {
        Severity.ERROR: "ต้องแก้ไข",
        Severity.WARNING: "ควรตรวจสอบ",
        Severity.INFO: "เพื่อทราบ",
    }
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a round's tables.

    Parameters
    ----------
    table, row, column : str
        Its place; the row by its lasting name (:func:`core.records.row_names`).
    """

    table: str
    row: str
    column: str


@dataclass(frozen=True)
class Finding:
    """One fault that can be proved, or is likely enough to ask about.

    Parameters
    ----------
    rule : str
        Code of the rule that found it, e.g. ``"amount-percent"``.
    subject : str
        What it is about, as keys that do not change when rows move, e.g. ``"6.7/line 1"``.
    severity : Severity
        ``error`` is provably wrong; ``warning`` likely wrong; ``info`` worth knowing.
    project_no : str
        The project concerned, or ``""`` when it concerns the whole document.
    message : str
        One Thai sentence for the owner of the figure.
    expected, found : str
        The value that would agree with the rest, and the value that stands there.
    hint : str
        What to do, or which single change would make several figures agree.
    cells : tuple of Cell
        The values in doubt, of which one at least is wrong: whoever answers for them is asked.
        Empty where no single value is meant.
    beside : tuple of Cell
        The values that those are held against.
    refs : tuple of SourceRef
        Where all of them stand in the source, those in doubt first, with the words meant.
    because_of : str
        Id of the finer finding that explains this one, or ``""``.
    waived : str
        The reason given in the waiver register, or ``""``.
    district : str
        Which district's round it was found in, where several are checked together.
    """

    rule: str
    subject: str
    severity: Severity
    message: str
    project_no: str = ""
    expected: str = ""
    found: str = ""
    hint: str = ""
    cells: tuple[Cell, ...] = ()
    beside: tuple[Cell, ...] = ()
    refs: tuple[SourceRef, ...] = ()
    because_of: str = ""
    waived: str = ""
    district: str = ""

    @property
    def id(self) -> str:
        """Lasting name: the rule's code and a short digest of the subject."""
        return _named(self.rule, self.subject)


@dataclass(frozen=True)
class Agreement:
    """A printed figure that was recomputed and is right, so that trust can grow.

    Parameters
    ----------
    where, what : str
        Where the document prints it and what it says (Thai).
    printed, computed : str
        The figure as printed and as recomputed; rounding apart they are one.
    ref : SourceRef
        Where it stands.
    district : str
        Which district's round it stands in.
    """

    where: str
    what: str
    printed: str
    computed: str
    ref: SourceRef
    district: str = ""


def to_json(findings: Iterable[Finding]) -> str:
    """Write findings as a JSON array, one object a finding, stable in order and spelling."""
    return indented([_as_dict(one) for one in findings]) + "\n"


def from_json(text: str) -> list[Finding]:
    """Read what :func:`to_json` wrote."""
    return [*_parsed(text)]


def read_findings(path: Path) -> list[Finding]:
    """Read a file that :func:`to_json` gave the text of.

    Raises
    ------
    SourceError
        The file is missing or holds no findings.
    """
    try:
        return from_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError, KeyError, AssertionError) as error:
        raise SourceError(
            say("อ่านข้อตรวจพบของรอบไม่ได้", "The findings of the round cannot be read."),
            where=str(path),
            why=str(error),
            hint=say(
                "รันสมุดงาน 02_check (หรือสั่ง plantrack run) ของรอบนี้ก่อน",
                "Run the notebook 02_check (or 'plantrack run') for this round first.",
            ),
        ) from error


def worst(findings: Sequence[Finding]) -> Severity | None:
    """Return the heaviest severity among findings that nobody has waived."""
    open_ones = [one.severity for one in findings if not one.waived]
    return min(open_ones, key=lambda severity: severity.rank, default=None)


@lru_cache(maxsize=4096)
def _named(rule: str, subject: str) -> str:
    digest = hashlib.blake2s(f"{rule}|{subject}".encode(), digest_size=4)
    return f"{rule}-{digest.hexdigest()}"


@lru_cache(maxsize=2)
def _parsed(text: str) -> tuple[Finding, ...]:
    """Read a text once: a round's findings are asked for by its report and by its ledger."""
    return tuple(_from_dict(one) for one in json.loads(text))


def _as_dict(one: Finding) -> dict[str, Json]:
    records = {
        name: [_plain(each) for each in getattr(one, name)] for name in ("cells", "beside", "refs")
    }
    return {"id": one.id, **_plain(one), "severity": one.severity.value, **records}


def _plain(record: object) -> dict[str, Any]:
    return {name: getattr(record, name) for name in _names(type(record))}  # type: ignore[arg-type]  # a stub takes no type for hashable


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))


def _from_dict(record: dict[str, object]) -> Finding:
    fields = {key: value for key, value in record.items() if key != "id"}
    severity = Severity(str(fields.pop("severity")))
    refs = tuple(SourceRef(**one) for one in _listed(fields.pop("refs", [])))
    cells = tuple(Cell(**one) for one in _listed(fields.pop("cells", [])))
    beside = tuple(Cell(**one) for one in _listed(fields.pop("beside", [])))
    texts = {key: str(value) for key, value in fields.items()}
    return Finding(severity=severity, refs=refs, cells=cells, beside=beside, **texts)


def _listed(value: object) -> list[dict[str, str]]:
    assert isinstance(value, list)
    return value
