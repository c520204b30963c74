"""How values become text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.render import parts as p
from plantrack_nb.render.formats import (
    decimals_of,
    in_thai_digits,
    join_th,
    long_date,
    month_and_year,
    short_percent,
    show,
    show_cell,
)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1234567, p.Unit.BAHT, "1,234,567"),
        (1234567.0, p.Unit.BAHT, "1,234,567"),
        (1234.5, p.Unit.BAHT, "1,234.50"),
        (-5.0, p.Unit.COUNT, "−5"),
        (-0.001, p.Unit.BAHT, "0"),
        (68.945, p.Unit.PERCENT, "68.95"),
        (0, p.Unit.PERCENT, "0.00"),
        (3, p.Unit.TEXT, "3"),
        ("รอจัดสรร", p.Unit.BAHT, "รอจัดสรร"),
        (None, p.Unit.BAHT, "–"),
    ],
)
def test_show(value: p.Value, unit: p.Unit, text: str) -> None:
    """Thousands are grouped, halves go up, satang show where there are any."""
    assert show(value, unit) == text


@given(st.floats(allow_nan=False, allow_infinity=False), st.sampled_from(p.Unit))
def test_a_shown_number_is_the_number_to_half_a_unit(value: float, unit: p.Unit) -> None:
    """What is printed differs from the value by no more than rounding, at any size."""
    text = show(value, unit)
    shown = Decimal(text.replace(",", "").replace("−", "-"))
    step = Decimal(1).scaleb(-len(text.partition(".")[2]))
    assert abs(shown - Decimal(repr(value))) <= step / 2


def test_a_column_with_satang_shows_them_throughout() -> None:
    """One amount with satang gives the whole column two decimals; a heading does not count."""
    rows = (
        p.Row((p.Cell("ก"),), p.RowRole.GROUP),
        p.Row((p.Cell("ข"), p.Cell(10))),
        p.Row((p.Cell("ค"), p.Cell(10.5))),
    )
    table = p.Table("ต", (p.Column("ชื่อ"), p.Column("บาท", p.Unit.BAHT)), rows)
    assert decimals_of(table) == [None, 2]


def test_amount_and_percent_share_a_cell() -> None:
    """A percent follows the amount in brackets."""
    assert show_cell(p.Cell(386510, percent=98.05), p.Unit.BAHT) == "386,510 (98.05)"


def test_a_dash_is_for_figures() -> None:
    """Where there is no figure stands a dash; where there are no words, nothing."""
    assert [show_cell(p.Cell(None), unit) for unit in (p.Unit.COUNT, p.Unit.TEXT)] == ["–", ""]


def test_thai_dates_and_digits() -> None:
    """Dates are in the Buddhist era; Thai digits are a switch of their own."""
    assert long_date("2022-04-22") == "22 เมษายน 2565"
    assert month_and_year("2022-04-22") == "เมษายน 2565"
    assert in_thai_digits("รอบ 6 เดือน 2565") == "รอบ ๖ เดือน ๒๕๖๕"


def test_digits_of_a_latin_name_stay() -> None:
    """A name such as COVID-19 is written as it is, among Thai digits."""
    text = "COVID-19 O-NET ป.6 A4 12A 4,200,350.50 บาท (78.39)"
    said = "COVID-19 O-NET ป.๖ A4 12A ๔,๒๐๐,๓๕๐.๕๐ บาท (๗๘.๓๙)"
    assert in_thai_digits(text) == said


def test_no_date_is_no_words() -> None:
    """A date that is not known leaves its place empty."""
    assert (long_date(""), month_and_year("")) == ("", "")


def test_joining() -> None:
    """The last of several names is joined with และ."""
    assert [join_th([]), join_th(["ก"]), join_th(["ก", "ข", "ค"])] == ["", "ก", "ก ข และค"]


def test_a_target_is_written_short() -> None:
    """A target has only the decimals it needs."""
    assert [short_percent(51), short_percent(51.5)] == ["51%", "51.5%"]
