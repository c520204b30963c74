"""Names of places in a source."""

from __future__ import annotations

import pytest
from helpers.refs import is_ref
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core.provenance import (
    cell_ref,
    column_letters,
    line_ref,
    page_cell_ref,
    page_line_ref,
    page_of,
    parted,
)

NUMBERS = st.integers(1, 1_000_000)
COLUMNS = st.integers(1, 16_384)


@pytest.mark.parametrize(
    ("column", "letters"),
    [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")],
)
def test_columns_are_spelt_as_spreadsheets_do(column: int, letters: str) -> None:
    """After Z comes AA; the last column a workbook can have is XFD."""
    assert column_letters(column) == letters


@given(COLUMNS)
def test_letters_lead_back_to_the_column(column: int) -> None:
    """Letters are the column's number in base 26 without a zero."""
    number = 0
    for letter in column_letters(column):
        number = number * 26 + ord(letter) - ord("A") + 1
    assert number == column


@given(NUMBERS, COLUMNS, st.text(min_size=1).filter(lambda name: "\n" not in name))
def test_what_we_name_is_a_reference(line: int, column: int, sheet: str) -> None:
    """Lines, their columns and cells of any sheet have the form of a reference."""
    assert is_ref(line_ref(line))
    assert is_ref(line_ref(line, column))
    assert is_ref(cell_ref(sheet, line, column))


def test_the_forms_of_a_reference() -> None:
    """The three forms are those of the documentation."""
    assert line_ref(383) == "L383"
    assert line_ref(383, 5) == "L383.5"
    assert cell_ref("งบ", 12, 5) == "งบ!E12"


@pytest.mark.parametrize(
    ("raw", "mark", "parts"),
    [
        ("199,680 | 47,109 (56.61)", "56.61", ("199,680 | 47,109 (", "56.61", ")")),
        ("ปี 2561 มี 1 ครั้ง", "1", ("ปี 2561 มี ", "1", " ครั้ง")),
        ("1.5 และ 1,500 และ 21", "1", ("1.5 และ 1,500 และ 21", "", "")),
        ("ร้อยละ 40.", "40", ("ร้อยละ ", "40", ".")),
        ("12อัตรา", "อัตรา", ("12", "อัตรา", "")),
        ("ว่าง", "", ("ว่าง", "", "")),
        ("a*b", "*", ("a", "*", "b")),
    ],
)
def test_a_text_is_parted_at_its_mark(raw: str, mark: str, parts: tuple[str, str, str]) -> None:
    """The words themselves are found, never the digits of another figure."""
    assert parted(raw, mark) == parts


def test_places_on_pages() -> None:
    """Cells and paragraphs of a page are spelled and traced to their page."""
    cell, paragraph = page_cell_ref(12, 3, 5), page_line_ref(12, 4)
    assert (cell, paragraph) == ("p12!R3C5", "p12!L4")
    assert (page_of(cell), page_of(paragraph)) == (12, 12)
    assert [page_of(ref) for ref in ("งบ!E12", "L3", "p12!R3")] == [None, None, None]
