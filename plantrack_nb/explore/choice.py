"""What an analyst has chosen or asks of a table, and which rows of a round that leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plantrack_nb.core.findings import Finding
from plantrack_nb.core.schema import ROUND_COLUMNS, TABLES, Kind
from plantrack_nb.explore.opened import Opened

if TYPE_CHECKING:
    import pandas as pd


_OF_ROUND = {column.name for column in ROUND_COLUMNS}


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


@dataclass(frozen=True)
class Wish:
    """Which table, which words must stand in a row, and by which column it is sorted."""

    table: str = "projects"
    find: str = ""
    sort_by: str = ""
    descending: bool = False


def wished(data: pd.DataFrame, wish: Wish) -> pd.DataFrame:
    """Return the rows in which every word stands somewhere, whatever its case, sorted.

    Project numbers sort as numbers do: 6.2 before 6.10. The round's own columns are left out:
    they are the same in every row.
    """
    shown = data[[name for name in data.columns if name not in _OF_ROUND]]
    words = wish.find.lower().split()
    if words:
        texts = (" ".join(map(_said, row)).lower() for row in shown.itertuples(index=False))
        kept = [at for at, text in enumerate(texts) if all(word in text for word in words)]
        shown = shown.iloc[kept]
    if wish.sort_by:
        key = _numbers if _is_number(wish) else None
        shown = shown.sort_values(
            wish.sort_by, ascending=not wish.descending, key=key, kind="stable"
        )
    return shown


def _said(value: object) -> str:
    """Write a value as it may be looked for: a number plain and with its thousands grouped."""
    return f"{value:.10g} {value:,.2f}" if isinstance(value, float) else str(value)


def _is_number(wish: Wish) -> bool:
    column = next(one for one in TABLES[wish.table].columns if one.name == wish.sort_by)
    return column.kind is Kind.TEXT and column.name.endswith("_no")


def _numbers(values: pd.Series[str]) -> pd.Series[str]:
    """Pad every number in a text, so that texts sort as their numbers do."""
    return values.str.replace(r"\d+", lambda found: found[0].zfill(6), regex=True)
