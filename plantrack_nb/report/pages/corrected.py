"""What people have put right in a round since its document was read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from plantrack_nb.core.calendar import thai_date
from plantrack_nb.core.corrections import Correction, Value
from plantrack_nb.core.schema import TABLES
from plantrack_nb.render.formats import show
from plantrack_nb.render.parts import (
    Cell,
    Column,
    Heading,
    Paragraph,
    Part,
    Series,
    Table,
    Unit,
)
from plantrack_nb.report.pages.labels import row_of

_COLUMNS = ("ข้อมูล", "ค่าเดิม", "ค่าที่แก้", "เหตุผล", "ผู้แก้", "รุ่นและวันที่")


def corrections_table(history: Sequence[Correction]) -> Part:
    """List every correction with what stood there before, the latest version first."""
    if not history:
        return Paragraph("ยังไม่มีการแก้ไขข้อมูลของรอบนี้หลังจากอ่านเอกสาร")
    latest = sorted(history, key=lambda one: -one.version)
    versions = [version for version, _ in groupby(latest, key=lambda one: one.version)]
    rows = tuple(
        row_of(
            Cell(_place(one), ref=one.origin),
            _said(one, one.before),
            _said(one, one.after),
            one.reason,
            one.who or one.group,
            f"รุ่นที่ {one.version} วันที่ {thai_date(date.fromisoformat(one.when))}",
        )
        for one in latest
    )
    columns = tuple(Column(name, width=2.0) for name in _COLUMNS)
    caption = f"ข้อมูลที่แก้ไขแล้ว {len(rows)} ค่า ใน {len(versions)} รุ่น ต้นฉบับคงเดิม"
    return Table(caption, columns, rows)


def corrections_annex(title: str, history: Sequence[Correction]) -> Part | None:
    """Show what was put right under a heading of its own; nothing where nothing was."""
    return Series((Heading(title), corrections_table(history))) if history else None


def _place(one: Correction) -> str:
    table = TABLES[one.table]
    title = next(column.title for column in table.columns if column.name == one.column)
    return f"{table.title} {one.row}: {title}"


def _said(one: Correction, value: Value) -> str:
    column = next(each for each in TABLES[one.table].columns if each.name == one.column)
    if isinstance(value, str) and column.allowed:
        return column.allowed.get(value, value)
    unit = {"baht": Unit.BAHT, "percent": Unit.PERCENT}.get(column.unit, Unit.TEXT)
    return show(value, unit)
