"""Where one round is worked on: its key, its source, and the files of its output folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plantrack_nb.core.calendar import quarter_end
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.measures import totals
from plantrack_nb.office.project import Project, find_project, round_folder, working
from plantrack_nb.office.register import District, Register
from plantrack_nb.office.validation import round_key


@dataclass(frozen=True)
class Workplace:
    """One round's place in a project.

    Parameters
    ----------
    project : Project
        The project's folders.
    register : Register
        The areas there are.
    key : RoundKey
        The round.
    source : Path
        The file the round is read from.
    folder : Path
        Where the work on it stands: ``outputs-work/{fiscal_year}/q{quarter}/{district}``.
    """

    project: Project
    register: Register
    key: RoundKey
    source: Path
    folder: Path

    @property
    def office(self) -> District:
        """The area office that reports."""
        office = self.register.by_code(self.key.district)
        assert office is not None  # the key was made with this register
        return office

    @property
    def outputs(self) -> Path:
        """The folder of all rounds, in which this one's folder stands."""
        return self.folder.parents[2]

    @property
    def tables(self) -> Path:
        """Folder of the round's tables."""
        return self.folder / "tables"

    @property
    def findings(self) -> Path:
        """File of the round's findings."""
        return self.folder / "findings.json"

    @property
    def changes(self) -> Path:
        """File of what has changed since the round before."""
        return self.folder / "changes.json"

    @property
    def totals(self) -> Path:
        """File of the few figures that an index of rounds shows."""
        return self.folder / totals.FILE

    @property
    def day(self) -> date:
        """The day for which the round is reported: its last one.

        Whatever depends on a date (a waiver's end, the date of a document) takes this one and
        not the clock's, so that the same inputs give the same bytes on another day.
        """
        return quarter_end(self.key.fiscal_year, self.key.quarter)


def workplace(
    district: object,
    fiscal_year: object,
    quarter: object,
    *,
    source: str = "",
    out: str = "",
    register: str = "",
) -> Workplace:
    """Find a round's place from a notebook's parameters.

    Parameters
    ----------
    district, fiscal_year, quarter : object
        The round; a district's code may come as the number papermill makes of it.
    source : str, optional
        The file to read; ``data/{district}-{fiscal_year}-q{quarter}.xlsx`` by default. A
        relative path starts at the project's folder.
    out : str, optional
        The folder to work in; ``outputs-work/{fiscal_year}/q{quarter}/{district}`` by default.
        A round that only ``sample/`` has is read from there, and its outputs go there too.
    register : str, optional
        The file of the areas there are; ``params/districts.csv`` by default.

    Raises
    ------
    ParameterError
        A parameter is wrong; all that are wrong are told at once.
    SourceError
        No project folder, or no such register.
    """
    project = find_project()
    areas = Register.load(project.root / register if register else project.register)
    key = round_key(district=district, fiscal_year=fiscal_year, quarter=quarter, register=areas)
    usual, sample = (one / f"{key}.xlsx" for one in (project.data, project.sample))
    is_sample = not source and not usual.exists() and sample.exists()
    outputs = project.sample_outputs if is_sample else project.outputs
    return Workplace(
        project,
        areas,
        key,
        project.root / source if source else (sample if is_sample else usual),
        project.root / out if out else round_folder(working(outputs), key),
    )
