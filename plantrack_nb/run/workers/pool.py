"""Worker processes of this machine: started fresh, warmed once, ended with their parent."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import wait
from multiprocessing.synchronize import Barrier
from threading import BrokenBarrierError

from plantrack_nb.core.errors import PlantrackError
from plantrack_nb.core.language import say
from plantrack_nb.run.engine.lean import warm_up

WARM = (
    "pandas",
    "pyarrow.parquet",
    "rapidfuzz.process",
    "jinja2",
    "fontTools.ttLib",
    "papermill.engines",
    "plantrack_nb.run.engine.papermill",
    "plantrack_nb.run.district",
    "plantrack_nb.load",
    "plantrack_nb.check",
    "plantrack_nb.report.figures",
    "plantrack_nb.render.page",
    "plantrack_nb.report.pages",
)
"""Modules that every round needs; what is in before the first need not be searched for garbage."""

MEMORY_OF_A_WORKER = 400 * 1024 * 1024
"""What a worker may need, in bytes."""

_PATIENCE = 300.0
_READY: list[Barrier] = []  # of this worker, given at its start


def sensible_workers() -> int:
    """Return how many workers this machine has the processors and the free memory for."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None
    processors = processors or os.cpu_count() or 1
    return max(1, min(processors, _free_memory() // MEMORY_OF_A_WORKER))


@dataclass(frozen=True)
class LocalPool:
    """Spawned processes; the threads of some libraries do not survive a fork.

    Parameters
    ----------
    workers : int
        How many.
    warm : tuple of str
        Modules that each imports before its first round.
    """

    workers: int
    warm: tuple[str, ...] = WARM

    def open(self) -> ProcessPoolExecutor:
        """Start the workers and wait until all are warm: no round pays for it with its time.

        Raises
        ------
        PlantrackError
            They do not start.
        """
        spawn = multiprocessing.get_context("spawn")
        all_ready = spawn.Barrier(self.workers)
        executor = ProcessPoolExecutor(
            self.workers, mp_context=spawn, initializer=_begin, initargs=(self.warm, all_ready)
        )
        try:
            for future in [executor.submit(_ready) for _ in range(self.workers)]:
                future.result()
        except (BrokenExecutor, BrokenBarrierError) as error:
            self.end(executor)
            raise PlantrackError(
                say("เริ่มโปรเซสที่จะทำงานไม่ได้", "The worker processes do not start."),
                why=f"{type(error).__name__}: {error}",
                hint=say(
                    "คืนหน่วยความจำบ้าง หรือขอน้อยลงด้วย --jobs 1 แล้วสั่งใหม่",
                    "Free some memory or ask for fewer with '--jobs 1', then run again.",
                ),
            ) from error
        except BaseException:
            self.end(executor)
            raise
        return executor

    def end(self, executor: Executor) -> None:
        """End the workers at once, whatever they are doing."""
        assert isinstance(executor, ProcessPoolExecutor)
        running = list((executor._processes or {}).values())  # noqa: SLF001 - public from 3.14 on
        executor.shutdown(wait=False, cancel_futures=True)
        for process in running:
            process.kill()
        for process in running:
            while process.is_alive():  # the executor's own thread may be collecting it just now
                process.join(0.05)


def _begin(warm: tuple[str, ...], all_ready: Barrier) -> None:
    _READY.append(all_ready)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    threading.Thread(target=_end_with_parent, daemon=True).start()
    warm_up(warm)


def _ready() -> None:
    _READY[0].wait(_PATIENCE)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _free_memory() -> int:
    try:
        return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return 8 * 1024**3
