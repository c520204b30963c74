"""Amounts of one line against each other."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import tables
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.core.findings import Severity

_RULES = (
    "amount-percent",
    "amount-percent-scale",
    "amount-over-budget",
    "amount-committed-over",
    "amount-without-budget",
    "amount-state",
    "amount-negative",
)


def _line(state: str = "budgeted", **line: Any) -> dict[str, Any]:
    return tables(projects=[{"project_no": "1.1", "budget_state": state}], lines=[line])


def test_percent_that_is_not_the_ratio() -> None:
    """A percent off by more than rounding is an error that says both figures and a remedy."""
    found = run_rule(
        "amount-percent",
        _line(budget=10000, disbursed=2500, reported_pct=52, raw="10,000 | 2,500 (52.00)"),
    )
    assert [(one.subject, one.expected, one.found) for one in found] == [("1.1/line 1", "25", "52")]
    assert found[0].severity is Severity.ERROR
    assert found[0].refs[0].ref == "budget_lines!A1"
    assert "5,200" in found[0].hint
    assert "4,808" in found[0].hint


@pytest.mark.parametrize("printed", [28.3, 28.31, 28.305])
def test_percent_rounded_or_cut_is_fine(printed: float) -> None:
    """28.305 % may be printed as 28.30 (cut or half to even), 28.31 (half up) or in full."""
    assert not subjects(
        "amount-percent", _line(budget=100000, disbursed=28305, reported_pct=printed)
    )


@pytest.mark.parametrize("printed", [28.29, 28.32])
def test_percent_a_hundredth_off_is_found(printed: float) -> None:
    """One hundredth beyond what rounding allows is found."""
    assert subjects("amount-percent", _line(budget=100000, disbursed=28305, reported_pct=printed))


@settings(deadline=None)
@given(st.integers(1, 10**9), st.integers(0, 10**9))
def test_percent_written_by_format_is_never_found(budget: int, disbursed: int) -> None:
    """The ratio printed with two decimals is never called wrong."""
    printed = round(100 * disbursed / budget, 2)
    row = _line(budget=budget, disbursed=disbursed, reported_pct=printed, raw=f"({printed:.2f})")
    assert not subjects("amount-percent", row)


@pytest.mark.parametrize(("disbursed", "printed"), [(50, 0), (0, 5)])
def test_percent_of_nothing_is_zero(disbursed: float, printed: float) -> None:
    """A printed 0, or a percent of nothing spent, has no budget that would make it right."""
    row = _line(budget=100, disbursed=disbursed, reported_pct=printed)
    (one,) = run_rule("amount-percent", row)
    assert "หรืองบประมาณประมาณ" not in one.hint


def test_percent_on_a_scale_of_one() -> None:
    """0.98 for 98 % is named for what it is; a true 0.98 % is not."""
    found = run_rule("amount-percent-scale", _line(budget=100, disbursed=98, reported_pct=0.98))
    assert [(one.expected, one.found, one.severity) for one in found] == [
        ("98", "0.98", Severity.WARNING)
    ]
    for row in (
        {"budget": 10000, "disbursed": 98, "reported_pct": 0.98},
        {"budget": 100, "disbursed": 98, "reported_pct": 0.5},
        {"budget": 100, "disbursed": 0, "reported_pct": 0},
        {"budget": 100, "disbursed": 98, "reported_pct": 98},
    ):
        assert not subjects("amount-percent-scale", _line(**row))


def test_percent_above_one_may_still_be_a_share() -> None:
    """1.45 for 145 % is a share too; 1.6 is taken for a percent."""
    assert subjects("amount-percent-scale", _line(budget=100, disbursed=145, reported_pct=1.45))
    assert not subjects("amount-percent-scale", _line(budget=100, disbursed=160, reported_pct=1.6))


def test_over_budget() -> None:
    """A satang above the budget is an error that says by how much; the budget itself is not."""
    found = run_rule("amount-over-budget", _line(budget=511000, disbursed=743000))
    assert "232,000" in found[0].message
    assert "145.40" in found[0].message
    assert subjects("amount-over-budget", _line(budget=100, disbursed=100.01))
    assert not subjects("amount-over-budget", _line(budget=100, disbursed=100))
    assert not subjects("amount-over-budget", _line(budget=0, disbursed=5))


def test_committed_over() -> None:
    """Committed plus disbursed above the budget is found, unless disbursed alone is."""
    found = run_rule("amount-committed-over", _line(budget=100, committed=60, disbursed=50))
    assert [(one.found, one.severity) for one in found] == [("110", Severity.ERROR)]
    assert subjects("amount-committed-over", _line(budget=100, committed=100.01))
    assert not subjects("amount-committed-over", _line(budget=100, committed=50, disbursed=50))
    assert not subjects("amount-committed-over", _line(budget=100, committed=50, disbursed=101))
    assert not subjects("amount-committed-over", _line(budget=100, disbursed=50))


@pytest.mark.parametrize(
    ("state", "words"), [("awaiting", "รอจัดสรร"), ("none", "ไม่ใช้งบ"), ("budgeted", "ไม่มีจำนวน")]
)
def test_spent_without_budget(state: str, words: str) -> None:
    """Money spent where none was given is an error that names the state."""
    found = run_rule("amount-without-budget", _line(state, disbursed=5))
    assert words in found[0].message
    assert found[0].severity is Severity.ERROR
    assert not subjects("amount-without-budget", _line(state, disbursed=0))
    assert not subjects("amount-without-budget", _line(state, budget=1, disbursed=1))


def test_state_against_amount() -> None:
    """A budget beside "awaiting" or "none" is found; beside "budgeted" it is not."""
    assert run_rule("amount-state", _line("none", budget=1))[0].found == "ไม่ใช้งบ"
    assert run_rule("amount-state", _line("awaiting", budget=1))[0].found == "รอจัดสรร"
    assert not subjects("amount-state", _line("budgeted", budget=1))
    assert not subjects("amount-state", _line("none", budget=0))


def test_negative_amounts() -> None:
    """Each negative amount is found by itself; zero and a float's dust are not."""
    found = subjects("amount-negative", _line(budget=-1, committed=-2, disbursed=-0.01))
    assert found == [f"1.1/line 1/{name}" for name in ("budget", "committed", "disbursed")]
    assert not subjects("amount-negative", _line(budget=0, disbursed=-0.001))


def test_long_labels_are_cut() -> None:
    """A message names the line by the beginning of its label."""
    for length, ending in ((50, "ก)"), (51, "…)")):
        found = run_rule("amount-over-budget", _line(budget=1, disbursed=2, label="ก" * length))
        assert f"{'ก' * 49}{'ก' if length == 50 else 'ก…'}" in found[0].message
        assert ending in found[0].message
    assert "()" not in run_rule("amount-over-budget", _line(budget=1, disbursed=2))[0].message


def test_a_right_line_is_silent() -> None:
    """Nothing is found in a line whose figures agree."""
    row = _line(budget=394200, committed=1000, disbursed=386510, reported_pct=98.05)
    assert not any(subjects(code, row) for code in _RULES)


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_money_beyond_the_budget_is_told_by_one_rule(
    budget: int, committed: int, disbursed: int
) -> None:
    """Whatever the amounts: only what exceeds the budget is told, and by one rule."""
    codes = ("amount-over-budget", "amount-committed-over", "amount-without-budget")
    row = _line(budget=budget, committed=committed, disbursed=disbursed)
    if not budget:
        expected = ["amount-without-budget"] if disbursed else []
    elif disbursed > budget:
        expected = ["amount-over-budget"]
    else:
        expected = ["amount-committed-over"] if committed + disbursed > budget else []
    assert [code for code in codes if subjects(code, row)] == expected
