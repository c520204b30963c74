"""How fast money is spent."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import stacked, tables

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.runner import all_rules
from plantrack_nb.core.findings import Finding, Severity
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


def test_round_below_its_target() -> None:
    """The sum of all lines is held against the quarter's overall target."""
    (one,) = _found("pace-round", _spent(50, 50))
    assert (one.found, one.expected) == ("ร้อยละ 50", "ร้อยละ 51 (ยังไม่ยืนยัน)")
    assert one.severity is Severity.INFO
    assert "รอบ 6 เดือน" in one.message
    assert "1,000 จากงบ 2,000 บาท" in one.message
    assert not _found("pace-round", _spent(51))
    assert _found("pace-round", _spent(50.99))
    assert not _found("pace-round", _spent(50), behind_points=1)
    assert _found("pace-round", _spent(50), behind_points=0.9)


def test_confirmed_target_is_not_doubted() -> None:
    """Only a figure from memory is said to be unconfirmed."""
    (one,) = _found("pace-round", _spent(10, quarter=1))
    assert one.expected == "ร้อยละ 30"


@pytest.mark.parametrize("code", ["pace-round", "pace-strategy", "pace-group"])
def test_no_target_no_judgement(code: str) -> None:
    """Where the target is unknown, or no money was given, nothing is said."""
    assert not _found(code, _spent(10, quarter=3))
    assert not subjects(code, _spent(10))
    assert not _found(code, tables(projects=[{"budget_state": "none"}]))


def test_slow_strategies_are_one_finding() -> None:
    """The slowest stands first; what reaches the target is left out."""
    (one,) = _found("pace-strategy", _spent(40, 80, 0))
    assert (one.found, one.subject) == ("2 กลยุทธ์", "round")
    assert "กลยุทธ์ที่ 3 ร้อยละ 0 และ กลยุทธ์ที่ 1 ร้อยละ 40" in one.message
    assert [ref.ref for ref in one.refs] == ["budget_lines!A1", "budget_lines!A3"]


def test_slow_groups_are_one_finding() -> None:
    """Groups are held against the target by their projects' sums."""
    given = _spent(10, owner_groups="กลุ่มอำนวยการ")
    (one,) = _found("pace-group", given)
    assert "กลุ่มอำนวยการ ร้อยละ 10" in one.message
    assert not _found("pace-group", _spent(10, owner_groups=""))


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


def _budgets(*budgets: float) -> dict[str, Any]:
    lines = [{"line_no": at, "budget": one} for at, one in enumerate(budgets, 1)]
    return tables(projects=[{}], lines=lines)


def test_budget_of_another_size() -> None:
    """A budget many sizes away from the others is worth a look."""
    usual = [10000, 20000, 30000] * 4
    (one,) = run_rule("pace-odd-line", _budgets(*usual, 90_000_000))
    assert one.subject == "project_no=1.1; line_no=13; column=budget"
    assert "สูงกว่า" in one.message
    (low,) = run_rule("pace-odd-line", _budgets(*usual, 1))
    assert "ต่ำกว่า" in low.message
    assert not subjects("pace-odd-line", _budgets(*usual))


def test_few_or_equal_lines_have_no_spread() -> None:
    """Fewer than twelve lines, or equal ones, make nothing odd; the number may be set."""
    usual = [10000, 20000, 30000] * 3
    assert not subjects("pace-odd-line", _budgets(*usual, 10000, 90_000_000))
    assert subjects("pace-odd-line", _budgets(*usual, 10000, 90_000_000), at_least_lines=11)
    assert subjects("pace-odd-line", _budgets(*usual, 10000, 20000, 90_000_000))
    assert not subjects("pace-odd-line", _budgets(*[5] * 20, 90_000_000))


def test_robust_z_is_that_of_the_books() -> None:
    """Distance from the median, divided by 1.4826 times the median of such distances."""
    sizes = [10.0**at for at in range(1, 14)]  # median 10^7, median distance 3 sizes
    edge = 6 / (1.4826 * 3)
    assert not subjects("pace-odd-line", _budgets(*sizes), robust_z=edge + 1e-6)
    assert len(subjects("pace-odd-line", _budgets(*sizes), robust_z=edge - 1e-6)) == 2


def test_only_spending_is_compared() -> None:
    """Lines that have spent nothing do not make the others odd."""
    lines = [{"line_no": at, "budget": 100, "disbursed": 0} for at in range(1, 20)]
    lines += [{"line_no": at, "budget": 100, "disbursed": 50 + at % 3} for at in range(20, 33)]
    usual = tables(projects=[{}], lines=lines)
    assert not subjects("pace-odd-line", usual)
    odd = tables(projects=[{}], lines=[*lines, {"line_no": 40, "budget": 100, "disbursed": 5}])
    (one,) = run_rule("pace-odd-line", odd)
    assert (one.found, one.subject[-13:]) == ("เบิกจ่ายร้อยละ 5", "disbursed_pct")
