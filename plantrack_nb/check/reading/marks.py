"""The marked activities of a project, and those that a line of money is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import isnan

from plantrack_nb.check.facts import Facts, project_key
from plantrack_nb.check.hits import Spot, cell, cells
from plantrack_nb.core.records import Row
from plantrack_nb.core.vocabulary import Status
from plantrack_nb.thai.text import squeeze

_FULL = {Status.DONE.value: 100.0, Status.NOT_STARTED.value: 0.0}


def percent_done(activity: Row) -> float:
    """Return how far an activity is; NaN where it is under way and prints no percent."""
    return float(_FULL.get(activity.status, activity.progress_pct))


def mark(activity: Row) -> list[Spot]:
    """Name the mark of an activity: its status, with the percent where one is printed."""
    columns = ["status"] if isnan(activity.progress_pct) else ["progress_pct", "status"]
    return [cell(activity, column) for column in columns]


def marks_of(facts: Facts, row: Row) -> list[Spot]:
    """Take the marks of a project's activities."""
    activities = facts.activities_of.get(project_key(row), [])
    return cells((one for one in activities if one.status), "status")


def paired(facts: Facts, lines: Iterable[Row]) -> Iterator[tuple[Row, Row]]:
    """Pair each line with the one activity whose text is the line's label.

    The only line of a project is for all its activities, wherever it was printed.
    """
    for line in lines:
        if len(facts.lines_of[project_key(line)]) < 2:
            continue
        label = squeeze(line.label)
        found = [
            one
            for one in facts.activities_of.get(project_key(line), [])
            if label and squeeze(one.text) == label
        ]
        if len(found) == 1:
            yield line, found[0]
