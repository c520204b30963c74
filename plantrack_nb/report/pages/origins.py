"""Where each figure of the report comes from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from plantrack_nb.core.records import known
from plantrack_nb.core.records import rows as records
from plantrack_nb.render.parts import Column, Details, Paragraph, Part, Table, Unit
from plantrack_nb.report.pages.findings import project_titles
from plantrack_nb.report.pages.labels import row_of

if TYPE_CHECKING:
    import pandas as pd

_WAYS = (
    ("งบประมาณ เบิกจ่าย", "ผลรวมของทุกรายการในช่องงบประมาณและเบิกจ่ายของโครงการ"),
    ("ร้อยละการเบิกจ่าย", "เบิกจ่าย ÷ งบประมาณ × 100 ของผลรวม ปัดเศษเมื่อแสดงเท่านั้น"),
    ("ระดับการดำเนินการ", "สถานะเดียวกันทุกกิจกรรมได้สถานะนั้น ต่างกันเป็น “ดำเนินการบางส่วน”"),
    ("ช่วงการเบิกจ่าย", "ร้อยละของโครงการเทียบกับ 70 หรือไม่เบิก รอจัดสรร ไม่ใช้งบ"),
    ("กลุ่มที่รับผิดชอบ", "ช่องผู้รับผิดชอบของโครงการ ผู้รับผิดชอบร่วมนับเป็นหนึ่งแถวต่างหาก"),
    (
        "เป้าหมายการเบิกจ่าย",
        "เป้าหมายภาพรวมของประเทศ ณ สิ้นไตรมาส จาก params/targets.csv พร้อมระดับความเชื่อถือ",
    ),
)


def ways_table() -> Table:
    """Tell how each kind of figure is made."""
    rows = tuple(row_of(*way) for way in _WAYS)
    return Table("วิธีคำนวณตัวเลขในรายงาน", (Column("ตัวเลข"), Column("ที่มา", width=3)), rows)


def sources_table(tables: Mapping[str, pd.DataFrame]) -> Part:
    """List every budget line with the place it was read from."""
    lines = tables["budget_lines"]
    if lines.empty:
        return Paragraph("ไม่มีรายการงบประมาณในรอบนี้")
    titles = project_titles(tables["projects"])
    rows = tuple(
        row_of(
            titles.get(row.project_no, row.project_no),
            row.line_no,
            known(row.budget),
            known(row.disbursed),
            row.source_ref,
        )
        for row in records(lines)
    )
    columns = (
        Column("โครงการ", width=2.6),
        Column("รายการ", Unit.COUNT),
        Column("งบประมาณ (บาท)", Unit.BAHT),
        Column("เบิกจ่าย (บาท)", Unit.BAHT),
        Column("ตำแหน่ง", width=0.9),
    )
    files = ", ".join(sorted(set(lines["source_file"]) - {""}))
    table = Table("ตำแหน่งของทุกจำนวนเงิน", columns, rows, note=f"ไฟล์ที่มา: {files}" if files else "")
    return Details(f"ตำแหน่งของจำนวนเงิน {len(rows)} รายการ", (table,))
