"""Several people write one file at once: what each was told is done must stand in it.

    python -m benchmarks.people --rounds 10

Writers are threads or processes; the drive is this one, or one whose locks fail as those of
network shares do. One line a run; the last says what was lost in all, which must be nothing.
"""

from __future__ import annotations

import argparse
import errno
import fcntl
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from unittest import mock

from plantrack_nb.check.waiver_file import add_waiver
from plantrack_nb.check.waivers import Waiver, read_waivers
from plantrack_nb.core.corrections import Correction, add_corrections, read_corrections
from plantrack_nb.core.errors import OutputError
from plantrack_nb.forms.notes import Kind, Note, add_notes, read_notes
from plantrack_nb.year.confirmed import Confirmed, confirm, read_confirmed

DRIVES = {"normal": 0, "no locks": errno.ENOLCK, "not supported": errno.EOPNOTSUPP}
DRIVES["refused"] = errno.EACCES
"""What asking for a lock gives there."""


@dataclass(frozen=True)
class FileOfPeople:
    """One file that people change: its name, how to add an entry to it, and the entries in it."""

    name: str
    add: Callable[[Path, str], object]
    read: Callable[[Path], list[str]]


def _waive(path: Path, entry: str) -> None:
    until = date(2022, 9, 30)
    add_waiver(path, Waiver(finding=entry, reason="ตรวจแล้ว", who="ผู้บันทึก", until=until))


def _correct(path: Path, entry: str) -> None:
    """Add a correction; whoever comes second is told, and does it once more."""
    place = ("projects", entry, "name")
    one = Correction(1, *place, "", "ก", "ตรวจแล้ว", "ผู้บันทึก", "ก", "2022-04-22", "ก")
    while True:
        try:
            add_corrections(path, read_corrections(path), [one])
        except OutputError as error:
            if "just now" not in str(error):
                raise
        else:
            return


FILES = (
    FileOfPeople("waivers.yaml", _waive, lambda path: [one.finding for one in read_waivers(path)]),
    FileOfPeople(
        "notes.jsonl",
        lambda path, entry: add_notes(path, [Note(entry, Kind.ASKED, "ก", "ข", "2022-04-22")]),
        lambda path: [one.finding for one in read_notes(path)],
    ),
    FileOfPeople(
        "corrections.jsonl", _correct, lambda path: [one.row for one in read_corrections(path)]
    ),
    FileOfPeople(
        "identity.csv",
        lambda path, entry: confirm(path, [Confirmed("2565-q1", entry, "")]),
        lambda path: [one.project_no for one in read_confirmed(path)],
    ),
)


@contextmanager
def drive(code: int) -> Iterator[None]:
    """Let every lock of this process fail with ``code``; 0 leaves them as they are."""
    if not code:
        yield
        return
    with mock.patch.object(fcntl, "flock", side_effect=OSError(code, os.strerror(code))):
        yield


def lost(
    folder: Path, which: FileOfPeople, *, writers: int, entries: int, processes: bool, code: int
) -> list[str]:
    """Let many write, and list what they were told is done that does not stand there just once.

    Raises
    ------
    PlantrackError
        A writer was refused.
    """
    path = folder / which.name
    write = partial(_write, which.name, path, entries, code)
    with drive(0 if processes else code), _executor(writers, processes=processes) as executor:
        done = [one for many in executor.map(write, range(writers)) for one in many]
    stands = Counter(which.read(path))
    return [one for one in done if stands[one] != 1]


def _write(name: str, path: Path, entries: int, code: int, writer: int) -> list[str]:
    which = next(one for one in FILES if one.name == name)
    done = [f"rule-{writer}-{number}" for number in range(entries)]
    with drive(code if get_context().parent_process() else 0):
        for one in done:
            which.add(path, one)
    return done


def _executor(writers: int, *, processes: bool) -> Executor:
    if processes:
        return ProcessPoolExecutor(writers, mp_context=get_context("spawn"))
    return ThreadPoolExecutor(writers)


def main(arguments: Sequence[str]) -> int:
    """Measure and print; 1 when anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--entries", type=int, default=50)
    parser.add_argument("--writers", type=int, nargs="+", default=[3, 10])
    parser.add_argument("--files", nargs="+", default=["waivers.yaml", "notes.jsonl"])
    parser.add_argument("--drives", nargs="+", default=[*DRIVES])
    asked = parser.parse_args(arguments)
    missing = runs = 0
    for number in range(asked.rounds):
        for which, writers, processes, name in product(
            [one for one in FILES if one.name in asked.files],
            asked.writers,
            (False, True),
            asked.drives,
        ):
            began = time.monotonic()
            with tempfile.TemporaryDirectory() as folder:
                gone = lost(
                    Path(folder),
                    which,
                    writers=writers,
                    entries=asked.entries,
                    processes=processes,
                    code=DRIVES[name],
                )
            missing, runs = missing + len(gone), runs + 1
            how = "processes" if processes else "threads"
            took = time.monotonic() - began
            print(
                f"{number + 1}: {which.name}, {writers} {how} x {asked.entries}, {name}: "
                f"{len(gone)} lost, {took:.1f} s",
                flush=True,
            )
    print(f"{runs} runs, {missing} entries lost.")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
