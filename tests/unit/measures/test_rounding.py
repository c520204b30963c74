"""Rounding: every honest way to print a percent is accepted, and no other."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.measures.rounding import agrees, span, step_of

_MODES = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)


@settings(deadline=None)
@given(st.decimals(0, 200, places=6), st.integers(0, 3), st.sampled_from(_MODES))
def test_every_way_of_rounding_agrees(exact: Decimal, places: int, mode: str) -> None:
    """A percent rounded half up, half to even or cut agrees with what it was made from."""
    step = Decimal(1).scaleb(-places)
    printed = float(exact.quantize(step, mode))
    assert agrees(printed, float(exact), float(step))
    low, high = span(printed, float(step))
    assert low <= float(exact) <= high


@settings(deadline=None)
@given(st.decimals(0, 200, places=4), st.integers(0, 2), st.integers(2, 50))
def test_two_steps_off_never_agrees(exact: Decimal, places: int, steps: int) -> None:
    """A printed percent two steps or more away agrees by no way of rounding."""
    step = 10.0**-places
    printed = float(exact.quantize(Decimal(1).scaleb(-places), ROUND_DOWN))
    assert not agrees(printed + steps * step, float(exact), step)
    assert not agrees(printed - steps * step, float(exact), step)


def test_edges() -> None:
    """Half a step too much is still rounding; a whole step too little is not even cutting."""
    assert agrees(28.31, 28.305, 0.01)
    assert not agrees(28.31, 28.3049, 0.01)
    assert agrees(28.31, 28.3199, 0.01)
    assert not agrees(28.31, 28.3201, 0.01)
    assert agrees(5, 4.5, 1)
    assert agrees(5, 5.9999999999, 1)


@pytest.mark.parametrize(
    ("value", "text", "step"),
    [
        (43.6, "4,599,650 | 2,005,500 (43.60)", 0.01),
        (100.0, "24,300 (100)", 1.0),
        (43.6, "๔๓.๖๐", 0.01),
        (43.6, "", 0.1),
        (98.05, "98.05", 0.01),
        (12.0, "", 1.0),
        (1234.5, "1,234.50", 0.01),
        (1 / 3, "0.3333333", 1e-6),
        (10.0, "", 1.0),
        (0.5, "ร้อยละ 5", 0.1),
        (9.05, "504100 | 45600 | 9.050000000000001", 0.01),
    ],
)
def test_step_of(value: float, text: str, step: float) -> None:
    """The last decimal in the text counts; without it the number's own decimals."""
    assert step_of(value, text) == pytest.approx(step)
