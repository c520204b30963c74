"""Make many rounds: those that need no work at once, one here, several in workers."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from plantrack_nb.core.errors import OutputError, PlantrackError
from plantrack_nb.core.files import make_folder
from plantrack_nb.core.language import say
from plantrack_nb.office.project import working
from plantrack_nb.run import log
from plantrack_nb.run.district import refuse, run_round, settled
from plantrack_nb.run.engine.lean import warm_up
from plantrack_nb.run.job import Job, Outcome, State
from plantrack_nb.run.ledger import (
    read_record,
    without_names,
)
from plantrack_nb.run.notebook import Engine
from plantrack_nb.run.workers.batch import (
    Pool,
    death,
    failed,
    run_batch,
)
from plantrack_nb.run.workers.pool import WARM

TIME_LIMIT = 600.0
"""Seconds a round may take in a worker."""


def check_writable(out: Path) -> None:
    """Make the folder of all rounds, and refuse it before anything starts if it is read-only.

    Raises
    ------
    OutputError
        Nothing can be written there.
    """
    make_folder(out)
    make_folder(working(out))
    if not os.access(out, os.W_OK | os.X_OK):
        raise OutputError(
            say("เขียนในโฟลเดอร์ผลลัพธ์ไม่ได้", "The output folder cannot be written."),
            where=str(out),
            why=say("เป็นแบบอ่านอย่างเดียว หรือเป็นของผู้อื่น", "it is read-only, or not yours"),
            hint=say("เลือกโฟลเดอร์อื่นด้วย --out", "Choose another with --out."),
        )


def sorted_out(jobs: Iterable[Job], *, force: bool = False) -> tuple[list[Outcome], list[Job]]:
    """Part the rounds that need no work, and what became of them, from those to be made.

    A round whose source is missing or unclear is noted in its ledger here.
    """
    over: list[Outcome] = []
    left: list[Job] = []
    for job in jobs:
        if job.unclear is not None:
            outcome = _outcome(job, partial(refuse, job, job.unclear))
        elif not job.source.is_file():
            outcome = _outcome(job, partial(run_round, job))
        elif force or (same := settled(job)) is None:
            left.append(job)
            continue
        else:
            outcome = same
        log.ended(outcome)
        over.append(outcome)
    return over, left


def make_rounds(
    jobs: Sequence[Job],
    pool: Pool | None,
    *,
    force: bool = False,
    time_limit: float = TIME_LIMIT,
    on_start: Callable[[Job], None],
    on_step: Callable[[str], None],
) -> Generator[Outcome, None, None]:
    """Make rounds and yield what became of each as it ends.

    Parameters
    ----------
    jobs : sequence of Job
        Rounds that have a source.
    pool : Pool, optional
        The workers; without one, each round is made in this process, with no limit of time.
    force : bool
        Make also what has not changed.
    time_limit : float
        Seconds a round may take in a worker.
    on_start, on_step : callable
        Are told each round that is begun and, in this process, each of its steps.
    """

    def start(job: Job) -> None:
        log.begun(job)
        on_start(job)

    if pool is None:
        made = _here(jobs, force, start, on_step)
    else:
        make = partial(run_round, force=force)
        made = run_batch(jobs, make, pool, time_limit=time_limit, on_start=start)
    by_key = {job.key: job for job in jobs}
    with closing(made):
        for outcome in made:
            _note(by_key[outcome.key], outcome)
            log.ended(outcome)
            yield outcome


def died(job: Job, how: str) -> Outcome:
    """Return the outcome of a round whose process died, and note it in the ledger.

    Raises
    ------
    OutputError
        The output folder cannot be written, or another run holds it.
    """
    return refuse(job, death(job, say(f"โปรเซสหยุดไป: {how}", f"Its process died: {how}.")))


def _here(
    jobs: Iterable[Job],
    force: bool,
    start: Callable[[Job], None],
    on_step: Callable[[str], None],
) -> Generator[Outcome, None, None]:
    for number, job in enumerate(jobs):
        start(job)
        if not number and job.engine is Engine.PLANTRACK:
            warm_up(WARM)
        yield _outcome(job, partial(run_round, job, on_step, force=force))


def _outcome(job: Job, make: Callable[[], Outcome]) -> Outcome:
    try:
        return make()
    except Exception as error:  # noqa: BLE001 - one bad district never stops the others
        return failed(job, error)


def _note(job: Job, outcome: Outcome) -> None:
    """Write into the ledger why a round failed when its worker could not: it died, or hung."""
    error = outcome.error
    if error is None or isinstance(error, OutputError):
        return
    record = read_record(job.folder)
    if record is None or record.state is not State.FAILED or record.error != without_names(error):
        with suppress(PlantrackError):  # the command tells the error anyway
            refuse(job, error)
