"""The guide's commands run, page by page, in an office's own project."""

from __future__ import annotations

import re
import shlex
from importlib.util import find_spec
from pathlib import Path

import pytest

from plantrack_nb.cli.failures import guarded
from plantrack_nb.office.new_project import start_project

PAGES = ("officer", "analyst", "administrator")
_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def _commands(root: Path, page: str) -> list[list[str]]:
    text = (root / "docs" / "guide" / f"{page}.md").read_text(encoding="utf-8")
    lines = [line for block in _BLOCK.findall(text) for line in block.splitlines()]
    return [shlex.split(line) for line in lines]


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_a_page_runs(
    page: str, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One after the other, as somebody would who follows it, from a fresh project."""
    start_project(tmp_path / "งาน")
    monkeypatch.chdir(tmp_path / "งาน")
    monkeypatch.delenv("PLANTRACK_HOME", raising=False)
    if page == "administrator":
        assert guarded(["run"]) == 0
    commands = _commands(root, page)
    assert commands
    for words in commands:
        assert words[0] == "plantrack"
        assert guarded(words[1:]) == 0, words


@pytest.mark.slow
@pytest.mark.skipif(find_spec("mkdocs") is None, reason="pip install -r docs/requirements.txt")
def test_the_site_builds(root: Path, tmp_path: Path) -> None:
    """Every page of the site is there, and no link inside it is dead."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    build(load_config(str(root / "mkdocs.yml"), site_dir=str(tmp_path / "site")))
    for page in ("index", "guide/officer", "guide/director", "guide/analyst", "contributing"):
        assert (tmp_path / "site" / f"{page}.html").is_file()
