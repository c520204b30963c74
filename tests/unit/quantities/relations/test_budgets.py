"""Heads × rate × months, and amounts told as a sum, against the money of the line."""

from helpers.equations import beside, right_values
from hypothesis import given
from hypothesis import strategies as st


def test_pay_against_the_budget() -> None:
    """A monthly rate counts for the months told, else for a year."""
    line = beside(budget=900_000.0, is_alone=True)
    assert right_values("budgets", "เดือนละ 9,000 บาท จำนวน 10 คน", line) == [(900000, 1080000)]
    assert right_values("budgets", "คนละ 9,000 บาทต่อเดือน 10 คน 10 เดือน", line) == []


def test_a_sum_told_is_the_budget() -> None:
    """A total with its digits swapped, or above the budget, is told; a smaller one is not."""
    line = beside(budget=25_300.0, disbursed=0.0, is_alone=True)
    assert right_values("sums-told", "รวมเป็นเงิน 52,300 บาท", line) == [(52300, 25300)]
    assert right_values("sums-told", "รวมเป็นเงิน 25,300 บาท", line) == []
    assert right_values("sums-told", "รวมเป็นเงิน 11,000 บาท", line) == []


@given(st.integers(2, 60), st.integers(500, 20_000))
def test_true_pay_is_silent_and_a_head_more_is_told(heads: int, rate: int) -> None:
    """Whatever the figures are: a year's pay is silent, pay of a head more than given is told."""
    line = beside(budget=float(heads * rate * 12), is_alone=True)
    text = "จ้างเดือนละ {:,} บาท จำนวน {} คน"
    assert right_values("budgets", text.format(rate, heads), line) == []
    more = right_values("budgets", text.format(rate, 2 * heads), line)
    assert more == [(heads * rate * 12, 2 * heads * rate * 12)]
