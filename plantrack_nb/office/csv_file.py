"""The CSV files that an office keeps: columns are declared, and one reader holds files to them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.files import opened
from plantrack_nb.core.letters import unseen


@dataclass(frozen=True)
class Line:
    """One row: its cells in the declared order, and where it stands."""

    cells: tuple[str, ...]
    where: str


@dataclass(frozen=True)
class CsvFile:
    """How one of these files must look.

    Parameters
    ----------
    what : str
        What it holds, for messages.
    home : str
        Where the project's own lies.
    columns : tuple of str
        Names that the first row must hold, in any order; further columns are the office's own.
    optional : tuple of str
        Those of them whose cells a row may leave out at its end.
    """

    what: str
    home: str
    columns: tuple[str, ...]
    optional: tuple[str, ...] = ()

    def read(self, path: Path) -> list[Line]:
        """Read the rows, without those that are empty.

        Raises
        ------
        SourceError
            The file cannot be read, lacks a column, or a row has too few or too many cells.
        """
        try:
            with opened(path) as file:
                return [*self._lines(file, path)]
        except OSError as error:
            raise SourceError(
                f"The {self.what} cannot be read.",
                where=str(path),
                why=error.strerror or str(error),
                hint=f"Put it there; the project's own is {self.home}.",
            ) from error
        except (UnicodeDecodeError, csv.Error) as error:
            raise SourceError(
                f"The {self.what} cannot be read as a UTF-8 CSV file.",
                where=str(path),
                why=str(error),
                hint='Save it from the spreadsheet as "CSV UTF-8".',
            ) from error

    def wrong(self, line: Line, why: str, hint: str) -> SourceError:
        """Make the error of a row that is wrong."""
        return SourceError(
            f"A row of the {self.what} is wrong.", where=line.where, why=why, hint=hint
        )

    def _lines(self, file: TextIO, path: Path) -> Iterator[Line]:
        rows = csv.reader(file, strict=True)
        found = [cell.strip() for cell in next(rows, [])]
        if lacking := [name for name in self.columns if name not in found]:
            raise SourceError(
                f"The {self.what} has the wrong columns.",
                where=f"{path}, line 1",
                why=f"no column {', '.join(lacking)}; found: {', '.join(found) or 'nothing'}",
                hint=f"The first line must be: {','.join(self.columns)}.",
            )
        for row in filter(any, rows):
            line = Line(tuple(cell.strip() for cell in row), f"{path}, line {rows.line_num}")
            if odd := next(filter(None, map(unseen, line.cells)), ""):
                hint = "Type that cell anew; text pasted from another program may hold one."
                raise self.wrong(line, f"it holds a character that nobody can see ({odd})", hint)
            yield Line(self._cells(line, found), line.where)

    def _cells(self, line: Line, found: list[str]) -> tuple[str, ...]:
        named = dict(zip(found, line.cells, strict=False))
        whole = all(name in named for name in self.columns if name not in self.optional)
        if not whole or any(line.cells[len(found) :]):
            raise self.wrong(
                line,
                f"{len(line.cells)} cells, not {len(found)}",
                "Put a text that holds a comma between double quotes.",
            )
        return tuple(named.get(name, "") for name in self.columns)
