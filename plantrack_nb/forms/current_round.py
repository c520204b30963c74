"""A round as it stands now: its tables, what was corrected, and what the rules say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plantrack_nb.check import OfficeFiles, check_round
from plantrack_nb.core.calendar import quarter_end
from plantrack_nb.core.corrections import Correction, corrections_file, read_corrections
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.findings import Finding
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import Round
from plantrack_nb.load import lay_over, read_past, read_reading
from plantrack_nb.load.reading import Reading
from plantrack_nb.measures.places import Places
from plantrack_nb.office.kept_rounds import outputs_of
from plantrack_nb.office.project import round_folders, working, working_folder
from plantrack_nb.year.earlier_rounds import NO_PAST, Past

_RECORD = "reading.json"
_TABLES = f"tables/{_RECORD}"


@dataclass(frozen=True)
class Standing:
    """A round with its corrections laid over it: those, its findings, places, the round before."""

    round: Round
    history: tuple[Correction, ...]
    findings: tuple[Finding, ...]
    places: Places
    past: Past = field(default_factory=dict)


@dataclass(frozen=True)
class Change:
    """Findings that are gone after a change, and those that are new."""

    gone: tuple[Finding, ...]
    new: tuple[Finding, ...]


def round_tables(out: Path) -> list[Path]:
    """Folders of tables in a round's folder, a folder of tables, or all outputs; in order.

    Raises
    ------
    SourceError
        There is none.
    """
    places = (out, out / "tables", working_folder(out) / "tables")
    nearby = [folder for folder in places if (folder / _RECORD).is_file()]
    below = [one for root in (working(out), out) for one in round_folders(root, _TABLES)]
    found = nearby[:1] or [one / "tables" for one in below]
    if not found:
        raise SourceError(
            say("ไม่มีรอบอยู่ที่นี่", "There is no round here."),
            where=str(out),
            hint=say(
                "สั่ง plantrack run ก่อน หรือบอกโฟลเดอร์ที่ plantrack load เขียนไว้",
                "Run 'plantrack run' first, or name the folder that 'plantrack load' wrote.",
            ),
        )
    return found


def standing(tables: Path, params: Path) -> Standing:
    """Read a round's tables, lay its corrections over them, and check it.

    Parameters
    ----------
    tables : Path
        Folder of the tables.
    params : Path
        The project's folder of parameters.

    Raises
    ------
    SourceError, ParameterError, SchemaError
        The tables, the corrections or the office's rules cannot be read.
    """
    reading = read_reading(tables)
    outputs = outputs_of(tables.parent, reading.round.key)
    return standing_of(reading, params, outputs)


def standing_of(reading: Reading, params: Path, outputs: Path | None = None) -> Standing:
    """Lay a reading's corrections over it, and check it; raises as :func:`standing`.

    ``outputs`` is where the round before it may be kept.
    """
    key = reading.round.key
    history = read_corrections(corrections_file(params, key))
    past = NO_PAST if outputs is None else read_past(outputs, key, params)
    return checked(reading.round, history, params, reading.located, past)


def checked(
    loaded: Round,
    history: Sequence[Correction],
    params: Path,
    places: Places,
    past: Past = NO_PAST,
) -> Standing:
    """Lay corrections over a round and check it by its office's rules, on the round's last day."""
    now = lay_over(loaded, history).round
    day = quarter_end(now.key.fiscal_year, now.key.quarter)
    findings = check_round(now.tables, OfficeFiles.of(params), day, places, past)
    return Standing(now, tuple(history), tuple(findings), places, past)


def change(before: Sequence[Finding], after: Sequence[Finding]) -> Change:
    """Compare findings by their lasting ids."""
    old, new = {one.id for one in before}, {one.id for one in after}
    return Change(
        tuple(one for one in before if one.id not in new),
        tuple(one for one in after if one.id not in old),
    )
