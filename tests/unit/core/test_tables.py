"""Rows and frames brought to the declared tables."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core.errors import SchemaError
from plantrack_nb.core.schema import TABLES, Kind, RoundKey
from plantrack_nb.core.tables import conform, frame

KEY = RoundKey("0101", 2565, 2)
PROJECT = {"project_no": "6.10", "strategy_no": "6", "budget_state": "none"}
HARD_TEXT = ["", "0101", "NaN", "nan", "<b>", "=1+1", "ก่อ\nการ", "😀", "1e400", " ", "None"]


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_table_has_all_columns_and_types(name: str) -> None:
    """No rows at all still give the declared columns with their types."""
    made = frame(name, [], KEY)
    wanted = {Kind.TEXT: "str", Kind.INT: "int64", Kind.FLOAT: "float64"}
    assert list(made.columns) == TABLES[name].names
    assert [str(dtype) for dtype in made.dtypes] == [wanted[c.kind] for c in TABLES[name].columns]


def test_the_key_is_filled_in_and_gaps_are_empty() -> None:
    """Absent text is empty, an absent amount is missing, the key comes from the round."""
    made = frame("budget_lines", [{"project_no": "6.10", "line_no": 1, "label": None}], KEY)
    row = made.iloc[0]
    assert (row["district"], row["fiscal_year"], row["quarter"]) == ("0101", 2565, 2)
    assert row["label"] == ""
    assert pd.isna(row["budget"])


@given(st.lists(st.sampled_from(HARD_TEXT), min_size=1, max_size=4))
def test_text_is_kept_letter_by_letter(texts: list[str]) -> None:
    """Text that looks like a number, a formula or nothing stays what it is."""
    made = frame("unread", [{"reason": "test", "text": text} for text in texts], KEY)
    assert made["text"].tolist() == texts


@given(st.lists(st.floats(allow_infinity=False) | st.none(), min_size=1, max_size=4))
def test_conforming_twice_changes_nothing(amounts: list[float | None]) -> None:
    """A table that conforms stays as it is."""
    rows = [{"project_no": "1.1", "line_no": 1, "budget": amount} for amount in amounts]
    once = frame("budget_lines", rows, KEY)
    pd.testing.assert_frame_equal(conform("budget_lines", once), once)


def test_the_order_of_given_columns_does_not_matter() -> None:
    """Columns come in the declared order, whatever the order they came in."""
    made = frame("projects", [PROJECT], KEY)
    backwards = made[list(reversed(made.columns))]
    pd.testing.assert_frame_equal(conform("projects", backwards), made)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"colour": "red"}, "no column colour"),
        ({"budget_state": "maybe"}, "found 'maybe'"),
        ({"budget_state": ""}, "found ''"),
        ({"project_no": ""}, "may not be empty"),
        ({"strategy_no": None}, "may not be empty"),
    ],
)
def test_rows_that_break_the_declaration_are_refused(change: dict[str, str], told: str) -> None:
    """The error names the table and column, and where the row came from."""
    row = {**PROJECT, "source_file": "a.xlsx", "source_ref": "โครงการ!A2", **change}
    with pytest.raises(SchemaError, match=told) as caught:
        frame("projects", [row], KEY)
    assert "colour" in change or caught.value.where == "a.xlsx โครงการ!A2"


@pytest.mark.parametrize("value", ["ร้อย", "1,000", "x"])
def test_numbers_must_be_numbers(value: str) -> None:
    """Text in a column of amounts is refused, with how to write it."""
    with pytest.raises(SchemaError, match="plain digits"):
        frame("budget_lines", [{"project_no": "1.1", "line_no": 1, "budget": value}], KEY)


def test_rows_may_name_different_columns() -> None:
    """A column that only some rows name is empty in those before and behind it."""
    rows = [{"reason": "ก", "text": "1"}, {"reason": "ข"}, {"reason": "ค", "source_ref": "L3"}]
    made = frame("unread", rows, KEY)
    assert list(made["text"]) == ["1", "", ""]
    assert list(made["source_ref"]) == ["", "", "L3"]


def test_arrow_keeps_its_memory_pool() -> None:
    """Whether a table is made or refused, others take their memory where they took it before."""
    before = pa.default_memory_pool().backend_name
    frame("projects", [PROJECT], KEY)
    with pytest.raises(SchemaError):
        frame("projects", [{**PROJECT, "budget_state": "maybe"}], KEY)
    assert pa.default_memory_pool().backend_name == before
