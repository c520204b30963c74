"""Money that fell and budgets that changed since the round before."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.earlier import FIRST, SECOND, a_round, found

from plantrack_nb.core.findings import Cell
from plantrack_nb.core.schema import RoundKey

FELL, CHANGED = "history-disbursed-fell", "history-budget-changed"


def line(budget: float, disbursed: float, **more: Any) -> dict[str, Any]:
    """Return a budget line."""
    return {"budget": budget, "disbursed": disbursed, "label": "ค่าวิทยากร", **more}


def test_less_than_before_is_told_at_the_line_that_fell() -> None:
    """Of two lines only the one that fell is in doubt."""
    before = a_round(lines=[line(900, 300), line(900, 200, line_no=2, label="ค่าเอกสาร")])
    after = a_round(SECOND, lines=[line(900, 30), line(900, 250, line_no=2, label="ค่าเอกสาร")])
    [one] = found(FELL, before, after)
    assert one.cells == (Cell("budget_lines", "1.1/1", "disbursed"),)
    assert (one.project_no, one.found) == ("1.1", "280 บาท")
    assert "รอบ 3 เดือน" in one.message
    assert "500" in one.expected


@pytest.mark.parametrize("disbursed", [100.0, 100.004, 1000.0])
def test_as_much_or_more_is_fine(disbursed: float) -> None:
    """Cumulative money may stay or grow."""
    assert not found(FELL, a_round(), a_round(SECOND, lines=[line(1000, disbursed)]))


def test_money_begins_anew_with_the_year() -> None:
    """A new fiscal year is not held against the old one, nor is a first round."""
    later = a_round(RoundKey("0101", 2566, 1), lines=[line(500, 0)])
    assert not found(FELL, a_round(FIRST), later)
    assert not found(CHANGED, a_round(FIRST), later)
    assert not found(FELL, None, later)


def test_a_budget_that_changed_without_a_word() -> None:
    """Both amounts are told, and which way it went."""
    [one] = found(CHANGED, a_round(), a_round(SECOND, lines=[line(100, 100)]))
    assert one.cells == (Cell("budget_lines", "1.1/1", "budget"),)
    assert "ลดลงจาก 1,000 บาท" in one.message
    assert "เป็น 100 บาท" in one.message


@pytest.mark.parametrize(
    "more",
    [
        {"activities": [{"text": "โอนงบประมาณเพิ่มจากโครงการ 1.2"}]},
        {"narrative": [{"kind": "obstacle", "project_no": "1.1", "text": "ปรับลดงบประมาณ"}]},
    ],
)
def test_words_that_tell_why_are_enough(more: dict[str, Any]) -> None:
    """In its activities or in what is written about it."""
    assert not found(CHANGED, a_round(), a_round(SECOND, lines=[line(100, 100)], **more))


def test_money_that_was_awaited_and_came_is_no_change() -> None:
    """Nor is one that nobody had."""
    before = a_round(lines=[{"label": "ค่าวิทยากร"}])
    assert not found(CHANGED, before, a_round(SECOND))
