"""Money told in a text against the money columns of its line."""

import pytest
from helpers.equations import beside, right_values
from hypothesis import given
from hypothesis import strategies as st

LINE = beside(budget=90_000.0, disbursed=72_000.0, is_alone=True)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ใช้งบประมาณไป 27,000 บาท จากงบประมาณ 90,000 บาท", [(27000, 72000)]),
        ("ได้รับจัดสรรงบประมาณ 9,000 บาท เบิกจ่าย 72,000 บาท", [(9000, 90000)]),
        ("เบิกจ่ายร้อยละ 50 ของงบประมาณ", [(50, 80)]),
        ("เบิกจ่าย 72,000 บาท (ร้อยละ 88)", [(88, 80)]),
        ("เบิกจ่าย 72,000 บาท (ร้อยละ 80)", []),
        ("เบิกจ่ายงวดที่ 1 จำนวน 20,000 บาท", []),
        ("จะใช้งบประมาณ 27,000 บาท จากงบประมาณ 90,000 บาท", []),
    ],
)
def test_money_of_the_columns(text: str, told: list[tuple[float, float]]) -> None:
    """Another right figure, or two digits swapped, prove it; instalments and plans do not."""
    assert right_values("cells", text, LINE) == told


def test_a_line_that_pays_for_more_proves_nothing() -> None:
    """Where the line pays for other deeds, too, its columns are not the text's."""
    line = beside(budget=90_000.0, disbursed=72_000.0)
    assert right_values("cells", "ใช้งบประมาณไป 27,000 บาท จากงบประมาณ 90,000 บาท", line) == []


@given(st.integers(10_000, 900_000), st.integers(1, 99))
def test_true_percents_are_silent_and_three_more_are_told(budget: int, share: int) -> None:
    """Whatever the money is: its percent is silent, one that is off by three is told."""
    line = beside(budget=float(budget), disbursed=budget * share / 100, is_alone=True)
    assert right_values("cells", f"เบิกจ่ายร้อยละ {share} ของงบประมาณ", line) == []
    told = right_values("cells", f"เบิกจ่ายร้อยละ {share + 3} ของงบประมาณ", line)
    assert told == [(share + 3, share)]
