"""A made-up round without faults agrees with itself in everything the rules can prove."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from plantrack_nb.check import check_tables
from plantrack_nb.core.findings import Severity
from plantrack_nb.simulate import made_round, offices
from plantrack_nb.simulate.invented_words import GIVEN, SURNAMES, SYNTHETIC


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 10_000), quarter=st.integers(1, 4), year=st.integers(2560, 2570))
def test_a_round_without_faults_gives_no_error_and_no_warning(
    seed: int, quarter: int, year: int
) -> None:
    """Whatever is drawn, percents, tables, claims, statuses, numbers, dates and sums agree."""
    made, faults = made_round(offices(1, seed)[0], year, quarter, seed)
    found = check_tables(made.tables)
    assert faults == ()
    assert [one for one in found if one.severity is not Severity.INFO] == []


def test_the_same_seed_gives_the_same_round() -> None:
    """Tables and planted faults repeat; another seed gives others."""
    office = offices(1, 7)[0]
    first, planted = made_round(office, 2565, 2, 7, 0.3)
    again, planted_again = made_round(office, 2565, 2, 7, 0.3)
    other, _ = made_round(office, 2565, 2, 8, 0.3)
    for name, table in first.tables.items():
        assert_frame_equal(table, again.tables[name])
    assert planted == planted_again
    assert not first.projects.equals(other.projects)


def test_a_round_has_the_size_and_kinds_of_a_real_one() -> None:
    """Dozens of projects in six strategies, of every budget state and of very unlike amounts."""
    made, _ = made_round(offices(1, 1)[0], 2565, 2, 1)
    assert 25 <= len(made.projects) <= 50
    assert len(made.strategies) == 6
    assert set(made.projects["budget_state"]) == {"budgeted", "awaiting", "none"}
    assert made.budget_lines["budget"].max() > 1000 * made.budget_lines["budget"].min()
    assert len(made.activities) > 6 * len(made.projects)
    assert set(made.claims["kind"]) == {
        "memo", "contents", "activity_text", "summary", "level_table", "strategy_table",
    }  # fmt: skip


def test_every_row_and_the_memo_say_that_the_data_are_synthetic() -> None:
    """Nobody can take a made-up round for a report."""
    made, _ = made_round(offices(1, 1)[0], 2565, 2, 1)
    for table in made.tables.values():
        assert table["source_file"].str.contains(SYNTHETIC).all()
    assert made.narrative["text"].str.contains(SYNTHETIC).any()


def test_officers_come_from_the_invented_names() -> None:
    """Each officer is one invented given name and one invented surname."""
    office = offices(1, 3)[0]
    for _, name in office.officers:
        given_name, surname = name.split(" ")
        assert given_name in GIVEN
        assert surname in SURNAMES


def test_printed_percents_are_the_ratio_to_two_decimals() -> None:
    """A line with money spent prints its percent, one without prints none."""
    made, _ = made_round(offices(1, 4)[0], 2565, 3, 4)
    lines = made.budget_lines[made.budget_lines["budget"].notna()]
    exact = 100 * lines["disbursed"] / lines["budget"]
    spent = lines["disbursed"] > 0
    assert spent.any()
    assert (lines["reported_pct"] - exact)[spent].abs().max() < 0.0051
    assert lines["reported_pct"][~spent].isna().all()
