"""Buddhist-era dates are found in every spelling offices use."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core.calendar import ABBREVIATIONS, MONTHS, be_year, thai_date, thai_period
from plantrack_nb.thai.dates import Precision, find_dates, months_between
from plantrack_nb.thai.text import thai_digits

DAYS = st.dates(date(1997, 1, 1), date(2056, 12, 31))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1 ตุลาคม 2564 – 31 มีนาคม 2565", date(2021, 10, 1), date(2022, 3, 31)),
        ("ระหว่างวันที่ 1 ตุลาคม 2564 ถึง 31 มีนาคม 2565", date(2021, 10, 1), date(2022, 3, 31)),
        ("1 ตุลาคม ถึงวันที่ 31 มีนาคม 2565", date(2021, 10, 1), date(2022, 3, 31)),
        ("18-22 กรกฎาคม 2565", date(2022, 7, 18), date(2022, 7, 22)),
        ("วันที่ 10 พฤศจิกายน พ.ศ. 2564", date(2021, 11, 10), date(2021, 11, 10)),
        ("30มิย.2565", date(2022, 6, 30), date(2022, 6, 30)),
        ("2 ธ.ค.2564-30มิย.2565", date(2021, 12, 2), date(2022, 6, 30)),
        ("ข้อมูล ณ 10 พ.ย. 64)", date(2021, 11, 10), date(2021, 11, 10)),
        ("25 มิ.ย.64", date(2021, 6, 25), date(2021, 6, 25)),
        ("๒๕ มิ.ย.๖๔", date(2021, 6, 25), date(2021, 6, 25)),
        ("5 มี.ค. 65", date(2022, 3, 5), date(2022, 3, 5)),
    ],
)
def test_days(text: str, start: date, end: date) -> None:
    """Days and ranges of days, the year standing at the end for both."""
    (span,) = find_dates(text)
    assert (span.start, span.end) == (start, end)
    assert span.precision is Precision.DAY
    assert not span.impossible


@pytest.mark.parametrize(
    ("text", "start", "end", "months"),
    [
        ("(ต.ค.64-ก.ย.65)", date(2021, 10, 1), date(2022, 9, 30), 12),
        ("(เดือนต.ค.64-ก.ย.65)", date(2021, 10, 1), date(2022, 9, 30), 12),
        ("กพ.- ก.ย.65", date(2022, 2, 1), date(2022, 9, 30), 8),
        ("ต.ค.-มี.ค.65", date(2021, 10, 1), date(2022, 3, 31), 6),
        ("ม.ค.ถึงก.ย.65", date(2022, 1, 1), date(2022, 9, 30), 9),
        ("เมษายน 2565", date(2022, 4, 1), date(2022, 4, 30), 1),
        ("12 เดือน มีนาคม 2565", date(2022, 3, 1), date(2022, 3, 31), 1),
    ],
)
def test_months(text: str, start: date, end: date, months: int) -> None:
    """Months stand for their first to last day; service counts both ends."""
    (span,) = find_dates(text)
    assert (span.start, span.end, months_between(span)) == (start, end, months)
    assert span.precision is Precision.MONTH


@pytest.mark.parametrize(
    "text",
    [
        "ก.ค.ศ. 2565",
        "ก.ต.ป.น. 65",
        "ปีงบประมาณ พ.ศ. 2565",
        "ภายในเดือนสิงหาคม",
        "มีนาคม 12 คน",
        "สพฐ. 65",
        "งานคก.พ. 65",
    ],
)
def test_no_dates(text: str) -> None:
    """Agencies, committees, bare years and months without a year are no dates."""
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("31 เมษายน 2565", date(2022, 4, 30)),
        ("๓๐ กุมภาพันธ์ ๒๕๖๕", date(2022, 2, 28)),
        ("0 มกราคม 2565", date(2022, 1, 1)),
    ],
)
def test_an_impossible_day_is_flagged(text: str, nearest: date) -> None:
    """A day that does not exist is given as written, with the nearest day and a flag."""
    (span,) = find_dates(text)
    assert (span.impossible, span.words, span.end) == (True, text, nearest)


def test_a_range_that_runs_backwards_is_flagged() -> None:
    """A range ending before it starts is impossible and covers no month."""
    (span,) = find_dates("1 มกราคม 2565 - 31 ตุลาคม 2564")
    assert span.impossible
    assert months_between(span) == 0


def short(day: date) -> str:
    """Write a day with an abbreviation and two digits: "31 มี.ค. 65"."""
    return f"{day.day} {ABBREVIATIONS[day.month - 1]} {be_year(day.year) % 100:02d}"


@given(DAYS, st.sampled_from([thai_date, short]), st.booleans())
def test_a_printed_date_is_found(day: date, printed: Callable[[date], str], thai: bool) -> None:
    """Whatever is printed in full or in short is read back as the same day."""
    text = printed(day)
    (span,) = find_dates(thai_digits(text) if thai else text)
    assert (span.start, span.end, span.impossible) == (day, day, False)


@given(DAYS, DAYS)
def test_a_printed_period_is_found(one: date, other: date) -> None:
    """A printed period is read back with both its ends."""
    first, last = sorted([one, other])
    (span,) = find_dates(thai_period(first, last))
    assert (span.start, span.end, span.impossible) == (first, last, False)


@given(st.text(st.sampled_from("0123456๖. -–ถึงมกราคมต.ค.ก.พ.กุมภาพันธ์เดือน\n") | st.characters()))
def test_no_text_breaks_the_search(text: str) -> None:
    """Every text is searched; what is found stands where it says."""
    for span in find_dates(text):
        assert text[span.begin : span.stop] == span.words
        assert span.start <= span.end or span.impossible


@pytest.mark.parametrize("month", range(12))
@pytest.mark.parametrize("day", ["", "5 ", "5", "12-14 ", "12 – 14"])
def test_every_month_in_every_form(month: int, day: str) -> None:
    """Names and short forms, with and without their stops and blanks, behind a day or none."""
    short = ABBREVIATIONS[month]
    for form in (MONTHS[month], short, short.replace(".", ""), short.replace(".", " ").strip()):
        (found,) = find_dates(f"ประชุม {day}{form} 2565")
        assert found.start.month == month + 1
