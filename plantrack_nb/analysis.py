"""What a notebook does with a round: read it, check it, keep what came of it.

These are the stages as one call each; :mod:`plantrack_nb` offers them by their names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from plantrack_nb import check
from plantrack_nb.check import OfficeFiles, last_day
from plantrack_nb.core.corrections import Correction, corrections_file, read_corrections
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.files import write_text
from plantrack_nb.core.findings import Finding, read_findings, to_json
from plantrack_nb.core.schema import Round
from plantrack_nb.load import (
    Wanted,
    corrected,
    corrections_without_persons,
    findings_without_persons,
    read_places,
    read_source,
    read_tables,
    without_persons,
    write_reading,
)
from plantrack_nb.load.reading import Reading
from plantrack_nb.measures.places import NO_PLACES, Places
from plantrack_nb.office.kept import round_before
from plantrack_nb.office.project import find_project, round_folder
from plantrack_nb.office.register import Register
from plantrack_nb.office.workplace import Workplace
from plantrack_nb.year import Change, Identity, compare, identify
from plantrack_nb.year.confirmed import confirmed_pairs, identity_file, read_confirmed


def read_round(
    source: Workplace | Path | str,
    *,
    district: object = None,
    fiscal_year: object = None,
    quarter: object = None,
) -> Reading:
    """Read a round from a file, with the office's corrections laid over it.

    Parameters
    ----------
    source : Workplace, Path or str
        The file (a relative path starts at the project's folder when it is not found here), or
        the place of a round, whose own source is read.
    district, fiscal_year, quarter : object, optional
        The round asked for; what is not given is taken from the document.

    Returns
    -------
    Reading
        The round's tables, and how they were read.

    Raises
    ------
    SourceError, ParameterError
        The file cannot be read, or the round is not known.

    Examples
    --------
    >>> reading = read_round("data/7301-2565-q2.xlsx")
    >>> float(reading.round.budget_lines["budget"].sum())
    138298687.0
    """
    if isinstance(source, Workplace):
        key, project, register = source.key, source.project, source.register
        path, wanted = source.source, Wanted(key.district, key.fiscal_year, key.quarter)
    else:
        project = find_project()
        path, register = Path(source), Register.load(project.register)
        path = path if path.exists() else project.root / path
        wanted = Wanted(district, fiscal_year, quarter)
    return corrected(read_source(path, register, wanted, project.params), project.params)


@dataclass(frozen=True)
class KeptRound:
    """What the notebooks of a round have kept in its folder, read when it is asked for.

    Parameters
    ----------
    here : Workplace
        The round's place.
    show_persons : bool
        Whether officers' names stay in what is read; without them groups stay.
    """

    here: Workplace
    show_persons: bool = True

    @cached_property
    def round(self) -> Round:
        """The tables."""
        return self._whole if self.show_persons else without_persons(self._whole)

    @cached_property
    def places(self) -> Places:
        """The cells behind the values, with the names that stand in them."""
        return read_places(self.here.tables)

    @cached_property
    def findings(self) -> list[Finding]:
        """What checking has found."""
        found = read_findings(self.here.findings)
        return found if self.show_persons else findings_without_persons(found, self._whole)

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        """What people have put right since the document was read."""
        made = read_corrections(corrections_file(self.here.project.params, self.here.key))
        return made if self.show_persons else tuple(corrections_without_persons(made, self._whole))

    @cached_property
    def _whole(self) -> Round:
        return read_tables(self.here.tables)


def kept_round(here: Workplace, *, show_persons: bool = True) -> KeptRound:
    """Open what earlier notebooks have kept of a round (:class:`KeptRound`)."""
    return KeptRound(here, show_persons)


def check_round(what: KeptRound | Reading | Round, *, today: date | None = None) -> list[Finding]:
    """Check every figure of a round that can be proved, as its office has set the rules.

    Parameters
    ----------
    what : KeptRound, Reading or Round
        A round as it was read, or as it was kept.
    today : date, optional
        The day on which waivers must still hold; the round's last day by default.

    Returns
    -------
    list of Finding
        Whole document first, then project by project; accepted ones carry their waiver.

    Examples
    --------
    >>> findings = check_round(read_round("data/7301-2565-q2.xlsx"))
    >>> findings[0].project_no, bool(findings[0].refs)
    ('', True)
    """
    tables = what.tables if isinstance(what, Round) else what.round.tables
    if isinstance(what, Reading):
        places = what.located
    else:
        places = NO_PLACES if isinstance(what, Round) else what.places
    return check.check_round(tables, _office_files(), today or last_day(tables), places)


@dataclass(frozen=True)
class Comparison:
    """A round beside an earlier one of the same district.

    Parameters
    ----------
    before, after : KeptRound
        The two rounds.
    identity : Identity
        Which project is which; doubtful pairs are its candidates.
    changes : tuple of Change
        What has changed.
    """

    before: KeptRound
    after: KeptRound
    identity: Identity
    changes: tuple[Change, ...]

    @property
    def names(self) -> dict[str, str]:
        """Names of the later round's projects by their numbers."""
        projects = self.after.round.projects
        return dict(zip(projects["project_no"], projects["name"], strict=True))


def compare_rounds(here: Workplace, against: str = "") -> Comparison | None:
    """Compare a round that was kept with an earlier one.

    Parameters
    ----------
    here : Workplace
        The later round.
    against : str, optional
        The earlier one as ``"2565-q1"``; the latest before it by default.

    Returns
    -------
    Comparison or None
        None when no earlier round is kept and none was asked for.

    Raises
    ------
    ParameterError, SourceError
        ``against`` names no round, or one that was not run.
    """
    outputs = here.outputs
    earlier = round_before(outputs, here.key, against)
    if earlier is None:
        return None
    there = replace(here, key=earlier, folder=round_folder(outputs, earlier))
    before, after = KeptRound(there), KeptRound(here)
    said = read_confirmed(identity_file(here.project.params, here.key))
    known = identify(before.round, after.round, confirmed_pairs(said, earlier))
    places = (before.places, after.places)
    return Comparison(
        before, after, known, tuple(compare(before.round, after.round, known, places))
    )


def save_round(what: Reading | Sequence[Finding], here: Workplace) -> list[Path]:
    """Keep a reading or its findings in the round's folder, for the notebooks that follow.

    Returns
    -------
    list of Path
        The files written, each whole or not at all.
    """
    if isinstance(what, Reading):
        return write_reading(what, here.tables, "parquet")
    write_text(here.findings, to_json(what))
    return [here.findings]


def _office_files() -> OfficeFiles:
    """Name the files of the project around; outside of one the rules stand as they are shipped."""
    try:
        return OfficeFiles.of(find_project().params)
    except SourceError:
        return OfficeFiles.of(Path())
