"""Check a round as its office does: with its thresholds, targets and accepted findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.check.runner import all_rules, check_tables
from plantrack_nb.check.settings import DEFAULTS, read_settings
from plantrack_nb.check.waivers import apply_waivers, read_waivers
from plantrack_nb.core.calendar import quarter_end
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.files import present
from plantrack_nb.core.findings import Finding
from plantrack_nb.core.language import say
from plantrack_nb.measures.places import NO_PLACES, Places
from plantrack_nb.office.stages import read_stages
from plantrack_nb.office.targets import NO_TARGETS, read_targets
from plantrack_nb.office.terms import NO_TERMS, read_terms
from plantrack_nb.thai.stages import BUILT_IN
from plantrack_nb.year.earlier_rounds import NO_PAST, Past

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class OfficeFiles:
    """The files an office keeps its rules in; one that is not there changes nothing.

    Parameters
    ----------
    rules : Path
        Thresholds and severities (``params/rules.yaml``).
    waivers : Path
        Findings that people have accepted (``params/waivers.yaml``).
    targets : Path
        National targets of disbursement (``params/targets.csv``).
    terms : Path
        Names and words to be spelt in one way (``params/terms.csv``).
    stages : Path
        Words of the office's own for how far a deed is (``params/stages.csv``).
    """

    rules: Path
    waivers: Path
    targets: Path
    terms: Path
    stages: Path

    @classmethod
    def of(cls, params: Path) -> OfficeFiles:
        """Name the files in a project's folder of parameters."""
        names = ("rules.yaml", "waivers.yaml", "targets.csv", "terms.csv", "stages.csv")
        return cls(*(params / name for name in names))


def last_day(tables: Mapping[str, pd.DataFrame]) -> date:
    """Tell the last day that the rounds in these tables report on.

    Raises
    ------
    SourceError
        There is no project in them.
    """
    rounds = tables["projects"][["fiscal_year", "quarter"]].drop_duplicates().to_numpy()
    days = [quarter_end(int(year), int(quarter)) for year, quarter in rounds]
    if not days:
        raise SourceError(
            say("ไม่มีโครงการให้ตรวจ", "There is no project to check."),
            hint=say("อ่านเอกสารที่มีตารางโครงการ", "Load a document that has a table of projects."),
        )
    return max(days)


def check_round(
    tables: Mapping[str, pd.DataFrame],
    files: OfficeFiles,
    today: date,
    places: Places = NO_PLACES,
    past: Past = NO_PAST,
) -> list[Finding]:
    """Check the tables of one round or many; accepted findings carry their waiver.

    Parameters
    ----------
    tables : Mapping of str to DataFrame
        The declared tables by name.
    files : OfficeFiles
        The office's own rules.
    today : date
        The day on which waivers must still hold.
    places : Places, optional
        The cells behind the values, for findings to point to.
    past : Past, optional
        The round before each, where it is kept.

    Raises
    ------
    SourceError, ParameterError
        A file of the office cannot be read, or has faults; all are told.
    """
    settings = read_settings(files.rules, all_rules()) if present(files.rules) else DEFAULTS
    targets = read_targets(files.targets) if present(files.targets) else NO_TARGETS
    waivers = read_waivers(files.waivers) if present(files.waivers) else ()
    terms = read_terms(files.terms) if present(files.terms) else NO_TERMS
    stages = read_stages(files.stages) if present(files.stages) else BUILT_IN
    districts = sorted(tables["projects"]["district"].unique())
    found = check_tables(tables, settings, targets, terms, places, stages=stages, past=past)
    return list(apply_waivers(found, waivers, today, districts).findings)
