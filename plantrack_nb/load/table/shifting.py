"""Put the cells of a row where they belong, by what they hold.

Rows of real documents are shifted: a lost empty cell moves the rest one to three columns to
the left, a stray one to the right. A row whose cells all fit their columns is left alone.
Otherwise the best way to lay its cells over the columns in the same order is looked for, and
taken if it is clearly better than leaving them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from plantrack_nb.containers.grid import Cell, Row
from plantrack_nb.core.provenance import Mend
from plantrack_nb.load.table.headings import Columns, Role
from plantrack_nb.load.table.kinds import MISFIT, CellKind, fit, kind_of

_TOLERATED = -1.5  # a cell that fits no worse than this stays
_PER_COLUMN = 0.6  # cost of moving a cell by one column
_FAR = 3  # beyond which it costs no more
_UNEVEN = 0.5  # cost of two neighbours that move differently
_WORTH = 1.0  # what a better way must gain
_NAMES = {CellKind.PROJECT_NAME, CellKind.TEXT}

_Way = tuple[float, tuple[int, ...]]


@dataclass(frozen=True)
class Placed:
    """A row's cells by role, what was moved, and the cells no column is known for."""

    row: Row
    cells: Mapping[Role, Cell]
    mends: tuple[Mend, ...]
    strays: tuple[Cell, ...]

    def text(self, role: Role) -> str:
        """Text of the cell in this role, or ``""``."""
        cell = self.cells.get(role)
        return cell.text.strip() if cell else ""


def place(row: Row, columns: Columns, *, name_may_continue: bool) -> Placed:
    """Lay a table row over its columns.

    Parameters
    ----------
    row : Row
        A row of the progress table (not a head).
    columns : Columns
        The roles found in the table's head.
    name_may_continue : bool
        Whether a text in the project column can be the rest of a project's name; when not,
        a row without a project number must not have one there.
    """
    dropped = _stray_headings(row, columns)
    strays = [row.cells[at] for at in sorted(columns.others) if at < len(row.cells)]
    filled = [
        (index, cell)
        for index, cell in enumerate(row.cells)
        if cell.text.strip() and index not in dropped | columns.others
    ]
    kinds = [kind_of(cell.text) for _, cell in filled]
    numbered = bool(kinds) and filled[0][0] == columns.index(Role.NUMBER)
    numbered = numbered and kinds[0] is CellKind.PROJECT_NO
    if not numbered:
        kinds = _without_decimals(kinds)
    guard = not (numbered or name_may_continue) and columns.has(Role.NUMBER)
    where = _best([index for index, _ in filled], kinds, columns, guard=guard)
    cells: dict[Role, Cell] = {}
    mends = [_dropped(row.cells[index]) for index in sorted(dropped)]
    for (index, cell), target in zip(filled, where, strict=True):
        role = columns.role(target)
        if role is None:
            strays.append(cell)
            continue
        cells[role] = cell
        if target != index:
            mends.append(Mend("moved", cell.ref, cell.text, role.value))
    return Placed(row, cells, tuple(mends), tuple(one for one in strays if one.text.strip()))


def _best(
    where: Sequence[int], kinds: Sequence[CellKind], columns: Columns, *, guard: bool
) -> Sequence[int]:
    """Return the column of each cell: where it stands, or clearly better ones in the same order."""

    def worth(at: int, target: int) -> float:
        suits = _suits(kinds[at], columns.role(target), guard=guard)
        return suits - _PER_COLUMN * min(abs(target - where[at]), _FAR)

    as_it_stands = [worth(at, target) for at, target in enumerate(where)]
    many = len(where) > 2 * len(columns.roles)
    if many or all(suits > _TOLERATED for suits in as_it_stands):
        return where
    score, best = _in_order(where, sorted(set(columns.roles) | set(where)), worth)
    return best if score >= sum(as_it_stands) + _WORTH else where


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


def _suits(kind: CellKind, role: Role | None, *, guard: bool) -> float:
    if guard and role is Role.PROJECT and kind is not CellKind.PROJECT_NAME:
        return MISFIT
    return fit(kind, role)


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
        index
        for index, cell in enumerate(row.cells)
        if columns.role(index) in (Role.NUMBER, Role.OWNER)
        and kind_of(cell.text) is CellKind.HEADING
    }


def _dropped(cell: Cell) -> Mend:
    return Mend("dropped", cell.ref, cell.text, "")
