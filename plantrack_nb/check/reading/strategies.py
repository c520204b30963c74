"""Headings of strategies against the numbers of the projects under them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plantrack_nb.check.facts import ROUND, round_key
from plantrack_nb.core.records import Row, gathered

NUMBER = re.compile(r"^(?P<chapter>\d+)\.(?P<nth>\d{1,3})$")
"""A number of the form strategy.project."""

StrategyKey = tuple[str, int, int, str]


def misnumbered(projects: Iterable[Row]) -> dict[StrategyKey, str]:
    """Tell which headings bear another number than all their projects: the one these begin with."""
    made: dict[StrategyKey, str] = {}
    for some in gathered(projects, [*ROUND, "strategy_no"]).values():
        if not some[0].strategy_no.strip("-"):
            continue  # no heading stands over them
        found = [NUMBER.search(row.project_no) for row in some]
        chapters = {one["chapter"] if one else "" for one in found}
        if len(some) > 1 and len(chapters) == 1 and chapters.isdisjoint({"", some[0].strategy_no}):
            made[*round_key(some[0]), some[0].strategy_no] = chapters.pop()
    return made
