"""The office's own name: its abbreviation, and its number."""

from __future__ import annotations

import re

from plantrack_nb.check.reading.spelt import Spelt, each_once, misspelt, spelt
from plantrack_nb.check.reading.texts import NARRATIVE
from plantrack_nb.check.rules import Facts, Hits, Settings, Spot, rule

_OR = " หรือ "
_OFFICES = frozenset(["สพป", "สพม", "สพท", "สพฐ"])
_MEANT = ("สพป", "สพท", "สพฐ")
_AGENCIES = frozenset(["สทศ", "สกศ", "สมศ", "สอศ", "สปช", "สกอ", "สพร", "สคบ", "สตง", "สนง", "สสส"])
_WORD_STARTS = "(?:(?<![ก-๎])|(?<=กับ)|(?<=ของ)|(?<=จาก)|(?<=และ)|(?<=โดย)|(?<=ให้))"
_ABBREVIATION = re.compile(rf"{_WORD_STARTS}(ส[ก-ฮ](?:[ก-ฮ](?=\.)|ฐ(?![ะ-ฺ็-๎])))")
_PLACED = re.compile(r"(?<![ก-๎])(ส[ก-ฮ]{2})\. ?([ก-๎]{3,20}?) ?\.?เขต ?(\d+)")
_FULL_NAME = re.compile(r"สำนักงานเขตพื้นที่การศึกษา(?:ประถมศึกษา|มัธยมศึกษา) ?([ก-๎]{3,20}?) ?เขต ?(\d+)")


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


def _office_meant(abbreviation: str) -> str:
    """Return the offices one letter away, or "" when it is right or a known agency."""
    if abbreviation in _OFFICES or abbreviation in _AGENCIES:
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


@rule(
    "name-office-number",
    title="เลขเขตของสำนักงานไม่ตรงกันในหนังสือ",
    title_en="The office's area number differs within the document",
    why="เลขเขตที่ผิดทำให้หนังสือราชการระบุหน่วยงานผิด",
    example="ทั้งฉบับเป็น “เขต 1” แต่ท้ายหนังสือเป็น “เขต 2”",
    todo="แก้เลขเขตให้ถูกต้อง",
    at_least=3.0,
)
def name_office_number(facts: Facts, settings: Settings) -> Hits:
    """Find an area number that stands once where another stands all over the document."""
    select = "สำนักงานเขตพื้นที่การศึกษา.*เขต"
    found = spelt(facts, select, _FULL_NAME, lambda one: one[1], (NARRATIVE,))
    for (_, place), written in found.items():
        by_number: dict[str, list[Spot]] = {}
        for form, spots in written.items():
            by_number.setdefault(re.split(r"\D", form)[-1], []).extend(spots.values())
        usual = max(by_number, key=lambda one: len(by_number[one]))
        for number, there in by_number.items():
            if number == usual or len(there) > 1 or len(by_number[usual]) < settings["at_least"]:
                continue
            yield misspelt(
                f"office={place}",
                f"ชื่อสำนักงานเขียนว่า {place} เขต {number} แต่ที่อื่นทั้งเอกสารเป็น {place} เขต {usual}",
                f"{place} เขต {usual}",
                {f"{place} เขต {number}": each_once(there)},
            )
