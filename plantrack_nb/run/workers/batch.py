"""Many rounds over worker processes: a worker may die, a round may hang, the rest goes on."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass, field
from typing import Protocol

from plantrack_nb.core.errors import NotebookError, PlantrackError
from plantrack_nb.core.language import say
from plantrack_nb.run.job import Job, Outcome, State


class Pool(Protocol):
    """Where rounds are made; ``open`` it again after ``end``."""

    @property
    def workers(self) -> int:
        """How many rounds are made at a time."""
        ...

    def open(self) -> Executor:
        """Start the workers."""
        ...

    def end(self, executor: Executor) -> None:
        """End them at once."""
        ...


@dataclass
class _Try:
    job: Job
    tries: int = 0
    begun: float = 0.0


def run_batch(
    jobs: Iterable[Job],
    make: Callable[[Job], Outcome],
    pool: Pool,
    *,
    time_limit: float = 600.0,
    on_start: Callable[[Job], None] | None = None,
) -> Generator[Outcome, None, None]:
    """Make the rounds and yield what became of each as it ends, in no fixed order.

    Parameters
    ----------
    jobs : iterable of Job
        The rounds.
    make : callable
        Makes one round in a worker; it can be pickled.
    pool : Pool
        The workers. One round a worker is handed over at a time.
    time_limit : float
        Seconds a round may take; then its worker is ended and the round has failed.
    on_start : callable, optional
        Is told each round that is handed over.

    Notes
    -----
    When a worker dies, nobody can say which of the rounds under way killed it: each is tried
    once more with no other beside it, and fails when its worker dies again. Leaving the
    iteration (Ctrl-C) ends the workers at once; what they had written whole stays.
    """
    batch = _Batch(deque(_Try(job) for job in jobs), make, pool, time_limit, on_start)
    try:
        yield from batch.run()
    finally:
        batch.close()


@dataclass
class _Batch:
    waiting: deque[_Try]
    make: Callable[[Job], Outcome]
    pool: Pool
    time_limit: float
    on_start: Callable[[Job], None] | None
    suspects: deque[_Try] = field(default_factory=deque)
    under_way: dict[Future[Outcome], _Try] = field(default_factory=dict)
    executor: Executor | None = None

    def run(self) -> Iterator[Outcome]:
        """Hand over, wait, collect, until nothing is left."""
        while self.waiting or self.suspects or self.under_way:
            self._hand_over()
            done, _ = wait(self.under_way, timeout=self._patience(), return_when=FIRST_COMPLETED)
            broken = any(isinstance(one.exception(), BrokenExecutor) for one in done)
            for future in [one for one in done if not isinstance(one.exception(), BrokenExecutor)]:
                yield _outcome(self.under_way.pop(future).job, future)
            if broken:
                yield from self._after_a_death()
            elif not done:
                yield from self._after_the_limit()

    def close(self) -> None:
        """End the workers."""
        if self.executor is not None:
            self.pool.end(self.executor)
            self.executor = None

    def _hand_over(self) -> None:
        while len(self.under_way) < self.pool.workers and self.waiting:
            self._submit(self.waiting.popleft())
        if self.suspects and not self.under_way:
            self._submit(self.suspects.popleft())

    def _submit(self, one: _Try) -> None:
        if self.executor is None:
            self.executor = self.pool.open()
        if self.on_start is not None:
            self.on_start(one.job)
        one.begun = time.monotonic()
        one.tries += 1
        try:
            future = self.executor.submit(self.make, one.job)
        except BrokenExecutor as error:  # it broke while nobody was waiting
            future = Future()
            future.set_exception(error)
        self.under_way[future] = one

    def _patience(self) -> float:
        first = min(one.begun for one in self.under_way.values())
        return max(0.0, first + self.time_limit - time.monotonic())

    def _after_a_death(self) -> Iterator[Outcome]:
        self.close()
        for one in self._taken_back():
            if one.tries < 2:
                self.suspects.append(one)
            else:
                error = death(
                    one.job, say("โปรเซสที่ทำหยุดไปสองครั้ง", "Its worker process died twice.")
                )
                yield Outcome(one.job.key, State.FAILED, error=error)

    def _after_the_limit(self) -> Iterator[Outcome]:
        now = time.monotonic()
        self.close()
        for one in self._taken_back():
            if now - one.begun >= self.time_limit:
                yield _failed(
                    one.job,
                    say(
                        f"ใช้เวลาเกิน {self.time_limit:g} วินาที",
                        f"It took longer than {self.time_limit:g} seconds.",
                    ),
                    say(*_SLOW),
                )
            else:  # it did nothing wrong: its worker was ended with the other
                one.tries -= 1
                self.waiting.appendleft(one)

    def _taken_back(self) -> list[_Try]:
        back = list(self.under_way.values())
        self.under_way.clear()
        return back


_DIED = (
    "ทำรอบนี้รอบเดียวด้วย --engine kernel เพื่อดูมากขึ้น หน่วยความจำอาจไม่พอ",
    "Run it alone with '--engine kernel' to see more; it may need more memory than there is.",
)
_SLOW = (
    "ดูว่าต้นฉบับใหญ่กว่าของเขตอื่นมากหรือไม่ หรือเพิ่มเวลาด้วย --time-limit",
    "Look whether its source is far larger than the others, or raise the limit.",
)


def _outcome(job: Job, future: Future[Outcome]) -> Outcome:
    error = future.exception()
    return future.result() if error is None else failed(job, error)


def failed(job: Job, error: BaseException) -> Outcome:
    """Turn what stopped a round into its outcome."""
    if isinstance(error, PlantrackError):
        return Outcome(job.key, State.FAILED, error=error)
    return _failed(
        job,
        f"{type(error).__name__}: {error}",
        say("แจ้งผู้พัฒนา เป็นข้อผิดพลาดของโปรแกรมเอง", "Report this: it is a fault of ours."),
    )


def death(job: Job, why: str) -> NotebookError:
    """Say that the process that made a round died."""
    return _not_made(job, why, say(*_DIED))


def _failed(job: Job, why: str, hint: str) -> Outcome:
    return Outcome(job.key, State.FAILED, error=_not_made(job, why, hint))


def _not_made(job: Job, why: str, hint: str) -> NotebookError:
    what = say("ไม่ได้ทำรอบนี้", "The round was not made.")
    return NotebookError(what, where=str(job.key), why=why, hint=hint)
