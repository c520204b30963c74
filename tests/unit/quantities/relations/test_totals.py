"""Totals that are sums or products of what stands before them."""

import pytest
from helpers.equations import is_silent, right_values
from hypothesis import given
from hypothesis import strategies as st

COUNTS = st.integers(2, 60)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("จัด 4 รุ่น รุ่นละ 35 คน รวม 410 คน", [(410, 140)]),
        ("12 ห้อง x 900 บาท x 2 คืน = 26,100 บาท", [(26100, 21600)]),
        ("ป้าย 5 ผืน ผืนละ 450 บาท เป็นเงิน 2,520 บาท", [(2520, 2250)]),
        ("ค่าวัสดุ 1,200 บาท ค่าอาหาร 3,400 บาท รวมเป็นเงิน 4,900 บาท", [(4900, 4600)]),
        ("เอกสาร (เล่มละ 40 บาท 90 เล่ม) 6,300 บาท", [(6300, 3600)]),
        ("จ้างเดือนละ 8,000 บาท 6 เดือน รวม 84,000 บาท", [(84000, 48000)]),
    ],
)
def test_totals_that_do_not_come_out(text: str, told: list[tuple[float, float]]) -> None:
    """Rates with what they are counted by, chains, sums, and an amount behind its factors."""
    assert right_values("totals", text) == told


@pytest.mark.parametrize(
    "text",
    [
        "4 กลุ่ม กลุ่มละไม่เกิน 12 คน รวม 45 คน",
        "ทุนละ 1,000 - 3,000 บาท 15 ทุน รวม 28,000 บาท",
        "คนละ 240 บาท จำนวน 60 คน และค่าวัสดุอีก 3,600 บาท รวม 18,000 บาท",
        "ค่าวิทยากร ค่าอาหาร ค่าเอกสาร รวม 3 รายการ",
    ],
)
def test_totals_of_something_else(text: str) -> None:
    """Ranges, limits, further amounts and the number of things listed."""
    assert is_silent(text)


@given(COUNTS, COUNTS, st.integers(10, 900))
def test_true_products_are_silent_and_one_more_is_told(days: int, heads: int, rate: int) -> None:
    """Whatever the figures are: a true product is silent, one that is off by one baht is told."""
    text = "ค่าอาหารคนละ {} บาทต่อวัน {} คน {} วัน เป็นเงิน {:,} บาท"
    product = days * heads * rate
    assert right_values("totals", text.format(rate, heads, days, product)) == []
    wrong = right_values("totals", text.format(rate, heads, days, product + 1))
    assert [claim for claim, _ in wrong] == [product + 1]
