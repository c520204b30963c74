"""Lists that name an earlier fiscal year."""

from __future__ import annotations

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import tables

from plantrack_nb.core.findings import Severity


@pytest.mark.parametrize(
    "text",
    [
        "1.ครูทุกคน 2.ผลการประเมินตามมาตรฐาน ปีงบประมาณ พ.ศ.2564 ระดับดี",
        "1.ครูทุกคน 2.แผนของปีงบประมาณ ๒๕๖๔",
    ],
)
def test_an_earlier_year(text: str) -> None:
    """In targets and indicators, with Thai digits too."""
    for column in ("targets", "indicators"):
        (one,) = run_rule("date-own-year", tables(projects=[{column: text}]))
        assert one.subject == f"project_no=1.1; column={column}; list=1; item=2"
        assert (one.expected, one.severity) == ("ปีงบประมาณ 2565", Severity.WARNING)
        assert "2564" in one.message


@pytest.mark.parametrize(
    "text",
    [
        "แผนปีงบประมาณ 2565",
        "คำของบประมาณ ปีงบประมาณ พ.ศ.2566",
        "ผลสูงกว่าปีงบประมาณ 2564",
        "ร้อยละที่เพิ่มขึ้นเมื่อเทียบกับปีงบประมาณ 2564",
        "เงินกันไว้ของปีงบประมาณ 2564 ที่ค้างจ่าย",
        "ปีการศึกษา 2564",
        "ปีงบประมาณ 25641",
    ],
)
def test_years_in_order(text: str) -> None:
    """The round's own year, later ones, comparisons, and school years."""
    assert not subjects("date-own-year", tables(projects=[{"indicators": text}]))


def test_activities_and_names_may_speak_of_the_past() -> None:
    """Only what is to be reached this year must be this year's."""
    text = "สรุปผลปีงบประมาณ 2564"
    given = tables(projects=[{"name": text}], activities=[{"text": text}])
    assert not subjects("date-own-year", given)
