"""Numbers of projects, and strategies without any."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import stacked, tables
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey

OTHER = RoundKey("0102", 2565, 2)


def _projects(*numbers: str, **more: Any) -> dict[str, Any]:
    return tables(
        projects=[{"project_no": one, "name": f"โครงการ {one}", **more} for one in numbers]
    )


def test_number_twice_is_an_error() -> None:
    """Two rows with one number are told once, however many."""
    (one,) = run_rule("project-number", _projects("1.1", "1.1", "1.1"))
    assert (one.severity, one.subject) == (Severity.ERROR, "project_no=1.1; fault=repeated")
    both = stacked(_projects("1.1"), tables(projects=[{}], key=OTHER))
    assert not subjects("project-number", both)


def test_number_of_another_strategy() -> None:
    """The part before the dot is the strategy's number."""
    (one,) = run_rule("project-number", _projects("1.1", strategy_no="2"))
    assert (one.expected, one.found) == ("2.…", "1.1")
    assert one.severity is Severity.WARNING
    assert not subjects("project-number", _projects("ก", strategy_no="2"))


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        (["1.1", "1.3"], "1.2"),
        (["2.2", "2.3"], "2.1"),
        (["1.9", *(f"1.{nth}" for nth in range(1, 8)), "1.10"], "1.8"),
        (["1.1", "1.2", "2.1"], ""),
        (["1.10", *(f"1.{nth}" for nth in range(1, 10))], ""),
    ],
)
def test_numbers_that_are_skipped(numbers: list[str], missing: str) -> None:
    """Gaps inside a strategy are told; 1.10 follows 1.9."""
    assert [one.expected for one in run_rule("project-number", _projects(*numbers))] == (
        [missing] if missing else []
    )


def test_strategy_without_projects() -> None:
    """A heading that no project of the same round follows is told."""
    made = tables(strategies=[{"strategy_no": "1"}, {"strategy_no": "2"}], projects=[{}])
    assert subjects("strategy-empty", made) == ["strategy_no=2"]
    full = tables(strategies=[{"strategy_no": "1"}], projects=[{}])
    assert not subjects("strategy-empty", full)
    both = stacked(
        tables(strategies=[{"strategy_no": "1"}], projects=[{}]),
        tables(strategies=[{"strategy_no": "1"}], key=OTHER),
    )
    assert [one.district for one in run_rule("strategy-empty", both)] == ["0102"]


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 14), st.data())
def test_any_project_that_is_left_out_is_named(count: int, data: st.DataObject) -> None:
    """Projects of one strategy in any order are silent; whichever but the last lacks is told."""
    numbers = data.draw(st.permutations([f"1.{nth}" for nth in range(1, count + 1)]))
    assert not subjects("project-number", _projects(*numbers))
    gap = data.draw(st.integers(1, count - 1))
    (one,) = run_rule("project-number", _projects(*(no for no in numbers if no != f"1.{gap}")))
    assert one.expected == f"1.{gap}"
