"""Heads × rate × months against the budget."""

from __future__ import annotations

import pytest
from helpers.rounds import stacked, tables
from helpers.rules import Tables, found

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.runner import all_rules
from plantrack_nb.core.findings import Finding
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.measures.places import Place, Places

KEY = RoundKey("0101", 2565, 2)
TEN_PEOPLE = "ค่าจ้างครู เดือนละ 9,000 บาท/คน/เดือน จำนวน 10 คน"


def line(label: str, budget: float, *, target: str = "", key: RoundKey = KEY) -> Tables:
    """Build one project with one line, in one row with a target cell and an action."""
    return tables(
        projects=[{"targets": target, "source_ref": "L7.1"}],
        lines=[{"label": label, "budget": budget, "source_ref": "L9.5"}],
        key=key,
    )


def beside(target: str, budget: float) -> list[Finding]:
    """Return what is found where the target's cell stands beside the line."""
    places = Places({KEY: [Place("1.1", "L7.1", "", "targets", target, "L9.3", target)]})
    rule = all_rules()["text-pay"]
    given = line(TEN_PEOPLE, budget, target=target)
    return list(rule.check(Facts(given, places=places), rule.parameters))


@pytest.mark.parametrize(
    ("budget", "fires"),
    [
        (1_080_000, False),  # 10 × 9,000 × 12
        (1_134_000, False),  # with 5 % social security
        (1_100_000, False),  # with a part of it
        (1_069_200, False),  # 1 % of room below
        (1_069_100, True),
        (1_145_340, False),  # 1 % of room above
        (1_145_400, True),
        (540_000, True),
    ],
)
def test_budget_of_heads_rate_and_a_year(budget: float, fires: bool) -> None:
    """Twelve months are meant where none are told, with or without social security."""
    assert bool(found("text-pay", line(TEN_PEOPLE, budget))) is fires


def test_finding_tells_the_product() -> None:
    """The owner reads both amounts, and what makes the right one."""
    (one,) = found("text-pay", line(TEN_PEOPLE, 540_000))
    assert (one.expected, one.found) == ("1,080,000", "540,000")
    assert "10 × 9,000 × 12" in one.message
    assert [ref.ref for ref in one.refs] == ["L9.5"]


@pytest.mark.parametrize(
    ("target", "budget", "fires"),
    [
        ("10 อัตรา (พ.ย.64-ก.ย.65)", 990_000, False),
        ("10 อัตรา (พ.ย.64-ก.ย.65)", 1_080_000, True),
        ("10 อัตรา (ต.ค.64-ก.ย.65)", 1_080_000, False),
        ("ข้อมูล พ.ย.64", 1_080_000, False),
        ("10 อัตรา (ก.ย.65-ต.ค.64)", 1_080_000, False),
    ],
)
def test_months_of_the_target_beside_it(target: str, budget: float, fires: bool) -> None:
    """The span in the target cell of the same row gives the months."""
    findings = beside(target, budget)
    assert bool(findings) is fires
    if fires:
        assert [ref.ref for ref in findings[0].refs] == ["L9.5"]


def test_months_of_its_own_words_come_first() -> None:
    """A span or a number of months in the line's words is preferred to the target's."""
    span, count = f"{TEN_PEOPLE} (ต.ค.64-ธ.ค.64)", f"{TEN_PEOPLE} 3 เดือน"
    for label in (span, count):
        assert found("text-pay", line(label, 270_000, target="10 อัตรา (พ.ย.64-ก.ย.65)")) == []
        assert found("text-pay", line(label, 990_000, target="10 อัตรา (พ.ย.64-ก.ย.65)"))


@pytest.mark.parametrize(
    "label",
    [
        "ค่าจ้างครู จำนวน 10 คน",
        "ค่าจ้างครู เดือนละ 9,000 บาท",
        "ครู 10 คน และลูกจ้าง 5 คน เดือนละ 9,000 บาท",
        "ครู 10 คน เดือนละ 9,000 บาท หรือ เดือนละ 15,000 บาท",
        "เดินทาง 10 คน 15 บาท/คน/วัน",
        "สถานศึกษา 121 แห่ง เดือนละ 266,200 บาท",
        "ครู 0 คน เดือนละ 9,000 บาท",
        "",
    ],
)
def test_texts_that_do_not_give_all_three(label: str) -> None:
    """Nothing is computed from half a statement."""
    assert found("text-pay", line(label, 1)) == []


@pytest.mark.parametrize("budget", [0.0, float("nan")])
def test_line_without_a_budget(budget: float) -> None:
    """No budget is no contradiction."""
    assert found("text-pay", line(TEN_PEOPLE, budget)) == []


def sub_activities(budget: float) -> Tables:
    """Build a line whose words say nothing, above two sub-activities; a third has its own line."""
    return tables(
        lines=[
            {"line_no": 1, "label": "เงินปัจจัยพื้นฐาน", "budget": budget},
            {"line_no": 2, "label": "ค่าจ้าง 1 คน เดือนละ 1,000 บาท", "budget": 12_000},
        ],
        activities=[
            {"activity_no": "1", "text": "เงินปัจจัยพื้นฐาน"},
            {"activity_no": "1-1", "parent_no": "1", "text": "จัดสรร"},
            {"activity_no": "a", "parent_no": "1-1", "text": "คนละ 500 บาท/ภาคเรียน จำนวน 20 คน"},
            {"activity_no": "b", "parent_no": "1-1", "text": "คนละ 1,500 บาท/ภาคเรียน จำนวน 2 คน"},
            {"activity_no": "1-2", "parent_no": "1", "text": "ค่าจ้าง 1 คน เดือนละ 1,000 บาท"},
        ],
    )


def test_sub_activities_stand_for_a_line_without_figures() -> None:
    """Their products add up, each to the nearest line above it; more than the line is told."""
    assert found("text-pay", sub_activities(13_000)) == []
    (one,) = found("text-pay", sub_activities(12_000))
    assert (one.expected, one.found) == ("13,000", "12,000")
    assert "20 × 500 + 2 × 1,500" in one.message


def test_many_rounds_do_not_mix() -> None:
    """The same project of two districts is two lines."""
    right = line(TEN_PEOPLE, 1_080_000, key=RoundKey("0101", 2565, 2))
    wrong = line(TEN_PEOPLE, 999_000, key=RoundKey("0102", 2565, 2))
    (one,) = found("text-pay", stacked(right, wrong))
    assert one.district == "0102"
