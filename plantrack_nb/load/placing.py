"""Put the cells of a row where they belong, by what they hold.

Rows of real documents are shifted: a lost empty cell moves the rest one to three columns to
the left, a stray one to the right. A row whose cells all fit their columns is left alone.
Otherwise every way to lay its cells over the columns in the same order is scored, and the
best one is taken if it is better than leaving them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from plantrack_nb.load.grid import Cell, Row
from plantrack_nb.load.headings import Columns, Role
from plantrack_nb.load.kinds import MISFIT, CellKind, fit, kind_of
from plantrack_nb.load.reading import Mend

_TOLERATED = -1.5
_PER_COLUMN = 0.6
_FAR = 3
_UNEVEN = 0.5
_WORTH = 1.0


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
    filled = [
        (index, cell)
        for index, cell in enumerate(row.cells)
        if cell.text.strip() and index not in dropped
    ]
    kinds = [kind_of(cell.text) for _, cell in filled]
    numbered = bool(kinds) and filled[0][0] == columns.index(Role.NUMBER)
    numbered = numbered and kinds[0] is CellKind.PROJECT_NO
    guard = not (numbered or name_may_continue) and columns.has(Role.NUMBER)
    where = _best([index for index, _ in filled], kinds, columns, guard, len(row.cells))
    cells: dict[Role, Cell] = {}
    strays: list[Cell] = []
    mends = [_dropped(row.cells[index]) for index in sorted(dropped)]
    for (index, cell), target in zip(filled, where, strict=True):
        role = columns.role(target)
        if role is None:
            strays.append(cell)
            continue
        cells[role] = cell
        if target != index:
            mends.append(Mend("moved", cell.ref, cell.text, role.value))
    return Placed(row, cells, tuple(mends), tuple(strays))


def _best(
    where: Sequence[int], kinds: Sequence[CellKind], columns: Columns, guard: bool, width: int
) -> Sequence[int]:
    def score(targets: Sequence[int]) -> float:
        return sum(
            _suits(kind, columns.role(index), guard)
            for kind, index in zip(kinds, targets, strict=True)
        ) - _effort(where, targets)

    if all(
        _suits(kind, columns.role(index), guard) > _TOLERATED
        for kind, index in zip(kinds, where, strict=True)
    ):
        return where
    indices = sorted(set(columns.roles) | set(where)) if width <= 2 * len(columns.roles) else where
    best = max(combinations(indices, len(where)), key=score)
    return best if score(best) >= score(where) + _WORTH else where


def _suits(kind: CellKind, role: Role | None, guard: bool) -> float:
    if guard and role is Role.PROJECT and kind is not CellKind.PROJECT_NAME:
        return MISFIT
    return fit(kind, role)


def _effort(where: Sequence[int], targets: Sequence[int]) -> float:
    """Moving costs by distance (far is far), and more when neighbours move differently."""
    moves = [target - index for index, target in zip(where, targets, strict=True)]
    distance = sum(min(abs(move), _FAR) for move in moves)
    uneven = sum(1 for one, other in zip(moves, moves[1:], strict=False) if one != other)
    return _PER_COLUMN * distance + _UNEVEN * uneven


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
