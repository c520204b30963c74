"""The one place where numbers and dates become the text that readers see."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from plantrack_nb.core.calendar import thai_date
from plantrack_nb.render.parts import Cell, Masthead, Table, Unit, Value
from plantrack_nb.thai.numbers import format_decimal
from plantrack_nb.thai.text import thai_digits

MEMO_TH, CONTENTS_TH, GOAL_TH = "บันทึกข้อความ", "สารบัญ", "เป้าหมาย"

NOTHING = "–"
"""Stands where there is no figure, as offices write it."""

UNIT_TH = {
    Unit.TEXT: "",
    Unit.COUNT: "",
    Unit.BAHT: "บาท",
    Unit.PERCENT: "%",
    Unit.DECIMAL: "",
}

_NUMBER = re.compile(r"(?<![A-Za-z\d])(?<![A-Za-z][-.])\d++(?![A-Za-z])")
"""Digits that are no part of a Latin name such as ``COVID-19`` or ``A4``."""

_DECIMALS = {unit: 2 if unit is Unit.PERCENT else 0 for unit in Unit}

_MOST_DECIMALS = 6
"""Of a figure without a unit; a smaller part of it is rounded away."""


def show(value: Value, unit: Unit = Unit.TEXT, decimals: int | None = None) -> str:
    """Write a value: grouped thousands, halves rounded away from zero, a dash for nothing.

    Parameters
    ----------
    value : Value
        Text is returned as it is.
    unit : Unit
        A percent has two decimals; baht has them only where there are satang.
    decimals : int, optional
        Overrides the above, to make a column line up.
    """
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return value
    if decimals is None:
        decimals = max(_DECIMALS[unit], _needed(value, unit))
    return format_decimal(value, decimals).replace("-", "−")


def short_percent(value: float) -> str:
    """Write a percent that is a rule, not a result: ``51%``, ``51.5%``."""
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"


def goal_name(target: float, name: str = GOAL_TH) -> str:
    """Name the mark of a target on a bar."""
    return f"{name} {short_percent(target)}"


def show_cell(cell: Cell, unit: Unit, decimals: int | None = None) -> str:
    """Write a cell: its value in the column's unit, then its percent in brackets, if it has one.

    A cell of words that holds none is empty; a dash is for figures.
    """
    if unit is Unit.TEXT and cell.value in (None, ""):
        return ""
    text = show(cell.value, unit, decimals)
    return text if cell.percent is None else f"{text} ({show(cell.percent, Unit.PERCENT)})"


def decimals_of(table: Table) -> list[int | None]:
    """Decide the decimals of each column, so that its figures line up.

    ``None`` for a column of text, whose numbers are each written as they are.
    """
    full = [row.cells for row in table.rows if len(row.cells) == len(table.columns)]
    return [
        None
        if column.unit is Unit.TEXT
        else max([_DECIMALS[column.unit], *(_needed(c[at].value, column.unit) for c in full)])
        for at, column in enumerate(table.columns)
    ]


def long_date(iso: str) -> str:
    """Write an ISO date the official way: ``22 เมษายน 2565``; ``""`` stays empty."""
    return thai_date(date.fromisoformat(iso)) if iso else ""


def month_and_year(iso: str) -> str:
    """Write the month of an ISO date, as a cover has it: ``เมษายน 2565``; ``""`` stays empty."""
    return long_date(iso).partition(" ")[2]


def masthead_lines(head: Masthead) -> list[str]:
    """Return what stands below the title: who reports, for which round, when, and notes."""
    dated = f"วันที่ {long_date(head.date)}" if head.date else ""
    return [one for one in (head.office, head.period, dated, *head.notes) if one]


def in_thai_digits(text: str) -> str:
    """Write a text with Thai digits; in Latin names (``COVID-19``) they stay Arabic."""
    return _NUMBER.sub(lambda found: thai_digits(found[0]), text)


def lines(text: str) -> list[str]:
    """Split a text into its lines, without blank ones at either end of the text."""
    return text.strip("\n").split("\n")


def join_th(items: Iterable[str]) -> str:
    """Join names the Thai way: ``ก ข และค``."""
    *head, last = [*items] or [""]
    return f"{' '.join(head)} และ{last}" if head else last


def _needed(value: Value, unit: Unit) -> int:
    if unit is Unit.DECIMAL:
        return _own_decimals(value)
    whole = not isinstance(value, float) or round(value, 2) == round(value)
    if unit is Unit.TEXT:
        return 0 if whole else 2
    return 0 if whole or unit is Unit.COUNT else 2


def _own_decimals(value: Value) -> int:
    """Count the decimals that a figure has of its own."""
    if not isinstance(value, float):
        return 0
    return len(f"{value:.{_MOST_DECIMALS}f}".rstrip("0").partition(".")[2])
