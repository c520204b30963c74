"""Committed notebooks narrate and define nothing, and carry nothing a run has left."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
_LINES = 10
_THAI = re.compile(r"[ก-๙]")
_KEPT_METADATA = {"kernelspec", "language_info", "plantrack"}
_LIBRARIES = {"own_analysis": {"altair"}}
"""What the example of an analyst's own notebook may import besides."""
_STANDARD = {"dataclasses", "datetime"}


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def made(request: pytest.FixtureRequest) -> nbformat.NotebookNode:
    """Read one committed notebook."""
    notebook: nbformat.NotebookNode = nbformat.read(request.param, as_version=4)
    return notebook


def test_there_are_notebooks() -> None:
    """The notebooks of a round are there."""
    assert {"01_load", "02_check", "03_report"} <= {path.stem for path in NOTEBOOKS}


def test_nothing_is_left_of_a_run(made: nbformat.NotebookNode) -> None:
    """No outputs, counts or stray metadata; ids are fixed ones."""
    assert set(made.metadata) <= _KEPT_METADATA
    for cell in made.cells:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None
        assert set(cell.metadata) <= {"tags"}
        assert cell.id.rpartition("-")[2].isdigit()


def test_cells_only_narrate(made: nbformat.NotebookNode) -> None:
    """No def, no class, short cells, and imports from the package (or the day from datetime)."""
    name = made.cells[0].id.rpartition("-")[0]
    for cell in made.cells:
        if cell.cell_type != "code":
            continue
        if "parameters" not in cell.metadata.get("tags", []):
            assert len(cell.source.splitlines()) <= _LINES
        for node in ast.walk(ast.parse(cell.source)):
            assert not isinstance(node, ast.FunctionDef | ast.ClassDef)
            if isinstance(node, ast.Import):
                assert {one.name for one in node.names} <= _LIBRARIES.get(name, set())
            if isinstance(node, ast.ImportFrom):
                assert str(node.module).startswith("plantrack_nb") or node.module in _STANDARD


def test_each_parameter_is_typed_and_explained(made: nbformat.NotebookNode) -> None:
    """One parameters cell; each line of it has a type and a comment in Thai."""
    cells = [cell for cell in made.cells if "parameters" in cell.metadata.get("tags", [])]
    assert len(cells) == 1
    for line in cells[0].source.splitlines():
        name, _, rest = line.partition(":")
        assert name.isidentifier()
        assert "=" in rest
        assert _THAI.search(rest.partition("#")[2])


def test_working_notebooks_tell_the_analyst_only(made: nbformat.NotebookNode) -> None:
    """Their narration is hidden from the report; only what is meant for it is shown there."""
    if made.cells[0].id.startswith(("own_analysis", "country", "explore", "first_hour", "rounds")):
        return
    for cell in made.cells:
        assert cell.cell_type == "code" or cell.metadata.get("tags") == ["hide"]
