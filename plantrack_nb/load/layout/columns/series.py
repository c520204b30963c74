"""Amounts of several quarters, months or rounds side by side: which are the asked round's.

A round is cumulative since October. Columns of quarters or months each hold their own part and are
added up, unless they are cumulative already; headings tell, and where they do not, sums, remainders
and plans do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from plantrack_nb.load.layout.columns.row_arithmetic import Figures
from plantrack_nb.load.layout.record import Column

_OTHER_ROUND = "เป็นของรอบหรือไตรมาสอื่น"
_NEAR = 0.011


@dataclass(frozen=True)
class Series:
    """Columns of one meaning: of periods, without one, and of kinds of money; what proves them."""

    of_periods: tuple[Column, ...]
    plain: tuple[Column, ...]
    kinds: tuple[Column, ...]
    budget: tuple[int, ...]
    remaining: tuple[int, ...]
    plans: tuple[Column, ...]


@dataclass(frozen=True)
class Period:
    """The columns taken, why the others are not, and what is unsure or missing."""

    taken: frozenset[int]
    why: str = _OTHER_ROUND
    added: bool = False
    unsure: tuple[str, ...] = ()
    missing: str = ""


def chosen_period(
    series: Series, figures: Figures, quarter: int | None, added_up: bool | None = None
) -> Period:
    """Choose the columns of the asked round; an office may have told whether they are added up."""
    periods = sorted(series.of_periods, key=_last)
    if not periods:
        return _without_periods(series, figures)
    if len(periods) == 1 or quarter is None:
        return _single(periods, series.plain, quarter)
    cumulative = _is_cumulative(periods, series, figures) if added_up is None else not added_up
    if cumulative:
        return _until(periods, quarter)
    found = _added(periods, series.plain, figures, quarter)
    if cumulative is None and not found.missing:
        told = f"ถือว่า {_listed(periods)} เป็นยอดของแต่ละงวด จึงบวกกัน (ไม่มีผลรวมหรือคงเหลือให้พิสูจน์)"
        return replace(found, unsure=(told,))
    return found


def _until(periods: Sequence[Column], quarter: int) -> Period:
    """Take the column that holds all since October."""
    fitting = [one for one in periods if _last(one) == 3 * quarter]
    if fitting:
        return Period(frozenset([fitting[-1].at]))
    return Period(frozenset(), missing=_no_column(periods, quarter))


def _added(
    periods: Sequence[Column], plain: Sequence[Column], figures: Figures, quarter: int
) -> Period:
    """Take the columns that make up the quarter together, or the one that is their sum."""
    parts = [one for one in periods if _last(one) <= 3 * quarter and not one.is_sum]
    if not parts or not _covers(parts, 3 * quarter):
        return Period(frozenset(), missing=_no_column(periods, quarter))
    ats = [one.at for one in parts]
    for one in plain:
        if figures.adds_up(ats, one.at) and len(ats) > 1:
            return Period(frozenset([one.at]), "เป็นส่วนของยอดรวมที่ใช้")
    return Period(frozenset(ats), added=len(ats) > 1)


def _without_periods(series: Series, figures: Figures) -> Period:
    kinds = [one.at for one in series.kinds]
    if not series.plain:
        return Period(frozenset(kinds))
    if len(series.plain) == 1:
        best = series.plain[0]
        wrong = len(kinds) > 1 and not figures.may_add_up(kinds, best.at)
        unsure = (f"คอลัมน์ย่อยรวมกันไม่เท่ากับ “{best.heading}” ทุกแถว",) if wrong else ()
        return Period(frozenset([best.at]), "เป็นส่วนของยอดรวมที่ใช้", unsure=unsure)
    return _of_several(series, figures)


def _of_several(series: Series, figures: Figures) -> Period:
    """Choose among several columns that all say they are the amount: by the remainder, by a sum."""
    ats = [one.at for one in series.plain]
    for one in series.plain:
        if any(figures.differs(b, one.at, r) for b in series.budget for r in series.remaining):
            return Period(frozenset([one.at]), f"ใช้ “{one.heading}” ซึ่งสอดคล้องกับคงเหลือ")
    for one in series.plain:
        others = [at for at in ats if at != one.at]
        if len(others) > 1 and figures.adds_up(others, one.at):
            return Period(frozenset([one.at]), "เป็นส่วนของยอดรวมที่ใช้")
    best = next((one for one in series.plain if one.is_sum), series.plain[0])
    told = f"ใช้คอลัมน์ “{best.heading}” จากหลายคอลัมน์ที่คล้ายกัน: {_listed(series.plain)}"
    return Period(frozenset([best.at]), "มีคอลัมน์อื่นที่ใช้แทน", unsure=(told,))


def _single(periods: Sequence[Column], plain: Sequence[Column], quarter: int | None) -> Period:
    one = periods[-1]
    if plain:
        fits = quarter is not None and _last(one) == 3 * quarter and _is_since(one)
        return Period(frozenset([one.at if fits else plain[0].at]), "มีคอลัมน์อื่นที่ใช้แทน")
    unsure: tuple[str, ...] = ()
    if quarter is not None and _last(one) != 3 * quarter:
        unsure = (f"คอลัมน์ “{one.heading}” ไม่ได้บอกว่าเป็นของไตรมาส {quarter} ที่ขอ",)
    return Period(frozenset([one.at]), unsure=unsure)


def _is_cumulative(periods: Sequence[Column], series: Series, figures: Figures) -> bool | None:
    """Tell whether each column holds all since October; None when nothing tells."""
    if all(_is_since(one) for one in periods) or any("สะสม" in one.heading for one in periods):
        return True
    ats = [one.at for one in periods if not one.is_sum]
    totals, lasts = figures.total(ats), _lasts(figures, ats)
    for one in series.plain:
        found = _tells(figures.of(one.at), totals, lasts)
        if found is not None:
            return found
    for left in series.remaining:
        spent = [
            None if whole is None or rest is None else whole - rest
            for whole, rest in zip(figures.total(series.budget), figures.of(left), strict=True)
        ]
        found = _tells(spent, totals, lasts)
        if found is not None:
            return found
    return _by_plan_or_growth(series, figures, ats, totals)


def _by_plan_or_growth(
    series: Series, figures: Figures, ats: Sequence[int], totals: Sequence[float | None]
) -> bool | None:
    plans = [one.at for one in series.plans]
    budgets = figures.total(series.budget) if series.budget else [None] * len(totals)
    if len(plans) > 1:
        found = _tells(budgets, figures.total(plans), _lasts(figures, plans))
        if found is not None:
            return found
    rows = list(zip(*map(figures.of, ats), strict=True))
    falls = [row for row in rows if _falls(row)]
    if falls:
        return False
    over = sum(
        1
        for whole, total in zip(budgets, totals, strict=True)
        if whole is not None and total is not None and total > whole + _NEAR
    )
    return True if over and all(_grows(row) for row in rows) else None


def _tells(
    wanted: Sequence[float | None], totals: Sequence[float | None], lasts: Sequence[float | None]
) -> bool | None:
    """Tell by a sum whether it is that of all columns (False) or the last one (True)."""
    added = grown = tested = 0
    for number, total, last in zip(wanted, totals, lasts, strict=True):
        if number is None or total is None or last is None or abs(total - last) <= _NEAR:
            continue
        tested += 1
        added += abs(number - total) <= _NEAR
        grown += abs(number - last) <= _NEAR
    if not tested or max(added, grown) < 0.8 * tested:
        return None
    return grown > added


def _lasts(figures: Figures, ats: Sequence[int]) -> list[float | None]:
    """Take the last amount that each row has."""
    columns = [figures.of(at) for at in ats]
    return [
        next((number for number in reversed(row) if number is not None), None)
        for row in zip(*columns, strict=True)
    ]


def _falls(row: Sequence[float | None]) -> bool:
    known = [number for number in row if number]
    return any(later < before - _NEAR for before, later in pairwise(known))


def _grows(row: Sequence[float | None]) -> bool:
    return not _falls(row)


def _covers(parts: Sequence[Column], wanted: int) -> bool:
    """Tell whether columns hold every month from October to the wanted one."""
    months = {
        month
        for one in parts
        if one.period is not None
        for month in range(one.period.first, one.period.last + 1)
    }
    return set(range(1, wanted + 1)) <= months


def _last(column: Column) -> int:
    return column.period.last if column.period is not None else 0


def _is_since(column: Column) -> bool:
    return column.period is not None and column.period.from_start


def _no_column(periods: Sequence[Column], quarter: int) -> str:
    return f"ไม่มีคอลัมน์ที่ให้ยอดถึงสิ้นไตรมาส {quarter}: มี {_listed(periods)}"


def _listed(columns: Sequence[Column]) -> str:
    return ", ".join(f"“{one.heading}”" for one in columns)
