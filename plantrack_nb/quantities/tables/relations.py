"""Relations between the cells of a table, proposed from its structure.

What a head does not say the rows do: a relation that nearly all rows keep is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import isnan, nan, prod

from plantrack_nb.quantities.tables.heads import Meaning, is_grand, is_mean
from plantrack_nb.quantities.tables.table import Place, Table

_KEPT = 0.6
_LEAST_KEPT = 2
_HALF = 0.005
_WEIGHS = (Meaning.COUNT, Meaning.MONEY, Meaning.TOTAL, Meaning.LEFT)
_ADDED = (Meaning.COUNT, Meaning.MONEY, Meaning.LEFT, Meaning.TOTAL)


@dataclass(frozen=True)
class Statement:
    """What one cell must be by others.

    Parameters
    ----------
    kind : str
        ``"column"``, ``"row"``, ``"left"``, ``"percent"``, ``"product"`` or
        ``"mean"``.
    cell : Place
        The cell that the others make.
    others : tuple of Place
        Those: in a sum the addends, in a difference first what is taken from, in a percent the
        part, then the whole.
    right : float
        What the cell must be.
    holds : bool
        Whether it is.
    """

    kind: str
    cell: Place
    others: tuple[Place, ...]
    right: float
    holds: bool


_Make = Callable[[Table, int, tuple[int, ...]], tuple[float, tuple[Place, ...]]]
_Tells = Callable[[Statement], bool]


def statements(table: Table) -> list[Statement]:
    """Propose what the cells of a table must be, right ones and wrong ones."""
    return [
        *_columns(table),
        *_so_far(table),
        *_rows(table),
        *_lefts(table),
        *_aparts(table),
        *_percents(table),
        *_products(table),
        *_means(table),
    ]


# totals at the foot


def _columns(table: Table) -> Iterator[Statement]:
    for column in table.columns:
        if table.meanings[column] not in _ADDED:
            continue
        begin = 0
        plain: list[Place] = []
        subtotals: list[Place] = []
        for row in table.rows:
            place = (row, column)
            if row not in table.totals:
                plain.append(place)
                continue
            since = [one for one in plain if one[0] >= begin]
            options = [plain, subtotals] if is_grand(table.labels[row]) else [since]
            yield from _sum(table, "column", place, [some for some in options if len(some) > 1])
            subtotals.append(place)
            begin = row + 1


def _so_far(table: Table) -> Iterator[Statement]:
    """Propose that a column grows by another: it holds the sums of all rows so far."""
    for column in table.columns:
        if table.meanings[column] is not Meaning.SO_FAR:
            continue
        added = [at for at in table.columns if table.meanings[at] in _ADDED]
        readings = [list(_grown(table, column, at)) for at in added]
        best = max(readings, key=lambda made: sum(one.holds for one in made), default=[])
        if _is_kept(best):
            yield from best


def _grown(table: Table, column: int, by: int) -> Iterator[Statement]:
    before: list[Place] = []
    for row in table.rows:
        if row not in table.totals:
            before.append((row, by))
        right, cell = table.added(before), (row, column)
        if not isnan(table.at(cell)):
            holds = abs(right - table.at(cell)) < _HALF
            yield Statement("column", cell, tuple(before), right, holds)


def _sum(
    table: Table, kind: str, cell: Place, options: Sequence[Sequence[Place]]
) -> Iterator[Statement]:
    value = table.at(cell)
    if isnan(value) or not options:
        return
    made = [(table.added(some), tuple(some)) for some in options]
    right, others = min(made, key=lambda one: abs(one[0] - value))
    if right or value:
        yield Statement(kind, cell, others, right, abs(right - value) < _HALF)


# totals at the side


def _rows(table: Table) -> Iterator[Statement]:
    for column in table.columns:
        if table.meanings[column] is not Meaning.TOTAL:
            continue
        for group in _groups(table, column):
            made = [
                one
                for row in table.rows
                for one in _sum(table, "row", (row, column), [[(row, at) for at in group]])
            ]
            if _is_kept(made):
                yield from made


def _groups(table: Table, total: int) -> Iterator[list[int]]:
    """Give the columns that may make a total: those under one head, and all of one meaning."""
    spans = table.spans or [""] * len(table.heads)
    usable = [at for at in table.columns if at != total and table.meanings[at] in _ADDED]
    usable = [at for at in usable if table.meanings[at] is not Meaning.TOTAL]
    seen: set[tuple[int, ...]] = set()
    named = {span: [at for at in usable if spans[at] == span] for span in spans if span}
    for some in (*named.values(), [at for at in usable if at < total], usable):
        if len(some) > 1 and tuple(some) not in seen:
            seen.add(tuple(some))
            yield some


# differences and percents


def _lefts(table: Table) -> Iterator[Statement]:
    for column in table.columns:
        if table.meanings[column] is not Meaning.LEFT:
            continue
        before = [at for at in table.columns if at != column and table.meanings[at] in _ADDED]
        pairs = [(whole, spent) for whole in before for spent in before if whole != spent]
        triples = [
            (one, two, three)
            for one in before
            for two, three in combinations(before, 2)
            if one not in (two, three)
        ]
        yield from _best(table, "left", column, [*pairs, *triples], _difference)


def _aparts(table: Table) -> Iterator[Statement]:
    """Propose that a column of differences is that of two others, whichever way it is taken."""
    for column in table.columns:
        if table.meanings[column] is Meaning.APART:
            before = [at for at in table.columns if at < column]
            pairs = [(one, two) for one in before for two in before if one != two]
            yield from _best(table, "left", column, pairs, _difference)
            others = [(at,) for at in before if table.meanings[at] is not Meaning.PERCENT]
            yield from _best(table, "left", column, others, _since)


def _since(table: Table, row: int, some: tuple[int, ...]) -> tuple[float, tuple[Place, ...]]:
    """Take a figure less the one in the row above it: what changed since the year before."""
    if row == 0 or row in table.totals:
        return nan, ()
    places = ((row, some[0]), (row - 1, some[0]))
    return table.at(places[0]) - table.at(places[1]), places


def _products(table: Table) -> Iterator[Statement]:
    """Propose that a column is the product of two before it: pieces × price."""
    for column in table.columns:
        if table.meanings[column] is Meaning.MONEY:
            pairs = [*combinations(range(column), 2)]
            yield from _best(table, "product", column, pairs, _product, tells=_multiplies(table))


def _multiplies(table: Table) -> _Tells:
    """Return a test whether a product tells of a relation: once an amount is just that amount."""
    return lambda one: all(table.at(place) not in (0, 1) for place in one.others)


def _product(table: Table, row: int, some: tuple[int, ...]) -> tuple[float, tuple[Place, ...]]:
    if row in table.totals:
        return nan, ()  # sums of pieces and of prices do not multiply to the sum
    places = tuple((row, at) for at in some)
    return prod(table.at(one) for one in places), places


def _means(table: Table) -> Iterator[Statement]:
    """Propose that the last row is the mean of those above, where nothing else weighs them."""
    foot = len(table.labels) - 1
    weighs = any(one in _WEIGHS for one in table.meanings)
    if foot < _LEAST_KEPT or weighs or not is_mean(table.labels[foot]):
        return
    above = [row for row in range(foot) if row not in table.totals]
    for column in table.columns:
        places = tuple((row, column) for row in above if not isnan(table.at((row, column))))
        cell = (foot, column)
        if len(places) == len(above) and not isnan(table.at(cell)):
            right = table.added(places) / len(places)
            holds = abs(right - table.at(cell)) < table.steps[foot][column]
            yield Statement("mean", cell, places, right, holds)


def _percents(table: Table) -> Iterator[Statement]:
    for column in table.columns:
        if table.meanings[column] is not Meaning.PERCENT:
            continue
        added = [at for at in table.columns if table.meanings[at] is not Meaning.PERCENT]
        pairs = [(part, whole) for part in added for whole in added if part != whole]
        of_total = [(part, part) for part in added]
        yield from _best(table, "percent", column, [*pairs, *of_total], _ratio)


def _best(
    table: Table,
    kind: str,
    column: int,
    options: Sequence[tuple[int, ...]],
    make: _Make,
    *,
    tells: _Tells = lambda _: True,
) -> Iterator[Statement]:
    """Give the reading that most rows keep, if nearly all do, and enough of them tell of it."""
    readings = []
    for some in options:
        made = [
            one for row in table.rows if (one := _stated(table, kind, (row, column), some, make))
        ]
        readings.append(made)

    def kept(made: Sequence[Statement]) -> int:
        return sum(one.holds and tells(one) for one in made)

    best = max(readings, key=lambda made: (kept(made), -len(made)), default=[])
    if kept(best) >= _LEAST_KEPT and _is_kept(best):
        yield from best


def _stated(
    table: Table, kind: str, cell: Place, some: tuple[int, ...], make: _Make
) -> Statement | None:
    value = table.at(cell)
    right, others = make(table, cell[0], some)
    if isnan(value) or isnan(right) or (not value and not right):
        return None
    room = table.steps[cell[0]][cell[1]] if kind == "percent" else _HALF
    return Statement(kind, cell, others, right, abs(right - value) < room)


def _difference(table: Table, row: int, some: tuple[int, ...]) -> tuple[float, tuple[Place, ...]]:
    places = tuple((row, at) for at in some)
    first, *others = (table.at(one) for one in places)
    return first - sum(0.0 if isnan(one) else one for one in others), places


def _ratio(table: Table, row: int, some: tuple[int, ...]) -> tuple[float, tuple[Place, ...]]:
    part, whole = some
    whole_row = row
    if part == whole:
        grand = [at for at in table.totals if is_grand(table.labels[at])]
        if not grand:
            return nan, ()
        whole_row = grand[-1]
    places = ((row, part), (whole_row, whole))
    of = table.at(places[1])
    return (100 * table.at(places[0]) / of if of and not isnan(of) else nan), places


def _is_kept(made: Sequence[Statement]) -> bool:
    """Tell whether a relation is kept by nearly all rows."""
    kept = sum(one.holds for one in made)
    return kept >= _LEAST_KEPT and kept >= _KEPT * len(made)
