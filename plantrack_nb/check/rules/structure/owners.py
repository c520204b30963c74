"""Owners that are no group."""

from __future__ import annotations

from plantrack_nb.check.facts import RoundKey, round_key
from plantrack_nb.check.reading.phrases import keys
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, cell, rule
from plantrack_nb.core.vocabulary import split_items
from plantrack_nb.thai.groups import is_school
from plantrack_nb.thai.text import squeeze


@rule(
    "owner-school",
    title="ช่องผู้รับผิดชอบเป็นชื่อโรงเรียน",
    title_en="A school stands where the responsible group should",
    why="ผู้รับผิดชอบในแผนของสำนักงานคือกลุ่มงาน ชื่อโรงเรียนมักเป็นท้ายข้อความกิจกรรมที่หลุดมา",
    example="ช่องผู้รับผิดชอบพิมพ์ว่า “ร.ร.วัดสมมติ” ขณะที่รายการอื่นเป็นกลุ่มงาน",
    todo="ย้ายชื่อโรงเรียนไปไว้ในกิจกรรม แล้วกรอกกลุ่มที่รับผิดชอบ",
    at_most_places=2,
)
def owner_school(facts: Facts, settings: Settings) -> Hits:
    """Find the few schools among the owners; where they are many it is the office's way."""
    found: dict[RoundKey, dict[str, Row]] = {}
    for row in (*facts.projects, *facts.activities):
        for owner in split_items(row.owner_groups):
            if is_school(owner):
                found.setdefault(round_key(row), {}).setdefault(owner, row)
    for schools in found.values():
        few = len(schools) <= settings["at_most_places"]
        for owner, row in schools.items() if few else ():
            yield Hit(
                cell(row, "owner_groups", owner),
                keys(project_no=row.project_no, owner=squeeze(owner)),
                f"โครงการ {row.project_no} ช่องผู้รับผิดชอบเป็นชื่อโรงเรียน “{owner}” ไม่ใช่กลุ่มงาน",
                expected="กลุ่มที่รับผิดชอบ",
                found=owner,
            )
