"""Tables as their rules draw them: every box that lines close on all sides is a cell.

Lines that touch make one table. Where lines stick out beyond the last one across them, as at the
foot of a page that cuts a row in two, the table is taken to go on to their ends.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from plantrack_nb.containers.grid import Box
from plantrack_nb.containers.pdf.drawn.glyphs import Rule

# All in points.
_SNAP = 2.5  # lines so near are one: a double line, a bar drawn in pieces
_BROKEN = 3.5  # gap in a dotted or pieced line
_SHORTEST = 5.0
_TOUCH = 3.0
_BEYOND = 6.0
_MOST_FIELDS = 20_000  # between lines; more are a drawing
_COVERED = 0.6  # share of a side that a line must cover to close it


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell's first row and column (from 0), how many it takes, and its box on the page."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box


@dataclass(frozen=True)
class RuledTable:
    """A table's lines and its cells, and which cell each field between lines belongs to."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[RuledCell, ...]
    fields: dict[tuple[int, int], int] = field(default_factory=dict)

    @property
    def box(self) -> Box:
        """Its outermost lines."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def at(self, x: float, y: float) -> int | None:
        """Return the index of the cell at a point, None when it is in none."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        return self.fields.get((row, column))


def ruled_tables(rules: Iterable[Rule]) -> list[RuledTable]:
    """Find the tables of a page, from top to bottom; boxes of a single column are none."""
    level, upright = _whole(rules, upright=False), _whole(rules, upright=True)
    found = []
    for flat, tall in _touching(level, upright):
        table = _table(flat, tall)
        if table is not None:
            found.append(table)
    return sorted(_outermost(found), key=lambda one: (one.box[1], one.box[0]))


# --- lines from pieces


def _whole(rules: Iterable[Rule], *, upright: bool) -> list[Rule]:
    """Join the pieces of one direction to whole lines."""
    own = sorted((one for one in rules if one.upright is upright), key=lambda one: one.at)
    made: list[Rule] = []
    for near in _near(own):
        made += _joined(near, upright)
    return [one for one in made if one.last - one.first >= _SHORTEST]


def _near(own: Sequence[Rule]) -> Iterator[list[Rule]]:
    group: list[Rule] = []
    for one in own:
        if group and (one.at - group[-1].at > _SNAP or one.at - group[0].at > 2 * _SNAP):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _joined(near: Sequence[Rule], upright: bool) -> Iterator[Rule]:
    pieces = sorted(near, key=lambda one: one.first)
    run: list[Rule] = []
    last = 0.0
    for one in pieces:
        if run and one.first > last + _BROKEN:
            yield _one(run, last, upright)
            run = []
        last = max(last, one.last) if run else one.last
        run.append(one)
    if run:
        yield _one(run, last, upright)


def _one(run: Sequence[Rule], last: float, upright: bool) -> Rule:
    weights = [one.last - one.first + 0.01 for one in run]
    at = sum(one.at * weight for one, weight in zip(run, weights, strict=True)) / sum(weights)
    return Rule(upright, at, run[0].first, last)


# --- lines that touch


def _touching(
    level: Sequence[Rule], upright: Sequence[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield groups of lines that hold together."""
    parents = list(range(len(level) + len(upright)))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    places = [one.at for one in upright]  # sorted, as _whole gives them
    order = sorted(range(len(upright)), key=places.__getitem__)
    sorted_places = [places[at] for at in order]
    for number, flat in enumerate(level):
        first = bisect_left(sorted_places, flat.first - _TOUCH)
        last = bisect_right(sorted_places, flat.last + _TOUCH)
        for at in order[first:last]:
            tall = upright[at]
            if tall.first - _TOUCH <= flat.at <= tall.last + _TOUCH:
                parents[root(number)] = root(len(level) + at)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for number, one in enumerate([*level, *upright]):
        groups[root(number)][1 if one.upright else 0].append(one)
    yield from groups.values()


# --- cells from lines


def _table(level: list[Rule], upright: list[Rule]) -> RuledTable | None:
    if len(level) + len(upright) < 3 or not level or not upright:
        return None
    xs, ys = _places(upright), _places(level)
    xs = _with_ends(level, upright, xs)
    ys = _with_ends(upright, level, ys)
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > _MOST_FIELDS:
        return None
    return _cells(xs, ys, _closed(level, ys, xs), _closed(upright, xs, ys))


def _places(rules: Sequence[Rule]) -> list[float]:
    at = sorted(one.at for one in rules)
    made: list[list[float]] = []
    for place in at:
        if made and place - made[-1][-1] <= _SNAP:
            made[-1].append(place)
        else:
            made.append([place])
    return [sum(near) / len(near) for near in made]


def _with_ends(across: Sequence[Rule], along: list[Rule], ends: list[float]) -> list[float]:
    """Close the sides at which two lines or more stick out: ``along`` gains a line there.

    Returns the places of the lines across which they run, with the new ones.
    """
    for outer, sign in ((min, -1), (max, 1)):
        tips = [one.first if sign < 0 else one.last for one in across]
        far = outer(tips)
        edge = ends[0] if sign < 0 else ends[-1]
        reach = [one for one, tip in zip(across, tips, strict=True) if abs(tip - far) <= _TOUCH]
        if (far - edge) * sign > _BEYOND and len(reach) > 1:
            first, last = min(one.at for one in reach), max(one.at for one in reach)
            along.append(Rule(not across[0].upright, far, first, last))
            ends = sorted([*ends, far])
    return ends


def _closed(
    rules: Iterable[Rule], at: Sequence[float], across: Sequence[float]
) -> set[tuple[int, int]]:
    """Return which sides are closed: (line, field along it)."""
    closed: set[tuple[int, int]] = set()
    for one in rules:
        line = min(range(len(at)), key=lambda number: abs(at[number] - one.at))
        for number, (first, last) in enumerate(pairwise(across)):
            covered = min(last, one.last) - max(first, one.first)
            if covered >= _COVERED * (last - first):
                closed.add((line, number))
    return closed


def _cells(
    xs: Sequence[float],
    ys: Sequence[float],
    level: set[tuple[int, int]],
    upright: set[tuple[int, int]],
) -> RuledTable | None:
    rows, columns = len(ys) - 1, len(xs) - 1
    owner: dict[tuple[int, int], int] = {}
    cells: list[RuledCell] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in owner:
                continue
            own, open_side = _flood(row, column, (rows, columns), level, upright)
            number = -1 if open_side else len(cells)
            owner |= dict.fromkeys(own, number)
            if not open_side:
                cells.append(_cell(own, xs, ys))
    owner = {place: number for place, number in owner.items() if number >= 0}
    if len(cells) < 2 or len({cell.column for cell in cells}) < 2:
        return None
    return RuledTable(tuple(xs), tuple(ys), tuple(cells), owner)


def _flood(
    row: int,
    column: int,
    size: tuple[int, int],
    level: set[tuple[int, int]],
    upright: set[tuple[int, int]],
) -> tuple[set[tuple[int, int]], bool]:
    """Return the fields that no line parts from this one, and whether a side is open."""
    rows, columns = size
    found, waiting, is_open = {(row, column)}, [(row, column)], False
    while waiting:
        at, across = waiting.pop()
        ways = (
            ((at, across), level, (at - 1, across)),
            ((at + 1, across), level, (at + 1, across)),
            ((across, at), upright, (at, across - 1)),
            ((across + 1, at), upright, (at, across + 1)),
        )
        for side, closed, place in ways:
            if side in closed:
                continue
            if not (0 <= place[0] < rows and 0 <= place[1] < columns):
                is_open = True
            elif place not in found:
                found.add(place)
                waiting.append(place)
    return found, is_open


def _cell(own: set[tuple[int, int]], xs: Sequence[float], ys: Sequence[float]) -> RuledCell:
    rows, columns = [row for row, _ in own], [column for _, column in own]
    top, bottom, left, right = min(rows), max(rows) + 1, min(columns), max(columns) + 1
    return RuledCell(
        top, left, bottom - top, right - left, (xs[left], ys[top], xs[right], ys[bottom])
    )


def _outermost(found: Sequence[RuledTable]) -> list[RuledTable]:
    """Leave out tables inside a cell of another one with at least as many cells."""

    def inside(one: RuledTable, other: RuledTable) -> bool:
        left, top, right, bottom = one.box
        return (
            other.box[0] < left
            and other.box[1] < top
            and right < other.box[2]
            and bottom < other.box[3]
        )

    return [
        one
        for one in found
        if not any(
            inside(one, other) and len(other.cells) >= len(one.cells)
            for other in found
            if other is not one
        )
        and not any(
            inside(other, one) and len(other.cells) > len(one.cells)
            for other in found
            if other is not one
        )
    ]
