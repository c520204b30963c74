"""Scores of rules: what was planted, found, missed and told besides."""

from __future__ import annotations

import math

from benchmarks.scores import missed, scores
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.simulate import Fault


def _fault(rule: str, project_no: str) -> Fault:
    return Fault(rule, project_no, "projects.name", "ก", "ข")


def _finding(rule: str, project_no: str, *, subject: str = "s", because_of: str = "") -> Finding:
    return Finding(
        rule, subject, Severity.ERROR, "m", project_no, because_of=because_of, district="0101"
    )


def test_a_fault_is_found_in_its_project_or_in_the_whole_document() -> None:
    """A finding of the rule about another project does not count, and is extra."""
    planted = {"0101": [_fault("a", "1.1"), _fault("b", "1.2"), _fault("c", "1.3")]}
    findings = [_finding("a", "1.1"), _finding("b", ""), _finding("c", "9.9")]
    a, b, c = scores(findings, planted, ["a", "b", "c"])
    assert (a.found, b.found, c.found) == (1, 1, 0)
    assert (a.extra, b.extra, c.extra) == (0, 0, 1)
    assert [fault.rule for _, fault in missed(findings, planted)] == ["c"]


def test_a_fault_is_not_found_in_another_district() -> None:
    """The same project number elsewhere is another project."""
    (score,) = scores([_finding("a", "1.1")], {"0202": [_fault("a", "1.1")]}, ["a"])
    assert (score.planted, score.found, score.extra) == (1, 0, 1)


def test_extra_findings_that_name_their_cause_are_counted_apart() -> None:
    """They are still extra."""
    (score,) = scores([_finding("a", "1.1", because_of="b-1")], {}, ["a"])
    assert (score.extra, score.explained) == (1, 1)


def test_shares_of_nothing_are_not_known() -> None:
    """Recall without a fault and precision without a finding are no number."""
    (score,) = scores([], {}, ["a"])
    assert math.isnan(score.recall)
    assert math.isnan(score.precision)


def test_recall_and_precision_are_shares() -> None:
    """One of two found, beside one that nobody planted."""
    planted = {"0101": [_fault("a", "1.1"), _fault("a", "1.2")]}
    findings = [_finding("a", "1.1"), _finding("a", "2.1", subject="t")]
    (score,) = scores(findings, planted, ["a"])
    assert (score.recall, score.precision) == (0.5, 0.5)
