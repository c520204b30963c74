"""The two tables: totals hold, nobody is lost."""

from __future__ import annotations

import pytest
from helpers.reporting import ROUNDS, nothing_marked, ordinary

from plantrack_nb.measures import projects as measures
from plantrack_nb.report.figures import level_table, strategy_table
from plantrack_nb.report.figures.groups import BANDS, LEVELS, TOTAL, UNMARKED


@pytest.mark.parametrize("name", ROUNDS)
def test_levels_and_bands_add_up_to_the_projects(name: str) -> None:
    """In each row the levels, unmarked ones too, and the bands count every project once."""
    projects = measures.projects(ROUNDS[name]().tables)
    table = level_table(projects)
    levels = [one for one in [*LEVELS, UNMARKED] if one in table]
    assert table[levels].sum(axis=1).tolist() == table["projects"].tolist()
    assert table[[*BANDS]].sum(axis=1).tolist() == table["projects"].tolist()
    assert table.loc[table["group"] == TOTAL, "projects"].tolist() == [len(projects)]


def test_unmarked_projects_have_a_column_of_their_own() -> None:
    """The column is there only when it is needed."""
    assert UNMARKED in level_table(measures.projects(nothing_marked().tables))
    assert UNMARKED not in level_table(measures.projects(ordinary().tables))


def test_groups_follow_the_order_given() -> None:
    """Named groups first, unknown names ignored, the total last."""
    table = level_table(measures.projects(ordinary().tables), ["กลุ่มนโยบายและแผน", "ไม่มี"])
    assert table["group"].tolist() == ["กลุ่มนโยบายและแผน", "กลุ่มอำนวยการ", TOTAL]


def test_the_total_percent_is_of_the_sums() -> None:
    """The total of a strategy is not the mean of its groups."""
    table = strategy_table(measures.projects(ordinary().tables))
    total = table[(table["group"] == TOTAL) & (table["strategy_no"] == "1")]
    assert total["disbursed_pct"].tolist() == [pytest.approx(70.0)]
