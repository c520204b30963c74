"""Tables as records: what comes out is plain Python, in the table's order."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from helpers.rounds import stacked, tables

from plantrack_nb.core.records import (
    extended,
    firsts,
    gathered,
    known,
    named_rows,
    row_names,
    rows,
    total,
    widened,
)
from plantrack_nb.core.schema import TABLES, RoundKey

FRAME = pd.DataFrame({"group": ["ก", "ข", "ก"], "value": [1.5, math.nan, 2.5], "nth": [1, 2, 3]})


def test_rows_hold_plain_values() -> None:
    """Texts, whole numbers and amounts are Python's own; the index plays no part."""
    first, second, _ = rows(FRAME.set_index(pd.Index([7, 7, 7])))
    assert (first.group, first.value, first.nth) == ("ก", 1.5, 1)
    assert [type(value) for value in first] == [str, float, int]
    assert math.isnan(second.value)


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_table_has_no_rows(name: str) -> None:
    """No rows, whatever the columns are."""
    assert rows(tables()[name]) == []


NAMED = [name for name, table in TABLES.items() if table.named_by]


def test_rows_of_one_number_have_names_of_their_own() -> None:
    """The second row of a name is told apart, in each of several rounds."""
    acts = [{"activity_no": "1"}, {"activity_no": "2", "parent_no": "1"}, {"activity_no": "1"}]
    one, other = tables(activities=acts), tables(activities=acts, key=RoundKey("0102", 2565, 2))
    names = ["1.1//1", "1.1/1/2", "1.1//1#2"]
    assert row_names("activities", one["activities"]) == names
    assert row_names("activities", stacked(one, other)["activities"]) == names * 2
    lines = tables(lines=[{}, {"line_no": 2}])["budget_lines"]
    assert row_names("budget_lines", lines) == ["1.1/1", "1.1/2"]


@pytest.mark.parametrize("name", NAMED)
def test_a_record_knows_its_place(name: str) -> None:
    """Table and lasting name stand behind the columns."""
    one: dict[str, object] = {}
    made = tables(
        strategies=[one],
        projects=[one],
        lines=[one],
        activities=[one],
        narrative=[one],
        claims=[one],
    )
    (row,) = named_rows(name, made[name])
    assert repr(row[:-2]) == repr(tuple(rows(made[name])[0]))
    assert [row.table, row.row_name] == [name, *row_names(name, made[name])]


def test_a_row_is_extended_and_stays_itself() -> None:
    """Further columns stand behind a row's own, even one that is called "row"."""
    first = rows(FRAME)[0]
    assert extended(first, found=2, row="L1")._asdict() == {
        "group": "ก", "value": 1.5, "nth": 1, "found": 2, "row": "L1",
    }  # fmt: skip
    assert not hasattr(first, "found")


def test_rows_are_widened_as_each_would_be_extended() -> None:
    """Many rows at once, what stands behind them told by a function."""
    some = rows(pd.DataFrame({"district": ["7301", "7302"]}))
    made = widened(some, ("found",), lambda row: (int(row.district),))
    assert made == [extended(one, found=int(one.district)) for one in some]


def test_equal_rows_are_gathered_in_order() -> None:
    """Groups come in the order of their first rows; one column is its own key."""
    by_group = gathered(rows(FRAME), ["group"])
    assert {key: [row.nth for row in some] for key, some in by_group.items()} == {
        "ก": [1, 3],
        "ข": [2],
    }
    assert list(gathered(rows(FRAME), ["group", "nth"])) == [("ก", 1), ("ข", 2), ("ก", 3)]


def test_the_first_of_equal_rows_is_kept() -> None:
    """Later ones are left out."""
    assert [row.nth for row in firsts(rows(FRAME), ["group"]).values()] == [1, 2]


def test_totals_are_exact_and_leave_out_what_is_missing() -> None:
    """Satang are not lost to rounding; nothing adds up to nothing; too much is infinite."""
    assert total([0.1] * 10) == 1.0
    assert total([1.5, math.nan, 2.5]) == 4.0
    assert total([]) == 0.0
    assert total([1e308, 1e308]) == math.inf
    assert math.isnan(total([math.inf, -math.inf]))


def test_a_missing_number_is_none() -> None:
    """NaN is nothing; every other number is a float."""
    assert [known(math.nan), known(3), known(2.5)] == [None, 3.0, 2.5]
