"""The same thing counted in two places of a project."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from typing import Any

from plantrack_nb.check.facts import PROJECT, project_key, ref_of
from plantrack_nb.check.reading.texts import figures_of
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, Severity, Spot, cell, rule
from plantrack_nb.core.records import extended, gathered
from plantrack_nb.core.vocabulary import ClaimKind
from plantrack_nb.measures.places import line_of
from plantrack_nb.thai.numbers import format_count
from plantrack_nb.thai.text import squeeze

_COUNTED = re.compile(r"(?s:.*)(นักเรียน|ครู|บุคลากร|ผู้บริหาร|ศึกษานิเทศก์|ลูกจ้าง|โรงเรียน|สถานศึกษา|เด็ก)")
_PROJECT_NO = re.compile(r"project_no=([^;]*)(?:; activity_no=(.*))?")
_ROW = [*PROJECT, "source_file", "row"]
_THING = [*PROJECT, "unit", "thing"]


@rule(
    "text-posts",
    title="จำนวนอัตราในเป้าหมายไม่เท่ากับจำนวนคนในการดำเนินการแถวเดียวกัน",
    title_en="Posts in the target and people in the action of one row differ",
    why="จ้างเกินอัตราที่ได้รับไม่ได้ และจ้างไม่ครบต้องอธิบาย ตัวเลขสองช่องจึงต้องตรงกัน",
    example="เป้าหมาย “20 อัตรา” แต่การดำเนินการ “จำนวน 23 คน”",
    todo="ตรวจกับคำสั่งจ้างหรือหนังสือจัดสรรอัตรา แล้วแก้ช่องที่ผิด",
)
def text_posts(facts: Facts, _settings: Settings) -> Hits:
    """Hold the posts of a target cell against the people (or posts) of the action beside it."""
    counted = facts.once(_counts)
    posts = _single(row for row in counted if row.is_target and row.unit == "post")
    people = _single(row for row in counted if not row.is_target and row.unit == "person")
    for key, row in posts.items():
        other = people.get(key)
        if other is None or row.value == other.value:
            continue
        wanted, found = format_count(row.value), format_count(other.value)
        more = other.value > row.value
        yield Hit(
            [_spot(facts, other), _spot(facts, row)],
            f"{row.project_no}/{other.subject.partition('; ')[2]}",
            f"โครงการ {row.project_no} ช่องเป้าหมายเขียน {wanted} อัตรา"
            f" แต่การดำเนินการในแถวเดียวกันเขียน {found} คน" + (" ซึ่งเกินอัตราที่มี" if more else ""),
            expected=wanted,
            found=found,
            hint="แก้จำนวนให้ตรงกัน" + ("" if more else " ถ้ามีอัตราว่างให้เขียนว่าจ้างแล้วกี่คน ว่างกี่อัตรา"),
            severity=Severity.ERROR if more else Severity.WARNING,
        )


def _counts(facts: Facts) -> list[Row]:
    """Take the counts in the words of projects, with the project and the row of each."""
    return [
        extended(
            row,
            project_no=named[1],
            activity_no=named[2] or "",
            is_target="column=targets" in row.subject,
            row=line_of(row.source_ref),
        )
        for row in facts.claims
        if row.kind == ClaimKind.ACTIVITY_TEXT.value and (named := _PROJECT_NO.search(row.subject))
    ]


def _spot(facts: Facts, count: Row) -> Spot:
    """Name the cell of the project's targets, or of its activity, that a count was read from."""
    key, said = project_key(count), squeeze(count.text)
    words = next((one.within(count.text) for one in reversed(figures_of(count.text))), "")
    if count.is_target and key in facts.project_of:
        return cell(facts.project_of[key], "targets", words, ref_of(count))
    activities = facts.activities_of.get(key, [])
    named = [one for one in activities if one.activity_no == count.activity_no]
    holding = [one for one in named if said in squeeze(one.text)] or named
    if count.is_target or not holding:
        return cell(count, "value")
    return cell(holding[0], "text", words, ref_of(count))


def _single(counts: Iterable[Row]) -> dict[tuple[object, ...], Row]:
    """Keep the rows of the source that hold one such count only."""
    return {key: same[0] for key, same in gathered(counts, _ROW).items() if len(same) == 1}


@rule(
    "text-count",
    title="จำนวนเดียวกันพิมพ์ไม่ตรงกันในเป้าหมายและการดำเนินการ",
    title_en="One count is printed differently in the target and in the action",
    why="จำนวนที่ต่างกันเล็กน้อยมักมาจากข้อมูลคนละวันหรือพิมพ์ผิด ผู้อ่านไม่รู้ว่าใช้จำนวนใด",
    example="เป้าหมาย “นักเรียน 30,050 คน” แต่การดำเนินการ “นักเรียน 30,005 คน”",
    todo="ใช้ข้อมูลวันเดียวกันทั้งสองแห่ง หรือเขียนกำกับว่าเป็นข้อมูล ณ วันใด",
    within=0.01,
    at_least=100.0,
)
def text_count(facts: Facts, settings: Settings) -> Hits:
    """Find nearly equal counts of one kind of people or schools in one project."""
    for (*_, thing, value, other_value), same in _nearly_equal(facts, settings).items():
        first, other = same[0]
        wanted, found = format_count(value), format_count(other_value)
        apart_by = format_count(abs(value - other_value))
        yield Hit(
            [_spot(facts, one) for one in (first, *(one for _, one in same))],
            f"{first.project_no}/{thing}/{other.subject.partition('; ')[2]}",
            f"โครงการ {first.project_no} ช่องเป้าหมายเขียน {thing} {wanted}"
            f" แต่การดำเนินการเขียน {found} ต่างกัน {apart_by}",
            expected=wanted,
            found=found,
        )


def _nearly_equal(facts: Facts, settings: Settings) -> dict[tuple[Any, ...], list[tuple[Row, Row]]]:
    """Pair counts of one thing in target and action that differ a little, by thing and values."""
    counted = [
        extended(row, thing=named[1])
        for row in facts.once(_counts)
        if row.value >= settings["at_least"] and (named := _COUNTED.search(row.text))
    ]
    actions = gathered((row for row in counted if not row.is_target), _THING)
    near: dict[tuple[Any, ...], list[tuple[Row, Row]]] = {}
    for key, targets in gathered((row for row in counted if row.is_target), _THING).items():
        for target, action in product(targets, actions.get(key, [])):
            if 0 < abs(target.value - action.value) <= settings["within"] * target.value:
                pair = (*key, target.value, action.value)
                near.setdefault(pair, []).append((target, action))
    return near
