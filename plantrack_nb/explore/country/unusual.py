"""Which district is unlike the others, and by which figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean, median

LIMIT = 3.5
"""A robust z beyond it is unusual (Iglewicz and Hoaglin, 1993)."""

_TO_NORMAL = 0.6745
"""Of a normal distribution, the median deviation is so many standard deviations."""

_MEAN_TO_NORMAL = 1.253314
"""The standard deviation of a normal distribution, in mean deviations."""

_FEWEST = 5


@dataclass(frozen=True, slots=True)
class Unusual:
    """A figure of a district that is unlike the others'.

    Parameters
    ----------
    figure : str
        What is measured.
    value, middle : float
        The district's figure, and the median of all.
    z : float
        How many robust standard deviations lie between.
    """

    figure: str
    value: float
    middle: float
    z: float


def robust_z(values: Mapping[str, float]) -> dict[str, float]:
    """Give the distance of each value to their median, in robust standard deviations.

    These come from the median of all distances; where that is nothing, because more than half of
    the values are the same, from their mean. Fewer than five values tell nothing.
    """
    if len(values) < _FEWEST:
        return {}
    middle = median(values.values())
    distances = [abs(one - middle) for one in values.values()]
    spread = median(distances) / _TO_NORMAL or fmean(distances) * _MEAN_TO_NORMAL
    if not spread:
        return dict.fromkeys(values, 0.0)
    return {name: (one - middle) / spread for name, one in values.items()}


def unusual(figures: Mapping[str, Mapping[str, float]]) -> dict[str, tuple[Unusual, ...]]:
    """Find the figures beyond :data:`LIMIT`, by district, the furthest first.

    Parameters
    ----------
    figures : mapping
        For each figure's name its value by district, where that is known.
    """
    found: dict[str, list[Unusual]] = {}
    for name, values in figures.items():
        for district, z in robust_z(values).items():
            if abs(z) > LIMIT:
                one = Unusual(name, values[district], median(values.values()), z)
                found.setdefault(district, []).append(one)
    return {
        district: tuple(sorted(some, key=lambda one: -abs(one.z)))
        for district, some in found.items()
    }
