"""Show a run while it goes: a bar on a terminal, plain lines anywhere else."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from plantrack_nb.cli.terminal.console import safe_console, spoken
from plantrack_nb.core.language import say
from plantrack_nb.run.job import Job, Outcome, State

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID


_STEPS = {
    "01_load": ("อ่าน", "reading"),
    "02_check": ("ตรวจ", "checking"),
    "03_report": ("เรียบเรียง", "composing"),
    "html": ("เขียน HTML", "writing HTML"),
    "pdf": ("เขียน PDF", "writing PDF"),
}


class Watch(Protocol):
    """Is told what a run does."""

    def start(self, job: Job) -> None:
        """Show a round that begins."""
        ...

    def step(self, name: str) -> None:
        """Show the step that the one round of this process has reached."""
        ...

    def end(self, outcome: Outcome) -> None:
        """Show a round that is over."""
        ...


@contextmanager
def watching(total: int) -> Iterator[Watch]:
    """Watch a run of ``total`` rounds on standard error."""
    if sys.stderr.isatty():
        with _own_stderr() as console, _progress(console) as progress:
            yield _Bar(
                progress, progress.add_task(say("เริ่ม", "starting"), total=total, done=0, failed=0)
            )
    else:
        yield _Lines(total)


class _Bar:
    def __init__(self, progress: Progress, task: TaskID) -> None:
        self._progress, self._task = progress, task
        self._running: dict[str, None] = {}
        self._done = self._failed = 0

    def start(self, job: Job) -> None:
        self._running[str(job.key)] = None
        self._show()

    def step(self, name: str) -> None:
        self._show(f": {say(*_STEPS.get(name, (name, name)))}")

    def end(self, outcome: Outcome) -> None:
        self._running.pop(str(outcome.key), None)
        failed = outcome.state is State.FAILED
        self._failed += failed
        self._done += not failed
        self._progress.advance(self._task)
        self._show()

    def _show(self, step: str = "") -> None:
        said = ", ".join(self._running) + step
        self._progress.update(
            self._task, description=said, done=self._done, failed=self._failed, refresh=True
        )


class _Lines:
    def __init__(self, total: int) -> None:
        self._total, self._over, self._began = total, 0, time.monotonic()

    def start(self, job: Job) -> None:
        """Say nothing: what ends is enough to read afterwards."""

    def step(self, name: str) -> None:
        """Say nothing."""

    def end(self, outcome: Outcome) -> None:
        self._over += 1
        left = (time.monotonic() - self._began) / self._over * (self._total - self._over)
        now = datetime.now().astimezone().strftime("%H:%M:%S")
        said = f"{now} {self._over}/{self._total} {outcome.key}: {spoken(outcome.state)}"
        said += say(f" {outcome.seconds:.1f} วินาที", f", {outcome.seconds:.1f} s")
        if self._over < self._total:
            said += say(f" เหลืออีกราว {_duration(left)}", f", about {_duration(left)} left")
        print(said, file=sys.stderr, flush=True)  # noqa: T201 - plain lines for a log


def _duration(seconds: float) -> str:
    if seconds < 90:
        return say(f"{seconds:.0f} วินาที", f"{seconds:.0f} s")
    return say(f"{seconds / 60:.0f} นาที", f"{seconds / 60:.0f} min")


@contextmanager
def _own_stderr() -> Iterator[Console]:
    """Give a way to the terminal of its own: cells that run here catch what is written to 2."""
    with os.fdopen(os.dup(sys.stderr.fileno()), "w", encoding="utf-8") as stream:
        yield safe_console(file=stream)


def _progress(console: Console) -> Progress:
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        SpinnerColumn(),
        MofNCompleteColumn(),
        BarColumn(20),
        TextColumn(
            say(
                "เสร็จ {task.fields[done]} ไม่สำเร็จ {task.fields[failed]}",
                "{task.fields[done]} made, {task.fields[failed]} failed",
            )
        ),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
        console=console,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
