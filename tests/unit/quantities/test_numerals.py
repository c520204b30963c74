"""Numbers in words are read as the language builds them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.quantities.numerals import amounts, counts, number

_DIGITS = ["", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"]
_PLACES = ["แสน", "หมื่น", "พัน", "ร้อย", "สิบ", ""]


def _spelt(value: int) -> str:
    """Write a number in words, as a cheque does."""
    head, rest = divmod(value, 1_000_000)
    words = f"{_spelt(head)}ล้าน" if head else ""
    for place, digit in zip(_PLACES, f"{rest:06}", strict=True):
        said = {("สิบ", "1"): "", ("สิบ", "2"): "ยี่"}.get((place, digit), _DIGITS[int(digit)])
        last = place == "" and digit == "1" and value > 1
        words += ("เอ็ด" if last else said) + (place if digit != "0" else "")
    return words


@given(st.integers(1, 10**12))
def test_every_number_is_read_back(value: int) -> None:
    """What is spelt out by the rules is read as the same number."""
    assert number(_spelt(value)) == value


@pytest.mark.parametrize("words", ["ร้อยพัน", "สองสาม", "", "สิบห้อง", "แสนหมื่นแสน"])
def test_what_is_no_number(words: str) -> None:
    """Words in no possible order give nothing."""
    assert number(words) is None


def test_amounts_stand_before_baht() -> None:
    """Amounts of money are found with their satang and their place."""
    text = "จำนวน (หกสิบบาทยี่สิบห้าสตางค์) และหนึ่งพันบาทถ้วน"
    found = amounts(text)
    assert [one.value for one in found] == [60.25, 1000]
    assert text[found[1].start : found[1].end] == "หนึ่งพันบาทถ้วน"
    assert amounts("ไม่มีเงิน") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [("สามรุ่น สิบสองคน", [3, 12]), ("รุ่นที่สอง ทั้งสองฝ่าย", []), ("สามารถ หกล้ม ห้าม", [])],
)
def test_small_numbers_count_things(text: str, values: list[float]) -> None:
    """A word for a number counts only right before a counting word, and orders behind ที่."""
    assert [one.value for one in counts(text)] == values
