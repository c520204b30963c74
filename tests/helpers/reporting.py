"""Invented rounds for the report: an ordinary one and odd ones, and the facts of any."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from helpers.rounds import KEY, Row, tables

from plantrack_nb.core.schema import Round
from plantrack_nb.office.targets import Target
from plantrack_nb.report.figures.facts import RoundFacts, round_facts

OFFICE = "สพป.ตัวอย่าง เขต 1"


def a_round(**rows: Iterable[Row]) -> Round:
    """Build a round of the columns that matter."""
    return Round(KEY, **tables(**rows))  # type: ignore[arg-type]  # only tables are given


def target(percent: float, grade: str = "S") -> Target:
    """Return a target for the end of the round's quarter."""
    return Target(KEY.fiscal_year, "overall", KEY.quarter, percent, grade, "ทดสอบ")


def facts_of(loaded: Round, percent: float | None = None, grade: str = "S") -> RoundFacts:
    """Take the facts of a round, with a target if a percent is given."""
    return round_facts(loaded, OFFICE, None if percent is None else target(percent, grade))


def ordinary() -> Round:
    """Two strategies; money disbursed, untouched, awaited and not needed; each status once."""
    return a_round(
        strategies=[{"strategy_no": "1", "name": "หนึ่ง"}, {"strategy_no": "2", "name": "สอง"}],
        projects=[
            {"project_no": "1.1", "name": "โครงการก"},
            {"project_no": "1.2", "name": "โครงการข", "owner_groups": "กลุ่มนโยบายและแผน"},
            {"project_no": "2.1", "name": "โครงการค", "budget_state": "awaiting"},
            {"project_no": "2.2", "name": "โครงการง", "budget_state": "none"},
        ],
        lines=[
            {"project_no": "1.1", "line_no": 1, "label": "ประชุม", "budget": 1000, "disbursed": 800},
            {"project_no": "1.1", "line_no": 2, "label": "อบรม", "budget": 200, "disbursed": 250},
            {"project_no": "1.2", "budget": 300, "disbursed": 0},
            {"project_no": "2.1"},
        ],
        activities=[
            {"project_no": "1.1", "activity_no": "1", "text": "ประชุม", "status": "done"},
            {"project_no": "1.1", "activity_no": "2", "text": "อบรม", "status": "in_progress"},
            {"project_no": "1.2", "text": "พิมพ์คู่มือ", "status": "not_started"},
            {"project_no": "2.1", "text": "สำรวจ", "status": "done"},
            {"project_no": "2.2", "text": "นิเทศ", "status": "in_progress"},
        ],
    )


def without_projects() -> Round:
    """Nothing at all."""
    return a_round()


def without_money() -> Round:
    """One project that needs no money."""
    return a_round(projects=[{"budget_state": "none"}], activities=[{}])


def all_awaiting() -> Round:
    """Two projects, both without their money yet."""
    awaiting = [{"project_no": number, "budget_state": "awaiting"} for number in ("1.1", "1.2")]
    return a_round(projects=awaiting, lines=[{"project_no": "1.1"}, {"project_no": "1.2"}])


def nothing_marked() -> Round:
    """One project with money, of which nobody said how far it is."""
    return a_round(
        projects=[{}], lines=[{"budget": 100, "disbursed": 0}], activities=[{"status": ""}]
    )


def hostile() -> Round:
    """Markup and formulas wherever a text may stand, and a strategy nobody declared."""
    bad = "<script>alert(1)</script>=1+1 {{x}} #eval(1) \\n 😀"
    return a_round(
        projects=[{"name": bad, "strategy_no": "ก/<b>", "targets": bad, "owner_groups": bad}],
        lines=[{"label": bad, "budget": 1e14, "disbursed": 0.01}],
        activities=[{"text": bad}],
        narrative=[{"kind": "obstacle", "text": bad}, {"kind": "memo", "text": bad}],
    )


ROUNDS: dict[str, Callable[[], Round]] = {
    one.__name__: one
    for one in (ordinary, without_projects, without_money, all_awaiting, nothing_marked, hostile)
}
"""Rounds that every sentence and every part must bear."""
