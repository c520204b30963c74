"""What an analyst has chosen or asks of a table, and which rows of a round that leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plantrack_nb.core.findings import Finding
from plantrack_nb.core.records import Row
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
    """What is left of a round under a choice; its rows as frames are taken when asked for.

    Parameters
    ----------
    opened : Opened
        The round.
    records : tuple
        The projects that are left, as records.
    findings : tuple of Finding
        The findings that are left.
    """

    opened: Opened
    records: tuple[Row, ...]
    findings: tuple[Finding, ...]

    @property
    def projects(self) -> pd.DataFrame:
        """The projects that are left."""
        return self._of(self.opened.projects)

    @property
    def lines(self) -> pd.DataFrame:
        """Their budget lines."""
        return self._of(self.opened.round.budget_lines)

    @property
    def activities(self) -> pd.DataFrame:
        """Their activities."""
        return self._of(self.opened.round.activities)

    def _of(self, data: pd.DataFrame) -> pd.DataFrame:
        return data[data["project_no"].isin({one.project_no for one in self.records})]


def narrowed(opened: Opened, findings: Sequence[Finding], choice: Choice) -> Shown:
    """Filter a round by a choice.

    A project is left when it is the one chosen, has the group and strategy chosen, and a finding
    of the rule chosen; lines, activities and findings follow their project. Findings about the
    whole document are left as long as no project, group or strategy is chosen.
    """
    of_rule = [one for one in findings if choice.rule in ("", one.rule)]
    found = {one.project_no for one in of_rule}
    records = tuple(
        one
        for one in opened.records
        if choice.project_no in ("", one.project_no)
        and choice.group in ("", one.owner)
        and choice.strategy_no in ("", one.strategy_no)
        and (not choice.rule or one.project_no in found)
    )
    left = {one.project_no for one in records}
    whole = not (choice.project_no or choice.group or choice.strategy_no)
    kept = (one for one in of_rule if one.project_no in left or (whole and not one.project_no))
    return Shown(opened, records, tuple(kept))


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
