"""The tables as the rules see them, with what several rules need worked out once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.records import Row, gathered, named_rows, rows
from plantrack_nb.measures import memo, summary
from plantrack_nb.measures.claims import printed_figures
from plantrack_nb.measures.places import NO_PLACES, Places
from plantrack_nb.measures.projects import PROJECT, ROUND, measured
from plantrack_nb.office.targets import NO_TARGETS, Targets
from plantrack_nb.office.terms import NO_TERMS, Terms
from plantrack_nb.thai.stages import BUILT_IN, Stages
from plantrack_nb.year.earlier_rounds import Past

if TYPE_CHECKING:
    import pandas as pd


__all__ = [
    "PROJECT",
    "ROUND",
    "Facts",
    "LineKey",
    "ProjectKey",
    "RoundKey",
    "line_key",
    "project_key",
    "ref_of",
    "round_key",
]

T = TypeVar("T")
RoundKey = tuple[str, int, int]
"""District, fiscal year and quarter."""

ProjectKey = tuple[str, int, int, str]
"""District, fiscal year, quarter and project number."""

LineKey = tuple[str, int, int, str, int]
"""The same, and the number of a budget line."""


@dataclass(frozen=True)
class Facts:
    """The seven tables of one round or of many, stacked; rules never loop over districts.

    Every table is a list of records (:func:`core.records.named_rows`), made when a rule first
    asks for it: a rule is a pass over them.

    Parameters
    ----------
    tables : Mapping of str to DataFrame
        The declared tables by name; their first three columns tell the rounds apart.
    targets : Targets
        The national targets of disbursement; without them no pace is judged.
    terms : Terms
        Names and words that the office wants spelt in one way; without them none is judged.
    stages : Stages
        Words that tell how far a deed is.
    places : Places
        The cells behind the values; without them a finding points to its row's own place.
    past : Past
        The round before each; without one nothing is held against it.
    """

    tables: Mapping[str, pd.DataFrame]
    targets: Targets = NO_TARGETS
    terms: Terms = NO_TERMS
    stages: Stages = BUILT_IN
    places: Places = NO_PLACES
    past: Past = field(default_factory=dict)

    def once(self, build: Callable[[Facts], T]) -> T:
        """Return what a function makes of the facts; it is made when first asked for, and kept."""
        if build not in self._made:
            self._made[build] = build(self)
        made: T = self._made[build]
        return made

    @cached_property
    def _made(self) -> dict[Callable[[Facts], Any], Any]:
        return {}

    @cached_property
    def strategies(self) -> list[Row]:
        """Table ``strategies``."""
        return named_rows("strategies", self.tables["strategies"])

    @cached_property
    def lines(self) -> list[Row]:
        """Table ``budget_lines``."""
        return named_rows("budget_lines", self.tables["budget_lines"])

    @cached_property
    def activities(self) -> list[Row]:
        """Table ``activities``."""
        return named_rows("activities", self.tables["activities"])

    @cached_property
    def claims(self) -> list[Row]:
        """Table ``claims``."""
        return named_rows("claims", self.tables["claims"])

    @cached_property
    def narrative(self) -> list[Row]:
        """Table ``narrative``."""
        return named_rows("narrative", self.tables["narrative"])

    @cached_property
    def unread(self) -> list[Row]:
        """Table ``unread``, which has no names for its rows."""
        return rows(self.tables["unread"])

    @cached_property
    def projects(self) -> list[Row]:
        """Table ``projects``, each with what it is counted by (:func:`measured`)."""
        projects = named_rows("projects", self.tables["projects"])
        return measured(projects, self.lines, self.activities)

    @cached_property
    def project_of(self) -> Mapping[ProjectKey, Row]:
        """Projects by their key; the first where a number stands twice."""
        return {key: same[0] for key, same in gathered(self.projects, PROJECT).items()}

    @cached_property
    def activities_of(self) -> Mapping[ProjectKey, list[Row]]:
        """Rows of ``activities`` in their order, by project."""
        return gathered(self.activities, PROJECT)

    @cached_property
    def lines_of(self) -> Mapping[ProjectKey, list[Row]]:
        """Rows of ``budget_lines`` in their order, by project."""
        return gathered(self.lines, PROJECT)

    @cached_property
    def printed(self) -> list[Row]:
        """Figures of memo, contents, summary and tables (:func:`printed_figures`)."""
        return printed_figures(self.claims)

    @cached_property
    def in_words(self) -> list[Row]:
        """Figures of memo and summary beside what their words give (:func:`memo.in_words`)."""
        return memo.in_words(self.printed)

    @cached_property
    def in_rows(self) -> list[Row]:
        """Projects, one a number, with the row of the summary tables that each belongs to."""
        return summary.placed(self.project_of.values(), self.printed)

    @cached_property
    def beside(self) -> list[Row]:
        """Figures of the summary tables beside what the projects give (:func:`beside`)."""
        return summary.beside(self.in_rows, self.printed)


round_key: Callable[[object], RoundKey] = attrgetter(*ROUND)
"""Tells which round a row belongs to."""

project_key: Callable[[object], ProjectKey] = attrgetter(*PROJECT)
"""Tells which project of which round a row belongs to."""

line_key: Callable[[object], LineKey] = attrgetter(*PROJECT, "line_no")
"""Tells which budget line of which project a row belongs to."""


def ref_of(row: Any) -> SourceRef:
    """Take the source of a row."""
    return SourceRef(row.source_file, row.source_ref, row.raw)
