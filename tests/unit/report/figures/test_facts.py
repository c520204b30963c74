"""Facts: sums, counts and lists of a round."""

from __future__ import annotations

import pytest
from helpers.reporting import a_round, all_awaiting, facts_of, ordinary, without_projects

from plantrack_nb.report.figures import round_facts


def test_the_whole_is_the_sum_of_its_strategies_and_of_its_groups() -> None:
    """Money and projects add up whichever way they are parted."""
    facts = facts_of(ordinary())
    for parts in (facts.strategies, facts.groups):
        assert sum(one.projects for one in parts) == facts.whole.projects == 4
        assert sum(one.budget for one in parts) == facts.whole.budget == 1500
        assert sum(one.disbursed for one in parts) == facts.whole.disbursed == 1050


def test_percent_is_of_the_sums() -> None:
    """A percent is the ratio of the sums, and there is none without a budget."""
    facts = facts_of(ordinary())
    assert facts.whole.percent == pytest.approx(70.0)
    assert [one.percent for one in facts.strategies] == [pytest.approx(70.0), None]


def test_projects_are_counted_by_state_status_and_band() -> None:
    """Each project is counted once in each way."""
    facts = facts_of(ordinary())
    assert facts.states == {"budgeted": 2, "awaiting": 1, "none": 1}
    assert facts.statuses == {"partial": 1, "not_started": 1, "done": 1, "in_progress": 1}
    assert facts.bands == {"over_70": 1, "nothing": 1, "awaiting": 1, "no_budget": 1}


def test_lists_of_projects_to_follow_up() -> None:
    """Unspent, untouched, not started, awaiting: each names its projects."""
    facts = facts_of(ordinary())
    assert [one.project_no for one in facts.unspent] == ["1.2", "1.1"]
    assert [one.project_no for one in facts.untouched] == ["1.2"]
    assert [one.project_no for one in facts.not_started] == ["1.2"]
    assert [one.project_no for one in facts.awaiting] == ["2.1"]
    assert facts.overspent == {"1.1": 50.0}


def test_what_is_short_of_the_target() -> None:
    """The gap to the target is in baht, and never negative."""
    assert facts_of(ordinary(), 80).short_of_target == pytest.approx(150.0)
    assert facts_of(ordinary(), 50).short_of_target == 0.0
    assert facts_of(ordinary()).short_of_target == 0.0


def test_a_project_with_most_of_the_money_is_set_apart() -> None:
    """The others are summed without it; alone, a project is not set apart."""
    facts = facts_of(ordinary())
    assert [one.project_no for one in facts.largest] == ["1.1"]
    assert facts.besides_largest is not None
    assert facts.besides_largest.percent == 0.0
    assert facts_of(a_round(projects=[{}], lines=[{"budget": 5}])).largest == ()
    assert facts_of(all_awaiting()).largest == ()


def test_a_project_of_an_undeclared_strategy_is_kept() -> None:
    """No project is lost because its strategy has no row."""
    facts = facts_of(a_round(projects=[{"project_no": "9.1"}]))
    assert [(one.label, one.name, one.projects) for one in facts.strategies] == [("9", "", 1)]


def test_a_round_without_projects_has_zeros() -> None:
    """Nothing gives nothing, not an error."""
    facts = round_facts(without_projects(), "เขต")
    assert (facts.whole.projects, facts.whole.budget, facts.whole.percent) == (0, 0, None)
    assert facts.unspent == facts.untouched == []


def test_groups_follow_the_document() -> None:
    """Groups stand in the order in which the document printed them, then the others."""
    loaded = a_round(
        projects=[
            {"project_no": "1.1", "owner_groups": "กลุ่มอำนวยการ"},
            {"project_no": "1.2", "owner_groups": "กลุ่มนโยบายและแผน"},
        ],
        claims=[
            {"kind": "level_table", "subject": "group=กลุ่มนโยบายและแผน; column=done", "value": 1}
        ],
    )
    assert [one.label for one in facts_of(loaded).groups] == ["กลุ่มนโยบายและแผน", "กลุ่มอำนวยการ"]


def test_figures_carried_over_are_those_of_the_memos_items() -> None:
    """Counts, amounts and percents of numbered items, each with its value; nothing else."""
    claims: list[dict[str, object]] = [
        {"kind": "memo", "subject": "item=1", "value": 5, "unit": "baht"},
        {"kind": "memo", "subject": "item=1", "value": None, "unit": "baht"},
        {"kind": "memo", "subject": "item=2", "value": 7, "unit": "person"},
        {"kind": "memo", "subject": "item=3", "value": 8, "unit": "project"},
        {"kind": "memo", "subject": "paragraph=L9", "value": 5, "unit": "baht"},
        {"kind": "summary", "subject": "item=1", "value": 5, "unit": "baht"},
    ]
    facts = facts_of(a_round(claims=claims))
    assert [(one.item, one.value) for one in facts.carried] == [("1", 5), ("3", 8)]
    assert facts.received is None
