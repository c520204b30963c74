"""Money in thousands or millions of baht: said by a line above the table, or by a heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from plantrack_nb.containers.grid import Row
from plantrack_nb.load.layout.columns.row_arithmetic import number_of
from plantrack_nb.load.layout.record import MONEY_ROLES, Column
from plantrack_nb.thai.text import squeeze

_UNIT = re.compile(
    r"(?:หน่วย|หน่วยนับ|หน่วยเงิน|จำนวนเงิน|หน่วย(?:เป็น)?)?(?:เป็น)?[:：=]?\(?(?P<unit>ล้าน|แสน|หมื่น|พัน)บาท\)?$"
)
_WITHIN = re.compile(r"(?:หน่วย(?:นับ|เงิน)?(?:เป็น)?|\()[:：=]?(?P<unit>ล้าน|แสน|หมื่น|พัน)บาท")
_TIMES = {"ล้าน": 1e6, "แสน": 1e5, "หมื่น": 1e4, "พัน": 1e3}
_MOST_BAHT = 1e11
"""More than any area office has: amounts so large are in baht already."""


def unit_of(rows: Iterable[Row]) -> float:
    """Find the unit that a line above the table states; 1 when none does."""
    for row in rows:
        for text in row.texts:
            plain = squeeze(text)
            found = _UNIT.fullmatch(plain) or _WITHIN.search(plain)
            if found is not None and len(row.texts) and not _is_heading_cell(row):
                return _TIMES[found["unit"]]
    return 1.0


def _is_heading_cell(row: Row) -> bool:
    """Tell whether a row is a head: a unit within a heading is that column's own."""
    return sum(1 for text in row.texts if text) > 2


def scaled(
    columns: Sequence[Column], unit: float, rows: Sequence[Sequence[str]]
) -> tuple[Column, ...]:
    """Give the columns of money the unit of the table, where they state none of their own."""
    unit = unit if unit != 1 else _common(columns, rows)
    return tuple(_scaled(one, unit, rows) for one in columns)


def _common(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> float:
    """Return the one unit of the columns that state theirs, if the others' amounts are no larger.

    Amounts in baht among others in millions would be far above them.
    """
    money = [one for one in columns if one.role in MONEY_ROLES]
    scaled_ones = [one for one in money if one.unit != 1]
    silent = [one for one in money if one.unit == 1 and "บาท" not in one.heading]
    if len({one.unit for one in scaled_ones}) != 1 or not silent:
        return 1.0
    most = max(_largest(one, rows) for one in scaled_ones)
    return scaled_ones[0].unit if max(_largest(one, rows) for one in silent) <= 2 * most else 1.0


def _largest(column: Column, rows: Sequence[Sequence[str]]) -> float:
    numbers = [number_of(row[column.at]) for row in rows if column.at < len(row)]
    return max((number for number in numbers if number is not None), default=0.0)


def _scaled(column: Column, unit: float, rows: Sequence[Sequence[str]]) -> Column:
    if column.role not in MONEY_ROLES:
        return replace(column, unit=1.0) if column.unit != 1 else column
    times = column.unit if column.unit != 1 else unit
    if times == 1:
        return column
    if _largest(column, rows) * times > _MOST_BAHT:
        return replace(column, unit=1.0, why="ตัวเลขใหญ่เกินกว่าจะเป็นหน่วยที่เขียนไว้ จึงอ่านเป็นบาท")
    return replace(column, unit=times, why=column.why or f"คูณ {times:,.0f} ให้เป็นบาท")
