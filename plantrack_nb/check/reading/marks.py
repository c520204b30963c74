"""The marked activities of a project, and those that a line of money is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plantrack_nb.check.facts import Facts, project_key, ref_of
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.records import Row
from plantrack_nb.thai.text import squeeze


def marked(facts: Facts, row: Row) -> tuple[SourceRef, ...]:
    """Take the places of a project's activities that have a mark."""
    return tuple(ref_of(one) for one in facts.activities_of.get(project_key(row), []) if one.status)


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
