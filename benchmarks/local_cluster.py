"""A Dask scheduler and its workers on loopback, which end with the block that started them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 60.0


@contextmanager
def scheduler(folder: Path) -> Iterator[str]:
    """Start a scheduler; give its address. Its log goes into ``folder``."""
    with part(folder, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard") as log:
        yield said(log, r"Scheduler at:\s+(tcp://\S+)")


@contextmanager
def workers(folder: Path, address: str, count: int = 2) -> Iterator[None]:
    """Start workers with one thread each, and wait until the scheduler knows them."""
    options = ("--nworkers", str(count), "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1")
    with part(folder, "worker", address, *options) as log:
        said(log, r"Registered to", times=count)
        yield


@contextmanager
def part(folder: Path, *words: str, environment: Mapping[str, str] = os.environ) -> Iterator[Path]:
    """Start a part of a cluster; give the file that its log goes to."""
    log = folder / f"{words[0]}-{time.monotonic_ns()}.log"
    with log.open("w", encoding="utf-8") as stream:
        process = subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:]],
            stdout=stream,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env={**environment, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        try:
            yield log
        finally:
            process.terminate()
            process.wait(30)


def said(log: Path, pattern: str, times: int = 1) -> str:
    """Wait until a log says something; give the last of it."""
    over = time.monotonic() + _PATIENCE
    while time.monotonic() < over:
        found = re.findall(pattern, log.read_text(encoding="utf-8"))
        if len(found) >= times:
            return str(found[-1])
        time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))
