"""Columns of plain values to a table: what each column is, and how many rows a report bears."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from math import isfinite, sqrt
from numbers import Integral, Real

from plantrack_nb.core.calendar import thai_date
from plantrack_nb.core.schema import TABLES, Column, Kind
from plantrack_nb.render import parts as p

MOST_ROWS, MOST_COLUMNS = 1000, 40
_FIRST_YEAR, _LAST_YEAR = 1900, 2699
_ENDLESS = {True: "∞", False: "−∞"}
_UNITS = {"baht": p.Unit.BAHT, "percent": p.Unit.PERCENT}
_OF_ROUNDS = (
    Column("projects", Kind.INT, "โครงการ", "จำนวนโครงการของรอบ"),
    Column("finished", Kind.INT, "สำเร็จแล้ว", "จำนวนโครงการที่สำเร็จแล้ว"),
    Column("not_started", Kind.INT, "ยังไม่ดำเนินการ", "จำนวนโครงการที่ยังไม่ดำเนินการ"),
    Column("percent", Kind.FLOAT, "ร้อยละ", "เบิกจ่ายเป็นร้อยละของงบประมาณ", unit="percent"),
    Column("disbursed_pct", Kind.FLOAT, "ร้อยละ", "เบิกจ่ายเป็นร้อยละของงบประมาณ", unit="percent"),
    Column("owner", Kind.TEXT, "กลุ่มที่รับผิดชอบ", "กลุ่มที่รับผิดชอบ สะกดแบบเดียว"),
)
"""What frames over rounds and projects hold beside the declared columns."""

Values = Sequence[object]


def tabled(
    caption: str,
    headings: Sequence[tuple[str, ...]],
    columns: Sequence[Values],
    units: Mapping[str, p.Unit] | None = None,
    note: str = "",
) -> p.Table:
    """Make a table of columns of values.

    Parameters
    ----------
    caption : str
        What it shows; ``""`` names its columns.
    headings : sequence of tuple of str
        Of each column: its own heading last, those of its groups before it.
    columns : sequence of sequences
        The values, one sequence a column, all equally long.
    units : mapping, optional
        Units by heading, where the analyst has said them. A column that a round's tables have is in
        its declared unit and under its Thai title; others count as their values look.
    note : str
        A line under the table; what is cut is told there as well.
    """
    declared, told = _declared(), units or {}
    made, cells = [], []
    for heading, values in [*zip(headings, columns, strict=True)][:MOST_COLUMNS]:
        name = heading[-1]
        known = declared.get(name)
        unit = told.get(name) or _unit(values, known)
        shown = [*map(_value, values[:MOST_ROWS])]
        if unit is p.Unit.DECIMAL and are_years(values):
            shown = [None if one is None else str(one) for one in shown]
        group = " ".join(filter(None, heading[:-1]))
        made.append(p.Column(known.title if known else name, unit, group, _width(shown, unit)))
        cells.append(shown)
    rows = [p.row(*values) for values in zip(*cells, strict=True)]
    count = len(columns[0]) if columns else 0
    notes = " ".join(filter(None, [note, _cut(count, len(columns))]))
    named = caption or "ตาราง " + " ".join(one.heading for one in made[:4] if one.heading)
    return p.table(named.strip(), made, rows, name_column=_name_column(made), note=notes)


def declared_unit(name: str) -> p.Unit | None:
    """Return the unit of a column that a round's tables have; None of any other."""
    known = _declared().get(name)
    return _UNITS.get(known.unit) if known else None


def declared_title(name: str) -> str:
    """Return what such a column is called for people; ``""`` of any other."""
    known = _declared().get(name)
    return known.title if known else ""


@cache
def _declared() -> dict[str, Column]:
    there = (*_OF_ROUNDS, *(one for table in TABLES.values() for one in table.columns))
    return {one.name: one for one in there}


def _unit(values: Values, known: Column | None) -> p.Unit:
    """Tell what a column of values is; figures without a unit that we know stay plain figures."""
    there = [one for one in values if not _is_nothing(one)]
    if not there or not all(_is_number(one) for one in there):
        return p.Unit.TEXT
    return _UNITS.get(known.unit, p.Unit.DECIMAL) if known else p.Unit.DECIMAL


def are_years(values: Values) -> bool:
    """Tell whether whole numbers look like years, B.E. or A.D., which are written ungrouped."""
    there = [one for one in values if not _is_nothing(one)]
    return bool(there) and all(
        isinstance(one, Integral) and _FIRST_YEAR <= int(one) <= _LAST_YEAR for one in there
    )


def _is_number(value: object) -> bool:
    return isinstance(value, Real) and type(value).__name__ not in {"bool", "bool_"}


def _is_nothing(value: object) -> bool:
    return value is None or value != value or str(value) in {"<NA>", "NaT"}  # noqa: PLR0124 - NaN


def _value(value: object) -> p.Value:
    """Make of any value what a cell can hold: text, a number, or nothing."""
    if isinstance(value, str):
        return value
    if value is None:
        return None
    if isinstance(value, Real):
        return _number(value)
    if isinstance(value, date):
        return None if _is_nothing(value) else _day(value)
    try:
        return None if _is_nothing(value) else str(value)
    except ValueError:  # an array is neither equal to itself nor not
        return str(value)


def _number(value: Real) -> p.Value:
    if not _is_number(value):
        return "ใช่" if value else "ไม่ใช่"
    if isinstance(value, Integral):
        return int(value)
    number = float(value)
    if isfinite(number):
        return number
    return None if number != number else _ENDLESS[number > 0]  # noqa: PLR0124 - NaN


def _day(value: date) -> str:
    said = thai_date(value)
    timed = isinstance(value, datetime) and (value.hour or value.minute or value.second)
    return f"{said} {value:%H:%M}" if timed else said


def _width(values: Sequence[p.Value], unit: p.Unit) -> float:
    """Give texts room by their length: the square root, so that one long text leaves some."""
    if unit is not p.Unit.TEXT:
        return 1.0
    longest = max((len(one) for one in values if isinstance(one, str)), default=0)
    return min(max(sqrt(longest / 8), 1.0), 4.0)


def _name_column(columns: Sequence[p.Column]) -> int:
    return next((at for at, one in enumerate(columns) if one.unit is p.Unit.TEXT), 0)


def _cut(rows: int, columns: int) -> str:
    told = []
    if rows > MOST_ROWS:
        told.append(f"แสดง {MOST_ROWS:,} แถวแรกจาก {rows:,} แถว")
    if columns > MOST_COLUMNS:
        told.append(f"แสดง {MOST_COLUMNS} คอลัมน์แรกจาก {columns} คอลัมน์")
    return " ".join(told)
