"""The wild spellings of a published report are all understood."""

import re
from pathlib import Path

import pytest

from plantrack_nb.quantities.reading import read
from plantrack_nb.thai.dates import find_dates
from plantrack_nb.thai.groups import canonical_group
from plantrack_nb.thai.names import split_owners
from plantrack_nb.thai.persons import person_key, redact
from plantrack_nb.thai.text import squeeze, tidy

OWNER_COLUMN = 8
LONGEST_OWNER_CELL = 160


@pytest.fixture(scope="module")
def text(real_report: Path) -> str:
    """Return the report without its tags."""
    return re.sub(r"<[^>]+>", " ", real_report.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def owner_cells(text: str) -> list[str]:
    """Return the distinct owner cells, whatever column a shift has put them in."""
    rows = [line.split("\t") for line in text.splitlines()]
    cells = {tidy(cell) for row in rows for cell in row[OWNER_COLUMN:]}
    named = [
        cell for cell in cells if re.match(r"(?:\d\.)?(?:กลุ่ม|ทุก|หน่วย|นาย|นาง|น\.ส|ร\.ร)", cell)
    ]
    found = sorted(cell for cell in named if len(cell) < LONGEST_OWNER_CELL)
    assert len(found) > 50
    return found


def test_every_owner_cell_is_understood(owner_cells: list[str]) -> None:
    """Nothing is left over, and every group but a school is one of the ten."""
    for cell in owner_cells:
        owners = split_owners(cell)
        assert owners.rest == "", cell
        assert owners.groups or owners.persons, cell
        assert all(canonical_group(one) or one.startswith("ร.ร.") for one in owners.groups), cell


def test_no_owner_remains_after_redaction(text: str, owner_cells: list[str]) -> None:
    """With the owners given, none of their names is left anywhere in the report."""
    persons = {person for cell in owner_cells for person in split_owners(cell).persons}
    shown = squeeze(redact(text, persons))
    assert persons
    assert not [person for person in persons if person_key(person) in shown]


def test_figures_and_dates_keep_apart(text: str) -> None:
    """No year of the report is taken for a figure, and no date is impossible."""
    figures = [one for line in text.splitlines() for one in read(tidy(line)).counted]
    assert len(figures) > 400
    assert not [one for one in figures if one.value in {2560, 2564, 2565, 2566, 2019}]
    dates = [span for line in text.splitlines() for span in find_dates(tidy(line))]
    assert len(dates) > 60
    assert not any(span.impossible for span in dates)
