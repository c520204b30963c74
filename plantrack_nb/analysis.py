"""What a notebook does with a round: read it, check it, keep what came of it.

These are the stages as one call each; :mod:`plantrack_nb` offers them by their names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.check import OfficeFiles, office
from plantrack_nb.core.calendar import quarter_end
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.files import write_text
from plantrack_nb.core.findings import Finding, to_json
from plantrack_nb.core.schema import Round
from plantrack_nb.load import (
    Wanted,
    corrected,
    read_places,
    read_source,
    store,
    write_reading,
)
from plantrack_nb.load.reading import Reading
from plantrack_nb.measures.places import NO_PLACES, Places
from plantrack_nb.office.project import find_project
from plantrack_nb.office.register import Register
from plantrack_nb.office.workplace import Workplace

if TYPE_CHECKING:
    import pandas as pd


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
    10110665.0
    """
    if isinstance(source, Workplace):
        key, project, register = source.key, source.project, source.register
        path, wanted = source.source, Wanted(key.district, key.fiscal_year, key.quarter)
    else:
        project = find_project()
        path, register = Path(source), Register.load(project.register)
        path = path if path.exists() else project.root / path
        wanted = Wanted(district, fiscal_year, quarter)
    return corrected(read_source(path, register, wanted), project.params)


def check_round(what: Workplace | Reading | Round, *, today: date | None = None) -> list[Finding]:
    """Check every figure of a round that can be proved, as its office has set the rules.

    Parameters
    ----------
    what : Workplace, Reading or Round
        A round as it was read, or the place where it was kept.
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
    tables, places = _tables(what)
    return office.check_round(tables, _office_files(), today or _last_day(tables), places)


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


def _tables(
    what: Workplace | Reading | Round,
) -> tuple[Mapping[str, pd.DataFrame], Places]:
    if isinstance(what, Reading):
        return what.round.tables, what.located
    if isinstance(what, Workplace):
        return store.read_round(what.tables).tables, read_places(what.tables)
    return what.tables, NO_PLACES


def _office_files() -> OfficeFiles:
    """Name the files of the project around; outside of one the rules stand as they are shipped."""
    try:
        return OfficeFiles.of(find_project().params)
    except SourceError:
        return OfficeFiles.of(Path())


def _last_day(tables: Mapping[str, pd.DataFrame]) -> date:
    rounds = tables["projects"][["fiscal_year", "quarter"]].drop_duplicates().to_numpy()
    return max(quarter_end(int(year), int(quarter)) for year, quarter in rounds)
