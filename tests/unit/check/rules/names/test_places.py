"""Other area offices in activities, and the own one without เขต."""

from __future__ import annotations

import pytest
from helpers.rounds import tables
from helpers.rules import Tables, found

from plantrack_nb.core.findings import Severity


def _round(text: str, *, own: int = 3) -> Tables:
    acts = [{"text": f"ประชุมครู สพป.สมมติ เขต 1 ครั้งที่ {at}"} for at in range(own)]
    return tables(activities=[*acts, {"text": text, "activity_no": "9"}])


def test_another_office_in_an_activity() -> None:
    """Its name, and the words before it."""
    (one,) = found("name-office-other", _round("ดำเนินการเข้าตรวจสอบ สพป.ตัวอย่าง เขต2 แล้ว"))
    assert (one.found, one.expected) == ("สพป.ตัวอย่าง เขต2", "สพป.สมมติ")
    assert (one.severity, one.project_no) == (Severity.WARNING, "1.1")
    assert "โครงการ 1.1 กิจกรรม 9" in one.message


@pytest.mark.parametrize(
    "text",
    [
        "ศึกษาดูงาน สพป.ตัวอย่าง เขต 2",
        "อบรมครูร่วมกับ สพป.ตัวอย่าง เขต 2",
        "นิเทศโรงเรียน ณ สพป.ตัวอย่าง เขต 2",
        "นิเทศโรงเรียนใน สพป.สมมติ เขต 1",
        "ประสาน สพฐ. แล้ว",
    ],
)
def test_common_work_visits_and_the_own_office(text: str) -> None:
    """These say themselves why another office is named."""
    assert found("name-office-other", _round(text)) == []


def test_the_own_office_must_be_known() -> None:
    """Where no place stands often enough nothing is another's; other texts are not looked at."""
    text = "เข้าตรวจสอบ สพป.ตัวอย่าง เขต 2"
    assert found("name-office-other", _round(text, own=2)) == []
    given = _round("งาน") | {"narrative": tables(narrative=[{"text": text}])["narrative"]}
    assert found("name-office-other", given) == []


def test_a_number_without_its_word() -> None:
    """The own place with a bare number, wherever it stands."""
    given = _round("อบรมผู้บริหาร สพป.สมมติ 1 และครู")
    (one,) = found("name-office-area", given)
    assert (one.found, one.expected) == ("สพป.สมมติ 1", "สพป.สมมติ เขต 1")
    assert one.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "สพป.สมมติ เขต 1",
        "สพป.ตัวอย่าง 2 เข้าร่วม",
        "บุคลากร สพป.สมมติ 50 คน",
        "สพป.สมมติ 2565",
        "ประชุม สพป.สมมติ 1/2565",
    ],
)
def test_numbers_that_are_no_area(text: str) -> None:
    """Counts, years, other places, and the right form."""
    assert found("name-office-area", _round(text)) == []
