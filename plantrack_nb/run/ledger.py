"""What became of each district's round, one JSON file a district, written whole."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from plantrack_nb.core.files import write_text
from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.run.fingerprint import digest
from plantrack_nb.run.notebook import Format
from plantrack_nb.run.outcome import Outcome, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

LEDGER = "ledger.json"


@dataclass(frozen=True)
class Record:
    """One district's entry.

    Parameters
    ----------
    district, fiscal_year, quarter : str, int, int
        The round.
    state : State
        What became of it, never ``unchanged``: that is found, not written.
    office : str
        What the office is called.
    source, register : str
        File it was read from, and register its office stands in (``""``: the project's own);
        inside the project, relative to it.
    shows_persons : bool
        Whether its report names officers; taken for true where nobody says otherwise.
    letter : mapping of str to str or bool
        Further parameters of its report.
    findings : mapping of str to int
        How many are open, by severity.
    notebooks : mapping of str to str
        What became of each notebook: ``done``, ``failed`` or ``not_run``.
    fingerprint : str
        What the outputs depend on, together.
    depends : mapping of str to str
        The same one by one, so that a person can be told what has changed.
    outputs : mapping of str to str
        Digest of each file made, by its path inside the district's folder.
    stamps : mapping of str to str
        Size and time of each, so that a file nobody touched need not be read again.
    error, kept : str
        Why it failed, and the executed notebook that was kept.
    ended : str
        When, as ISO text; for people, nothing is decided by it.
    seconds : float
        Time it took.
    versions : mapping of str to str
        What made it.
    """

    district: str
    fiscal_year: int
    quarter: int
    state: State
    office: str = ""
    source: str = ""
    register: str = ""
    shows_persons: bool = True
    letter: Mapping[str, str | bool] = field(default_factory=dict)
    findings: Mapping[str, int] = field(default_factory=dict)
    notebooks: Mapping[str, str] = field(default_factory=dict)
    fingerprint: str = ""
    depends: Mapping[str, str] = field(default_factory=dict)
    outputs: Mapping[str, str] = field(default_factory=dict)
    stamps: Mapping[str, str] = field(default_factory=dict)
    error: str = ""
    kept: str = ""
    ended: str = ""
    seconds: float = 0.0
    versions: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> RoundKey:
        """The round."""
        return RoundKey(self.district, self.fiscal_year, self.quarter)

    @property
    def reports(self) -> dict[str, str]:
        """Path of each report inside the district's folder, by its format, HTML first."""
        named = {one.value: f"report.{one}" for one in Format}
        return {one: path for one, path in named.items() if path in self.outputs}


def write_record(folder: Path, record: Record) -> None:
    """Write a district's entry into its folder."""
    write_text(folder / LEDGER, json.dumps(asdict(record), ensure_ascii=False, indent=1) + "\n")


def read_record(folder: Path) -> Record | None:
    """Read a district's entry; a damaged one counts as none, so that the round is made again."""
    try:
        fields = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
        return Record(**{**fields, "state": State(fields["state"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def read_all(out: Path) -> Iterator[Record]:
    """Read the entries of all districts below an output folder, in order of their paths."""
    for path in sorted(out.glob(f"*/q*/*/{LEDGER}")):
        if record := read_record(path.parent):
            yield record


def damaged_ledgers(out: Path) -> list[Path]:
    """List the entries below an output folder that cannot be read."""
    found = sorted(out.glob(f"*/q*/*/{LEDGER}"))
    return [path for path in found if read_record(path.parent) is None]


def unchanged(folder: Path, fingerprint: str) -> Outcome | None:
    """Return the outcome of a round that need not be made again: same inputs, outputs whole."""
    record = read_record(folder)
    if record is None or record.fingerprint != fingerprint:
        return None
    if record.state not in {State.DONE, State.FINDINGS}:
        return None
    if not record.outputs or damaged(folder, record):
        return None
    counts = {Severity(name): count for name, count in record.findings.items()}
    made = tuple(folder / name for name in record.outputs)
    return Outcome(record.key, State.UNCHANGED, counts, made)


def damaged(folder: Path, record: Record) -> list[str]:
    """List the outputs that are no longer as they were made, by their paths in ``folder``."""
    return [
        name
        for name, known in record.outputs.items()
        if stamp(folder / name) != record.stamps.get(name) and digest(folder / name) != known
    ]


def stamp(path: Path) -> str:
    """Tell a file's state without reading it: its size and the time of its last change."""
    try:
        state = path.stat()
    except OSError:
        return ""
    return f"{state.st_size} {state.st_mtime_ns}"
