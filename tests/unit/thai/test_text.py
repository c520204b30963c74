"""Thai text is repaired, joined and compared without losing a letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.thai.text import arabic_digits, join_wrapped, squeeze, thai_digits, tidy, untidied

ANY_TEXT = st.text(st.sampled_from("กขคงเแํา้่ำุิ์ ๑1aé\u0301\u200b\u00a0\t\r\n") | st.characters())


@pytest.mark.parametrize(
    ("found", "repaired"),
    [
        ("จํานวน", "จำนวน"),
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("เเผน", "แผน"),
        ("ก\u200bข\ufeff", "กข"),
        ("ก\u00a0 \tข", "ก ข"),
        (" ก \r\n ข ", "ก\nข"),
        ("ก\u2028ข", "ก\nข"),
        ("ค่าจ้าง ๑,๐๐๐", "ค่าจ้าง ๑,๐๐๐"),
        ("ทำ ½", "ทำ ½"),
    ],
)
def test_tidy_repairs(found: str, repaired: str) -> None:
    """Each known damage is repaired; digits, ำ and compatibility signs stay."""
    assert tidy(found) == repaired


@given(ANY_TEXT)
def test_tidy_is_done_in_one_go(text: str) -> None:
    """Tidying what is tidy changes nothing."""
    assert tidy(tidy(text)) == tidy(text)


@given(ANY_TEXT)
def test_squeeze_leaves_no_white_space(text: str) -> None:
    """A squeezed text has no white space and is squeezed already."""
    squeezed = squeeze(text)
    assert not any(letter.isspace() for letter in squeezed)
    assert squeeze(squeezed) == squeezed


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("ส่งเสริม ", " การศึกษา", "ส่งเสริมการศึกษา"),
        ("กลุ่มนโยบายฯ", "กลุ่ม", "กลุ่มนโยบายฯ กลุ่ม"),
        ("ระบบ", "DLICT", "ระบบ DLICT"),
        ("จำนวน", "10 คน", "จำนวน 10 คน"),
        ("ที", "่", "ที่"),
        ("", "ก", "ก"),
        ("ก", "", "ก"),
    ],
)
def test_join_wrapped(first: str, second: str, joined: str) -> None:
    """Two Thai letters join directly; anything else gets one space."""
    assert join_wrapped(first, second) == joined


@given(ANY_TEXT, ANY_TEXT)
def test_joining_loses_nothing(first: str, second: str) -> None:
    """Apart from white space, the joined text is the two parts."""
    assert squeeze(join_wrapped(first, second)) == squeeze(first + second)


@given(st.text())
def test_digits_go_there_and_back(text: str) -> None:
    """Thai digits and back again is the text with Arabic digits, place by place."""
    assert arabic_digits(thai_digits(text)) == arabic_digits(text)
    assert len(thai_digits(text)) == len(text)


@given(ANY_TEXT, st.integers(0, 9), st.integers(1, 9))
def test_what_was_typed_is_found_again(typed: str, start: int, length: int) -> None:
    """What stood where a part of the tidied text stands is a stretch of the text, or the part."""
    whole = tidy(typed)
    part = whole[start : start + length]
    assert untidied(part, whole, typed) in typed or untidied(part, whole, typed) == part


def test_marks_in_pieces_are_given_back() -> None:
    """The letters that were put together come back as they were typed."""
    typed = "1.ส\u0e4d\u0e32รวจ 2.จ\u0e4d\u0e32นวน"
    assert untidied("2.จำนวน", tidy(typed), typed) == "2.จ\u0e4d\u0e32นวน"
