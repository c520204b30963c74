"""Sheets as data, written: text is text, and what is closed, listed and named is so in the file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core.errors import OutputError
from plantrack_nb.workbooks.book import Cell, Choices, Lane, Sheet, cut, in_rows, workbook
from plantrack_nb.workbooks.styles import BASE, ENTRY_TEXT, FONT, style

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST = 32_767


def opened(*sheets: Sheet, **properties: str) -> Workbook:
    """Write sheets and open the file in another library."""
    return openpyxl.load_workbook(io.BytesIO(workbook(sheets, **properties)))


def one_cell(cell: Cell) -> Sheet:
    """Return a sheet of one cell."""
    return Sheet("ก", [], in_rows([[cell]]))


@pytest.mark.parametrize("text", ["=1+1", "{=1}", "+66", "@a", "https://example.org", "0101", ""])
def test_text_is_never_a_formula_a_link_or_a_number(text: str) -> None:
    """Whatever it looks like, merged or not."""
    for across in (1, 3):
        book = opened(one_cell(Cell(text, BASE, across=across)))
        cell = book["ก"]["A1"]
        assert (cell.value or "", cell.data_type, cell.hyperlink) == (text, "s", None)


def test_cells_hold_what_they_say() -> None:
    """A number is a number, None shows its style only, a gap is nothing."""
    sheet = opened(Sheet("ก", [], in_rows([[Cell(1.5), None, Cell(None, BASE)]], 2)))["ก"]
    assert (sheet["A3"].value, sheet["B3"].has_style) == (1.5, False)
    assert (sheet["C3"].value, sheet["C3"].font.name) == (None, FONT)


def test_a_column_has_its_head_width_style_and_choices() -> None:
    """The head stands in the first row; the rest is for every cell below it."""
    lane = Lane(20, "=สถานะ", BASE, "เลือก", style(num_format="@"), Choices(("ก", "ข"), "โปรดเลือก"))
    sheet = opened(Sheet("ก", [lane], filtered=1))["ก"]
    assert (sheet["A1"].value, sheet["A1"].data_type) == ("=สถานะ", "s")
    assert sheet["A1"].comment.text == "เลือก"
    assert sheet.column_dimensions["A"].width == pytest.approx(20, abs=1)
    [rule] = sheet.data_validations.dataValidation
    assert (rule.formula1, rule.error, str(rule.sqref)) == ('"ก,ข"', "โปรดเลือก", "A2:A10000")
    assert sheet.auto_filter.ref == "A1:A2"


def test_a_closed_sheet_is_open_where_its_style_says() -> None:
    """Protection needs no password; a cell to be filled in is not locked."""
    cells = in_rows([[Cell("ก", BASE), Cell(None, ENTRY_TEXT)]])
    sheet = opened(Sheet("ก", [], cells, closed=True))["ก"]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert (sheet["A1"].protection.locked, sheet["B1"].protection.locked) == (True, False)


def test_a_name_points_to_its_cell() -> None:
    """A cell is found by its name, wherever it stands."""
    sheet = Sheet("คำ ชี้แจง", [], in_rows([[], [None, Cell(2565, name="fiscal_year")]]))
    assert opened(sheet).defined_names["fiscal_year"].attr_text == "'คำ ชี้แจง'!$B$2"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"frozen": (1, 2)}, lambda sheet: sheet.freeze_panes == "C2"),
        ({"printed": True}, lambda sheet: sheet.page_setup.orientation == "landscape"),
        ({"printed": True, "frozen": (1, 0)}, lambda sheet: sheet.print_title_rows == "$1:$1"),
        ({"ruled": False}, lambda sheet: sheet.sheet_view.showGridLines is False),
    ],
)
def test_how_a_sheet_is_shown(more: dict[str, object], said: Callable[[Worksheet], bool]) -> None:
    """What a sheet says of itself is in the file, and is not there unless it says so."""
    made = Sheet("ก", [], in_rows([[Cell("x")]]), **more)  # type: ignore[arg-type]
    assert said(opened(made)["ก"])
    assert not said(opened(one_cell(Cell("x")))["ก"])


def test_the_same_sheets_give_the_same_bytes() -> None:
    """No clock shows in the file, and the order of a style's properties does not matter."""
    styles = (style(bold=True, italic=True), style(italic=True, bold=True))
    one, other = (workbook([one_cell(Cell("ก", each))], title="ข") for each in styles)
    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as book:
        assert {part.date_time[0] for part in book.infolist()} == {1980}
    assert opened(one_cell(Cell("ก")), title="ข").properties.title == "ข"


@pytest.mark.parametrize(
    ("value", "why"),
    [("ก" * 32_768, "32,768 characters"), ("😀" * 16_384, "32,768"), (float("inf"), "infinite")],
)
def test_what_does_not_fit_is_refused_with_its_cell(value: str | float, why: str) -> None:
    """A spreadsheet would cut it or could not show it."""
    with pytest.raises(OutputError) as refused:
        workbook([Sheet("ก", [], in_rows([[], [None, Cell(value)]]))])
    assert refused.value.where == "ก!B2"
    assert why in refused.value.why


@given(st.text(st.sampled_from("aก😀"), max_size=9), st.sampled_from([1, LONGEST // 9, LONGEST]))
def test_a_text_is_cut_to_what_a_cell_holds(text: str, times: int) -> None:
    """What fits stays whole; the rest keeps as many whole letters as fit."""
    kept = cut(text * times)
    units = len(kept.encode("utf-16-le")) // 2
    assert (text * times).startswith(kept)
    assert units <= LONGEST
    assert kept == text * times or units >= LONGEST - 1
