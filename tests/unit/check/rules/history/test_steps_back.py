"""Statuses and percents that went back."""

from __future__ import annotations

import pytest
from helpers.earlier import SECOND, a_round, found

from plantrack_nb.core.findings import Cell


def doing(status: str, percent: float | None = None) -> list[dict[str, object]]:
    """Return one activity."""
    return [{"text": "อบรมครูแกนนำ", "status": status, "progress_pct": percent}]


@pytest.mark.parametrize(
    ("before", "after"),
    [("done", "in_progress"), ("done", "not_started"), ("in_progress", "not_started")],
)
def test_a_status_that_went_back(before: str, after: str) -> None:
    """Each way back is told at the activity's status."""
    [one] = found(
        "history-status-back",
        a_round(activities=doing(before)),
        a_round(SECOND, activities=doing(after)),
    )
    assert one.cells == (Cell("activities", "1.1//1", "status"),)
    assert one.project_no == "1.1"


@pytest.mark.parametrize(
    ("before", "after"), [("done", "done"), ("not_started", "done"), ("", "done"), ("done", "")]
)
def test_a_status_that_stays_or_goes_on(before: str, after: str) -> None:
    """A status that nobody gave is told elsewhere."""
    rounds = a_round(activities=doing(before)), a_round(SECOND, activities=doing(after))
    assert not found("history-status-back", *rounds)


def test_a_percent_that_fell() -> None:
    """From one point on; a missing percent says nothing."""
    before = a_round(activities=doing("in_progress", 80.0))
    [one] = found("history-progress-fell", before, a_round(SECOND, activities=doing("done", 60.0)))
    assert one.cells == (Cell("activities", "1.1//1", "progress_pct"),)
    assert "ร้อยละ 80" in one.message
    for fine in (80.0, 79.5, 100.0, None):
        after = a_round(SECOND, activities=doing("in_progress", fine))
        assert not found("history-progress-fell", before, after)
