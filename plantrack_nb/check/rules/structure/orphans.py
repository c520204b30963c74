"""What belongs to nothing: money, activities and words of no project, projects of no strategy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plantrack_nb.check.facts import project_key, round_key
from plantrack_nb.check.reading.running_text.phrases import keys, quoted
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, Severity, cell, rule
from plantrack_nb.core.vocabulary import split_items
from plantrack_nb.thai.groups import GROUPS, canonical_group, is_school
from plantrack_nb.thai.numbers import format_baht
from plantrack_nb.thai.text import squeeze

_GROUP_WORDS = ("กลุ่ม", "หน่วย", "ฝ่าย")
_NONE = "-"
_ALIKE = 85.0
"""A name so like a group's is a slip of its spelling, which other rules tell."""


@rule(
    "orphan-money",
    Severity.ERROR,
    title="รายการเงินของโครงการที่ไม่มีอยู่",
    title_en="Money of a project that there is not",
    why="เงินรายการนี้ไม่อยู่ในยอดของโครงการใด จึงหายจากยอดรวมของรายงาน",
    example="รายการงบประมาณอ้างโครงการ 8.8 แต่ไม่มีโครงการ 8.8",
    todo="แก้เลขที่โครงการของรายการเงิน หรือเพิ่มโครงการนั้น",
)
def orphan_money(facts: Facts, _: Settings) -> Hits:
    """Find budget lines whose project is not in the round."""
    for row in _orphans(facts, facts.lines):
        amounts = f"งบประมาณ {format_baht(row.budget)} เบิกจ่าย {format_baht(row.disbursed)} บาท"
        yield _orphan(row, f"line {row.line_no}", f"รายการงบที่ {row.line_no} ({amounts})")


@rule(
    "orphan-activity",
    Severity.ERROR,
    title="กิจกรรมหรือข้อความของโครงการที่ไม่มีอยู่",
    title_en="Activities or words of a project that there is not",
    why="กิจกรรมนี้ไม่ถูกนับในโครงการใด",
    example="กิจกรรมอ้างโครงการ 8.8 แต่ไม่มีโครงการ 8.8",
    todo="แก้เลขที่โครงการของกิจกรรม หรือเพิ่มโครงการนั้น",
)
def orphan_activity(facts: Facts, _: Settings) -> Hits:
    """Find activities and obstacles whose project is not in the round."""
    for row in _orphans(facts, facts.activities):
        name = f"activity {row.activity_no or squeeze(row.text)[:40]}"
        yield _orphan(row, name, f"กิจกรรม {quoted(row.text)}")
    for row in _orphans(facts, (one for one in facts.narrative if one.project_no)):
        name = f"text {squeeze(row.text)[:40]}"
        yield _orphan(row, name, f"ข้อความ {quoted(row.text)}")


@rule(
    "orphan-strategy",
    Severity.ERROR,
    title="โครงการของกลยุทธ์ที่ไม่มีอยู่",
    title_en="A project of a strategy that there is not",
    why="โครงการนี้ไม่ถูกนับในตารางรายกลยุทธ์",
    example="โครงการ 7.1 อยู่กลยุทธ์ที่ 7 แต่มีเพียงกลยุทธ์ที่ 1 และ 2",
    todo="แก้เลขที่กลยุทธ์ของโครงการ หรือเพิ่มกลยุทธ์นั้น",
)
def orphan_strategy(facts: Facts, _: Settings) -> Hits:
    """Find projects whose strategy is not in the round."""
    known = {(*round_key(one), one.strategy_no) for one in facts.strategies}
    for row in facts.projects:
        if (*round_key(row), row.strategy_no) in known or row.strategy_no == _NONE:
            continue
        yield Hit(
            cell(row, "strategy_no"),
            keys(project_no=row.project_no, strategy_no=row.strategy_no),
            f"โครงการ {row.project_no} อยู่กลยุทธ์ที่ {row.strategy_no} ซึ่งไม่มีในรายการกลยุทธ์",
            expected="กลยุทธ์ที่มีอยู่",
            found=row.strategy_no,
        )


@rule(
    "owner-unknown",
    Severity.ERROR,
    title="กลุ่มที่รับผิดชอบไม่อยู่ในรายชื่อกลุ่ม",
    title_en="The responsible group is not a group of the office",
    why="โครงการของกลุ่มที่ไม่มีอยู่ไม่ถูกนับในตารางรายกลุ่ม",
    example="ช่องผู้รับผิดชอบพิมพ์ว่า “กลุ่มอวกาศ”",
    todo="แก้ชื่อกลุ่ม หรือถ้าเป็นกลุ่มจริงของสำนักงาน ให้ยอมรับข้อนี้ใน params/waivers.yaml",
    at_most_percent=50.0,
)
def owner_unknown(facts: Facts, settings: Settings) -> Hits:
    """Find names of groups that the office does not have; one finding a name.

    Where most names are unknown the office calls its groups otherwise: then nothing is wrong.
    """
    named: dict[tuple[object, ...], dict[str, Row]] = {}
    for row in (*facts.projects, *facts.activities):
        for owner in split_items(row.owner_groups):
            named.setdefault(round_key(row), {}).setdefault(owner, row)
    for owners in named.values():
        unknown = {owner: row for owner, row in owners.items() if _is_unknown(owner)}
        if 100 * len(unknown) > settings["at_most_percent"] * len(owners):
            continue
        for owner, row in unknown.items():
            yield Hit(
                cell(row, "owner_groups", owner),
                keys(owner=squeeze(owner)),
                f"“{owner}” (โครงการ {row.project_no}) ไม่ใช่ชื่อกลุ่มของสำนักงานที่รู้จัก",
                expected="ชื่อกลุ่มของสำนักงาน",
                found=owner,
            )


def _is_unknown(owner: str) -> bool:
    called = owner.startswith(_GROUP_WORDS) and not owner.startswith("กลุ่มโรงเรียน")
    if not called or canonical_group(owner) is not None or is_school(owner):
        return False
    from rapidfuzz.fuzz import ratio

    stem = squeeze(owner).removesuffix("ฯ")
    names = [squeeze(one.name) for one in GROUPS]
    return not any(name.startswith(stem) or ratio(name, stem) >= _ALIKE for name in names)


def _orphans(facts: Facts, rows: Iterable[Row]) -> Iterator[Row]:
    known = facts.project_of
    return (row for row in rows if project_key(row) not in known)


def _orphan(row: Row, subject: str, said: str) -> Hit:
    return Hit(
        cell(row, "project_no"),
        keys(project_no=row.project_no, row=subject),
        f"{said} อ้างโครงการ {row.project_no} ซึ่งไม่มีในรายการโครงการ จึงไม่ถูกนับในยอดใด",
        expected="โครงการที่มีอยู่",
        found=row.project_no,
    )
