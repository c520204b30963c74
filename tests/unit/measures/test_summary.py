"""The rows of the summary tables, and their figures beside ours."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import pytest
from helpers.rounds import Row, stacked, tables
from helpers.summaries import (
    JOINT,
    OFFICE,
    PLAN,
    PROJECTS,
    claim,
    contents,
    level_table,
    strategy_table,
    summed_up,
)
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core import records
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.core.vocabulary import BANDS, LEVELS, UNMARKED
from plantrack_nb.measures.claims import group_key, printed_figures
from plantrack_nb.measures.projects import of_round
from plantrack_nb.measures.summary import (
    beside,
    counted,
    figure,
    levels,
    of_whole_rows,
    percents,
    placed,
)

if TYPE_CHECKING:
    import pandas as pd

_ALL_PROJECTS = ("level_table", "projects")
JOINT_KEY = group_key(JOINT)
SHARED = [*PROJECTS[:4], {"project_no": "2.3", "owner_groups": PLAN}]
TAKES_PART = [
    {"project_no": "2.3", "text": "ร่วม", "status": "in_progress", "owner_groups": "ทุกกลุ่ม"}
]
"""A project of the plan group in which every group has an activity."""


def in_rows(given: Mapping[str, pd.DataFrame]) -> list[records.Row]:
    """Place the projects of a round."""
    return placed(of_round(given), printed_figures(records.rows(given["claims"])))


def cells_of(given: Mapping[str, pd.DataFrame]) -> list[records.Row]:
    """Put the figures of a round beside ours."""
    return beside(in_rows(given), printed_figures(records.rows(given["claims"])))


def row_of_the_shared(claims: Iterable[Row]) -> str:
    """Tell in which row the project stands that has an own and a wider row."""
    given = summed_up(projects=SHARED, activities=TAKES_PART, claims=claims)
    (found,) = (one.group_key for one in in_rows(given) if one.project_no == "2.3")
    return str(found)


def test_projects_go_to_the_row_of_their_owners() -> None:
    """Each project stands under its own owners, by the name that the table gives the row."""
    found = {one.project_no: (one.group_key, one.group) for one in in_rows(summed_up())}
    assert found == {
        "1.1": (PLAN, PLAN),
        "1.2": (OFFICE, OFFICE),
        "2.1": (PLAN, PLAN),
        "2.2": (OFFICE, OFFICE),
        "2.3": (JOINT_KEY, JOINT),
    }


def test_projects_go_to_the_row_of_all_groups_when_counts_say_so() -> None:
    """An office that lists a project under its activities' groups too is followed."""
    own = {(PLAN, "2"): 2.0, (JOINT, "2"): 0.0}
    assert row_of_the_shared(strategy_table()) == JOINT_KEY
    assert row_of_the_shared(strategy_table(counts=own)) == PLAN


def test_counts_of_the_second_table_go_before_those_of_the_first() -> None:
    """Without a second table the first decides; with one it plays no part."""
    own = {(PLAN, "projects"): 3.0, (JOINT, "projects"): 0.0}
    assert row_of_the_shared(level_table()) == JOINT_KEY
    assert row_of_the_shared(level_table(own)) == PLAN
    assert row_of_the_shared([*level_table(own), *strategy_table()]) == JOINT_KEY


def test_without_counts_the_row_that_names_all_groups_is_taken() -> None:
    """A row of a table that prints no number of projects stands there for some project."""
    named = [claim("level_table", f"group={JOINT}; column=done", 1, "project")]
    assert row_of_the_shared(named) == JOINT_KEY
    assert row_of_the_shared([]) == PLAN


def test_rounds_are_placed_each_by_its_own_counts() -> None:
    """What one office prints says nothing of another's."""
    own = {(PLAN, "2"): 2.0, (JOINT, "2"): 0.0}
    one, other = (
        summed_up(projects=SHARED, activities=TAKES_PART, claims=claims, key=key)
        for claims, key in (
            (strategy_table(), RoundKey("0101", 2565, 2)),
            (strategy_table(counts=own), RoundKey("0102", 2565, 2)),
        )
    )
    found = [row.group_key for row in in_rows(stacked(one, other)) if row.project_no == "2.3"]
    assert found == [JOINT_KEY, PLAN]


@given(st.lists(st.tuples(st.sampled_from(["", *LEVELS]), st.sampled_from([*BANDS])), max_size=9))
def test_every_project_has_one_level_and_one_band(marks: list[tuple[str, str]]) -> None:
    """Levels, unmarked ones too, and bands add up to the projects."""
    made = [records.extended(_BARE, status=status, band=band) for status, band in marks]
    for columns in ([*LEVELS, UNMARKED], BANDS):
        assert sum(figure(one, made) for one in columns) == figure("projects", made) == len(marks)


_BARE = next(iter(records.rows(tables(strategies=[{}])["strategies"])))


def test_every_figure_of_a_round_that_agrees() -> None:
    """Rows, strategies, totals and contents are recomputed; nothing differs."""
    cells = cells_of(summed_up())
    assert len(cells) == len(level_table()) + len(strategy_table()) + 3
    assert all(one.agrees for one in cells)
    (whole,) = (one for one in cells if one.is_total and (one.kind, one.column) == _ALL_PROJECTS)
    assert (whole.found, whole.sum, whole.budget) == (5, 5, 100_000)
    assert [one.group for one in whole.parts] == [PLAN, OFFICE, JOINT]


def test_what_is_told_of_a_percent() -> None:
    """Its projects, their money, what they give, and how many the table counts in the row."""
    (one,) = (
        row
        for row in percents(cells_of(summed_up()))
        if (row.group, row.strategy_no) == (PLAN, "2")
    )
    assert (one.value, one.exact) == (33.33, pytest.approx(100 / 3))
    assert (one.budget, one.disbursed, one.found, one.count) == (30_000, 10_000, 1, 1)
    assert (one.numbers, one.source_ref) == (
        "2.1",
        f"group={PLAN}; strategy_no=2; column=disbursed_pct",
    )
    assert math.isnan(one.sum)


@pytest.mark.parametrize(
    ("printed", "holds"),
    [(33.33, True), (33, True), (33.34, False), (34, False), (None, False), (0, False)],
)
def test_a_percent_may_be_rounded_in_any_way(printed: float | None, holds: bool) -> None:
    """Half up, to even and cut off are right; a dash is not where there is a percent."""
    cells = cells_of(summed_up(claims=strategy_table({(PLAN, "2"): printed})))
    (one,) = (one for one in percents(cells) if (one.group, one.strategy_no) == (PLAN, "2"))
    assert one.agrees is holds


@pytest.mark.parametrize(("printed", "holds"), [(None, True), (0, True), (5, False)])
def test_a_percent_of_no_money(printed: float | None, holds: bool) -> None:
    """A dash and a nought are right where there is nothing to spend."""
    cells = cells_of(summed_up(claims=strategy_table({(OFFICE, "2"): printed})))
    (one,) = (one for one in percents(cells) if (one.group, one.strategy_no) == (OFFICE, "2"))
    assert one.agrees is holds


def test_a_dash_is_no_project() -> None:
    """An empty cell counts as a nought; the same row printed twice counts once."""
    twice = [*strategy_table(counts={(JOINT, "1"): None}), *strategy_table()]
    found = counted(cells_of(summed_up(claims=twice)))
    assert len(found) == 6
    assert {(one.group, one.strategy_no): one.value for one in found}[JOINT, "1"] == 0


def test_rows_are_whole_when_they_hold_what_they_say() -> None:
    """A row that says more projects than there are, or none, is passed over."""
    wrong = level_table({(PLAN, "projects"): 3, (JOINT, "projects"): None})
    found = of_whole_rows(cells_of(summed_up(claims=[*wrong, *strategy_table()])), BANDS)
    assert {one.group for one in found} == {OFFICE}
    assert [one.column for one in found] == [*BANDS]


def test_levels_are_added_up_over_all_rows() -> None:
    """The first cell of each level stands for the round."""
    given = summed_up()
    found = levels(cells_of(given), in_rows(given))
    assert {one.column: (one.value, one.exact) for one in found} == {
        "in_progress": (2, 2), "not_started": (1, 1), "done": (2, 2), "partial": (0, 0),
    }  # fmt: skip
    assert {one.group for one in found} == {PLAN}


def test_contents_are_counted_by_strategy_and_in_all() -> None:
    """Page numbers are no counts."""
    cells = cells_of(summed_up(claims=contents(first=3, total=6)))
    assert [(one.strategy_no, one.found, one.agrees) for one in cells] == [
        ("รวม", 5, False),
        ("1", 2, False),
        ("2", 3, True),
    ]
