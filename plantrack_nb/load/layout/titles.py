"""What a line of text by itself is: a page's title, a heading of a section, a sum, a signature."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plantrack_nb.containers.grid import Row
from plantrack_nb.core.provenance import page_of
from plantrack_nb.load.layout.cells import BULLETS
from plantrack_nb.load.layout.record import RowKind
from plantrack_nb.thai.groups import canonical_group
from plantrack_nb.thai.periods import find_periods, find_years
from plantrack_nb.thai.text import arabic_digits, squeeze, tidy

_TITLE = re.compile(r"รายงานผลการติดตาม|รายงานความก้าวหน้า|^รอบ\d+เดือน|แบบติดตาม|แบบรายงาน")
_OF_TITLES = re.compile(
    r"รายงาน|แบบ(?:ติดตาม|รายงาน)|สำนักงานเขต|สพป|สพม|หน่วย[:：]|บาท|ประจำปี|แผนปฏิบัติ"
)
_FLOW_TABLE = re.compile(r"table\d+$")
_NTH = r"(?:ที่|ข้อที่|ลำดับที่)?\s*[:.]?\s*(?P<no>\d{1,2})(?![\d,])"
_STRATEGY_WORDS = r"(?:ประเด็น)?(?:กลยุทธ์|ยุทธศาสตร์|กลยุทธ)(?!ชาติ)"
STRATEGY = re.compile(
    rf"^\s*(?:\d{{1,2}}[.)]\s*)?{_STRATEGY_WORDS}\s*(?:{_NTH})?\s*[-.:)]?\s*(?P<name>.*)$",
    re.DOTALL,
)
"""A strategy's heading, its number and name."""
_PLAN_WORDS = (
    "แผนงาน|แผนแม่บท|ผลผลิต|พันธกิจ|เป้าประสงค์|นโยบาย|จุดเน้น|มาตรการ|ประเด็น|หมวด|แนวทาง|ภารกิจ|ส่วนที่|ด้าน|"
    "งบดำเนินงาน|งบลงทุน|งบบุคลากร|งบเงินอุดหนุน|เงินอุดหนุน|งบรายจ่ายอื่น|งบประจำ|งบพัฒนา|แหล่งงบ|ตัวชี้วัดที่|วัตถุประสงค์"
)
PLAN = re.compile(
    rf"^\s*(?:(?P<no>\d{{1,2}}(?:\.\d{{1,2}})*)[.)]?\s*)?(?:{_PLAN_WORDS})(?P<nth>\s*(?:ที่)?\s*\d{{1,2}})?"
)
"""A heading of a plan, an output, a policy: above projects, but no strategy."""
_TOTAL_TAIL = (
    r"(?:ทั้งสิ้น|ทั้งหมด|ทุก|งบประมาณ|เงิน|งบ|กลยุทธ์|ยุทธศาสตร์|แผนงาน|โครงการ|กิจกรรม|รายการ|กลุ่ม(?:งาน)?|ที่|เป็น|บาท|จำนวน|ย่อย|สุทธิ|"
    r"ยอด|สะสม|ด้าน|หมวด|ส่วน|หน้านี้|ประจำ|ไตรมาส|ปี|พ\.ศ\.|\d|[-:().=/])*"
)
TOTAL = re.compile(rf"^(?:ยอด|เงิน|งบประมาณ|ผล|จำนวนเงิน|สรุป)?รวม{_TOTAL_TAIL}$|^(?:grand)?total:?$")
"""The words of a row of sums, squeezed, which are nothing else."""
CARRIED = re.compile(r"^ยอด(?:ยก(?:ไป|มา)|คงเหลือยกมา)")
"""A sum carried over from page to page."""
_TOTAL_OF = re.compile(
    r"^(?:ยอด|เงิน|งบประมาณ|ผล)?รวม(?:งบประมาณ|เงิน|ทั้งสิ้น|ทั้งหมด)?(?:ของ)?"
    r"(?:กลยุทธ์|ยุทธศาสตร์|แผนงาน|กลุ่ม|ฝ่าย|หน่วย|ด้าน|หมวด|งบ|ผลผลิต|โครงการ|พันธกิจ|นโยบาย|จุดเน้น|มาตรการ|ประเด็น|กิจกรรม)"
)
ACTIVITY = re.compile(
    rf"^\s*(?:กิจกรรม(?!บำบัด)|งานย่อย|ขั้นตอน|รายการที่|ค่า(?:ใช้สอย|ตอบแทน|วัสดุ|อาหาร|วิทยากร|ที่พัก|พาหนะ)|[{BULLETS}]\s*\S)"
)
"""How the name of an activity, or of what money is spent on, begins."""
CALLED_PROJECT = re.compile(r"^\s*(?:โครงการ|งานโครงการ)")
_NOTE = re.compile(r"^(?:หมายเหตุ|ที่มา|ข้อมูล(?:ณ|จาก)|\*+|คำอธิบาย|คำชี้แจง|เอกสารแนบ|remark|note)")
_SIGNATURE = re.compile(
    r"^(?:\(?ลงชื่อ|\(?ลงนาม|ตำแหน่ง|ผู้(?:รายงาน|จัดทำ|รับรอง|ตรวจสอบ|ตรวจ|อนุมัติ|เสนอ|เห็นชอบ|ให้ข้อมูล|บันทึก|รับผิดชอบ:|ประสานงาน:|พิมพ์)"
    r"|ผู้อำนวยการ|รองผู้อำนวยการ|นักวิเคราะห์|เจ้าหน้าที่|หัวหน้า|ศึกษานิเทศก์|ขอรับรอง|รับรองข้อมูล|ตรวจแล้ว|เรียนผู้|ทราบ$|อนุมัติ$"
    r"|\.{6,}|_{5,}|…{2,}|\((?:นาย|นาง|ว่าที่|ดร\.|\.{3,}|…)|วันที่\s*[.…_\d]|(?:นาย|นาง|นางสาว|ว่าที่)[ก-ฮเ-ไ]\S*\s?\S*$|โทร)"
)
_GROUP_HEADING = re.compile(
    r"^(?:กลุ่ม|ฝ่าย|หน่วย)(?:งาน)?(?:ที่รับผิดชอบ)?[:：]|^(?:กลุ่ม|ฝ่าย|หน่วย|ศูนย์)[^\d(]{2,60}ฯ$"
)
_REMARK = re.compile(r"\([^()]*\)$")
_LONGEST_HEADING = 220
_SENTENCE = re.compile(
    r"^(?:ได้|มี)?(?:ดำเนิน|เบิก|ใช้จ่าย|จำนวน|ประกอบด้วย|คิดเป็น|รวม|ทั้งหมด).*\d|ร้อยละ\d|\d(?:โครงการ|บาท)|(?:จึง|ทั้งนี้|ดังนี้|ดังต่อไปนี้|เห็นควร)"
)
"""What a paragraph tells of a strategy; no name of one."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says: its kind, the number it carries, the words behind it."""

    kind: RowKind
    number: str = ""
    name: str = ""


def sheet_of(ref: str) -> str:
    """Name the sheet of a reference; tables of a document and pages are no sheets."""
    sheet, mark, _ = ref.rpartition("!")
    flows = not mark or _FLOW_TABLE.fullmatch(sheet) or page_of(ref) is not None
    return "" if flows else sheet


def is_page_title(text: str) -> bool:
    """Tell whether a squeezed text begins as the titles of such reports do."""
    return bool(_TITLE.match(text))


def is_title_words(text: str) -> bool:
    """Tell whether a text says what a title says: a year, a round, an office, a unit, a report."""
    return bool(_OF_TITLES.search(squeeze(text)) or find_periods(text) or find_years(text))


def heading_row(row: Row) -> Line | None:
    """Read a row that has one text, or a number and a text, as a section's heading."""
    filled = [text for text in row.texts if text]
    if not filled or len(filled) > 2:
        return None
    line = line_of(" ".join(filled))
    if line is None or line.kind is not RowKind.STRATEGY:
        return None
    return None if not row.in_table and _SENTENCE.search(squeeze(line.name)) else line


def line_of(text: str) -> Line | None:
    """Tell what a text by itself is; None when its words do not say it."""
    plain = arabic_digits(tidy(text))
    squeezed = squeeze(plain).lower()
    if not squeezed or len(squeezed) > _LONGEST_HEADING:
        return None
    if is_total(squeezed):
        return Line(RowKind.TOTAL, "", plain)
    if _NOTE.match(squeezed):
        return Line(RowKind.NOTE, "", plain)
    return strategy_of(plain) or _other_line(plain, squeezed)


def _other_line(plain: str, squeezed: str) -> Line | None:
    if _SIGNATURE.match(squeezed):
        return Line(RowKind.SIGNATURE, "", plain)
    if canonical_group(plain) is not None or _is_group_heading(squeezed):
        return Line(RowKind.GROUP, "", plain)
    return Line(RowKind.PLAN, "", plain) if PLAN.match(plain) else None


def strategy_of(text: str) -> Line | None:
    """Read a strategy's heading: ``กลยุทธ์ที่ 2 คุณภาพ``."""
    found = STRATEGY.match(arabic_digits(tidy(text)))
    if found is None:
        return None
    return Line(RowKind.STRATEGY, found["no"] or "", found["name"].strip())


def is_total(squeezed: str) -> bool:
    """Tell whether a squeezed text is the words of a row of sums, whatever brackets add to it."""
    squeezed = _REMARK.sub("", squeezed) or squeezed
    return bool(TOTAL.match(squeezed) or CARRIED.match(squeezed) or _TOTAL_OF.match(squeezed))


def _is_group_heading(squeezed: str) -> bool:
    return bool(_GROUP_HEADING.match(squeezed))
