"""Offices and groups that are written in several ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from plantrack_nb.check.facts import Facts, round_key
from plantrack_nb.check.reading.phrases import joined
from plantrack_nb.check.reading.texts import NARRATIVE
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.check.rules.names.spelt import Places, Spelt, add, round_name, spelt, word_finding
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.vocabulary import split_items
from plantrack_nb.measures.places import OWNERS, line_of
from plantrack_nb.thai.groups import ALL_GROUPS, GROUPS, canonical_group
from plantrack_nb.thai.text import squeeze

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
    Family.NAMES,
    Severity.WARNING,
    title="ชื่อย่อหน่วยงานสะกดผิด",
    title_en="The abbreviation of an office is misspelt",
    why="ชื่อย่อที่ผิดกลายเป็นชื่อหน่วยงานอื่น ทำให้ผู้อ่านเข้าใจผิด",
    example="“สทป.” หรือ “สพพ.” ที่ถูกคือ “สพป.”",
    todo="แก้ชื่อย่อให้ถูก เช่น สพป. สพม. สพฐ.",
)
def name_office(facts: Facts, _settings: Settings) -> Iterator[Finding]:
    """Find สทป., สพพ., สภฐ, and สพฐ. before a place that is elsewhere called สพป.'s."""
    found = spelt(facts, "ส[ก-ฮ]{2}", _ABBREVIATION, lambda match: _office_meant(match[1]))
    found |= _wrongly_placed(facts)
    for (where, right), written in found.items():
        for form, refs in written.items():
            told = word_finding(
                "name-office",
                Severity.WARNING,
                f"office={form}",
                f"ชื่อย่อหน่วยงาน “{form}” น่าจะพิมพ์ผิด ที่ถูกคือ “{right}”",
                right=right,
                wrong={form: refs},
                where=where,
            )
            which = f"ตรวจว่าหมายถึงหน่วยงานใด ({right}) แล้วแก้ให้ถูก"
            yield replace(told, hint=which) if _OR in right else told


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
        by_office: Places = {}
        for form, refs in written.items():
            by_office.setdefault(form[:3], []).extend(refs)
        usual = max(by_office, key=lambda one: len(by_office[one]))
        for office, refs in by_office.items():
            if office in _OFFICES and len(refs) < len(by_office[usual]):
                made.setdefault((where, f"{usual}.{place}"), {})[f"{office}.{place}"] = refs
    return made


@rule(
    "name-office-number",
    Family.NAMES,
    Severity.WARNING,
    title="เลขเขตของสำนักงานไม่ตรงกันในหนังสือ",
    title_en="The office's area number differs within the document",
    why="เลขเขตที่ผิดทำให้หนังสือราชการระบุหน่วยงานผิด",
    example="ทั้งฉบับเป็น “เขต 1” แต่ท้ายหนังสือเป็น “เขต 2”",
    todo="แก้เลขเขตให้ถูกต้อง",
    at_least=3.0,
)
def name_office_number(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Find an area number that stands once where another stands all over the document."""
    select = "สำนักงานเขตพื้นที่การศึกษา.*เขต"
    found = spelt(facts, select, _FULL_NAME, lambda one: one[1], (NARRATIVE,))
    for (where, place), written in found.items():
        by_number: Places = {}
        for form, refs in written.items():
            by_number.setdefault(re.split(r"\D", form)[-1], []).extend(refs)
        usual = max(by_number, key=lambda one: len(by_number[one]))
        for number, refs in by_number.items():
            if number == usual or len(refs) > 1 or len(by_number[usual]) < settings["at_least"]:
                continue
            yield word_finding(
                "name-office-number",
                Severity.WARNING,
                f"office={place}",
                f"ชื่อสำนักงานเขียนว่า {place} เขต {number} แต่ที่อื่นทั้งเอกสารเป็น {place} เขต {usual}",
                right=f"{place} เขต {usual}",
                wrong={f"{place} เขต {number}": refs},
                where=where,
            )


@rule(
    "name-group",
    Family.NAMES,
    Severity.WARNING,
    title="ชื่อกลุ่มงานเดียวกันเขียนหลายแบบ",
    title_en="One group is written in several ways",
    why="ตารางสรุปรายกลุ่มจะนับกลุ่มเดียวกันแยกเป็นหลายแถว",
    example="“กลุ่มบริหารการเงินฯ” และ “กลุ่มบริหารงานการเงินฯ”",
    todo="ใช้ชื่อเต็มหรือชื่อย่อที่กำหนดไว้แบบเดียวทั้งเอกสาร",
    alike=85.0,
)
def name_group(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Find forms beside the official and the short one; unknown ones are a warning."""
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extractOne

    shorts = {one.name: one.short for one in GROUPS}
    usual = {squeeze(one) for group in GROUPS for one in (group.name, group.short)}
    found: Spelt = {}
    forms = _groups(facts)
    for (where, form), written in forms.items():
        known = canonical_group(form)
        if known == ALL_GROUPS or squeeze(form) in usual:
            continue
        near = extractOne(form, list(shorts), scorer=ratio, score_cutoff=settings["alike"])
        meant = known or (near[0] if near else "")
        if meant:
            found.setdefault((where, meant), {}).update(written)
    for (where, right), written in found.items():
        unknown = any(canonical_group(form) is None for form in written)
        printed = _most_used(forms, where, right) or shorts[right]
        yield word_finding(
            "name-group",
            Severity.WARNING if unknown else Severity.INFO,
            f"group={right}",
            f"ชื่อกลุ่ม “{printed}” เขียนเป็น {joined(f'“{form}”' for form in written)}",
            right=printed,
            wrong=written,
            where=where,
        )


def _most_used(forms: Spelt, where: str, group: str) -> str:
    """Return the right form of a group's name that the round uses most, or ""."""
    right = [one.short for one in GROUPS if one.name == group] + [group]
    used = {
        form: sum(map(len, places.values()))
        for (place, form), places in forms.items()
        if place == where and squeeze(form) in set(map(squeeze, right))
    }
    return max(used, key=lambda form: used[form], default="")


def _groups(facts: Facts) -> Spelt:
    """Take every form of a group's name with its places, once a source line."""
    made: Spelt = {}
    seen: set[tuple[object, ...]] = set()
    for row in (*facts.projects, *facts.activities):
        for form in split_items(row.owner_groups):
            ref = facts.places.near(row, OWNERS, form)
            place = (round_key(row), form, ref.file, line_of(ref.ref))
            if place not in seen:
                seen.add(place)
                add(made, round_name(row), form, form, ref)
    return made
