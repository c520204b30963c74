"""The table of two versions side by side."""

from __future__ import annotations

from benchmarks.against import Compared, Spent


def test_a_row_tells_the_share_and_whether_it_is_reached() -> None:
    """Medians, spread, the share of the other version, the mark."""
    old, new = Spent((1.0, 1.2, 1.1), "abc"), Spent((0.5,), "abc") + Spent((0.6,), "abc")
    row = Compared("a round", old, new, 0.5, old).row()
    assert row == (
        "| a round | 1.10 s (1.00 s to 1.20 s) | 550 ms (500 ms to 600 ms) | same bytes "
        "| 0.50 × | ≤ 0.5 × | ✓ |"
    )


def test_a_row_beside_something_else_names_it() -> None:
    """What it is held against stands in the row; more than is allowed is not reached."""
    row = Compared("reading", None, Spent((0.06,)), 4, Spent((0.012,)), "calamine").row()
    assert "calamine: 12 ms" in row
    assert row.endswith("| 5.00 × | ≤ 4 × | not reached |")
