"""Marks against the percent printed beside them."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import stacked, tables
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey

STATUSES = ["done", "in_progress", "not_started"]


def _one(status: str, percent: float | None) -> list[str]:
    return subjects(
        "status-percent", tables(activities=[{"status": status, "progress_pct": percent}])
    )


@pytest.mark.parametrize("percent", [-0.01, 100.01, -5, 250])
def test_percent_outside_the_scale_is_an_error(percent: float) -> None:
    """A percent below 0 or above 100 is impossible, whatever the mark."""
    rows = [{"status": "in_progress", "progress_pct": percent}]
    (one,) = run_rule("status-percent", tables(activities=rows))
    assert one.severity is Severity.ERROR
    assert one.expected == "0–100"
    assert one.project_no == "1.1"
    assert one.refs[0].ref == "activities!A1"


@pytest.mark.parametrize(
    ("status", "percent", "expected"),
    [
        ("done", 99.99, "ระหว่างดำเนินการ"),
        ("done", 0, "ยังไม่ดำเนินการ"),
        ("not_started", 0.01, "ระหว่างดำเนินการ"),
        ("not_started", 100, "สำเร็จแล้ว"),
        ("in_progress", 100, "สำเร็จแล้ว"),
        ("in_progress", 0, "ยังไม่ดำเนินการ"),
    ],
)
def test_mark_that_the_percent_denies(status: str, percent: float, expected: str) -> None:
    """The mark that the percent stands for is expected."""
    rows = [{"status": status, "progress_pct": percent}]
    (one,) = run_rule("status-percent", tables(activities=rows))
    assert (one.severity, one.expected) == (Severity.WARNING, expected)
    assert one.subject == "project_no=1.1; activity_no=1"


@pytest.mark.parametrize(
    ("status", "percent"),
    [("done", 100), ("not_started", 0), ("in_progress", 0.01), ("in_progress", 99.99)],
)
def test_mark_that_the_percent_bears_out(status: str, percent: float) -> None:
    """Both ends of the scale belong to their own mark."""
    assert _one(status, percent) == []


@settings(deadline=None)
@given(st.sampled_from([*STATUSES, ""]))
def test_no_percent_denies_nothing(status: str) -> None:
    """A mark without a percent is never contradicted."""
    assert _one(status, None) == []


def _percents(*percents: float | None, **more: str) -> dict[str, Any]:
    rows = [
        {"activity_no": str(at), "status": "in_progress", "progress_pct": one, **more}
        for at, one in enumerate(percents, 1)
    ]
    return tables(activities=rows)


def test_equal_percents_from_five_on() -> None:
    """Five equal percents are told, four are not; the number is a parameter."""
    (one,) = run_rule("status-equal-percents", _percents(50, 50, 50, 50, 50))
    assert (one.found, len(one.refs), one.severity) == ("50", 5, Severity.INFO)
    assert "ทั้ง 5 กิจกรรม" in one.message
    assert not subjects("status-equal-percents", _percents(50, 50, 50, 50))
    assert subjects("status-equal-percents", _percents(50, 50), at_least=2)


@pytest.mark.parametrize("percents", [[50, 50, 50, 50, 40], [0] * 6, [100] * 6, [None] * 6])
def test_percents_that_differ_or_say_all(percents: list[float | None]) -> None:
    """Different percents, all nothing, all done or none printed are no habit to ask about."""
    assert not subjects("status-equal-percents", _percents(*percents))


def test_activities_without_a_percent_do_not_count() -> None:
    """Only printed percents are compared and counted."""
    (one,) = run_rule("status-equal-percents", _percents(50, None, 50, 50, 50, 50))
    assert len(one.refs) == 5


def test_rounds_are_kept_apart() -> None:
    """Equal percents of two districts do not add up."""
    other = _percents(50, 50)
    key = RoundKey("0102", 2565, 2)
    rows = [{"activity_no": "1", "status": "in_progress", "progress_pct": 50}] * 4
    both = stacked(other, tables(activities=rows, key=key))
    assert not subjects("status-equal-percents", both)


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(STATUSES), st.floats(-50, 150))
def test_a_percent_fits_one_mark_only(status: str, percent: float) -> None:
    """Any percent of the scale bears out one mark and denies the others; beyond it, all."""
    fitting = "done" if percent == 100 else "in_progress" if percent > 0 else "not_started"
    right = 0 <= percent <= 100 and status == fitting
    assert bool(_one(status, percent)) is not right
