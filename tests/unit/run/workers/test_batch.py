"""A batch goes on whatever becomes of one round, and leaves no process behind."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest
from helpers.batch_jobs import act

from plantrack_nb.core.errors import PlantrackError
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.run.job import Job, State
from plantrack_nb.run.workers.batch import run_batch
from plantrack_nb.run.workers.pool import LocalPool, sensible_workers


def jobs(folder: Path, *whats: str) -> list[Job]:
    """Make one job for each thing to do, districts 0001, 0002, …."""
    keys = [RoundKey(f"{number:04}", 2565, 2) for number, _ in enumerate(whats, start=1)]
    return [Job(key, Path(what), folder, folder) for key, what in zip(keys, whats, strict=True)]


def states(folder: Path, *whats: str, time_limit: float = 60.0, workers: int = 2) -> dict[str, str]:
    """Run such a batch and tell what became of each district."""
    made = run_batch(jobs(folder, *whats), act, LocalPool(workers, warm=()), time_limit=time_limit)
    return {one.key.district: (one.error.why if one.error else one.state) for one in made}


@pytest.mark.slow
def test_a_worker_that_dies_costs_only_its_own_round(tmp_path: Path) -> None:
    """The killer is tried twice and fails; those beside it, and one that dies once, are done."""
    told = states(tmp_path, "good", "die", "slow", "die once", "good")
    assert told == {
        "0001": State.DONE,
        "0002": "Its worker process died twice.",
        "0003": State.DONE,
        "0004": State.DONE,
        "0005": State.DONE,
    }
    assert (tmp_path / "0002.log").read_text(encoding="utf-8") == "tried\n" * 2
    assert multiprocessing.active_children() == []


@pytest.mark.slow
def test_a_round_that_hangs_is_ended(tmp_path: Path) -> None:
    """A round over its limit fails; the others are made."""
    told = states(tmp_path, "hang", "good", "good", time_limit=5)
    assert told["0001"] == "It took longer than 5 seconds."
    assert {told["0002"], told["0003"]} == {State.DONE}


def test_errors_are_outcomes(tmp_path: Path) -> None:
    """Our errors keep their words; a fault of ours is told as one."""
    told = states(tmp_path, "refuse", "fault", "good", workers=1)
    assert told == {"0001": "full", "0002": "ZeroDivisionError: ours", "0003": State.DONE}


def test_leaving_early_ends_the_workers(tmp_path: Path) -> None:
    """Who stops asking for outcomes (Ctrl-C) leaves no process behind."""
    made = run_batch(jobs(tmp_path, "good", "hang"), act, LocalPool(2, warm=()))
    assert next(made).state is State.DONE
    made.close()  # as Ctrl-C does
    assert multiprocessing.active_children() == []


def test_workers_that_do_not_start_are_told(tmp_path: Path) -> None:
    """A worker that fails while it warms up ends the batch with one message, not for ever."""
    with pytest.raises(PlantrackError, match="do not start"):
        list(run_batch(jobs(tmp_path, "good"), act, LocalPool(1, warm=("no_such_module",))))


def test_there_is_always_a_worker() -> None:
    """However small the machine, one worker is sensible."""
    assert sensible_workers() >= 1
