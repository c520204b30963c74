"""Abbreviations of offices that are misspelt."""

from __future__ import annotations

import re

from plantrack_nb.check.reading.running_text.spelt import Spelt, each_once, misspelt, spelt
from plantrack_nb.check.rules import Facts, Hits, Settings, Spot, rule
from plantrack_nb.thai.agencies import AGENCIES, swapped

_OR = " หรือ "
_OFFICES = frozenset(["สพป", "สพม", "สพท", "สพฐ"])
_MEANT = ("สพป", "สพท", "สพฐ")
_WORD_STARTS = "(?:(?<![ก-๎])|(?<=กับ)|(?<=ของ)|(?<=จาก)|(?<=และ)|(?<=โดย)|(?<=ให้))"
_ABBREVIATION = re.compile(rf"{_WORD_STARTS}(ส[ก-ฮ](?:[ก-ฮ](?=\.)|ฐ(?![ะ-ฺ็-๎])))")
_PLACED = re.compile(r"(?<![ก-๎])(ส[ก-ฮ]{2})\. ?([ก-๎]{3,20}?) ?\.?เขต ?(\d+)")
_LETTERS = re.compile(rf"{_WORD_STARTS}([ก-ฮ]{{3,4}})\.(?![ก-ฮ]{{1,2}}\.)")


@rule(
    "name-office",
    title="ชื่อย่อหน่วยงานสะกดผิด",
    title_en="The abbreviation of an office is misspelt",
    why="ชื่อย่อที่ผิดกลายเป็นชื่อหน่วยงานอื่น ทำให้ผู้อ่านเข้าใจผิด",
    example="“สทป.” หรือ “สพพ.” ที่ถูกคือ “สพป.”",
    todo="แก้ชื่อย่อให้ถูก เช่น สพป. สพม. สพฐ.",
)
def name_office(facts: Facts, _settings: Settings) -> Hits:
    """Find สทป., สพพ., สภฐ, and สพฐ. before a place that is elsewhere called สพป.'s."""
    found = spelt(facts, "ส[ก-ฮ]{2}", _ABBREVIATION, lambda match: _office_meant(match[1]))
    found |= _wrongly_placed(facts)
    found |= spelt(facts, r"[ก-ฮ]{3}\.", _LETTERS, lambda match: _with_stop(swapped(match[1])))
    for (_, right), written in found.items():
        which = f"ตรวจว่าหมายถึงหน่วยงานใด ({right}) แล้วแก้ให้ถูก" if _OR in right else ""
        for form, spots in written.items():
            yield misspelt(
                f"office={form}",
                f"ชื่อย่อหน่วยงาน “{form}” น่าจะพิมพ์ผิด ที่ถูกคือ “{right}”",
                right,
                {form: spots},
                hint=which,
            )


def _with_stop(abbreviation: str) -> str:
    return f"{abbreviation}." if abbreviation else ""


def _office_meant(abbreviation: str) -> str:
    """Return the offices one letter away, or "" when it is right or a known agency."""
    if abbreviation in AGENCIES or swapped(abbreviation):
        return ""
    near = [one for one in _MEANT if sum(map(str.__ne__, abbreviation, one)) == 1]
    ends_alike = [one for one in near if one[-1] == abbreviation[-1]]
    return _OR.join(f"{one}." for one in ends_alike or near)


def _wrongly_placed(facts: Facts) -> Spelt:
    """Find another office's abbreviation before a place, where one stands there more often."""
    placed = spelt(facts, r"ส[ก-ฮ]{2}\..*เขต", _PLACED, lambda one: f"{one[2]} เขต {one[3]}")
    made: Spelt = {}
    for (where, place), written in placed.items():
        by_office: dict[str, list[Spot]] = {}
        for form, spots in written.items():
            by_office.setdefault(form[:3], []).extend(spots.values())
        usual = max(by_office, key=lambda one: len(by_office[one]))
        for office, there in by_office.items():
            if office in _OFFICES and len(there) < len(by_office[usual]):
                forms = made.setdefault((where, f"{usual}.{place}"), {})
                forms[f"{office}.{place}"] = each_once(there)
    return made
