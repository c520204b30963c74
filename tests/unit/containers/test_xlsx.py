"""Workbooks as a grid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from helpers.containers import Formula, Table, bare_xlsx, write_xlsx

from plantrack_nb.containers.grid import Grid
from plantrack_nb.containers.sheets import xlsx
from plantrack_nb.containers.sheets.formats import Shown, number_format
from plantrack_nb.core.errors import SourceError

Read = Callable[[str], Grid]


@pytest.fixture
def read_rows(tmp_path: Path) -> Read:
    """Write a sheet's rows given as XML and read them as a grid."""

    def _read(rows: str) -> Grid:
        (tmp_path / "r.xlsx").write_bytes(bare_xlsx(rows))
        return xlsx.read(tmp_path / "r.xlsx")

    return _read


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("386510", "386510"),
        ("0.98050000000000004", "0.9805"),
        ("118767795.00000001", "118767795"),
        ("1.5E6", "1500000"),
        ("-0.5", "-0.5"),
        ("0", "0"),
        ("1e300", "1E+300"),
    ],
)
def test_numbers_as_a_sheet_keeps_them(read_rows: Read, stored: str, text: str) -> None:
    """15 digits, no exponent, whole numbers without a point; raw is what is stored."""
    cell = read_rows(f'<row r="1"><c r="A1"><v>{stored}</v></c></row>').rows[0].cells[0]
    assert (cell.text, cell.raw, cell.note) == (text, stored, "")


@pytest.mark.parametrize("stored", ["1e400", "x", "0x10"])
def test_odd_numbers_stay_text_with_a_note(read_rows: Read, stored: str) -> None:
    """What is no number is passed on with a note, not dropped."""
    cell = read_rows(f'<row r="1"><c r="A1"><v>{stored}</v></c></row>').rows[0].cells[0]
    assert cell.text == stored
    assert cell.note


def test_text_that_looks_like_a_number_stays_text(tmp_path: Path) -> None:
    """Leading zeros, Thai digits and project numbers are not touched."""
    row = ["0101", "๑,๐๐๐", "6.10", "50%"]
    assert xlsx.read(write_xlsx(tmp_path / "r.xlsx", [row])).rows[0].texts == row


def test_a_percent_shows_as_percent(tmp_path: Path) -> None:
    """0.9805 shown as a percent reads 98.05%; the same number without the format stays."""
    path = write_xlsx(tmp_path / "r.xlsx", [[0.9805, 0.9805]], percent=[(0, 0)])
    assert xlsx.read(path).rows[0].texts == ["98.05%", "0.9805"]


def test_dates_read_as_thai_dates(tmp_path: Path) -> None:
    """Dates are Thai text in B.E.; a year typed in B.E. stays; before 1900 there is no date."""
    with xlsxwriter.Workbook(tmp_path / "r.xlsx") as book:
        style = book.add_format({"num_format": "d mmm yyyy"})
        sheet = book.add_worksheet()
        sheet.write_datetime(0, 0, date(2022, 3, 31), style)
        sheet.write_datetime(0, 1, date(2565, 3, 31), style)
        sheet.write_number(0, 2, -5, style)
        sheet.write_number(0, 3, 44651.5, style)
        sheet.write_number(0, 4, 0.5, book.add_format({"num_format": "h:mm"}))
    row = xlsx.read(tmp_path / "r.xlsx").rows[0]
    assert row.texts == ["31 มีนาคม 2565", "31 มีนาคม 2565", "-5", "31 มีนาคม 2565 12:00", "12:00"]
    assert [bool(cell.note) for cell in row.cells] == [False, True, True, False, False]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("General", Shown.NUMBER),
        ("#,##0.00", Shown.NUMBER),
        ('#,##0" บาท"', Shown.NUMBER),
        ("0.00%", Shown.PERCENT),
        ('0"%"', Shown.NUMBER),
        ("[$-D07041E]d mmmm bbbb", Shown.DATE),
        ("[Red]-#,##0;[Blue]0", Shown.NUMBER),
        ("h:mm:ss", Shown.TIME),
        ("[h]:mm", Shown.NUMBER),
        ("@", Shown.NUMBER),
    ],
)
def test_format_codes(code: str, shown: Shown) -> None:
    """A format's literals and colours do not decide what it shows."""
    assert number_format(code).shown(1) is shown


def test_merged_hidden_and_several_sheets(tmp_path: Path) -> None:
    """Merged cells hold their value once, hidden rows are read and marked, hidden sheets named."""
    sheets: dict[str, Table] = {
        "งบ": [["หัว", None, "ก"], ["1", "2", "3"]],
        "แผน": [["ข", "ค"]],
        "ลับ": [["ง"]],
    }
    path = write_xlsx(tmp_path / "r.xlsx", sheets, hidden_sheets=["ลับ"], hidden_rows=[1])
    grid = xlsx.read(path)
    assert [row.texts for row in grid] == [["หัว", "", "ก"], ["1", "2", "3"], ["ข", "ค"]]
    assert [row.ref for row in grid] == ["งบ!A1", "งบ!A2", "แผน!A1"]
    assert grid.rows[0].cells[1].note == "merged"
    assert {cell.note for cell in grid.rows[1].cells} == {"hidden"}
    assert grid.notes == ("sheet 'ลับ' is hidden and was not read",)


def test_formulas_without_a_result_are_listed(tmp_path: Path) -> None:
    """A formula that was never computed is empty with a note; a doubtful result has one too."""
    path = write_xlsx(tmp_path / "r.xlsx", [[Formula("=1+1"), Formula("=2+3", 5), "ก"]])
    cells = xlsx.read(path).rows[0].cells
    assert (cells[0].text, cells[0].note) == ("", "formula without a stored value: =1+1")
    assert (cells[1].text, cells[1].note[:22]) == ("5", "formula's stored value")


def test_blank_styled_cells_are_no_rows(tmp_path: Path) -> None:
    """Styled tails cost no rows and no width."""
    with xlsxwriter.Workbook(tmp_path / "r.xlsx") as book:
        sheet, style = book.add_worksheet(), book.add_format({"bold": True})
        for row in range(300):
            sheet.write_blank(row, 40, None, style)
        sheet.write(0, 0, "ก")
    assert [row.texts for row in xlsx.read(tmp_path / "r.xlsx")] == [["ก"]]


def test_cells_without_refs_and_rich_text(read_rows: Read) -> None:
    """Cells without a ref follow each other; runs are joined, reading aids left out."""
    grid = read_rows(
        '<row><c t="inlineStr"><is><r><t>ก</t></r><r><t>ข</t></r><rPh><t>x</t></rPh></is></c>'
        '<c r="C1"/><c t="b"><v>1</v></c></row>'
    )
    assert grid.rows[0].texts == ["กข", "", "", "TRUE"]


@pytest.mark.parametrize("rows", ['<row r="x"/>', '<row r="1"><c r="1"><v>1</v></c></row>'])
def test_broken_refs_are_our_error(read_rows: Read, rows: str) -> None:
    """Refs that are none are a damaged file, not a crash."""
    with pytest.raises(SourceError, match="damaged"):
        read_rows(rows)


def test_agrees_with_openpyxl(tmp_path: Path) -> None:
    """An independent reader finds the same values in the same cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "S"
    values = [
        [row * column if column % 2 else f"ก{row}.{column}" for column in range(1, 9)]
        for row in range(1, 30)
    ]
    for row in values:
        sheet.append(row)
    sheet["C5"].value = None
    book.save(tmp_path / "r.xlsx")
    grid = xlsx.read(tmp_path / "r.xlsx")
    again = openpyxl.load_workbook(tmp_path / "r.xlsx")["S"]
    for read in grid:
        for cell in read.cells:
            value = again[cell.ref.partition("!")[2]].value
            assert cell.text == ("" if value is None else str(value))
