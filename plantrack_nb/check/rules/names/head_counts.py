"""The office's own numbers: its staff, its schools, and the like, said everywhere alike."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from plantrack_nb.check.facts import RoundKey, round_key
from plantrack_nb.check.reading.running_text.phrases import joined
from plantrack_nb.check.reading.running_text.readings import readings
from plantrack_nb.check.reading.running_text.texts import (
    ACTIVITY,
    INDICATOR,
    NARRATIVE,
    TARGET,
    Text,
    texts,
)
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, Spot, rule
from plantrack_nb.core.vocabulary import NarrativeKind
from plantrack_nb.quantities.slips import Slip, slip
from plantrack_nb.thai.numbers import format_count

_NEAR = 60
_TOTAL = r"\s*(?:ทั้งหมด|ทั้งสิ้น|ทั้ง|รวม)?\s*(?:จำนวน)?\s*$"
THINGS = {
    "บุคลากรของสำนักงาน": (
        "person",
        re.compile(r"บุคลากร(?:ในสังกัด|(?:ใน|ของ)? ?สพ[ปม]\.?[^\d,;]{0,20}?(?:เขต ?\d+)?)" + _TOTAL),
    ),
    "โรงเรียนในสังกัด": (
        "school",
        re.compile(
            r"(?:โรงเรียน|สถานศึกษา) ?(?:ใน ?สังกัด(?:ทุกแห่ง)?"
            + _TOTAL
            + r"|ทั้ง(?:หมด|สิ้น)?\s*(?:จำนวน)?\s*$)"
        ),
    ),
    "นักเรียนในสังกัด": ("person", re.compile("นักเรียน ?ใน ?สังกัด" + _TOTAL)),
    "ครูในสังกัด": ("person", re.compile("ครู ?ใน ?สังกัด" + _TOTAL)),
    "ผู้บริหารโรงเรียน": (
        "person",
        re.compile(r"(?:ผู้บริหาร|ผอ\.|ผู้อำนวยการ) ?โรงเรียน(?: ?/ ?รักษาการ)?" + _TOTAL),
    ),
    "ศึกษานิเทศก์": ("person", re.compile("ศึกษานิเทศก์" + _TOTAL)),
    "โรงเรียนขยายโอกาส": (
        "school",
        re.compile(r"โรงเรียนขยายโอกาส(?:ทางการศึกษา)?ฯ?" + _TOTAL),
    ),
    "โรงเรียนคุณภาพประจำตำบล": ("school", re.compile(r"โรงเรียนคุณภาพ(?:ประจำ)?ตำบล" + _TOTAL)),
    "โรงเรียนขนาดเล็ก": ("school", re.compile(r"(?:โรงเรียน|ร\.ร\.) ?ขนาดเล็ก(?:ในสังกัด)?" + _TOTAL)),
}
"""What an office has one number of: its unit, and the words that stand before the number."""


class _Count(NamedTuple):
    """Where a number stands; whether its words say that it is of all there are."""

    spot: Spot
    is_whole: bool


_Counted = dict[tuple[RoundKey, str], dict[float, list[_Count]]]


@rule(
    "name-head-count",
    title="จำนวนเดียวกันของสำนักงานเขียนไม่ตรงกันในเอกสารเดียว",
    title_en="One of the office's own numbers differs within the document",
    why="จำนวนบุคลากรและโรงเรียนเป็นฐานของร้อยละทุกตัว ต้องใช้ตัวเลขเดียวกัน",
    example="บุคลากรในสังกัด 60 คน ในโครงการหนึ่ง แต่ 64 คน ในอีกโครงการ",
    todo="ยืนยันจำนวนกับกลุ่มบริหารงานบุคคลหรือข้อมูลสารสนเทศ แล้วใช้จำนวนเดียวกันทั้งเอกสาร",
    near=0.8,
)
def name_head_count(facts: Facts, settings: Settings) -> Hits:
    """Compare counts of one thing; one far from the usual counts only a part."""
    for (_, thing), found in _counted(facts).items():
        base = max(found, key=lambda value: (sum(one.is_whole for one in found[value]), value))
        low, high = base * settings["near"], base / settings["near"]
        near = {
            value: [one.spot for one in some if one.is_whole or slip(value, base) is Slip.SWAP]
            for value, some in found.items()
            if low <= value <= high
        }
        near = {value: spots for value, spots in near.items() if spots}
        if len(near) < 2:
            continue
        unit = "คน" if THINGS[thing][0] == "person" else "แห่ง"
        said = joined(
            f"{format_count(value)} {unit} ({len(spots)} แห่ง)" for value, spots in near.items()
        )
        usual = Counter({value: len(spots) for value, spots in near.items()}).most_common(2)
        sure = usual[0][1] > usual[1][1]
        yield Hit(
            [spot for spots in near.values() for spot in spots],
            f"thing={thing}",
            f"จำนวน{thing}เขียนไว้ไม่ตรงกัน: {said}",
            expected=format_count(usual[0][0]) if sure else "",
            found=", ".join(format_count(value) for value in near),
            hint="ยืนยันจำนวนที่ถูกต้อง แล้วใช้จำนวนเดียวกัน หรือเขียนกำกับว่านับคนกลุ่มใด ณ วันใด",
            project_no="",
        )


def _counted(facts: Facts) -> _Counted:
    """Take every count of one of the things, by round, thing and value."""
    made: _Counted = {}
    read = facts.once(readings)
    for row in texts(facts, "สังกัด|บุคลากร|โรงเรียน|นิเทศ", (TARGET, INDICATOR, ACTIVITY, NARRATIVE)):
        for one in read[row.text].counted:
            if one.depth >= 0:
                continue
            before = row.text[max(one.start - _NEAR, 0) : one.start]
            for thing, (unit, pattern) in THINGS.items():
                said = pattern.search(before) if one.measure == unit else None
                if said and (row.part != NARRATIVE or _is_told_of_all(row, said[0])):
                    own = made.setdefault((round_key(row), thing), {}).setdefault(one.value, [])
                    whole = thing != "โรงเรียนในสังกัด" or "สังกัด" in said[0]
                    own.append(_Count(row.spot(one.within(row.text)), whole))
    return made


def _is_told_of_all(row: Text, words: str) -> bool:
    """Tell whether a paragraph introduces the office; others tell of parts as they like."""
    return row.kind == NarrativeKind.MEMO.value and "สังกัด" in words
