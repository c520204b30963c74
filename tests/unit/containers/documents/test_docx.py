"""Word documents as a grid."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from helpers.containers import Table, write_docx

from plantrack_nb.containers.documents import docx
from plantrack_nb.containers.grid import Grid

ReadBody = Callable[..., Grid]

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture
def read_body(tmp_path: Path) -> ReadBody:
    """Write body elements given as XML and read them as a grid."""

    def _read(*elements: str) -> Grid:
        document = Document()
        for element in elements:
            document.element.body.insert(
                len(document.element.body) - 1, parse_xml(element.replace(">", f" {W}>", 1))
            )
        document.save(str(tmp_path / "r.docx"))
        return docx.read(tmp_path / "r.docx")

    return _read


def test_merged_cells_and_order(tmp_path: Path) -> None:
    """Merged cells hold their value once; paragraphs and tables keep their order."""
    table: Table = [["ที่", "งบ", None], [None, "ก", "ข"], ["1", "2\n3", ""]]
    grid = docx.read(write_docx(tmp_path / "r.docx", ["ก่อน", table, "หลัง"]))
    assert [row.texts for row in grid] == [
        ["ก่อน"],
        ["ที่", "งบ", ""],
        ["", "ก", "ข"],
        ["1", "2\n3", ""],
        ["หลัง"],
    ]
    assert grid.rows[2].cells[0].note == "merged"
    assert grid.rows[3].cells[1].ref == "table1!B3"
    assert grid.rows[4].ref == "L2"


def test_numbers_that_word_draws_are_written_out(tmp_path: Path) -> None:
    """List numbers and bullets are text to a reader, so they are to us."""
    document = Document()
    for text, style in (("ก", "List Number"), ("ข", "List Number"), ("ค", "List Bullet")):
        document.add_paragraph(text, style=style)
    document.save(str(tmp_path / "r.docx"))
    assert [row.texts[0] for row in docx.read(tmp_path / "r.docx")] == ["1. ก", "2. ข", "- ค"]


def test_tracked_changes_as_if_accepted(read_body: ReadBody) -> None:
    """Insertions are read, deletions are not."""
    grid = read_body(
        "<w:p><w:ins><w:r><w:t>ใหม่</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>เก่า</w:delText></w:r></w:del></w:p>"
    )
    assert grid.rows[0].texts == ["ใหม่"]


def test_rows_in_content_controls_and_late_first_cells(read_body: ReadBody) -> None:
    """Rows in content controls count; cells before a late start are empty."""
    grid = read_body(
        "<w:tbl><w:sdt><w:sdtContent><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>"
        "<w:tc><w:p><w:r><w:t>ก</w:t><w:tab/><w:t>ข</w:t><w:br/><w:t>ค</w:t></w:r></w:p></w:tc>"
        "</w:tr></w:sdtContent></w:sdt></w:tbl>"
    )
    assert grid.rows[0].texts == ["", "ก ข\nค"]
