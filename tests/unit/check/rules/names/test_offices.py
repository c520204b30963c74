"""Offices and groups written in several ways."""

from __future__ import annotations

import pytest
from helpers.rounds import stacked, tables
from helpers.rules import Tables, found, said

from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey


@pytest.mark.parametrize(
    ("text", "form", "right"),
    [
        ("บุคลากรใน สทป.เมืองงาม เขต 1", "สทป", "สพป."),
        ("มาตรฐาน สพพ.ปี 2564", "สพพ", "สพป. หรือ สพท. หรือ สพฐ."),
        ("3. สภฐไม่แจ้งกรอบวงเงิน", "สภฐ", "สพฐ."),
        ("โอนจาก สมฐ.", "สมฐ", "สพฐ."),
    ],
)
def test_abbreviation_one_letter_off(text: str, form: str, right: str) -> None:
    """One wrong letter names the office that is meant."""
    (one,) = said("name-office", text)
    assert (one.found, one.expected, one.severity) == (form, right, Severity.WARNING)


@pytest.mark.parametrize(
    "text",
    [
        "สพป.เมืองงาม เขต 1 สพฐ. สพท. สพม. สทศ. สกศ.",
        "สนทนากับครู สพฐ จัดสรร",
        "การสพพ.อื่น",
        "สวก. และ สคบ.",
    ],
)
def test_known_offices_and_other_words(text: str) -> None:
    """Agencies, words and abbreviations further away are right."""
    assert said("name-office", text) == []


def test_another_office_before_the_place() -> None:
    """Where a place is the area's, สพฐ. stands there by mistake."""
    texts = ["สพป.เมืองงาม เขต 1", "สพป. เมืองงาม .เขต 1", "สพฐ.เมืองงาม เขต ๑", "สพป.บ้านดี เขต 1"]
    (one,) = found("name-office", tables(activities=[{"text": text} for text in texts]))
    assert (one.found, one.expected) == ("สพฐ.เมืองงาม เขต 1", "สพป.เมืองงาม เขต 1")
    assert [ref.ref for ref in one.refs] == ["activities!A3"]
    even = tables(activities=[{"text": texts[0]}, {"text": texts[2]}])
    assert found("name-office", even) == []


OFFICE = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเมืองงาม เขต"


def memo(*numbers: str, district: str = "0101") -> Tables:
    """Build a memo that names the office once in each paragraph."""
    rows = [
        {"kind": "memo", "text": f"{at} {OFFICE} {number}"} for at, number in enumerate(numbers)
    ]
    return tables(narrative=rows, key=RoundKey(district, 2565, 2))


def test_number_of_the_office() -> None:
    """One number stands against all the others."""
    (one,) = found(
        "name-office-number", stacked(memo("1", "๑", "1", "๓"), memo("1", district="0102"))
    )
    assert (one.expected, one.found) == ("เมืองงาม เขต 1", "เมืองงาม เขต 3")
    assert (one.district, one.severity) == ("0101", Severity.WARNING)


@pytest.mark.parametrize("numbers", [("1", "1", "3"), ("1", "1", "1", "3", "3"), ("1", "1", "1")])
def test_number_that_may_be_another_office(numbers: tuple[str, ...]) -> None:
    """Too few to tell, or a neighbour that is named again."""
    assert found("name-office-number", memo(*numbers)) == []


def test_neighbours_in_activities_are_no_mistake() -> None:
    """Only the letter itself must name one office."""
    given = memo("1", "1", "1") | {
        "activities": tables(activities=[{"text": f"ประชุมกับ {OFFICE} 2"}])["activities"]
    }
    assert found("name-office-number", given) == []


def groups(*names: str) -> Tables:
    """Build one activity for each owner group, each in its own line."""
    rows = [{"owner_groups": name, "source_ref": f"L{at}.8"} for at, name in enumerate(names)]
    return tables(activities=rows)


@pytest.mark.parametrize(
    ("form", "short", "severity"),
    [
        ("กลุ่มบริหารการเงินฯ", "กลุ่มบริหารงานการเงินฯ", Severity.INFO),
        ("กลุ่มส่งเสริมจัดการศึกษา", "กลุ่มส่งเสริมการจัดฯ", Severity.INFO),
        ("กลุ่มอำนวยกร", "กลุ่มอำนวยการ", Severity.WARNING),
    ],
)
def test_other_forms_of_a_group(form: str, short: str, severity: Severity) -> None:
    """A known other form is told; one that nobody knows is likely a slip."""
    (one,) = found("name-group", groups("กลุ่มอำนวยการ", form, form))
    assert (one.found, one.expected, one.severity) == (form, short, severity)
    assert f"“{form}”" in one.message


@pytest.mark.parametrize(
    "name",
    ["กลุ่มอำนวยการ", "กลุ่มนโยบายฯ", "กลุ่มนโยบายและแผน", "ทุกกลุ่ม", "โรงเรียนบ้านดี", "", "กลุ่มแม่บ้าน"],
)
def test_official_and_short_forms(name: str) -> None:
    """Official names, short forms and owners that are no group of the office are right."""
    assert found("name-group", groups(name)) == []


def test_the_right_form_that_the_document_uses_most_is_shown() -> None:
    """Official or short: whichever the office itself writes."""
    names = ("กลุ่มส่งเสริมการจัดการศึกษา", "กลุ่มส่งเสริมการจัดฯ", "กลุ่มส่งเสริมการจัดการศึกษา")
    (one,) = found("name-group", groups(*names, "กลุ่มส่งเสริมจัดการศึกษา"))
    assert one.expected == "กลุ่มส่งเสริมการจัดการศึกษา"


def test_one_line_is_one_place() -> None:
    """An owner cell of a block of activities counts once."""
    rows = [
        {"owner_groups": "กลุ่มบริหารการเงินฯ; กลุ่มอำนวยการ", "source_ref": "L1.8", "text": text}
        for text in "กขค"
    ]
    (one,) = found("name-group", tables(activities=rows))
    assert len(one.refs) == 1
