"""Saved pages as a grid."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.containers import write_html

from plantrack_nb.containers.documents import html
from plantrack_nb.containers.grid import Grid
from plantrack_nb.core.errors import SourceError

Read = Callable[[str], Grid]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write a page's body and read it as a grid."""

    def _read(body: str) -> Grid:
        path = tmp_path / "r.html"
        path.write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
        return html.read(path)

    return _read


def test_spans_keep_the_value_in_the_first_cell(read: Read) -> None:
    """Cells under a span are empty and say so; later cells keep their column."""
    grid = read(
        "<table><tr><th rowspan=2>ที่<th colspan=2>งบ<th>ร้อยละ</tr><tr><td>ก<td>ข<td>ค</tr></table>"
    )
    assert [row.texts for row in grid] == [["ที่", "งบ", "", "ร้อยละ"], ["", "ก", "ข", "ค"]]
    assert grid.rows[1].cells[0].note == "merged"
    assert grid.rows[1].cells[3].ref == "table1!D2"


def test_order_of_paragraphs_and_tables(read: Read) -> None:
    """Paragraphs, headings and loose text around tables come in reading order."""
    grid = read("<h1>ก</h1>ข<table><tr><td>ค</table>ง<p>จ<br>ฉ</p>")
    assert [row.texts[0] for row in grid] == ["ก", "ข", "ค", "ง", "จ", "ฉ"]
    assert [row.ref for row in grid] == ["L1", "L2", "table1!A1", "L3", "L4", "L5"]


def test_markup_in_cells_becomes_lines(read: Read) -> None:
    """Paragraphs and list items are lines; wrapped source lines and inline tags are not."""
    grid = read("<table><tr><td><p>ก <b>ข</b>\nค</p><ul><li>ง<li>จ</ul></table>")
    assert grid.rows[0].texts == ["ก ข ค\nง\nจ"]


def test_scripts_styles_and_comments_are_not_read(read: Read) -> None:
    """Only what a reader sees is text; signs of comparison survive."""
    grid = read("<style>p{}</style><script>x</script><!-- y --><p>เบิก <=70% &lt;=70%</p>")
    assert [row.texts for row in grid] == [["เบิก <=70% <=70%"]]


def test_nested_table_is_text_of_its_cell(read: Read) -> None:
    """A table in a cell is read as text, with a note."""
    cell = read("<table><tr><td>ก<table><tr><td>ข<td>ค</table></table>").rows[0].cells[0]
    assert cell.text == "ก\nข ค"
    assert "inside" in cell.note


@pytest.mark.parametrize("charset", ["utf-8", "tis-620"])
def test_the_page_says_its_charset(tmp_path: Path, charset: str) -> None:
    """Pages saved by old Thai programs are read by their own charset."""
    grid = html.read(write_html(tmp_path / "r.html", ["หัวเรื่อง", [["ก", "ข"]]], charset))
    assert [row.texts for row in grid] == [["หัวเรื่อง"], ["ก", "ข"]]


def test_too_deep_a_page_is_refused_not_cut(read: Read) -> None:
    """A parser that gives up halfway must not give half a page."""
    with pytest.raises(SourceError, match="nested too deeply"):
        read("<div>" * 5000 + "ก")


def test_runs_of_blanks_stay_as_typed(read: Read) -> None:
    """Offices part a mark from its text by two blanks; only wrapped source lines are joined."""
    assert read("<p>ก  สำเร็จแล้ว\n   ข</p>").rows[0].texts == ["ก  สำเร็จแล้ว ข"]


def test_places_where_a_line_may_break_nest_nothing(tmp_path: Path) -> None:
    """``<wbr>`` has no end and holds nothing, however many there are and whatever is left open."""
    cells = "<td>" + "ก<wbr>ข" * 300
    path = tmp_path / "a.html"
    path.write_text(f"<table><tr>{cells}{cells}</table>", encoding="utf-8")
    (row,) = html.read(path)
    assert row.texts == ["กข" * 300] * 2
