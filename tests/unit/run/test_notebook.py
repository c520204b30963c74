"""One notebook: checked parameters, the executed copy whole, the same bytes, clear failures."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from helpers.made_notebooks import MASTHEAD, notebook, saved
from nbconvert.exporters import get_exporter

from plantrack_nb.core.errors import NotebookError, ParameterError, SourceError
from plantrack_nb.run.notebook import Engine, Format, export, report_of, run_notebook

PARAMETERS = "fiscal_year: int = 2564  # B.E.\nquarter = 1"


def test_parameters_reach_the_cells(tmp_path: Path) -> None:
    """Values given replace those of the parameters cell."""
    source = saved(tmp_path / "a.ipynb", "fiscal_year, quarter", parameters=PARAMETERS)
    done = run_notebook(source, tmp_path / "out" / "a.ipynb", {"fiscal_year": 2565})
    assert done.cells[-1].outputs[0].data["text/plain"] == "(2565, 1)"
    assert nbformat.read(tmp_path / "out" / "a.ipynb", as_version=4) == done


def test_an_unknown_parameter_is_refused_before_anything_runs(tmp_path: Path) -> None:
    """The nearest right name is told; no cell has run."""
    source = saved(tmp_path / "a.ipynb", "open('ran', 'w').close()", parameters=PARAMETERS)
    with pytest.raises(ParameterError, match="quarter"):
        run_notebook(source, tmp_path / "b.ipynb", {"quater": 2}, folder=tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.ipynb"]


def test_a_name_that_would_run_as_code_is_refused(tmp_path: Path) -> None:
    """A name is written into a cell, so it must be one of the declared names."""
    source = saved(tmp_path / "a.ipynb", "1", parameters=PARAMETERS)
    with pytest.raises(ParameterError):
        run_notebook(source, tmp_path / "b.ipynb", {"x = 1; quarter": 2})


@pytest.mark.parametrize("engine", Engine)
def test_two_runs_give_the_same_bytes(tmp_path: Path, engine: Engine) -> None:
    """Times, ids, addresses and folders do not reach the executed copy."""
    noisy = "import warnings\nwarnings.warn('w')\nprint(__import__('os').getcwd())\nobject()"
    source = saved(tmp_path / "a.ipynb", noisy, parameters=PARAMETERS)
    copies = []
    for name in ("first", "second"):
        (folder := tmp_path / name).mkdir()
        run_notebook(source, folder / "a.ipynb", {"quarter": 2}, engine=engine, folder=folder)
        copies.append((folder / "a.ipynb").read_bytes())
    assert copies[0] == copies[1]
    assert str(tmp_path).encode() not in copies[0]


@pytest.mark.parametrize("engine", Engine)
def test_an_error_of_ours_speaks_for_itself(tmp_path: Path, engine: Engine) -> None:
    """What, why and what to do are the error's own; where says the cell and the kept copy too."""
    raising = (
        "from plantrack_nb.core.errors import SourceError\n"
        "raise SourceError('It is empty.', where='7301.xlsx', why='no letter', hint='Save it.')"
    )
    source = saved(tmp_path / "a.ipynb", raising, parameters=PARAMETERS)
    with pytest.raises(NotebookError) as told:
        run_notebook(source, tmp_path / "out" / "a.ipynb", {}, engine=engine)
    kept = tmp_path / "out" / "a.failed.ipynb"
    assert (told.value.what, told.value.why, told.value.hint) == (
        "It is empty.", "no letter", "Save it.",
    )  # fmt: skip
    assert told.value.where == f"7301.xlsx; a.ipynb, cell 2, kept as {kept}"
    assert kept.is_file()


def test_a_failing_cell_is_named_and_its_notebook_kept(tmp_path: Path) -> None:
    """The previous copy stays, the failed one stands beside it until a run succeeds."""
    target = tmp_path / "out" / "a.ipynb"
    source = saved(tmp_path / "a.ipynb", "1 / (quarter - 3)", parameters=PARAMETERS)
    run_notebook(source, target, {"quarter": 2})
    before = target.read_bytes()
    with pytest.raises(NotebookError) as told:
        run_notebook(source, target, {"quarter": 3})
    kept = tmp_path / "out" / "a.failed.ipynb"
    assert told.value.what == "The notebook a.ipynb stopped in cell 3."
    assert told.value.why == "ZeroDivisionError: division by zero"
    assert told.value.where == str(kept)
    assert "division by zero" in kept.read_text(encoding="utf-8")
    assert target.read_bytes() == before
    run_notebook(source, target, {"quarter": 2})
    assert not kept.exists()


def test_a_cell_that_takes_too_long_is_told(tmp_path: Path) -> None:
    """The limit of time stops the notebook, and what it had shown is kept."""
    source = saved(tmp_path / "a.ipynb", "print('begun')", "__import__('time').sleep(30)")
    with pytest.raises(NotebookError, match="CellTimeoutError"):
        run_notebook(source, tmp_path / "b.ipynb", {}, timeout=1)
    assert "begun" in (tmp_path / "b.failed.ipynb").read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [None, "", "{", '{"cells": 1}', "\ufffd"])
def test_a_damaged_notebook_is_told(tmp_path: Path, content: str | None) -> None:
    """A missing or broken notebook ends in one message, and nothing is written."""
    source = tmp_path / "a.ipynb"
    if content is not None:
        source.write_text(content, encoding="utf-8")
    with pytest.raises(SourceError, match=r"a\.ipynb"):
        run_notebook(source, tmp_path / "out" / "a.ipynb", {})
    assert not (tmp_path / "out").exists()


def test_the_report_is_what_nbconvert_makes(tmp_path: Path) -> None:
    """Our exports equal those of the exporters that nbconvert finds by name."""
    source = saved(tmp_path / "a.ipynb", MASTHEAD, parameters=PARAMETERS)
    done = run_notebook(source, tmp_path / "b.ipynb", {})
    document = report_of({"a": done})
    for one in Format:
        by_name, _ = get_exporter(f"plantrack-{one}")().from_notebook_node(done)
        written = by_name.encode() if isinstance(by_name, str) else by_name
        assert export(document, one) == written


def test_a_notebook_may_stay_out_of_the_report(tmp_path: Path) -> None:
    """One that says so in its metadata works for the others; where all say so, the last is it."""
    made = {}
    for name, stays_out in (("a", True), ("b", False), ("c", False), ("d", True)):
        source = saved(tmp_path / f"{name}.ipynb", f"print('said by {name}')")
        made[name] = run_notebook(source, tmp_path / "out" / source.name, {})
        if stays_out:
            made[name].metadata["plantrack"] = {"in_report": False}

    def said(*names: str) -> list[str]:
        page = export(report_of({name: made[name] for name in names}), Format.HTML).decode()
        return [name for name in made if f"said by {name}" in page]

    assert said("a", "b", "c", "d") == ["b", "c"]
    assert said("a", "d") == ["d"]


@pytest.mark.parametrize("engine", Engine)
def test_an_exit_with_0_ends_well(tmp_path: Path, engine: Engine) -> None:
    """Any other code fails, and a cell that may fail does not stop the others: as papermill."""
    over = saved(tmp_path / "a.ipynb", "print('ก')", "import sys; sys.exit(0)", "1 / 0")
    done = run_notebook(over, tmp_path / "out" / "a.ipynb", {}, engine=engine)
    assert done.cells[2].outputs == []
    made = notebook("1 / 0", "2 + 2")
    made.cells[0].metadata["tags"] = ["raises-exception"]
    nbformat.write(made, tmp_path / "b.ipynb")
    done = run_notebook(tmp_path / "b.ipynb", tmp_path / "out" / "b.ipynb", {}, engine=engine)
    assert done.cells[1].outputs[0].data["text/plain"] == "4"
    failed = saved(tmp_path / "c.ipynb", "import sys; sys.exit(3)")
    with pytest.raises(NotebookError, match=r"c\.ipynb[\s\S]*SystemExit: 3"):
        run_notebook(failed, tmp_path / "out" / "c.ipynb", {}, engine=engine)


@pytest.mark.parametrize("engine", Engine)
def test_a_figure_is_shown_without_a_magic(tmp_path: Path, engine: Engine) -> None:
    """By the cell that drew it, in every notebook of a process, once, and in the report."""
    pytest.importorskip("matplotlib")
    drawn = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.title('Pace')\nplt.show()"
    for name in ("a", "b"):
        source = saved(tmp_path / f"{name}.ipynb", drawn, "figure = plt.subplots()", "1 + 1")
        done = run_notebook(source, tmp_path / "out" / source.name, {}, engine=engine)
        shown = [[*one.data] for cell in done.cells for one in cell.outputs if "data" in one]
        assert ["image/png" in one for one in shown] == [True, True, False]
        page = export(report_of({name: done}), Format.HTML).decode()
        assert page.count('src="data:image/png;base64,') == 2
        assert 'alt="Pace"' in page


@pytest.mark.parametrize("engine", Engine)
def test_ordinary_outputs_carry_their_record(tmp_path: Path, engine: Engine) -> None:
    """A frame and a chart can be reported whatever engine ran them, also without our face."""
    cells = (
        "import pandas as pd\nframe = pd.DataFrame({'g': ['ก'], 'v': [138298687.25]})\nframe",
        "import altair as alt\nalt.Chart(frame).mark_bar().encode(x='v:Q', y='g:N')",
    )
    source = saved(tmp_path / "a.ipynb", *cells)
    done = run_notebook(source, tmp_path / "out" / "a.ipynb", {}, engine=engine)
    page = export(report_of({"a": done}), Format.HTML).decode()
    assert "138,298,687.25" in page
    assert page.count("<svg") == 2
