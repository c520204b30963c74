"""Parts against the whole they stand behind."""

import pytest
from helpers.equations import beside, is_silent, right_values
from hypothesis import given
from hypothesis import strategies as st

COUNTS = st.integers(11, 400)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("คณะทำงาน 14 ราย แยกเป็นฝ่ายจัดงาน 9 ราย ฝ่ายประเมิน 6 ราย", [(14, 15)]),
        ("สนามสอบ 32 ห้อง (ป.6 จำนวน 20 ห้อง / ม.3 จำนวน 13 ห้อง)", [(32, 33)]),
        ("นักเรียน 75 คน: ชาย 40 คน หญิง 53 คน", [(75, 93)]),
        ("อาคาร 11 หลัง ได้แก่\n- อาคารเรียน 6 หลัง\n- โรงอาหาร 4 หลัง", [(11, 10)]),
    ],
)
def test_parts_that_do_not_add_up(text: str, told: list[tuple[float, float]]) -> None:
    """Announced parts, brackets, opposites and lists below make up the whole."""
    assert right_values("parts", text) == told


@pytest.mark.parametrize(
    "text",
    [
        "ครู 60 คน ในจำนวนนี้เป็นครูผู้ช่วย 9 คน ครูชำนาญการ 20 คน",
        "โรงเรียน 90 แห่ง เป็นโรงเรียนขนาดเล็ก 50 แห่ง และเป็นโรงเรียนขยายโอกาส 22 แห่ง",
        "พบปัญหา 14 แห่ง ได้แก่ ขาดครู 9 แห่ง อาคารชำรุด 8 แห่ง",
        "ผู้สมัคร 200 คน เข้าสอบ 190 คน ผ่าน 88 คน",
        "นักเรียน 340 คน ครู 25 คน ผู้ปกครอง 180 คน",
    ],
)
def test_figures_that_are_no_parts(text: str) -> None:
    """Some of a whole, things that overlap, stages, and things of different kinds."""
    assert is_silent(text)


def test_a_closed_list_makes_up_the_target() -> None:
    """A list that leaves nothing out is held against the count of the target cell."""
    target = beside(targets="นักเรียน 105 คน")
    assert right_values("parts", "คัดกรองชาย 50 คน หญิง 65 คน", target) == [(105, 115)]
    assert right_values("parts", "คัดกรองชาย 50 คน หญิง 55 คน", target) == []


@given(COUNTS, COUNTS, COUNTS)
def test_true_parts_are_silent_and_one_more_is_told(one: int, two: int, three: int) -> None:
    """Whatever the figures are: what adds up is silent, a whole that is off by one is told."""
    text = "ผู้เข้าประชุม {} คน จำแนกเป็นครู {} คน ผู้บริหาร {} คน กรรมการ {} คน"
    whole = one + two + three
    assert right_values("parts", text.format(whole, one, two, three)) == []
    assert right_values("parts", text.format(whole + 1, one, two, three)) == [(whole + 1, whole)]
