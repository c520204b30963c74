"""One district's round: its notebooks one after the other, then the report in each format."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from plantrack_nb.errors import OutputError, PlantrackError
from plantrack_nb.files import safe_child, sweep, write_bytes
from plantrack_nb.findings import Severity, read_findings
from plantrack_nb.round_file import NOTEBOOKS
from plantrack_nb.run.held import held
from plantrack_nb.run.notebook import Engine, Format, export, run_notebook

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from nbformat import NotebookNode

    from plantrack_nb.schema import RoundKey


class State(StrEnum):
    """What became of a district's round."""

    DONE = "done"
    FINDINGS = "findings"
    FAILED = "failed"
    NO_INPUT = "no_input"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Outcome:
    """What became of a district's round, and where to look.

    Parameters
    ----------
    key : RoundKey
        The round.
    state : State
        ``findings`` when an error or a warning is open; ``failed`` when no report was made.
    findings : mapping of Severity to int
        How many are open (not waived).
    made : tuple of Path
        The reports first, then the executed notebooks.
    seconds : float
        Time it took.
    error : PlantrackError, optional
        Why it failed; its ``where`` is the executed notebook that was kept.
    """

    key: RoundKey
    state: State
    findings: Mapping[Severity, int] = field(default_factory=dict)
    made: tuple[Path, ...] = ()
    seconds: float = 0.0
    error: PlantrackError | None = None


@dataclass(frozen=True)
class Job:
    """All that is needed to make one district's round, anywhere.

    Parameters
    ----------
    key : RoundKey
        The round, already checked against the register.
    source : Path
        The file it is read from.
    out : Path
        Folder of all rounds; this one goes to ``{fiscal_year}/q{quarter}/{district}`` in it.
    project : Path
        The project's folder: where the cells run, and where ``notebooks/`` lies.
    names : tuple of str
        Names of the notebooks, without their ending, in order; the last is the report.
    formats : tuple of Format
        Forms of the report.
    engine : Engine
        Where the cells run.
    show_persons : bool
        Whether the report names officers.
    timeout : int, optional
        Seconds that a cell may take.
    """

    key: RoundKey
    source: Path
    out: Path
    project: Path
    names: tuple[str, ...] = NOTEBOOKS
    formats: tuple[Format, ...] = (Format.HTML,)
    engine: Engine = Engine.PLANTRACK
    show_persons: bool = False
    timeout: int | None = None

    @property
    def folder(self) -> Path:
        """Where everything of this round goes."""
        key = self.key
        return safe_child(self.out, str(key.fiscal_year), f"q{key.quarter}", key.district)

    @property
    def notebooks(self) -> tuple[Path, ...]:
        """The notebooks in order."""
        return tuple(self.project / "notebooks" / f"{name}.ipynb" for name in self.names)

    @property
    def parameters(self) -> dict[str, object]:
        """Values for every notebook; paths inside the project are relative to it."""
        return {
            "district": self.key.district,
            "fiscal_year": self.key.fiscal_year,
            "quarter": self.key.quarter,
            "source": _from(self.source, self.project),
            "out": _from(self.folder, self.project),
        }


def _quietly(step: str) -> None:
    """Tell nobody."""


def run_round(job: Job, on_progress: Callable[[str], None] = _quietly) -> Outcome:
    """Make one district's round; a district that fails is an outcome, not an exception.

    ``on_progress`` is told the name of each notebook, then of each format, before it is made.

    Raises
    ------
    OutputError
        The output folder cannot be written, or another run holds it.
    """
    started = time.monotonic()
    if not job.source.is_file():
        return Outcome(job.key, State.NO_INPUT)
    with held(job.folder):
        sweep(job.folder)
        try:
            made = _made(job, on_progress)
            counts = _open_findings(job.folder / "findings.json")
        except OutputError:
            raise
        except PlantrackError as error:
            return Outcome(job.key, State.FAILED, seconds=_since(started), error=error)
    serious = counts.get(Severity.ERROR, 0) + counts.get(Severity.WARNING, 0)
    state = State.FINDINGS if serious else State.DONE
    return Outcome(job.key, state, counts, made, _since(started))


def _made(job: Job, on_progress: Callable[[str], None]) -> tuple[Path, ...]:
    copies: list[Path] = []
    for source in job.notebooks:
        on_progress(source.stem)
        target = job.folder / "notebooks" / source.name
        last = source == job.notebooks[-1]
        notebook = run_notebook(
            source,
            target,
            job.parameters | ({"show_persons": job.show_persons} if last else {}),
            engine=job.engine,
            folder=job.project,
            timeout=job.timeout,
        )
        copies.append(target)
    return (*_reports(job, notebook, on_progress), *copies)


def _reports(job: Job, notebook: NotebookNode, on_progress: Callable[[str], None]) -> list[Path]:
    paths = {one: job.folder / f"report.{one}" for one in Format}
    changed = False
    for one in job.formats:
        on_progress(one)
        changed |= write_bytes(paths[one], export(notebook, [one])[one])
    for one in set(Format).difference(job.formats) if changed else ():
        paths[one].unlink(missing_ok=True)  # it would tell of the round as it was before
    return [paths[one] for one in job.formats]


def _open_findings(path: Path) -> dict[Severity, int]:
    open_ones = Counter(one.severity for one in read_findings(path) if not one.waived)
    return {severity: open_ones[severity] for severity in Severity if open_ones[severity]}


def _from(path: Path, folder: Path) -> str:
    path, folder = path.absolute(), folder.absolute()
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)


def _since(started: float) -> float:
    return time.monotonic() - started
