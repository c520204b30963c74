"""Money that a paragraph tells of a project by its name, against the project's row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plantrack_nb.check.facts import ROUND, round_key
from plantrack_nb.check.reading.running_text.readings import readings
from plantrack_nb.check.reading.running_text.texts import NARRATIVE, key_of, texts
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, cell, cells, rule
from plantrack_nb.core.records import gathered
from plantrack_nb.quantities.counted_nouns import BAHT
from plantrack_nb.quantities.equations import equals
from plantrack_nb.quantities.quantity import Quantity, Reading
from plantrack_nb.thai.numbers import format_baht

_SPENT = re.compile(r"เบิก|จ่าย|ใช้(?:ไป|เงิน|งบ)")
_GIVEN = re.compile(r"ได้รับ|งบประมาณ|วงเงิน|จัดสรร")
_NOT_ALL = re.compile(r"คงเหลือ|เหลือ|เพิ่ม|งวด|ไตรมาส|ครั้งที่|โอน|ผูกพัน|เฉลี่ย|และ|กิจกรรม")
_SHORTEST, _BEHIND = 12, 60


@rule(
    "claim-memo-project",
    title="งบประมาณของโครงการที่เขียนในข้อความไม่ตรงกับแถวของโครงการ",
    title_en="Money told of a project by its name is not that of its row",
    why="ผู้อำนวยการอ่านชื่อโครงการกับตัวเลขจากบันทึกข้อความ จึงต้องตรงกับตาราง",
    example="“โครงการพัฒนาการอ่าน ได้รับ 102,000 บาท” แต่แถวของโครงการพิมพ์ 120,000 บาท",
    todo="แก้ตัวเลขในข้อความ หรือแก้แถวของโครงการ",
)
def memo_project(facts: Facts, _: Settings) -> Hits:
    """Find amounts right behind a project's name that are none of its row's."""
    projects = gathered(facts.projects, ROUND)
    read = facts.once(readings)
    for text in texts(facts, "โครงการ.*บาท", (NARRATIVE,)):
        if text.project_no:
            continue
        for project, one, right in _told(read[text.text], projects.get(round_key(text), ())):
            column = "budget" if equals(right, project.budget) else "disbursed"
            lines = facts.lines_of.get((*round_key(text), project.project_no), [])
            found, expected = format_baht(one.value), format_baht(right)
            yield Hit(
                text.spot(one.within(text.text)),
                key_of(text, text.text[: one.end]),
                f"ข้อความเขียนว่า “{project.name}” {found} บาท"
                f" แต่แถวของโครงการ {project.project_no} รวมได้ {expected} บาท",
                expected=expected,
                found=found,
                beside=cells(lines, column) or [cell(project, "name")],
            )


def _told(reading: Reading, projects: Sequence[Row]) -> Iterator[tuple[Row, Quantity, float]]:
    amounts = [one for one in reading.quantities if one.unit == BAHT and one.is_exact]
    named = sum(reading.source.count(project.name) > 0 for project in projects)
    for project in projects if amounts else ():
        at = reading.source.find(project.name) if len(project.name) >= _SHORTEST else -1
        behind = at + len(project.name)
        one = next((one for one in amounts if one.start >= behind), None) if at >= 0 else None
        if one is None or named != 1 or one.start - behind > _BEHIND or one.is_rate:
            continue
        words = reading.text[behind : one.start]
        is_plain = "\n" not in words and not _NOT_ALL.search(words)
        right = project.disbursed if _SPENT.search(words) else project.budget
        told = _SPENT.search(words) or _GIVEN.search(words)
        known = (project.budget, project.disbursed, project.budget - project.disbursed)
        if told and is_plain and right > 0 and not any(equals(one.value, each) for each in known):
            yield project, one, right
