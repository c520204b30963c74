"""The figures a chart draws of its rows: as they are, or summed as its channels say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from statistics import fmean, median
from typing import Any

Figures = Callable[[Sequence[float]], float]

_FUNCTIONS: Mapping[str, Figures] = {
    "sum": sum, "mean": fmean, "average": fmean, "median": median, "min": min, "max": max,
}  # fmt: skip
_COUNTS = {"count", "valid", "distinct"}

Field = tuple[str, Any]
"""A column of the rows, and how it is summed (None: not at all)."""


def summed(rows: Sequence[Mapping[str, Any]], fields: Sequence[Field]) -> list[list[object]]:
    """Return a column for each field: summed by the fields that are not, in order of appearance.

    Rows are returned as they are when nothing is summed, or in a way that is not known here.
    """
    ways = [way for _, way in fields if way is not None]
    if not ways or any(way not in {*_FUNCTIONS, *_COUNTS} for way in ways):
        return [[row.get(name) for row in rows] for name, _ in fields]
    groups: dict[tuple[object, ...], list[Mapping[str, Any]]] = {}
    for row in rows:
        key = tuple(str(row.get(name)) for name, way in fields if way is None)
        groups.setdefault(key, []).append(row)
    return [[_one(some, name, way) for some in groups.values()] for name, way in fields]


def _one(rows: Sequence[Mapping[str, Any]], name: str, way: Any) -> object:
    if way is None:
        return rows[0].get(name)
    if way == "count":
        return len(rows)
    there = [row[name] for row in rows if row.get(name) is not None]
    if way in _COUNTS:
        return len({*map(str, there)}) if way == "distinct" else len(there)
    figures = [float(one) for one in there if isinstance(one, int | float)]
    return _FUNCTIONS[way](figures) if figures else None
