"""Whether a document cuts its percents off: where none is, one that is cut is a slip."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan

from plantrack_nb.check.facts import Facts, RoundKey, round_key
from plantrack_nb.core.vocabulary import DISBURSED_PCT
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.measures.rounding import agrees, step_of

_FLOAT = 1e-9


def cutting_rounds(facts: Facts) -> frozenset[RoundKey]:
    """Give the rounds whose tables cut a percent off, to be asked for by :meth:`Facts.once`."""
    return frozenset(
        key
        for key, printed, exact, step in _percents(facts)
        if not isnan(printed + exact)
        and agrees(printed, exact, step)
        and is_cut(printed, exact, step)
    )


def is_cut(printed: float, exact: float, step: float) -> bool:
    """Tell whether a percent is cut off where rounding would give the next one."""
    return exact - printed > step / 2 + _FLOAT


def _percents(facts: Facts) -> Iterator[tuple[RoundKey, float, float, float]]:
    """Give the percents of budget lines and summary tables: printed, exact, last printed place."""
    for line in facts.lines:
        exact = percent_of(line.disbursed, line.budget)
        yield round_key(line), line.reported_pct, exact, step_of(line.reported_pct, line.raw)
    for cell in facts.beside:
        if cell.column == DISBURSED_PCT:
            yield round_key(cell), cell.value, cell.exact, step_of(cell.value, cell.text)
