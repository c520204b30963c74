"""The office's own name."""

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
