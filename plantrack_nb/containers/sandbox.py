"""Run one function in a child process that may die without us.

A damaged or hostile workbook can abort the process that reads it, eat its memory or never end. The
child is a fresh interpreter (never a fork: threads do not survive one), started directly and not
by ``multiprocessing``, which would run the caller's script or notebook a second time.

On Linux and macOS the child's memory and processor time are limited; on Windows only the time is.
"""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import TypeVar, cast

from plantrack_nb.core.errors import PlantrackError, SourceError, UnsafeSourceError
from plantrack_nb.core.language import say

T = TypeVar("T")

_START = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer);"
    "from plantrack_nb.containers.sandbox import serve; serve()"
)
_HINT = (
    "คัดลอกตารางไปไว้ในแฟ้ม Excel ใหม่แล้วบันทึก ถ้ายังเป็นอีกให้แบ่งแฟ้ม",
    "copy the table into a new workbook and save that; if it goes on, split the file",
)


def in_child(
    function: Callable[..., T], *args: object, memory_mb: int = 1024, seconds: float = 30
) -> T:
    """Call ``function(*args)`` in a child process and return what it returns.

    Parameters
    ----------
    function : callable
        A function at the top of an importable module; it, its arguments and its result are pickled.
    memory_mb : int
        Address space of the child in MB, the interpreter's own included (not on Windows).
    seconds : float
        Wall time after which the child is ended.

    Raises
    ------
    PlantrackError
        Whatever the function raised of ours, as it was.
    UnsafeSourceError
        When the child ran out of memory or time, or died.
    SourceError
        When the function failed in any other way.
    """
    order = pickle.dumps(sys.path) + pickle.dumps((memory_mb, seconds, function, args))
    try:
        child = subprocess.run(  # noqa: S603 - our own interpreter and our own code
            [sys.executable, "-P", "-c", _START],
            input=order,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _unsafe(
            say(
                f"ใช้เวลาอ่านนานกว่า {seconds:g} วินาที",
                f"reading it took more than {seconds:g} seconds",
            )
        ) from None
    if child.returncode != 0 or not child.stdout:
        raise _unsafe(_death(child.returncode, child.stderr))
    answer = pickle.loads(child.stdout)  # noqa: S301 - written by our own code above
    if isinstance(answer, PlantrackError):
        raise answer
    return cast("T", answer[0])


def serve() -> None:
    """Be the child: read the order from stdin, write the answer to stdout."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not mix with the answer
    memory_mb, seconds, function, args = pickle.load(sys.stdin.buffer)  # noqa: S301 - from in_child
    _limit(memory_mb, seconds)
    gc.disable()  # the child ends before there is much to collect; a third of the time saved
    with answers:
        answers.write(_answer(function, args, memory_mb))


def _answer(function: Callable[..., object], args: tuple[object, ...], memory_mb: int) -> bytes:
    try:
        return pickle.dumps((function(*args),))
    except PlantrackError as error:
        return pickle.dumps(error)
    except MemoryError:
        return pickle.dumps(
            _unsafe(
                say(
                    f"ต้องใช้หน่วยความจำเกิน {memory_mb} MB จึงจะอ่านได้",
                    f"reading it needs more than {memory_mb} MB of memory",
                )
            )
        )
    except Exception as error:  # noqa: BLE001 - the parent must get an answer that a person can read
        why = f"{type(error).__name__}: {error}"[:300]
        hint = say(
            "เปิดในโปรแกรมที่สร้างแฟ้ม บันทึกใหม่ แล้วลองอีกครั้ง",
            "open it in the program it comes from, save it anew, and try again",
        )
        what = say("อ่านแฟ้มนี้ไม่ได้", "This file could not be read")
        return pickle.dumps(SourceError(what, why=why, hint=hint))


def _limit(memory_mb: int, seconds: float) -> None:
    if sys.platform == "win32":
        return
    import resource

    limits = ((resource.RLIMIT_AS, memory_mb << 20), (resource.RLIMIT_CPU, int(seconds) + 1))
    for kind, soft in limits:
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (soft if hard < 0 else min(soft, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _death(code: int, stderr: bytes) -> str:
    silent = say("ไม่มีข้อความแจ้ง", "no message")
    last = stderr.decode(errors="replace").strip().splitlines()[-1:] or [silent]
    how = f"signal {-code}" if code < 0 else f"exit code {code}"
    return say(
        f"กระบวนการที่อ่านแฟ้มหยุดทำงาน ({how}: {last[0][:200]})",
        f"the process that read it died ({how}: {last[0][:200]})",
    )


def _unsafe(why: str) -> UnsafeSourceError:
    what = say("แฟ้มนี้ไม่ปลอดภัยที่จะอ่าน", "This file is not safe to read")
    return UnsafeSourceError(what, why=why, hint=say(*_HINT))
