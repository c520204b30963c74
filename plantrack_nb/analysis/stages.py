"""The stages as one call each: read a round, check it, keep what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from plantrack_nb import check
from plantrack_nb.analysis.comparison import Comparison
from plantrack_nb.analysis.findings_frame import Findings
from plantrack_nb.analysis.kept_rounds import KeptRound
from plantrack_nb.check import OfficeFiles, last_day
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.files import write_text
from plantrack_nb.core.findings import Finding, to_json
from plantrack_nb.core.schema import Round
from plantrack_nb.load import Wanted, corrected, read_past, read_source, write_reading
from plantrack_nb.load.reading import Reading
from plantrack_nb.measures.places import NO_PLACES
from plantrack_nb.office.project import find_project
from plantrack_nb.office.register import Register
from plantrack_nb.office.round_folder import Workplace
from plantrack_nb.year.earlier_rounds import NO_PAST, Past
from plantrack_nb.year.since_last_round import write_since


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


def check_round(what: KeptRound | Reading | Round, *, today: date | None = None) -> Findings:
    """Check every figure of a round that can be proved, as its office has set the rules.

    Parameters
    ----------
    what : KeptRound, Reading or Round
        A round as it was read, or as it was kept: these are held against the round before it, if
        that was kept; a mere ``Round`` stands alone.
    today : date, optional
        The day on which waivers must still hold; the round's last day by default.

    Returns
    -------
    Findings
        A list: whole document first, then project by project; accepted ones carry their waiver.

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
    day = today or last_day(tables)
    return Findings(check.check_round(tables, _office_files(), day, places, _past_of(what)))


def save_round(
    what: Reading | Sequence[Finding] | Comparison | None, here: Workplace
) -> list[Path]:
    """Keep something of a round in its folder, for the notebooks that follow.

    Parameters
    ----------
    what : Reading, sequence of Finding, or Comparison
        Its reading, its findings, or what has changed since the round before; None where there is
        none before it.
    here : Workplace
        The round's place.

    Returns
    -------
    list of Path
        The files written, each whole or not at all.
    """
    if isinstance(what, Reading):
        return write_reading(what, here.tables, "parquet")
    if what is None:
        here.changes.unlink(missing_ok=True)
        return []
    if isinstance(what, Comparison):
        write_text(here.changes, write_since(what.since))
        return [here.changes]
    write_text(here.findings, to_json(what))
    return [here.findings]


def _past_of(what: KeptRound | Reading | Round) -> Past:
    """Find the round before one among the outputs."""
    if isinstance(what, KeptRound):
        return {} if what.earlier is None else {what.here.key: what.earlier}
    if isinstance(what, Round):
        return NO_PAST
    try:
        project = find_project()
    except SourceError:
        return NO_PAST
    return read_past(project.working, what.round.key, project.params)


def _office_files() -> OfficeFiles:
    """Name the files of the project around; outside of one the rules stand as they are shipped."""
    try:
        return OfficeFiles.of(find_project().params)
    except SourceError:
        return OfficeFiles.of(Path())
