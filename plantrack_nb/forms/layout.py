"""What stands where on a sheet of corrections; writer and reader both go by it."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass

from plantrack_nb.core.schema import TABLES, Column, Kind
from plantrack_nb.forms import wording

_LONGEST_TEXT = 32_000  # what a spreadsheet's cell holds, a little less
_NOT_SHOWN = {"persons"}


@dataclass(frozen=True)
class Layout:
    """Columns of one sheet: the row's name, its values, the place, remarks, room for answers."""

    table: str
    shown: tuple[Column, ...]
    asked: tuple[Column, ...]

    @property
    def headings(self) -> list[str]:
        """Headings, left to right."""
        return [
            wording.ROW,
            *(one.title for one in self.shown),
            wording.PLACE,
            wording.REMARKS,
            *(wording.RIGHT + one.title for one in self.asked),
            wording.REASON,
        ]

    @property
    def place(self) -> int:
        """Where the column of places stands, from 0."""
        return len(self.shown) + 1

    @property
    def remarks(self) -> int:
        """Where the column of remarks stands."""
        return self.place + 1

    @property
    def reason(self) -> int:
        """Where the column of reasons stands."""
        return self.remarks + len(self.asked) + 1


def laid_out(table: str, asked: Collection[str]) -> Layout:
    """Lay out a sheet with room for the columns named."""
    own = [one for one in TABLES[table].own_columns if one.name not in _NOT_SHOWN]
    return Layout(table, tuple(own), tuple(one for one in own if one.name in asked))


def shown(column: Column, value: object) -> str | float | None:
    """Write a value as the sheet shows it: the Thai word for a code, ``None`` for no number."""
    if column.kind is not Kind.TEXT:
        number = float(value)  # type: ignore[arg-type]
        return None if math.isnan(number) else number
    text = str(value)
    return (column.allowed or {}).get(text, text)[:_LONGEST_TEXT]
