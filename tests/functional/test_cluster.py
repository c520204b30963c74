"""``plantrack run --cluster`` against a real Dask scheduler with two workers, on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.made_project import ledgers, made_bytes, made_project

from benchmarks.local_cluster import part, said, scheduler, workers
from plantrack_nb.cli.failures import guarded

pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")
pytestmark = pytest.mark.slow

SOURCES = {"7301": "right", "7302": "wrong", "1101": "spoilt", "1001": "right"}
ROUND = ("--year", "2565", "--quarter", "2", "--input", "received")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a scheduler."""
    with scheduler(tmp_path_factory.mktemp("dask")) as where:
        yield where


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
    address: str, home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Two workers of a cluster make what local workers make, and tell failures as they do."""
    with workers(home.parent, address, 2):
        assert run("--cluster", address, "--out", "there") == 3
        assert "4 rounds: 2 done, 1 findings, 1 failed." in capfd.readouterr().out
    assert run("--out", "here", "--jobs", "2") == 3
    there, here = made_bytes(home / "there"), made_bytes(home / "here")
    assert [*there] == [*here]
    text = {name: data.replace(b"there/", b"here/") for name, data in there.items()}
    assert [name for name in here if here[name] != text[name] and "failed" not in name] == []
    assert ledgers(home / "there")["1101"]["state"] == "failed"


def test_workers_that_would_not_do_are_refused(
    address: str, home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """No workers, workers with threads, and nobody at the address are each told before a start."""
    assert run("--cluster", address) == 2
    assert "it has no workers" in capfd.readouterr().err
    crowded = ("--nthreads", "2", "--no-dashboard", "--host", "127.0.0.1", "--no-nanny")
    with part(home.parent, "worker", address, *crowded) as log:
        said(log, r"Registered to")
        assert run("--cluster", address) == 2
        assert "workers with several threads" in capfd.readouterr().err
    assert run("--cluster", "nowhere:1") == 2
    assert "The cluster cannot be used." in capfd.readouterr().err
    assert not list(home.glob("outputs/*/*/*/report.html"))
