"""What a person must know of how a document was understood, a sentence each."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack_nb.load.layout.record import MONEY_ROLES, ROLE_TH, Column, Layout, TableLayout


def notes_of(layout: Layout) -> Iterator[str]:
    """Yield what is unsure, which tables and columns are left out, and how amounts were scaled."""
    yield from layout.unsure
    several = len(layout.tables) > 1
    for table in layout.tables:
        if not table.used:
            where = f"แผ่นงาน “{table.sheet}”" if table.sheet else f"ตารางที่ {table.heads[0]}"
            yield f"{where} ไม่ได้อ่านเป็นโครงการ: {table.why or 'ไม่ใช่ตารางโครงการ'}"
        else:
            yield from _of_columns(table, several=several)


def _of_columns(table: TableLayout, *, several: bool) -> Iterator[str]:
    where = f" (แผ่นงาน “{table.sheet}”)" if several and table.sheet else ""
    for column in table.columns:
        if column.role is None and column.heading:
            yield f"คอลัมน์ “{column.heading}” ไม่รู้ว่าเป็นอะไร จึงไม่ได้อ่าน{where}"
        elif not column.used and column.role in MONEY_ROLES and column.heading:
            yield f"คอลัมน์ “{column.heading}” ไม่ได้ใช้: {column.why}{where}"
    scaled = [one for one in table.columns if one.used and one.unit != 1]
    if scaled:
        unit, listed = scaled[0].unit, ", ".join(_said(one) for one in scaled)
        yield f"หน่วยเงินเป็น{_UNITS.get(unit, '')}บาท จึงคูณ {unit:,.0f}: {listed}{where}"


def _said(column: Column) -> str:
    assert column.role is not None
    return f"“{column.heading}” ({ROLE_TH[column.role]})"


_UNITS = {1e6: "ล้าน", 1e5: "แสน", 1e4: "หมื่น", 1e3: "พัน"}
