"""The declared tables of a round."""

from __future__ import annotations

from dataclasses import fields

import pytest

from plantrack_nb.core.schema import ROUND_COLUMNS, SOURCE_COLUMNS, TABLES, Round, RoundKey


def test_there_are_seven_tables_and_a_round_holds_them() -> None:
    """A round has its key and a frame for each declared table, in order."""
    assert [field.name for field in fields(Round)] == ["key", *TABLES]
    assert len(TABLES) == 7


@pytest.mark.parametrize("name", TABLES)
def test_a_declared_table_is_complete(name: str) -> None:
    """Names are unique, keys are columns, and everything has a Thai heading and a meaning."""
    table = TABLES[name]
    assert len(set(table.names)) == len(table.names)
    assert set(table.key) <= set(table.names)
    assert table.columns[:3] == ROUND_COLUMNS
    assert table.columns[-3:] == SOURCE_COLUMNS
    assert all(column.title and column.about for column in table.columns)
    assert len({column.title for column in table.columns}) == len(table.columns)


def test_a_key_reads_well_and_sorts() -> None:
    """A round's key prints as file names do, and sorts by district, year, quarter."""
    key = RoundKey("0101", 2565, 2)
    assert str(key) == "0101-2565-q2"
    assert min([RoundKey("0102", 2564, 1), RoundKey("0101", 2565, 3), key]) == key
