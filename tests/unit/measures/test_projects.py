"""What follows from the tables by definition."""

from __future__ import annotations

import math

import pytest
from helpers.rounds import stacked, tables

from plantrack_nb.core.schema import RoundKey
from plantrack_nb.measures.projects import band_of, percent_of, projects, status_of


def test_percent_needs_a_whole() -> None:
    """Without a budget there is no percent."""
    assert percent_of(25.0, 50.0) == 50.0
    assert math.isnan(percent_of(25.0, 0.0))
    assert math.isnan(percent_of(25.0, math.nan))


@pytest.mark.parametrize(
    ("marks", "status"),
    [
        ([], ""),
        (["", ""], ""),
        (["done", "", "done"], "done"),
        (["done", "in_progress"], "partial"),
    ],
)
def test_status_is_the_one_that_all_marks_agree_on(marks: list[str], status: str) -> None:
    """Other marks make it partial; empty ones say nothing."""
    assert status_of(marks) == status


@pytest.mark.parametrize(
    ("state", "spent", "band"),
    [
        ("budgeted", 70.01, "over_70"),
        ("budgeted", 70.0, "upto_70"),
        ("budgeted", 0.0, "nothing"),
        ("budgeted", math.nan, "nothing"),
        ("awaiting", 80.0, "awaiting"),
        ("none", 80.0, "no_budget"),
    ],
)
def test_bands(state: str, spent: float, band: str) -> None:
    """The budget state comes before the percent."""
    assert band_of(state, spent) == band


def test_projects_are_measured_in_their_own_round() -> None:
    """The same number in two rounds is two projects, each with its own lines and marks."""
    one = tables(projects=[{}], lines=[{"budget": 100.0, "disbursed": 80.0}], activities=[{}])
    other = tables(projects=[{}], lines=[{"budget": 50.0}], key=RoundKey("0102", 2565, 2))
    found = projects(stacked(one, other))
    columns = ["budget", "disbursed", "disbursed_pct", "status", "band"]
    assert found[columns].to_dict("records") == [
        {"budget": 100.0, "disbursed": 80.0, "disbursed_pct": 80.0,
         "status": "done", "band": "over_70"},
        {"budget": 50.0, "disbursed": 0.0, "disbursed_pct": 0.0,
         "status": "", "band": "nothing"},
    ]  # fmt: skip


def test_no_projects_keep_their_columns_and_types() -> None:
    """An empty table is measured like any other."""
    nothing, something = projects(tables()), projects(tables(projects=[{}]))
    assert list(nothing.dtypes.items()) == list(something.dtypes.items())


def test_groups_of_a_project_and_of_its_activities() -> None:
    """Its owner is its own combination; all groups are those of its activities too."""
    given = {"owner_groups": "กลุ่มอำนวยการ"}
    found = projects(tables(projects=[given], activities=[{"owner_groups": "กลุ่มนโยบายฯ"}]))
    assert found["owner"].tolist() == ["กลุ่มอำนวยการ"]
    assert found["all_groups"].tolist() == ["1.กลุ่มอำนวยการ 2.กลุ่มนโยบายและแผน"]
