"""Every value of a declared column comes back from the cell that shows it."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core.errors import SchemaError
from plantrack_nb.core.schema import TABLES, Column, Kind
from plantrack_nb.workbooks.book import Cell, Sheet, in_rows, workbook
from plantrack_nb.workbooks.columns import (
    Fault,
    choices_of,
    content_of,
    declared,
    refuse,
    text_of,
    value_of,
)
from plantrack_nb.workbooks.stored_cells import CellValue, read_cells

COLUMNS = [column for table in TABLES.values() for column in table.own_columns]
BY_KIND: dict[Kind, st.SearchStrategy[str | float]] = {
    Kind.TEXT: st.text(st.sampled_from("=1.๑ก <&😀\n"), min_size=1, max_size=12),
    Kind.INT: st.integers(1, 10**9),
    Kind.FLOAT: st.floats(0, 1e12).map(lambda number: round(number, 2)),
}


def kept(tmp: Path, column: Column, value: str | float) -> CellValue:
    """Write a value as its column declares it, and read its cell back."""
    path = tmp / "a.xlsx"
    cell = Cell(content_of(column, value), declared(column))
    path.write_bytes(workbook([Sheet("ก", [], in_rows([[Cell("หัว"), cell]]))]))
    _, cells = read_cells(path)["ก"][0]
    return cells[1] if len(cells) > 1 else ""


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: f"{column.name}-{column.title}")
@given(data=st.data())
def test_a_value_comes_back(
    column: Column, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Texts to the letter, numbers to the satang, codes by their Thai words."""
    codes = st.sampled_from([*(column.allowed or {"": ""})])
    values: st.SearchStrategy[str | float] = codes if column.allowed else BY_KIND[column.kind]
    value = data.draw(values)
    if isinstance(value, str) and column.name.endswith("_no"):
        value = value.strip() or "1"
    assert value_of(column, kept(tmp_path_factory.mktemp("a"), column, value)) == value


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: f"{column.name}-{column.title}")
def test_nothing_comes_back_as_nothing(column: Column, tmp_path: Path) -> None:
    """An empty text or number is an empty cell, and a fault where something must stand."""
    empty = "" if column.kind is Kind.TEXT else math.nan
    assert content_of(column, empty) is None
    value = value_of(column, kept(tmp_path, column, empty))
    if column.required:
        assert isinstance(value, Fault)
        assert column.title in str(value)
    else:
        assert text_of(value if isinstance(value, str | float) else "?") in {"", "nan"}


def test_only_listed_columns_have_a_drop_down() -> None:
    """Its values are the Thai words, and what else may be chosen."""
    for column in COLUMNS:
        choices = choices_of(column, "โปรดเลือก", ["-"])
        listed = [*column.allowed.values(), "-"] if column.allowed is not None else None
        assert (choices and choices.values) == listed


def test_all_faults_are_told_at_once_and_counted() -> None:
    """A long list is cut, with how many more; no fault raises nothing."""
    refuse("ก {}", [], "ข")
    with pytest.raises(SchemaError, match="has 1 fault, no more"):
        refuse("It has {}, no more.", ["A1: x"], "do")
    with pytest.raises(SchemaError) as raised:
        refuse("It has {}.", [f"A{row}: x" for row in range(25)], "do", where="a.xlsx")
    assert "25 faults" in raised.value.what
    assert raised.value.why.endswith("… and 5 more")
    assert "A19" in raised.value.why
    assert "A20" not in raised.value.why
