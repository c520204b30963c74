"""Things joined in pairs, gathered into groups."""

from __future__ import annotations

from collections.abc import Iterable


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
