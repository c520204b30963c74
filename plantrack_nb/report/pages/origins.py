"""Where each figure of the report comes from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from plantrack_nb.core.records import known
from plantrack_nb.core.records import rows as records
from plantrack_nb.render import parts as p

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
        "เป้าหมายภาพรวมของประเทศ ณ สิ้นไตรมาส จากทะเบียนเป้าหมาย พร้อมระดับความเชื่อถือ",
    ),
)


def ways_table() -> p.Table:
    """Tell how each kind of figure is made."""
    return p.table("วิธีคำนวณตัวเลขในรายงาน", {"ตัวเลข": 1, "ที่มา": 3}, _WAYS)


def sources_table(tables: Mapping[str, pd.DataFrame]) -> p.Part | None:
    """List every budget line with the place it was read from; nothing where there is none."""
    lines = tables["budget_lines"]
    if lines.empty:
        return None
    columns = (
        p.Column("โครงการ", width=0.7),
        p.Column("รายการ", p.Unit.COUNT),
        p.Column("งบประมาณ (บาท)", p.Unit.BAHT),
        p.Column("เบิกจ่าย (บาท)", p.Unit.BAHT),
        p.Column("ตำแหน่ง", width=0.9),
    )
    rows = (
        (
            row.project_no,
            row.line_no,
            known(row.budget),
            known(row.disbursed),
            row.source_ref,
        )
        for row in records(lines)
    )
    files = ", ".join(sorted(set(lines["source_file"]) - {""}))
    note = f"ไฟล์ที่มา: {files}" if files else ""
    table = p.table("ตำแหน่งของทุกจำนวนเงิน", columns, rows, note=note)
    return p.Details(f"ตำแหน่งของจำนวนเงิน {len(lines)} รายการ", (table,))
