"""A papermill engine that runs the cells in this process, with the outputs of a kernel.

Both ends are the originals: IPython's kernel shell makes the messages and papermill's notebook
client reads them. Only the wire between them, and the process at its end, are left out.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from nbclient.exceptions import CellExecutionError, CellTimeoutError
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import (
    Engine,
    NotebookExecutionManager,
)

from plantrack_nb.run.engine.cells import CellRunner
from plantrack_nb.run.engine.messages import Message, of_texts

if TYPE_CHECKING:
    from nbformat import NotebookNode

_EXTENSIONS = "--IPKernelApp.extra_extensions"
_LANGUAGE_INFO = {
    "name": "python",
    "version": platform.python_version(),
    "mimetype": "text/x-python",
    "codemirror_mode": {"name": "ipython", "version": sys.version_info[0]},
    "pygments_lexer": "ipython3",
    "nbconvert_exporter": "python",
    "file_extension": ".py",
}


class PlantrackEngine(Engine):  # type: ignore[misc]  # papermill has no types
    """Run a Python notebook in this process: ``papermill --engine plantrack``.

    The notebook is saved at the start and at the end, also when a cell fails, not after each
    cell. ``docs/decisions/engine.md`` lists what differs from a kernel.
    """

    @classmethod
    def execute_managed_notebook(  # noqa: PLR0917 - papermill's signature
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,  # noqa: ARG003 - the code runs here, whatever the kernel is called
        log_output: bool = False,
        execution_timeout: int | None = None,
        timeout: int | None = None,
        stdout_file: object = None,
        stderr_file: object = None,
        extra_arguments: Sequence[str] = (),
        **kwargs: Any,  # noqa: ARG003 - what only a kernel needs
    ) -> None:
        """Run the cells of ``nb_man.nb``; each may take ``execution_timeout`` seconds."""
        client = InProcessClient(
            nb_man,
            timeout=execution_timeout or timeout,
            log_output=log_output,
            record_timing=False,  # papermill notes the times of its cells itself
            stdout_file=stdout_file,
            stderr_file=stderr_file,
            extra_arguments=[*extra_arguments],
        )
        client.times_are_lost = nb_man.output_path is None
        with _saved_once(nb_man):
            client.execute()


@contextmanager
def _saved_once(nb_man: NotebookExecutionManager) -> Iterator[None]:
    path, nb_man.output_path = nb_man.output_path, None
    try:
        yield
    finally:
        nb_man.output_path = path  # the manager saves when the engine returns or raises


class InProcessClient(PapermillNotebookClient):  # type: ignore[misc]
    """papermill's client with a shell in this process where the kernel was."""

    times_are_lost = False
    """Whether nobody keeps how long a cell took."""

    def execute(self, **kwargs: Any) -> NotebookNode:  # noqa: ARG002 - nbclient's signature
        """Run all cells; stop at the first that fails."""
        self.reset_execution_trackers()
        with CellRunner(self.process_message, self._extensions()) as self._runner:
            self.kc = self._runner.answers
            self.papermill_execute_cells()
        self.nb.metadata["language_info"] = dict(_LANGUAGE_INFO)
        self.set_widgets_metadata()
        # both know this client, which would keep the notebook until garbage is collected
        del self._runner
        self.comm_open_handlers.clear()
        executed: NotebookNode = self.nb
        return executed

    def output(
        self, outs: list[NotebookNode], msg: Message, display_id: str | None, cell_index: int
    ) -> NotebookNode | None:
        """Keep an output; one of texts only is good as it is, and no schema is asked."""
        hooked = any(self.output_hook_stack.values())
        made = None if display_id or hooked or self.clear_before_next_output else of_texts(msg)
        if made is None:
            kept: NotebookNode | None = super().output(outs, msg, display_id, cell_index)
            return kept
        outs.append(made)
        return made

    def _extensions(self) -> list[str]:
        """Name the extensions of IPython that a kernel would be told to load."""
        told = [one.partition("=") for one in self.extra_arguments]
        return [name for option, _, name in told if option == _EXTENSIONS]

    def execute_cell(self, cell: NotebookNode, cell_index: int) -> NotebookNode:
        """Run one cell and keep its outputs; the rules are ``NotebookClient``'s.

        Raises
        ------
        CellExecutionError
            The cell failed and has no leave to.
        CellTimeoutError
            The cell took longer than it may.
        """
        if self.times_are_lost:
            cell.metadata.papermill["start_time"] = None  # or papermill works out how long it took
        tags = cell.metadata.get("tags", [])
        skipped = self.skip_cells_with_tag in tags
        if cell.cell_type != "code" or not cell.source.strip() or skipped:
            return cell
        cell.outputs = []
        self.clear_before_next_output = False
        self.code_cells_executed += 1
        seconds = self._get_timeout(cell)
        try:
            reply = self._runner.run(cell, cell_index, seconds)
        except TimeoutError:
            raise CellTimeoutError.error_from_timeout_and_cell(
                "Cell execution timed out", int(seconds or 0), cell
            ) from None
        may_fail = self.allow_errors or "raises-exception" in tags
        if reply["status"] == "error" and not may_fail:
            raise CellExecutionError.from_cell_and_msg(cell, reply)
        return cell
