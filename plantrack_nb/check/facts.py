"""The tables as the rules see them, with what several rules need worked out once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from plantrack_nb import measures
from plantrack_nb.measures import PROJECT, ROUND
from plantrack_nb.provenance import SourceRef
from plantrack_nb.targets import NO_TARGETS, Targets
from plantrack_nb.vocabulary import ClaimKind

if TYPE_CHECKING:
    import pandas as pd

    from plantrack_nb.check.wordings import Wording

__all__ = [
    "PROJECT",
    "ROUND",
    "Facts",
    "ProjectKey",
    "by_project",
    "groups",
    "project_key",
    "ref_of",
    "round_of",
    "rows",
]

ProjectKey = tuple[str, int, int, str]
"""District, fiscal year, quarter and project number."""


@dataclass(frozen=True)
class Facts:
    """The seven tables of one round or of many, stacked; rules never loop over districts.

    Parameters
    ----------
    tables : Mapping of str to DataFrame
        The declared tables by name; their first three columns tell the rounds apart.
    targets : Targets
        The national targets of disbursement; without them no pace is judged.
    """

    tables: Mapping[str, pd.DataFrame]
    targets: Targets = NO_TARGETS

    @property
    def strategies(self) -> pd.DataFrame:
        """Table ``strategies``."""
        return self.tables["strategies"]

    @property
    def lines(self) -> pd.DataFrame:
        """Table ``budget_lines``."""
        return self.tables["budget_lines"]

    @property
    def activities(self) -> pd.DataFrame:
        """Table ``activities``."""
        return self.tables["activities"]

    @property
    def claims(self) -> pd.DataFrame:
        """Table ``claims``."""
        return self.tables["claims"]

    @property
    def narrative(self) -> pd.DataFrame:
        """Table ``narrative``."""
        return self.tables["narrative"]

    @cached_property
    def projects(self) -> pd.DataFrame:
        """Table ``projects`` with status, money, band and owners (:func:`measures.projects`)."""
        return measures.projects(self.tables)

    @cached_property
    def texts(self) -> pd.DataFrame:
        """All running text, one row a text (:func:`plantrack_nb.check.texts.all_texts`)."""
        from plantrack_nb.check.texts import all_texts

        return all_texts(self)

    @cached_property
    def activities_of(self) -> Mapping[ProjectKey, list[Any]]:
        """Rows of ``activities`` in their order, by project."""
        return by_project(self.activities)

    @cached_property
    def lines_of(self) -> Mapping[ProjectKey, list[Any]]:
        """Rows of ``budget_lines`` in their order, by project."""
        return by_project(self.lines)

    @cached_property
    def wordings(self) -> list[Wording]:
        """Names, items of lists, activities and obstacles (:func:`wordings.wordings`)."""
        from plantrack_nb.check.wordings import wordings

        return list(wordings(self))

    @cached_property
    def printed(self) -> pd.DataFrame:
        """Claims of memo, contents, summary and tables, with their subject's keys as columns."""
        from plantrack_nb.check.printed import with_keys

        return with_keys(self.claims[self.claims["kind"] != ClaimKind.ACTIVITY_TEXT.value])

    @cached_property
    def line_parts(self) -> pd.DataFrame:
        """What the activities under each budget line say they cost (:func:`parts.parts`)."""
        from plantrack_nb.check.parts import parts

        return parts(self.lines, self.activities)

    @cached_property
    def line_totals(self) -> Mapping[tuple[str, int, int, str, int], float]:
        """Sum of the amounts told under a budget line, by project and line, where any is."""
        told = self.line_parts[self.line_parts["priced"] > 0]
        return {(*project_key(row), row.line_no): row.total for row in rows(told)}

    @cached_property
    def placed(self) -> pd.DataFrame:
        """Projects with the row of the summary tables that each belongs to, as ``group_key``."""
        from plantrack_nb.check.grouping import placed

        return placed(self.projects, self.printed)


def by_project(frame: pd.DataFrame) -> dict[ProjectKey, list[Any]]:
    """Gather the rows of each project of each round in one pass."""
    gathered: dict[ProjectKey, list[Any]] = {}
    for row in rows(frame):
        gathered.setdefault(project_key(row), []).append(row)
    return gathered


def project_key(row: Any) -> ProjectKey:
    """Tell which project of which round a row belongs to."""
    return (row.district, row.fiscal_year, row.quarter, row.project_no)


def groups(frame: pd.DataFrame, keys: Sequence[str]) -> Iterator[list[Any]]:
    """Go through the rows that a rule has selected, those with equal keys together."""
    gathered: dict[tuple[object, ...], list[Any]] = {}
    for row in rows(frame):
        gathered.setdefault(tuple(getattr(row, key) for key in keys), []).append(row)
    return iter(gathered.values())


def rows(frame: pd.DataFrame) -> Iterator[Any]:
    """Go through the rows that a rule has selected; their columns are attributes."""
    return iter(frame.itertuples())


def ref_of(row: object) -> SourceRef:
    """Take the source of a row that ``itertuples`` gave."""
    return SourceRef(
        str(getattr(row, "source_file")),  # noqa: B009  # rows of itertuples carry no type
        str(getattr(row, "source_ref")),  # noqa: B009
        str(getattr(row, "raw")),  # noqa: B009
    )


def round_of(row: object) -> str:
    """Take the district code of a row that ``itertuples`` gave."""
    return str(getattr(row, "district"))  # noqa: B009
