"""Faults of names: persons, systems, offices, groups, and the office's own numbers."""

from __future__ import annotations

from plantrack_nb.core.vocabulary import ClaimKind
from plantrack_nb.simulate.draft import Draft, Row, text
from plantrack_nb.simulate.faults import Chance, Fault, Planted, Stage, planter
from plantrack_nb.simulate.figures import in_paragraph
from plantrack_nb.simulate.places import Slip, first, misprinted, rewritten, slipped
from plantrack_nb.thai.numbers import format_count, to_float


def _known_elsewhere(draft: Draft, row: Row) -> bool:
    persons = text(row, "persons")
    return bool(persons) and any(
        persons == text(one, "persons") and one is not row for one in draft.of("projects")
    )


@planter("name-person")
def person(draft: Draft, chance: Chance) -> Planted:
    """Misspell an officer whom other projects name too, by one letter or sign."""
    found = first(draft, "projects", chance, lambda row: _known_elsewhere(draft, row))
    if found is None:
        return None
    persons = text(found[1], "persons")
    lost = chance.draw.randrange(len(persons) - 4, len(persons))
    wrong = chance.draw.choice((f"{persons}์", persons[:lost] + persons[lost + 1 :]))
    return rewritten(draft, found[0], "name-person", "persons", wrong)


@planter("name-foreign-letter")
def foreign_letter(draft: Draft, chance: Chance) -> Planted:
    """Put a letter of the Lao script in place of the Thai one it resembles."""
    return misprinted(
        draft, chance, "name-foreign-letter", "persons", Slip("(?P<n>[งนรม])", lambda _: "\u0e87")
    )


@planter("name-system")
def system(draft: Draft, chance: Chance) -> Planted:
    """Misspell an information system."""
    return slipped(draft, chance, "name-system", Slip("(?P<n>eMENSCR)", lambda _: "eMEMSCR"))


@planter("name-office")
def office(draft: Draft, chance: Chance) -> Planted:
    """Misspell the abbreviation of an office."""
    wrong = chance.draw.choice(("สพพ", "สทป", "สปพ"))
    return slipped(
        draft, chance, "name-office", Slip(r"(?:ร่วมกับ|ใน )(?P<n>สพป)\.", lambda _: wrong)
    )


@planter("name-group")
def group(draft: Draft, chance: Chance) -> Planted:
    """Lose a letter of a group's name."""
    return misprinted(
        draft,
        chance,
        "name-group",
        "owner_groups",
        Slip("^กลุ่ม(?:นโยบาย|บริหารงาน|พัฒนาครู|ส่งเสริมการจัดการ).*(?P<n>[ก-ฮ])", lambda _: ""),
    )


@planter("name-head-count")
def head_count(draft: Draft, chance: Chance) -> Planted:
    """Count more schools in one project than everywhere else."""
    return misprinted(
        draft,
        chance,
        "name-head-count",
        "targets",
        Slip(
            r"โรงเรียนในสังกัด (?P<n>\d+) แห่ง",
            lambda found: format_count((to_float(found["n"]) or 0) + 3),
        ),
    )


@planter("name-office-number", Stage.DOCUMENT)
def office_number(draft: Draft, _: Chance) -> Planted:
    """Sign for the neighbouring area."""
    for at, row in draft.numbered("narrative"):
        words = text(row, "text")
        stem, area, no = words.rpartition("เขต ")
        if words.startswith("ผู้อำนวยการ") and area and no.isdecimal():
            after = f"{stem}{area}{int(no) + 1}"
            fault = Fault("name-office-number", "", "narrative.text", words, after)
            return reworded(draft, at, after), fault
    return None


def reworded(draft: Draft, at: int, words: str) -> Draft:
    """Change a paragraph, and the figures that are read from it."""
    row = draft.of("narrative")[at]
    ref, kind = text(row, "source_ref"), ClaimKind(text(row, "kind"))
    claims = [one for one in draft.of("claims") if text(one, "source_ref") != ref]
    before = [one for one in draft.of("claims") if text(one, "source_ref") == ref]
    place = draft.of("claims").index(before[0]) if before else 0
    claims[place:place] = in_paragraph(kind, words, ref)
    draft = draft.changed("narrative", at, text=words, raw=words)
    return draft.holding("claims", claims)
