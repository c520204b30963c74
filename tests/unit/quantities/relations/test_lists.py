"""A number of things against the list that names them."""

import pytest
from helpers.equations import beside, is_silent, right_values
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("จัด 5 กิจกรรม ได้แก่ 1) ค่าย 2) ประกวด 3) นิทรรศการ 4) แข่งขัน", [(5, 4)]),
        ("รางวัล 2 ประเภท ดังนี้\n- ผู้บริหาร\n- ครู\n- นักเรียน", [(2, 3)]),
        ("ระบบ 3 ระบบ คือ ระบบ DMC และระบบ B-OBEC", [(3, 2)]),
        ("งาน 4 ด้าน (วิชาการ/งบประมาณ/บุคคล)", [(4, 3)]),
        ("ระบบ 2 ระบบ คือ ระบบ DMC และระบบ B-OBEC", []),
    ],
)
def test_lists_with_more_or_less(text: str, told: list[tuple[float, float]]) -> None:
    """Marks in the line, lines below, the counting word anew, strokes."""
    assert right_values("lists", text) == told


def test_parts_of_the_deed_are_the_list() -> None:
    """A number at the end of a deed is that of the deeds below it."""
    below = beside(parts=3)
    assert right_values("lists", "ดำเนินงาน 4 กิจกรรม ดังนี้", below) == [(4, 3)]
    assert right_values("lists", "ดำเนินงาน 3 กิจกรรม ดังนี้", below) == []


@pytest.mark.parametrize(
    "text", ["อบรม 4 หลักสูตร เช่น ภาษาไทย คณิตศาสตร์", "คู่มือ 120 เล่ม ได้แก่ เล่มที่หนึ่ง และเล่มที่สอง"]
)
def test_lists_that_are_not_whole(text: str) -> None:
    """Examples, and many things of a few kinds."""
    assert is_silent(text)


@given(st.integers(2, 9))
def test_true_lists_are_silent_and_one_more_is_told(many: int) -> None:
    """Whatever the number is: as many marks are silent, one more in the number is told."""
    listed = " ".join(f"{at}) งานส่วนย่อย" for at in range(1, many + 1))
    assert right_values("lists", f"จัด {many} กิจกรรม ได้แก่ {listed}") == []
    assert right_values("lists", f"จัด {many + 1} กิจกรรม ได้แก่ {listed}") == [(many + 1, many)]
