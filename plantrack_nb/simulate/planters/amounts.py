"""Faults of amounts, percents and budget states."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from statistics import median

from plantrack_nb.core.vocabulary import BudgetState, Status
from plantrack_nb.simulate.draft import Draft, Row, number, text
from plantrack_nb.simulate.faults import Chance, Fault, Planted, planter
from plantrack_nb.simulate.money import settled, with_raw
from plantrack_nb.simulate.places import Slip, first, retold, slipped, state_of
from plantrack_nb.thai.numbers import format_baht, to_float


def _spent(row: Row) -> bool:
    return number(row, "disbursed") > 0 and number(row, "reported_pct") > 5


def _given(row: Row) -> bool:
    return number(row, "budget") > 0


def _changed(
    draft: Draft,
    chance: Chance,
    rule: str,
    wanted: Callable[[Row], bool],
    change: Callable[[Row], Row],
) -> Planted:
    """Change a line that is as wanted; the fault tells its raw text before and after."""
    found = first(draft, "budget_lines", chance, wanted)
    if found is None:
        return None
    at, row = found
    after = change(row)
    fault = Fault(
        rule,
        text(row, "project_no"),
        f"budget_lines {row['line_no']}",
        _said(row),
        _said(after),
    )
    return draft.changed("budget_lines", at, **after), fault


def _said(row: Row) -> str:
    held = number(row, "committed")
    return text(row, "raw") + ("" if math.isnan(held) else f" | ผูกพัน {format_baht(held)}")


@planter("amount-percent")
def percent(draft: Draft, chance: Chance) -> Planted:
    """Print a percent that is another one, by much or by little."""
    off = chance.draw.choice((-4.0, -0.5, 0.03))
    return _changed(
        draft,
        chance,
        "amount-percent",
        _spent,
        lambda row: with_raw({**row, "reported_pct": _other(number(row, "reported_pct"), off)}),
    )


def _other(percent: float, off: float) -> float:
    """Move a percent, and not to one that would be the same percent with one decimal."""
    moved = round(percent + off, 2)
    return moved if round(moved, 1) != moved else round(moved + 0.01, 2)


@planter("amount-percent-scale")
def percent_scale(draft: Draft, chance: Chance) -> Planted:
    """Print a percent as a share of one."""
    return _changed(
        draft,
        chance,
        "amount-percent-scale",
        _spent,
        lambda row: with_raw({**row, "reported_pct": round(number(row, "reported_pct") / 100, 2)}),
    )


@planter("amount-over-budget")
def over_budget(draft: Draft, chance: Chance) -> Planted:
    """Spend more than was given."""
    times = chance.draw.choice((1.005, 1.2, 10))
    return _changed(
        draft,
        chance,
        "amount-over-budget",
        _spent,
        lambda row: settled(
            {**row, "disbursed": round(number(row, "budget") * times), "committed": None}
        ),
    )


@planter("amount-committed-over")
def committed_over(draft: Draft, chance: Chance) -> Planted:
    """Commit more than is left."""
    return _changed(
        draft,
        chance,
        "amount-committed-over",
        _given,
        lambda row: {**row, "committed": number(row, "budget") - number(row, "disbursed") + 500},
    )


@planter("amount-negative")
def negative(draft: Draft, chance: Chance) -> Planted:
    """Print a committed amount with a minus."""
    return _changed(
        draft, chance, "amount-negative", _given, lambda row: {**row, "committed": -2500.0}
    )


@planter("amount-without-budget")
def without_budget(draft: Draft, chance: Chance) -> Planted:
    """Spend money that is still awaited."""
    return _changed(
        draft,
        chance,
        "amount-without-budget",
        lambda row: not _given(row),
        lambda row: with_raw({**row, "disbursed": 5000.0}),
    )


@planter("amount-state")
def state(draft: Draft, chance: Chance) -> Planted:
    """Mark a project that has money as awaiting it."""
    found = first(
        draft, "budget_lines", chance, lambda row: _given(row) and not number(row, "disbursed") > 0
    )
    if found is None:
        return None
    for at, row in draft.numbered("projects", text(found[1], "project_no")):
        after = BudgetState.AWAITING.value
        fault = Fault(
            "amount-state",
            text(row, "project_no"),
            "projects.budget_state",
            text(row, "budget_state"),
            after,
        )
        return draft.changed("projects", at, budget_state=after), fault
    return None


@planter("amount-unit")
def unit(draft: Draft, chance: Chance) -> Planted:
    """Print a line in thousands of baht."""
    budgets = [number(row, "budget") for row in draft.of("budget_lines") if _given(row)]
    small = 0.5 * median(budgets)
    return _changed(
        draft,
        chance,
        "amount-unit",
        lambda row: number(row, "budget") < small and not math.isfinite(number(row, "committed")),
        lambda row: with_raw(
            {
                **row,
                "budget": number(row, "budget") / 1000,
                "disbursed": number(row, "disbursed") / 1000,
            }
        ),
    )


@planter("amount-parts")
def parts(draft: Draft, chance: Chance) -> Planted:
    """Raise what one activity of several costs."""

    def raised(found: re.Match[str]) -> str:
        return format_baht((to_float(found["n"]) or 0) + 3000)

    return slipped(
        draft,
        chance,
        "amount-parts",
        Slip(r"\((?P<n>[\d,]+) บาท\)$", raised),
        lambda row: text(row, "activity_no") == "2",
    )


@planter("amount-text-spent")
def text_spent(draft: Draft, chance: Chance) -> Planted:
    """Tell of money spent where the column has none."""
    spent: set[str] = set()
    for row in draft.of("budget_lines"):
        if number(row, "disbursed") > 0:
            spent.add(text(row, "project_no"))
    found = first(
        draft,
        "activities",
        chance,
        lambda row: (
            text(row, "project_no") not in spent
            and text(row, "status") == Status.IN_PROGRESS
            and state_of(draft, row) == BudgetState.BUDGETED
        ),
    )
    return found and retold(
        draft, found[0], "amount-text-spent", f"{text(found[1], 'text')} เบิกจ่ายแล้ว 4,000 บาท"
    )


@planter("amount-text-awaiting")
def text_awaiting(draft: Draft, chance: Chance) -> Planted:
    """Tell of money spent where it is still awaited."""
    found = first(
        draft,
        "activities",
        chance,
        lambda row: state_of(draft, row) == BudgetState.AWAITING,
    )
    return found and retold(
        draft, found[0], "amount-text-awaiting", f"{text(found[1], 'text')} เบิกจ่ายแล้ว 8,000 บาท"
    )
