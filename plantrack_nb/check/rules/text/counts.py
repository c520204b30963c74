"""The same thing counted in two places of a project, and counts with a unit that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

from plantrack_nb.check.facts import PROJECT, Facts, ref_of, round_of
from plantrack_nb.check.reading.texts import (
    TARGET,
    figures_of,
    finding,
    items,
    place,
    source_row,
    texts,
)
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.records import Row, extended, gathered
from plantrack_nb.core.vocabulary import ClaimKind
from plantrack_nb.thai.numbers import format_count

_COUNTED = re.compile(r"(?s:.*)(นักเรียน|ครู|บุคลากร|ผู้บริหาร|ศึกษานิเทศก์|ลูกจ้าง|โรงเรียน|สถานศึกษา|เด็ก)")
_PROJECT_NO = re.compile(r"project_no=([^;]*)")
_PEOPLE = r"(?:ข้าราชการ|ครู|บุคลากร|นักเรียน|ลูกจ้าง|พนักงาน|ศึกษานิเทศก์|ผู้บริหาร|ผู้ปกครอง)"
_PLACES = r"โรงเรียน|สถานศึกษา|ร\.ร\.|ศูนย์|แห่ง|สนาม|เครือข่าย|หน่วย|สำนักงาน|สพป"
_NUMBER = r"\s*(?:\d{1,2}\.)?\s*"
_PEOPLE_FIRST = re.compile(rf"{_NUMBER}{_PEOPLE}(?:(?!{_PLACES})\D)*")
_PLACES_FIRST = re.compile(
    rf"{_NUMBER}(?:โรงเรียน|สถานศึกษา)(?:ใน|นอก)?(?:สังกัด)?\s*(?:จำนวน|รวม)?\s*"
)
_ITEM_NO = re.compile(r"^\s*\d{1,2}\.")
_ROW = [*PROJECT, "source_file", "row"]
_THING = [*PROJECT, "unit", "thing"]


@rule(
    "text-posts",
    Family.TEXT,
    Severity.WARNING,
    title="จำนวนอัตราในเป้าหมายไม่เท่ากับจำนวนคนในการดำเนินการแถวเดียวกัน",
    title_en="Posts in the target and people in the action of one row differ",
    why="จ้างเกินอัตราที่ได้รับไม่ได้ และจ้างไม่ครบต้องอธิบาย ตัวเลขสองช่องจึงต้องตรงกัน",
    example="เป้าหมาย “20 อัตรา” แต่การดำเนินการ “จำนวน 23 คน”",
    todo="ตรวจกับคำสั่งจ้างหรือหนังสือจัดสรรอัตรา แล้วแก้ช่องที่ผิด",
)
def text_posts(facts: Facts, _settings: Settings) -> Iterator[Finding]:
    """Hold the posts of a target cell against the people (or posts) of the action beside it."""
    counted = list(_counts(facts.claims))
    posts = _single(row for row in counted if row.is_target and row.unit == "post")
    people = _single(row for row in counted if not row.is_target and row.unit == "person")
    for key, row in posts.items():
        other = people.get(key)
        if other is None or row.value == other.value:
            continue
        wanted, found = format_count(row.value), format_count(other.value)
        more = other.value > row.value
        yield Finding(
            "text-posts",
            f"{row.project_no}/{other.subject.partition('; ')[2]}",
            Severity.ERROR if more else Severity.WARNING,
            f"โครงการ {row.project_no} ช่องเป้าหมายเขียน {wanted} อัตรา"
            f" แต่การดำเนินการในแถวเดียวกันเขียน {found} คน" + (" ซึ่งเกินอัตราที่มี" if more else ""),
            project_no=str(row.project_no),
            expected=wanted,
            found=found,
            hint="แก้จำนวนให้ตรงกัน" + ("" if more else " ถ้ามีอัตราว่างให้เขียนว่าจ้างแล้วกี่คน ว่างกี่อัตรา"),
            refs=(ref_of(row), ref_of(other)),
            district=round_of(row),
        )


def _counts(claims: Iterable[Row]) -> Iterator[Row]:
    """Take the counts in the words of projects, with the project and the row of each."""
    for row in claims:
        named = _PROJECT_NO.search(row.subject)
        if row.kind == ClaimKind.ACTIVITY_TEXT.value and named:
            yield extended(
                row,
                project_no=named[1],
                is_target="column=targets" in row.subject,
                row=source_row(row.source_ref),
            )


def _single(counts: Iterable[Row]) -> dict[tuple[object, ...], Row]:
    """Keep the rows of the source that hold one such count only."""
    return {key: same[0] for key, same in gathered(counts, _ROW).items() if len(same) == 1}


@rule(
    "text-count",
    Family.TEXT,
    Severity.WARNING,
    title="จำนวนเดียวกันพิมพ์ไม่ตรงกันในเป้าหมายและการดำเนินการ",
    title_en="One count is printed differently in the target and in the action",
    why="จำนวนที่ต่างกันเล็กน้อยมักมาจากข้อมูลคนละวันหรือพิมพ์ผิด ผู้อ่านไม่รู้ว่าใช้จำนวนใด",
    example="เป้าหมาย “นักเรียน 30,050 คน” แต่การดำเนินการ “นักเรียน 30,005 คน”",
    todo="ใช้ข้อมูลวันเดียวกันทั้งสองแห่ง หรือเขียนกำกับว่าเป็นข้อมูล ณ วันใด",
    within=0.01,
    at_least=100.0,
)
def text_count(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Find nearly equal counts of one kind of people or schools in one project."""
    for (*_, thing, value, other_value), same in _nearly_equal(facts, settings).items():
        first, other = same[0]
        wanted, found = format_count(value), format_count(other_value)
        apart_by = format_count(abs(value - other_value))
        yield Finding(
            "text-count",
            f"{first.project_no}/{thing}/{other.subject.partition('; ')[2]}",
            Severity.WARNING,
            f"โครงการ {first.project_no} ช่องเป้าหมายเขียน {thing} {wanted}"
            f" แต่การดำเนินการเขียน {found} ต่างกัน {apart_by}",
            project_no=str(first.project_no),
            expected=wanted,
            found=found,
            hint="ใช้ข้อมูลวันเดียวกันทั้งสองแห่ง หรือเขียนกำกับว่าเป็นข้อมูล ณ วันใด",
            refs=(ref_of(first), *dict.fromkeys(ref_of(one) for _, one in same)),
            district=round_of(first),
        )


def _nearly_equal(facts: Facts, settings: Settings) -> dict[tuple[Any, ...], list[tuple[Row, Row]]]:
    """Pair counts of one thing in target and action that differ a little, by thing and values."""
    counted = [
        extended(row, thing=named[1])
        for row in _counts(facts.claims)
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


@rule(
    "text-unit",
    Family.TEXT,
    Severity.WARNING,
    title="หน่วยนับไม่เข้ากับสิ่งที่นับ",
    title_en="A unit that does not fit what is counted",
    why="นับคนเป็นแห่งหรือนับโรงเรียนเป็นคน ทำให้ไม่รู้ว่าเป้าหมายคือเท่าใด",
    example="“ครูในสังกัด จำนวน 100 แห่ง”",
    todo="แก้หน่วยนับ หรือแก้จำนวนให้ตรงกับหน่วยนับ",
)
def text_unit(facts: Facts, _settings: Settings) -> Iterator[Finding]:
    """Find people counted in places and schools counted in people among the targets."""
    for row in texts(facts, r"\d", (TARGET,)):
        for item in items(row.text):
            for figure in figures_of(item):
                before = item[: figure.start]
                people = figure.unit == "school" and _PEOPLE_FIRST.fullmatch(before)
                places = figure.unit == "person" and _PLACES_FIRST.fullmatch(before)
                if not people and not places:
                    continue
                count = format_count(figure.value)
                right, wrong = ("คน", "แห่ง") if people else ("แห่ง", "คน")
                named = f"“{_ITEM_NO.sub('', before).strip()} {count} {wrong}”"
                yield finding(
                    "text-unit",
                    Severity.WARNING,
                    row,
                    item[: figure.end],
                    f"{place(row)} เขียนว่า {named} หน่วยนับควรเป็น “{right}”",
                    expected=right,
                    found=wrong,
                    hint=f"แก้หน่วยนับเป็น “{right}” และตรวจว่า {count} คือจำนวนของสิ่งใด",
                )
