"""Which cell is wrong: the one whose mending makes everything come out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isnan, prod

from plantrack_nb.quantities.slips import slip
from plantrack_nb.quantities.tables.heads import Meaning
from plantrack_nb.quantities.tables.relations import Statement, statements
from plantrack_nb.quantities.tables.table import Place, Table

_HALF = 0.005
_CLOSE = 0.002


@dataclass(frozen=True)
class Misfit:
    """A cell that does not fit.

    Parameters
    ----------
    cell : Place
        The cell that is told.
    statement : Statement
        What it is held against.
    right : float
        What would make it fit.
    others : int
        How many other statements the same change mends.
    is_sure : bool
        Whether the table itself proves it.
    """

    cell: Place
    statement: Statement
    right: float
    others: int
    is_sure: bool


def misfits(table: Table) -> Iterator[Misfit]:
    """Give the cells of a table that do not fit: one for each change that would mend some."""
    made = statements(table)
    wrong = [one for one in made if not one.holds]
    wrong = [one for one in wrong if not _is_overlap(table, one, made)]
    while wrong:
        cell, right, mended = _blamed(table, wrong, made)
        first = mended[0]
        sure = len(mended) > 1 or first.kind != "column" or _others_hold(first, made)
        yield Misfit(cell, first, right, len(mended) - 1, sure)
        wrong = [one for one in wrong if one not in mended]


def _is_overlap(table: Table, one: Statement, made: Sequence[Statement]) -> bool:
    """Tell whether a total is less than its rows in every column: rows that share are no fault."""
    if one.kind != "column" or one.right <= table.at(one.cell):
        return False
    beside = [other for other in made if other.kind == "column" and other.cell[0] == one.cell[0]]
    return len(beside) > 1 and all(other.right > table.at(other.cell) for other in beside)


def _others_hold(one: Statement, made: Sequence[Statement]) -> bool:
    return any(
        other.holds and other.kind == "column" and other.cell[0] == one.cell[0] for other in made
    )


def _blamed(
    table: Table, wrong: Sequence[Statement], made: Sequence[Statement]
) -> tuple[Place, float, list[Statement]]:
    """Choose the change that mends most and spoils nothing; else the first statement's own cell."""
    best: tuple[tuple[int, int, int], Place, float, list[Statement]] | None = None
    tried: set[tuple[Place, float]] = set()
    for one in wrong:
        for cell, right in _changes(table, one):
            is_signed = table.meanings[cell[1]] is Meaning.APART
            if (cell, round(right, 2)) in tried or isnan(right) or (right < 0 and not is_signed):
                continue
            tried.add((cell, round(right, 2)))
            mended = [other for other in wrong if _mends(table, other, cell, right)]
            spoilt = sum(_spoils(table, other, cell, right) for other in made if other.holds)
            slipped = slip(table.at(cell), right)
            own = int(any(cell == other.cell for other in mended))
            score = (len(mended) - 2 * spoilt, int(slipped), own)
            if mended and (best is None or score > best[0]):
                best = (score, cell, right, mended)
    if best is None or best[0][0] < 1:
        return wrong[0].cell, wrong[0].right, [wrong[0]]
    return best[1], best[2], best[3]


def _changes(table: Table, one: Statement) -> Iterator[tuple[Place, float]]:
    """Give each cell of a statement with the value that would make it hold."""
    yield one.cell, one.right
    for nth, place in enumerate(one.others):
        own = table.at(place)
        meant = _meant(table, one, nth, 0.0 if isnan(own) else own)
        if meant is not None:
            yield place, meant


def _meant(table: Table, one: Statement, nth: int, own: float) -> float | None:
    """Solve a statement for one of the cells that make it, which holds ``own``."""
    value = table.at(one.cell)
    off = value - one.right
    if one.kind in ("column", "row"):
        return own + off
    if one.kind == "mean":
        return own + off * len(one.others)
    if one.kind == "left":
        return own + (off if nth == 0 else -off)
    if not (value > 0 and own > 0 and one.right > 0):
        return None
    is_whole = one.kind == "percent" and nth > 0
    return own * one.right / value if is_whole else own * value / one.right


def _mends(table: Table, one: Statement, cell: Place, right: float) -> bool:
    if cell != one.cell and cell not in one.others:
        return False
    return _holds_with(table, one, cell, right)


def _spoils(table: Table, one: Statement, cell: Place, right: float) -> bool:
    involved = cell == one.cell or cell in one.others
    return involved and not _holds_with(table, one, cell, right)


def _holds_with(table: Table, one: Statement, cell: Place, right: float) -> bool:
    def value(place: Place) -> float:
        found = right if place == cell else table.at(place)
        return 0.0 if isnan(found) else found

    claim = value(one.cell)
    if one.kind in ("column", "row"):
        return abs(sum(map(value, one.others)) - claim) < _HALF
    if one.kind == "left":
        first, *others = map(value, one.others)
        return abs(first - sum(others) - claim) < _HALF
    if one.kind == "mean":
        step = table.steps[one.cell[0]][one.cell[1]]
        return abs(sum(map(value, one.others)) / len(one.others) - claim) < step
    if one.kind == "product":
        return abs(prod(map(value, one.others)) - claim) < _HALF
    part, whole = map(value, one.others)
    step = table.steps[one.cell[0]][one.cell[1]]
    return bool(whole) and abs(100 * part / whole - claim) <= step + _CLOSE * claim * (
        cell != one.cell
    )
