"""Rounds made again and compared byte by byte."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from helpers.made_notebooks import FINDINGS, MASTHEAD, PARAMETERS, REPORT, project, saved

from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.project import working
from plantrack_nb.run.district import run_round
from plantrack_nb.run.job import Job, State
from plantrack_nb.run.ledger import Record, made_file, read_all
from plantrack_nb.run.verify import Verdict, spread, verify

OWN_REGISTER = PARAMETERS + '\nregister = ""\nshow_persons = False'
READ_OFFICE = FINDINGS.replace("Path(source)", "Path(register)")


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """Make a round of a small project."""
    folder = project(tmp_path / "project")
    source = folder / "data" / "7301.txt"
    source.write_text("wrong", encoding="utf-8")
    made = Job(RoundKey("7301", 2565, 2), source, folder / "outputs", folder)
    run_round(made)
    return made


def _verify(job: Job, scratch: Path) -> Verdict:
    (verdict,) = verify([*read_all(job.out)], job.out, job.project, scratch)
    return verdict


def test_the_same_inputs_give_the_same_bytes(job: Job, tmp_path: Path) -> None:
    """Though the scratch folder is another one, and stands in the executed notebooks."""
    verdict = _verify(job, tmp_path / "scratch")
    assert (verdict.differing, verdict.changed, verdict.error) == ((), (), None)


def test_it_speaks_the_language_of_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a notebook tells in Thai is no difference to who verifies in English."""
    told = f"from plantrack_nb.core.language import say\nprint(say('ไทย', 'en'))\n{FINDINGS}"
    folder = project(tmp_path / "project", check=told)
    source = folder / "data" / "7301.txt"
    source.write_text("x", encoding="utf-8")
    monkeypatch.setenv("PLANTRACK_LANG", "th")
    made = Job(RoundKey("7301", 2565, 2), source, folder / "outputs", folder)
    run_round(made)
    monkeypatch.setenv("PLANTRACK_LANG", "en")
    assert "ไทย" in (made.work / "notebooks" / "02_check.ipynb").read_text("utf-8")
    assert _verify(made, tmp_path / "scratch").differing == ()


def test_the_outputs_may_have_been_moved(job: Job, tmp_path: Path) -> None:
    """A copy on another drive is verified as well."""
    working(job.out).rename(working(tmp_path / "copy"))
    moved = job.out.rename(tmp_path / "copy")
    (verdict,) = verify([*read_all(moved)], moved, job.project, tmp_path / "scratch")
    assert verdict.differing == ()


def test_a_register_of_its_own_is_used_again(tmp_path: Path) -> None:
    """It is a parameter of the notebooks, and what it says is part of what the round depends on."""
    folder = project(tmp_path / "project")
    for name, cells in (
        ("01_load", ("register",)),
        ("02_check", (READ_OFFICE,)),
        ("03_report", (MASTHEAD, REPORT)),
    ):
        saved(folder / "notebooks" / f"{name}.ipynb", *cells, parameters=OWN_REGISTER)
    own = folder / "data" / "own.csv"
    own.write_text("right", encoding="utf-8")
    made = Job(
        RoundKey("9700", 2565, 2), own, folder / "outputs", folder, register=own, office="สมมติ"
    )
    assert run_round(made).state is State.DONE
    (record,) = read_all(made.out)
    assert (record.register, record.office) == ("data/own.csv", "สมมติ")
    verdict = _verify(made, tmp_path / "scratch")
    assert (verdict.differing, verdict.changed, verdict.error) == ((), (), None)
    own.write_text("right now", encoding="utf-8")
    assert "register" in _verify(made, tmp_path / "again").changed


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("report.html", "differs from line 1 on"),
        ("findings.json", "differs from line 1 on"),
        ("notebooks/02_check.ipynb", "differs from line 1 on"),
    ],
)
def test_a_changed_output_is_named(job: Job, tmp_path: Path, name: str, how: str) -> None:
    """With the first line that is not the same."""
    path = made_file(job.folder, name)
    path.write_bytes(b"x" + path.read_bytes())
    assert _verify(job, tmp_path / "scratch").differing == (f"{name}: {how}",)


def test_a_missing_output_is_named(job: Job, tmp_path: Path) -> None:
    """A file that was made and is gone."""
    (job.work / "findings.json").unlink()
    assert _verify(job, tmp_path / "scratch").differing == ("findings.json: is missing",)


def test_the_outputs_are_not_touched(job: Job, tmp_path: Path) -> None:
    """Verifying reads; only the scratch folder is written to."""
    before = {path: path.stat().st_mtime_ns for path in job.out.rglob("*")}
    _verify(job, tmp_path / "scratch")
    assert {path: path.stat().st_mtime_ns for path in job.out.rglob("*")} == before


def test_a_reason_is_given(job: Job, tmp_path: Path) -> None:
    """When the source has changed since, that is why the bytes differ."""
    job.source.write_text("right", encoding="utf-8")
    verdict = _verify(job, tmp_path / "scratch")
    assert "input" in verdict.changed
    assert any(line.startswith("findings.json") for line in verdict.differing)


def test_a_round_that_cannot_be_made_again_is_no_difference(job: Job, tmp_path: Path) -> None:
    """A source that is gone, or a notebook that fails, is an error with its reason."""
    saved(job.notebooks[1], "raise ValueError('ผิด')", parameters=PARAMETERS)
    failed = _verify(job, tmp_path / "scratch")
    assert failed.error is not None
    assert "ValueError" in failed.error.why
    job.source.unlink()
    gone = _verify(job, tmp_path / "other")
    assert gone.error is not None
    assert gone.error.where == str(job.source)


def test_a_sample_is_spread_evenly() -> None:
    """The same sample each time, from the first part to the last."""
    records = [Record(str(at), 2565, 2, State.DONE) for at in range(10)]
    assert [one.district for one in spread(records, 3)] == ["0", "3", "6"]
    assert spread(records, None) == records
    assert spread(records, 99) == records


@pytest.mark.parametrize("name", ["ผล งาน", 'a "quoted" one', "back\\slash", "café à"])
def test_how_the_folder_is_called_makes_no_difference(tmp_path: Path, name: str) -> None:
    """Its name stands in the notebooks, in Python's spelling and as it is shown."""
    if os.name == "nt":
        pytest.skip("such names cannot be given there")
    made = project(tmp_path / "project")
    (made / "data" / "7301.txt").write_text("right", encoding="utf-8")
    key = RoundKey("7301", 2565, 2)
    one = Job(key, made / "data" / "7301.txt", tmp_path / name / "out", made)
    assert run_round(one).state is State.DONE
    assert _verify(one, tmp_path / "scratch").differing == ()
