"""Amounts, counts and lists as the sentences of a report have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from plantrack_nb.thai.numbers import format_baht, format_count

if TYPE_CHECKING:
    from plantrack_nb.report.figures.facts import Project

_MOST_LISTED = 12


def baht(value: float) -> str:
    """Write an amount with its unit."""
    return f"{format_baht(value)} บาท"


def count(projects: Sequence[Project]) -> str:
    """Count projects with their unit."""
    return f"{format_count(len(projects))} โครงการ"


def numbers(projects: Sequence[Project]) -> str:
    """List projects by number, and say how many more there are if they are many."""
    return some([one.project_no for one in projects])


def some(project_nos: Sequence[str]) -> str:
    """List numbers of projects, and say how many more there are if they are many."""
    named = project_nos[:_MOST_LISTED]
    more = len(project_nos) - len(named)
    return f"{', '.join(named)} และอีก {format_count(more)} โครงการ" if more else listed(named)


def listed(words: Iterable[str]) -> str:
    """Join words as a sentence does: "ก", "ก และ ข", "ก, ข และ ค"."""
    items = list(words)
    return f"{', '.join(items[:-1])} และ {items[-1]}" if len(items) > 1 else "".join(items)


def named_counts(names: Mapping[str, str], counts: Mapping[str, int]) -> str:
    """Count the projects of each kind that there are, by its name."""
    return " ".join(
        f"{name} {format_count(counts[code])} โครงการ"
        for code, name in names.items()
        if counts.get(code)
    )
