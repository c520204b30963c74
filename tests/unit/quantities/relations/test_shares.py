"""Percents against the part and the whole they are told with."""

import pytest
from helpers.equations import beside, is_silent, right_values
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ผ่าน 18 แห่ง จาก 24 แห่ง คิดเป็นร้อยละ 57", [(57, 75)]),
        ("สถานศึกษาร้อยละ 70 (40 แห่ง จาก 50 แห่ง) มีแผน", [(70, 80)]),
        ("ส่งผลงาน 27/36 แห่ง = 57%", [(57, 75)]),
        ("ร้อยละของครูที่ผ่านเกณฑ์ 96.17 (110 คน ใน 120 คน)", [(96.17, 91.67)]),
        ("ตอบกลับ 30 ฉบับ (ร้อยละ 65 ของทั้งหมด 40 ฉบับ)", [(65, 75)]),
        ("ยื่นคำขอ 16 ราย อนุมัติ 14 ราย = ร้อยละ 85.70", [(85.7, 87.5)]),
    ],
)
def test_percents_that_are_no_ratio(text: str, told: list[tuple[float, float]]) -> None:
    """The whole stands before, behind, in brackets, or as the lower figure of a fraction."""
    assert right_values("shares", text) == told


def test_the_target_is_the_whole() -> None:
    """Where a text names no whole, the one count of the target is it."""
    target = beside(targets="โรงเรียน 50 แห่ง")
    assert right_values("shares", "นิเทศ 40 แห่ง คิดเป็นร้อยละ 88", target) == [(88, 80)]
    assert right_values("shares", "นิเทศ 40 แห่ง คิดเป็นร้อยละ 80", target) == []


def test_a_part_is_no_more_than_its_whole() -> None:
    """A share above a hundred is told, but not that of a goal."""
    assert right_values("beyond", "ผ่าน 120 คน คิดเป็นร้อยละ 120") == [(120, 100)]
    assert right_values("beyond", "ผลงาน 120 ชิ้น คิดเป็นร้อยละ 120 ของเป้าหมาย") == []


@pytest.mark.parametrize(
    "text",
    [
        "เป้าหมายร้อยละ 80 ผลร้อยละ 76.50",
        "ร้อยละ 65 ของโรงเรียนมีครูครบชั้น ร้อยละ 40 มีครูเอกคณิตศาสตร์",
        "นักเรียน 18,761 คน เพศชาย ร้อยละ 51",
    ],
)
def test_percents_of_what_is_not_told(text: str) -> None:
    """Goals, and shares whose part or whole is not written."""
    assert is_silent(text)


@given(st.integers(1, 500), st.integers(1, 500))
def test_true_shares_are_silent_and_three_more_are_told(part: int, more: int) -> None:
    """Whatever the figures are: a rounded share is silent, one that is off by three is told."""
    whole = part + more
    share = 100 * part / whole
    text = "ผ่านการประเมิน {:,} คน จากทั้งหมด {:,} คน คิดเป็นร้อยละ {:.2f}"
    assert right_values("shares", text.format(part, whole, share)) == []
    wrong = share + 3 if share < 90 else share - 3
    if abs((100 - share) - wrong) > 0.02:  # what is left of a whole may be told, too
        ((printed, right),) = right_values("shares", text.format(part, whole, wrong))
        assert printed == pytest.approx(wrong, abs=0.01)
        assert right == pytest.approx(share, abs=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "ดำเนินการแล้ว 1 โครงการ จาก 2 โครงการ เบิกจ่ายร้อยละ 60 ของงบประมาณ",
        "แล้วเสร็จ 3 กิจกรรม จาก 4 กิจกรรม ร้อยละ 60 ของวงเงินที่ได้รับจัดสรร",
        "อบรม 1 รุ่น จากทั้งหมด 2 รุ่น ใช้จ่ายร้อยละ 45.50",
        "สอบ 20 คน จาก 40 คน เฉลี่ยร้อยละ 62 ของคะแนนเต็ม",
    ],
)
def test_a_percent_of_another_whole(text: str) -> None:
    """A percent of money or marks is no share of the heads or deeds that are told before it."""
    assert right_values("shares", text) == []


def test_a_percent_of_its_own_money() -> None:
    """Of an amount the budget is the whole."""
    text = "เบิกจ่าย 3,000 บาท จาก 4,000 บาท คิดเป็นร้อยละ 60 ของงบประมาณ"
    assert right_values("shares", text) == [(60, 75)]
