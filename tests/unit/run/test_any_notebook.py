"""Notebooks as other editors leave them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from helpers.made_notebooks import notebook

from plantrack_nb.core.errors import SourceError
from plantrack_nb.run.any_notebook import open_notebook, parameter_names
from plantrack_nb.run.notebook import Engine, run_notebook

_CELLS: list[dict[str, Any]] = [
    {"cell_type": "code", "metadata": {"tags": ["parameters"]}, "source": ["quarter = 1"],
     "outputs": [], "execution_count": None},
    {"cell_type": "code", "metadata": {}, "source": "print('ไตรมาส', quarter)", "outputs": [],
     "execution_count": 7},
]  # fmt: skip
_KERNEL = {"kernelspec": {"name": "python3", "display_name": "P", "language": "python"}}


def _written(path: Path, *, mark: str = "", **fields: Any) -> Path:
    held = {"nbformat": 4, "nbformat_minor": 5, "metadata": _KERNEL, "cells": _CELLS, **fields}
    path.write_text(mark + json.dumps(held, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "odd",
    [
        {"nbformat_minor": 2},
        {"nbformat_minor": 0, "metadata": {}},
        {"metadata": {}},
        {"metadata": {"language_info": {"name": "python"}}},
        {"mark": "\ufeff"},
        {"cells": [{**one, "id": "same"} for one in _CELLS]},
        {"cells": [{**one, "id": "not an id!"} for one in _CELLS]},
        {"cells": [{key: one[key] for key in ("cell_type", "metadata", "source")}
                   for one in _CELLS]},
    ],
)  # fmt: skip
def test_a_notebook_of_any_editor_runs(tmp_path: Path, odd: dict[str, Any]) -> None:
    """Without ids, kernel, outputs; of an older format; with a mark of byte order; in Thai."""
    source = _written(tmp_path / "วิเคราะห์ ที่ ๑.ipynb", **odd)
    copies = []
    for name in ("a", "b"):
        target = tmp_path / name / source.name
        done = run_notebook(source, target, {"quarter": 2}, folder=tmp_path)
        copies.append(target.read_bytes())
    assert done.cells[-1].outputs[0].text == "ไตรมาส 2\n"
    assert copies[0] == copies[1]


def test_a_notebook_of_format_3_runs(tmp_path: Path) -> None:
    """As before 2015."""
    old = nbformat.v3.new_notebook(
        worksheets=[nbformat.v3.new_worksheet(cells=[nbformat.v3.new_code_cell(input="1 + 1")])]
    )
    (tmp_path / "a.ipynb").write_text(json.dumps(old), encoding="utf-8")
    done = run_notebook(tmp_path / "a.ipynb", tmp_path / "b.ipynb", {}, folder=tmp_path)
    assert done.cells[0].outputs[0].data["text/plain"] == "2"
    assert done.cells[0].id == "cell-0"


def test_the_names_of_the_parameters_cell() -> None:
    """Assignments with and without a type count; magics do not; without the cell there are none."""
    made = notebook("z = 1", parameters='%pylab\na: str = "x"\nb = c = 2\nimport os\nd.e = 3')
    assert parameter_names(made) == ["a", "b", "c"]
    assert parameter_names(notebook("z = 1")) == []


def test_a_notebook_in_another_language_is_told(tmp_path: Path) -> None:
    """Our engine runs Python; its name and what to do are told."""
    metadata = {"kernelspec": {"name": "ir", "display_name": "R", "language": "R"}}
    source = _written(tmp_path / "a.ipynb", metadata=metadata)
    with pytest.raises(SourceError, match=r"a\.ipynb[\s\S]*--engine kernel"):
        run_notebook(source, tmp_path / "b.ipynb", {}, engine=Engine.PLANTRACK)


def test_what_is_no_notebook_is_told(tmp_path: Path) -> None:
    """By its name."""
    (tmp_path / "a.ipynb").write_text("[]", encoding="utf-8")
    with pytest.raises(SourceError, match=r"a\.ipynb[\s\S]*no notebook"):
        open_notebook(tmp_path / "a.ipynb")
