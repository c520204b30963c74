"""Units: baht, thousands, millions."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import stacked, tables

from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey


def _budgets(*budgets: float, **more: Any) -> dict[str, Any]:
    lines = [{"line_no": at, "budget": one, **more} for at, one in enumerate(budgets, 1)]
    return tables(projects=[{}], lines=lines)


def test_a_budget_in_thousands() -> None:
    """A budget of which a thousand times is below the round's median is a warning."""
    (one,) = run_rule("amount-unit", _budgets(38, 50000, 60000, 70000, 80000))
    assert (one.subject, one.severity, one.found) == ("1.1/line 1", Severity.WARNING, "38")


def test_how_far_is_far() -> None:
    """The threshold is the parameter ``far``, and the median itself is not below it."""
    assert not subjects("amount-unit", _budgets(60, 50000, 60000, 70000, 80000))
    assert subjects("amount-unit", _budgets(59.99, 50000, 60000, 70000, 80000))
    assert not subjects("amount-unit", _budgets(38, 50000, 60000, 70000, 80000), far=2000)


def test_few_lines_have_no_scale() -> None:
    """Four lines tell no scale; another round's lines do not help."""
    four = _budgets(38, 60000, 70000, 80000)
    assert not subjects("amount-unit", four)
    other = tables(projects=[{}], lines=[{"budget": 1e6}], key=RoundKey("0102", 2565, 2))
    assert not subjects("amount-unit", stacked(four, other))


def test_amounts_beyond_any_office() -> None:
    """An amount above ``largest`` is a warning; the limit itself is not."""
    assert subjects("amount-unit", _budgets(1e10 + 1))
    assert not subjects("amount-unit", _budgets(1e10))
    assert subjects("amount-unit", _budgets(5, disbursed=2e10))
    assert subjects("amount-unit", _budgets(101), largest=100)


@pytest.mark.parametrize("unit", [1000, 1000000])
@pytest.mark.parametrize("up", [True, False])
def test_percent_that_fits_in_another_unit(unit: int, up: bool) -> None:
    """A percent that fits once one amount is taken in another unit tells of the slip."""
    budget, disbursed = (400000 * unit, 300000) if up else (400000, 300000 * unit)
    (one,) = run_rule("amount-unit", _budgets(budget, disbursed=disbursed, reported_pct=75))
    assert ("พันบาท" if unit == 1000 else "ล้านบาท") in one.message
    assert not subjects("amount-unit", _budgets(400000, disbursed=300000, reported_pct=75))
    assert not subjects("amount-unit", _budgets(400000, disbursed=300000, reported_pct=52))


@pytest.mark.parametrize(("budget", "count"), [(96, 1), (96000000, 1), (96000, 0), (150, 0)])
def test_words_in_another_unit(budget: float, count: int) -> None:
    """A budget a thousand times its own words, or a thousandth of them, is found."""
    made = tables(
        projects=[{}],
        lines=[{"label": "ประชุม (96,000)", "budget": budget}],
        activities=[{"text": "ประชุม (96,000)"}],
    )
    assert len(subjects("amount-unit", made)) == count


def test_a_plain_round_is_silent() -> None:
    """Budgets from thousands to millions are an office's everyday."""
    made = _budgets(2500, 7500, 38000, 120000, 4500000, 72000000, disbursed=0)
    assert not subjects("amount-unit", made)
