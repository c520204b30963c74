"""Amounts of made-up budget lines: what is spent follows from how far the work is."""

from __future__ import annotations

import math
import random

from plantrack_nb.core.vocabulary import Status
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.simulate.draft import Row, number, text
from plantrack_nb.thai.numbers import format_baht

_STEP = 10


def budget_of(draw: random.Random) -> float:
    """Draw a budget as offices have them: most of some ten thousand baht, few of many more."""
    return _rounded(10 ** draw.uniform(3.7, 5.6))


def spent_share(
    draw: random.Random, status: str, progress: float = math.nan, *, may_wait: bool = True
) -> float:
    """Draw the share that is spent of what a piece of work of this status was given.

    Of work under way nothing may be spent yet, unless much of it is done (``may_wait``).
    """
    if status == Status.DONE:
        return draw.uniform(0.86, 1.0)
    if status == Status.NOT_STARTED:
        return 0.0
    if math.isnan(progress):
        share = draw.uniform(0.1, 0.8)
        return draw.choice((0.0 if may_wait else share, share))
    return min(1.0, max(0.0, progress / 100 + draw.uniform(-0.25, 0.25)))


def line(
    label: str, budget: float, share: float, draw: random.Random, place: dict[str, object]
) -> Row:
    """Make a line of which ``share`` is spent; some of the rest may be committed."""
    spent = budget if share == 1 else _rounded(budget * share)
    left = budget - spent
    held = _rounded(left * draw.uniform(0.2, 0.9)) if draw.random() < 0.15 else 0.0
    return settled(
        {
            **place,
            "label": label,
            "budget": budget,
            "disbursed": spent,
            "committed": held if 0 < held <= left else None,
        }
    )


def awaiting_line(label: str, place: dict[str, object]) -> Row:
    """Make a line of which the money is still awaited."""
    return {**place, "label": label, "raw": "รอจัดสรร | -"}


def settled(row: Row) -> Row:
    """Give a line the percent that follows from its amounts, and its raw text."""
    budget, spent = number(row, "budget"), number(row, "disbursed")
    percent = round(percent_of(spent, budget), 2) if spent > 0 and budget > 0 else None
    return with_raw({**row, "reported_pct": percent})


def with_raw(row: Row) -> Row:
    """Give a line the raw text of its cells: "394,200 | 386,510 (98.05)"."""
    percent = number(row, "reported_pct")
    beside = "" if math.isnan(percent) else f" ({percent:g})"
    given = text(row, "raw").partition(" | ")[0]
    budget = number(row, "budget")
    shown = given if math.isnan(budget) else format_baht(budget)
    return {**row, "raw": f"{shown} | {format_baht(number(row, 'disbursed'))}{beside}"}


def _rounded(amount: float) -> float:
    return float(round(amount / _STEP) * _STEP)
