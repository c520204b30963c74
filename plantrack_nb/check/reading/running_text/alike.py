"""Texts that are as good as the same, and things joined in pairs, gathered into groups."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from plantrack_nb.check.reading.running_text.phrases import keys
from plantrack_nb.core.records import Row
from plantrack_nb.thai.text import arabic_digits, squeeze

_DIGITS = re.compile(r"\d+")


def alike(first: str, second: str, settings: Mapping[str, float]) -> bool:
    """Tell whether two texts are equal, or long and nearly so, with the same figures."""
    first, second = squeeze(first), squeeze(second)
    if first == second:
        return bool(first)
    if min(len(first), len(second)) < settings["long_text"] or _figures(first) != _figures(second):
        return False
    from rapidfuzz.fuzz import ratio

    return ratio(first, second) >= settings["similarity"]


def _figures(text: str) -> list[str]:
    return _DIGITS.findall(arabic_digits(text))


def repeated_subject(row: Row) -> str:
    """Name an activity that stands several times under one parent."""
    text = squeeze(row.text)[:60]
    return keys(project_no=row.project_no, parent_no=row.parent_no, text=text)


def clusters(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Group 0 … count-1 so that the two of each pair stand together; order is kept."""
    above = list(range(count))

    def root(at: int) -> int:
        while above[at] != at:
            above[at] = above[above[at]]
            at = above[at]
        return at

    for a, b in pairs:
        first, second = sorted((root(a), root(b)))
        above[second] = first
    groups: dict[int, list[int]] = {}
    for at in range(count):
        groups.setdefault(root(at), []).append(at)
    return list(groups.values())
