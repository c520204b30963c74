"""What stands beside a text: its row's target, indicator and money, and its sister texts."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

from plantrack_nb.quantities.quantity import Quantity, Reading

_SHARED = 3


@dataclass(frozen=True, slots=True)
class Around:
    """The figures that a text may speak of without naming them.

    Parameters
    ----------
    targets, indicators, sisters : tuple of Reading
        The other cells of the same project.
    budget, disbursed : float
        Money of the line the text belongs to, baht; NaN where there is none.
    below : tuple of Reading
        The texts of the parts of the deed.
    parts : int
        How many parts the deed has.
    is_alone : bool
        Whether the line pays for this text only.
    is_done : bool
        Whether the text is marked as done.
    is_same_row : bool
        Whether the targets stand in the text's own row.
    own : Reading, optional
        The text itself, where it is among its ``sisters``.
    """

    targets: tuple[Reading, ...] = ()
    indicators: tuple[Reading, ...] = ()
    sisters: tuple[Reading, ...] = ()
    budget: float = nan
    disbursed: float = nan
    below: tuple[Reading, ...] = ()
    parts: int = 0
    is_alone: bool = False
    is_done: bool = False
    is_same_row: bool = False
    own: Reading | None = None

    def counts(self, unit: str) -> list[tuple[Reading, Quantity]]:
        """Take the exact counts of a unit in the target cells."""
        return [(one, q) for one in self.targets for q in one.quantities if is_count(q, unit)]

    def goals_of(self, unit: str) -> list[tuple[Reading, Quantity]]:
        """Take the counts of a unit that are aimed at: of the targets, else of the indicators."""
        return self.counts(unit) or [
            (one, q)
            for one in self.indicators
            for q in one.quantities
            if q.unit == unit and q.value == q.high and not (q.per or q.is_bare)
        ]

    def only_count(self, unit: str) -> Quantity | None:
        """Return the count of a unit in the target cells, where they hold one value of it."""
        found = self.counts(unit)
        return found[0][1] if len({q.value for _, q in found}) == 1 else None

    def anywhere(self, unit: str) -> list[float]:
        """Take the values of a unit in all the other cells."""
        cells = (*self.targets, *self.indicators, *self.sisters)
        return [
            q.value
            for one in cells
            if one is not self.own
            for q in one.quantities
            if alike(q.unit, unit) and not q.per
        ]


NOTHING = Around()


def alike(one: str, other: str) -> bool:
    """Tell whether two units may be of one thing; no unit goes with any."""
    if one == other or not one or not other:
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) > _SHARED and longer.startswith(shorter)


def is_count(one: Quantity, unit: str) -> bool:
    """Tell whether a quantity is an exact count in a unit."""
    plain = one.is_exact and not (one.per or one.is_share or one.is_bare)
    return plain and one.unit == unit
