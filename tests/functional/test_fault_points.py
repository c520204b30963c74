"""Every command that writes, killed or refused by the disk at a point of its writing, then again.

A few points of each are tried here; :mod:`test_faults` does the same with ``run``. All of them:

    PLANTRACK_ALL_FAULTS=1 .venv/bin/pytest -rP tests/functional/test_fault_points.py \
        tests/functional/test_faults.py

``PLANTRACK_FAULT_POINTS=20`` tries so many of each command and kind of fault.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from helpers.deeds import DEEDS, Deed, contents, prepare
from helpers.traced import Call, Ending, begin, calls, ended, with_fault

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="strace injects faults on Linux only"),
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]
_MANY = 10**6
POINTS = int(os.environ.get("PLANTRACK_FAULT_POINTS", "2"))
POINTS = _MANY if os.environ.get("PLANTRACK_ALL_FAULTS") else POINTS
_FAULTS = {
    "signal=KILL": ("openat", "write", "fsync", "rename", "mkdir", "unlink"),
    "error=ENOSPC": ("openat", "write", "fsync", "mkdir"),
    "error=EIO": ("write", "fsync", "rename"),
}


@dataclass
class Ground:
    """A project before, what a deed makes of it, and where it is tried."""

    folder: Path
    before: Path
    once: dict[str, dict[str, bytes]] = field(default_factory=dict)
    twice: dict[str, dict[str, bytes]] = field(default_factory=dict)

    @property
    def home(self) -> Path:
        """Where deeds are tried."""
        return self.folder / "home"

    def reset(self) -> None:
        """Put everything back as it was before."""
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.copytree(self.before, self.home)

    def do(self, deed: Deed) -> Ending:
        """Do it with no fault."""
        return ended(begin(self.home, deed.act, self.folder))

    def learn(self, deed: Deed) -> list[Call]:
        """Do it once and twice, and list the calls by which it writes."""
        self.reset()
        found = calls(self.home, deed.act, self.folder, _about(self.home), None)
        self.once[deed.name] = contents(self.home)
        self.do(deed)
        self.twice[deed.name] = contents(self.home)
        return [one for one in found if not one.reads]


def _about(home: Path) -> list[str]:
    """Tell paths in the project: whole ones, and such as begin where the command stands."""
    return [f"{home}/", f'AT_FDCWD<{home}>, "', '.part"']


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Ground:
    """Make the project from which each deed begins."""
    folder = tmp_path_factory.mktemp("deeds")
    return Ground(folder, prepare(folder, root))


@pytest.mark.parametrize("deed", DEEDS, ids=lambda one: one.name)
def test_no_point_of_writing_loses_or_leaves_anything(ground: Ground, deed: Deed) -> None:
    """What was whole stays whole, and done again the same bytes stand there, and nothing else."""
    try:
        found = ground.learn(deed)
    except PermissionError as refused:
        pytest.skip(f"strace may not trace here: {refused}")
    before = contents(ground.before)
    assert ground.once[deed.name] != before, "there was nothing to do"
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for what, names in _FAULTS.items():
        points = [one for one in found if one.name in names]
        for call in _chosen(points):
            counts[what] += 1
            wrong += _wrong(ground, deed, call, what, before)
    sys.stdout.write(f"{deed.name}: {dict(counts)} of {len(found)} calls\n")
    assert wrong == [], "\n\n".join(wrong[:5])


def _chosen(points: list[Call]) -> list[Call]:
    if len(points) <= POINTS:
        return points
    return [points[at * len(points) // POINTS] for at in range(POINTS)]


def _wrong(
    ground: Ground, deed: Deed, call: Call, what: str, before: dict[str, bytes]
) -> Iterator[str]:
    ground.reset()
    ending = with_fault(ground.home, deed.act, ground.folder, call, what)
    told = f"{deed.name}: {what} at {call.name} {call.number}: {call.text[:150]}\n{ending.said}"
    once, twice = ground.once[deed.name], ground.twice[deed.name]
    try:
        now = contents(ground.home)
        whole = {name: data for name, data in now.items() if not name.endswith(".part")}
        for name in set(before) | set(whole):
            known = (before.get(name), once.get(name), twice.get(name))
            assert whole.get(name) in known, f"{name} is torn or lost\n{told}"
        assert "Traceback" not in ending.said, told
        assert "fault of its own" not in ending.said, told
        if what != "signal=KILL" and ending.code not in deed.codes:
            assert "do: " in ending.said, told
        again = ground.do(deed)
        assert again.code in deed.codes or whole == once, told + again.said
        assert contents(ground.home) in (once, twice), _difference(
            contents(ground.home), once, told + again.said
        )
    except AssertionError as error:
        yield str(error)


def _difference(now: dict[str, bytes], once: dict[str, bytes], told: str) -> str:
    names = sorted({*now, *once})
    return f"{[name for name in names if now.get(name) != once.get(name)]}\n{told}"
