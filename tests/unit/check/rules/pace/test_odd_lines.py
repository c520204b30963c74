"""Lines that differ much from the others."""

from __future__ import annotations

from typing import Any

from helpers.checking import run_rule, subjects
from helpers.rounds import tables


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
