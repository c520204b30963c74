"""Targets and indicators of another fiscal year than the report's own."""

from __future__ import annotations

import re

from plantrack_nb.check.reading.running_text.lists import COLUMNS
from plantrack_nb.check.reading.running_text.phrases import quoted
from plantrack_nb.check.reading.running_text.wordings import wordings
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, rule
from plantrack_nb.thai.text import arabic_digits

_YEAR = re.compile(r"ปีงบประมาณ ?(?:พ\. ?ศ\. ?)?(25\d\d)(?!\d)")
_COMPARED = re.compile(
    "เทียบ|กว่า|ก่อน|เดิม|ผ่านมา|ปีฐาน|ข้อมูลพื้นฐาน|เพิ่มขึ้น|ลดลง|สะสม|ค้าง|กันเงิน|เหลื่อม|ต่อเนื่อง"
)
_ANY_YEAR = re.compile(r"ปี(?:งบประมาณ|การศึกษา) ?(?:พ\. ?ศ\. ?)?(25\d\d)(?!\d| ?[-–—])")
_LOOKS_BACK = re.compile(
    "ผล|ย้อนหลัง|ข้อมูล|สถิติ|รายงาน|คะแนน|สอบ|ทดสอบ|จบ|สำเร็จการศึกษา|รุ่น|ตั้งแต่|พ\\. ?ศ\\. ?25\\d\\d ?[-–—]"
    "|คำสั่ง|ประกาศ|ระเบียบ|หนังสือ|นโยบาย|แผนพัฒนา|หลักสูตร|รางวัล|มติ|สัญญา|บัญชี|เกษียณ|ครบ|สะสม|มาตรฐาน|ฉบับ"
)
"""Words of deeds that look back on years gone by."""
_AROUND = 40


@rule(
    "date-own-year",
    title="เป้าหมายหรือตัวชี้วัดเป็นของปีงบประมาณก่อน",
    title_en="A target or indicator names an earlier fiscal year",
    why="ตัวชี้วัดที่คัดลอกจากปีก่อนวัดผลของปีนี้ไม่ได้",
    example="รายงานปีงบประมาณ 2565 แต่ตัวชี้วัดเขียนว่า “ผลการประเมิน ปีงบประมาณ พ.ศ.2564”",
    todo="แก้ปีงบประมาณ หรือบอกว่าเหตุใดจึงใช้ผลของปีก่อน",
)
def earlier_year(facts: Facts, _: Settings) -> Hits:
    """Find years before the round's own in lists; a comparison with an earlier year is right.

    What was done this year may report on the last one: there only a year long gone is told of.
    """
    for one in facts.once(wordings):
        if "ปี" not in one.text or one.column == "name":
            continue
        is_deed = one.column not in COLUMNS
        text = arabic_digits(one.text)
        for found in (_ANY_YEAR if is_deed else _YEAR).finditer(text):
            around = text[max(found.start() - _AROUND, 0) : found.end() + _AROUND]
            late = one.row.fiscal_year - is_deed
            if (
                int(found[1]) < late
                and not (is_deed and _LOOKS_BACK.search(text))
                and (not _COMPARED.search(around))
            ):
                yield Hit(
                    one.spot(one.text[slice(*found.span())]),
                    one.subject,
                    f"{one.where} เป็นของปีงบประมาณ {found[1]} แต่รายงานนี้เป็นของปีงบประมาณ"
                    f" {one.row.fiscal_year}: {quoted(one.text)}",
                    expected=f"ปีงบประมาณ {one.row.fiscal_year}",
                    found=found[0],
                )
                break
