"""One notebook's life in this process: where its cells run and where their messages go."""

from __future__ import annotations

import asyncio
import contextvars
import gc
import os
import sys
import threading
import warnings
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from plantrack_nb.run.engine.deadline import Deadline, DeadlinePassed, deadline
from plantrack_nb.run.engine.figures import forget_figures, prepare_figures
from plantrack_nb.run.engine.messages import PARENT, Message, answer
from plantrack_nb.run.engine.process_state import (
    Surroundings,
    forget_streams,
    plain_process,
    plain_warnings,
)
from plantrack_nb.run.engine.shell import CellShell, ClientStandIn, fresh_shell
from plantrack_nb.run.engine.streams import CellStream, below_python

if TYPE_CHECKING:
    from IPython.core.interactiveshell import ExecutionResult
    from nbformat import NotebookNode


class CellRunner:
    """One notebook's shell, streams, loop and surroundings, from entry to exit.

    Parameters
    ----------
    deliver : callable
        Takes each message of a cell, the cell and its index.
    extensions : sequence of str
        Extensions of IPython to load first.
    """

    def __init__(
        self,
        deliver: Callable[[Message, NotebookNode, int], object],
        extensions: Sequence[str] = (),
    ) -> None:
        self._deliver = deliver
        self._extensions = extensions
        self.answers = ClientStandIn()
        self._stack = ExitStack()
        self._context = contextvars.Context()
        self._cell: tuple[NotebookNode, int] | None = None
        self._limit = Deadline()
        self._state = self._host = Surroundings.taken()

    def __enter__(self) -> Self:
        self._froze = not _host_froze()
        if self._froze:
            gc.freeze()  # what the host holds need not be searched for this notebook's garbage
        self._stack.callback(self._host.restore)
        try:
            self._prepare()
        except BaseException:
            self._stack.close()
            raise
        return self

    def __exit__(self, *error: object) -> None:
        self._state.restore()
        self._stack.close()
        froze = self._froze
        vars(self).clear()  # nothing may hold the shell while its garbage is collected
        _collect_garbage()
        if froze:
            gc.unfreeze()

    def run(self, cell: NotebookNode, index: int, seconds: float | None) -> Message:
        """Run one cell in the notebook's surroundings; return the kernel's reply.

        Raises
        ------
        TimeoutError
            The cell took longer than ``seconds``.
        KeyboardInterrupt
            Somebody stopped the cell.
        """
        self._cell = (cell, index)
        streams = {1: self._stdout, 2: self._stderr}
        self._state.restore()
        try:
            with below_python(streams), deadline(seconds) as self._limit:
                result = self._in_loop(cell)
        except DeadlinePassed:
            result = None
        finally:
            self._flush()
            self._state = Surroundings.taken()
            self._host.restore()
        self.answers.deliver(self._shell.kernel.comm_manager)
        if self._limit.passed or result is None:
            raise TimeoutError
        if isinstance(result.error_in_exec, KeyboardInterrupt):
            raise result.error_in_exec
        return _reply(self._shell, result)

    def _prepare(self) -> None:
        self._stack.enter_context(warnings.catch_warnings())
        plain_warnings()
        plain_process()
        strangers = set(threading.enumerate()) - {threading.current_thread()}
        self._stdout = CellStream("stdout", self._print, strangers, sys.stdout)
        self._stderr = CellStream("stderr", self._print, strangers, sys.stderr)
        self._stack.callback(self._stdout.close)
        self._stack.callback(self._stderr.close)
        self._stack.callback(forget_streams, (self._stdout, self._stderr))
        sys.stdout, sys.stderr = self._stdout, self._stderr
        nothing = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - the stack closes it
        sys.stdin = self._stack.enter_context(nothing)
        sys.argv = ["ipykernel_launcher.py"]
        sys.path.insert(_place_of_folder(), "")
        self._shell = self._stack.enter_context(fresh_shell(self._receive))
        prepare_figures(self._shell)
        self._stack.callback(forget_figures)
        extensions: Any = self._shell.extension_manager
        for name in self._extensions:
            extensions.load_extension(name)
        self._loop = asyncio.new_event_loop()
        self._stack.callback(_close_loop, self._loop)
        self._state = Surroundings.taken()
        self._host.restore()

    def _in_loop(self, cell: NotebookNode) -> ExecutionResult:
        work = self._run(cell)
        task = self._loop.create_task(work, context=self._context)
        return self._loop.run_until_complete(task)

    async def _run(self, cell: NotebookNode) -> ExecutionResult:
        shell: Any = self._shell  # IPython is typed in parts only
        source: str = cell.source
        shell.set_parent(PARENT)
        shell._last_traceback = None  # noqa: SLF001 - as the kernel's run_cell
        shell._last_traceback_during_displayhook = False  # noqa: SLF001 - the same
        self._receive(answer("execute_input", {"execution_count": shell.execution_count}))
        transformed, error = _transformed(shell, source)
        try:  # a cell without "await" never waits: this is run_cell, which would transform it again
            result: ExecutionResult = await shell.run_cell_async(
                source,
                store_history=True,
                transformed_cell=transformed,
                preprocessing_exc_tuple=error,
            )
        finally:
            shell.events.trigger("post_execute")
        shell.events.trigger("post_run_cell", result)
        return result

    def _print(self, name: str, text: str) -> None:
        self._receive(answer("stream", {"name": name, "text": text}))

    def _receive(self, message: Message) -> None:
        late = self._limit.passed and message["msg_type"] == "error"
        if self._cell is not None and not late:
            self._deliver(message, *self._cell)

    def _flush(self) -> None:
        self._stdout.flush()
        self._stderr.flush()


def _place_of_folder() -> int:
    """Find where IPython puts the working folder: after the standard library."""
    installed = ("site-packages", "dist-packages")
    return next((i for i, path in enumerate(sys.path) if Path(path).name in installed), 0)


def _transformed(shell: Any, source: str) -> tuple[str, Any]:
    try:
        return shell.transform_cell(source), None
    except Exception:  # noqa: BLE001 - the shell shows it as the error of the cell
        return source, sys.exc_info()


def _reply(shell: CellShell, result: ExecutionResult) -> Message:
    failed_to_show = getattr(shell, "_last_traceback_during_displayhook", False)
    if result.success and not failed_to_show:
        return {"status": "ok"}
    error = result.error_before_exec or result.error_in_exec
    return {
        "status": "error",
        "traceback": shell._last_traceback or [],  # noqa: SLF001 - as ipykernel's do_execute
        "ename": type(error).__name__,
        "evalue": str(error),
    }


@cache
def _host_froze() -> bool:
    """Tell whether the host has frozen what it holds; asked once, for it is counted one by one."""
    return gc.get_freeze_count() > 0


def _collect_garbage() -> None:
    """Collect what the notebook forgot now, or its complaints would be told to the next one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        gc.collect()


def _close_loop(loop: asyncio.AbstractEventLoop) -> None:
    left = asyncio.all_tasks(loop)
    for task in left:
        task.cancel()
    if left:
        loop.run_until_complete(asyncio.wait(left))
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
