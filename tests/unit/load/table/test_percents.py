"""Percents come as 98 or as 0.98; amounts decide which."""

from __future__ import annotations

from helpers.progress_table import opened, read, table
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.load.table.drafts import LineDraft, ProjectDraft
from plantrack_nb.load.table.percents import as_percents


def project(*lines: tuple[float | None, float | None, float | None]) -> ProjectDraft:
    """Return a project from budget, disbursed and percent of each line."""
    made = ProjectDraft("1.1", "1", "L1.1", "")
    for budget, disbursed, percent in lines:
        made.lines.append(LineDraft("", budget, None, disbursed, percent, None, "L1.6", ""))
    return made


def test_shares() -> None:
    """When the amounts agree with shares, all percents of the document are put right."""
    one = project((100, 98, 0.98), (200, 100, 0.5), (300, None, 1))
    mends = as_percents([one])
    assert [line.percent for line in one.lines] == [98, 50, 100]
    assert (mends[0].kind, mends[0].before, mends[0].after) == ("share", "0.98", "98")


def test_small_percents() -> None:
    """Percents below one stay when the amounts agree with them."""
    one = project((10_000, 98, 0.98), (10_000, 50, 0.5))
    assert not as_percents([one])
    assert one.lines[0].percent == 0.98


def test_one_large_percent_decides() -> None:
    """One percent above 1.5 shows that none is a share."""
    assert not as_percents([project((100, 98, 0.98), (100, 50, 50))])


def test_nothing_to_decide_by() -> None:
    """Without amounts or percents nothing is changed."""
    assert not as_percents([project((None, None, 0.5)), project()])


def test_in_a_table() -> None:
    """A table of shares is read in percent, and each change is a mend."""
    rows = [
        opened(number=f"1.{at}", budget="1,000", disbursed=f"{500} ({written})")
        for at, written in enumerate(("0.5", "0.50"), 1)
    ]
    reading = read(*rows)
    assert table(reading, "budget_lines", "reported_pct") == [(50,), (50,)]
    assert [mend.kind for mend in reading.mends] == ["share", "share"]


@given(st.lists(st.floats(1, 100), min_size=1))
def test_true_percents_stay(percents: list[float]) -> None:
    """Percents that agree with their amounts are never changed."""
    one = project(*((1_000.0, 10 * percent, percent) for percent in percents))
    assert not as_percents([one])
