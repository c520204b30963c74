"""The same thing counted in two places of a project, and counts with a unit that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from plantrack_nb.check.facts import PROJECT, Facts, ref_of, round_of, rows
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.check.texts import (
    TARGET,
    figures_of,
    finding,
    items,
    place,
    source_rows,
    texts,
)
from plantrack_nb.findings import Finding, Severity
from plantrack_nb.provenance import SourceRef
from plantrack_nb.thai.numbers import format_count
from plantrack_nb.vocabulary import ClaimKind

if TYPE_CHECKING:
    import pandas as pd

_COUNTED = r"(นักเรียน|ครู|บุคลากร|ผู้บริหาร|ศึกษานิเทศก์|ลูกจ้าง|โรงเรียน|สถานศึกษา|เด็ก)"
_PEOPLE = r"(?:ข้าราชการ|ครู|บุคลากร|นักเรียน|ลูกจ้าง|พนักงาน|ศึกษานิเทศก์|ผู้บริหาร|ผู้ปกครอง)"
_PLACES = r"โรงเรียน|สถานศึกษา|ร\.ร\.|ศูนย์|แห่ง|สนาม|เครือข่าย|หน่วย|สำนักงาน|สพป"
_NUMBER = r"\s*(?:\d{1,2}\.)?\s*"
_PEOPLE_FIRST = re.compile(rf"{_NUMBER}{_PEOPLE}(?:(?!{_PLACES})\D)*")
_PLACES_FIRST = re.compile(
    rf"{_NUMBER}(?:โรงเรียน|สถานศึกษา)(?:ใน|นอก)?(?:สังกัด)?\s*(?:จำนวน|รวม)?\s*"
)
_ITEM_NO = re.compile(r"^\s*\d{1,2}\.")
_ROW = [*PROJECT, "source_file", "row"]


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
    counted = _counts(facts.claims)
    posts = _single(counted[counted["is_target"] & (counted["unit"] == "post")])
    actions = counted[~counted["is_target"]]
    people = _single(actions[actions["unit"] == "person"])
    both = posts.merge(people, on=_ROW, suffixes=("", "_other"))
    for row in rows(both[both["value"] != both["value_other"]]):
        wanted, found = format_count(row.value), format_count(row.value_other)
        more = row.value_other > row.value
        yield Finding(
            "text-posts",
            f"{row.project_no}/{row.subject_other.partition('; ')[2]}",
            Severity.ERROR if more else Severity.WARNING,
            f"โครงการ {row.project_no} ช่องเป้าหมายเขียน {wanted} อัตรา"
            f" แต่การดำเนินการในแถวเดียวกันเขียน {found} คน" + (" ซึ่งเกินอัตราที่มี" if more else ""),
            project_no=str(row.project_no),
            expected=wanted,
            found=found,
            hint="แก้จำนวนให้ตรงกัน" + ("" if more else " ถ้ามีอัตราว่างให้เขียนว่าจ้างแล้วกี่คน ว่างกี่อัตรา"),
            refs=(ref_of(row), _other_ref(row)),
            district=round_of(row),
        )


def _counts(claims: pd.DataFrame) -> pd.DataFrame:
    """Take the counts in the words of projects, with the project and the row of each."""
    made = claims[claims["kind"] == ClaimKind.ACTIVITY_TEXT.value].copy()
    made["project_no"] = made["subject"].str.extract(r"project_no=([^;]*)", expand=False)
    made["is_target"] = made["subject"].str.contains("column=targets", regex=False)
    made["row"] = source_rows(made["source_ref"])
    return made.dropna(subset=["project_no"])


def _single(counts: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows that hold one such count only."""
    return counts.drop_duplicates(_ROW, keep=False)


def _other_ref(row: Any) -> SourceRef:
    return SourceRef(str(row.source_file), str(row.source_ref_other), str(row.raw_other))


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
    counted = _counts(facts.claims)
    counted = counted[counted["value"] >= settings["at_least"]]
    counted["thing"] = counted["text"].str.extract(f"(?s:.*){_COUNTED}", expand=False)
    keys = [*PROJECT, "unit", "thing"]
    counted = counted.dropna(subset=["thing"])
    target, action = counted[counted["is_target"]], counted[~counted["is_target"]]
    both = target.merge(action, on=keys, suffixes=("", "_other"))
    apart = (both["value"] - both["value_other"]).abs()
    near = both[(apart > 0) & (apart <= settings["within"] * both["value"])]
    for _, same in near.groupby([*PROJECT, "unit", "thing", "value", "value_other"], sort=False):
        first, *others = rows(same)
        wanted, found = format_count(first.value), format_count(first.value_other)
        apart_by = format_count(abs(first.value - first.value_other))
        yield Finding(
            "text-count",
            f"{first.project_no}/{first.thing}/{first.subject_other.partition('; ')[2]}",
            Severity.WARNING,
            f"โครงการ {first.project_no} ช่องเป้าหมายเขียน {first.thing} {wanted}"
            f" แต่การดำเนินการเขียน {found} ต่างกัน {apart_by}",
            project_no=str(first.project_no),
            expected=wanted,
            found=found,
            hint="ใช้ข้อมูลวันเดียวกันทั้งสองแห่ง หรือเขียนกำกับว่าเป็นข้อมูล ณ วันใด",
            refs=(ref_of(first), *(dict.fromkeys(_other_ref(one) for one in [first, *others]))),
            district=round_of(first),
        )


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
    for row in rows(texts(facts, r"\d", (TARGET,))):
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
