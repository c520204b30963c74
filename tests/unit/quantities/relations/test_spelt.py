"""Numbers told twice side by side."""

import pytest
from helpers.equations import right_values
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("67,500.00 บาท (หกหมื่นเจ็ดพันห้าสิบบาทถ้วน)", [(67500, 67050)]),
        ("(ตัวอักษร) สามพันสี่ร้อยบาทถ้วน (ตัวเลข) 4,300 บาท", [(4300, 3400)]),
        ("คัดเลือกนักเรียนสิบสองคน (21 คน)", [(12, 21)]),
        ("3.2 ล้านบาท หรือ 3,020,000 บาท", [(3200000, 3020000)]),
        ("3.2 ล้านบาท (3,184,500 บาท)", []),
        ("ครูสองคน นักเรียน 30 คน", []),
    ],
)
def test_two_forms_of_one_number(text: str, told: list[tuple[float, float]]) -> None:
    """Words in brackets, words before, counts in words, millions (rounded) beside the full sum."""
    assert right_values("spelt", text) == told


@given(st.integers(2, 9), st.integers(2, 9))
def test_true_words_are_silent_and_wrong_ones_are_told(thousands: int, hundreds: int) -> None:
    """Whatever the amount is: the same in words is silent, another one is told."""
    words = ["", "", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"]
    amount = 1000 * thousands + 100 * hundreds
    spelt = f"{words[thousands]}พัน{words[hundreds]}ร้อยบาทถ้วน"
    assert right_values("spelt", f"เป็นเงิน {amount:,} บาท ({spelt})") == []
    assert right_values("spelt", f"เป็นเงิน {amount + 10:,} บาท ({spelt})") == [(amount + 10, amount)]
