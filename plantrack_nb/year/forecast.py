"""Where disbursement will stand on 30 September if it goes on so, and what is needed a month.

Two paces are reckoned: that of the year so far (spent ÷ months gone) and that of the last quarter
alone (spent since the round before ÷ 3). The middle of what they lead to is told, both are its
bounds; more than the budget cannot be spent. A first round knows one pace only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan

from plantrack_nb.core.calendar import months_in_round

_MONTHS = 12
_OF_A_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the end of the fiscal year is likely to bring.

    Parameters
    ----------
    likely, low, high : float
        Disbursed by 30 September, baht.
    months_left : int
        Months from the end of the round to the end of the year.
    needed : float
        What must be spent a month to reach the target, baht; NaN without a target, 0 when it is
        reached.
    pace, last_pace : float
        Baht a month, over the year so far and over the last quarter (NaN in a first round).
    """

    likely: float
    low: float
    high: float
    months_left: int
    needed: float
    pace: float
    last_pace: float


def forecast(
    spent: Mapping[int, float], budget: float, target_pct: float | None = None
) -> Forecast | None:
    """Reckon the end of the year from the rounds there are.

    Parameters
    ----------
    spent : Mapping of int to float
        Disbursed by the end of each quarter that is known, baht, cumulative.
    budget : float
        The year's budget, baht.
    target_pct : float, optional
        Percent of the budget to be disbursed by the end of the year.

    Returns
    -------
    Forecast or None
        None after the year's last round, and where nothing can be reckoned.
    """
    if not spent or not budget > 0:
        return None
    last = max(spent)
    months, left = months_in_round(last), _MONTHS - months_in_round(last)
    if left <= 0 or isnan(spent[last]):
        return None
    pace = spent[last] / months
    last_pace = _last_pace(spent, last)
    ends = [
        min(budget, spent[last] + max(one, 0.0) * left)
        for one in (pace, last_pace)
        if not isnan(one)
    ]
    needed = float("nan")
    if target_pct is not None:
        needed = max(budget * target_pct / 100 - spent[last], 0.0) / left
    return Forecast(sum(ends) / len(ends), min(ends), max(ends), left, needed, pace, last_pace)


def _last_pace(spent: Mapping[int, float], last: int) -> float:
    """Return baht a month since the round before; a gap in the rounds is shared out evenly."""
    before = max((quarter for quarter in spent if quarter < last), default=None)
    if before is None or isnan(spent[before]):
        return float("nan")
    return (spent[last] - spent[before]) / (_OF_A_QUARTER * (last - before))
