"""The state of the process that a notebook and its host would otherwise share."""

from __future__ import annotations

import asyncio
import builtins
import getpass
import logging
import os
import signal
import sys
import threading
import warnings
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, TextIO

_SYS_NAMES = (
    "argv", "path", "stdin", "stdout", "stderr", "displayhook", "excepthook", "unraisablehook",
    "ps1", "ps2", "last_type", "last_value", "last_traceback",
)  # fmt: skip
_PLAIN_WARNINGS: tuple[tuple[Literal["default", "ignore"], type[Warning], str], ...] = (
    ("ignore", ResourceWarning, ""),
    ("ignore", ImportWarning, ""),
    ("ignore", PendingDeprecationWarning, ""),
    ("ignore", DeprecationWarning, ""),
    ("default", DeprecationWarning, "__main__"),
)
_SIGNALS = tuple(map(int, signal.valid_signals()))
_NOTHING = object()
_handler: Any = vars(import_module("_signal"))["getsignal"]
"""As :func:`signal.getsignal`, which makes an enum of each answer; sixty at each cell."""


@dataclass(frozen=True)
class Surroundings:
    """Working folder, environment, streams, hooks, root logger, signals, ``__main__``.

    ``taken`` at one moment and ``restored`` at another; the engine swaps the host's and the
    notebook's before and after each cell, so that neither sees what the other does to them.
    """

    folder: Path
    environment: dict[Any, Any]
    of_sys: dict[str, Any]
    path: list[str]
    main: ModuleType
    of_builtins: dict[str, Any]
    getpass: Any
    handlers: list[logging.Handler]
    level: int
    disabled: int
    signals: dict[int, Any]
    loop: Any

    @classmethod
    def taken(cls) -> Surroundings:
        """Note the present state."""
        root = logging.getLogger()
        return cls(
            folder=Path.cwd(),
            environment=_variables().copy(),
            of_sys={name: getattr(sys, name, _NOTHING) for name in _SYS_NAMES},
            path=list(sys.path),
            main=sys.modules["__main__"],
            of_builtins=dict(vars(builtins)),
            getpass=getpass.getpass,
            handlers=list(root.handlers),
            level=root.level,
            disabled=root.manager.disable,
            signals=_signals(),
            loop=asyncio.events._get_running_loop(),  # noqa: SLF001 - there is no public way
        )

    def restore(self) -> None:
        """Bring that state back."""
        os.chdir(self.folder)
        _restore_environment(self.environment)
        for name, value in self.of_sys.items():
            if value is not _NOTHING:
                setattr(sys, name, value)
            elif hasattr(sys, name):
                delattr(sys, name)
        sys.path[:] = self.path
        sys.modules["__main__"] = self.main
        _restore_names(vars(builtins), self.of_builtins)
        getpass.getpass = self.getpass
        root = logging.getLogger()
        root.handlers[:] = self.handlers
        root.setLevel(self.level)
        root.manager.disable = self.disabled
        for number, handler in self.signals.items():
            if _handler(number) is not handler:
                signal.signal(number, handler)
        asyncio.events._set_running_loop(self.loop)  # noqa: SLF001 - there is no public way


def plain_warnings() -> None:
    """Warn as a fresh interpreter does; call it inside ``warnings.catch_warnings``."""
    warnings.resetwarnings()
    for action, category, module in _PLAIN_WARNINGS:
        warnings.filterwarnings(action, category=category, module=module)
    warnings.showwarning = _show  # the host may be collecting them


def plain_process() -> None:
    """Give a notebook the logging of a fresh interpreter, and no loop that runs already."""
    asyncio.events._set_running_loop(None)  # noqa: SLF001 - the host may be in its own loop
    root = logging.getLogger()
    root.handlers.clear()
    root.setLevel(logging.WARNING)
    root.manager.disable = 0


def forget_streams(streams: tuple[object, ...]) -> None:
    """Take the handlers that write to a notebook's streams off every logger."""
    for logger in [*logging.root.manager.loggerDict.values(), logging.getLogger()]:
        if isinstance(logger, logging.Logger):
            for handler in [*logger.handlers]:
                if getattr(handler, "stream", None) in streams:
                    logger.removeHandler(handler)


def _show(  # noqa: PLR0917 - the signature of showwarning
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    text = warnings.formatwarning(message, category, filename, lineno, line)
    (file or sys.stderr).write(text)


def _signals() -> dict[int, Any]:
    if threading.current_thread() is not threading.main_thread():
        return {}  # only the main thread may set them
    known = {number: _handler(number) for number in _SIGNALS}
    return {number: handler for number, handler in known.items() if handler is not None}


def _variables() -> dict[Any, Any]:
    """Return what the environment keeps, as it keeps it: reading it by name decodes each value."""
    held: dict[Any, Any] = os.environ._data  # type: ignore[attr-defined]  # noqa: SLF001
    return held


def _restore_environment(before: dict[Any, Any]) -> None:
    """Set what differs only: each variable set is a call of the system."""
    there = _variables()
    if there == before:
        return
    env: Any = os.environ
    for name in there.keys() - before.keys():
        del env[env.decodekey(name)]
    for name, value in before.items():
        if there.get(name) != value:
            env[env.decodekey(name)] = env.decodevalue(value)


def _restore_names(there: dict[str, Any], before: dict[str, Any]) -> None:
    for name in there.keys() - before.keys():
        del there[name]
    there.update(before)
