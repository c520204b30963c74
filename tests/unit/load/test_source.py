"""Any file becomes a round, or is refused before anything is made of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import containers
from helpers.nine_columns import HEAD, TITLES
from helpers.progress_table import opened

from plantrack_nb.core.errors import ParameterError, SourceError
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.load.source import Wanted, read_source
from plantrack_nb.office.register import Register

KEY = RoundKey("7301", 2565, 2)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Return a report that says which round it is."""
    return containers.write_text(tmp_path / "a.txt", [*TITLES, [HEAD, opened(action="1.ประชุม")]])


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """Return a table that does not say which round it is."""
    return containers.write_csv(tmp_path / "a.csv", [HEAD, opened(action="1.ประชุม")])


def test_said_by_the_document(report: Path, register: Register) -> None:
    """Without wishes the document's own round is taken."""
    assert read_source(report, register).round.key == KEY


@pytest.mark.parametrize("wanted", [Wanted("7301", 2565, 2), Wanted("7301"), Wanted(quarter=2)])
def test_as_wanted(report: Path, register: Register, wanted: Wanted) -> None:
    """A wish that agrees with the document changes nothing."""
    assert read_source(report, register, wanted).round.key == KEY


def test_wish_fills_what_is_not_said(bare: Path, register: Register) -> None:
    """What the document does not say comes from the caller."""
    assert read_source(bare, register, Wanted("7301", 2565, 2)).round.key == KEY


def test_not_said(bare: Path, register: Register) -> None:
    """What nobody says is asked for, by the names of the options."""
    with pytest.raises(ParameterError, match="not found in it: --year, --quarter"):
        read_source(bare, register, Wanted("7301"))


def test_another_round(report: Path, register: Register) -> None:
    """All differences are told at once."""
    with pytest.raises(ParameterError) as caught:
        read_source(report, register, Wanted("7302", 2564, 2))
    assert caught.value.why == (
        "--district 7302, but the document says 7301; --year 2564, but the document says 2565"
    )


def test_round_workbook(sample_workbook: Path, register: Register) -> None:
    """A round workbook is read as it is, and held to the wish, too."""
    assert read_source(sample_workbook, register).round.key == KEY
    with pytest.raises(ParameterError, match="quarter"):
        read_source(sample_workbook, register, Wanted(quarter=3))


def test_no_progress_table(tmp_path: Path, register: Register) -> None:
    """A document without the table is refused, and told what a head needs."""
    letter = containers.write_text(tmp_path / "a.txt", [*TITLES, "เรียน ผู้อำนวยการ"])
    with pytest.raises(SourceError, match="at least four of its columns"):
        read_source(letter, register)
