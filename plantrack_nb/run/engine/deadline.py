"""A limit of time for code that runs in this very thread."""

from __future__ import annotations

import ctypes
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


class DeadlinePassed(BaseException):
    """Raised inside the code whose time is up; no ``except Exception`` swallows it."""


@dataclass
class Deadline:
    """Whether the time was up; a notebook may swallow the exception, not this."""

    passed: bool = False


@contextmanager
def deadline(seconds: float | None) -> Iterator[Deadline]:
    """Raise :class:`DeadlinePassed` in the body when it takes longer than ``seconds``.

    In the main thread a waiting call is interrupted at once (where the system has alarms);
    elsewhere the exception is raised as soon as Python code runs again.
    """
    state = Deadline()
    if seconds is None or seconds <= 0:
        yield state
    elif threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer"):
        with _alarm(seconds, state):
            yield state
    else:
        with _injected(seconds, state):
            yield state


@contextmanager
def _alarm(seconds: float, state: Deadline) -> Iterator[None]:
    def ring(number: int, frame: object) -> None:  # noqa: ARG001 - the signature of a handler
        state.passed = True
        raise DeadlinePassed

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _injected(seconds: float, state: Deadline) -> Iterator[None]:
    thread = ctypes.c_ulong(threading.get_ident())

    def ring() -> None:
        state.passed = True
        raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc
        raise_in(thread, ctypes.py_object(DeadlinePassed))

    timer = threading.Timer(seconds, ring)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
