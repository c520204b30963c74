"""All rules together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from helpers.any_round import any_round
from helpers.checking import rules_of
from helpers.rounds import stacked, tables
from helpers.summaries import summed_up
from hypothesis import HealthCheck, given, settings

from plantrack_nb.check.causes import id_of
from plantrack_nb.check.facts import Facts
from plantrack_nb.check.registry import RULES, Family, rule
from plantrack_nb.check.runner import all_rules, check_tables, in_order
from plantrack_nb.containers.opening import open_grid
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.schema import Round, RoundKey
from plantrack_nb.load.table.interpret import interpret


def test_a_code_is_taken_once() -> None:
    """A second rule with the same code is refused."""
    taken = next(iter(all_rules()))
    with pytest.raises(ValueError, match=f"'{taken}' is registered twice"):
        rule(taken, title="", title_en="", why="", example="", todo="")(lambda *_: [])
    assert RULES[taken].title


def test_families_stand_in_their_order() -> None:
    """Rules are listed family by family."""
    families = [list(Family).index(one.family) for one in all_rules().values()]
    assert families == sorted(families)


def test_every_rule_tells_all_a_reader_needs() -> None:
    """Each rule has both titles, why it matters, an example and what to do."""
    for one in all_rules().values():
        assert all((one.title, one.title_en, one.why, one.example, one.todo)), one.code


def test_order_of_findings() -> None:
    """District, then the whole document, then projects by number, severity and rule."""
    plain = Finding("b", "x", Severity.WARNING, "", district="0101")
    ordered = [
        plain,
        replace(plain, project_no="6.2"),
        replace(plain, project_no="6.10", severity=Severity.ERROR),
        replace(plain, project_no="6.10", rule="a"),
        replace(plain, project_no="6.10"),
        replace(plain, project_no="6.10", subject="y"),
        replace(plain, district="0102"),
    ]
    assert in_order(ordered[::-1]) == ordered


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(any_round())
def test_rules_on_figures_never_raise(made: Round) -> None:
    """Whatever the cells hold, the rules on amounts and claims return findings."""
    facts = Facts(made.tables)
    for rule_ in map(all_rules().get, rules_of("amount-", "claim-")):
        assert rule_ is not None
        for one in rule_.check(facts, rule_.parameters):
            assert one.message
            assert one.subject
            assert one.district == "0101"


def test_empty_tables_are_silent() -> None:
    """A round without any row gives nothing."""
    assert check_tables(tables()) == []


def test_stacked_rounds_are_checked_as_if_alone() -> None:
    """Each of several rounds gives what it gives by itself."""
    wrong = summed_up(claims=[], lines=[{"project_no": "1.1", "budget": 5, "disbursed": 9}])
    alone = check_tables(wrong)
    other = summed_up(key=RoundKey("0102", 2565, 2))
    both = check_tables(stacked(wrong, other))
    assert [one for one in both if one.district == "0101"] == alone
    assert "amount-over-budget" in {one.rule for one in alone}


@pytest.fixture(scope="module")
def real_findings(real_report: Path) -> dict[str, Finding]:
    """Return the findings of the published report by id."""
    grid = open_grid(real_report, trusted=True)
    reading = interpret(grid, RoundKey("7301", 2565, 2))
    return {one.id: one for one in check_tables(reading.round.tables)}


def test_the_published_report(real_findings: dict[str, Finding]) -> None:
    """The provable mistakes of the published report are found as errors."""
    expected = {
        ("amount-percent", "6.7/line 1"),
        ("amount-over-budget", "3.5/line 11"),
        ("amount-parts", "6.8/line 1"),
        ("claim-absent-project", "strategy 6"),
        *(("claim-table-total", f"level_table/{one}") for one in ("done", "partial", "upto_70")),
        *(("claim-table-total", f"level_table/{one}") for one in ("nothing", "awaiting")),
        *(("claim-project-count", one) for one in ("contents/6", "contents/รวม", "summary/รวม")),
    }
    errors = {
        (one.rule, one.subject)
        for one in real_findings.values()
        if one.severity is Severity.ERROR and one.rule.startswith(("amount-", "claim-"))
    }
    assert expected <= errors
    assert len(errors) == 19


def test_what_the_published_report_blames_on_one_cell(real_findings: dict[str, Finding]) -> None:
    """Counts hang under the absent project, a group's percent under the mistyped budget."""
    absent, typed = id_of("claim-absent-project", "strategy 6"), id_of("amount-parts", "6.8/line 1")
    causes = [one.because_of for one in real_findings.values()]
    assert causes.count(absent) == 6
    assert causes.count(typed) == 1
    memo = real_findings[id_of("claim-memo-total", "budget")]
    assert "6.14" in memo.hint
