"""Another area office than the document's own where its own is meant."""

from __future__ import annotations

import re
from collections import Counter

from plantrack_nb.check.facts import round_key
from plantrack_nb.check.reading.running_text.area_offices import (
    Named,
    Office,
    named_offices,
    own_offices,
)
from plantrack_nb.check.reading.running_text.texts import NARRATIVE, place
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, rule

_TITLE = re.compile(
    r"^(?:\d+\. ?)?(?:เรื่อง|เรียน|ส่วนราชการ|สำนักงานเขต|รายงาน|สรุป|ผลการดำเนินงาน"
    r"|แผนปฏิบัติ|คำนำ|รายงานฉบับนี้)"
)
_OWN = re.compile(
    r"(?:ของ|สังกัด|บุคลากร(?:ใน|ของ)?|เจ้าหน้าที่|ข้าราชการ(?:ใน|ของ)?|แผน[ก-๎ ]{0,20}|เว็บไซต์) ?$"
)
_WITH = re.compile(
    r"ร่วม|ดูงาน|ประสาน|เชิญ|วิทยากร|แข่งขัน|ย้าย|เครือข่าย|แลกเปลี่ยน|จาก|ถ่ายโอน|ตัวอย่าง|ต้นแบบ|ตัวแทน|หนังสือ|เยี่ยมชม|คณะ"
)
_NEAR = 40


@rule(
    "name-office-number",
    title="ชื่อหรือเลขเขตของสำนักงานไม่ใช่ของสำนักงานที่รายงาน",
    title_en="Another office, or another number, stands for the document's own",
    why="ชื่อหรือเลขเขตที่ผิดทำให้หนังสือราชการระบุหน่วยงานผิด และมักแปลว่าคัดลอกจากเขตอื่น",
    example="ทั้งฉบับเป็น “เขต 1” แต่ท้ายหนังสือเป็น “เขต 2”",
    todo="แก้ชื่อและเลขเขตให้ถูกต้อง",
    at_least=3.0,
)
def another_office(facts: Facts, settings: Settings) -> Hits:
    """Find other offices in titles, and as owners of what the report tells as its own."""
    own = facts.once(own_offices)
    every = Counter((round_key(one.row), one.office) for one in facts.once(named_offices))
    told: set[tuple[object, ...]] = set()
    for one in facts.once(named_offices):
        meant = own.get(round_key(one.row))
        if meant is None or not _is_other(one.office, meant):
            continue
        where = round_key(one.row)
        alone = every[where, one.office] == 1 and every[where, meant] >= settings["at_least"]
        if not _should_be_own(one, meant, alone=alone):
            continue
        key = (where, one.row.project_no, one.office)
        if key not in told:
            told.add(key)
            yield _hit(one, meant)


def _is_other(one: Office, own: Office) -> bool:
    alike = one.place.startswith(own.place) or own.place.startswith(one.place)
    return not alike or (one.number != own.number and "" not in (one.number, own.number))


def _should_be_own(one: Named, own: Office, *, alone: bool) -> bool:
    before = one.row.text[max(one.start - _NEAR, 0) : one.start]
    if _WITH.search(before):
        return False
    if one.row.part == NARRATIVE and not one.row.project_no:
        same_place = alone and one.office.place == own.place
        return same_place or _TITLE.match(one.row.text) is not None
    return _OWN.search(before) is not None


def _hit(one: Named, own: Office) -> Hit:
    words = one.row.text[one.start : one.end]
    project = one.row.project_no
    return Hit(
        one.row.spot(words),
        f"office={one.office.short}" + (f"/{project}" if project else ""),
        f"{place(one.row)} เขียนชื่อสำนักงานว่า “{words}” แต่รายงานนี้เป็นของ {own.name}",
        expected=own.short,
        found=one.office.short,
        hint=f"แก้เป็น “{own.name}” หรือเขียนว่าเกี่ยวข้องกับสำนักงานนั้นอย่างไร",
    )
