"""Figures of the memo that no table gives: carried over with their place, never invented."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

from plantrack_nb.core.records import Row, rows
from plantrack_nb.core.vocabulary import ClaimKind
from plantrack_nb.measures.claims import memo_items, printed_figures, right_below, tells_received
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.measures.rounding import HALF_SATANG, agrees, step_of
from plantrack_nb.thai.units import BAHT, PERCENT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

_UNITS = (BAHT, PERCENT, "project")


@dataclass(frozen=True, slots=True)
class Carried:
    """A figure as the memo prints it.

    Parameters
    ----------
    item : str
        The memo's item, ``"2.1"``.
    value : float
        The figure, in ``unit`` (baht, percent, project).
    unit, text, ref : str
        Its unit, the words around it, and where it stands.
    parts : tuple of str
        Items of the memo that it can be recomputed from.
    again : float or None
        What these give.
    """

    item: str
    value: float
    unit: str
    text: str
    ref: str
    parts: tuple[str, ...] = ()
    again: float | None = None

    @property
    def agrees(self) -> bool:
        """Whether recomputing gives the figure; True where nothing can be recomputed."""
        if self.again is None or self.unit != PERCENT:
            return self.again is None or abs(self.again - self.value) <= HALF_SATANG
        return agrees(self.value, self.again, step_of(self.value, self.text))


def carried(claims: pd.DataFrame) -> list[Carried]:
    """Return the memo's figures of its numbered facts, each recomputed where the memo allows."""
    told = [row for row in printed_figures(rows(claims)) if row.kind == ClaimKind.MEMO.value]
    figures = [one for one in told if one.unit in _UNITS and one.item and not isnan(one.value)]
    amounts = memo_items(figures)
    return [_carried(one, *_recomputed(one, figures, amounts)) for one in figures]


def received(claims: pd.DataFrame) -> Carried | None:
    """Return the money the memo says was received in all, if it says so."""
    return next(map(_carried, filter(tells_received, printed_figures(rows(claims)))), None)


def _carried(row: Row, parts: tuple[str, ...] = (), again: float | None = None) -> Carried:
    text = " ".join(row.text.split())
    return Carried(row.item, row.value, row.unit, text, row.source_ref, parts, again)


def _recomputed(
    row: Row, figures: Sequence[Row], amounts: Mapping[str, Row]
) -> tuple[tuple[str, ...], float | None]:
    """Add up the items right below an amount, or divide the two amounts beside a percent."""
    if row.unit == BAHT and len(below := right_below(row.item, amounts)) > 1:
        return tuple(one.item for one in below), sum(one.value for one in below)
    beside = sorted(one.value for one in figures if (one.unit, one.item) == (BAHT, row.item))
    if row.unit == PERCENT and len(beside) == 2 and beside[1] > 0:
        return (row.item,), percent_of(*beside)
    return (), None
