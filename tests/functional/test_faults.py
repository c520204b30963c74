"""Whatever stops a run, what was whole stays whole, and a plain second run ends the same.

A sample of the points at which a run touches its output folder is tried here. All of them:

    PLANTRACK_ALL_FAULTS=1 .venv/bin/pytest -rP tests/functional/test_faults.py
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from helpers.faults import FIRST, SECOND, Bench, contents, half_written

from plantrack_nb.run.ledger import LEDGER

if TYPE_CHECKING:
    from helpers.traced import Call, Ending

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="strace injects faults on Linux only"),
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]
ALL = bool(os.environ.get("PLANTRACK_ALL_FAULTS"))
_FAULTS = {
    "signal=KILL": ("openat", "write", "fsync", "rename", "mkdir", "unlink"),
    "error=ENOSPC": ("openat", "write", "fsync", "mkdir"),
    "error=EIO": ("openat", "write", "fsync", "rename"),
}
_WHEN_READING = "error=EIO"
_SAMPLE = 4


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Bench:
    """Make a small project whose round was made once, and whose source has changed since."""
    return Bench(tmp_path_factory.mktemp("faults"), root / "params" / "districts.csv").prepare()


@pytest.fixture(scope="module", params=[FIRST, SECOND])
def start(request: pytest.FixtureRequest) -> str:
    """Say what there is when the run begins."""
    return str(request.param)


@pytest.fixture(scope="module")
def calls(bench: Bench, start: str) -> list[Call]:
    """List what a run does to its output folder."""
    try:
        return bench.calls(start)
    except PermissionError as refused:
        pytest.skip(f"strace may not trace here: {refused}")


@pytest.mark.parametrize("what", _FAULTS)
def test_a_fault_loses_nothing(bench: Bench, start: str, calls: list[Call], what: str) -> None:
    """Killed, out of space or at a bad disk, anywhere: the next run has the same bytes."""
    points = [one for one in calls if one.name in _FAULTS[what]]
    points = [one for one in points if not one.reads or what == _WHEN_READING]
    assert {one.name for one in points} >= {"write", "fsync"}
    tried = _chosen(points)
    wrong = [told for call in tried for told in _wrong(bench, start, call, what)]
    counts = Counter(call.name for call in tried)
    sys.stdout.write(f"{what} at {len(tried)} points of a run over {start}: {dict(counts)}\n")
    assert wrong == [], "\n\n".join(wrong)


def _wrong(bench: Bench, start: str, call: Call, what: str) -> Iterator[str]:
    """Give a message about what a fault at this call spoils; none as a rule."""
    ending = bench.fault(start, call, what)
    told = f"{what} at {call.name} {call.number}: {call.text[:100]}\n{ending.said}"
    try:
        _check_whole(bench, start, told)
        _check_said(ending, what, told)
        again = bench.run()
        assert again.code == 0, told + again.said
        assert contents(bench.home) == contents(bench.folder / "after"), told
    except AssertionError as error:
        yield str(error)


def _chosen(points: list[Call]) -> list[Call]:
    """Take all, or a few, evenly spread over the run."""
    if ALL:
        return points
    return [points[at * len(points) // _SAMPLE] for at in range(_SAMPLE)]


def _check_whole(bench: Bench, start: str, told: str) -> None:
    """Check that every file is the one before or the one after, and none is gone.

    What tells of the failure itself is neither, but it is whole.
    """
    before, after = contents(bench.folder / start), contents(bench.folder / "after")
    now = contents(bench.home)
    for name in half_written(now):
        del now[name]
    assert set(before) <= set(now), told
    for name, data in now.items():
        if name.endswith("index.html"):
            assert data.endswith(b"</html>"), f"{name} is torn\n{told}"
        elif name.endswith((LEDGER, ".failed.ipynb")):
            assert json.loads(data), f"{name} is torn\n{told}"
        else:
            assert data in (before.get(name), after.get(name)), f"{name} is torn\n{told}"


def _check_said(ending: Ending, what: str, told: str) -> None:
    """Check that a killed run says nothing, and any other what happened and what to do."""
    assert "Traceback" not in ending.said, told
    assert "fault of its own" not in ending.said, told
    if what == "signal=KILL":
        assert ending.code == -9, told
    elif ending.code:
        assert ending.code == 2, told
        assert "Error: " in ending.said, told
        assert "do: " in ending.said, told
