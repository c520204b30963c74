"""Faults at the n-th system call of a real run, injected by strace."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from importlib import import_module
from itertools import count
from pathlib import Path

from helpers.made_notebooks import FINDINGS, MASTHEAD, PARAMETERS, project, saved

from plantrack_nb.cli.failures import guarded
from plantrack_nb.run.fingerprint import package_digest
from plantrack_nb.run.ledger import LEDGER
from plantrack_nb.run.workers.pool import WARM

FIRST, SECOND = "nothing", "before"
"""What there is when a run begins: nothing at all, or the outputs of another source."""

WRITTEN = ("outputs", "outputs-work")
"""Folders that a run writes to."""

ONE_ROUND = ("--year=2565", "--quarter=2", "--district=7301", "--input=data/7301.txt")
"""Options of the run."""

CALLS = ("openat", "write", "fsync", "rename", "mkdir", "unlink")
"""What a run does to its output folder."""

_WORDS = "words = Path(source).read_text()\n"
_NOTEBOOKS = {
    "01_load": "from plantrack_nb.core.files import write_text\n"
    "changed = write_text(Path(out) / 'tables' / 'words.csv', words)\nwords",
    "02_check": FINDINGS + "\nwords",
    "03_report": "from plantrack_nb.render.parts import Heading\n"
    "from plantrack_nb.measures.totals import Totals, to_json\n"
    "from plantrack_nb.core.files import write_text\n"
    "changed = write_text(Path(out) / 'totals.json', to_json(Totals(len(words), 0, 0, 1.0, 1.0)))\n"
    "Heading(words)",
}
_LINE = re.compile(r"^(\d+) +(\w+)\((.*)")
_TIMED = ("ended", "seconds", "stamps")
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
    """How a run ended: its exit code (minus a signal) and all it said."""

    code: int
    said: str


@dataclass(frozen=True)
class Running:
    """A run under way."""

    process: int
    log: Path
    tracer: subprocess.Popen[str] | None


@dataclass(frozen=True)
class Bench:
    """A small project with a round that was made, and whose source has changed since.

    Every file that a run writes is another one before and after.
    """

    folder: Path
    register: Path

    @property
    def home(self) -> Path:
        """The project's folder."""
        return self.folder / "project"

    @property
    def out(self) -> Path:
        """Where the run writes what may be shared."""
        return self.home / WRITTEN[0]

    def prepare(self) -> Bench:
        """Make the project, the outputs of its first source, then those of its second."""
        for name in WARM:
            import_module(name)
        package_digest()  # that of every run, also when somebody edits the code meanwhile
        made = project(self.home)
        for name, cell in _NOTEBOOKS.items():
            cells = (MASTHEAD, "from pathlib import Path\n" + _WORDS + cell)
            parameters = PARAMETERS + "\nshow_persons = False"
            saved(made / "notebooks" / f"{name}.ipynb", *cells, parameters=parameters)
        (self.folder / FIRST).mkdir()
        shutil.copy(self.register, made / "params" / "districts.csv")
        shutil.copy(self.register.with_name("targets.csv"), made / "params")
        for stage, text in ((SECOND, "right"), ("after", "wrong")):
            (made / "data" / "7301.txt").write_text(text, encoding="utf-8")
            ending = self.run()
            assert ending.code == 0, ending.said
            for name in WRITTEN:
                shutil.copytree(self.home / name, self.folder / stage / name)
        return self

    def reset(self, start: str = SECOND) -> None:
        """Put the outputs of the first source back, or take all away."""
        for name in WRITTEN:
            shutil.rmtree(self.home / name, ignore_errors=True)
        if start == SECOND:
            self.fill(start)

    def fill(self, stage: str) -> None:
        """Put the outputs of a stage where the run writes them."""
        for name in WRITTEN:
            shutil.copytree(self.folder / stage / name, self.home / name, dirs_exist_ok=True)

    def run(self, *strace: str) -> Ending:
        """Run ``plantrack run`` in a process of its own, under strace if it is told anything."""
        return self.wait(self.start(*strace))

    def start(self, *strace: str) -> Running:
        """Begin such a run; several may be under way."""
        home = self.home
        log = self.folder / f"said-{next(_NUMBERS)}.txt"
        child = os.fork()
        if child == 0:  # the warm parent saves each run the seconds of its imports
            os.environ["PLANTRACK_HOME"] = str(home)
            os.chdir(home)
            handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(handle, 1)
            os.dup2(handle, 2)
            sys.stdout, sys.stderr = (os.fdopen(one, "w", encoding="utf-8") for one in (1, 2))
            os.kill(os.getpid(), signal.SIGSTOP)
            code = _run()
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
        os.waitpid(child, os.WUNTRACED)
        tracer = _attached(child, strace) if strace else None
        os.kill(child, signal.SIGCONT)
        return Running(child, log, tracer)

    def wait(self, running: Running) -> Ending:
        """Wait until a run has ended."""
        _, status = os.waitpid(running.process, 0)
        if running.tracer is not None:
            running.tracer.communicate(timeout=_SECONDS)
        return Ending(os.waitstatus_to_exitcode(status), running.log.read_text(encoding="utf-8"))

    def calls(self, start: str) -> list[Call]:
        """List every call of a whole run that touches the output folder."""
        self.reset(start)
        log = self.folder / "calls.txt"
        ending = self.run("-y", "-o", str(log), "-e", f"trace={','.join(CALLS)}")
        assert ending.code == 0, ending.said
        lines = [_LINE.match(line) for line in log.read_text("utf-8", "replace").splitlines()]
        main = next(one[1] for one in lines if one)
        seen: Counter[str] = Counter()
        found = []
        for line in lines:
            if line and line[1] == main:
                seen[line[2]] += 1
                if str(self.home / WRITTEN[0]) in line[3] or f'"{WRITTEN[0]}' in line[3]:
                    found.append(Call(line[2], seen[line[2]], line[3]))
        return found

    def fault(self, start: str, call: Call, what: str) -> Ending:
        """Run with ``what`` (``signal=KILL``, ``error=ENOSPC``, …) injected at a call."""
        self.reset(start)
        return self.run(
            "-e", f"trace={call.name}", "-e", f"inject={call.name}:{what}:when={call.number}",
            "-o", os.devnull,
        )  # fmt: skip


def contents(home: Path) -> dict[str, bytes]:
    """Read every file that a run wrote, half-written ones too; of ledgers what lasts."""
    return {
        path.relative_to(home).as_posix(): _lasting(path)
        for name in WRITTEN
        for path in sorted((home / name).rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


def half_written(files: dict[str, bytes]) -> list[str]:
    """List what no reader takes for a file, and the next run removes."""
    return [name for name in files if name.endswith(".part")]


def _lasting(path: Path) -> bytes:
    if path.name != LEDGER:
        return path.read_bytes()
    fields = json.loads(path.read_text(encoding="utf-8"))
    return json.dumps({k: v for k, v in fields.items() if k not in _TIMED}).encode()


def _run() -> int:
    return guarded(["run", *ONE_ROUND])


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
