"""Cells are read as the numbers they hold, and numbers printed can be read back."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.thai.numbers import (
    Amount,
    format_baht,
    format_count,
    format_percent,
    is_awaiting,
    is_dash,
    is_no_budget,
    parse_amount_with_percent,
    parse_number,
)
from plantrack_nb.thai.text import thai_digits

SATANG = st.integers(-(10**14), 10**14).map(lambda satang: round(satang / 100, 2))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("386,510", 386510),
        ("๑,๐๐๐", 1000),
        ("180,000.-", 180000),
        ("9,000.", 9000),
        ("(96,000)", 96000),
        ("(3,900-)", 3900),
        ("-5", -5),
        ("50%", 50),
        ("50 %", 50),
        ("ร้อยละ 24.21", 24.21),
        ("15 ,000", 15000),
        ("144900 บาท", 144900),
        ("74.95", 74.95),
        ("1.5 ล้านบาท", 1500000),
        ("0", 0),
    ],
)
def test_a_cell_that_is_a_number(text: str, value: float) -> None:
    """Every spelling of a whole-cell number is read; brackets do not mean negative."""
    assert parse_number(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "-", "–", "- 5", "1,00", "1,000,00", "1.2.3", "1 2", "10 คน", "กลุ่ม", "1/2", "9" * 400],
)
def test_a_cell_that_is_no_number(text: str) -> None:
    """What is not one well-formed number is left to the caller."""
    assert parse_number(text) is None


@given(SATANG)
def test_a_printed_amount_is_read_back(value: float) -> None:
    """Parse and format agree to the satang, in Thai digits too."""
    for printed in (format_baht(value), format_percent(value)):
        assert parse_number(printed) == value
        assert parse_number(thai_digits(printed)) == value


@given(st.integers(0, 10**12))
def test_a_printed_count_is_read_back(value: int) -> None:
    """A count is printed without decimals and read back."""
    assert "." not in format_count(value)
    assert parse_number(format_count(value)) == value


@given(st.floats())
def test_any_float_can_be_printed(value: float) -> None:
    """Printing never fails; what is no number is a dash, as in the official tables."""
    assert (format_baht(value) == "-") == (not math.isfinite(value))


@pytest.mark.parametrize(
    ("value", "baht", "percent"),
    [
        (138298687, "138,298,687", "138298687"),
        (4813.93, "4,813.93", "4813.93"),
        (40.1, "40.10", "40.10"),
        (100.0, "100", "100"),
        (0.125, "0.13", "0.13"),
        (-0.001, "0", "0"),
        (None, "-", "-"),
    ],
)
def test_how_numbers_are_printed(value: float | None, baht: str, percent: str) -> None:
    """Satang only when there are any, halves rounded up, no minus zero."""
    assert (format_baht(value), format_percent(value)) == (baht, percent)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("386,510 (98.05)", Amount(386510, 98.05)),
        ("386,510(98.05 %)", Amount(386510, 98.05)),
        ("24,300 (100)", Amount(24300, 100)),
        ("47,109\n(56.61)", Amount(47109, 56.61)),
        ("๑๐๐ (ร้อยละ ๕๐)", Amount(100, 50)),
        ("0", Amount(0)),
        ("-", None),
        ("12 (สิบสอง)", None),
        ("1 (2) (3)", None),
    ],
)
def test_an_amount_with_its_percent(text: str, amount: Amount | None) -> None:
    """An amount is read with or without the percent in brackets."""
    assert parse_amount_with_percent(text) == amount


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("30,000 (สพฐ.)", "สพฐ."),
        ("500 บาท (งบ สพป.)", "งบ สพป."),
        ("๓๐,๐๐๐ (เงินรายได้)", "เงินรายได้"),
        ("30,000 (จาก 40,000)", None),
        ("120 (คน)", None),
        ("30,000 สพฐ.", None),
    ],
)
def test_an_amount_with_words_in_brackets(text: str, note: str | None) -> None:
    """Words in brackets behind an amount are kept apart from it; another figure is not guessed."""
    amount = parse_amount_with_percent(text)
    assert (amount.note if amount is not None else None) == note


@pytest.mark.parametrize("text", ["-", "–", "—", " - ", "--", "", "\n"])
def test_a_dash_says_nothing(text: str) -> None:
    """Dashes of any length and emptiness are the same."""
    assert is_dash(text)


@pytest.mark.parametrize("text", ["0", "-5", "- ข้อความ"])
def test_not_a_dash(text: str) -> None:
    """A number or a bullet with words is no dash."""
    assert not is_dash(text)


@pytest.mark.parametrize(
    "text",
    [
        "รอจัดสรร",
        "รอการจัดสรร",
        "รจัดสรร",
        "รอกจัดสรร",
        "รอ จัดสรร",
        "(รอจัดสรร)",
        "รอจัดสรรงบประมาณ",
        "รอรับการจัดสรร",
        "รอจัดสรรงบประมาณจาก สพฐ.",
        "รอจัดสร",
    ],
)
def test_awaiting(text: str) -> None:
    """The mark of awaited money is known through damage and additions."""
    assert is_awaiting(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "จัดสรร",
        "ได้รับจัดสรร",
        "รับจัดสรร",
        "รอดำเนินการ",
        "โรงเรียนรอจัดสรรงบประมาณเพื่อปรับปรุงอาคาร",
        "รอจัดสรรในไตรมาสต่อไป",
    ],
)
def test_not_awaiting(text: str) -> None:
    """Money received, or a sentence that mentions waiting, is not the mark."""
    assert not is_awaiting(text)


def test_no_budget() -> None:
    """Only the mark itself says that no budget is used."""
    assert is_no_budget("ไม่ใช้งบ")
    assert is_no_budget("ไม่ใช้ งบประมาณ")
    assert not is_no_budget("ไม่ใช้งบของโรงเรียน")
    assert not is_no_budget("ใช้งบ")


@given(st.text(st.sampled_from("0123456789๐๙,.-–()% บาทร้อยละล้านรอจัดสรร\n") | st.characters()))
def test_no_text_breaks_a_reader(text: str) -> None:
    """Every reader answers for every text, and a number read is finite."""
    value = parse_number(text)
    assert value is None or math.isfinite(value)
    amount = parse_amount_with_percent(text)
    assert amount is None or math.isfinite(amount.value)
    assert not (is_dash(text) and value is not None)
    assert not (is_awaiting(text) and is_no_budget(text))
