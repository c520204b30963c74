"""How a document was read: what was found, what was put right, what was left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from plantrack_nb.core.provenance import LayoutLine, Mend
from plantrack_nb.core.schema import TABLES
from plantrack_nb.render import parts as p
from plantrack_nb.report.pages.labels import cut

if TYPE_CHECKING:
    import pandas as pd

_MOST = 200
_KIND_TH = {
    "moved": "ย้ายช่องกลับเข้าคอลัมน์",
    "mark": "ผูกสถานะกับกิจกรรม",
    "order": "จับคู่ตามลำดับที่พิมพ์",
    "joined": "ต่อข้อความข้ามหน้า",
    "word": "ซ่อมคำที่เสียหาย",
    "share": "แปลงสัดส่วนเป็นร้อยละ",
    "added": "บวกจากส่วนย่อย",
    "hidden": "อ่านแถวที่ซ่อนไว้",
    "dropped": "ตัดข้อความที่พิมพ์ซ้ำ",
    "carried": "เว้นว่างไว้ ใช้ค่าของรอบก่อน",
}


def reading_facts(tables: Mapping[str, pd.DataFrame], share: float, mends: int) -> p.Facts:
    """Show in a line how much was read and how well."""
    left = len(tables["unread"])
    well = p.Tone.GOOD if share >= 0.98 else p.Tone.WATCH
    marked = int((tables["activities"]["status"] != "").sum())
    return p.Facts(
        "ผลการอ่าน",
        (
            p.Fact("โครงการ", len(tables["projects"])),
            p.Fact("กิจกรรมที่มีสถานะ", marked),
            p.Fact("ข้อความที่อ่านเข้าตารางได้", 100 * share, p.Unit.PERCENT, suffix="%", tone=well),
            p.Fact("จุดที่ต้องซ่อมก่อนอ่าน", mends, tone=p.Tone.INFO),
            p.Fact("ส่วนที่อ่านไม่ได้", left, tone=p.Tone.WATCH if left else p.Tone.GOOD),
        ),
    )


def layout_table(lines: Sequence[LayoutLine]) -> p.Part:
    """List how the document was understood: its sheets, columns and rows, and what is unsure."""
    if not lines:
        return p.Paragraph("แฟ้มรายงานของโปรแกรม คอลัมน์กำหนดไว้แล้ว จึงไม่มีอะไรต้องตีความ")
    rows = ((one.part, one.where, _short(one.said), one.meaning, _short(one.note)) for one in lines)
    columns = {"ส่วน": 1, "ตำแหน่ง": 1, "ในเอกสาร": 2.5, "เข้าใจว่า": 2, "เหตุผล": 2}
    return p.table("วิธีที่ผู้อ่านเข้าใจเอกสาร", columns, rows)


def table_counts(tables: Mapping[str, pd.DataFrame]) -> p.Table:
    """List the seven tables with the number of their rows."""
    columns: p.Columns = {"ตาราง": 2, "ชื่อในไฟล์": 1, "จำนวนแถว": p.Unit.COUNT}
    rows = ((TABLES[name].title, name, len(data)) for name, data in tables.items())
    return p.table("ตารางที่ได้จากการอ่าน", columns, rows)


def mends_table(mends: Sequence[Mend]) -> p.Part:
    """List what the reader put right, the raw text beside what it was read as."""
    if not mends:
        return p.Paragraph("ไม่มีจุดใดต้องซ่อมก่อนอ่าน")
    rows = (
        (
            mend.source_ref,
            mend.project_no,
            _KIND_TH.get(mend.kind, mend.kind),
            _short(mend.before),
            _short(mend.after),
        )
        for mend in mends[:_MOST]
    )
    columns = {"ตำแหน่ง": 1, "โครงการ": 1, "การซ่อม": 1.6, "เดิม": 3, "อ่านเป็น": 2}
    note = cut(len(mends), _MOST)
    table = p.table("จุดที่ผู้อ่านซ่อมก่อนวางลงตาราง", columns, rows, note=note)
    return p.Details(f"จุดที่ซ่อม {len(mends)} จุด", (table,))


def unread_table(unread: pd.DataFrame) -> p.Part:
    """List what was not understood, with the reason."""
    if unread.empty:
        return p.Paragraph("อ่านได้ครบทุกส่วน ไม่มีข้อความใดตกค้าง")
    rows = (
        (row["source_ref"], row["reason"], _short(row["text"]))
        for row in unread.head(_MOST).to_dict("records")
    )
    columns = {"ตำแหน่ง": 1, "เหตุผล": 2, "ข้อความ": 3}
    note = cut(len(unread), _MOST)
    table = p.table("ส่วนที่อ่านไม่ได้และเหตุผล", columns, rows, note=note)
    return p.Details(f"ส่วนที่อ่านไม่ได้ {len(unread)} รายการ", (table,))


def _short(text: str, most: int = 160) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
