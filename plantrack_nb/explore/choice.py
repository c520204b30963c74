"""What an analyst has chosen, and which rows of a round that leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plantrack_nb.core.findings import Finding
from plantrack_nb.explore.opened import Opened

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Choice:
    """One thing of each kind that is chosen; ``""`` is everything."""

    project_no: str = ""
    group: str = ""
    strategy_no: str = ""
    rule: str = ""

    @property
    def is_everything(self) -> bool:
        """True when nothing narrows the view."""
        return self == Choice()


@dataclass(frozen=True)
class Shown:
    """What is left of a round under a choice."""

    projects: pd.DataFrame
    lines: pd.DataFrame
    activities: pd.DataFrame
    findings: tuple[Finding, ...]


def narrowed(opened: Opened, findings: Sequence[Finding], choice: Choice) -> Shown:
    """Filter a round by a choice.

    A project is left when it is the one chosen, has the group and strategy chosen, and a finding
    of the rule chosen; lines, activities and findings follow their project. Findings about the
    whole document are left as long as no project, group or strategy is chosen.
    """
    projects = opened.projects
    if choice.project_no:
        projects = projects[projects["project_no"] == choice.project_no]
    if choice.group:
        projects = projects[projects["owner"] == choice.group]
    if choice.strategy_no:
        projects = projects[projects["strategy_no"] == choice.strategy_no]
    of_rule = [one for one in findings if choice.rule in ("", one.rule)]
    if choice.rule:
        projects = projects[projects["project_no"].isin({one.project_no for one in of_rule})]
    left = set(projects["project_no"])
    whole = not (choice.project_no or choice.group or choice.strategy_no)
    lines, activities = opened.round.budget_lines, opened.round.activities
    return Shown(
        projects,
        lines[lines["project_no"].isin(left)],
        activities[activities["project_no"].isin(left)],
        tuple(one for one in of_rule if one.project_no in left or (whole and not one.project_no)),
    )
