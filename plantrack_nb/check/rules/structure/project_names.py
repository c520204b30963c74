"""Names of projects: two alike, and one that does not begin as the others do."""

from __future__ import annotations

from plantrack_nb.check.facts import ROUND, round_key
from plantrack_nb.check.reading.running_text.phrases import joined, keys, quoted
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, cell, cells, rule
from plantrack_nb.core.records import Row, extended, gathered
from plantrack_nb.thai.text import squeeze


@rule(
    "project-name-repeated",
    title="ชื่อโครงการซ้ำกัน",
    title_en="Two projects with one name",
    why="โครงการชื่อเดียวกันอาจเป็นการคัดลอกผิด หรือนับซ้ำ",
    example="โครงการ 2.1 และ 3.4 ชื่อเดียวกัน",
    todo="แก้ชื่อให้ต่างกัน หรือรวมเป็นโครงการเดียว",
)
def repeated_name(facts: Facts, _: Settings) -> Hits:
    """Compare names without spaces within a round."""
    named = (extended(row, key=squeeze(row.name)) for row in facts.projects)
    alike = gathered((row for row in named if row.key != ""), [*ROUND, "key"])
    for members in alike.values():
        if len({one.project_no for one in members}) < 2:
            continue  # the same row twice is told by its number
        first = members[0]
        yield Hit(
            cells(members, "name"),
            keys(name=first.key[:60]),
            f"โครงการ {joined(one.project_no for one in members)} ใช้ชื่อเดียวกัน: {quoted(first.name)}",
            expected="ชื่อต่างกัน",
            found=quoted(first.name, 30),
            project_no=members[-1].project_no,
        )


@rule(
    "project-name-start",
    title="ชื่อโครงการขึ้นต้นไม่เหมือนโครงการอื่น",
    title_en="A project's name lacks the word that begins all others",
    why="ชื่อที่ไม่มีคำว่าโครงการอาจเป็นชื่อที่ถูกตัดส่วนหน้า หรือเป็นหัวข้อที่หลุดเข้ามาในตาราง",
    example="ทุกชื่อขึ้นต้นด้วย “โครงการ” ยกเว้นชื่อเดียว",
    todo="ตรวจชื่อเต็มกับแผนปฏิบัติการ",
    at_least_projects=10,
    others_percent=90.0,
)
def name_start(facts: Facts, settings: Settings) -> Hits:
    """Find the few names that do not begin as nearly all names of the round do."""
    named = [row for row in facts.projects if row.name.strip()]
    usual = {
        key: 100.0 * sum(map(_begins_as_usual, some)) / len(some) >= settings["others_percent"]
        for key, some in gathered(named, ROUND).items()
        if len(some) >= settings["at_least_projects"]
    }
    odd = (row for row in named if usual.get(round_key(row)) and not _begins_as_usual(row))
    for row in odd:
        yield Hit(
            cell(row, "name"),
            keys(project_no=row.project_no),
            f"โครงการ {row.project_no} ชื่อ {quoted(row.name)}"
            " ไม่ขึ้นต้นด้วยคำว่า “โครงการ” เหมือนโครงการอื่น",
            expected="โครงการ…",
            found=quoted(row.name, 30),
        )


def _begins_as_usual(row: Row) -> bool:
    return squeeze(row.name).startswith("โครงการ")
