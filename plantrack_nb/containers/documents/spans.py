"""Cells over several columns or rows, laid out on a plain grid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spanned(Generic[T]):
    """What a cell holds, and how many columns and rows it takes."""

    content: T
    columns: int = 1
    rows: int = 1


def lay_out(rows: list[list[Spanned[T]]]) -> Iterator[list[T | None]]:
    """Give each cell its first place; the other places it covers are ``None``.

    Rows end with their last cell: no padding, because a row may be shorter in the file too.
    """
    pending: dict[int, int] = {}  # column -> rows still covered from above
    for row in rows:
        places: list[T | None] = []
        below: dict[int, int] = {}
        for cell in row:
            while pending.get(len(places), 0):
                places.append(None)
            for offset in range(cell.columns):
                below[len(places)] = cell.rows - 1
                places.append(cell.content if offset == 0 else None)
        while pending.get(len(places), 0):
            places.append(None)
        pending = {column: left - 1 for column, left in pending.items() if left > 1} | {
            column: left for column, left in below.items() if left
        }
        yield places
