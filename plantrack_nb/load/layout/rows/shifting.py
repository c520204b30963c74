"""Lay the cells of a row over the columns of a table.

Under a heading a value belongs to its column. Only where a column cannot hold its cell is another
way looked for, and the row is judged as a whole: cells keep their order, each step aside has its
cost, and a cell that moves must find the column it clearly belongs to. Text read from paper
(OCR, PDF) loses empty cells, so that a whole row slides; a lone figure never moves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from plantrack_nb.containers.grid import Cell, Row
from plantrack_nb.core.provenance import Mend
from plantrack_nb.core.vocabulary import STATUS_TH
from plantrack_nb.load.layout.cells import MISFIT, CellKind, fit, kind_of
from plantrack_nb.load.layout.columns.choose import Columns
from plantrack_nb.load.layout.record import Role
from plantrack_nb.load.layout.ticks import is_tick
from plantrack_nb.thai.numbers import is_dash, parse_number
from plantrack_nb.thai.text import squeeze

_TOLERATED = -1.5  # a cell that fits no worse than this stays
_PER_COLUMN = 0.6  # cost of moving a cell by one column
_FAR = 3  # beyond which it costs no more
_UNEVEN = 0.5  # cost of two neighbours that move differently
_WORTH = 1.0  # what a better way must gain
_HOME = 2.0  # a cell that fits a column so well belongs there
_NAMES = {CellKind.PROJECT_NAME, CellKind.TEXT}
_FIGURES = {CellKind.SMALL_NUMBER, CellKind.ZERO, CellKind.AMOUNT, CellKind.DASH}
_JOINED = {Role.OWNER: " ", Role.TARGETS: "\n", Role.INDICATORS: "\n", Role.ACTION: "\n"}

_Way = tuple[float, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Placed:
    """A row's cells by role, what was moved, and the cells no column is known for."""

    row: Row
    cells: Mapping[Role, Cell]
    mends: tuple[Mend, ...] = ()
    strays: tuple[Cell, ...] = ()
    units: Mapping[Role, float] = field(default_factory=dict)

    def text(self, role: Role) -> str:
        """Text of the cell in this role, or ``""``."""
        cell = self.cells.get(role)
        return cell.text.strip() if cell else ""


def place(row: Row, columns: Columns, *, name_may_continue: bool, is_ragged: bool = True) -> Placed:
    """Lay a table row over its columns.

    Parameters
    ----------
    row : Row
        A row of the table (not a head).
    columns : Columns
        What its columns hold.
    name_may_continue : bool
        Whether a text in the project column can be the rest of a project's name; when not,
        a row without a project number must not have one there.
    is_ragged : bool
        Whether the table comes from pages, whose scan loses empty cells: then a figure alone
        under the numbers, or words alone under the names, may have slid there.
    """
    dropped = _stray_headings(row, columns)
    outside = columns.others | columns.aside
    filled = [
        (at, cell)
        for at, cell in enumerate(row.cells)
        if cell.text and at not in outside and at not in dropped
    ]
    kinds = [kind_of(cell.text) for _, cell in filled]
    where = _best(
        [at for at, _ in filled],
        kinds,
        columns,
        _Ways(name_may_continue=name_may_continue, is_ragged=is_ragged),
    )
    strays = [row.cells[at] for at in sorted(columns.others) if at < len(row.cells)]
    found: dict[int, Cell] = {}
    mends = [Mend("dropped", row.cells[at].ref, row.cells[at].text, "") for at in sorted(dropped)]
    for (at, cell), target in zip(filled, where, strict=True):
        role = columns.role(target)
        if role is None:
            strays.append(cell)
            continue
        found[target] = cell
        if target != at:
            mends.append(Mend("moved", cell.ref, cell.text, role.value))
    cells, left = by_role(found, columns)
    strays = [one for one in (*strays, *left) if one.text]
    return Placed(row, cells, tuple(mends), tuple(strays), columns.units)


def by_role(found: Mapping[int, Cell], columns: Columns) -> tuple[dict[Role, Cell], list[Cell]]:
    """Gather cells by role: several columns of one are joined, or added up; ticks become words."""
    several: dict[Role, list[Cell]] = {}
    left: list[Cell] = []
    for at, cell in found.items():
        role = columns.roles[at]
        if role is Role.TICK:
            if is_tick(cell.text):
                word = STATUS_TH[columns.ticks[at]]
                several.setdefault(Role.STATUS, []).append(replace(cell, text=word))
            elif not is_dash(cell.text):
                left.append(cell)
        else:
            several.setdefault(role, []).append(cell)
    return {role: _together(role, cells) for role, cells in several.items()}, left


def _together(role: Role, cells: Sequence[Cell]) -> Cell:
    if len(cells) == 1:
        return cells[0]
    raw = " | ".join(cell.raw.strip() for cell in cells)
    if role in _JOINED:
        texts = [cell.text for cell in cells if not is_dash(cell.text)]
        return replace(cells[0], text=_JOINED[role].join(texts), raw=raw)
    said = [cell for cell in cells if not is_dash(cell.text)]
    numbers = [parse_number(cell.text) for cell in said]
    if not said:
        return cells[0]
    worded = [cell for cell, number in zip(said, numbers, strict=True) if number is None]
    if len({cell.text for cell in worded}) == 1 and not any(numbers):
        return replace(worded[0], raw=raw)  # awaited in one column, noughts in the others
    if all(number is not None for number in numbers):
        total = sum(number for number in numbers if number is not None)
        return replace(cells[0], text=f"{round(total, 6):.15g}", raw=raw)
    return replace(cells[0], text=" + ".join(cell.text for cell in cells), raw=raw)


@dataclass(frozen=True)
class _Ways:
    """What a row may be laid as."""

    name_may_continue: bool
    is_ragged: bool


def _best(
    where: Sequence[int], kinds: Sequence[CellKind], columns: Columns, ways: _Ways
) -> Sequence[int]:
    """Return the column of each cell: where it stands, or clearly better ones in the same order."""
    numbers = columns.index(Role.NUMBER)
    numbered = bool(where) and where[0] == numbers
    numbered = numbered and kinds[0] in (CellKind.PROJECT_NO, CellKind.SMALL_NUMBER)
    own = 1 if numbered and kinds[0] is CellKind.PROJECT_NO else 0
    kinds = [*kinds[:own], *_without_decimals(kinds[own:])]
    lone_number = ways.is_ragged and numbered and columns.index(Role.PROJECT) not in where
    guard = not (numbered or ways.name_may_continue) and numbers is not None
    barred = _barred(is_ragged=ways.is_ragged, guard=guard, lone_number=lone_number)

    def worth(at: int, target: int) -> float:
        role = columns.role(target)
        value = MISFIT if role in barred and barred[role](kinds[at]) else fit(kinds[at], role)
        return value - _PER_COLUMN * min(abs(target - where[at]), _FAR)

    as_it_stands = [worth(at, target) for at, target in enumerate(where)]
    many = len(where) > 2 * len(columns.roles)
    if many or all(value > _TOLERATED for value in as_it_stands):
        return where
    score, best = _in_order(where, sorted(set(columns.roles) | set(where)), worth)
    if score < sum(as_it_stands) + _WORTH:
        return where
    return best if ways.is_ragged or _is_at_home(where, best, kinds, columns) else where


def _barred(
    *, is_ragged: bool, guard: bool, lone_number: bool
) -> Mapping[Role | None, Callable[[CellKind], bool]]:
    """Say which kinds of cells a column does not take in this row, though they would fit."""
    barred: dict[Role | None, Callable[[CellKind], bool]] = {}
    if guard:
        barred[Role.PROJECT] = lambda kind: kind is not CellKind.PROJECT_NAME
    if is_ragged:
        barred[Role.PROGRESS] = lambda kind: kind is CellKind.TEXT
    if lone_number:
        barred[Role.NUMBER] = lambda kind: kind is CellKind.SMALL_NUMBER
    return barred


def _is_at_home(
    where: Sequence[int], best: Sequence[int], kinds: Sequence[CellKind], columns: Columns
) -> bool:
    """Tell whether what moves finds its home: not a figure alone, nor words that fit anywhere."""
    moved = [at for at, target in enumerate(best) if target != where[at]]
    if len(moved) == 1 and kinds[moved[0]] in _FIGURES:
        return False
    return any(fit(kinds[at], columns.role(best[at])) >= _HOME for at in moved)


def _in_order(
    where: Sequence[int], targets: Sequence[int], worth: Callable[[int, int], float]
) -> _Way:
    """Lay cells over columns, keeping their order, for the highest total.

    Neighbours that move differently cost :data:`_UNEVEN`. Worked out from the last cell back:
    ``ways[column]`` is the best way for the cells from ``at`` on when ``at`` goes to ``column``.
    """
    ways: dict[int, _Way] = dict.fromkeys(targets, (0.0, ()))
    for at in range(len(where) - 1, -1, -1):
        is_last = at == len(where) - 1
        begun: dict[int, _Way] = {}
        further: _Way | None = (_UNEVEN, ()) if is_last else None
        for column in reversed(targets):
            choices = [(further[0] - _UNEVEN, further[1])] if further is not None else []
            if not is_last and (even := ways.get(column + where[at + 1] - where[at])) is not None:
                choices.append(even)
            if choices:
                score, columns = max(choices, key=_rank)
                begun[column] = (score + worth(at, column), (column, *columns))
            if not is_last and column in ways:
                further = max([further or ways[column], ways[column]], key=_rank)
        ways = begun
    return max(ways.values(), key=_rank)


def _rank(way: _Way) -> tuple[float, tuple[int, ...]]:
    """Order ways by their score; of equally good ones the leftmost comes first."""
    score, columns = way
    return round(score, 6), tuple(-column for column in columns)


def _without_decimals(kinds: Sequence[CellKind]) -> list[CellKind]:
    """Take 74.95 for a number, not for a project's: only a name behind it makes it one."""
    behind = [*kinds[1:], CellKind.BLANK]
    return [
        CellKind.SMALL_NUMBER if kind is CellKind.PROJECT_NO and after not in _NAMES else kind
        for kind, after in zip(kinds, behind, strict=False)
    ]


def _stray_headings(row: Row, columns: Columns) -> set[int]:
    """Find words of the head standing inside the table, e.g. a lone ``ที่``."""
    return {
        at
        for at, cell in enumerate(row.cells)
        if columns.role(at) in (Role.NUMBER, Role.OWNER)
        and cell.text
        and squeeze(cell.text) in columns.names
    }
