"""Tables from data frames."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from plantrack_nb.core.errors import RenderError
from plantrack_nb.render.codec import to_text
from plantrack_nb.render.frames import table
from plantrack_nb.render.parts import Cell, Column, RowRole, Tone, Unit

_COLUMNS = {"name": Column("ชื่อ"), "budget": Column("งบ", Unit.BAHT)}


def _frame() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "group": ["ก", "ก", "ข"],
            "name": ["หนึ่ง", "สอง", "สาม"],
            "budget": [100, np.nan, 2.5],
            "tone": ["plain", "bad", "plain"],
            "source_ref": ["L1", "L2", "L3"],
        }
    )


def test_rows_come_in_the_frames_order_with_plain_values() -> None:
    """Only named columns are shown; a missing number is nothing; the part can become JSON."""
    made = table(_frame(), "ตาราง", _COLUMNS)
    assert [[cell.value for cell in row.cells] for row in made.rows] == [
        ["หนึ่ง", 100.0],
        ["สอง", None],
        ["สาม", 2.5],
    ]
    assert made.columns == tuple(_COLUMNS.values())
    to_text(made)


def test_groups_sums_tones_and_refs() -> None:
    """Each run of equal rows gets a heading; sums come last; tone and ref sit on their cells."""
    made = table(
        _frame(), "ตาราง", _COLUMNS, group_by="group", totals={"name": "รวม", "budget": 102.5},
        tones={"budget": "tone"}, ref="source_ref",
    )  # fmt: skip
    assert [row.role for row in made.rows] == [
        RowRole.GROUP, RowRole.BODY, RowRole.BODY, RowRole.GROUP, RowRole.BODY, RowRole.TOTAL,
    ]  # fmt: skip
    assert made.rows[2].cells == (Cell("สอง", ref="L2"), Cell(None, tone=Tone.BAD))
    assert made.rows[-1].cells == (Cell("รวม"), Cell(102.5))


def test_an_unknown_column_is_an_error_that_lists_the_known() -> None:
    """A misspelt column is named, with those there are."""
    with pytest.raises(RenderError, match=r"no column 'budgets'\n.*name, budget"):
        table(_frame(), "ตาราง", {"budgets": Column("งบ")})
