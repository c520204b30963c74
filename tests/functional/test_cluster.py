"""``plantrack run --cluster`` against a real Dask scheduler with two workers, on loopback."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from helpers.made_project import ledgers, made_bytes, made_project

from plantrack_nb.cli.console import guarded

pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")
pytestmark = pytest.mark.slow

SOURCES = {"7301": "right", "7302": "wrong", "1101": "spoilt", "1001": "right"}
ROUND = ("--year", "2565", "--quarter", "2", "--input", "received")


@contextmanager
def dask(folder: Path, *words: str) -> Iterator[Path]:
    """Start a part of a cluster; give the file that its log goes to."""
    log = folder / f"{words[0]}-{time.monotonic_ns()}.log"
    with log.open("w", encoding="utf-8") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:]],
            stdout=stream,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        try:
            yield log
        finally:
            process.terminate()
            process.wait(30)


def said(log: Path, pattern: str, times: int = 1) -> str:
    """Wait until a log says something; give the last of it."""
    for _ in range(600):
        found = re.findall(pattern, log.read_text(encoding="utf-8"))
        if len(found) >= times:
            return str(found[-1])
        time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a scheduler."""
    folder = tmp_path_factory.mktemp("dask")
    with dask(folder, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard") as log:
        yield said(log, r"Scheduler at:\s+(tcp://\S+)")


@pytest.fixture
def home(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project with four sources."""
    made = made_project(tmp_path / "home", root, SOURCES)
    monkeypatch.setenv("PLANTRACK_HOME", str(made))
    monkeypatch.chdir(made)
    return made


def run(*words: str) -> int:
    """Call the command line on the four sources."""
    districts = [word for code in SOURCES for word in ("--district", code)]
    return guarded(["run", *ROUND, *districts, *words])


def test_the_same_bytes_as_local_workers(
    scheduler: str, home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Two workers of a cluster make what local workers make, and tell failures as they do."""
    workers = ("--nworkers", "2", "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1")
    with dask(home.parent, "worker", scheduler, *workers) as log:
        said(log, r"Registered to", times=2)
        assert run("--cluster", scheduler, "--out", "there") == 3
        assert "4 rounds: 2 done, 1 findings, 1 failed." in capfd.readouterr().out
    assert run("--out", "here", "--jobs", "2") == 3
    there, here = made_bytes(home / "there"), made_bytes(home / "here")
    assert [*there] == [*here]
    text = {name: data.replace(b"there/", b"here/") for name, data in there.items()}
    assert [name for name in here if here[name] != text[name] and "failed" not in name] == []
    assert ledgers(home / "there")["1101"]["state"] == "failed"


def test_workers_that_would_not_do_are_refused(
    scheduler: str, home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """No workers, workers with threads, and nobody at the address are each told before a start."""
    assert run("--cluster", scheduler) == 2
    assert "it has no workers" in capfd.readouterr().err
    workers = ("--nthreads", "2", "--no-dashboard", "--host", "127.0.0.1", "--no-nanny")
    with dask(home.parent, "worker", scheduler, *workers) as log:
        said(log, r"Registered to")
        assert run("--cluster", scheduler) == 2
        assert "workers with several threads" in capfd.readouterr().err
    assert run("--cluster", "nowhere:1") == 2
    assert "The cluster cannot be used." in capfd.readouterr().err
    assert not list(home.glob("outputs/*/*/*/report.html"))
