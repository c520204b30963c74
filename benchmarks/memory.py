"""Watch the memory and the open files of a command's workers while it runs (Linux)."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

_EVERY = 0.5


@dataclass
class Watched:
    """Megabytes that each worker held, as time went on, and the most it ever held; open files."""

    held: dict[int, list[float]] = field(default_factory=dict)
    most: dict[int, float] = field(default_factory=dict)
    opened: dict[int, list[int]] = field(default_factory=dict)

    @property
    def peak(self) -> float:
        """The most that any worker held."""
        return max(self.most.values(), default=0.0)

    @property
    def growth(self) -> float:
        """Median of the last quarter over that of the second, of the worker that grew most."""
        grown = [1.0]
        for one in self.held.values():
            quarter = len(one) // 4
            if quarter >= 4:
                grown.append(median(one[-quarter:]) / median(one[quarter : 2 * quarter]))
        return max(grown)

    @property
    def most_open(self) -> int:
        """The most files that any worker had open at a time."""
        return max((max(one) for one in self.opened.values()), default=0)

    @property
    def growth_of_open(self) -> float:
        """How many more files were open in the last quarter than in the second (medians)."""
        grown = [0.0]
        for one in self.opened.values():
            quarter = len(one) // 4
            if quarter >= 4:
                grown.append(median(one[-quarter:]) - median(one[quarter : 2 * quarter]))
        return max(grown)


@contextmanager
def watched() -> Iterator[Watched]:
    """Watch the spawned workers of every command that this process starts in the body."""
    found, over = Watched(), threading.Event()

    def look() -> None:
        while not over.wait(_EVERY):
            for folder in Path("/proc").glob("[0-9]*"):
                _note(folder, found)

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        over.set()
        thread.join()


def _note(folder: Path, found: Watched) -> None:
    try:
        if b"spawn_main" not in (folder / "cmdline").read_bytes():
            return
        values = _status(folder)
        ours = os.getpid() in _above(folder)
        count = sum(1 for _ in (folder / "fd").iterdir())
    except (OSError, KeyError):
        return
    if "VmRSS" in values and ours:
        number = int(folder.name)
        found.opened.setdefault(number, []).append(count)
        found.held.setdefault(number, []).append(int(values["VmRSS"][0]) / 1024)
        found.most[number] = int(values["VmHWM"][0]) / 1024


def _above(folder: Path) -> Iterator[int]:
    """Yield the numbers of the processes above one, nearest first."""
    while (number := int(_status(folder)["PPid"][0])) > 1:
        yield number
        folder = folder.with_name(str(number))


def _status(folder: Path) -> dict[str, list[str]]:
    lines = (folder / "status").read_text(encoding="utf-8").splitlines()
    return {line.partition(":")[0]: line.partition(":")[2].split() for line in lines}
