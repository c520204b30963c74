"""Sheets of any workbook as their files store them: raw values, merged areas, what is hidden.

Each format's reader makes :class:`Sheet`s; :mod:`plantrack_nb.containers.sheets.rows` makes a
grid of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from plantrack_nb.containers.zipcheck import LIMITS, too_wide, unsafe
from plantrack_nb.core.errors import UnsafeSourceError
from plantrack_nb.core.language import say
from plantrack_nb.core.provenance import column_letters

LONGEST_TEXT = 32_767  # characters; Excel's own limit for a cell


class Stored(NamedTuple):
    """A cell as stored: its type letter, style number, value and formula (``None``: has none).

    A tuple, because a file may hold a hundred thousand; a dataclass takes longer to make.
    """

    column: int
    kind: str
    style: int
    value: str
    formula: str | None


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A row with at least one value or formula."""

    number: int
    hidden: bool
    cells: tuple[Stored, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, all bounds included, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """Everything of a sheet that reading a table needs; ``width`` is the last column in use."""

    rows: list[StoredRow] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    width: int = 0

    def add(self, row: StoredRow, path: Path) -> None:
        """Put a row below the others; a sheet larger than any round's is refused."""
        self.rows.append(row)
        self.width = max(self.width, row.cells[-1].column)
        if row.number > LIMITS.rows or self.width > LIMITS.columns:
            raise too_wide(path, f"{column_letters(self.width)}{row.number}")
        if len(self.rows) * self.width > LIMITS.cells:
            raise unsafe(
                path,
                say(
                    f"แผ่นงานหนึ่งมีเกิน {LIMITS.cells:,} เซลล์",
                    f"a sheet has more than {LIMITS.cells:,} cells",
                ),
            )


def too_long(path: Path, where: str) -> UnsafeSourceError:
    """Refuse what no cell can hold."""
    return unsafe(
        path,
        say(
            f"{where}มีเกิน {LONGEST_TEXT:,} อักษร",
            f"{where} holds more than {LONGEST_TEXT:,} characters",
        ),
    )
