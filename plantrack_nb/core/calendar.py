"""The fiscal calendar in the Buddhist era (B.E.), and dates as Thai readers write them.

Fiscal year *y* runs from 1 October *y*-1 to 30 September *y*. A round is cumulative: it
reports from 1 October to the end of its quarter, after 3, 6, 9 or 12 months.
"""

from __future__ import annotations

from datetime import date, timedelta

BE_OFFSET = 543
"""B.E. year minus C.E. year."""

QUARTERS = (1, 2, 3, 4)

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
"""Full month names, January first."""

ABBREVIATIONS = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
"""Short month names, January first. Beware of ก.ค.ศ., which is an agency."""


def be_year(ce_year: int) -> int:
    """Turn a C.E. year into B.E.: 2022 is 2565."""
    return ce_year + BE_OFFSET


def ce_year(be_year: int) -> int:
    """Turn a B.E. year into C.E.: 2565 is 2022."""
    return be_year - BE_OFFSET


def fiscal_year_of(day: date) -> int:
    """Return the fiscal year (B.E.) that a day belongs to."""
    return be_year(day.year) + (day.month >= 10)


def quarter_of(day: date) -> int:
    """Return the fiscal quarter of a day: October to December is 1."""
    return (day.month - 10) % 12 // 3 + 1


def fiscal_start(fiscal_year: int) -> date:
    """Return 1 October, the day on which every round of the fiscal year begins."""
    return date(ce_year(fiscal_year) - 1, 10, 1)


def quarter_start(fiscal_year: int, quarter: int) -> date:
    """Return the first day of a quarter."""
    months = 9 + _months_before(quarter)
    return date(ce_year(fiscal_year) - 1 + months // 12, months % 12 + 1, 1)


def quarter_end(fiscal_year: int, quarter: int) -> date:
    """Return the last day of a quarter, which is also the last day of its round."""
    if _months_before(quarter) == 9:
        return fiscal_start(fiscal_year + 1) - timedelta(days=1)
    return quarter_start(fiscal_year, quarter + 1) - timedelta(days=1)


def round_period(fiscal_year: int, quarter: int) -> tuple[date, date]:
    """Return the first and the last day a round reports on (both included)."""
    return fiscal_start(fiscal_year), quarter_end(fiscal_year, quarter)


def months_in_round(quarter: int) -> int:
    """Return how many months a round reports on: 3, 6, 9 or 12."""
    return _months_before(quarter) + 3


def round_label(quarter: int) -> str:
    """Name a round as offices do: ``"รอบ 6 เดือน"``."""
    return f"รอบ {months_in_round(quarter)} เดือน"


def round_due(day: date) -> tuple[int, int]:
    """Return (fiscal year, quarter) of the last quarter that had ended before ``day``."""
    last = quarter_start(fiscal_year_of(day), quarter_of(day)) - timedelta(days=1)
    return fiscal_year_of(last), quarter_of(last)


def thai_date(day: date) -> str:
    """Write a day in full: ``"31 มีนาคม 2565"``."""
    return f"{day.day} {MONTHS[day.month - 1]} {be_year(day.year)}"


def thai_period(first: date, last: date) -> str:
    """Write a period in full: ``"1 ตุลาคม 2564 ถึง 31 มีนาคม 2565"``."""
    return f"{thai_date(first)} ถึง {thai_date(last)}"


def _months_before(quarter: int) -> int:
    if quarter not in QUARTERS:
        raise ValueError(f"quarter {quarter} is not one of 1, 2, 3, 4")
    return (quarter - 1) * 3
