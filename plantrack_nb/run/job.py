"""All that is needed to make one district's round, anywhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plantrack_nb.core.files import safe_child
from plantrack_nb.office.round_file import NOTEBOOKS
from plantrack_nb.run.notebook import Engine, Format

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from plantrack_nb.core.schema import RoundKey


@dataclass(frozen=True)
class Job:
    """One district's round to be made; it can be sent to another process.

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
    letter : mapping of str to str or bool
        Further parameters of the report, by name.
    timeout : int, optional
        Seconds that a cell may take.
    register : Path, optional
        The register the office stands in, when it is not the project's own.
    office : str
        What the office is called there.
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
    def of_the_report(self) -> dict[str, object]:
        """Values for the last notebook alone."""
        return {**self.letter, "show_persons": self.show_persons}

    @property
    def parameters(self) -> dict[str, object]:
        """Values for every notebook; paths inside the project are relative to it."""
        own = {} if self.register is None else {"register": _from(self.register, self.project)}
        return {
            "district": self.key.district,
            "fiscal_year": self.key.fiscal_year,
            "quarter": self.key.quarter,
            "source": _from(self.source, self.project),
            "out": _from(self.folder, self.project),
            **own,
        }


def _from(path: Path, folder: Path) -> str:
    path, folder = path.absolute(), folder.absolute()
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)
