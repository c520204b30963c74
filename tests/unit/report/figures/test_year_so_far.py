"""The year so far: quarters, targets, where it ends, what is left; a first round has none of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers.reporting import OFFICE, ordinary

from plantrack_nb.core.schema import Round, RoundKey
from plantrack_nb.measures.totals import Totals
from plantrack_nb.office.targets import NO_TARGETS, Target, Targets
from plantrack_nb.report.figures import asks, decisions, left_over, round_facts, year_facts
from plantrack_nb.report.figures.sentences import to_hasten
from plantrack_nb.year.since_last_round import SinceLast

FIRST = RoundKey("0101", 2565, 1)
TARGETS = Targets(
    tuple(
        Target(2565, "overall", quarter, percent, "S", "ทดสอบ")
        for quarter, percent in ((1, 30.0), (2, 51.0), (4, 93.0))
    )
)


def at(quarter: int) -> Round:
    """Return the ordinary round as another quarter's."""
    whole = ordinary()
    tables = {name: data.assign(quarter=quarter) for name, data in whole.tables.items()}
    return Round(replace(whole.key, quarter=quarter), **tables)


def test_a_first_round_has_no_year_yet() -> None:
    """Nor has one whose last round was in another fiscal year."""
    facts = round_facts(at(2), OFFICE)
    assert year_facts(facts, None, {}, TARGETS) is None
    last = SinceLast(RoundKey("0101", 2564, 4), ())
    assert year_facts(facts, last, {}, TARGETS) is None


def test_the_quarters_and_the_end() -> None:
    """Those that are kept, this one last; what is needed is reckoned from the year's target."""
    facts = round_facts(at(2), OFFICE)
    year = year_facts(facts, SinceLast(FIRST, ()), {1: Totals(budget=1500, disbursed=450)}, TARGETS)
    assert year is not None
    assert [(one.quarter, one.percent) for one in year.stages] == [(1, 30.0), (2, 70.0)]
    assert sorted(year.targets) == [1, 2, 4]
    assert year.target_of_year == 93.0
    assert year.expected is not None
    assert year.expected.months_left == 6
    assert year.expected.needed == pytest.approx((0.93 * 1500 - 1050) / 6)
    alone = year_facts(facts, SinceLast(FIRST, ()), {}, NO_TARGETS)
    assert alone is not None
    assert alone.target_of_year is None


def test_after_the_year_nothing_is_expected_but_settled() -> None:
    """No forecast; money that is left is kept where it is committed, and returned where not."""
    last = at(4)
    lines = last.budget_lines.assign(committed=[0.0, 0.0, 120.0, float("nan")])
    facts = round_facts(Round(last.key, **{**last.tables, "budget_lines": lines}), OFFICE)
    year = year_facts(facts, SinceLast(FIRST, ()), {}, TARGETS)
    assert year is not None
    assert year.expected is None
    left = left_over(facts, lines)
    assert [(one.project.project_no, one.kept, one.returned) for one in left] == [
        ("1.2", 120.0, 180.0),
        ("1.1", 0.0, 150.0),
    ]
    assert left_over(round_facts(at(3), OFFICE), lines) == []


def test_after_the_year_nobody_is_asked_when_money_will_be_spent() -> None:
    """The questions and decisions are about keeping or returning it."""
    over, running = round_facts(at(4), OFFICE), round_facts(at(3), OFFICE)
    said = " ".join([*(one.text for one in asks(over, [])), *decisions(over, []), to_hasten(over)])
    assert "เมื่อใด" not in said
    assert "เร่ง" not in said
    assert "กันเงินหรือส่งคืน" in said
    assert "ไม่ได้รับจัดสรร" in said
    before = " ".join(one.text for one in asks(running, []))
    assert "เมื่อใด" in before
