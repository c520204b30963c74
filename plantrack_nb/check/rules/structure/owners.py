"""Owners that are no group."""

from __future__ import annotations

import re
from functools import lru_cache

from plantrack_nb.check.facts import RoundKey, round_key
from plantrack_nb.check.reading.running_text.phrases import keys
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, cell, rule
from plantrack_nb.core.vocabulary import split_items
from plantrack_nb.measures.places import line_of
from plantrack_nb.thai.groups import GROUPS, canonical_group, is_school
from plantrack_nb.thai.text import squeeze

_GOES_ON = re.compile("(?:และ|กับ|เพื่อ|ของ|ทาง|ด้าน)$")
_LEAST_LETTERS = 12


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


@rule(
    "owner-cut",
    title="ชื่อกลุ่มที่รับผิดชอบพิมพ์ไม่จบ",
    title_en="The name of the group in charge is cut short",
    why="ชื่อที่ขาดท้ายไม่ถูกนับรวมกับกลุ่มเดียวกันในตารางสรุป",
    example="“กลุ่มพัฒนาครูและ” ที่ถูกคือ “กลุ่มพัฒนาครูและบุคลากรทางการศึกษา”",
    todo="พิมพ์ชื่อกลุ่มให้ครบ หรือใช้ชื่อย่อที่ลงท้ายด้วย ฯ",
)
def owner_cut(facts: Facts, _: Settings) -> Hits:
    """Find owners that begin an official name and stop within it, short forms apart."""
    cut = [(one, meant) for one in facts.unread if (meant := _begun(one.raw))]
    shown = {_line(row): row for row in (*facts.activities, *facts.projects)} if cut else {}
    for one, meant in cut:
        if _line(one) in shown:
            yield _cut(shown[_line(one)], one.raw.strip(), meant)
    for row in (*facts.projects, *facts.activities):
        for owner in split_items(row.owner_groups):
            if meant := _begun(owner):
                yield _cut(row, owner, meant)


def _line(row: Row) -> tuple[RoundKey, str, str]:
    return (round_key(row), row.source_file, line_of(row.source_ref))


@lru_cache(maxsize=1024)
def _begun(text: str) -> str:
    """Return the official name that a text begins and does not end, or ``""``."""
    plain = squeeze(text)
    is_whole = canonical_group(text) and not _GOES_ON.search(plain)
    if len(plain) < _LEAST_LETTERS or is_whole:
        return ""
    found = [one.name for one in GROUPS if squeeze(one.name).startswith(plain)]
    return found[0] if len(found) == 1 else ""


def _cut(row: Row, written: str, meant: str) -> Hit:
    return Hit(
        cell(row, "owner_groups", written),
        keys(project_no=row.project_no, owner=squeeze(written)),
        f"โครงการ {row.project_no} ช่องผู้รับผิดชอบพิมพ์ชื่อกลุ่มไม่จบ “{written}”",
        expected=meant,
        found=written,
    )
