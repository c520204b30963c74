"""Where the year will end."""

from __future__ import annotations

from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.year.forecast import forecast


def test_two_paces_are_the_bounds() -> None:
    """30 in the first three months, 90 in six: 10 or 20 a month, from 180 to 210."""
    made = forecast({1: 30.0, 2: 90.0}, 1000.0, 93.0)
    assert made is not None
    assert (made.low, made.likely, made.high) == (180.0, 195.0, 210.0)
    assert (made.pace, made.last_pace, made.months_left) == (15.0, 20.0, 6)
    assert made.needed == pytest.approx((930 - 90) / 6)


def test_a_first_round_knows_one_pace() -> None:
    """Then the bounds are one."""
    made = forecast({1: 30.0}, 1000.0)
    assert made is not None
    assert made.low == made.high == made.likely == 120.0
    assert isnan(made.needed)
    assert isnan(made.last_pace)


@pytest.mark.parametrize(
    ("spent", "budget"), [({4: 10.0}, 100.0), ({}, 100.0), ({2: 0.0}, 0.0), ({2: float("nan")}, 9)]
)
def test_nothing_to_reckon(spent: dict[int, float], budget: float) -> None:
    """After the year, without a round, without a budget."""
    assert forecast(spent, budget) is None


@given(
    st.dictionaries(st.integers(1, 3), st.floats(0, 1e9), min_size=1),
    st.floats(1, 1e9),
    st.floats(0, 100),
)
def test_bounds_hold(spent: dict[int, float], budget: float, target: float) -> None:
    """The likely end lies between its bounds, nothing is beyond the budget or what is spent."""
    made = forecast(spent, budget, target)
    assert made is not None
    assert made.low - 1e-6 * budget <= made.likely <= made.high + 1e-6 * budget
    assert made.high <= max(budget, spent[max(spent)]) + 1e-6
    assert made.needed >= 0
