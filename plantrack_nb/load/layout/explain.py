"""Say how a document was understood, line by line, for people to judge."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack_nb.core.language import say
from plantrack_nb.core.provenance import LayoutLine, column_letters
from plantrack_nb.load.layout.record import (
    ROLE_TH,
    ROW_TH,
    Column,
    Layout,
    Numbering,
    RowKind,
    Side,
    TableLayout,
)

_SIDE = {
    Side.PLAN: ("ตามแผน", "planned"),
    Side.REQUESTED: ("ที่ขอ", "requested"),
    Side.ALLOCATED: ("ที่ได้รับจัดสรร", "allocated"),
    Side.RESULT: ("ผล", "result"),
}
_NUMBERED = {
    "column": ("ในคอลัมน์ของตัวเอง", "in a column of their own"),
    "name": ("หน้าชื่อโครงการ", "in front of the names"),
    "code": ("ใช้รหัสโครงการ", "the projects' codes"),
    "counted": ("ไม่มี จึงนับตามลำดับ", "none, so that they are counted"),
}
_NOT_READ = ("ไม่อ่าน", "not read")


def layout_lines(layout: Layout) -> tuple[LayoutLine, ...]:
    """Return what was understood: tables, columns, rows, numbers, unit, what is unsure."""
    return tuple(_lines(layout))


def _lines(layout: Layout) -> Iterator[LayoutLine]:
    if layout.told_by:
        told = say("อ่านตามที่สำนักงานบอกไว้", "read as the office has told")
        yield LayoutLine(say("วิธีอ่าน", "layout"), "", layout.told_by, told)
    yield from map(_table, layout.tables)
    shown: list[tuple[Column, ...]] = []
    for table in (one for one in layout.tables if one.used):
        if table.columns not in shown:
            shown.append(table.columns)
            yield from (_column(one, table) for one in table.columns)
        yield from _rows(table)
    if any(one.used for one in layout.tables):
        yield _numbering(layout.numbering)
        yield from _money(layout)
    missing, unsure = say("ขาด", "missing"), say("ไม่แน่ใจ", "unsure")
    yield from (LayoutLine(missing, "", text, "") for text in layout.missing)
    yield from (LayoutLine(unsure, "", text, "") for text in layout.unsure)


def _table(table: TableLayout) -> LayoutLine:
    part = say("แผ่นงาน", "sheet") if table.sheet else say("ตาราง", "table")
    heads = ", ".join(_place(ref) for ref in table.heads)
    where = say(f"หัวตาราง {heads}", f"head {heads}")
    meaning = say("ใช้เป็นโครงการของรอบ", "read as the round's projects")
    return LayoutLine(
        part, where, table.sheet, meaning if table.used else say(*_NOT_READ), table.why
    )


def _place(ref: str) -> str:
    return ref.rpartition("!")[2]


def _column(column: Column, table: TableLayout) -> LayoutLine:
    where = column_letters(column.at + 1) if table.sheet else str(column.at + 1)
    meaning = _meaning(column) if column.used else say(*_NOT_READ)
    return LayoutLine(say("คอลัมน์", "column"), where, column.heading, meaning, _why(column))


def _meaning(column: Column) -> str:
    if column.role is None:
        return say("ไม่รู้จัก", "unknown")
    said = [say(ROLE_TH[column.role], column.role.value)]
    if column.status is not None:
        said.append(column.status.value)
    if column.period is not None:
        said.append(_months(column.period.first, column.period.last))
    if column.side in _SIDE:
        said.append(say(*_SIDE[column.side]))
    said += [column.kind] if column.kind else []
    if column.unit != 1:
        said.append(f"× {column.unit:,.0f}")
    return " · ".join(said)


def _why(column: Column) -> str:
    if column.used or column.role is None:
        return column.why
    known = say(ROLE_TH[column.role], column.role.value)
    return f"{known}: {column.why}" if column.why else known


def _months(first: int, last: int) -> str:
    """Name months of a fiscal year by quarters where they fill them."""
    if first % 3 == 1 and last % 3 == 0:
        one, other = (first + 2) // 3, last // 3
        quarters = str(one) if one == other else f"{one}–{other}"
        return say(f"ไตรมาส {quarters}", f"quarter {quarters}")
    months = str(first) if first == last else f"{first}–{last}"
    return say(f"เดือนที่ {months} นับจาก ต.ค.", f"month {months} from October")


def _rows(table: TableLayout) -> Iterator[LayoutLine]:
    for kind in RowKind:
        count = table.rows.get(kind, 0)
        if count:
            rows = say(f"{count:,} แถว", f"{count:,} rows")
            yield LayoutLine(say("แถว", "rows"), table.sheet, rows, say(ROW_TH[kind], kind.value))


def _numbering(numbering: Numbering) -> LayoutLine:
    restarts = say(
        "เริ่มใหม่ใต้แต่ละหัวข้อ จึงเติมเลขหัวข้อข้างหน้า",
        "they begin again under each heading, whose number goes in front",
    )
    through = say("ไม่ซ้ำกันทั้งเอกสาร", "no number stands twice")
    said = say(*_NUMBERED[numbering.place])
    return LayoutLine(
        say("เลขที่โครงการ", "numbers"), "", said, restarts if numbering.restarts else through
    )


def _money(layout: Layout) -> Iterator[LayoutLine]:
    unit = say("บาท", "baht") if layout.unit == 1 else f"× {layout.unit:,.0f}"
    yield LayoutLine(say("หน่วยเงิน", "unit"), "", unit, "")
    if layout.added_up:
        added = say("บวกยอดของแต่ละงวด", "amounts of several periods are added up")
        yield LayoutLine(say("ยอดสะสม", "amounts"), "", added, "")
