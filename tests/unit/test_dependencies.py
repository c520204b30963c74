"""What the package imports is what it declares."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

TYPES_ONLY = {"pydantic_core"}
"""Imported for annotations alone, and part of a declared package."""


def imported(folder: Path) -> Iterator[str]:
    """Yield the top-level names that the modules of a folder import."""
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (name.name.split(".")[0] for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module.split(".")[0]


def plain(requirement: str) -> str:
    """Return the bare name of a requirement, as registries compare it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=;\s\[]", requirement)[0]).lower()


@pytest.fixture(scope="module")
def declared(root: Path) -> dict[str, set[str]]:
    """Return the names declared for running, and for each extra."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    groups = {"": project["dependencies"], **project["optional-dependencies"]}
    return {extra: {plain(one) for one in names} for extra, names in groups.items()}


def test_every_import_is_declared(root: Path, declared: dict[str, set[str]]) -> None:
    """A package that comes along with another today may be gone tomorrow: each is named."""
    known = packages_distributions()
    ours = {"plantrack_nb", *sys.stdlib_module_names, *TYPES_ONLY}
    third_party = set(imported(root / "plantrack_nb")) - ours
    wanted = {name: {plain(one) for one in known.get(name, [name])} for name in third_party}
    allowed = declared[""] | declared["cluster"]
    assert {name: found for name, found in wanted.items() if not found & allowed} == {}


def test_every_declared_package_is_imported_or_explained(
    root: Path, declared: dict[str, set[str]]
) -> None:
    """Nothing is installed that nothing needs: what is not imported says beside it what for."""
    text = (root / "pyproject.toml").read_text("utf-8")
    explained = {plain(one) for one in re.findall(r'^    "([^"]+)", *# \w', text, re.MULTILINE)}
    known = packages_distributions()
    used = {plain(one) for name in imported(root / "plantrack_nb") for one in known.get(name, ())}
    assert declared[""] | declared["cluster"] <= used | explained


def test_it_is_written_who_keeps_each_package(root: Path, declared: dict[str, set[str]]) -> None:
    """And what would replace it; a package that left is not told of any more."""
    text = (root / "docs" / "dependencies.md").read_text("utf-8")
    told = {plain(one) for one in re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)}
    assert told == declared[""] | declared["cluster"]


def test_every_declared_package_is_pinned(root: Path, declared: dict[str, set[str]]) -> None:
    """The pins cover every package of every extra."""
    pins = re.findall(r"^([\w.-]+)==", (root / "constraints.txt").read_text("utf-8"), re.MULTILINE)
    assert set().union(*declared.values()) <= {plain(pin) for pin in pins}
