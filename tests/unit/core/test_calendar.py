"""The fiscal calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core import calendar

YEARS = st.integers(2500, 2700)
QUARTERS = st.sampled_from(calendar.QUARTERS)
DAYS = st.dates(date(1957, 1, 1), date(2157, 12, 31))


@pytest.mark.parametrize(
    ("quarter", "first", "last"),
    [
        (1, date(2021, 10, 1), date(2021, 12, 31)),
        (2, date(2022, 1, 1), date(2022, 3, 31)),
        (3, date(2022, 4, 1), date(2022, 6, 30)),
        (4, date(2022, 7, 1), date(2022, 9, 30)),
    ],
)
def test_quarters_of_2565(quarter: int, first: date, last: date) -> None:
    """The quarters of fiscal year 2565 begin and end on the published days."""
    assert calendar.quarter_start(2565, quarter) == first
    assert calendar.quarter_end(2565, quarter) == last


@pytest.mark.parametrize(("quarter", "months"), [(1, 3), (2, 6), (3, 9), (4, 12)])
def test_a_round_is_cumulative(quarter: int, months: int) -> None:
    """A round reports from 1 October on, and is named by its months."""
    first, last = calendar.round_period(2565, quarter)
    assert first == date(2021, 10, 1)
    assert last == calendar.quarter_end(2565, quarter)
    assert calendar.months_in_round(quarter) == months
    assert calendar.round_label(quarter) == f"รอบ {months} เดือน"


@given(YEARS, QUARTERS)
def test_quarters_follow_without_a_gap(year: int, quarter: int) -> None:
    """The day after a quarter is the first of the next, over the year's end too."""
    after = calendar.quarter_end(year, quarter) + timedelta(days=1)
    following = (year, quarter + 1) if quarter < 4 else (year + 1, 1)
    assert after == calendar.quarter_start(*following)


@given(DAYS)
def test_every_day_lies_in_its_own_quarter(day: date) -> None:
    """A day lies between the first and last day of the quarter it is said to be in."""
    year, quarter = calendar.fiscal_year_of(day), calendar.quarter_of(day)
    assert calendar.quarter_start(year, quarter) <= day <= calendar.quarter_end(year, quarter)


@given(DAYS)
def test_the_round_due_is_the_last_that_has_ended(day: date) -> None:
    """The round due ended before the day; the quarter after it has not."""
    year, quarter = calendar.round_due(day)
    following = (year, quarter + 1) if quarter < 4 else (year + 1, 1)
    assert calendar.quarter_end(year, quarter) < day <= calendar.quarter_end(*following)


def test_a_round_is_due_from_the_day_after_its_quarter() -> None:
    """On 31 March the 3-month round is still the last one; on 1 April the 6-month round is due."""
    assert calendar.round_due(date(2022, 3, 31)) == (2565, 1)
    assert calendar.round_due(date(2022, 4, 1)) == (2565, 2)
    assert calendar.round_due(date(2022, 10, 1)) == (2565, 4)


@given(YEARS)
def test_eras_convert_back(year: int) -> None:
    """B.E. to C.E. and back gives the same year."""
    assert calendar.be_year(calendar.ce_year(year)) == year


def test_dates_as_thai_readers_write_them() -> None:
    """Dates carry the full month and year."""
    day = date(2022, 3, 31)
    assert calendar.thai_date(day) == "31 มีนาคม 2565"
    assert calendar.thai_period(date(2021, 10, 1), day) == "1 ตุลาคม 2564 ถึง 31 มีนาคม 2565"


def test_months_and_abbreviations_pair_up() -> None:
    """Each of the twelve abbreviations begins with the first letters of its month."""
    assert len(calendar.MONTHS) == len(calendar.ABBREVIATIONS) == 12
    for month, short in zip(calendar.MONTHS, calendar.ABBREVIATIONS, strict=True):
        assert month[0] == short[0] or month.startswith(short[:2])


@pytest.mark.parametrize("quarter", [0, 5, -1])
def test_other_quarters_are_refused(quarter: int) -> None:
    """There is no quarter but 1 to 4."""
    with pytest.raises(ValueError, match="not one of 1, 2, 3, 4"):
        calendar.quarter_start(2565, quarter)
    with pytest.raises(ValueError, match="not one of 1, 2, 3, 4"):
        calendar.quarter_end(2565, quarter)
