"""The README and the commands agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from plantrack_nb.cli.app import whole_app

_PAGES = [
    "README.md",
    "docs/scheduling.md",
    "docs/scaling.md",
    "docs/the-year.md",
    *(f"docs/guide/{name}.md" for name in ("officer", "director", "analyst", "administrator")),
    "plantrack_nb/office/new_project.md",
]
COMMANDS = getattr(get_command(whole_app()), "commands", {})


def test_the_readme_lists_every_command(root: Path) -> None:
    """Its table has a row for each command there is, and none for another."""
    readme = (root / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `plantrack (\w+)", readme, re.MULTILINE)
    assert sorted(listed) == sorted(COMMANDS)


@pytest.mark.parametrize("path", _PAGES)
def test_the_docs_name_no_command_and_no_option_that_is_not_there(root: Path, path: str) -> None:
    """Every ``plantrack COMMAND --option`` in a document is one that runs."""
    text = (root / path).read_text(encoding="utf-8")
    for name, rest in re.findall(r"plantrack (\w+)((?: [^\n`]*)?)", text):
        if name not in COMMANDS:
            continue  # "plantrack is …" in a sentence
        options = {one for parameter in COMMANDS[name].params for one in parameter.opts}
        assert {*re.findall(r"(?<!\S)--[a-z-]+", rest)} <= {*options, "--help"}, (name, rest)
