"""A summary table as the relations see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import isnan

from plantrack_nb.quantities.tables.heads import Meaning, is_total, meaning

Place = tuple[int, int]
"""Row and column of a cell, from 0; the labels stand in no column."""


@dataclass(frozen=True)
class Table:
    """A table of figures.

    Parameters
    ----------
    title : str
        The words above it.
    heads, labels : sequence of str
        What stands above each column, and before each row.
    values : sequence of sequence of float
        The figures row by row; NaN where a cell holds none.
    steps : sequence of sequence of float
        The last printed place of each figure: 0.01 for "56.36".
    spans : sequence of str
        The head above each column's own head, where one spans several columns.
    """

    title: str
    heads: Sequence[str]
    labels: Sequence[str]
    values: Sequence[Sequence[float]]
    steps: Sequence[Sequence[float]]
    spans: Sequence[str] = field(default=())

    @cached_property
    def meanings(self) -> list[Meaning]:
        """What each column holds."""
        spans = self.spans or [""] * len(self.heads)
        return [
            Meaning.PERCENT if meaning(span) is Meaning.PERCENT else meaning(head)
            for head, span in zip(self.heads, spans, strict=True)
        ]

    @cached_property
    def totals(self) -> list[int]:
        """The rows that are totals."""
        return [at for at, label in enumerate(self.labels) if is_total(label)]

    @property
    def rows(self) -> range:
        """All rows."""
        return range(len(self.labels))

    @property
    def columns(self) -> range:
        """All columns."""
        return range(len(self.heads))

    def at(self, place: Place) -> float:
        """Return the figure in a cell; NaN for none."""
        return self.values[place[0]][place[1]]

    def added(self, places: Sequence[Place]) -> float:
        """Add up cells; one without a figure counts as nothing."""
        return sum(value for place in places if not isnan(value := self.at(place)))
