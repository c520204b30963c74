"""An office's project: begun from what is shipped, brought up to date without losing changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from plantrack_nb.core.errors import OutputError, SourceError
from plantrack_nb.office import new_project
from plantrack_nb.office.merged_notebook import merged_notebook
from plantrack_nb.office.new_project import Fate, start_project, update_project
from plantrack_nb.office.shipped_files import shipped_files


def _notebook(*cells: tuple[str, str], **more: Any) -> bytes:
    made: list[dict[str, Any]] = [
        {"cell_type": "code", "id": name, "metadata": {}, "source": text, "outputs": [],
         "execution_count": None}
        for name, text in cells
    ]  # fmt: skip
    held = {"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **more}
    return json.dumps(held).encode()


def _sources(notebook: bytes | None) -> list[str]:
    assert notebook is not None
    return [cell["source"] for cell in json.loads(notebook)["cells"]]


BASE = _notebook(("a", "1"), ("b", "2"), ("c", "3"))


def test_a_project_holds_what_a_round_needs(tmp_path: Path) -> None:
    """Notebooks, parameters, folders, a README in Thai; the sample apart from the office's own."""
    start_project(tmp_path / "งาน")
    names = {one.relative_to(tmp_path / "งาน").as_posix() for one in tmp_path.rglob("*")}
    assert {
        "README.md",
        "data",
        "outputs",
        "notebooks/01_load.ipynb",
        "params/districts.csv",
        "sample/7301-2565-q2.xlsx",
    } <= names
    assert not any(name.startswith("data/") for name in names)
    said = (tmp_path / "งาน" / "sample" / "2565-q2.yaml").read_text(encoding="utf-8")
    assert "inputs: sample/" in said


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """A folder that holds one of the files is refused, and left as it is."""
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "01_load.ipynb").write_text("own", encoding="utf-8")
    with pytest.raises(OutputError, match="--update"):
        start_project(tmp_path)
    assert [one.name for one in tmp_path.rglob("*")] == ["notebooks", "01_load.ipynb"]
    with pytest.raises(SourceError, match="plantrack init"):
        update_project(tmp_path / "none")


def test_an_update_keeps_what_was_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unchanged files are renewed, changed ones kept, own cells stay among newer ones."""
    start_project(tmp_path)
    shipped = shipped_files()
    load, rules = "notebooks/01_load.ipynb", "params/rules.yaml"
    report, words = "notebooks/03_report.ipynb", "params/words.csv"
    terms = "params/terms.csv"
    own = json.loads((tmp_path / report).read_bytes())
    own["cells"].append({"cell_type": "markdown", "id": "mine", "metadata": {}, "source": "ของฉัน"})
    (tmp_path / report).write_text(json.dumps(own), encoding="utf-8")
    (tmp_path / rules).write_text("own", encoding="utf-8")
    (tmp_path / terms).unlink()
    newer = json.loads(shipped[report])
    newer["cells"][-1]["source"] = "newer()"
    changed = {
        **shipped,
        load: b"newer load",
        rules: b"newer rules",
        report: json.dumps(newer).encode(),
        "params/extra.csv": b"x",
    }
    monkeypatch.setattr(new_project, "shipped_files", lambda: changed)
    made = {one.path: one for one in update_project(tmp_path)}
    assert made[load].fate is Fate.UPDATED
    assert (tmp_path / load).read_bytes() == b"newer load"
    assert (made[rules].fate, made[rules].beside) == (Fate.BESIDE, "params/rules.newer.yaml")
    assert (tmp_path / rules).read_text(encoding="utf-8") == "own"
    assert (tmp_path / "params" / "rules.newer.yaml").read_bytes() == b"newer rules"
    assert made[report].fate is Fate.MERGED
    assert _sources((tmp_path / report).read_bytes())[-2:] == ["newer()", "ของฉัน"]
    assert made[terms].fate is Fate.TAKEN_OUT
    assert made["params/extra.csv"].fate is Fate.NEW
    assert made[words].fate is Fate.UNCHANGED
    again = {one.path: one.fate for one in update_project(tmp_path)}
    assert again[report] is again[rules] is Fate.KEPT


def test_what_one_side_changed_is_taken_from_it() -> None:
    """Cells are known by their ids; own ones stand where they stood."""
    own = _notebook(("a", "1"), ("mine", "ก"), ("b", "2"), ("c", "own"))
    newer = _notebook(("a", "newer"), ("d", "4"), ("b", "2"), ("c", "3"))
    assert _sources(merged_notebook(BASE, own, newer)) == ["newer", "ก", "4", "2", "own"]
    gone = _notebook(("a", "1"), ("c", "3"))
    assert _sources(merged_notebook(BASE, gone, newer)) == ["newer", "4", "3"]
    assert _sources(merged_notebook(BASE, own, gone)) == ["1", "ก", "own"]


@pytest.mark.parametrize(
    ("own", "newer"),
    [
        (_notebook(("a", "own"), ("b", "2"), ("c", "3")), _notebook(("a", "newer"), ("b", "2"))),
        (_notebook(("a", "own"), ("b", "2"), ("c", "3")), _notebook(("b", "2"), ("c", "3"))),
        (_notebook(("b", "2"), ("c", "3")), _notebook(("a", "newer"), ("b", "2"), ("c", "3"))),
        (_notebook(("a", "1"), ("a", "2")), BASE),
        (b"{", BASE),
    ],
)
def test_what_both_changed_is_for_a_person(own: bytes, newer: bytes) -> None:
    """Nothing is merged then."""
    assert merged_notebook(BASE, own, newer) is None


def test_what_was_stopped_halfway_is_made_to_its_end(tmp_path: Path) -> None:
    """Begun once more, it is whole; with a file of the office's own in it, nothing is touched."""
    start_project(tmp_path / "whole")
    start_project(tmp_path / "half")
    for path in (tmp_path / "half" / "params").iterdir():
        path.unlink()
    start_project(tmp_path / "half")
    names = [one.relative_to(tmp_path / "whole") for one in (tmp_path / "whole").rglob("*")]
    assert [(tmp_path / "half" / one).exists() for one in names] == [True] * len(names)
    (tmp_path / "half" / "params" / "rules.yaml").unlink()
    (tmp_path / "half" / "README.md").write_text("ours", encoding="utf-8")
    with pytest.raises(OutputError, match="holds a project already"):
        start_project(tmp_path / "half")
    with pytest.raises(OutputError, match="holds a project already"):
        start_project(tmp_path / "whole")
