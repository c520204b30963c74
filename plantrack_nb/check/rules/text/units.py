"""Units that do not fit what is counted: people in places, places in people."""

from __future__ import annotations

import re

from plantrack_nb.check.reading.running_text.readings import readings
from plantrack_nb.check.reading.running_text.texts import ACTIVITY, INDICATOR, TARGET, texts, told
from plantrack_nb.check.rules import Facts, Hits, Settings, rule
from plantrack_nb.quantities.counted_nouns import PERSON
from plantrack_nb.quantities.quantity import Quantity, Reading
from plantrack_nb.thai.numbers import format_count

_PEOPLE = re.compile(
    r"ครู|นักเรียน|บุคลากร|ผู้(?!ว่า|รับผิด)|ข้าราชการ|ลูกจ้าง|พนักงาน|เจ้าหน้าที่|เด็ก|กรรมการ|วิทยากร|ศึกษานิเทศก์|ประชาชน|แกนนำ"
    r"|อาสา|คน|ภารโรง|ธุรการ|ลูกเสือ|เยาวชน|นิติกร|หัวหน้า|ประธาน|ตัวแทน|คณะ|ทีม|สมาชิก|แม่|พ่อ|ผอ|ราษฎร|ปราชญ์|พี่เลี้ยง|ทายาท"
)
_PLACES = re.compile(
    r"โรงเรียน|ร\.ร\.|รร\.|สถานศึกษา|สำนัก|เขต|ศูนย์|หน่วย|ตำบล|อำเภอ|หมู่บ้าน|ชุมชน|วัด|เครือข่าย|กลุ่ม(?!เป้าหมาย|เสี่ยง)|ห้อง|อาคาร|สนาม|จังหวัด|ที่ตั้ง|แห่ง|จุด|ค่าย|สถาน"
)
_SORT_OF_PLACE = re.compile(
    r"(?:โรงเรียน|ร\.ร\.|รร\.|สถานศึกษา|ศูนย์|ตำบล|หมู่บ้าน|ชุมชน)"
    r"(?: ?(?:ใน|ทั้ง|ทุก|ขนาด|คุณภาพ|เป้าหมาย|แกนนำ|ขยายโอกาส|ประถม|มัธยม|นำร่อง"
    r"|ต้นแบบ|เครือข่าย|พื้นที่|ที่|เอกชน|หลัก|กลุ่ม|ประจำ|สังกัด)|$)"
)
"""A sort of places; a place by its own name may stand before the number of its people."""
_VERBS = re.compile(
    r"อบรม|พัฒนา|นิเทศ|จัด|ประชุม|ตรวจ|ส่ง|ให้|จาก|เยี่ยม|เข้า|ร่วม|มี|ไป|รับ|ละ|ประเมิน|สอบ|ผ่าน|ได้|แก่|ของ"
)
_HEAD = re.compile(r"^(?:[\s\d.,:()–-]|และ|จำนวน)*")
_TAIL = re.compile(r"(?: ?จำนวน| ?ทั้งหมด| ?ทั้งสิ้น| ?รวม)* ?$")
_SCHOOL = "school"


@rule(
    "text-unit",
    title="หน่วยนับไม่เข้ากับสิ่งที่นับ",
    title_en="A unit that does not fit what is counted",
    why="นับคนเป็นแห่งหรือนับโรงเรียนเป็นคน ทำให้ไม่รู้ว่าเป้าหมายคือเท่าใด",
    example="“ครูในสังกัด จำนวน 100 แห่ง”",
    todo="แก้หน่วยนับ หรือแก้จำนวนให้ตรงกับหน่วยนับ",
)
def text_unit(facts: Facts, _: Settings) -> Hits:
    """Find people counted in places and places counted in people, where nothing else is named."""
    read = facts.once(readings)
    for row in texts(facts, r"[\d๐-๙]", (TARGET, INDICATOR, ACTIVITY)):
        reading = read[row.text]
        for at, one in enumerate(reading.quantities):
            right = _right_unit(reading, at, one)
            if not right:
                continue
            count = format_count(one.value)
            named = _HEAD.sub("", row.text[one.begin : one.start]).strip()
            yield told(
                row,
                row.text[: one.end],
                f"เขียนว่า “{named} {count} {one.word}” หน่วยนับควรเป็น “{right}”",
                words=one.within(row.text),
                expected=right,
                found=one.word,
                hint=f"แก้หน่วยนับเป็น “{right}” และตรวจว่า {count} คือจำนวนของสิ่งใด",
            )


def _right_unit(reading: Reading, at: int, one: Quantity) -> str:
    """Return the unit that would fit, or ``""`` where the printed one may."""
    if one.is_rate or one.unit not in (PERSON, _SCHOOL) or not one.word:
        return ""
    gap = _TAIL.sub("", _HEAD.sub("", reading.gap(at)))
    begins_people, begins_place = _PEOPLE.match(gap), _SORT_OF_PLACE.match(gap)
    if one.unit == _SCHOOL and begins_people and one.word in ("แห่ง", "โรงเรียน"):
        alone = not _PLACES.search(gap) and not _VERBS.search(gap)
        return "คน" if alone and one.word == "แห่ง" else ""
    if one.unit == PERSON and begins_place and not _PEOPLE.search(gap) and not _VERBS.search(gap):
        return "แห่ง"
    return ""
