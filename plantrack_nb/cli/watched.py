"""A process that may die makes the rounds; this one, which does nothing else, is left to tell it.

What runs within one process dies with it: a library's fault, too little memory. Where several
rounds are made, workers die and the command tells it; where there is one, it is made by the
command's own process, which would be gone without a word. Making a process of its own for it
would cost a second start; a fork at the very beginning costs some milliseconds.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from itertools import pairwise

_WATCHED = "run"
_ASKED_FOR = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT", "SIGPIPE")
"""Signals by which somebody stops a command; it then ends by them, as any other does."""

_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl


def watched(arguments: Sequence[str]) -> int:
    """Run the command line; where it makes rounds, see that its death is told."""
    from plantrack_nb.cli.failures import guarded

    if sys.platform != "linux" or _WATCHED not in arguments[:3]:
        return guarded(arguments)
    heard = {getattr(signal, name) for name in _ASKED_FOR[:4]} | {signal.SIGCHLD}
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, heard)
    reading, writing = os.pipe()
    parent, child = os.getpid(), os.fork()
    if child == 0:
        os.close(reading)
        _end_with(parent)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        from plantrack_nb.cli.terminal.under_way import speak_to

        speak_to(writing)
        return guarded(arguments)
    os.close(writing)
    code = _ended(child, heard)
    signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return code if code >= 0 else _told(-code, reading, arguments)


def _end_with(parent: int) -> None:
    """End when the one who watches is killed: whoever does that means the command."""
    import ctypes

    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _ended(child: int, heard: set[int]) -> int:
    """Wait for the child's end, handing on signals; return its exit code, or minus a signal."""
    while True:
        told = signal.sigwaitinfo(heard)
        if told.si_signo != signal.SIGCHLD:
            if told.si_code <= 0:  # sent by somebody; the terminal has told the child itself
                os.kill(child, told.si_signo)
            continue
        over, status = os.waitpid(child, os.WNOHANG)
        if over:
            return os.waitstatus_to_exitcode(status)


def _told(number: int, channel: int, arguments: Sequence[str]) -> int:
    if signal.Signals(number).name in _ASKED_FOR:
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
    from plantrack_nb.cli.commands.run import tell_death
    from plantrack_nb.cli.failures import told
    from plantrack_nb.cli.terminal.under_way import last_told

    _speak_as(arguments)
    how = f"signal {number}, {signal.strsignal(number)}"
    return told(lambda: tell_death(last_told(channel), how))


def _speak_as(arguments: Sequence[str]) -> None:
    """Tell it in the language that was asked for; the one who understood that is dead."""
    from plantrack_nb.core.language import Language, speak

    for before, word in pairwise(["", *arguments]):
        name, _, value = word.partition("=")
        asked = word if before == "--lang" else value if name == "--lang" else ""
        if asked in {*Language}:
            speak(Language(asked))
