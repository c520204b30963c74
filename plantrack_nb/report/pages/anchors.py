"""Names of places in the report that its contents lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plantrack_nb.report.figures.facts import RoundFacts, Sum

PROGRESS, OBSTACLES, ADVICE, SUMMARY = "progress", "obstacles", "advice", "summary"


def with_projects(facts: RoundFacts) -> list[Sum]:
    """Return the strategies that have a project."""
    return [one for one in facts.strategies if one.projects]


def strategy_anchor(facts: RoundFacts, number: str) -> str:
    """Name the place of a strategy by its rank, for its number may be any text."""
    return f"strategy-{[one.label for one in facts.strategies].index(number) + 1}"
