"""Groups that are written in several ways."""

from __future__ import annotations

from plantrack_nb.check.facts import RoundKey, round_key
from plantrack_nb.check.reading.running_text.phrases import joined
from plantrack_nb.check.reading.running_text.spelt import Spelt, add, misspelt
from plantrack_nb.check.rules import Facts, Hits, Settings, Severity, cell, rule
from plantrack_nb.core.vocabulary import split_items
from plantrack_nb.measures.places import OWNERS, line_of
from plantrack_nb.thai.groups import ALL_GROUPS, GROUPS, canonical_group
from plantrack_nb.thai.text import squeeze


@rule(
    "name-group",
    title="ชื่อกลุ่มงานเดียวกันเขียนหลายแบบ",
    title_en="One group is written in several ways",
    why="ตารางสรุปรายกลุ่มจะนับกลุ่มเดียวกันแยกเป็นหลายแถว",
    example="“กลุ่มบริหารการเงินฯ” และ “กลุ่มบริหารงานการเงินฯ”",
    todo="ใช้ชื่อเต็มหรือชื่อย่อที่กำหนดไว้แบบเดียวทั้งเอกสาร",
    alike=85.0,
)
def name_group(facts: Facts, settings: Settings) -> Hits:
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
        yield misspelt(
            f"group={right}",
            f"ชื่อกลุ่ม “{printed}” เขียนเป็น {joined(f'“{form}”' for form in written)}",
            printed,
            written,
            severity=Severity.WARNING if unknown else Severity.INFO,
        )


def _most_used(forms: Spelt, where: RoundKey, group: str) -> str:
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
                add(made, form, form, cell(row, "owner_groups", form, ref))
    return made
