"""Planted faults: each is one change, told exactly, and its rule finds it."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from benchmarks.scores import missed, stacked
from plantrack_nb.check import all_rules, check_tables
from plantrack_nb.check.registry import Family
from plantrack_nb.core.findings import Severity
from plantrack_nb.simulate import made_round, offices
from plantrack_nb.simulate.draft import Draft
from plantrack_nb.simulate.one_round import plant
from plantrack_nb.simulate.planters import DOCUMENT, ROWS, amounts, misprints, slips, structure

PLANTERS = ROWS | DOCUMENT
KNOWN_MISSES = {"name-office", "date-future-deed", "claim-group-band", "text-target"}
"""An abbreviation joined to the word before it or with two letters swapped; a meeting about a
plan; a row of a summary table that another fault changed, too; a count behind two names."""


def test_every_planter_is_for_a_rule_there_is() -> None:
    """A rule that is renamed takes its planter with it."""
    assert PLANTERS.keys() <= all_rules().keys()


def test_most_rules_that_prove_or_doubt_have_a_planter() -> None:
    """At least six of ten rules on one round that give errors or warnings can be measured."""
    serious = {
        code
        for code, one in all_rules().items()
        if one.severity is not Severity.INFO and one.family is not Family.HISTORY
    }
    assert len(PLANTERS.keys() & serious) >= 0.6 * len(serious)


def test_a_rule_has_one_planter() -> None:
    """No family takes the place of another's."""
    families = (amounts, misprints, slips, structure)
    assert len(PLANTERS) == sum(len(family.PLANTERS) for family in families)


def test_planted_faults_are_found_by_their_rules() -> None:
    """In eight offices full of faults none stays hidden but those known to."""
    made = [made_round(one, 2565, 2, 11, 1.0) for one in offices(8, 11)]
    planted = {one.key.district: faults for one, faults in made}
    lost = missed(check_tables(stacked([one for one, _ in made])), planted)
    assert {fault.rule for _, fault in lost} <= KNOWN_MISSES
    sown = {fault.rule for faults in planted.values() for fault in faults}
    assert len(sown) > 0.8 * len(PLANTERS)


def test_a_project_gets_one_fault_at_most() -> None:
    """What a rule finds in a project can be told from what another fault would have caused."""
    _, faults = made_round(offices(1, 2)[0], 2565, 2, 2, 0.8)
    projects = [fault.project_no for fault in faults if fault.project_no]
    assert len(projects) == len({*projects})
    assert len({fault.rule for fault in faults}) == len(faults)


def test_a_fault_tells_what_stood_there_and_what_stands_there() -> None:
    """Before and after differ."""
    _, faults = made_round(offices(1, 2)[0], 2565, 2, 2, 1.0)
    assert faults
    assert all(fault.before != fault.after for fault in faults)


def test_nothing_is_planted_unless_asked_for(plain: Callable[[Draft], Draft]) -> None:
    """No fault wanted leaves the draft as the document's figures make it."""
    draft = Draft(made_round(offices(1, 1)[0], 2565, 2, 1)[0].key, {})
    assert plant(draft, plain, 0, random.Random(1)) == (draft, ())  # no secret


@pytest.fixture
def plain() -> Callable[[Draft], Draft]:
    """Leave the rows as they are."""
    return lambda draft: draft
