"""Read a round from any file: our workbook, an office's own spreadsheet, or a report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from plantrack_nb.containers import open_grid
from plantrack_nb.core.errors import ParameterError, SourceError
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.load.identify import Identity, identify
from plantrack_nb.load.reading import Reading
from plantrack_nb.load.round_book import is_round_workbook, read_workbook
from plantrack_nb.load.table.interpret import interpret
from plantrack_nb.office.register import Register
from plantrack_nb.office.validation import round_key

_NAMES = {"district": "--district", "fiscal_year": "--year", "quarter": "--quarter"}


@dataclass(frozen=True)
class Wanted:
    """The round a caller asks for; what is None is taken from the document."""

    district: object = None
    fiscal_year: object = None
    quarter: object = None


def read_source(path: Path, register: Register, wanted: Wanted | None = None) -> Reading:
    """Read a file into a round.

    Parameters
    ----------
    path : Path
        A round workbook, or any document with the progress table.
    register : Register
        The areas there are.
    wanted : Wanted, optional
        The round the caller expects; a document that says it is another one is refused.

    Raises
    ------
    SourceError
        The file is missing, damaged, or holds no progress table.
    ParameterError
        The round is not known, or the document reports another one.
    """
    wanted = wanted or Wanted()
    if path.is_file() and is_round_workbook(path):
        reading = read_workbook(path)
        key = reading.round.key
        said = Identity(key.district, key.fiscal_year, key.quarter)
        _agree(path, wanted, said, _key(path, wanted, said, register))
        return reading
    grid = open_grid(path)
    said = identify(grid, register)
    key = _key(path, wanted, said, register)
    _agree(path, wanted, said, key)
    reading = interpret(grid, key)
    if reading.round.projects.empty:
        raise SourceError(
            "No progress table was found in the file.",
            where=path.name,
            why="no row names at least four of its columns (ที่, โครงการ, งบประมาณ, การดำเนินการ, …)",
            hint="Check that it is the right file, or fill in 'plantrack template FILE.xlsx'.",
        )
    return reading


def _key(path: Path, wanted: Wanted, said: Identity, register: Register) -> RoundKey:
    chosen = {
        name: getattr(said, name) if getattr(wanted, name) is None else getattr(wanted, name)
        for name in _NAMES
    }
    unknown = [option for name, option in _NAMES.items() if chosen[name] is None]
    if unknown:
        raise ParameterError(
            "The document does not say which round it is.",
            where=path.name,
            why=f"not found in it: {', '.join(unknown)}",
            hint=f"Add {' and '.join(f'{option} …' for option in unknown)} to the command.",
        )
    return round_key(register=register, **chosen)


def _agree(path: Path, wanted: Wanted, said: Identity, key: RoundKey) -> None:
    differing = [
        f"{option} {getattr(key, name)}, but the document says {getattr(said, name)}"
        for name, option in _NAMES.items()
        if getattr(wanted, name) is not None
        and getattr(said, name) is not None
        and getattr(said, name) != getattr(key, name)
    ]
    if differing:
        raise ParameterError(
            "The document reports another round than the one asked for.",
            where=path.name,
            why="; ".join(differing),
            hint="Give the right file, or leave the option out to take the document's own round.",
        )
