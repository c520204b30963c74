"""Our engine and papermill's kernel engine give the same outputs, kind by kind."""

from __future__ import annotations

import asyncio
import builtins
import logging
import os
import re
import signal
import sys
import threading
import warnings
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import comm
import nbformat
import papermill
import pytest
from IPython.core.interactiveshell import InteractiveShell
from nbclient.exceptions import CellTimeoutError
from papermill.exceptions import PapermillExecutionError

if TYPE_CHECKING:
    from nbformat import NotebookNode

pytestmark = pytest.mark.notebooks

# What a run may change without meaning anything: where the cell's code is kept, addresses, ids.
_NOISE = (
    (re.compile(r"/\S*/ipykernel_\d+/\d+\.py|/cells/\d+\.py"), "CELL.py"),
    (re.compile(r"0x[0-9a-f]{6,}"), "0xADDRESS"),
    (re.compile(r"\b[0-9a-f]{32}\b"), "ID"),
)

KINDS = Path(__file__).with_name("every_kind.txt").read_text(encoding="utf-8")
NOTEBOOKS = {
    name: body.removesuffix("\n").split("\n---\n")
    for name, _, body in (part.partition("\n") for part in KINDS.split("=== ")[1:])
}


_LONGEST = 60
"""Seconds for a cell: now and then a message of a kernel is lost, and its client waits for ever."""


def notebook(*cells: str, tags: dict[int, list[str]] | None = None) -> NotebookNode:
    """Make a notebook of code cells."""
    made: NotebookNode = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell, id=f"c{i}") for i, cell in enumerate(cells)],
        metadata={"kernelspec": {"name": "python3", "display_name": "P", "language": "python"}},
    )
    for index, names in (tags or {}).items():
        made.cells[index].metadata["tags"] = names
    return made


def executed(engine: str | None, made: NotebookNode, folder: Path, **more: Any) -> NotebookNode:
    """Run a notebook in ``folder`` and read what papermill wrote, failed or not."""
    os.environ.pop("PYTEST_CURRENT_TEST", None)  # a kernel that finds it catches less
    name = engine or "kernel"
    (work := folder / name).mkdir(exist_ok=True)
    target = folder / f"{name}.ipynb"
    with suppress(PapermillExecutionError):
        papermill.execute_notebook(
            nbformat.from_dict(made),
            target,
            engine_name=engine,
            cwd=work,
            progress_bar=False,
            **{"execution_timeout": _LONGEST, **more},
        )
    read: NotebookNode = nbformat.read(target, as_version=4)
    return read


def plain(value: Any) -> Any:
    """Take the noise out of a value."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, str):
        for pattern, name in _NOISE:
            value = pattern.sub(name, value)
    return value


def outputs(made: NotebookNode) -> list[tuple[Any, ...]]:
    """List what is shown of each cell."""
    return [
        (
            cell.cell_type,
            plain(cell.source),
            cell.get("execution_count"),
            plain(cell.get("outputs")),
        )
        for cell in made.cells
    ]


@pytest.mark.parametrize("kind", NOTEBOOKS)
def test_the_same_outputs(kind: str, tmp_path: Path) -> None:
    """Every cell shows the same through either engine.

    When a kernel hands on what is printed is a matter of its clock: on a busy machine it may tear
    a stream that it else keeps whole, so it gets three tries to show what it does at rest.
    """
    made = notebook(*NOTEBOOKS[kind])
    ours = executed("plantrack", made, tmp_path)
    theirs = nbformat.v4.new_notebook()
    for _ in range(3):
        with suppress(CellTimeoutError):
            theirs = executed(None, made, tmp_path)
        if outputs(ours) == outputs(theirs):
            break
    assert outputs(ours) == outputs(theirs)
    assert ours.metadata.language_info == theirs.metadata.language_info


def test_tags_say_what_may_fail_and_what_is_skipped(tmp_path: Path) -> None:
    """A cell may be allowed to fail, or not be run at all, as with the kernel."""
    made = notebook(
        "1/0", "print('skipped')", "2", tags={0: ["raises-exception"], 1: ["skip-execution"]}
    )
    ours = executed("plantrack", made, tmp_path)
    assert outputs(ours) == outputs(executed(None, made, tmp_path))
    assert [cell.execution_count for cell in ours.cells if cell.source == "2"] == [2]


def test_widgets_keep_the_same_state(tmp_path: Path) -> None:
    """The state of the widgets is stored with the notebook, and is gone for the next one."""
    made = notebook(*NOTEBOOKS["widgets"])
    for _ in range(2):
        ours = executed("plantrack", made, tmp_path)
        theirs = executed(None, made, tmp_path)
        assert _models(ours) == _models(theirs)


def _models(made: NotebookNode) -> list[str]:
    state = made.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"]
    return sorted(one["model_name"] for one in state.values())


@pytest.mark.parametrize("engine", ["plantrack", None])
def test_a_cell_has_a_limit_of_time(engine: str | None, tmp_path: Path) -> None:
    """A cell that takes too long stops the notebook; what it printed is kept."""
    made = notebook("print('begun', flush=True)\nimport time\ntime.sleep(30)", "print('never')")
    with pytest.raises(CellTimeoutError):
        executed(engine, made, tmp_path, execution_timeout=1)
    kept = nbformat.read(tmp_path / f"{engine or 'kernel'}.ipynb", as_version=4)
    assert kept.cells[0].outputs[0].text == "begun\n"
    assert kept.cells[1].outputs == []


def test_no_except_clause_outlives_the_limit(tmp_path: Path) -> None:
    """A cell that catches everything is still reported as too slow."""
    made = notebook("import time\ntry:\n    time.sleep(30)\nexcept BaseException:\n    pass")
    with pytest.raises(CellTimeoutError):
        executed("plantrack", made, tmp_path, execution_timeout=1)


def test_a_thread_has_the_limit_too(tmp_path: Path) -> None:
    """Outside the main thread, where no alarm rings, a busy cell is stopped all the same."""
    made = notebook("while True:\n    pass")
    with ThreadPoolExecutor(1) as pool, pytest.raises(CellTimeoutError):
        pool.submit(executed, "plantrack", made, tmp_path, execution_timeout=1).result()


UNTIDY = """
import atexit, builtins, logging, os, signal, sys, threading, warnings
os.chdir('/'); os.environ['PLANTRACK_LEFT'] = '1'; os.environ.pop('PATH')
sys.path.append('/nowhere'); sys.argv.append('x'); sys.stdout = sys.stderr
sys.displayhook = print; sys.excepthook = print; builtins.left = 1; builtins.print = None
signal.signal(signal.SIGTERM, signal.SIG_IGN); warnings.simplefilter('error')
logging.basicConfig(level=0, force=True); logging.disable(50)
logging.getLogger('left').addHandler(logging.StreamHandler())
sys.modules['__main__'] = None; sys.ps1 = '>'
1/0
"""


def _of_the_process() -> dict[str, object]:
    """Note what a notebook might leave behind."""
    return {
        "folder": Path.cwd(),
        "environment": dict(os.environ),
        "sys": [sys.path[:], sys.argv[:], sys.modules["__main__"], hasattr(sys, "ps1")],
        "streams": [sys.stdin, sys.stdout, sys.stderr],
        "hooks": [sys.displayhook, sys.excepthook, hasattr(sys, "last_value")],
        "builtins": dict(vars(builtins)),
        "signals": [signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGALRM)],
        "warnings": warnings.filters[:],
        "logging": [logging.root.level, logging.root.handlers[:], logging.root.manager.disable],
        "shell": InteractiveShell.initialized(),
        "comms": (comm.create_comm, comm.get_comm_manager),
        "files": len(list(Path("/dev/fd").iterdir())),
    }


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    """The process is as it was, also after a notebook that fails in disorder."""
    executed("plantrack", notebook("1"), tmp_path)  # what is imported once stays imported
    before = _of_the_process()
    kept = executed("plantrack", notebook(UNTIDY), tmp_path)
    assert _of_the_process() == before
    assert logging.getLogger("left").handlers == []
    assert kept.cells[-1].outputs[-1].ename == "ZeroDivisionError"


def test_a_notebook_starts_empty(tmp_path: Path) -> None:
    """Names, history, widgets and options of one notebook are not there for the next."""
    executed("plantrack", notebook("left = 1", "2"), tmp_path)
    kept = executed("plantrack", notebook("'left' in globals(), Out, len(In)"), tmp_path)
    assert kept.cells[0].outputs[0].data["text/plain"] == "(False, {}, 2)"


def test_the_host_keeps_its_shell_and_its_loop(tmp_path: Path) -> None:
    """A notebook can be run from a notebook: inside a running loop and another shell."""
    host = InteractiveShell.instance()

    async def run() -> NotebookNode:
        made = notebook("import asyncio\nawait asyncio.sleep(0, 3)")
        return executed("plantrack", made, tmp_path)

    try:
        assert asyncio.run(run()).cells[0].outputs[0].data["text/plain"] == "3"
        assert InteractiveShell.instance() is host
    finally:
        InteractiveShell.clear_instance()


def test_threads_of_the_host_keep_their_streams(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What another thread of the host prints meanwhile does not end up in a cell."""
    go, done = threading.Event(), threading.Event()

    def speak() -> None:
        go.wait(10)
        sys.stdout.write("from the host\n")
        done.set()

    threading.Thread(target=speak, daemon=True).start()
    made = notebook("go.set(); done.wait(10); print('from the cell')")
    builtins.go, builtins.done = go, done  # type: ignore[attr-defined]  # the cell's way to them
    try:
        kept = executed("plantrack", made, tmp_path)
    finally:
        del builtins.go, builtins.done  # type: ignore[attr-defined]
    assert kept.cells[0].outputs[0].text == "from the cell\n"
    assert capsys.readouterr().out == "from the host\n"


def test_saved_at_the_start_and_at_the_end_only() -> None:
    """Whatever the number of cells, papermill writes the notebook but a few times."""
    few, many = (_writes(notebook(*["1"] * count)) for count in (1, 30))
    assert few == many


def _writes(made: NotebookNode) -> int:
    class Counted:
        written = 0

        def write(self, buf: str, path: str) -> None:  # noqa: ARG002 - papermill's signature
            self.written += 1

        def pretty_path(self, path: str) -> str:
            return path

    counted = Counted()
    handlers = papermill.iorw.papermill_io._handlers
    papermill.iorw.papermill_io.register("count://", counted)
    papermill.execute_notebook(
        made, "count://out.ipynb", engine_name="plantrack", progress_bar=False
    )
    handlers.remove(("count://", counted))
    return counted.written
