"""A round that is right is silent; each mistake put back is found again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from helpers.mended import VALUES, WORDS, mended

from plantrack_nb.check import check_tables
from plantrack_nb.containers.opening import open_grid
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.load import Wanted, read_source
from plantrack_nb.load.reading import Reading
from plantrack_nb.load.table.interpret import interpret
from plantrack_nb.measures.places import Place, Places
from plantrack_nb.office.register import Register
from plantrack_nb.office.terms import NO_TERMS, Terms, read_terms

if TYPE_CHECKING:
    import pandas as pd

Tables = dict[str, "pd.DataFrame"]
KEY = RoundKey("7301", 2565, 2)


@pytest.fixture(scope="module")
def sample(sample_workbook: Path, register: Register) -> Reading:
    """Return the sample round as it is read."""
    return read_source(sample_workbook, register, Wanted("7301", 2565, 2))


@pytest.fixture(scope="module")
def right(sample: Reading) -> Tables:
    """Return the sample round, mended."""
    return mended(sample.round.tables)


@pytest.fixture(scope="module")
def terms(root: Path) -> Terms:
    """Return the shipped list of names and words."""
    return read_terms(root / "params" / "terms.csv")


def _serious(
    tables: Tables, terms: Terms = NO_TERMS, places: Sequence[Place] = ()
) -> list[Finding]:
    made = check_tables(tables, terms=terms, places=Places({KEY: places}))
    return [one for one in made if one.severity is not Severity.INFO]


def test_a_right_round_is_silent(right: Tables, sample: Reading, terms: Terms) -> None:
    """No error and no warning is found in the sample once its mistakes are mended."""
    found = _serious(right, terms, sample.places)
    assert [(one.rule, one.subject, one.message) for one in found] == []


def test_the_report_itself_mended(real_report: Path, terms: Terms) -> None:
    """The published text keeps the spelling of names and its shifted cells, which stay."""
    grid = open_grid(real_report, trusted=True)
    reading = interpret(grid, KEY)
    left = {one.rule for one in _serious(mended(reading.round.tables), terms, reading.places)}
    assert left <= {"name-person", "name-foreign-letter", "cell-moved"}


_LINE = "budget_lines"


def _at(table: str, project_no: str, **keys: str | int) -> tuple[str, dict[str, str | int]]:
    return table, {"project_no": project_no, **keys}


@pytest.mark.parametrize(
    ("where", "column", "value", "rule"),
    [
        (_at(_LINE, "6.7", line_no=1), "reported_pct", 56.61, "amount-percent"),
        (_at(_LINE, "3.5", line_no=11), "disbursed", 743_000.0, "amount-over-budget"),
        (_at(_LINE, "6.8", line_no=1), "budget", 99_000.0, "amount-parts"),
        (_at(_LINE, "4.2", line_no=3), "disbursed", 0.0, "status-done-unspent"),
        (_at("activities", "6.12", activity_no="3-7"), "status", "in_progress", "status-parent"),
        (_at("activities", "6.3", activity_no="4"), "status", "", "status-unmarked"),
        (_at("activities", "6.13", activity_no="1"), "text", "จัดทำเอกสารและ", "wording-cut"),
        (_at("projects", "6.11"), "indicators", "", "project-missing"),
        (_at("projects", "6.4"), "project_no", "6.15", "project-number"),
    ],
)
def test_a_mistake_put_back_is_found(
    right: Tables,
    where: tuple[str, dict[str, str | int]],
    column: str,
    value: str | float,
    rule: str,
) -> None:
    """Each planted fault is told by its own rule."""
    tables = {name: data.copy() for name, data in right.items()}
    table, keys = where
    data = tables[table]
    chosen = data["raw"].notna()
    for name, key in keys.items():
        chosen &= data[name] == key
    data.loc[chosen, column] = value
    assert rule in {one.rule for one in _serious(tables)}


def test_every_mend_is_of_use() -> None:
    """No mend stands there twice."""
    assert len(set(WORDS)) == len(WORDS)
    assert len({(one.table, *one.keys.items(), one.column) for one in VALUES}) == len(VALUES)
