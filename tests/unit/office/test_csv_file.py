"""The office's CSV files, held to their declared columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantrack_nb.core.errors import SourceError
from plantrack_nb.office.csv_file import CsvFile, Line
from plantrack_nb.office.targets import Target, read_targets

FILE = CsvFile("list", "รายการ", "params/list.csv", ("name", "note"), ("note",))


def _path(folder: Path, text: str) -> Path:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_columns_stand_in_any_order_among_others(tmp_path: Path) -> None:
    """Cells come in the declared order, without blanks around them; empty rows are none."""
    path = _path(tmp_path, 'own,note, name\n1, a ,"ก, ข"\n,,\n2,,ค\n')
    assert FILE.read(path) == [
        Line(("ก, ข", "a"), f"{path}, line 2"),
        Line(("ค", ""), f"{path}, line 4"),
    ]


def test_a_row_may_leave_out_what_is_optional(tmp_path: Path) -> None:
    """Spreadsheets leave out cells at a row's end, or add empty ones."""
    rows = FILE.read(_path(tmp_path, "name,note\nก\nข,a,,\n"))
    assert [row.cells for row in rows] == [("ก", ""), ("ข", "a")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nome\n", ["wrong columns", "line 1", "no column name, note; found: nome", "name,note"]),
        ("note,name\na\n", ["A row of the list", "line 2", "1 cells, not 2", "double quotes"]),
        ('name,note\n"ก\nข",a,b\n', ["A row of the list", "line 3", "3 cells, not 2"]),
        ('name,note\n"ก" x,\n', ["cannot be read", "list.csv", "expected after", "CSV UTF-8"]),
    ],
)
def test_a_fault_is_told_with_its_place_and_what_to_do(
    tmp_path: Path, text: str, told: list[str]
) -> None:
    """What, where, why, and what to do next."""
    with pytest.raises(SourceError) as caught:
        FILE.read(_path(tmp_path, text))
    assert [words for words in told if words not in str(caught.value)] == []


def test_a_missing_file_is_told_with_the_project_s_own(tmp_path: Path) -> None:
    """Nobody need know the project's folders by heart."""
    with pytest.raises(SourceError, match=r"list cannot be read[^$]*params/list\.csv"):
        FILE.read(tmp_path / "list.csv")


def test_targets_are_read_and_a_wrong_figure_is_told(tmp_path: Path) -> None:
    """A target that is no number names its line."""
    text = "fiscal_year,kind,quarter,percent,grade,source\n2565,overall,2,{},S,ก\n"
    read = read_targets(_path(tmp_path, text.format("51.5")))
    assert read.find(2565, 2) == Target(2565, "overall", 2, 51.5, "S", "ก")
    with pytest.raises(SourceError, match="line 2"):
        read_targets(_path(tmp_path, text.format("ร้อยละ 51")))
