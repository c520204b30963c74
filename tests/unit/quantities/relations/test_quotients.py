"""So many for each, against what was shared out."""

import pytest
from helpers.equations import beside, is_silent, right_values
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("หนังสือ 2,400 เล่ม โรงเรียน 48 แห่ง เฉลี่ยแห่งละ 55 เล่ม", [(55, 50)]),
        ("ร้องทุกข์ 72 เรื่องใน 12 เดือน เฉลี่ยเดือนละ 9 เรื่อง", [(9, 6)]),
        ("ตุลาคม 120 คน พฤศจิกายน 150 คน ธันวาคม 90 คน เฉลี่ยเดือนละ 210 คน", [(210, 120)]),
        ("นักเรียน 100 คน 3 ห้อง เฉลี่ยห้องละ 33 คน", []),
    ],
)
def test_what_each_gets(text: str, told: list[tuple[float, float]]) -> None:
    """A whole by heads, or a list by its length; a mean may be rounded."""
    assert right_values("quotients", text) == told


def test_figures_of_other_cells_may_be_meant() -> None:
    """Where the target's number makes it come out, nothing is told."""
    target = beside(targets="โรงเรียน 40 แห่ง")
    text = "หนังสือ 2,400 เล่ม โรงเรียนตัวอย่าง 8 แห่ง เฉลี่ยแห่งละ 60 เล่ม"
    assert right_values("quotients", text, target) == []


def test_a_rate_is_no_mean() -> None:
    """What is given to each without a mean stays a rate."""
    assert is_silent("โรงเรียน 20 แห่ง แห่งละ 3 คน")


@given(st.integers(2, 90), st.integers(2, 400))
def test_true_quotients_are_silent_and_one_more_is_told(heads: int, each: int) -> None:
    """Whatever the figures are: a true quotient is silent, one more is told."""
    text = "ใช้เงิน {:,} บาท ผู้เข้าอบรม {} คน เฉลี่ยคนละ {:,} บาท"
    assert right_values("quotients", text.format(heads * each, heads, each)) == []
    told = right_values("quotients", text.format(heads * each, heads, each + 1))
    assert told == [(each + 1, each)]
