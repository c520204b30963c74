"""One district's round to be made, with all that is needed for it, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from plantrack_nb.core.errors import PlantrackError, SourceError
from plantrack_nb.core.files import safe_child
from plantrack_nb.core.findings import Severity
from plantrack_nb.core.language import Language, spoken
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.project import NOTEBOOKS, working
from plantrack_nb.run.notebook import Engine, Format


@dataclass(frozen=True)
class Job:
    """One district's round to be made; it can be sent to another process.

    Made once, where the command line or a round file asks for it; the notebooks' parameters,
    the fingerprint and the ledger are taken from it.

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
        Names of the notebooks, without their ending, in order.
    formats : tuple of Format
        Forms of the report.
    engine : Engine
        Where the cells run.
    show_persons : bool
        Whether the report names officers.
    letter : mapping of str to str or bool
        Further parameters of the report, by name.
    timeout : int, optional
        Seconds that a cell may take.
    register : Path, optional
        The register the office stands in, when it is not the project's own.
    office : str
        What the office is called there.
    unclear : SourceError, optional
        Why it cannot be made: it is not clear which file is its source.
    language : Language
        What its notebooks tell of the reading in; the report is Thai in any case.
    """

    key: RoundKey
    source: Path
    out: Path
    project: Path
    names: tuple[str, ...] = NOTEBOOKS
    formats: tuple[Format, ...] = (Format.HTML,)
    engine: Engine = Engine.PLANTRACK
    show_persons: bool = False
    letter: Mapping[str, str | bool] = field(default_factory=dict)
    timeout: int | None = None
    register: Path | None = None
    office: str = ""
    unclear: SourceError | None = None
    language: Language = field(default_factory=spoken)

    @property
    def folder(self) -> Path:
        """Where what may be shared of this round goes."""
        return safe_child(self.out, *self.key.folders)

    @property
    def work(self) -> Path:
        """Where the rest goes: tables, findings, executed notebooks."""
        return safe_child(working(self.out), *self.key.folders)

    @property
    def notebooks(self) -> tuple[Path, ...]:
        """The notebooks in order."""
        return tuple(self.project / "notebooks" / f"{name}.ipynb" for name in self.names)


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
        Why it failed.
    notes : tuple of str
        What the notebooks show that the report does not, and where it stands.
    """

    key: RoundKey
    state: State
    findings: Mapping[Severity, int] = field(default_factory=dict)
    made: tuple[Path, ...] = ()
    seconds: float = 0.0
    error: PlantrackError | None = None
    notes: tuple[str, ...] = ()
