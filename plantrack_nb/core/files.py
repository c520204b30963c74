"""The one module that writes files, and opens small ones of an office with care.

A file is written under another name in the same folder, brought to the disk, then renamed: it
appears whole or not at all. Whatever stops the program, a reader finds the previous file or the
new one, never half of one; what a killed program left of a file goes when that file is written
again. Who may write in a folder at a time: :mod:`plantrack_nb.core.locks`.
"""

from __future__ import annotations

import errno
import filecmp
import os
import re
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
from typing import TextIO

from plantrack_nb.core.disk import bring, bring_folder, reported
from plantrack_nb.core.errors import OutputError, SourceError
from plantrack_nb.core.language import say
from plantrack_nb.core.letters import seen, unseen

if sys.platform != "win32":
    import fcntl

_MEGABYTE = 1_000_000
_PART = re.compile(r"^\..+\.[0-9a-f]{12}\.part$")
_LONGEST_NAME = 255
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_NOT_IN_NAMES = re.compile(r'[/\\:*?"<>|]')


def write_bytes(path: Path, data: bytes) -> bool:
    """Write ``data`` to ``path``; return False when it held just that and was left alone.

    Raises
    ------
    OutputError
        It cannot be written; the previous file, if any, is untouched.
    """
    if _holds(path, data):
        _tidy(path)
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
    part = part_of(path)
    handle = -1
    try:
        with reported(path, part):
            make_folder(path.parent)
            _tidy(path)
            handle = _begun(part)
            yield part
            bring(part)
            if path.is_file() and not path.is_symlink() and filecmp.cmp(part, path, shallow=False):
                return
            part.replace(path)
            bring_folder(path.parent)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        if handle >= 0:
            os.close(handle)


def part_of(path: Path) -> Path:
    """Name a temporary file beside ``path``; :func:`sweep` knows it."""
    name = path.name.encode("utf-8")[: _LONGEST_NAME - 20].decode("utf-8", "ignore")
    return path.with_name(f".{name}.{secrets.token_hex(6)}.part")


def make_folder(folder: Path) -> Path:
    """Make ``folder`` and those above it, so that they outlast a power cut."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    with reported(folder):
        for one in reversed(missing):
            one.mkdir(exist_ok=True)
            bring_folder(one.parent)
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    return folder


def sweep(folder: Path, *, deep: bool = True) -> list[Path]:
    """Remove what a killed run left half-written in ``folder``, and below it when ``deep``.

    Return what was removed. Call it only while no other run writes there; a single file that
    somebody else is writing just now stays, where the drive has locks to tell it by.
    """
    left = folder.rglob(".*.part") if deep else folder.glob(".*.part")
    found = [one for one in sorted(left) if _PART.match(one.name)]
    stale = [one for one in found if _is_written(str(one)) is not True]
    with reported(folder):
        for one in stale:
            one.unlink(missing_ok=True)
    return stale


def present(path: Path) -> bool:
    """Tell whether anything has this name: what is no ordinary file is told when it is opened."""
    return os.path.lexists(path)


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
        raise IsADirectoryError(errno.EISDIR, say("เป็นโฟลเดอร์", "it is a folder"), str(path))
    if not path.is_file():
        raise OSError(errno.EINVAL, say("ไม่ใช่แฟ้มธรรมดา", "it is no ordinary file"), str(path))
    if size > largest_mb * _MEGABYTE:
        raise OSError(
            errno.EFBIG,
            say(f"ใหญ่กว่า {largest_mb} MB", f"it is larger than {largest_mb} MB"),
            str(path),
        )
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
            say("ที่อยู่นี้ออกไปนอกโฟลเดอร์ผลลัพธ์", "A path leads out of the output folder."),
            where=str(path),
            why=say(f"เป็นลิงก์ไปที่ {path.resolve()}", f"it is a link to {path.resolve()}"),
            hint=say("ลบลิงก์นั้น", "Remove the link."),
        )
    return path


def check_links(*folders: Path) -> None:
    """Refuse folders in which a link leads to another folder: nothing is written through it.

    Raises
    ------
    OutputError
        There is one.
    """
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_symlink() and path.is_dir():
                raise OutputError(
                    say("มีลิงก์ที่ออกไปนอกโฟลเดอร์ของรอบ", "A link leads out of a round's folder."),
                    where=str(path),
                    why=say(f"เป็นลิงก์ไปที่ {path.resolve()}", f"it is a link to {path.resolve()}"),
                    hint=say("ลบลิงก์นั้น แล้วสั่งใหม่", "Remove the link, then run again."),
                )


def check_shown(path: Path) -> None:
    """Refuse a path with a character that nobody can see: no page or message could name it.

    Raises
    ------
    SourceError
        There is one; a name that is no UTF-8 has halves of characters.
    """
    if odd := unseen(str(path)):
        raise SourceError(
            say(
                "ชื่อแฟ้มหรือโฟลเดอร์มีอักขระที่มองไม่เห็น",
                "The name of a file or folder holds a character that nobody can see.",
            ),
            where=seen(str(path)),
            why=say(f"คือ {odd}", f"it is {odd}"),
            hint=say("เปลี่ยนชื่อแฟ้มหรือโฟลเดอร์", "Give the file or folder another name."),
        )


def _check_name(part: str) -> None:
    too_long = len(part.encode("utf-8", "surrogatepass")) > _LONGEST_NAME
    plain = part.strip() == part and not part.endswith(".") and not _RESERVED.match(part)
    if not part or too_long or not plain or _NOT_IN_NAMES.search(part) or not part.isprintable():
        raise OutputError(
            say("ชื่อนี้ใช้เป็นชื่อแฟ้มหรือโฟลเดอร์ไม่ได้", "A name cannot be used for a file or folder."),
            where=repr(part[:80]),
            why=say("ยาวเกินไป", "it is too long")
            if too_long
            else say("ใช้ไม่ได้ในทุกระบบ", "it is not a plain file name on every system"),
            hint=say("ใช้ตัวอักษร ตัวเลข - และ _", "Use letters, digits, '-' and '_'."),
        )


def _holds(path: Path, data: bytes) -> bool:
    try:
        state = path.lstat()  # a link is replaced, also by what it leads to
        if not S_ISREG(state.st_mode) or state.st_size != len(data):
            return False
        return path.read_bytes() == data
    except OSError:
        return False


def _begun(part: Path) -> int:
    """Make an empty temporary file, locked as long as it is written to; return its handle, or -1.

    Where there are no locks, nobody can tell it from one that was left behind, and nobody does.
    """
    handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
    if sys.platform == "win32":  # an open file could not be renamed
        os.close(handle)
        return -1
    with suppress(OSError):
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return handle


def _tidy(path: Path) -> None:
    """Remove what a killed program left half-written of this very file."""
    head = part_of(path).name[: -len("0123456789ab.part")]
    with suppress(OSError), os.scandir(path.parent) as entries:
        named = [one for one in entries if one.name.startswith(head) and _PART.match(one.name)]
        for one in named:
            if _is_written(one.path) is False:
                Path(one.path).unlink(missing_ok=True)


def _is_written(part: str) -> bool | None:
    """Tell whether somebody is writing a temporary file; None where nobody can tell."""
    if sys.platform == "win32":
        return None
    try:
        handle = os.open(part, os.O_RDWR | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return None
    else:
        return False
    finally:
        os.close(handle)
