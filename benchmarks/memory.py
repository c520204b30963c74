"""Watch the memory of the workers of a command while it runs (Linux)."""

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
    """Megabytes that each worker held, as time went on, and the most it ever held."""

    held: dict[int, list[float]] = field(default_factory=dict)
    most: dict[int, float] = field(default_factory=dict)

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
        command = _status(folder.parent / values["PPid"][0])
    except (OSError, KeyError):
        return
    if "VmRSS" in values and int(command["PPid"][0]) == os.getpid():
        number = int(folder.name)
        found.held.setdefault(number, []).append(int(values["VmRSS"][0]) / 1024)
        found.most[number] = int(values["VmHWM"][0]) / 1024


def _status(folder: Path) -> dict[str, list[str]]:
    lines = (folder / "status").read_text(encoding="utf-8").splitlines()
    return {line.partition(":")[0]: line.partition(":")[2].split() for line in lines}
