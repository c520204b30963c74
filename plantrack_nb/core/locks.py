"""One at a time in a folder: whoever else wants to write there waits, or is told who is at work.

The lock is the system's own and ends with the process that holds it, however that ends. Some
network drives have none: there a file stands for it, which names its owner. One whose owner is
known to have ended is taken over; of any other it is said whose it is and what to do.
"""

from __future__ import annotations

import errno
import math
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Final
from weakref import WeakValueDictionary

from plantrack_nb.core.disk import told
from plantrack_nb.core.errors import OutputError
from plantrack_nb.core.files import make_folder
from plantrack_nb.core.language import say

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK: Final = ".lock"
MARKER: Final = ".lock.held"
"""Stands in a folder of a drive without locks as long as somebody writes there."""

PATIENCE: Final = 60.0
"""Seconds to wait for somebody else; for many, one after the other, as long for each."""

_POLL = 0.02
_GLANCE = 1.0  # seconds between two looks whether those at work have changed
_QUEUE = 20
"""So many times as long somebody waits as others come and go: each of them does its work."""

_FOR_ALL = 0o666  # several accounts share an office's folder, and the file holds nothing
_NO_LOCKS = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL}
_HELD = {errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK}
_NAMESPACE = "?"  # filelock writes behind it which container of the machine it is


_LEFT: dict[Path, float] = {}
"""When this process last let go of a folder in which it changed a file."""


class _Turn:
    """Whose turn it is among the threads of this process, and how many have had it."""

    def __init__(self) -> None:
        self.lock, self.count = threading.Lock(), 0

    def take(self, wait: float) -> bool:
        return _in_turn(wait, lambda span: self.lock.acquire(timeout=span), lambda: (self.count, 0))


_INSIDE: WeakValueDictionary[Path, _Turn] = WeakValueDictionary()
_INSIDE_GUARD = threading.Lock()
"""Threads of one process wait for each other here, and one at a time outside of it."""


class _Mine(threading.local):
    """Folders in which this thread is changing a file."""

    def __init__(self) -> None:
        self.folders: set[Path] = set()


_MINE = _Mine()


@contextmanager
def held(folder: Path, wait: float = PATIENCE) -> Iterator[None]:
    """Keep everybody else out of ``folder``; wait up to ``wait`` seconds for who is there.

    Whoever waits for several, who come and go, waits for each of them.

    Raises
    ------
    OutputError
        Somebody else holds it, or the folder cannot be written.
    """
    make_folder(folder)
    turn = _turn(folder)
    if not turn.take(wait):
        raise _at_work(folder, wait)
    turn.count += 1
    try:
        taken = _taken(folder, wait)
        try:
            yield
        finally:
            with suppress(OSError):  # the work is done, and the next one tells of a bad drive
                taken.close()
    finally:
        turn.lock.release()


def _turn(folder: Path) -> _Turn:
    with _INSIDE_GUARD:
        return _INSIDE.setdefault(folder.absolute(), _Turn())


@contextmanager
def changing(path: Path, wait: float = PATIENCE) -> Iterator[None]:
    """Let nobody else change ``path`` while it is read, changed and written.

    Whoever is changing it may say so again in the same thread.

    Raises
    ------
    OutputError
        Somebody else is changing it, or its folder cannot be written.
    """
    folder = path.parent.absolute()
    if folder in _MINE.folders:
        yield
        return
    _give_way(folder)
    with held(folder, wait):
        _MINE.folders.add(folder)
        try:
            yield
        finally:
            _MINE.folders.discard(folder)
    _LEFT[folder] = time.monotonic()


def _give_way(folder: Path) -> None:
    """Let those who wait go first: whoever comes back at once would always be before them."""
    if time.monotonic() - _LEFT.get(folder, -math.inf) < 2 * _POLL:
        time.sleep(2 * _POLL)


def _taken(folder: Path, wait: float) -> ExitStack:
    """Take the system's lock, or the file that stands for it; both where such a file stands."""
    from filelock import SoftFileLock, Timeout

    with ExitStack() as stack:
        try:
            lock = _system_lock(folder, wait)
            if lock is not None:
                stack.callback(lock.release)
                with suppress(OSError):  # tells those who wait that somebody else is at work now
                    os.utime(folder / LOCK)
            if lock is None or (folder / MARKER).exists():
                marker = SoftFileLock(folder / MARKER, poll_interval=_POLL)
                _await(marker, folder, wait)
                stack.callback(marker.release)
        except Timeout:
            raise _at_work(folder, wait) from None
        except OSError as error:
            why, hint = told(error)
            raise OutputError(
                say("เขียนในโฟลเดอร์นี้ไม่ได้", "The folder cannot be written."),
                where=str(folder),
                why=why,
                hint=hint,
            ) from error
        return stack.pop_all()


def _system_lock(folder: Path, wait: float) -> BaseFileLock | None:
    """Take the system's lock; None where the drive has none."""
    from filelock import FileLock, Timeout

    path = folder / LOCK
    lock = FileLock(path, mode=_FOR_ALL, poll_interval=_POLL, fallback_to_soft=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        if not _has_locks(folder):
            return None
        _await(lock, folder, wait)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
        return None
    return lock


def _await(lock: BaseFileLock, folder: Path, wait: float) -> None:
    """Wait for a lock; filelock's Timeout after ``wait`` seconds of one and the same owner."""
    from filelock import Timeout

    def acquired(span: float) -> bool:
        try:
            lock.acquire(timeout=span)
        except Timeout:
            return False
        return True

    if not _in_turn(wait, acquired, lambda: (_when(folder / LOCK), _when(folder / MARKER))):
        raise Timeout(lock.lock_file)


def _when(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _in_turn(
    wait: float, acquire: Callable[[float], bool], at_work: Callable[[], tuple[int, int]]
) -> bool:
    """Try to acquire something; as long as those at work change, begin to wait anew."""
    end = time.monotonic() + wait * _QUEUE
    owner, until = at_work(), time.monotonic() + wait
    while True:
        span = min(_GLANCE, max(0.0, until - time.monotonic()), wait / 2)
        if acquire(span):
            return True
        now = time.monotonic()
        if (then := at_work()) != owner and now < end:
            owner, until = then, now + wait
        elif now >= until:
            return False


def _has_locks(folder: Path) -> bool:
    """Try a lock that nobody else can hold: some drives refuse all with "somebody holds it"."""
    if sys.platform == "win32":
        return True
    with TemporaryFile(dir=folder) as trial:
        try:
            fcntl.flock(trial, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in _NO_LOCKS | _HELD:
                raise
            return False
    return True


def _at_work(folder: Path, wait: float) -> OutputError:
    marker = folder / MARKER
    owner = _owner(marker)
    hint = say("รอให้เสร็จ แล้วทำใหม่อีกครั้ง", "Wait until it has ended, then do this once more.")
    if owner:
        hint += say(
            f" ถ้าไม่มีโปรแกรมนั้นทำงานอยู่แล้ว ให้ลบ {marker} ก่อน",
            f" If there is no such process any more, remove {marker} first.",
        )
    return OutputError(
        say("มีผู้อื่นกำลังเขียนในโฟลเดอร์นี้", "Somebody else is writing in this folder."),
        where=str(folder),
        why=say(
            f"{owner or 'คำสั่งหรือหน้าต่างอื่น'} ยังใช้อยู่ รอแล้ว {wait:.0f} วินาที",
            f"{owner or 'another run or window'} has it still, after {wait:.0f} seconds of waiting",
        ),
        hint=hint,
    )


def _owner(marker: Path) -> str:
    """Tell whose marker this is and since when; ``""`` where there is none."""
    try:
        since = datetime.fromtimestamp(marker.stat().st_mtime).astimezone()
        number, machine, *_ = [*marker.read_text("utf-8", "replace")[:1000].split("\n"), "", ""]
    except OSError:
        return ""
    where = machine.partition(_NAMESPACE)[0]
    who = f"process {number} on {where}" if machine else "a process"
    whose = f"โปรเซส {number} บนเครื่อง {where}" if machine else "โปรเซสหนึ่ง"
    return say(
        f"{whose} ซึ่งเริ่มเมื่อ {since:%Y-%m-%d %H:%M}", f"{who}, at work since {since:%Y-%m-%d %H:%M},"
    )
