"""All rounds of a run: what needs no work, and what a worker could not note itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from helpers.batch_jobs import act
from helpers.made_notebooks import project

from plantrack_nb.core.errors import OutputError, SourceError
from plantrack_nb.core.locks import held
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.run import rounds
from plantrack_nb.run.district import run_round, settled
from plantrack_nb.run.job import Job, State
from plantrack_nb.run.ledger import NO_INPUT, UNCHANGED, read_record, reason
from plantrack_nb.run.workers.batch import run_batch
from plantrack_nb.run.workers.pool import LocalPool


@pytest.fixture
def jobs(tmp_path: Path) -> list[Job]:
    """Make a project, and jobs of three districts of which the last has no source."""
    folder = project(tmp_path / "project")
    for code in ("0001", "0002"):
        (folder / "data" / f"{code}.txt").write_text("right", encoding="utf-8")
    return [
        Job(RoundKey(code, 2565, 2), folder / "data" / f"{code}.txt", folder / "outputs", folder)
        for code in ("0001", "0002", "0003")
    ]


def test_what_needs_no_work_is_dealt_with_at_once(jobs: list[Job]) -> None:
    """Unchanged, unclear and missing rounds are over; forced, the unchanged one is not."""
    run_round(jobs[0])
    jobs[1] = replace(jobs[1], unclear=SourceError("Several files."))
    over, left = rounds.sorted_out(jobs)
    assert [one.state for one in over] == [State.UNCHANGED, State.FAILED, State.NO_INPUT]
    assert left == []
    over, left = rounds.sorted_out(jobs, force=True)
    assert left == [jobs[0]]
    record = read_record(jobs[1].folder)
    assert record is not None
    assert (record.state, record.error, record.kept) == (State.FAILED, "Several files.", "")


def test_in_this_process_each_step_is_told(jobs: list[Job]) -> None:
    """Without a pool rounds are made here, one after the other."""
    told: list[str] = []
    made = rounds.make_rounds(
        jobs[:1], None, on_start=lambda job: told.append(str(job.key)), on_step=told.append
    )
    assert [one.state for one in made] == [State.DONE]
    assert told == ["0001-2565-q2", "01_load", "02_check", "03_report", "html"]


def test_a_folder_that_cannot_be_written_is_one_failure(jobs: list[Job]) -> None:
    """A round whose folder is a file fails alone."""
    jobs[0].folder.parent.mkdir(parents=True)
    jobs[0].folder.write_text("no folder", encoding="utf-8")
    made = rounds.make_rounds(jobs[:2], None, on_start=lambda _: None, on_step=lambda _: None)
    assert [one.state for one in made] == [State.FAILED, State.DONE]


def test_a_round_whose_folder_is_a_link_fails_alone(jobs: list[Job], tmp_path: Path) -> None:
    """It leads out of the outputs; the others are made, and nothing is written through it."""
    (elsewhere := tmp_path / "elsewhere").mkdir()
    jobs[0].folder.parent.mkdir(parents=True)
    (jobs[0].out / "2565" / "q2" / "0001").symlink_to(elsewhere, target_is_directory=True)
    over, left = rounds.sorted_out(jobs[:2])
    assert (over, left) == ([], jobs[:2])
    made = [*rounds.make_rounds(left, None, on_start=lambda _: None, on_step=lambda _: None)]
    assert [one.state for one in made] == [State.FAILED, State.DONE]
    assert "link" in str(made[0].error)
    assert [*elsewhere.iterdir()] == []


@pytest.mark.parametrize("name", ["report.html", "notebooks"])
def test_a_link_in_place_of_an_output_is_no_output(
    jobs: list[Job], tmp_path: Path, name: str
) -> None:
    """Even to the same content: a file is made anew in its place, a folder is refused."""
    run_round(jobs[0])
    place = (jobs[0].folder if name == "report.html" else jobs[0].work) / name
    elsewhere = tmp_path / "elsewhere"
    place.rename(elsewhere)
    place.symlink_to(elsewhere)
    assert settled(jobs[0]) is None
    if elsewhere.is_dir():
        with pytest.raises(OutputError, match="A link leads out"):
            run_round(jobs[0])
    else:
        assert run_round(jobs[0]).state is State.DONE
        assert not place.is_symlink()
        assert place.read_bytes() == elsewhere.read_bytes()


def test_what_a_worker_could_not_note_is_in_the_ledger(tmp_path: Path) -> None:
    """A round whose worker died or failed outright is noted by the run."""
    folder = project(tmp_path / "project")
    job = Job(RoundKey("0001", 2565, 2), Path("fault"), tmp_path, folder)
    (outcome,) = run_batch([job], act, LocalPool(1, warm=()))
    assert read_record(job.folder) is None
    rounds._note(job, outcome)
    record = read_record(job.folder)
    assert record is not None
    assert "ZeroDivisionError: ours" in record.error


def test_a_round_in_work_elsewhere_is_not_settled(jobs: list[Job]) -> None:
    """While another run holds the folder nobody can say that it is as it should be."""
    run_round(jobs[0])
    with held(jobs[0].folder):
        assert settled(jobs[0]) is None
    assert settled(jobs[0]) is not None


def test_an_output_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    """It is told before anything starts."""
    (tmp_path / "out").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError):
        rounds.check_writable(tmp_path / "out")


def test_reasons_touch_nothing(jobs: list[Job]) -> None:
    """A round that was never made leaves no folder behind when it is asked about."""
    assert [reason(job) for job in jobs] == ["new", "new", NO_INPUT]
    assert not jobs[0].out.exists()
    run_round(jobs[0])
    assert reason(jobs[0]) == UNCHANGED
    assert reason(replace(jobs[0], show_persons=True)) == "changed: show_persons"
    jobs[0].source.write_text("mended", encoding="utf-8")
    assert reason(jobs[0]) == "changed: input"
