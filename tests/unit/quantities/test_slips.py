"""How a mistyped number comes of the right one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.quantities.slips import Slip, slip


@pytest.mark.parametrize(
    ("printed", "meant", "kind"),
    [
        (46_800, 48_600, Slip.SWAP),
        (1_200, 120, Slip.ZERO),
        (120, 1_200, Slip.ZERO),
        (113, 103, Slip.DIGIT),
        (1_133, 113, Slip.ZERO),
        (1_523, 123, Slip.DIGIT),
        (7, 8, Slip.NONE),
        (57, 12, Slip.NONE),
        (9, 1_000, Slip.NONE),
        (5, 5, Slip.NONE),
        (-3, 30, Slip.NONE),
    ],
)
def test_each_slip_is_told(printed: float, meant: float, kind: Slip) -> None:
    """Two digits swapped, a zero or a digit twice, one digit; a single digit proves nothing."""
    assert slip(printed, meant) is kind


@given(st.integers(10, 10**9), st.data())
def test_a_swap_goes_both_ways(value: int, data: st.DataObject) -> None:
    """Two neighbours exchanged are a swap, whichever of the two numbers was meant."""
    text = str(value)
    at = data.draw(st.integers(0, len(text) - 2))
    other = int(text[:at] + text[at + 1] + text[at] + text[at + 2 :])
    if other != value and len(str(other)) == len(text):
        assert slip(value, other) is slip(other, value) is Slip.SWAP
