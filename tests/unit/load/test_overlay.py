"""Corrections laid over a round."""

from __future__ import annotations

from pathlib import Path

from helpers.corrected import MENDED, corrected, small_round
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core.corrections import Correction, add_corrections, corrections_file
from plantrack_nb.load import corrected as laid
from plantrack_nb.load import lay_over
from plantrack_nb.load.overlay import correctable
from plantrack_nb.load.reading import Reading


def percent(history: list[Correction]) -> float:
    """Percent of the one line after a history."""
    return float(lay_over(small_round(), history).round.budget_lines["reported_pct"].iloc[0])


@given(st.lists(st.floats(0, 100) | st.none(), min_size=1, max_size=6))
def test_the_last_of_a_chain_stands_and_doing_it_again_changes_nothing(
    values: list[float | None],
) -> None:
    """However often a cell was corrected, its last value stands; laying over is idempotent."""
    befores = [52.0, *values]
    history = [
        corrected(version=at, before=before, after=after)
        for at, (before, after) in enumerate(zip(befores, values, strict=False), 1)
    ]
    once = lay_over(small_round(), history)
    twice = lay_over(once.round, history)
    assert once.stale == twice.stale == ()
    assert once.round.budget_lines.equals(twice.round.budget_lines)
    stands = once.round.budget_lines["reported_pct"].iloc[0]
    assert stands == values[-1] or (values[-1] is None and stands != stands)  # noqa: PLR0124


def test_a_source_that_says_something_else_by_now_is_left_alone(tmp_path: Path) -> None:
    """The source's value stays, and the correction is listed as not understood."""
    stale = corrected(before=51.0, after=26.0)
    assert percent([stale]) == 52.0
    add_corrections(corrections_file(tmp_path, small_round().key), (), [stale])
    reading = laid(Reading(small_round()), tmp_path)
    [told] = reading.round.unread.to_dict("records")
    assert "51.0 → 26.0" in told["text"]
    assert reading.corrections == (stale,)


def test_what_names_a_row_is_not_corrected_here() -> None:
    """Numbers that name rows, and rows that are not there, leave everything as it is."""
    assert "project_no" not in correctable("budget_lines")
    assert correctable("unread") == ()
    strange = [corrected(column="line_no"), corrected(row="9.9/1"), corrected(table="unread")]
    assert lay_over(small_round(), strange).stale == tuple(strange)
    assert percent([MENDED, *strange]) == 25.0
