"""Counts with a unit that cannot be."""

from __future__ import annotations

import re

from plantrack_nb.check.reading.texts import TARGET, figures_of, items_of, told
from plantrack_nb.check.rules import Facts, Hits, Settings, rule
from plantrack_nb.thai.numbers import format_count

_PEOPLE = r"(?:ข้าราชการ|ครู|บุคลากร|นักเรียน|ลูกจ้าง|พนักงาน|ศึกษานิเทศก์|ผู้บริหาร|ผู้ปกครอง)"
_PLACES = r"โรงเรียน|สถานศึกษา|ร\.ร\.|ศูนย์|แห่ง|สนาม|เครือข่าย|หน่วย|สำนักงาน|สพป"
_NUMBER = r"\s*(?:\d{1,2}\.)?\s*"
_PEOPLE_FIRST = re.compile(rf"{_NUMBER}{_PEOPLE}(?:(?!{_PLACES})\D)*")
_PLACES_FIRST = re.compile(
    rf"{_NUMBER}(?:โรงเรียน|สถานศึกษา)(?:ใน|นอก)?(?:สังกัด)?\s*(?:จำนวน|รวม)?\s*"
)
_ITEM_NO = re.compile(r"^\s*\d{1,2}\.")


@rule(
    "text-unit",
    title="หน่วยนับไม่เข้ากับสิ่งที่นับ",
    title_en="A unit that does not fit what is counted",
    why="นับคนเป็นแห่งหรือนับโรงเรียนเป็นคน ทำให้ไม่รู้ว่าเป้าหมายคือเท่าใด",
    example="“ครูในสังกัด จำนวน 100 แห่ง”",
    todo="แก้หน่วยนับ หรือแก้จำนวนให้ตรงกับหน่วยนับ",
)
def text_unit(facts: Facts, _settings: Settings) -> Hits:
    """Find people counted in places and schools counted in people among the targets."""
    for row, item in items_of(facts, r"\d", (TARGET,)):
        for figure in figures_of(item):
            before = item[: figure.start]
            people = figure.unit == "school" and _PEOPLE_FIRST.fullmatch(before)
            places = figure.unit == "person" and _PLACES_FIRST.fullmatch(before)
            if not people and not places:
                continue
            count = format_count(figure.value)
            right, wrong = ("คน", "แห่ง") if people else ("แห่ง", "คน")
            named = f"“{_ITEM_NO.sub('', before).strip()} {count} {wrong}”"
            yield told(
                row,
                item[: figure.end],
                f"เขียนว่า {named} หน่วยนับควรเป็น “{right}”",
                words=figure.within(item),
                expected=right,
                found=wrong,
                hint=f"แก้หน่วยนับเป็น “{right}” และตรวจว่า {count} คือจำนวนของสิ่งใด",
            )
