"""What a worker does in the tests of the batch; it must be importable there."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.core.errors import OutputError
from plantrack_nb.run.job import Outcome, State

if TYPE_CHECKING:
    from plantrack_nb.run.job import Job


def act(job: Job) -> Outcome:
    """Do what the job's source is called."""
    what, log = job.source.name, job.out / f"{job.key.district}.log"
    with log.open("a", encoding="utf-8") as stream:
        stream.write("tried\n")
    if what == "hang":
        time.sleep(600)
    if what == "die" or (what == "die once" and log.read_text(encoding="utf-8") == "tried\n"):
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "refuse":
        raise OutputError("No.", why="full")
    if what == "fault":
        raise ZeroDivisionError("ours")
    if what == "slow":
        time.sleep(0.3)
    return Outcome(job.key, State.DONE, made=(Path(what),))
