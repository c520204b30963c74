"""What stands behind the tables: sections of text, the report's own summary tables, charts."""

from __future__ import annotations

import re

from plantrack_nb.containers.grid import Row
from plantrack_nb.core.vocabulary import NarrativeKind
from plantrack_nb.load.document.parts import Document, SummaryTable, filled
from plantrack_nb.load.layout.titles import TOTAL, heading_row
from plantrack_nb.thai.text import arabic_digits, squeeze

AFTER_TABLE = "อยู่หลังตารางและไม่อยู่ใต้หัวข้อที่รู้จัก"
CAPTION = "คำบรรยายหรือสัญลักษณ์ของแผนภูมิ ซึ่งเป็นภาพ จึงไม่มีตัวเลขให้อ่าน"
_SECTIONS = (
    (NarrativeKind.OBSTACLE, r"ปัญหา(และ|/)?อุปสรรค", r"((และ|/)?ข้อเสนอแนะ)?:?"),
    (NarrativeKind.RECOMMENDATION, r"ข้อเสนอแนะ", r"(เพิ่มเติม|อื่นๆ)?:?"),
    (NarrativeKind.SUMMARY, r"(โดย)?สรุป", r"(ผล|ภาพรวม)?(การดำเนิน(การ|งาน))?:?"),
)
"""What a section of the text begins with, and what makes it a heading and no more."""
_LEVEL_TABLE = re.compile(r"ระดับการดำเนิน")
_STRATEGY_TABLE = re.compile(r"รายกลยุทธ์|กลยุทธ์ที่")
_CAPTION = re.compile(
    r"(?:แผนภูมิ|แผนภาพ|กราฟ|ภาพ)ที่|แผนภูมิ|กราฟ"
    r"|(?:จำนวนโครงการ(?:/กิจกรรม)?|ร้อยละ(?:ของ)?การเบิกจ่าย(?:งบประมาณ)?|เทียบกับยอดงบประมาณ)$"
    r"|(?:จำนวน|ร้อยละ)?.{0,40}จำแนกตาม|และกลุ่ม/(?:ฝ่าย|หน่วย)\S{0,20}$"
)
"""How the title of a chart begins; its lines stand in paragraphs of their own."""
_KEY_OF_CHART = re.compile(
    r"[-–•]?(?:\(ไม่มี\))?(?:กลยุทธ์ที่\d{1,2}"
    r"|(?:ดำเนินการ)?(?:บางส่วน|สำเร็จ(?:แล้ว)?)|(?:อยู่)?ระหว่างดำเนินการ|ยังไม่(?:ได้)?ดำเนินการ"
    r"|(?:เบิกจ่าย)?(?:[<>≤]=?|ไม่เกิน|มากกว่า)(?:ร้อยละ)?70%?|ไม่เบิก(?:จ่าย)?|รอจัดสรร|ไม่ใช้งบ(?:ประมาณ)?)"
)
_GROUP_HEAD = re.compile(r"^(กลุ่ม|ฝ่าย|หน่วย)\S*")


class BackMatter:
    """Files the rows behind the tables of a document, one by one."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.kind: NarrativeKind | None = None
        self.table: SummaryTable | None = None

    def add(self, row: Row) -> None:
        """File a row."""
        kind = summary_kind(row)
        if kind:
            self.table = SummaryTable(kind, [row])
            self.document.tables.append(self.table)
            self.kind = None
        elif self.table is not None and row.in_table and len(filled(row)) > 1:
            self.table.rows.append(row)
        else:
            self.table = None
            self._paragraph(row)

    def _paragraph(self, row: Row) -> None:
        text = squeeze(filled(row)[0])
        for kind, begin, more in _SECTIONS:
            if re.match(begin, text):
                self.kind = kind
                if re.fullmatch(begin + more, text):
                    self.document.heads.append(row)
                    return
                break
        if text.startswith("ตาราง") or len(filled(row)) > 1:
            if text.startswith("ตาราง"):
                self.document.heads.append(row)
            else:
                self.document.leftover.append((row, AFTER_TABLE))
            return
        if self.kind is None and self.document.tables and _is_of_chart(text):
            self.document.leftover.append((row, CAPTION))
            return
        self.document.back.append((self.kind, row))


def opens_back_matter(row: Row) -> bool:
    """Tell whether a row is the heading of what stands behind the tables."""
    texts = filled(row)
    if len(texts) != 1 or not row.cells[0].text:
        return False
    text = squeeze(texts[0])
    if heading_row(row) is not None or TOTAL.match(text):
        return False
    named = text.startswith(("โดยสรุป", "หมายเหตุ", "สรุปผล"))
    return named or any(re.fullmatch(begin + more, text) for _, begin, more in _SECTIONS[:2])


def _is_of_chart(text: str) -> bool:
    """Tell whether a paragraph is all that the text has of a chart: its title or its key."""
    plain = arabic_digits(text)
    return bool(_CAPTION.match(plain) or _KEY_OF_CHART.fullmatch(plain))


def summary_kind(row: Row) -> str:
    """Tell which summary table a row heads: ``level``, ``strategy`` or none (``""``)."""
    texts = filled(row)
    if not row.in_table or len(texts) < 2 or not _GROUP_HEAD.match(squeeze(texts[0])):
        return ""
    heads = squeeze(" ".join(texts[1:]))
    if _LEVEL_TABLE.search(heads):
        return "level"
    return "strategy" if _STRATEGY_TABLE.search(heads) else ""
