"""The one module that writes files, and opens small ones of an office with care.

A file is written under another name in the same folder, brought to the disk, then renamed: it
appears whole or not at all. Whatever stops the program, a reader finds the previous file or the
new one, never half of one. One run at a time works in a folder.
"""

from __future__ import annotations

import errno
import filecmp
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from plantrack_nb.core.errors import OutputError

LOCK = ".lock"
_MEGABYTE = 1_000_000
_PART = re.compile(r"^\..+\.[0-9a-f]{12}\.part$")
_LONGEST_NAME = 255
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_NOT_IN_NAMES = re.compile(r'[/\\:*?"<>|]')
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}
_WHY = {
    errno.ENOSPC: ("the disk is full", "Free some space, then run again."),
    errno.EDQUOT: ("the disk quota is used up", "Free some space, then run again."),
    errno.EIO: (
        "the disk reported a fault",
        "Check the disk or the network drive, then run again.",
    ),
    errno.EROFS: ("the folder is read-only", "Choose another output folder."),
    errno.EACCES: ("permission was refused", "Choose a folder you may write to."),
    errno.EPERM: ("permission was refused", "Choose a folder you may write to."),
    errno.EBUSY: ("the file is in use", "Close the program that has it open, then run again."),
    errno.ENAMETOOLONG: ("the name is too long", "Choose a shorter name or folder."),
    errno.ENOTDIR: ("a part of the path is a file", "Choose another output folder."),
    errno.EISDIR: ("a folder has this name", "Move the folder away or choose another name."),
    errno.EEXIST: ("a file has the name of a folder", "Choose another output folder."),
}


def write_bytes(path: Path, data: bytes) -> bool:
    """Write ``data`` to ``path``; return False when it held just that and was left alone.

    Raises
    ------
    OutputError
        It cannot be written; the previous file, if any, is untouched.
    """
    if _holds(path, data):
        return False
    with writing(path) as part, part.open("wb") as stream:
        stream.write(data)
    return True


def write_text(path: Path, text: str) -> bool:
    r"""Write ``text`` as UTF-8 with ``\n`` line ends; see :func:`write_bytes`."""
    return write_bytes(path, text.replace("\r\n", "\n").encode("utf-8"))


@contextmanager
def writing(path: Path) -> Iterator[Path]:
    """Give a temporary path beside ``path`` to write to; at the end it becomes ``path``.

    For libraries that want a file name. On an error the temporary file is removed and the
    previous file stays; equal content leaves the previous file, and its time, as it was.

    Raises
    ------
    OutputError
        It cannot be written; the previous file, if any, is untouched.
    """
    part = _part_of(path)
    try:
        with _reported(path, part):
            make_folder(path.parent)
            part.touch(exist_ok=False)
            yield part
            _sync(part)
            if path.is_file() and filecmp.cmp(part, path, shallow=False):
                return
            part.replace(path)
            _sync_folder(path.parent)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def make_folder(folder: Path) -> Path:
    """Make ``folder`` and those above it, so that they outlast a power cut."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    with _reported(folder):
        for one in reversed(missing):
            one.mkdir(exist_ok=True)
            _sync_folder(one.parent)
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    return folder


def sweep(folder: Path, *, deep: bool = True) -> list[Path]:
    """Remove what a killed run left half-written in ``folder``, and below it when ``deep``.

    Return what was removed. Call it only while no other run writes there.
    """
    left = folder.rglob(".*.part") if deep else folder.glob(".*.part")
    stale = [one for one in sorted(left) if _PART.match(one.name)]
    with _reported(folder):
        for one in stale:
            one.unlink(missing_ok=True)
    return stale


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


def opened(path: Path, *, largest_mb: int = 10) -> TextIO:
    """Open a small UTF-8 text, with or without a byte order mark; line ends are left as they are.

    A pipe or a device in its place, which would never end, is refused.

    Parameters
    ----------
    path : Path
        The file.
    largest_mb : int
        What is larger, in megabytes, is no file of parameters.

    Raises
    ------
    OSError
        It is missing, may not be read, is no ordinary file, or is too large.
    """
    size = path.stat().st_size
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder", str(path))
    if not path.is_file():
        raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
    if size > largest_mb * _MEGABYTE:
        raise OSError(errno.EFBIG, f"it is larger than {largest_mb} MB", str(path))
    return path.open(encoding="utf-8-sig", newline="")


def safe_child(root: Path, *parts: str) -> Path:
    """Join single names to ``root``, refusing whatever could lead out of it.

    Raises
    ------
    OutputError
        A part is empty, is no plain file name on every system, or is a link leading out.
    """
    for part in parts:
        _check_name(part)
    path = root.joinpath(*parts)
    if not path.resolve().is_relative_to(root.resolve()):
        raise OutputError(
            "A path leads out of the output folder.",
            where=str(path),
            why=f"it is a link to {path.resolve()}",
            hint="Remove the link.",
        )
    return path


def _check_name(part: str) -> None:
    too_long = len(part.encode("utf-8", "surrogatepass")) > _LONGEST_NAME
    plain = part.strip() == part and not part.endswith(".") and not _RESERVED.match(part)
    if not part or too_long or not plain or _NOT_IN_NAMES.search(part) or not part.isprintable():
        raise OutputError(
            "A name cannot be used for a file or folder.",
            where=repr(part[:80]),
            why="it is too long" if too_long else "it is not a plain file name on every system",
            hint="Use letters, digits, '-' and '_'.",
        )


def _part_of(path: Path) -> Path:
    name = path.name.encode("utf-8")[: _LONGEST_NAME - 20].decode("utf-8", "ignore")
    return path.with_name(f".{name}.{secrets.token_hex(6)}.part")


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no way to bring a folder to the disk
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


@contextmanager
def _reported(path: Path, *own: Path) -> Iterator[None]:
    """Turn a system error about ``path`` into ours; leave one about another file alone."""
    try:
        yield
    except OSError as error:
        about = Path(os.fsdecode(error.filename)) if error.filename is not None else path
        if error.errno not in _WHY or about not in (path, *path.parents, *own):
            raise
        why, hint = _WHY[error.errno]
        raise OutputError(
            f"Cannot write {path.name}; no half-written file is left.",
            where=str(path),
            why=f"{why} ({error.strerror})",
            hint=hint,
        ) from error
