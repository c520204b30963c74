"""Plain text and Markdown as a grid."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.refs import is_ref
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.containers import text
from plantrack_nb.containers.grid import Grid

Read = Callable[[str | bytes], Grid]

WORDS = st.text("กขคงจ 0123456789-()<=%", min_size=1, max_size=8).map(str.strip).filter(bool)


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write a text and read it as a grid."""

    def _read(content: str | bytes) -> Grid:
        path = tmp_path / "r.txt"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return text.read(path)

    return _read


def test_lines_with_tabs_are_rows_with_line_and_column(read: Read) -> None:
    """A tab-separated line is a row; each cell knows its line and column, empty ones too."""
    grid = read("หัวเรื่อง\n\nที่\tโครงการ\tงบ\n1.1\t\t7,500\n")
    assert [(row.ref, row.in_table) for row in grid] == [("L1", False), ("L3", True), ("L4", True)]
    assert grid.rows[2].texts == ["1.1", "", "7,500"]
    assert [cell.ref for cell in grid.rows[2].cells] == ["L4.1", "L4.2", "L4.3"]


def test_tabs_that_only_indent_make_no_table(read: Read) -> None:
    """Thai paragraphs begin with a tab; that is no row."""
    grid = read("\tย่อหน้าแรก\n\tย่อหน้าที่สอง\n")
    assert [(row.in_table, row.texts) for row in grid] == [
        (False, ["ย่อหน้าแรก"]),
        (False, ["ย่อหน้าที่สอง"]),
    ]


def test_one_row_alone_after_a_page_break_is_a_row(read: Read) -> None:
    """A page may hold a single row of the table."""
    assert read("ก\n\n\t\tข\t\tค\n").rows[1].texts == ["", "", "ข", "", "ค"]


def test_pipe_table_without_its_rule(read: Read) -> None:
    """Pipe tables lose their rule line; an escaped pipe is a letter."""
    grid = read("| ที่ | งบ |\n|---|:--:|\n| 1 | ก\\|ข |\n|  |  |\n")
    assert [row.texts for row in grid] == [["ที่", "งบ"], ["1", "ก|ข"], ["", ""]]


def test_pipe_table_without_outer_pipes(read: Read) -> None:
    """The outer pipes may be missing."""
    assert [row.texts for row in read("ก | ข\n--- | ---\n1 | 2\n")] == [["ก", "ข"], ["1", "2"]]


def test_tags_become_lines_and_marks_go_but_raw_stays(read: Read) -> None:
    """Block tags end lines, inline tags vanish, comparisons survive; raw is the file's own text."""
    raw = '<ul style="x: y"><li><b>ก</b> &amp; ข</li><li>เบิก <=70% และ >70%</li></ul>'
    cell = read(f"1\t{raw}\t3\n").rows[0].cells[1]
    assert cell.text == "ก & ข\nเบิก <=70% และ >70%"
    assert cell.raw == raw


def test_headings_and_strong_marks_go(read: Read) -> None:
    """Markdown marks are no part of the text, even when a strong text runs over lines."""
    grid = read("## สรุป\n\n**ก  \nข**\n")
    assert [row.texts[0] for row in grid] == ["สรุป", "ก", "ข"]
    assert grid.rows[1].cells[0].raw == "**ก  "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_do_not_matter(read: Read, encoding: str, end: str) -> None:
    """The same text is the same grid in every encoding and with every line end."""
    lines = ["ที่\tโครงการ\tงบ", "๑.๑\tพัฒนา\t7,500", "", "จบ"]
    plain = read("\n".join(lines))
    assert read(end.join(lines).encode(encoding)) == plain


@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=5))
def test_every_cell_comes_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    """What was written between tabs is what is read."""
    path = tmp_path_factory.mktemp("t") / "r.txt"
    path.write_text("\n".join("\t".join(row) for row in rows), encoding="utf-8")
    grid = text.read(path)
    assert [row.texts for row in grid] == rows
    assert all(is_ref(cell.ref) for row in grid for cell in row.cells)
