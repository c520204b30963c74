"""What a cell prints, caught as the kernel catches it, also from below Python."""

from __future__ import annotations

import codecs
import io
import os
import tempfile
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

Publish = Callable[[str, str], None]


class CellStream(io.TextIOBase):
    """Standing in for stdout or stderr: text waits here until something is displayed.

    The kernel sends what was printed when it displays, fails, flushes or ends a cell, stdout
    before stderr, and so do we; its clock, which also cuts a stream every 0.2 s, is left out,
    so that two runs give the same outputs.

    Parameters
    ----------
    name : str
        ``"stdout"`` or ``"stderr"``.
    publish : callable
        Takes the name and the text whenever text is sent.
    strangers : collection of Thread
        Threads of the host, which keep writing to ``host``.
    host : file
        The stream that was there before.
    """

    encoding = "UTF-8"

    def __init__(
        self, name: str, publish: Publish, strangers: Collection[threading.Thread], host: TextIO
    ) -> None:
        self.name = name
        self._publish = publish
        self._strangers = strangers
        self._host = host
        self._lock = threading.RLock()
        self._text: list[str] = []
        self._below, name = tempfile.mkstemp(prefix="plantrack-")
        self._reader = os.open(name, os.O_RDONLY)
        with suppress(PermissionError):  # Windows keeps an open file
            Path(name).unlink()
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def writable(self) -> bool:
        """Say that the stream takes text."""
        return True

    def write(self, text: str) -> int:
        """Keep ``text`` until the next flush."""
        if not isinstance(text, str):
            message = f"write() argument must be str, not {type(text)}"
            raise TypeError(message)
        if self.closed or threading.current_thread() in self._strangers:
            return self._host.write(text)
        with self._lock:
            self._drain()
            self._text.append(text)
        return len(text)

    def flush(self) -> None:
        """Send what was printed so far."""
        if self.closed or threading.current_thread() in self._strangers:
            self._host.flush()
            return
        with self._lock:
            self._drain()
            text = "".join(self._text)
            self._text.clear()
        if text:
            self._publish(self.name, text)

    def fileno(self) -> int:
        """Give the file that child processes may write to."""
        return self._below

    def isatty(self) -> bool:
        """Say that this is no terminal."""
        return False

    def close(self) -> None:
        """Stop catching; what is printed later goes to the host's stream."""
        if not self.closed:
            super().close()
            os.close(self._below)
            os.close(self._reader)

    def _drain(self) -> None:
        while data := os.read(self._reader, 1 << 16):
            self._text.append(self._decoder.decode(data))


@contextmanager
def below_python(streams: dict[int, CellStream]) -> Iterator[None]:
    """Let what is written to the file descriptors 1 and 2 reach the streams given for them."""
    kept: dict[int, int] = {}
    try:
        for number, stream in streams.items():
            with suppress(OSError):  # a service may run without a stdout
                kept[number] = os.dup(number)
                os.dup2(stream.fileno(), number)
        yield
    finally:
        for number, copy in kept.items():
            os.dup2(copy, number)
            os.close(copy)
