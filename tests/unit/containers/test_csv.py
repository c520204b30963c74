"""Delimited text as a grid."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.containers import write_csv
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.containers import csv
from plantrack_nb.core.errors import SourceError

ROWS = [["ที่", "โครงการ", "งบ"], ["1.1", "ก\nข", "386,510 (98.05)"], ["1.10", 'ท่อ 4"', ""]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
def test_delimiter_and_encoding_are_found(tmp_path: Path, delimiter: str, encoding: str) -> None:
    """Any usual delimiter and encoding gives the same cells."""
    grid = csv.read(write_csv(tmp_path / "r.csv", ROWS, delimiter, encoding))
    assert [row.texts for row in grid] == ROWS


def test_refs_are_physical_lines(tmp_path: Path) -> None:
    """A row is named by the line it starts on, cells over several lines counted."""
    grid = csv.read(write_csv(tmp_path / "r.csv", ROWS))
    assert [row.ref for row in grid] == ["L1", "L2", "L4"]
    assert grid.rows[2].cells[1].ref == "L4.2"


def test_amounts_with_commas_do_not_hide_semicolons(tmp_path: Path) -> None:
    """Commas in amounts are not taken for the delimiter."""
    (tmp_path / "r.csv").write_text("ก;1,000,000;2,000\nข;3,000;1\nค;5;1,000\n", encoding="utf-8")
    assert csv.read(tmp_path / "r.csv").rows[0].texts == ["ก", "1,000,000", "2,000"]


def test_two_stray_quotes_swallow_no_row(tmp_path: Path) -> None:
    """Quotes typed as marks keep every row."""
    lines = ["a,b,c", '1,"นิ้ว,2', "3,4,5", '6,7,8"', "9,10,11"]
    (tmp_path / "r.csv").write_text("\n".join(lines), encoding="utf-8")
    grid = csv.read(tmp_path / "r.csv")
    assert [row.texts for row in grid] == [line.split(",") for line in lines]
    assert grid.rows[1].cells[0].note == "stray quote read as a letter"


def test_a_quote_that_cannot_be_mended_is_refused_with_its_line(tmp_path: Path) -> None:
    """When no reading gives a whole row, the line is named."""
    (tmp_path / "r.csv").write_text('a,b,c\n1,2,3\n"x,"1,000",3,4\n', encoding="utf-8")
    with pytest.raises(SourceError, match=r"(?s)r\.csv, line 3.*3 cells"):
        csv.read(tmp_path / "r.csv")


def test_declared_delimiter_is_believed(tmp_path: Path) -> None:
    """Excel's own ``sep=;`` line decides and is no row."""
    (tmp_path / "r.csv").write_text("sep=;\na;b,c\n", encoding="utf-8")
    grid = csv.read(tmp_path / "r.csv")
    assert [(row.ref, row.texts) for row in grid] == [("L2", ["a", "b,c"])]


CELLS = st.text('กข1,;"\n ', max_size=6).map(lambda text: f"x{text}x")


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=3, max_size=6))
def test_what_is_written_by_the_rules_comes_back_raw(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    """A well-formed file gives each cell exactly; nothing is swallowed."""
    path = write_csv(tmp_path_factory.mktemp("c") / "r.csv", [["a", "b", "c"], *rows], "\t")
    assert [[cell.raw for cell in row.cells] for row in csv.read(path)][1:] == rows
