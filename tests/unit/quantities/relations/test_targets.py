"""Counts of what was done against the count of the target."""

import pytest
from helpers.equations import beside, right_values
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("target", "text", "told"),
    [
        ("ครู 84 คน", "อบรมครูครบทั้ง 48 คน", [(48, 84)]),
        ("สื่อ 30 ชุด", "จัดทำสื่อครบ 13 ชุดตามเป้าหมาย", [(13, 30)]),
        ("นักเรียน 1,905 คน", "คัดกรองนักเรียน 1,950 คน", [(1950, 1905)]),
        ("ครู 84 คน", "อบรมครู 30 คน", []),
        ("ครู 84 คน", "อบรมครู 84 คน ผ่านเกณฑ์ 80 คน", []),
    ],
)
def test_counts_of_the_target(target: str, text: str, told: list[tuple[float, float]]) -> None:
    """Told as all, or with digits swapped; what is fewer may be all right."""
    assert right_values("targets", text, beside(targets=target)) == told


def test_rounds_and_heads_are_the_target() -> None:
    """Rounds × heads are told where one slip of the fingers explains them."""
    target = beside(targets="ครู 200 คน")
    assert right_values("batches", "จัด 4 รุ่น รุ่นละ 60 คน", target) == [(200, 240)]
    assert right_values("batches", "จัด 4 รุ่น รุ่นละ 50 คน", target) == []


@given(st.integers(13, 5000))
def test_all_of_the_target_is_silent_and_one_more_is_told(many: int) -> None:
    """Whatever the target is: all of it is silent, more than all is told."""
    target = beside(targets=f"โรงเรียน {many} แห่ง")
    assert right_values("targets", f"นิเทศครบทั้ง {many} แห่ง", target) == []
    assert right_values("targets", f"นิเทศครบทั้ง {many + 1} แห่ง", target) == [(many + 1, many)]
