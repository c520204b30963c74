"""A file says its own round: ``plantrack run`` and ``template --after`` need not be told it."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.made_project import made_project
from helpers.rounds import tables

from plantrack_nb.cli.failures import guarded
from plantrack_nb.core.schema import Round, RoundKey
from plantrack_nb.load import write_workbook
from plantrack_nb.load.round_book import read_key


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANTRACK_LANG", "en")


KEY = RoundKey("7301", 2566, 3)


@pytest.fixture
def home(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project with one round workbook beside it."""
    made = made_project(tmp_path / "home", root, {})
    monkeypatch.setenv("PLANTRACK_HOME", str(made))
    monkeypatch.chdir(made)
    projects = [{"project_no": "1.1"}]
    filled = Round(KEY, **tables(strategies=[{}], projects=projects, key=KEY))
    write_workbook(made / "mine.xlsx", filled)
    return made


def planned(capfd: pytest.CaptureFixture[str], *words: str) -> str:
    """Say what would be run."""
    assert guarded(["run", "--input", "mine.xlsx", "--dry-run", *words]) == 0
    return capfd.readouterr().out.split()[0]


def test_a_workbook_says_its_round(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Year, quarter and district are taken from it; what is asked for goes before it."""
    assert planned(capfd) == "7301-2566-q3"
    assert planned(capfd, "--quarter", "4") == "7301-2566-q4"
    assert planned(capfd, "--district", "7302", "--year", "2565") == "7302-2565-q3"


def test_an_empty_workbook_is_asked_to_say_it(
    home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Its first sheet is named with the cells to fill in."""
    write_workbook(home / "mine.xlsx")
    assert guarded(["run", "--input", "mine.xlsx"]) == 2
    told = capfd.readouterr().err
    assert "first sheet" in told
    assert "is missing" not in told


def test_the_next_workbook_knows_its_round(home: Path) -> None:
    """It is the quarter after, or the one asked for."""
    assert guarded(["template", "next.xlsx", "--after", "mine.xlsx"]) == 0
    assert read_key(home / "next.xlsx") == RoundKey("7301", 2566, 4)
    assert guarded(["template", "after.xlsx", "--after", "next.xlsx"]) == 0
    assert read_key(home / "after.xlsx") == RoundKey("7301", 2567, 1)
    asked = ["--after", "mine.xlsx", "--year", "2565", "--quarter", "1"]
    assert guarded(["template", "asked.xlsx", *asked]) == 0
    assert read_key(home / "asked.xlsx") == RoundKey("7301", 2565, 1)


def test_a_workbook_begins_after_one_thing(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """It cannot be filled from a round and begin after one; a folder must hold one round."""
    assert guarded(["template", "n.xlsx", "--after", "mine.xlsx", "--from", "mine.xlsx"]) == 2
    assert "--from, --after" in capfd.readouterr().err
    assert guarded(["template", "n.xlsx", "--after", str(home)]) == 2
    assert "There is no round here" in capfd.readouterr().err
    assert not (home / "n.xlsx").exists()
