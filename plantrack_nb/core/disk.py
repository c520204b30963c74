"""What a disk or a network drive answers, told to a person: what is wrong, and what to do."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from plantrack_nb.core.errors import OutputError
from plantrack_nb.core.language import say

_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}
_CHECK = "Check the disk or the network drive, then run again."
_NOT_YOURS = ("permission was refused", "Choose a folder you may write to.")
_GONE = ("the network drive does not answer", _CHECK)
_WHY: Final = {
    errno.ENOSPC: ("the disk is full", "Free some space, then run again."),
    errno.EDQUOT: ("the disk quota is used up", "Free some space, then run again."),
    errno.EFBIG: (
        "the file is larger than the disk or your account may hold",
        "Choose a disk that takes larger files, or have the limit raised (ulimit -f).",
    ),
    errno.EIO: ("the disk reported a fault", _CHECK),
    errno.ENXIO: ("the disk is not there", _CHECK),
    errno.ENODEV: ("the disk is not there", _CHECK),
    errno.ESTALE: _GONE,
    errno.ETIMEDOUT: _GONE,
    errno.ENOTCONN: _GONE,
    errno.EHOSTDOWN: _GONE,
    errno.EHOSTUNREACH: _GONE,
    errno.EROFS: ("the folder is read-only", "Choose another output folder."),
    errno.EACCES: _NOT_YOURS,
    errno.EPERM: _NOT_YOURS,
    errno.EBUSY: ("the file is in use", "Close the program that has it open, then run again."),
    errno.ETXTBSY: ("the file is in use", "Close the program that has it open, then run again."),
    errno.EMFILE: ("too many files are open", "Close some programs, then run again."),
    errno.ENFILE: ("too many files are open", "Close some programs, then run again."),
    errno.ENAMETOOLONG: ("the name is too long", "Choose a shorter name or folder."),
    errno.ENOTDIR: ("a part of the path is a file", "Choose another output folder."),
    errno.EISDIR: ("a folder has this name", "Move the folder away or choose another name."),
    errno.EEXIST: ("a file has the name of a folder", "Choose another output folder."),
    errno.ENOENT: ("its folder has gone meanwhile", "Run again; it is then made anew."),
    errno.ELOOP: ("a link leads back to itself", "Remove the link."),
    errno.EINVAL: ("the disk does not take this name or this way of writing", _CHECK),
}


_THAI: Final = {
    "Check the disk or the network drive, then run again.": "ตรวจดิสก์หรือไดรฟ์เครือข่าย แล้วสั่งใหม่",
    "permission was refused": "ไม่มีสิทธิ์",
    "Choose a folder you may write to.": "เลือกโฟลเดอร์ที่เขียนได้",
    "the network drive does not answer": "ไดรฟ์เครือข่ายไม่ตอบ",
    "the disk is full": "ดิสก์เต็ม",
    "Free some space, then run again.": "คืนพื้นที่บ้าง แล้วสั่งใหม่",
    "the disk quota is used up": "โควตาของดิสก์เต็ม",
    "the file is larger than the disk or your account may hold": "แฟ้มใหญ่กว่าที่ดิสก์หรือบัญชีผู้ใช้รับได้",
    "Choose a disk that takes larger files, or have the limit raised (ulimit -f).": (
        "เลือกดิสก์ที่รับแฟ้มใหญ่กว่านี้ หรือขอเพิ่มขีดจำกัด (ulimit -f)"
    ),
    "the disk reported a fault": "ดิสก์แจ้งว่าเสีย",
    "the disk is not there": "ไม่พบดิสก์",
    "the folder is read-only": "โฟลเดอร์เป็นแบบอ่านอย่างเดียว",
    "Choose another output folder.": "เลือกโฟลเดอร์ผลลัพธ์อื่น",
    "the file is in use": "แฟ้มกำลังถูกใช้",
    "Close the program that has it open, then run again.": "ปิดโปรแกรมที่เปิดแฟ้มนี้อยู่ แล้วสั่งใหม่",
    "too many files are open": "มีแฟ้มเปิดอยู่มากเกินไป",
    "Close some programs, then run again.": "ปิดบางโปรแกรม แล้วสั่งใหม่",
    "the name is too long": "ชื่อยาวเกินไป",
    "Choose a shorter name or folder.": "ใช้ชื่อหรือโฟลเดอร์ที่สั้นกว่านี้",
    "a part of the path is a file": "ส่วนหนึ่งของที่อยู่เป็นแฟ้ม",
    "a folder has this name": "มีโฟลเดอร์ชื่อนี้",
    "Move the folder away or choose another name.": "ย้ายโฟลเดอร์นั้น หรือใช้ชื่ออื่น",
    "a file has the name of a folder": "มีแฟ้มชื่อเดียวกับโฟลเดอร์",
    "its folder has gone meanwhile": "โฟลเดอร์หายไประหว่างทำ",
    "Run again; it is then made anew.": "สั่งใหม่ โปรแกรมจะสร้างให้",
    "a link leads back to itself": "ลิงก์วนกลับมาที่เดิม",
    "Remove the link.": "ลบลิงก์นั้น",
    "the disk does not take this name or this way of writing": "ดิสก์ไม่รับชื่อนี้หรือวิธีเขียนแบบนี้",
    "the system refused it": "ระบบไม่ยอม",
}


@contextmanager
def reported(path: Path, *own: Path) -> Iterator[None]:
    """Turn a system error about ``path`` into ours; leave one about another file alone.

    Parameters
    ----------
    path : Path
        What is written.
    *own : Path
        Further files that belong to it.

    Raises
    ------
    OutputError
        The system refused it.
    """
    try:
        yield
    except OSError as error:
        about = Path(os.fsdecode(error.filename)) if error.filename is not None else path
        if error.errno is None or about not in (path, *path.parents, *own):
            raise
        why, hint = told(error)
        raise OutputError(
            say(
                f"เขียน {path.name} ไม่ได้ ไม่มีแฟ้มค้างครึ่ง ๆ กลาง ๆ",
                f"Cannot write {path.name}; no half-written file is left.",
            ),
            where=str(path),
            why=why,
            hint=hint,
        ) from error


def told(error: OSError) -> tuple[str, str]:
    """Say why the system refused something, with its own words, and what to do."""
    why, hint = _WHY.get(error.errno or 0, ("the system refused it", _CHECK))
    return f"{say(_THAI[why], why)} ({error.strerror})", say(_THAI[hint], hint)


def bring(path: Path) -> None:
    """Bring what was written to a file to the disk itself."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def bring_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can."""
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
