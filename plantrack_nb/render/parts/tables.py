"""Tables: columns, rows and cells."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True)
class Column:
    """One column: heading, heading of the group it stands in, unit, share of the width."""

    heading: str
    unit: Unit = Unit.TEXT
    group: str = ""
    width: float = 1.0


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
        Cards or sideways scrolling on a narrow screen.
    note : str
        A line under the table.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    name_column: int = 0
    phone: Phone = Phone.CARDS
    note: str = ""
