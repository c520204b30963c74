"""Workbooks that are not .xlsx: .xlsb, .xls, .ods, Excel's XML of 2003, web archives."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import xlwt
from helpers import old_workbooks as made
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.containers import open_grid
from plantrack_nb.containers.grid import Grid
from plantrack_nb.containers.sheets.biff12 import Record, records
from plantrack_nb.core.errors import SourceError

if TYPE_CHECKING:
    from helpers.containers import Table

TABLE: Table = [
    ["รายงานผล", None, None],
    ["ที่", "โครงการ", "งบประมาณ"],
    ["1", "พัฒนาครู\nรุ่นที่ 1", 386510.5],
    [None, "ต่อ", 0],
]
TEXTS = [
    ["รายงานผล", "", ""],
    ["ที่", "โครงการ", "งบประมาณ"],
    ["1", "พัฒนาครู\nรุ่นที่ 1", "386510.5"],
    ["", "ต่อ", "0"],
]
WRITERS: dict[str, Callable[[Path], Path]] = {
    "r.ods": lambda path: made.write_ods_table(path, TABLE),
    "r.fods": lambda path: made.write_ods_table(path, TABLE, flat=True),
    "r.xls": lambda path: made.write_xls(path, TABLE),
    "r.xlsb": lambda path: made.write_xlsb_table(path, TABLE),
    "r.xml": lambda path: made.write_xml2003(path, TABLE),
    "r xml.xls": lambda path: made.write_xml2003(path, TABLE, "cp874"),
}


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_table_from_each(tmp_path: Path, name: str) -> None:
    """Texts, numbers, line breaks and merged cells come out alike; refs name sheet and cell."""
    grid = open_grid(WRITERS[name](tmp_path / name))
    assert [row.texts for row in grid] == TEXTS
    assert [row.ref for row in grid] == ["งบ!A1", "งบ!A2", "งบ!A3", "งบ!A4"]
    assert grid.rows[3].cells[0].note == "merged"


def test_ods_keeps_what_a_cell_says(tmp_path: Path) -> None:
    """Percents, dates in B.E., errors, blanks, line breaks and repeated cells; no comment."""
    rows = (
        '<table:table-row><table:table-cell office:value-type="percentage" office:value="0.755"/>'
        '<table:table-cell office:value-type="date" office:date-value="2022-03-31"/>'
        '<table:table-cell office:value-type="time" office:time-value="PT36H00M00S">'
        "<text:p>36:00:00</text:p></table:table-cell>"
        "<table:table-cell><text:p>ก<text:s text:c='2'/>ข<text:line-break/>ค</text:p>"
        "<office:annotation><text:p>หมายเหตุ</text:p></office:annotation></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="2" office:value-type="float"'
        ' office:value="7"/><table:table-cell table:number-columns-repeated="16000"/>'
        "</table:table-row>"
        '<table:table-row table:visibility="filter"><table:table-cell><text:p>ซ่อน</text:p>'
        "</table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/>'
        "</table:table-row>"
    )
    grid = open_grid(made.write_ods(tmp_path / "r.ods", rows))
    assert grid.rows[0].texts == ["75.5%", "31 มีนาคม 2565", "36:00:00", "ก  ข\nค", "7", "7"]
    assert grid.rows[1].cells[0].note == "hidden"
    assert len(grid.rows) == 2


def test_xlsb_kinds_of_cells(tmp_path: Path) -> None:
    """Packed numbers, percents by a condition, errors, texts beside, cells without a column."""
    styles = (
        record(44, struct.pack("<H", 170) + made.wide('[=0]"-";0.00%'))
        + record(617)
        + record(47, bytes(16))
        + record(47, struct.pack("<HH", 0, 170) + bytes(12))
        + record(618)
    )
    cells = (
        made.xlsb_cell(2, 0, struct.pack("<I", (1234 << 2) | 3))  # 12.34 as a whole number / 100
        + made.xlsb_cell(5, 1, struct.pack("<d", 0.5), style=1)
        + made.xlsb_cell(3, 2, b"\x2a")
        + record(17, struct.pack("<I", 0) + made.wide("ข้อความ"))  # the column after the third
        + made.xlsb_cell(9, 4, struct.pack("<d", 9.0) + bytes(8))
    )
    rows = made.xlsb_row(0, cells) + made.xlsb_row(4, cells, hidden=True)
    grid = open_grid(made.write_xlsb(tmp_path / "r.xlsb", rows, styles=styles))
    assert grid.rows[0].texts == ["12.34", "50%", "#N/A", "ข้อความ", "9"]
    assert [row.ref for row in grid] == ["งบ!A1", "งบ!A5"]
    assert "hidden" in grid.rows[1].cells[0].note


record = made.record


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(-(2**29), 2**29 - 1))
def test_packed_numbers(real: float, whole: int) -> None:
    """A whole number, and the upper half of a real one, come back as they were packed."""
    bits = struct.unpack("<Q", struct.pack("<d", real))[0] >> 32 & ~3
    upper = struct.unpack("<d", struct.pack("<Q", bits << 32))[0]
    assert Record(2, struct.pack("<I", bits)).packed(0) == upper
    packed = struct.pack("<I", (whole << 2 | 2) & 0xFFFFFFFF)
    assert Record(2, packed).packed(0) == whole


@given(st.lists(st.tuples(st.integers(0, 16383), st.binary(max_size=300)), max_size=8))
def test_records_come_back(given_records: list[tuple[int, bytes]]) -> None:
    """What was written record by record is read so."""
    data = b"".join(record(number, content) for number, content in given_records)
    assert [(one.number, one.data) for one in records(data)] == given_records


def test_xls_formats_and_hidden_rows(tmp_path: Path) -> None:
    """Percents and dates are shown as Excel shows them; hidden rows and sheets are told."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("งบ")
    sheet.write(0, 0, 0.9805, xlwt.easyxf(num_format_str='[=0]"-;";0.00%'))
    sheet.write(0, 1, 44651, xlwt.easyxf(num_format_str="d mmm yyyy"))
    sheet.write(1, 0, bool(sheet))
    sheet.row(1).hidden = True
    book.add_sheet("ลับ").visibility = 1
    book.save(str(tmp_path / "r.xls"))
    grid = open_grid(tmp_path / "r.xls")
    assert grid.rows[0].texts == ["98.05%", "31 มีนาคม 2565"]
    assert grid.rows[1].cells[0].note == "hidden"
    assert grid.notes == ("sheet 'ลับ' is hidden and was not read",)


@pytest.mark.parametrize("charset", ["utf-8", "windows-874"])
def test_web_archive(tmp_path: Path, charset: str) -> None:
    """The page in an archive is read by the charset the archive names."""
    page = "<table><tr><td>ที่<td>โครงการ</tr><tr><td>1<td>ก</table>"
    data = page.encode("cp874" if charset == "windows-874" else charset)
    grid = open_grid(made.write_mht(tmp_path / "r.mht", data, charset))
    assert [row.texts for row in grid] == [["ที่", "โครงการ"], ["1", "ก"]]


@pytest.mark.parametrize("begin", ["", "<meta charset='utf-8'>", "<!-- x --><div>"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_pages_named_xls(tmp_path: Path, begin: str, encoding: str) -> None:
    """An export named .xls that is a page is read as one, however it begins."""
    page = f"{begin}<table><tr><td>ที่<td>โครงการ</table>"
    if encoding == "cp874":
        page = page.replace("utf-8", "tis-620")
    (tmp_path / "r.xls").write_bytes(page.encode(encoding))
    assert [row.texts for row in open_grid(tmp_path / "r.xls")][-1] == ["ที่", "โครงการ"]


def test_text_named_xls(tmp_path: Path) -> None:
    """An export named .xls that is text with tabs is read as a table."""
    (tmp_path / "r.xls").write_bytes("ที่\tโครงการ\r\n1\tก\r\n".encode("cp874"))
    assert [row.texts for row in open_grid(tmp_path / "r.xls")] == [["ที่", "โครงการ"], ["1", "ก"]]


def test_unicode_text_with_line_breaks_in_cells(tmp_path: Path) -> None:
    """Excel's "Unicode text": tabs, UTF-16, quoted cells over several lines."""
    text = 'ที่\tโครงการ\tงบ\r\n1\t"ประชุม\nสังกัด ""สพป."""\t10\r\n2\tข\t20\r\n'
    (tmp_path / "r.txt").write_bytes(text.encode("utf-16"))
    grid = open_grid(tmp_path / "r.txt")
    assert grid.rows[1].texts == ["1", 'ประชุม\nสังกัด "สพป."', "10"]
    assert len(grid.rows) == 3


def test_a_table_inside_the_frame_of_a_page(tmp_path: Path) -> None:
    """A table that only lays the page out is not the table; what stands in it is."""
    inner = "<table><tr><td>ที่<td>โครงการ<tr><td>1<td>ก<tr><td>2<td>ข</table>"
    page = f"<html><table><tr><td>เมนู<td>{inner}</table>"
    (tmp_path / "r.html").write_text(page, encoding="utf-8")
    rows = [row.texts for row in open_grid(tmp_path / "r.html")]
    assert rows == [["เมนู"], ["ที่", "โครงการ"], ["1", "ก"], ["2", "ข"]]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("r.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("r.mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--"),
        ("r.xml", b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet>'),
        (
            "d.xml",
            b'<!DOCTYPE a [<!ENTITY b "c">]><Workbook xmlns="urn:office:spreadsheet"/>',
        ),
    ],
)
def test_damaged_ones_are_refused(tmp_path: Path, name: str, data: bytes) -> None:
    """Our error, with a reason and a way out."""
    (tmp_path / name).write_bytes(data)
    with pytest.raises(SourceError) as caught:
        open_grid(tmp_path / name)
    assert caught.value.why
    assert caught.value.hint


@pytest.mark.parametrize("name", ["20-nine.ods", "20-nine.xls", "20-nine.xlsb", "20-nine.xml.xls"])
def test_what_other_programs_wrote(root: Path, name: str) -> None:
    """The same table saved by another program in each kind reads as the .xlsx does."""
    folder = root.parent / "shared" / "cases" / "reading"
    if not folder.is_dir():
        pytest.skip("the collection of files is not here")

    def texts(grid: Grid) -> list[list[str]]:
        return [row.texts for row in grid]

    assert texts(open_grid(folder / name)) == texts(open_grid(folder / "06n-nine-2569.xlsx"))
