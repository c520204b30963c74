"""What the rules on words, dates and names find in the published report, and nothing else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.registry import Family
from plantrack_nb.check.runner import all_rules
from plantrack_nb.containers.opening import open_grid
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.load.table.interpret import interpret
from plantrack_nb.measures.places import Places

FAMILIES = (Family.TEXT, Family.DATES, Family.NAMES)
EXPECTED = {
    ("text-list", "3.2"): 1,
    ("text-list", "6.11"): 1,
    ("text-mean", "2.6"): 1,
    ("text-parts", "3.5"): 1,
    ("text-target", "3.5"): 3,
    ("text-pay", "3.5"): 5,
    ("text-children-amount", "3.5"): 1,
    ("text-target", "4.2"): 1,
    ("text-unit", "3.2"): 1,
    ("text-achieved", "6.8"): 2,
    ("date-future-deed", "6.8"): 2,
    ("date-future-data", "4.2"): 1,
    ("date-own-year", "6.9"): 1,
    ("name-person", ""): 7,
    ("name-foreign-letter", ""): 2,
    ("name-system", ""): 2,
    ("name-office", ""): 4,
    ("name-office-area", ""): 1,
    ("name-office-other", "6.8"): 1,
    ("name-office-number", ""): 1,
    ("name-head-count", ""): 1,
    ("name-questionnaire", ""): 1,
}


@pytest.fixture(scope="module")
def findings(real_report: Path) -> list[Finding]:
    """Return the findings of the three families, informations left out."""
    reading = interpret(open_grid(real_report, trusted=True), RoundKey("7301", 2565, 2))
    facts = Facts(reading.round.tables, places=Places({reading.round.key: reading.places}))
    rules = [rule for rule in all_rules().values() if rule.family in FAMILIES]
    made = [one for rule in rules for one in rule.check(facts, rule.parameters)]
    return [one for one in made if one.severity is not Severity.INFO]


def test_every_finding_was_judged(findings: list[Finding]) -> None:
    """Each of these was read in the report and found to be a fault or worth asking about."""
    assert Counter((one.rule, one.project_no) for one in findings) == EXPECTED


def test_ids_are_told_apart(findings: list[Finding]) -> None:
    """No two findings of the report have one name."""
    assert len({one.id for one in findings}) == len(findings)


def test_errors_are_proved(findings: list[Finding]) -> None:
    """Errors are those that the document itself proves."""
    errors = Counter(one.rule for one in findings if one.severity is Severity.ERROR)
    assert errors == {
        "text-list": 2,
        "text-mean": 1,
        "text-parts": 1,
        "text-target": 2,
        "text-children-amount": 1,
        "date-future-deed": 1,
    }
