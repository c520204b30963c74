"""Tidy frames over many rounds, and the notebook that shows how to use them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from helpers.kept_year import keep_year

from plantrack_nb import rounds
from plantrack_nb.core.errors import ParameterError, SourceError
from plantrack_nb.core.schema import TABLES
from plantrack_nb.load import read_tables
from plantrack_nb.office.project import round_folder
from plantrack_nb.run.notebook import run_notebook


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep a year of two offices."""
    return keep_year(tmp_path_factory.mktemp("year"))


def test_rounds_are_chosen_by_what_is_asked(outputs: Path) -> None:
    """One value or several; nothing that was not run is made up."""
    whole = rounds(outputs=outputs)
    assert len(whole) == 8
    assert {key.quarter for key in rounds(quarter=(1, 4), outputs=outputs).keys} == {1, 4}
    first = whole.keys[0].district
    assert {key.district for key in rounds(first, outputs=outputs).keys} == {first}
    assert len(rounds(fiscal_year=2566, outputs=outputs)) == 0
    with pytest.raises(SourceError, match="no such output folder"):
        rounds(outputs=outputs / "none")


@pytest.mark.parametrize("name", list(TABLES))
def test_a_table_is_that_of_every_round_one_below_the_other(outputs: Path, name: str) -> None:
    """The same values and types as of each round by itself, without where they come from."""
    import pandas as pd

    many = rounds(outputs=outputs)
    single = [read_tables(round_folder(outputs, key) / "tables").tables[name] for key in many.keys]
    shown = many.table(name)
    assert not {"source_file", "source_ref", "raw"} & {*shown.columns}
    expected = pd.concat(single, ignore_index=True)[shown.columns.tolist()]
    pd.testing.assert_frame_equal(shown, expected)
    empty = rounds(fiscal_year=2570, outputs=outputs).table(name)
    assert empty.dtypes.equals(shown.dtypes)


def test_money_findings_and_changes_are_tidy(outputs: Path) -> None:
    """A row a project, a round, a finding, a change; first rounds have no changes."""
    many = rounds(outputs=outputs)
    assert len(many.totals) == 8
    sums = many.projects.groupby(["district", "quarter"])["disbursed"].sum()
    told = many.totals.set_index(["district", "quarter"])["disbursed"]
    assert (sums - told).abs().max() < 0.01
    assert set(many.findings["severity"]) <= {"error", "warning", "info"}
    assert set(many.changes["quarter"]) == {2, 3, 4}
    nothing = rounds(fiscal_year=2570, outputs=outputs)
    for frame in (nothing.projects, nothing.totals, nothing.findings, nothing.changes):
        assert frame.empty
        assert frame.columns[0] == "district"


def test_what_there_is_not_is_said(outputs: Path) -> None:
    """Tables and columns by their names, damaged files by their path."""
    many = rounds(outputs=outputs)
    with pytest.raises(ParameterError, match="no table 'project'"):
        many.table("project")
    with pytest.raises(ParameterError, match="no column nmae"):
        many.table("projects", ["nmae"])


def test_a_damaged_file_is_named(outputs: Path, tmp_path: Path) -> None:
    """It does not pass for fewer rounds."""
    many = rounds(outputs=shutil.copytree(outputs, tmp_path / "copy"))
    outputs = many.outputs
    path = round_folder(outputs, many.keys[1]) / "tables" / "claims.parquet"
    path.write_bytes(b"no parquet")
    with pytest.raises(SourceError) as told:
        many.table("claims")
    assert "claims.parquet" in told.value.why


def test_the_worked_examples_run(outputs: Path, root: Path, tmp_path: Path) -> None:
    """Every cell of the notebook, each of the three with rows to show."""
    made = run_notebook(
        root / "notebooks" / "rounds.ipynb",
        tmp_path / "rounds.ipynb",
        {"out": str(outputs)},
        folder=root,
    )
    shown = {
        cell.id: cell.outputs[-1]["data"]["text/plain"]
        for cell in made.cells
        if cell.cell_type == "code" and cell.outputs
    }
    assert shown["rounds-02"] == "8"
    for example in ("rounds-04", "rounds-06", "rounds-08", "rounds-10"):
        assert len(shown[example].splitlines()) > 2
