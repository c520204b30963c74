"""Other area offices in the work of an office, and its own name without เขต."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from plantrack_nb.check.facts import RoundKey, round_key
from plantrack_nb.check.reading.running_text.phrases import quoted_end
from plantrack_nb.check.reading.running_text.spelt import Spelt, add, listed, misspelt
from plantrack_nb.check.reading.running_text.texts import ACTIVITY, texts, told
from plantrack_nb.check.rules import Facts, Hits, Settings, rule
from plantrack_nb.thai.text import arabic_digits

_OFFICE = re.compile(r"(?<![ก-๎])(สพ[ปม])\. ?([ก-๎]{3,20}?) ?\.?เขต ?(\d+)")
_WITHOUT = re.compile(
    r"(?<![ก-๎])(สพ[ปม])\. ?([ก-๎]{3,20}) ?(\d{1,2})(?![\d/.,:-]| ?(?:แห่ง|คน|โรงเรียน))"
)
_VISITS = re.compile(
    "ดูงาน|แลกเปลี่ยน|ร่วม|เครือข่าย|ย้าย|คู่พัฒนา|จัดโดย|แข่งขัน|ระดับ|เจ้าภาพ|สหวิทยาเขต|กลุ่มจังหวัด|คลัสเตอร์"
    "|เช่น|และ|กับ|(?<![ก-๎])ณ |อบรม|ประชุม"
)
_BEFORE = 40


@rule(
    "name-office-other",
    title="กิจกรรมกล่าวถึงสำนักงานเขตอื่น",
    title_en="An activity names another area office",
    why="ชื่อเขตอื่นในงานของสำนักงานเองมักเป็นการคัดลอกข้อความมา หรือพิมพ์ชื่อผิด",
    example="รายงานของ สพป.สมมติ เขต 1 เขียนว่า “เข้าตรวจสอบ สพป.ตัวอย่าง เขต 2”",
    todo="แก้ชื่อเขต หรือบอกว่าเหตุใดจึงเกี่ยวกับเขตอื่น",
    at_least=3.0,
)
def other_office(facts: Facts, settings: Settings) -> Hits:
    """Find offices of other places in activities; common work and visits are no fault."""
    own = _own_places(facts, settings["at_least"])
    for row in texts(facts, r"สพ[ปม]\..*เขต", (ACTIVITY,)):
        here = own.get(round_key(row))
        text = arabic_digits(row.text)
        for found in _OFFICE.finditer(text) if here else ():
            before = text[max(found.start() - _BEFORE, 0) : found.start()]
            if found[2] != here and not _VISITS.search(before):
                yield told(
                    row,
                    found[0],
                    f"กล่าวถึง {found[0]} ซึ่งไม่ใช่เขตของรายงานนี้: {quoted_end(before + found[0])}",
                    words=found[0],
                    expected=f"{found[1]}.{here}",
                    found=found[0],
                )


@rule(
    "name-office-area",
    title="ชื่อสำนักงานขาดคำว่าเขต",
    title_en="The office's name lacks เขต before its number",
    why="ชื่อสำนักงานที่ไม่ครบค้นหาไม่พบ และผิดจากชื่อทางการ",
    example="“สพป.สมมติ 1” ที่ถูกคือ “สพป.สมมติ เขต 1”",
    todo="เติมคำว่า เขต หน้าเลขเขต",
    at_least=3.0,
)
def without_area(facts: Facts, settings: Settings) -> Hits:
    """Find the office's own place with a number, where it stands with เขต elsewhere."""
    own = _own_places(facts, settings["at_least"])
    made: Spelt = {}
    for row in texts(facts, r"สพ[ปม]\. ?[ก-๎]+ ?[\d๐-๙]"):
        for found in _WITHOUT.finditer(arabic_digits(row.text)):
            if found[2] == own.get(round_key(row)):
                right = f"{found[1]}.{found[2]} เขต {found[3]}"
                add(made, right, found[0], row.spot(found[0]))
    for (_, right), written in made.items():
        said = f"ชื่อสำนักงาน “{right}” เขียนเป็น {listed(written)}"
        yield misspelt(f"office={right}", said, right, written)


def _own_places(facts: Facts, at_least: float) -> Mapping[RoundKey, str]:
    """Tell the place that each round names most as an area office's, if often enough."""
    counts: dict[RoundKey, Counter[str]] = {}
    for row in texts(facts, r"สพ[ปม]\..*เขต"):
        for found in _OFFICE.finditer(arabic_digits(row.text)):
            counts.setdefault(round_key(row), Counter())[found[2]] += 1
    usual = {where: count.most_common(1)[0] for where, count in counts.items()}
    return {where: name for where, (name, times) in usual.items() if times >= at_least}
