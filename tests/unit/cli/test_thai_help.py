"""Help in Thai, in English when asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from plantrack_nb.cli.app import app_for, command_list, whole_app
from plantrack_nb.cli.terminal.thai_help import _all, catalogue, is_wanted


@pytest.fixture(autouse=True)
def _no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLANTRACK_LANG")


def test_every_help_text_has_its_thai() -> None:
    """And no Thai is left of one that is gone."""
    command = get_command(whole_app())
    texts = {one.help for one in _all(command)} | {command.epilog}
    assert {text for text in texts if text} == set(catalogue())


@pytest.mark.parametrize(
    ("words", "thai"),
    [
        ([], True),
        (["run", "--help"], True),
        (["--lang", "en", "run", "--help"], False),
        (["--lang=en", "--help"], False),
        (["--lang", "en"], False),
        (["run"], False),
    ],
)
def test_the_language_that_is_asked_for(words: list[str], thai: bool) -> None:
    """Only help is translated, and only where it is shown."""
    assert is_wanted(words) is thai


def test_help_is_thai_and_english_when_asked(root: Path) -> None:
    """The whole command line, as a person sees it."""

    def said(*words: str) -> str:
        run = [sys.executable, "-m", "plantrack_nb", *words]
        return subprocess.run(run, cwd=root, capture_output=True, text=True, check=True).stdout

    thai, english = said("package", "--help"), said("--lang", "en", "package", "--help")
    assert "เฉพาะเขตนี้" in thai
    assert "ตัวเลือก" in thai
    assert "Only this area" in english
    assert "ตัวเลือก" not in english


def test_the_list_of_commands_says_what_they_say() -> None:
    """What is listed without importing a command is the first line of its help, twice."""
    thai = catalogue()
    for name, command in getattr(get_command(whole_app()), "commands", {}).items():
        texts = (command.help, thai[command.help])
        first = [text.partition("\n\n")[0].replace("\n", " ") for text in texts]
        assert [*command_list()[name]] == first


@pytest.mark.parametrize(
    ("words", "there"),
    [
        (["--lang", "en", "run", "--help"], ["run"]),
        (["load", "run.xlsx"], ["load"]),
        (["--help"], None),
        ([], None),
        (["--lang=en"], None),
        (["lod"], None),
    ],
)
def test_only_what_is_needed_is_made(words: list[str], there: list[str] | None) -> None:
    """A command that is named alone; all of them for help, and for a name that is not known."""
    made = getattr(get_command(app_for(words)), "commands", {})
    assert [*made] == (there or [*command_list()])
