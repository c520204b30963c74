"""Work that is done, or well under way, while its money is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import tables
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core.findings import Severity

if TYPE_CHECKING:
    from helpers.rules import Tables


def _project(disbursed: float, status: str = "done", text: str = "ประชุมครู") -> Tables:
    return tables(
        projects=[{}],
        lines=[{"budget": 1000, "disbursed": disbursed}],
        activities=[{"text": text, "status": status}],
    )


@pytest.mark.parametrize(
    ("disbursed", "found"), [(799.99, True), (800, False), (1000, False), (0, False), (1200, False)]
)
def test_a_done_project_with_money_left(disbursed: float, found: bool) -> None:
    """More than a fifth left is told; nothing spent at all and too much belong to other rules."""
    assert bool(subjects("status-done-left", _project(disbursed))) is found


def test_what_is_told_of_the_rest() -> None:
    """The amount that is left, its share, and the cells of money and marks."""
    (one,) = run_rule("status-done-left", _project(700))
    assert (one.subject, one.severity) == ("project_no=1.1", Severity.WARNING)
    assert "เหลือ 300 บาท (ร้อยละ 30)" in one.message
    assert [ref.ref for ref in one.refs] == ["budget_lines!A1", "activities!A1"]


@pytest.mark.parametrize(
    ("status", "text"),
    [("in_progress", "ประชุมครู"), ("done", "ประชุมครู คืนเงิน 300 บาท"), ("done", "คงเหลือ 300 บาท")],
)
def test_work_that_goes_on_or_says_where_the_money_is(status: str, text: str) -> None:
    """What is not done may still spend; what was given back is explained."""
    assert not subjects("status-done-left", _project(500, status, text))


def test_how_much_may_be_left_is_a_parameter() -> None:
    """An office may want to know of a tenth."""
    assert subjects("status-done-left", _project(850), left_percent=10)


@given(st.floats(0.01, 1e9), st.floats(0.8, 1))
def test_what_is_nearly_spent_is_never_told(budget: float, share: float) -> None:
    """Four fifths and more are in order, whatever the budget."""
    given = tables(
        projects=[{}],
        lines=[{"budget": budget, "disbursed": budget * share * (1 + 1e-9)}],
        activities=[{"status": "done"}],
    )
    assert not subjects("status-done-left", given)


def _lines(*, disbursed: float, other: float, marks: dict[str, Any]) -> Tables:
    rows = [
        {"activity_no": no, "parent_no": no.rpartition("-")[0], "text": f"งาน {no}", **mark}
        for no, mark in marks.items()
    ]
    lines = [
        {"line_no": 1, "label": "งาน 1", "budget": 500, "disbursed": other},
        {"line_no": 2, "label": "งาน 2", "budget": 1000, "disbursed": disbursed},
    ]
    return tables(projects=[{}], lines=lines, activities=rows)


HALF = {"status": "in_progress", "progress_pct": 50}
DONE, GOING = {"status": "done"}, {"status": "in_progress"}


def test_a_done_line_of_a_project_that_goes_on() -> None:
    """Each of several lines is held against its own activity."""
    given = _lines(disbursed=600, other=500, marks={"1": GOING, "2": DONE})
    (one,) = run_rule("status-done-left", given)
    assert one.subject == "project_no=1.1; line_no=2"
    assert not subjects(
        "status-done-left", _lines(disbursed=600, other=500, marks={"1": DONE, "2": GOING})
    )


def test_a_line_without_a_baht_spent_whose_parts_are_done() -> None:
    """Half way, with a part done somewhere below: then some money should have gone."""
    marks = {"1": GOING, "2": HALF, "2-1": GOING, "2-1-1": DONE}
    (one,) = run_rule("status-line-unspent", _lines(disbursed=0, other=500, marks=marks))
    assert (one.subject, one.severity) == ("project_no=1.1; line_no=2", Severity.WARNING)
    assert "กิจกรรมย่อย 2-1-1 สำเร็จแล้ว" in one.message
    assert [ref.ref for ref in one.refs] == ["budget_lines!A2", "activities!A2", "activities!A4"]


@pytest.mark.parametrize(
    ("disbursed", "other", "marks"),
    [
        (1, 500, {"1": GOING, "2": HALF, "2-1": DONE}),
        (0, 0, {"1": GOING, "2": HALF, "2-1": DONE}),
        (0, 500, {"1": DONE, "1-1": DONE, "2": HALF, "2-1": GOING}),
        (0, 500, {"1": GOING, "2": {**HALF, "progress_pct": 39}, "2-1": DONE}),
        (0, 500, {"1": GOING, "2": GOING, "2-1": DONE}),
    ],
)
def test_lines_that_are_in_order(disbursed: float, other: float, marks: dict[str, Any]) -> None:
    """Spent, told of the whole project, nothing done below, or only begun."""
    given = _lines(disbursed=disbursed, other=other, marks=marks)
    assert not subjects("status-line-unspent", given)
