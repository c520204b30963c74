"""Keep two runs from working in one folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from plantrack_nb.core.errors import OutputError
from plantrack_nb.core.files import make_folder

if TYPE_CHECKING:
    from pathlib import Path

LOCK = ".lock"


@contextmanager
def held(folder: Path, wait: float = 60.0) -> Iterator[None]:
    """Keep other runs out of ``folder``; wait up to ``wait`` seconds for one that is there.

    The system lets go of the lock when the process ends, however it ends.

    Raises
    ------
    OutputError
        Another run holds it, or the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    make_folder(folder)
    lock = FileLock(folder / LOCK, timeout=wait)
    try:
        lock.acquire()
    except Timeout:
        raise OutputError(
            "Another run is at work in this folder.",
            where=str(folder),
            why=f"it did not finish within {wait:.0f} seconds",
            hint="Wait until it has ended, then run again.",
        ) from None
    except OSError as error:
        raise OutputError(
            "The output folder cannot be written.",
            where=str(folder),
            why=str(error.strerror),
            hint="Choose a folder you may write to.",
        ) from error
    try:
        yield
    finally:
        lock.release()
