"""Results against the goal beside them, or in the same text."""

import pytest
from helpers.equations import beside, right_values
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("indicator", "text", "told"),
    [
        ("ครูผ่านการอบรมร้อยละ 80", "ครูผ่านการอบรมร้อยละ 58 บรรลุตัวชี้วัด", [(58, 80)]),
        ("อัตราออกกลางคันไม่เกินร้อยละ 1", "อัตราออกกลางคันร้อยละ 1.75 บรรลุเป้าหมาย", [(1.75, 1)]),
        ("คะแนนเฉลี่ยไม่ต่ำกว่า 50.00", "คะแนนเฉลี่ย 48.10 เป็นไปตามตัวชี้วัด", [(48.1, 50)]),
        ("ได้รับรางวัลอย่างน้อย 40 แห่ง", "โรงเรียนได้รับรางวัล 34 แห่ง บรรลุเป้าหมาย", [(34, 40)]),
        ("ครูผ่านการอบรมร้อยละ 80", "ครูผ่านการอบรมร้อยละ 85 บรรลุตัวชี้วัด", []),
        ("ครูผ่านการอบรมร้อยละ 80", "ครูผ่านการอบรมร้อยละ 58 ไม่บรรลุเป้าหมาย", []),
    ],
)
def test_results_against_indicators(
    indicator: str, text: str, told: list[tuple[float, float]]
) -> None:
    """Least and most percents, scores and counts that are told as met."""
    assert right_values("goals", text, beside(indicators=indicator)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ผลร้อยละ 71 สูงกว่าเป้าหมายที่กำหนดไว้ร้อยละ 80", [(71, 80)]),
        ("ผลร้อยละ 52.80 ต่ำกว่าเป้าหมาย (ร้อยละ 50)", [(52.8, 50)]),
        ("เป้าหมายร้อยละ 60 ผลที่ได้ร้อยละ 46.30 (บรรลุเป้าหมาย)", [(46.3, 60)]),
        ("เป้าหมายร้อยละ 80 ผลร้อยละ 76.50 ยังต่ำกว่าเป้าหมาย", []),
    ],
)
def test_results_against_the_goal_they_name(text: str, told: list[tuple[float, float]]) -> None:
    """A result is on the side of its goal that the words say."""
    assert right_values("goals", text) == told


@given(st.integers(2, 98), st.integers(0, 100))
def test_what_reaches_its_goal_is_silent_and_what_does_not_is_told(goal: int, result: int) -> None:
    """Whatever the figures are."""
    told = right_values("goals", f"ผลการประเมินร้อยละ {result} สูงกว่าเกณฑ์ร้อยละ {goal}")
    assert told == ([] if result >= goal else [(result, goal)])
