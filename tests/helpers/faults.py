"""Faults at the n-th system call of a real run, injected by strace."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from helpers.made_notebooks import FINDINGS, MASTHEAD, PARAMETERS, project, saved
from helpers.traced import Call, Ending, Running, begin, calls, ended, with_fault

from plantrack_nb.cli.failures import guarded
from plantrack_nb.run.fingerprint import package_digest
from plantrack_nb.run.ledger import LEDGER
from plantrack_nb.run.workers.pool import WARM

FIRST, SECOND = "nothing", "before"
"""What there is when a run begins: nothing at all, or the outputs of another source."""

WRITTEN = ("outputs", "outputs-work")
"""Folders that a run writes to."""

ONE_ROUND = (
    *("--year=2565", "--quarter=2", "--district=7301", "--input=data/7301.txt"),
    "--formats=html,pdf",
)
"""Options of the run."""

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
_TIMED = ("ended", "seconds", "stamps")


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
        return begin(self.home, _run, self.folder, *strace)

    def wait(self, running: Running) -> Ending:
        """Wait until a run has ended."""
        return ended(running)

    def calls(self, start: str) -> list[Call]:
        """List every call of a whole run that touches the output folder."""
        self.reset(start)
        about = (str(self.home / WRITTEN[0]), f'"{WRITTEN[0]}')
        return calls(self.home, _run, self.folder, about)

    def fault(self, start: str, call: Call, what: str) -> Ending:
        """Run with ``what`` (``signal=KILL``, ``error=ENOSPC``, …) injected at a call."""
        self.reset(start)
        return with_fault(self.home, _run, self.folder, call, what)


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
