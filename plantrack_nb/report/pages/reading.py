"""How a document was read: what was found, what was put right, what was left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from plantrack_nb.core.schema import TABLES
from plantrack_nb.render.parts import (
    Column,
    Details,
    Fact,
    Facts,
    Paragraph,
    Part,
    Table,
    Tone,
    Unit,
)
from plantrack_nb.report.pages.labels import row_of

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
    "hidden": "อ่านแถวที่ซ่อนไว้",
    "dropped": "ตัดข้อความที่พิมพ์ซ้ำ",
}


class MendLike(Protocol):
    """One thing the reader put right."""

    @property
    def kind(self) -> str:
        """What was done."""

    @property
    def source_ref(self) -> str:
        """Where."""

    @property
    def before(self) -> str:
        """What stood there."""

    @property
    def after(self) -> str:
        """What it was read as."""

    @property
    def project_no(self) -> str:
        """The project concerned."""


def reading_facts(tables: Mapping[str, pd.DataFrame], share: float, mends: int) -> Facts:
    """Show in a line how much was read and how well."""
    left = len(tables["unread"])
    return Facts(
        "ผลการอ่าน",
        (
            Fact("โครงการ", len(tables["projects"])),
            Fact("กิจกรรมที่มีสถานะ", int((tables["activities"]["status"] != "").sum())),
            Fact(
                "ข้อความที่อ่านเข้าตารางได้",
                100 * share,
                Unit.PERCENT,
                suffix="%",
                tone=Tone.GOOD if share >= 0.98 else Tone.WATCH,
            ),
            Fact("จุดที่ต้องซ่อมก่อนอ่าน", mends, tone=Tone.INFO),
            Fact("ส่วนที่อ่านไม่ได้", left, tone=Tone.WATCH if left else Tone.GOOD),
        ),
    )


def table_counts(tables: Mapping[str, pd.DataFrame]) -> Table:
    """List the seven tables with the number of their rows."""
    rows = tuple(row_of(TABLES[name].title, name, len(data)) for name, data in tables.items())
    columns = (Column("ตาราง", width=2), Column("ชื่อในไฟล์"), Column("จำนวนแถว", Unit.COUNT))
    return Table("ตารางที่ได้จากการอ่าน", columns, rows)


def mends_table(mends: Sequence[MendLike]) -> Part:
    """List what the reader put right, the raw text beside what it was read as."""
    if not mends:
        return Paragraph("ไม่มีจุดใดต้องซ่อมก่อนอ่าน")
    rows = tuple(
        row_of(
            mend.source_ref,
            mend.project_no,
            _KIND_TH.get(mend.kind, mend.kind),
            _short(mend.before),
            _short(mend.after),
        )
        for mend in mends[:_MOST]
    )
    columns = (
        Column("ตำแหน่ง"),
        Column("โครงการ"),
        Column("การซ่อม", width=1.6),
        Column("เดิม", width=3),
        Column("อ่านเป็น", width=2),
    )
    table = Table("จุดที่ผู้อ่านซ่อมก่อนวางลงตาราง", columns, rows, note=_cut(len(mends)))
    return Details(f"จุดที่ซ่อม {len(mends)} จุด", (table,))


def unread_table(unread: pd.DataFrame) -> Part:
    """List what was not understood, with the reason."""
    if unread.empty:
        return Paragraph("อ่านได้ครบทุกส่วน ไม่มีข้อความใดตกค้าง")
    rows = tuple(
        row_of(row["source_ref"], row["reason"], _short(row["text"]))
        for row in unread.head(_MOST).to_dict("records")
    )
    columns = (Column("ตำแหน่ง"), Column("เหตุผล", width=2), Column("ข้อความ", width=3))
    table = Table("ส่วนที่อ่านไม่ได้และเหตุผล", columns, rows, note=_cut(len(unread)))
    return Details(f"ส่วนที่อ่านไม่ได้ {len(unread)} รายการ", (table,))


def _short(text: str, most: int = 160) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _cut(count: int) -> str:
    return f"แสดง {_MOST} จาก {count} รายการ" if count > _MOST else ""
