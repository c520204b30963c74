"""What people have put right in a round since its document was read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from plantrack_nb.core.calendar import thai_date
from plantrack_nb.core.corrections import Correction, Value
from plantrack_nb.core.schema import TABLES, Column
from plantrack_nb.render import parts as p
from plantrack_nb.render.formats import show
from plantrack_nb.report.pages.labels import unit_of

_COLUMNS = ("ข้อมูล", "ค่าเดิม", "ค่าที่แก้", "เหตุผล", "ผู้แก้", "รุ่นและวันที่")


def corrections_table(history: Sequence[Correction]) -> p.Part:
    """List every correction with what stood there before, the latest version first.

    What groups have reported as news of the round puts nothing right: it is counted by group.
    """
    mended = [one for one in history if not one.reported]
    told = [one for one in history if one.reported]
    if not told:
        return _mended_table(mended)
    if not mended:
        return _reported_table(told)
    return p.Series((_mended_table(mended), _reported_table(told)))


def _mended_table(history: Sequence[Correction]) -> p.Part:
    if not history:
        return p.Paragraph("ยังไม่มีการแก้ไขข้อมูลของรอบนี้หลังจากอ่านเอกสาร")
    latest = sorted(history, key=lambda one: -one.version)
    versions = len({one.version for one in history})
    caption = f"ข้อมูลที่แก้ไขแล้ว {len(history)} ค่า ใน {versions} รุ่น ต้นฉบับคงเดิม"
    return p.table(caption, dict.fromkeys(_COLUMNS, 2.0), map(_row, latest))


def _reported_table(told: Sequence[Correction]) -> p.Part:
    """Count what was reported by group, who reported it, and on which day."""
    groups: dict[tuple[str, str, str], int] = {}
    for one in told:
        key = (one.group, one.who, one.when)
        groups[key] = groups.get(key, 0) + 1
    rows = (
        (group, who or "-", thai_date(date.fromisoformat(when)), count)
        for (group, who, when), count in groups.items()
    )
    columns: p.Columns = {"กลุ่ม": 3.0, "ผู้รายงาน": 2.0, "วันที่รับ": 1.5, "ค่าใหม่": p.Unit.COUNT}
    return p.table(f"ผลที่กลุ่มรายงานเข้ามา {len(told)} ค่า", columns, rows)


def corrections_annex(title: str, history: Sequence[Correction]) -> p.Part | None:
    """Show what was put right under a heading of its own; nothing where nothing was."""
    return p.Series((p.Heading(title), corrections_table(history))) if history else None


def _row(one: Correction) -> p.Row:
    table = TABLES[one.table]
    column = next(each for each in table.columns if each.name == one.column)
    return p.row(
        p.Cell(f"{table.title} {one.row}: {column.title}", ref=one.origin),
        _said(column, one.before),
        _said(column, one.after),
        one.reason,
        one.who or one.group,
        f"รุ่นที่ {one.version} วันที่ {thai_date(date.fromisoformat(one.when))}",
    )


def _said(column: Column, value: Value) -> str:
    if isinstance(value, str) and column.allowed:
        return column.allowed.get(value, value)
    return show(value, unit_of(column))
