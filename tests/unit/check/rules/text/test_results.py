"""Results told in words against their indicators."""

from __future__ import annotations

import pytest
from helpers.rounds import stacked, tables
from helpers.rules import Tables, found

from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey

GOAL = "ของโรงเรียนที่รับการตรวจมีการบริหารเงินและพัสดุเป็นไปตามระเบียบ"
TOLD = "โรงเรียนที่รับการตรวจมีการบริหารเงินและพัสดุ เป็นไปตามระเบียบ"


def told(
    percent: str, goal: str = f"2.ร้อยละ 80 {GOAL}", *, status: str = "done", **more: str
) -> Tables:
    """Build a project with two indicators, and an activity that tells a result."""
    key = RoundKey(more.get("district", "0101"), 2565, 2)
    text = more.get("text", f"{TOLD} คิดเป็นร้อยละ {percent}")
    return tables(
        projects=[{"indicators": f"1.ร้อยละ 95 ของผู้เรียนมีคุณลักษณะที่พึงประสงค์\n{goal}"}],
        activities=[{"text": text, "status": status}],
        key=key,
    )


@pytest.mark.parametrize(
    ("percent", "fires"), [("79.99", True), ("80", False), ("82.35", False), ("35.29", True)]
)
def test_result_below_its_indicator(percent: str, fires: bool) -> None:
    """The indicator with the same words gives the target."""
    findings = found("text-achieved", told(percent))
    assert bool(findings) is fires
    for one in findings:
        assert (one.expected, one.found, one.severity) == ("80", percent, Severity.WARNING)
        assert "บริหารเงิน" in one.message
        assert [ref.ref for ref in one.refs] == ["activities!A1", "projects!A1"]


@pytest.mark.parametrize(
    ("status", "already", "severity"),
    [
        ("done", "", Severity.WARNING),
        ("in_progress", "ตรวจแล้ว ", Severity.WARNING),
        ("in_progress", "", Severity.INFO),
        ("", "", Severity.INFO),
    ],
)
def test_what_is_under_way_may_still_rise(status: str, already: str, severity: Severity) -> None:
    """A result that is not told as final is only an information."""
    (one,) = found("text-achieved", told("50", status=status, text=f"{already}{TOLD} ร้อยละ 50"))
    assert one.severity is severity


@pytest.mark.parametrize(
    "text",
    [
        "นักเรียนร้องเพลงชาติและสวดมนต์ทุกเช้าวันศุกร์ที่สนาม ร้อยละ 50",
        "ตามระเบียบ ร้อยละ 50",
        "โรงเรียนได้รับงบร้อยละ 50",
        TOLD,
    ],
)
def test_results_of_something_else(text: str) -> None:
    """Other words, or too few of them, match no indicator."""
    assert found("text-achieved", told("", text=text)) == []


@pytest.mark.parametrize("goal", [GOAL, f"ไม่น้อยกว่าร้อยละ 80 {GOAL}", "ร้อยละ 80 ของครู"])
def test_indicators_that_name_no_percent_first(goal: str) -> None:
    """Only "ร้อยละ N ของ…" is a target that can be compared."""
    assert found("text-achieved", told("50", goal)) == []


def test_how_alike_the_words_must_be_is_a_setting() -> None:
    """A stricter office asks for more likeness."""
    loose = told("50", text="โรงเรียนที่รับการตรวจบริหารเงินและพัสดุตามระเบียบ คิดเป็นร้อยละ 50")
    assert found("text-achieved", loose, alike=60.0)
    assert found("text-achieved", loose, alike=100.0) == []


def test_the_same_words_are_wholly_alike() -> None:
    """An office that asks for the very same words still learns of those."""
    assert found("text-achieved", told("50", text=f"{GOAL} ร้อยละ 50"), alike=100.0)


def test_each_result_and_each_project_is_looked_at() -> None:
    """A result that is reached, and a round without one, hide none behind them."""
    silent = told("", text="ประชุม", district="0100")
    (one,) = found(
        "text-achieved", stacked(silent, told("90", text=f"{TOLD} ร้อยละ 90 {TOLD} ร้อยละ 50"))
    )
    assert (one.found, one.district) == ("50", "0101")


@pytest.mark.parametrize("goal", ["ร้อยละ 80 ของครู", "ครูทุกคน", ""])
def test_results_without_an_indicator_to_compare(goal: str) -> None:
    """A result of a project whose indicators are short, or name no percent, stands alone."""
    acts = [{"text": f"{TOLD} ร้อยละ 50"}]
    assert found("text-achieved", tables(projects=[{"indicators": goal}], activities=acts)) == []


def test_indicators_of_another_round_do_not_count() -> None:
    """The project number is the same in every district."""
    other = told("90", "3.ไม่มี", district="0102")
    (one,) = found("text-achieved", stacked(told("50"), other))
    assert one.district == "0101"
