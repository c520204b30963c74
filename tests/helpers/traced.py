"""A command in a process of its own, forked from this warm one, with faults put in by strace."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import count
from pathlib import Path

Act = Callable[[], int]
"""What is done in the process; gives its exit code."""

CALLS = ("openat", "write", "fsync", "rename", "mkdir", "unlink")
"""What a command that writes asks of the system."""

_LINE = re.compile(r"^(\d+) +(\w+)\((.*)")
_SECONDS = 60
_NUMBERS = count()


@dataclass(frozen=True)
class Call:
    """The ``number``-th system call of this name, and what was asked of the system."""

    name: str
    number: int
    text: str

    @property
    def reads(self) -> bool:
        """True when it opens a file only to read it."""
        return self.name == "openat" and "O_CREAT" not in self.text


@dataclass(frozen=True)
class Ending:
    """How a command ended: its exit code (minus a signal) and all it said."""

    code: int
    said: str


@dataclass(frozen=True)
class Running:
    """A command under way."""

    process: int
    log: Path
    tracer: subprocess.Popen[str] | None


def begin(home: Path, act: Act, logs: Path, *strace: str) -> Running:
    """Begin it in the project ``home``, under strace if that is told anything."""
    log = logs / f"said-{next(_NUMBERS)}.txt"
    child = os.fork()
    if child == 0:  # the warm parent saves each the seconds of its imports
        os.environ["PLANTRACK_HOME"] = str(home)
        os.chdir(home)
        handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(handle, 1)
        os.dup2(handle, 2)
        sys.stdout, sys.stderr = (os.fdopen(one, "w", encoding="utf-8") for one in (1, 2))
        os.kill(os.getpid(), signal.SIGSTOP)
        code = act()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    os.waitpid(child, os.WUNTRACED)
    tracer = _attached(child, strace) if strace else None
    os.kill(child, signal.SIGCONT)
    return Running(child, log, tracer)


def ended(running: Running) -> Ending:
    """Wait for its end."""
    _, status = os.waitpid(running.process, 0)
    if running.tracer is not None:
        running.tracer.communicate(timeout=_SECONDS)
    return Ending(os.waitstatus_to_exitcode(status), running.log.read_text(encoding="utf-8"))


def calls(
    home: Path, act: Act, logs: Path, about: Collection[str], code: int | None = 0
) -> list[Call]:
    """List every call of the whole command whose text holds one of ``about``."""
    log = logs / "calls.txt"
    told = ended(begin(home, act, logs, "-y", "-o", str(log), "-e", f"trace={','.join(CALLS)}"))
    assert code is None or told.code == code, told.said
    lines = [_LINE.match(line) for line in log.read_text("utf-8", "replace").splitlines()]
    main = next(one[1] for one in lines if one)
    seen: Counter[str] = Counter()
    found = []
    for line in lines:
        if line and line[1] == main:
            seen[line[2]] += 1
            if any(one in line[3] for one in about):
                found.append(Call(line[2], seen[line[2]], line[3]))
    return found


def with_fault(home: Path, act: Act, logs: Path, call: Call, what: str) -> Ending:
    """Do it with ``what`` (``signal=KILL``, ``error=ENOSPC``, …) injected at a call."""
    inject = f"inject={call.name}:{what}:when={call.number}"
    words = ("-e", f"trace={call.name}", "-e", inject, "-o", os.devnull)
    return ended(begin(home, act, logs, *words))


def _attached(process: int, options: tuple[str, ...]) -> subprocess.Popen[str]:
    command = ["strace", "-f", *options, "-p", str(process)]
    tracer = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert tracer.stderr is not None
    said = tracer.stderr.readline()
    if "attached" not in said:
        tracer.kill()
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        raise PermissionError(said.strip())
    return tracer
