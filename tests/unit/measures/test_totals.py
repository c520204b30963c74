"""The few figures of a round."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import rounds
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.measures import projects as measures
from plantrack_nb.measures.totals import FILE, Totals, read_totals, to_json, together, totals_of

_COUNTS = st.integers(0, 10**6)
_BAHT = st.integers(0, 10**14).map(lambda satang: satang / 100)
_TOTALS = st.builds(Totals, _COUNTS, _COUNTS, _COUNTS, _BAHT, _BAHT)


def test_a_round_is_added_up() -> None:
    """Projects are counted by what all their marks say, money over all lines."""
    tables = rounds.tables(
        projects=[{"project_no": "1.1"}, {"project_no": "1.2"}, {"project_no": "1.3"}],
        lines=[
            {"project_no": "1.1", "budget": 100.0, "disbursed": 25.5},
            {"project_no": "1.2", "budget": 300.0, "disbursed": 74.5},
        ],
        activities=[
            {"project_no": "1.1", "status": "done"},
            {"project_no": "1.2", "status": "done", "activity_no": "1"},
            {"project_no": "1.2", "status": "in_progress", "activity_no": "2"},
            {"project_no": "1.3", "status": "not_started"},
        ],
    )
    totals = totals_of(measures.of_round(tables))
    assert totals == Totals(3, 1, 1, 400.0, 100.0)
    assert totals.percent == 25.0


def test_no_budget_has_no_percent() -> None:
    """Nothing is divided by nothing."""
    assert Totals(disbursed=5.0).percent is None


@given(_TOTALS)
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, totals: Totals) -> None:
    """The file gives back the very figures."""
    path = tmp_path_factory.getbasetemp() / FILE
    path.write_text(to_json(totals), encoding="utf-8")
    assert read_totals(path) == totals


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "null", '{"projects": "x"}'])
def test_a_damaged_file_counts_as_none(tmp_path: Path, text: str) -> None:
    """An index must not fail at one torn file."""
    path = tmp_path / FILE
    path.write_text(text, encoding="utf-8")
    assert read_totals(path) is None


def test_a_file_with_no_number_counts_as_none(tmp_path: Path) -> None:
    """Not-a-number is no money."""
    path = tmp_path / FILE
    path.write_text(to_json(Totals(1, 1, 1, 1.0, 1.0)).replace("1.0", "NaN"), encoding="utf-8")
    assert read_totals(path) is None


@given(st.lists(_TOTALS))
def test_sums_do_not_depend_on_the_order(many: list[Totals]) -> None:
    """The country's money is exact to the satang whichever district comes first."""
    assert together(many) == together(reversed(many))
