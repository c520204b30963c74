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

NOTEBOOKS: dict[str, tuple[str, ...]] = {
    "streams": (
        "print('หนึ่ง'); print('two', end='')",
        "import sys\nprint('out 1'); print('err', file=sys.stderr); print('out 2')",
        "print('a', flush=True); print('b', flush=True)",
        "sys.stdout.write('x\\n')",
        "sys.stderr.write('y\\n');",
        "print('before'); display(1); print('after')",
        "sys.stdout.writelines(['a\\n', 'b\\n'])",
        "sys.stdout.isatty(), sys.stdout.encoding, sys.stdout.writable(), sys.stdout.closed",
        "try:\n    sys.stdout.write(1)\nexcept TypeError as error:\n    print(error)",
    ),
    "below Python": (
        "import os\nprint('first', flush=True); os.system('echo below')",
        "import os, subprocess, sys\nr = subprocess.run(['echo', 'child'])\nr.returncode",
        "os.system('echo ผิด >&2')\nNone",
        "out = subprocess.run(['echo', 'kept'], capture_output=True).stdout\nout",
        "!echo shell",
        "lines = !echo one; echo two\nlines",
    ),
    "results": (
        "1 + 1",
        "'ข้อความ'",
        "None",
        "_ = 5",
        "1; 2",
        "3;",
        "x = 1",
        "(x, [1, {'a': (1, 2)}], range(3))",
        "_8, Out[8], In[1]",
        "",
        "# only a comment",
    ),
    "rich displays": (
        "from IPython.display import HTML, SVG, Markdown, Latex, JSON, Javascript, Image, display\n"
        "HTML('<b>1</b>')",
        "display(HTML('<i>2</i>'), Markdown('*3*'), Latex('$x$'))",
        "display({'text/plain': 'p', 'application/json': {'a': [1, None]}}, raw=True)",
        "SVG('<svg xmlns=\"http://www.w3.org/2000/svg\"/>')",
        "Image(data=b'\\x89PNG\\r\\n\\x1a\\n' + b'0' * 30, format='png', alt='none')",
        "class Both:\n    def _repr_html_(self): return '<p>b</p>'\n    def __repr__(self): return 'b'\n"
        "    def _repr_mimebundle_(self, **k): return {'x/y': 'v'}, {'x/y': {'isolated': True}}\nBoth()",
        "class Bad:\n    def _repr_html_(self): raise ValueError('no html')\n"
        "    def __repr__(self): return 'bad'\ntry:\n    display(Bad())\nexcept Exception: pass",
        "display(JSON({'k': 1}, expanded=True), metadata={'m': 1})",
    ),
    "display ids": (
        "handle = display('one', display_id='fixed')",
        "handle.update('two'); display('three', display_id='fixed')",
        "from IPython.display import update_display\nupdate_display('four', display_id='fixed')",
        "from IPython.display import clear_output\nprint('gone'); clear_output(); print('stays')",
        "print('waits'); clear_output(wait=True); print('replaces')",
        "print('kept'); clear_output(wait=True)",
    ),
    "tables": (
        "import pandas as pd\npd.DataFrame({'ก': [1, 2], 'b': [0.5, None]})",
        "display(pd.Series([1, 2], name='s'))",
        "pd.DataFrame({'n': range(500)})",
    ),
    "large outputs": (
        "print('บรรทัด\\n' * 50_000)",
        "list(range(5_000))",
        "'x' * 300_000",
        "for i in range(300): display(i)",
    ),
    "an error": (
        "def inner():\n    raise ValueError('ผิดพลาด')\ninner()",
        "print('never')",
    ),
    "chained errors": (
        "print('so far')\ntry:\n    1/0\nexcept ZeroDivisionError as e:\n    raise KeyError('k') from e",
    ),
    "a syntax error": ("x = 1", "def broken(:\n    pass", "print('never')"),
    "an indentation error": ("if True:\nprint(1)",),
    "an unknown magic": ("%no_such_magic",),
    "an error while displaying": (
        "class Bad:\n    def __repr__(self): raise RuntimeError('no repr')\nBad()",
        "print('next')",
    ),
    "leaving early": ("import sys\nsys.exit(0)", "print('never')"),
    "leaving with a fault": ("import sys\nsys.exit('why')", "print('never')"),
    "asking for input": (
        "try:\n    input('name? ')\nexcept Exception as error:\n    print(type(error), error)",
        "import getpass\ntry:\n    getpass.getpass()\nexcept Exception as error:\n    print(error)",
    ),
    "magics": (
        "%%capture kept\nprint('in')",
        "kept.stdout",
        "%who_ls",
        "%%writefile note.txt\nline",
        "%cat note.txt",
        "%%bash\necho from bash; echo wrong >&2",
        "%env PLANTRACK_TEST=1",
        "%pwd\nNone",
        "len?",
        "%precision 2\n",
        "3.14159",
        "%xmode Minimal",
        "1/0",
    ),
    "async": (
        "import asyncio\nasync def work(n):\n    await asyncio.sleep(0)\n    print('work', n)\n    return n",
        "await work(1)",
        "await asyncio.gather(work(2), work(3))",
        "asyncio.get_running_loop().is_running()",
        "task = asyncio.get_running_loop().create_task(work(4)); await task",
        "async with asyncio.timeout(5):\n    print('in time')",
        "async def agen():\n    yield 1\n    yield 2\n[x async for x in agen()]",
        "await asyncio.sleep(0, 'slept')",
    ),
    "asyncio.run in a running loop": (
        "import asyncio, warnings\nwarnings.simplefilter('ignore')\n"
        "async def nothing(): return 1\nasyncio.run(nothing())",
    ),
    "an error in an async cell": (
        "import asyncio\nawait asyncio.sleep(0)\nraise ValueError('later')",
    ),
    "warnings and logging": (
        "import warnings\nwarnings.warn('careful')",
        "warnings.warn('old', DeprecationWarning)",
        "warnings.warn('file', ResourceWarning)",
        "import logging\nlogging.warning('lost?'); logging.info('quiet')",
        "logging.getLogger('mine').error('an error')",
        "logging.basicConfig(level=logging.INFO, force=True)\nlogging.info('now heard')",
        "logging.getLogger('mine').info('also')",
    ),
    "pickles": (
        "import pickle, copy\nclass Kept:\n    def __init__(self): self.n = 1\n"
        "    def __eq__(self, other): return self.n == other.n\n    __hash__ = None",
        "pickle.loads(pickle.dumps(Kept())) == Kept()",
        "Kept.__module__, __name__",
        "import sys\nsys.modules['__main__'].Kept is Kept",
        "import __main__\n__main__.Kept is Kept",
        "from dataclasses import dataclass\n@dataclass\nclass D:\n    a: 'int' = 1\nD()",
    ),
    "state between cells": (
        "import decimal, contextvars\ndecimal.getcontext().prec = 5",
        "decimal.Decimal(1) / 3",
        "v = contextvars.ContextVar('v', default=0); v.set(3);",
        "v.get()",
        "import os\nos.environ['PLANTRACK_X'] = 'y'; os.makedirs('sub', exist_ok=True); os.chdir('sub')",
        "os.environ['PLANTRACK_X'], os.path.basename(os.getcwd())",
        "import sys\nsys.path.count('')",
        "sys.path.insert(0, 'here')",
        "sys.path[0]",
    ),
    "threads": (
        "import threading\nt = threading.Thread(target=lambda: print('from a thread'))\nt.start(); t.join()",
        "def show():\n    display('shown by a thread')\nt = threading.Thread(target=show); t.start(); t.join()",
    ),
    "post-run hooks": (
        "ip = get_ipython()\nip.events.register('post_run_cell', lambda result: print('hook'))",
        "1",
    ),
    "widgets": (
        "import ipywidgets as w\nbox = w.HBox([w.IntSlider(value=3), w.Label('ก')])",
        "out = w.Output()\nwith out:\n    print('inside')\n    display(1)",
        "out.outputs and [o['output_type'] for o in out.outputs]",
        "box.children[0].value = 4",
        "box.children[0].value",
    ),
    "the shell": (
        "type(get_ipython()).__mro__[-2].__name__, get_ipython().execution_count",
        "from IPython import get_ipython as g\ng() is get_ipython()",
        "get_ipython().run_cell('print(7)\\n8').result",
        "get_ipython().run_line_magic('pinfo', 'len')",
        "get_ipython().kernel is not None",
    ),
}


def notebook(*cells: str, tags: dict[int, list[str]] | None = None) -> NotebookNode:
    """Make a notebook of code cells."""
    made = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell, id=f"c{i}") for i, cell in enumerate(cells)],
        metadata={"kernelspec": {"name": "python3", "display_name": "P", "language": "python"}},
    )
    for index, names in (tags or {}).items():
        made.cells[index].metadata["tags"] = names
    return made


def executed(engine: str | None, made: NotebookNode, folder: Path, **more: Any) -> NotebookNode:
    """Run a notebook in ``folder`` and read what papermill wrote, failed or not."""
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
            **more,
        )
    return nbformat.read(target, as_version=4)


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


@pytest.fixture(autouse=True)
def _kernel_catches_below_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kernel that finds pytest's variable leaves the file descriptors alone."""
    monkeypatch.delenv("PYTEST_CURRENT_TEST")


@pytest.mark.parametrize("kind", NOTEBOOKS)
def test_the_same_outputs(kind: str, tmp_path: Path) -> None:
    """Every cell shows the same through either engine."""
    made = notebook(*NOTEBOOKS[kind])
    ours = executed("plantrack", made, tmp_path)
    theirs = executed(None, made, tmp_path)
    assert outputs(ours) == outputs(theirs)
    assert ours.metadata.language_info == theirs.metadata.language_info


def test_tags_say_what_may_fail_and_what_is_skipped(tmp_path: Path) -> None:
    """A cell may be allowed to fail, or not be run at all, as with the kernel."""
    made = notebook(
        "1/0", "print('skipped')", "2", tags={0: ["raises-exception"], 1: ["skip-execution"]}
    )
    ours = executed("plantrack", made, tmp_path)
    assert outputs(ours) == outputs(executed(None, made, tmp_path))
    assert ours.cells[2].execution_count == 2


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
    assert kept.cells[0].outputs == [{"output_type": "stream", "name": "stdout", "text": "begun\n"}]
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
        "sys": [sys.path[:], sys.argv[:], sys.stdin, sys.stdout, sys.stderr, sys.displayhook]
        + [
            sys.excepthook,
            sys.modules["__main__"],
            hasattr(sys, "ps1"),
            hasattr(sys, "last_value"),
        ],
        "builtins": dict(vars(builtins)),
        "signals": [
            signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM)
        ],
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
    executed(
        "plantrack", notebook("left = 1", "2", "import warnings; warnings.warn('w')"), tmp_path
    )
    kept = executed("plantrack", notebook("'left' in globals(), Out, len(In)"), tmp_path)
    assert kept.cells[0].outputs[0].data["text/plain"] == "(False, {}, 2)"


def test_the_host_keeps_its_shell_and_its_loop(tmp_path: Path) -> None:
    """A notebook can be run from a notebook: inside a running loop and another shell."""
    host = InteractiveShell.instance()

    async def run() -> NotebookNode:
        return executed(
            "plantrack", notebook("import asyncio\nawait asyncio.sleep(0, 3)"), tmp_path
        )

    try:
        assert asyncio.run(run()).cells[0].outputs[0].data["text/plain"] == "3"
        assert InteractiveShell.instance() is host
    finally:
        host.atexit_operations()
        InteractiveShell.clear_instance()


def test_threads_of_the_host_keep_their_streams(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What another thread of the host prints meanwhile does not end up in a cell."""
    go, done = threading.Event(), threading.Event()

    def speak() -> None:
        go.wait(10)
        print("from the host")
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


def test_saved_at_the_start_and_at_the_end_only(tmp_path: Path) -> None:
    """Whatever the number of cells, papermill writes the notebook but a few times."""
    few, many = (_writes(tmp_path, notebook(*["1"] * count)) for count in (1, 30))
    assert few == many


def _writes(folder: Path, made: NotebookNode) -> int:
    class Counted(papermill.iorw.LocalHandler):  # type: ignore[misc]
        written = 0

        def write(self, buf: str, path: str) -> None:
            type(self).written += 1
            super().write(buf, path)

    papermill.iorw.papermill_io.register("count://", handler := Counted())
    name = f"count://{folder / 'out.ipynb'}"
    handler._cwd = None
    papermill.execute_notebook(made, name, engine_name="plantrack", progress_bar=False)
    return Counted.written
