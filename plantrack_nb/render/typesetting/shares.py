"""How columns of text share a page's width, so that the whole table is as low as it can be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from math import ceil

_STEPS = (0.2, 0.08, 0.03)
"""Parts of the room that a column may give to another one, the large ones tried first."""

_WORTH = 0.98
"""A table that gets no lower than this stays as its author has it."""

_RAGGED = 0.12
"""Of each line so much stays empty at its end: words are not cut to fill it."""


@dataclass(frozen=True, slots=True)
class Block:
    """The text of one cell: its column, its first and last row, how wide its lines are (points)."""

    column: int
    first: int
    last: int
    lines: tuple[float, ...]


def balanced(
    blocks: Sequence[Block], rooms: Mapping[int, float], least: Mapping[int, float]
) -> dict[int, float]:
    """Return the room of each column of text (points) with which all rows together are low.

    Parameters
    ----------
    blocks : sequence of Block
        Every cell of the table; a column without a room keeps each of its lines whole.
    rooms : mapping of int to float
        Where to begin: the points of text that each column has.
    least : mapping of int to float
        What each of them needs at least.
    """
    now, table = {**rooms}, _Table(blocks)
    before = best = table.height(now)
    whole = sum(now.values())
    for step in _STEPS:
        while True:
            tried = (
                (table.height(other), other)
                for other in _moved(now, step * whole)
                if all(other[at] >= least[at] for at in other)
            )
            low, other = min(tried, key=lambda one: one[0], default=(best, now))
            if low >= best:
                break
            best, now = low, other
    return now if best <= _WORTH * before else {**rooms}


def _moved(rooms: Mapping[int, float], points: float) -> Iterator[dict[int, float]]:
    for giver, taker in permutations(rooms, 2):
        yield {**rooms, giver: rooms[giver] - points, taker: rooms[taker] + points}


class _Table:
    """The blocks of a table by the row where they end, and the lines of each at some room."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = sorted(blocks, key=lambda one: one.last)
        self._lines: dict[tuple[int, float], list[int]] = {}
        self._own: dict[int, list[Block]] = {}
        for one in self._blocks:
            self._own.setdefault(one.column, []).append(one)

    def height(self, rooms: Mapping[int, float]) -> int:
        """Count the lines of all rows; a cell over several rows lengthens its last one."""
        lines = {at: iter(self._counted(at, rooms.get(at, 0.0))) for at in self._own}
        ends = [0]
        for one in self._blocks:
            ends += [ends[-1] + 1] * (one.last + 2 - len(ends))
            reaches = ends[one.first] + next(lines[one.column])
            ends[one.last + 1] = max(ends[one.last + 1], reaches)
        return ends[-1]

    def _counted(self, column: int, room: float) -> list[int]:
        found = self._lines.get((column, room))
        if found is None:
            each = room * (1 - _RAGGED)
            found = [_count(one.lines, each) for one in self._own[column]]
            self._lines[column, room] = found
        return found


def _count(lines: Sequence[float], room: float) -> int:
    if room <= 0:
        return max(len(lines), 1)
    return sum(max(ceil(one / room), 1) for one in lines) or 1
