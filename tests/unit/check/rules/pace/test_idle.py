"""Projects that have spent nothing."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import stacked, tables

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.runner import all_rules
from plantrack_nb.core.findings import Finding
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.targets import Target, Targets

TARGETS = Targets(
    (
        Target(2565, "investment", 2, 29.0, "S", "press"),
        Target(2565, "overall", 1, 30.0, "S", "press"),
        Target(2565, "overall", 2, 51.0, "M", "memory"),
    )
)


def _found(code: str, given: dict[str, Any], **settings: float) -> list[Finding]:
    rule = all_rules()[code]
    return list(rule.check(Facts(given, TARGETS), {**rule.parameters, **settings}))


def _spent(*percents: float | None, quarter: int = 2, **project: Any) -> dict[str, Any]:
    """Projects 1.1, 2.1 … of 1,000 baht each, of which so many percent are spent."""
    numbers = [f"{at}.1" for at in range(1, len(percents) + 1)]
    return tables(
        projects=[{"project_no": one, **project} for one in numbers],
        lines=[
            {"project_no": one, "budget": 1000, "disbursed": spent and spent * 10}
            for one, spent in zip(numbers, percents, strict=True)
        ],
        key=RoundKey("0101", 2565, quarter),
    )


def test_projects_with_nothing_spent_are_one_finding() -> None:
    """They are listed, the largest budget first."""
    given = tables(
        projects=[{"project_no": f"1.{at}"} for at in (1, 2, 3)],
        lines=[
            {"project_no": "1.1", "budget": 500, "disbursed": 0},
            {"project_no": "1.2", "budget": 9000, "disbursed": None},
            {"project_no": "1.3", "budget": 100, "disbursed": 1},
        ],
    )
    (one,) = run_rule("pace-nothing-spent", given)
    assert "มี 2 โครงการ" in one.message
    assert "รวม 9,500 บาท" in one.message
    assert "1.2 (9,000) และ 1.1 (500)" in one.message
    assert len(one.refs) == 2
    assert subjects("pace-nothing-spent", given, at_least_baht=9000)
    assert not subjects("pace-nothing-spent", given, at_least_baht=9000.01)


@pytest.mark.parametrize(("quarter", "told"), [(1, False), (2, True), (4, True)])
def test_early_in_the_year_nothing_spent_is_no_news(quarter: int, *, told: bool) -> None:
    """From the sixth month on it is; the month may be set."""
    given = _spent(0, quarter=quarter)
    assert bool(subjects("pace-nothing-spent", given)) is told
    assert subjects("pace-nothing-spent", given, from_month=3)


def test_long_list_is_cut() -> None:
    """After twenty projects the rest is counted."""
    assert "และอีก" not in run_rule("pace-nothing-spent", _spent(*[0] * 20))[0].message
    assert "และอีก 2 โครงการ" in run_rule("pace-nothing-spent", _spent(*[0] * 22))[0].message


def test_each_round_has_its_own_finding() -> None:
    """Stacked rounds do not mix."""
    other = tables(
        projects=[{}], lines=[{"budget": 10, "disbursed": 0}], key=RoundKey("0102", 2565, 2)
    )
    both = stacked(_spent(0), other)
    assert [one.district for one in run_rule("pace-nothing-spent", both)] == ["0101", "0102"]
    assert [one.district for one in _found("pace-strategy", both)] == ["0101", "0102"]
    assert [one.district for one in _found("pace-round", both)] == ["0101", "0102"]
