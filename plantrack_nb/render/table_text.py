"""What a table says, cell by cell: made once, for the page and for paper."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from plantrack_nb.render.formats import decimals_of, show_cell
from plantrack_nb.render.parts import Cell, Column, RowRole, Table, Unit

_NOTHING = (None, "")
_DENSE = 9
"""From this many columns on, the letters are a little smaller."""


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A heading: over one column, or over a group of them.

    ``wide`` and ``tall`` are the columns and rows it spans; ``unit`` is that of its (first) column.
    """

    text: str
    unit: Unit
    wide: int = 1
    tall: int = 1
    of_group: bool = False


@dataclass(frozen=True, slots=True)
class TextCell:
    """A cell ``of`` a table as it is read: its text, and how many rows it reaches down over.

    An empty one may be shown as a dash.
    """

    of: Cell
    text: str
    unit: Unit
    tall: int
    is_empty: bool


def is_dense(table: Table) -> bool:
    """Tell whether a table has so many columns that it needs smaller letters."""
    return len(table.columns) >= _DENSE


def head_rows(columns: tuple[Column, ...]) -> list[list[HeadCell]]:
    """Return one or two rows of headings."""
    if not any(column.group for column in columns):
        return [[HeadCell(column.heading, column.unit) for column in columns]]
    top: list[HeadCell] = []
    below: list[HeadCell] = []
    for group, some in groupby(columns, key=lambda column: column.group):
        members = [*some]
        if group:
            top.append(HeadCell(group, members[0].unit, len(members), of_group=True))
            below += [HeadCell(column.heading, column.unit) for column in members]
        else:
            top += [HeadCell(column.heading, column.unit, tall=2) for column in members]
    return [top, below]


def body_rows(table: Table) -> list[list[TextCell | None]]:
    """Return the cells of each row; ``None`` where one above reaches over.

    A figure has as many decimals as its column needs.
    """
    decimals, spans = decimals_of(table), _spans(table)
    units = [column.unit for column in table.columns]
    return [
        [
            TextCell(cell, show_cell(cell, unit, digits), unit, tall, cell.value in _NOTHING)
            if tall
            else None
            for cell, unit, digits, tall in zip(row.cells, units, decimals, reach, strict=False)
        ]
        for row, reach in zip(table.rows, spans, strict=True)
    ]


def _spans(table: Table) -> list[list[int]]:
    """Return, for each row and column, how many rows the cell covers; 0 if another covers it.

    Only ``CONTINUED`` rows are covered, by the cell above them, where they hold nothing.
    """
    spans = [[1] * len(row.cells) for row in table.rows]
    for at in range(len(table.columns)):
        top = 0
        for number, row in enumerate(table.rows):
            empty = row.role is RowRole.CONTINUED and row.cells[at].value in _NOTHING
            if empty and number and table.rows[top].role is not RowRole.GROUP:
                spans[top][at] += 1
                spans[number][at] = 0
            else:
                top = number
    return spans
