"""Two small rounds a quarter apart, the later one held against the earlier."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpers.rounds import tables

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.runner import all_rules
from plantrack_nb.core.findings import Finding
from plantrack_nb.core.schema import Round, RoundKey
from plantrack_nb.measures.projects import of_round
from plantrack_nb.measures.totals import totals_of
from plantrack_nb.year.earlier_rounds import Earlier

FIRST, SECOND = RoundKey("0101", 2565, 1), RoundKey("0101", 2565, 2)
Given = Mapping[str, list[dict[str, Any]]]


def a_round(key: RoundKey = FIRST, **given: list[dict[str, Any]]) -> Round:
    """Make a round of one project with one line and one activity, unless more is given."""
    whole: dict[str, list[dict[str, Any]]] = {
        "strategies": [{"strategy_no": "1"}],
        "projects": [{"project_no": "1.1", "name": "โครงการอบรมครู"}],
        "lines": [{"budget": 1000.0, "disbursed": 100.0, "label": "ค่าวิทยากร"}],
        "activities": [{"text": "อบรมครูแกนนำ", "status": "in_progress", "progress_pct": 40.0}],
    }
    return Round(key, **tables(**{**whole, **given}, key=key))


def found(code: str, before: Round | None, after: Round, **settings: float) -> list[Finding]:
    """Return what one rule finds in a round after another."""
    rule = all_rules()[code]
    past = {}
    if before is not None:
        totals = {before.key: totals_of(of_round(before.tables))}
        past = {after.key: Earlier(before, {}, totals)}
    facts = Facts(after.tables, past=past)
    return [*rule.check(facts, {**rule.parameters, **settings})]
