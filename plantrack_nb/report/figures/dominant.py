"""The few projects that carry the percent of a whole round."""

from __future__ import annotations

from collections.abc import Iterable
from math import isnan
from typing import TypeVar

from plantrack_nb.measures.projects import Money, percent_of

_MOST = 3
_POINTS = 1.0
"""Percentage points by which the others stand off, at the least."""

M = TypeVar("M", bound=Money)


def largest(projects: tuple[M, ...]) -> tuple[M, ...]:
    """Return the one to three projects that carry the percent, in the order given.

    Together they hold more than half of the money, and others have money too. Of one, two or three
    the number is taken without which the others stand furthest from the whole. Nobody carries a
    percent that the others reach as well.
    """
    held = sorted((one for one in projects if one.budget > 0), key=lambda one: -one.budget)
    whole = sum(one.budget for one in held)
    some = [held[:many] for many in range(1, _MOST + 1) if len(held) > many]
    heavy = [one for one in some if sum(each.budget for each in one) > whole / 2]
    stands = _percent(projects)

    def weight(top: list[M]) -> tuple[float, int]:
        rest = _percent(one for one in projects if one not in top)
        return round(abs(stands - rest), 2), -len(top)

    chosen = max(heavy, key=weight, default=[])
    carried = bool(chosen) and weight(chosen)[0] >= _POINTS
    return tuple(one for one in projects if carried and one in chosen)


def _percent(projects: Iterable[Money]) -> float:
    members = list(projects)
    spent = sum(one.disbursed for one in members)
    found = percent_of(spent, sum(one.budget for one in members))
    return 0.0 if isnan(found) else found
