"""One district's round: outcome, files, what it does when a notebook fails or another run is in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from helpers.made_notebooks import project

from plantrack_nb.errors import OutputError
from plantrack_nb.files import write_bytes
from plantrack_nb.findings import Severity
from plantrack_nb.run.district import Job, State, run_round
from plantrack_nb.run.held import held
from plantrack_nb.run.notebook import Format
from plantrack_nb.schema import RoundKey


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """Make a project with one district's source and notebooks."""
    folder = project(tmp_path / "project")
    source = folder / "data" / "7301.txt"
    source.write_text("right", encoding="utf-8")
    return Job(RoundKey("7301", 2565, 2), source, folder / "outputs", folder)


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_a_round_that_is_done(job: Job) -> None:
    """The report stands at the top, the executed notebooks below, and all steps were told."""
    steps: list[str] = []
    outcome = run_round(job, steps.append)
    assert (outcome.state, outcome.findings, outcome.error) == (State.DONE, {}, None)
    assert steps == ["01_load", "02_check", "03_report", "html"]
    assert outcome.made[0] == job.project / "outputs" / "2565" / "q2" / "7301" / "report.html"
    assert all(path.is_file() for path in outcome.made)


def test_a_second_run_changes_no_byte(job: Job) -> None:
    """The same inputs give the same files, and those are not even touched."""
    run_round(job)
    before = contents(job.folder)
    times = [path.stat().st_mtime_ns for path in sorted(job.folder.rglob("*.*"))]
    run_round(job)
    assert contents(job.folder) == before
    assert [path.stat().st_mtime_ns for path in sorted(job.folder.rglob("*.*"))] == times


def test_open_findings_are_counted(job: Job) -> None:
    """A round with an open error is made, and says so."""
    job.source.write_text("wrong", encoding="utf-8")
    outcome = run_round(job)
    assert (outcome.state, outcome.findings) == (State.FINDINGS, {Severity.ERROR: 1})


def test_no_input(job: Job) -> None:
    """Without a source nothing is run and nothing written."""
    outcome = run_round(replace(job, source=job.source.with_name("none.txt")))
    assert outcome.state is State.NO_INPUT
    assert not job.out.exists()


def test_a_failed_round_keeps_the_previous_report(job: Job) -> None:
    """The outcome names the cell and the kept notebook; the report is as it was."""
    run_round(job)
    report = (job.folder / "report.html").read_bytes()
    failing = project(job.project.parent / "other", check="raise ValueError('ผิด')")
    outcome = run_round(replace(job, project=failing))
    assert outcome.state is State.FAILED
    assert outcome.error is not None
    assert "ValueError: ผิด" in outcome.error.why
    assert Path(outcome.error.where).name == "02_check.failed.ipynb"
    assert (job.folder / "report.html").read_bytes() == report


def test_a_report_in_another_format_does_not_outlive_a_change(job: Job) -> None:
    """A PDF of figures that have changed since is removed; one that still holds stays."""
    run_round(replace(job, formats=(Format.HTML, Format.PDF)))
    run_round(job)
    assert (job.folder / "report.pdf").is_file()
    write_bytes(job.folder / "report.html", b"of an earlier time")
    run_round(job)
    assert not (job.folder / "report.pdf").exists()


def test_what_a_killed_run_left_is_removed(job: Job) -> None:
    """A half-written file is gone after the next run."""
    leftover = job.folder / ".report.html.0123456789ab.part"
    write_bytes(leftover, b"half")
    run_round(job)
    assert not leftover.exists()


def test_a_second_run_at_the_same_time_is_refused(job: Job) -> None:
    """A folder is held by one run at a time, and the message names it."""
    with (
        held(job.folder),
        pytest.raises(OutputError, match="Another run") as told,
        held(job.folder, wait=0.1),
    ):
        pass
    assert told.value.where == str(job.folder)
    assert run_round(job).state is State.DONE
