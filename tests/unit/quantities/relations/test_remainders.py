"""What is left against the whole less what was done."""

import pytest
from helpers.equations import beside, is_silent, right_values
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("รับสมุด 500 เล่ม แจกแล้ว 380 เล่ม คงเหลือ 210 เล่ม", [(210, 120)]),
        ("เป้าหมาย 75 ครั้ง นิเทศแล้ว 52 ครั้ง ยังขาดอีก 32 ครั้ง", [(32, 23)]),
        ("ได้รับ 90,000 บาท จ่าย 20,000 บาท จ่ายเพิ่ม 30,000 บาท เหลือ 14,000 บาท", None),
    ],
)
def test_what_is_left_is_not(text: str, told: list[tuple[float, float]] | None) -> None:
    """One deed or several are taken from the whole."""
    found = right_values("remainders", text)
    assert found == told if told is not None else len(found) == 1


def test_money_left_is_that_of_the_columns() -> None:
    """Where a text tells no whole, the line's budget less its disbursement is left."""
    line = beside(budget=50_000.0, disbursed=32_000.0)
    assert right_values("remainders", "เงินคงเหลือ 81,000 บาท", line) == [(81000, 18000)]
    assert right_values("remainders", "เงินคงเหลือ 18,000 บาท", line) == []


def test_left_of_the_target() -> None:
    """Where a text tells only what was done, the target is the whole."""
    target = beside(targets="โรงเรียน 60 แห่ง")
    assert right_values("remainders", "นิเทศแล้ว 45 แห่ง เหลืออีก 51 แห่ง", target) == [(51, 15)]


def test_what_is_not_left() -> None:
    """Helping, and things of another kind, are no remainder."""
    assert is_silent("ช่วยเหลือนักเรียน 40 คน ครู 12 คน")


@given(st.integers(10, 5000), st.integers(10, 5000))
def test_true_remainders_are_silent_and_one_more_is_told(done: int, left: int) -> None:
    """Whatever the figures are: what is left is silent, one more is told."""
    text = "ทั้งหมด {} เรื่อง ยุติแล้ว {} เรื่อง คงเหลือ {} เรื่อง"
    whole = done + left
    assert right_values("remainders", text.format(whole, done, left)) == []
    if left + 1 not in (whole, done):
        told = right_values("remainders", text.format(whole, done, left + 1))
        assert told == [(left + 1, left)]
