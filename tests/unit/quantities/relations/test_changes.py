"""Growth and difference of two figures, and the direction."""

import pytest
from helpers.equations import is_silent, right_values
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ปี 2563 เท่ากับ 42.30 ปี 2564 เท่ากับ 45.80 เพิ่มขึ้น 5.30", [(5.3, 3.5)]),
        ("เดิม 120,000 บาท เป็น 150,000 บาท (+52%)", [(52, 25)]),
        ("ก่อนเรียน 12.50 หลังเรียน 17.25 ผลต่าง 7.45", [(7.45, 4.75)]),
        ("ผู้ใช้ 900 คน สูงกว่าปีก่อนซึ่งมี 750 คน อยู่ 105 คน", [(105, 150)]),
        ("ปีก่อน 200 คน ปีนี้ 260 คน เพิ่มขึ้นร้อยละ 36", [(36, 30)]),
    ],
)
def test_changes_that_are_none(text: str, told: list[tuple[float, float]]) -> None:
    """Years, before and after, signs, and what is compared before the difference is told."""
    assert right_values("changes", text) == told


def test_the_direction_is_told() -> None:
    """A right amount with the wrong word is a fault of its own."""
    assert len(right_values("changes", "ปีนี้ 180 คน ปีก่อน 200 คน เพิ่มขึ้น 20 คน")) == 1
    assert right_values("changes", "ปีนี้ 180 คน ปีก่อน 200 คน ลดลง 20 คน") == []


@pytest.mark.parametrize(
    "text", ["เพิ่มขึ้นร้อยละ 3 ต่อปี", "งบปี 2564 เป็น 90,000 บาท ปี 2565 เป็น 95,000 บาท"]
)
def test_changes_of_what_is_not_told(text: str) -> None:
    """A growth without its figures, and two years without a growth."""
    assert is_silent(text)


@given(st.integers(20, 3000), st.integers(2, 3000))
def test_true_changes_are_silent_and_one_more_is_told(then: int, more: int) -> None:
    """Whatever the figures are: a true difference is silent, one more is told."""
    text = "ปีก่อน {:,} คน ปีนี้ {:,} คน เพิ่มขึ้น {:,} คน"
    assert right_values("changes", text.format(then, then + more, more)) == []
    if abs(100 * more / then - (more + 1)) > 1:  # a growth in percent would be the same number
        assert right_values("changes", text.format(then, then + more, more + 1)) == [
            (more + 1, more)
        ]
