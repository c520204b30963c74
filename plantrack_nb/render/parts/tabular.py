"""Tables: columns, rows and cells, and a short way to make them of plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from plantrack_nb.render.parts.base import Part, Tone, Unit, Value


class RowRole(StrEnum):
    """What a table row is: one of many, more of the one above, a heading, or a sum."""

    BODY = "body"
    CONTINUED = "continued"
    GROUP = "group"
    TOTAL = "total"


class Phone(StrEnum):
    """How a table behaves where it does not fit."""

    CARDS = "cards"
    SCROLL = "scroll"
    FIT = "fit"


@dataclass(frozen=True)
class Column:
    """One column: heading, heading of the group it stands in, unit, share of the width."""

    heading: str
    unit: Unit = Unit.TEXT
    group: str = ""
    width: float = 1.0


Columns: TypeAlias = Mapping[str, float | Unit]
"""Columns in short: each heading with the width of its text, or the unit of its figures."""


@dataclass(frozen=True)
class Cell:
    """One cell.

    Parameters
    ----------
    value : Value
        Text (one paragraph a line) or a number in the column's unit.
    percent : float, optional
        A percent in brackets after the value, as in ``386,510 (98.05)``.
    tone : Tone
        Marks the cell as good or bad.
    ref : str
        Where the value comes from, shown on demand.
    label : str
        A few words above the value: what this one amount of several is for.
    link : str
        Where the text leads on screen: a path below or above the page's own folder.
    """

    value: Value
    percent: float | None = None
    tone: Tone = Tone.PLAIN
    ref: str = ""
    label: str = ""
    link: str = ""


@dataclass(frozen=True)
class Row:
    """One row.

    A ``GROUP`` row has one cell, which spans the table, and may have an ``anchor`` that
    :class:`Contents` can name. A ``CONTINUED`` row goes on with the one above: where it holds
    nothing, the cell above reaches down over it.
    """

    cells: tuple[Cell, ...]
    role: RowRole = RowRole.BODY
    anchor: str = ""


@dataclass(frozen=True)
class Table(Part):
    """A table.

    Parameters
    ----------
    caption : str
        What the table shows; every table has one.
    columns : tuple of Column
        Left to right.
    rows : tuple of Row
        Each as wide as ``columns``, except ``GROUP`` rows.
    name_column : int
        Index of the column whose cell names the row (read out before each figure, title of a card).
    phone : Phone
        Cards, sideways scrolling, or a few short columns drawn close, on a narrow screen.
    note : str
        A line under the table.
    folded : bool
        On screen each group of rows (without groups, the table) opens on demand.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    name_column: int = 0
    phone: Phone = Phone.CARDS
    note: str = ""
    folded: bool = False


def row(*values: Cell | Value, role: RowRole = RowRole.BODY, anchor: str = "") -> Row:
    """Make a row of values; what needs more than a value is given as a cell."""
    cells = (one if isinstance(one, Cell) else Cell(one) for one in values)
    return Row(tuple(cells), role, anchor)


def group(name: str, anchor: str = "") -> Row:
    """Make a row that heads those below it."""
    return row(name, role=RowRole.GROUP, anchor=anchor)


def table(
    caption: str,
    columns: Columns | Sequence[Column],
    rows: Iterable[Row | Sequence[Cell | Value]],
    *,
    name_column: int = 0,
    phone: Phone = Phone.CARDS,
    note: str = "",
    folded: bool = False,
) -> Table:
    """Make a table.

    Parameters
    ----------
    caption, name_column, phone, note, folded
        As in :class:`Table`.
    columns : Columns, or sequence of Column
        Left to right.
    rows : iterable
        Rows, or just the values of each.
    """
    if isinstance(columns, Mapping):
        columns = [_column(heading, is_) for heading, is_ in columns.items()]
    made = (one if isinstance(one, Row) else row(*one) for one in rows)
    return Table(caption, tuple(columns), tuple(made), name_column, phone, note, folded)


def _column(heading: str, is_: float | Unit) -> Column:
    return Column(heading, is_) if isinstance(is_, Unit) else Column(heading, width=float(is_))
