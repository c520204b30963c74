"""Means against the scores they are made of; levels against a hundred."""

import pytest
from helpers.equations import is_silent, right_values
from hypothesis import given
from hypothesis import strategies as st

SCORES = st.integers(2000, 9900).map(lambda one: one / 100)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ครั้งแรกร้อยละ 71.50 ครั้งหลังร้อยละ 68.50 เฉลี่ยร้อยละ 77.00", [(77, 70)]),
        ("ความรู้ 82.40 ทักษะ 78.60 เจตคติ 90.00 เฉลี่ย 86.37", [(86.37, 83.67)]),
        ("ผลทดสอบเฉลี่ย (57.50) มาจากการอ่าน 73.00 และการเขียน 78.00", [(57.5, 75.5)]),
        ("กรรมการสองคนให้ 46.00 และ 44.00 ค่าเฉลี่ย = 54.00", [(54, 45)]),
    ],
)
def test_means_that_are_none(text: str, told: list[tuple[float, float]]) -> None:
    """The mean stands behind its scores, or before the list that it comes from."""
    assert right_values("means", text) == told


@pytest.mark.parametrize(
    "text",
    [
        "ผู้ตอบ 180 คน ค่าเฉลี่ย 4.35",
        "ภาษาไทย 52.10 ภาษาอังกฤษ 39.22",
        "ระดับเขต 40.12 เฉลี่ยระดับประเทศ 38.50 สูงกว่า 1.62",
    ],
)
def test_means_of_what_is_not_told(text: str) -> None:
    """A mean without its scores proves nothing."""
    assert is_silent(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ดีมาก ร้อยละ 55 ดี ร้อยละ 30 พอใช้ ร้อยละ 25", [(25, 15)]),
        ("ผ่านร้อยละ 87.5 ส่วนที่ไม่ผ่านร้อยละ 21.5", [(21.5, 12.5)]),
        ("ดี ร้อยละ 50 พอใช้ ร้อยละ 30 ปรับปรุง ร้อยละ 10", [(10, 20)]),
        ("ดีมาก ร้อยละ 60 ดี ร้อยละ 30", []),
        ("ด้านเนื้อหา ร้อยละ 92 ด้านวิทยากร ร้อยละ 96 ด้านสถานที่ ร้อยละ 88", []),
        ("ต้องการสื่อ ร้อยละ 82 ต้องการครู ร้อยละ 64 ต้องการอาคาร ร้อยละ 51", []),
    ],
)
def test_levels_make_a_hundred(text: str, told: list[tuple[float, float]]) -> None:
    """Levels of one scale are no more than all, and all where the lowest is among them."""
    assert right_values("levels", text) == told


@given(SCORES, SCORES, SCORES)
def test_true_means_are_silent_and_one_more_is_told(one: float, two: float, three: float) -> None:
    """Whatever the scores are: their mean is silent, one more than it is told."""
    text = "ด้านที่หนึ่ง = {:.2f} ด้านที่สอง = {:.2f} ด้านที่สาม = {:.2f} เฉลี่ยรวม 3 ด้าน = {:.2f}"
    mean = (one + two + three) / 3
    assert right_values("means", text.format(one, two, three, mean)) == []
    if abs((two + three) / 2 - mean - 1) > 0.02:
        told = right_values("means", text.format(one, two, three, mean + 1))
        assert told == [(pytest.approx(mean + 1, abs=0.01), pytest.approx(mean, abs=0.01))]
