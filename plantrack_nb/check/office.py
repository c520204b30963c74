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
from plantrack_nb.findings import Finding
from plantrack_nb.targets import NO_TARGETS, read_targets

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
    """

    rules: Path
    waivers: Path
    targets: Path

    @classmethod
    def of(cls, params: Path) -> OfficeFiles:
        """Name the files in a project's folder of parameters."""
        return cls(params / "rules.yaml", params / "waivers.yaml", params / "targets.csv")


def check_round(
    tables: Mapping[str, pd.DataFrame], files: OfficeFiles, today: date
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

    Raises
    ------
    SourceError, ParameterError
        A file of the office cannot be read, or has faults; all are told.
    """
    settings = read_settings(files.rules, all_rules()) if files.rules.is_file() else DEFAULTS
    targets = read_targets(files.targets) if files.targets.is_file() else NO_TARGETS
    waivers = read_waivers(files.waivers) if files.waivers.is_file() else ()
    districts = sorted(tables["projects"]["district"].unique())
    found = check_tables(tables, settings, targets)
    return list(apply_waivers(found, waivers, today, districts).findings)
