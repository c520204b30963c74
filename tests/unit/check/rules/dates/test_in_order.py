"""Dates that cannot be, spans against months, round and year."""

from __future__ import annotations

from datetime import date

import pytest
from helpers.rounds import tables
from helpers.rules import Tables, found, said, targeted
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.core.calendar import thai_date
from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey

KEY = RoundKey("0101", 2565, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ประชุมวันที่ 31 เมษายน 2565", "30 เมษายน 2565"),
        ("ประชุม 30 ก.พ. 65", "28 กุมภาพันธ์ 2565"),
        ("ประชุม 20-15 มีนาคม 2565", ""),
        ("ประชุม 1 มีนาคม 2565 และ 31 เมษายน 2565", "30 เมษายน 2565"),
        ("จ้าง (ต.ค.65-ก.ย.65)", ""),
    ],
)
def test_impossible_dates(text: str, expected: str) -> None:
    """A day that no calendar has gets the nearest real one as a suggestion."""
    (one,) = said("date-impossible", text)
    assert (one.severity, one.expected) == (Severity.ERROR, expected)
    assert ("จบก่อนเริ่ม" in one.message) is not bool(expected)


@settings(max_examples=25, deadline=None)
@given(st.dates(date(2000, 1, 1), date(2049, 12, 31)))
def test_any_real_day_is_possible(day: date) -> None:
    """No day of the calendar is ever called impossible."""
    assert said("date-impossible", f"ประชุมวันที่ {thai_date(day)}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ค่าจ้าง 12 เดือน (พ.ย.64-ก.ย.65)", "11 เดือน"),
        ("ค่าจ้าง 12 เดือน (เดือนพ.ย.64-ก.ย.65)", "11 เดือน"),
        ("ค่าจ้าง 5 เดือน ตั้งแต่ ต.ค.64-มี.ค.65", "6 เดือน"),
        ("ค่าจ้าง 12 เดือนพ.ย.64-ก.ย.65", "11 เดือน"),
        ("จ้าง 5 คน 12 เดือน (พ.ย.64-ก.ย.65)", "11 เดือน"),
        ("จ้าง 12 เดือน (ต.ค.64-ก.ย.65) และ 12 เดือน (พ.ย.64-ก.ย.65)", "11 เดือน"),
    ],
)
def test_months_against_their_span(text: str, expected: str) -> None:
    """The number of months is that of the span right behind it."""
    (one,) = said("date-months", text)
    assert (one.severity, one.expected) == (Severity.ERROR, expected)


@pytest.mark.parametrize(
    "text",
    [
        "ค่าจ้าง 12 เดือน (เดือนต.ค.64-ก.ย.65)",
        "ค่าจ้าง 11 เดือน (พ.ย.64-ก.ย.65)",
        "ค่าจ้าง 12 เดือน งวดแรกจ่าย (ต.ค.64-ธ.ค.64)",
        "ค่าจ้าง 12 เดือน (ต.ค.64)",
        "ค่าจ้าง 12 เดือน (ก.ย.65-ต.ค.64)",
        "(พ.ย.64-ก.ย.65) ค่าจ้าง 12 เดือน",
        "ค่าจ้าง 12 คน (พ.ย.64-ก.ย.65) ทุกเดือน",
    ],
)
def test_months_that_fit_or_are_of_something_else(text: str) -> None:
    """A span elsewhere in the text is of something else."""
    assert said("date-months", text) == []


def test_months_of_the_memo_are_the_rounds() -> None:
    """Months told in the memo are of the round, which has a rule of its own."""
    assert found("date-months", period("ค่าจ้าง 12 เดือน (พ.ย.64-ก.ย.65)")) == []


def period(text: str, key: RoundKey = KEY) -> Tables:
    """Build a memo of one paragraph."""
    return tables(narrative=[{"kind": "memo", "text": text}], key=key)


@pytest.mark.parametrize(
    "text",
    [
        "ผลการดำเนินงาน รอบ 6 เดือน (ระหว่างวันที่ 1 ตุลาคม 2564 ถึง 30 มีนาคม 2565)",
        "ในช่วง 6 เดือน (1 ตุลาคม 2564 – 31 ธันวาคม 2564)",
        "รอบ 6 เดือน (1 พฤศจิกายน 2564 – 31 มีนาคม 2565)",
    ],
)
def test_round_printed_with_a_wrong_end(text: str) -> None:
    """One end right and the other wrong is a slip of the pen."""
    (one,) = found("date-round-period", period(text))
    assert one.severity is Severity.ERROR
    assert one.expected == "1 ตุลาคม 2564 ถึง 31 มีนาคม 2565"
    assert "รอบ 6 เดือน" in one.message


@pytest.mark.parametrize(
    "text",
    [
        "รอบ 6 เดือน (ระหว่างวันที่ 1 ตุลาคม 2564 ถึง 31 มีนาคม 2565)",
        "รอบ 12 เดือน (1 ตุลาคม 2563 – 30 กันยายน 2564)",
        "รอบ 6 เดือน ประชุมแล้ว (1 ตุลาคม 2564 – 30 มีนาคม 2565)",
        "ระหว่าง 1 ตุลาคม 2564 – 30 มีนาคม 2565 รอบ 6 เดือน",
    ],
)
def test_round_printed_rightly_or_another_round(text: str) -> None:
    """Earlier rounds may be told of; other spans are not the round's."""
    assert found("date-round-period", period(text)) == []


def test_an_activity_may_tell_of_another_period() -> None:
    """Only the document's own words print the round's period."""
    assert said("date-round-period", "ผลงานรอบ 6 เดือน (1 ตุลาคม 2564 – 30 มีนาคม 2565)") == []


def test_a_wrong_period_after_a_right_one() -> None:
    """Each period of a paragraph is held against the round."""
    right = "รอบ 6 เดือน (1 ตุลาคม 2564 ถึง 31 มีนาคม 2565)"
    (one,) = found("date-round-period", period(f"{right} และ{right.replace('31', '30')}"))
    assert one.found == "1 ตุลาคม 2564 ถึง 30 มีนาคม 2565"


@pytest.mark.parametrize("key", [RoundKey("0101", 0, 2), RoundKey("0101", 2565, 9)])
def test_rounds_that_no_calendar_has(key: RoundKey) -> None:
    """A slip in the round's key is no reason to fail."""
    text = "รอบ 6 เดือน (1 ตุลาคม 2564 – 30 มีนาคม 2565) จ้าง (ต.ค.65-ก.ย.66)"
    for code in ("date-round-period", "date-beyond-year", "date-future-deed", "date-future-data"):
        given_tables = period(text, key) | {
            "activities": tables(activities=[{"text": text}], key=key)["activities"]
        }
        assert found(code, given_tables) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("10 อัตรา (ต.ค.65-ก.ย.66)", Severity.WARNING),
        ("ค่าจ้าง (ก.ย.64-ก.ย.65)", Severity.WARNING),
        ("ค่าจ้าง (ต.ค.64-ต.ค.65)", Severity.WARNING),
        ("เก็บข้อมูล (ต.ค.65-ก.ย.66)", Severity.INFO),
        ("จ้าง (ต.ค.65-พ.ย.65)", Severity.WARNING),
        ("จ้าง (ต.ค.64-ก.ย.65) ต่อ (ต.ค.65-ก.ย.66)", Severity.WARNING),
        ("ปีการศึกษา 2565 (พ.ค.65-มี.ค.66) นับจากวันเปิดเรียน จ้าง (ต.ค.65-ก.ย.66)", Severity.WARNING),
    ],
)
def test_service_outside_the_fiscal_year(text: str, severity: Severity) -> None:
    """Pay outside the year is likely a wrong year; other work is only told."""
    (one,) = targeted("date-beyond-year", text)
    assert (one.severity, one.expected) == (severity, "1 ตุลาคม 2564 ถึง 30 กันยายน 2565")


@pytest.mark.parametrize(
    "text",
    [
        "10 อัตรา (ต.ค.64-ก.ย.65)",
        "ค่าจ้างปีการศึกษา 2565 (พ.ค.65-มี.ค.66)",
        "ปีการศึกษา 2565 (พ.ค.65-มี.ค.66)",
        "จำนวนอัตรา ข้อมูล 25 มิ.ย.64",
        "จ้างเดือน ต.ค.65",
        "จ้าง (ก.ย.66-ต.ค.65)",
    ],
)
def test_spans_within_the_year_and_school_years(text: str) -> None:
    """Single months, days and school years may lie outside."""
    assert targeted("date-beyond-year", text) == []


def test_years_of_the_memo_are_not_judged() -> None:
    """The document may speak of other years."""
    assert found("date-beyond-year", period("แผนปีหน้า จ้าง (ต.ค.65-ก.ย.66)")) == []


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 11), st.integers(1, 12), st.integers(1, 12))
def test_months_fire_just_when_the_span_has_not_as_many(first: int, told: int, long: int) -> None:
    """Any span of months is held against the number before it."""
    begin, end = (thai_month(first + at) for at in (0, long - 1))
    found_there = said("date-months", f"ค่าจ้าง {told} เดือน ({begin}-{end})")
    assert [one.expected for one in found_there] == (
        [f"{long} เดือน"] * (told != long) if long > 1 else []
    )


def thai_month(after: int) -> str:
    """Write the month so many months after October 2564."""
    names = [
        "ต.ค.",
        "พ.ย.",
        "ธ.ค.",
        "ม.ค.",
        "ก.พ.",
        "มี.ค.",
        "เม.ย.",
        "พ.ค.",
        "มิ.ย.",
        "ก.ค.",
        "ส.ค.",
        "ก.ย.",
    ]
    return f"{names[after % 12]}{64 + (after + 9) // 12}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ค่าย 3 วัน 2 คืน วันที่ 16-19 มีนาคม 2565", "4 วัน"),
        ("อบรมวันที่ 8-9 มีนาคม 2565 รวม 3 วัน", "2 วัน"),
        ("อบรม 2 วัน วันที่ 8-9 มีนาคม 2565", ""),
        ("อบรม 5 วัน ระหว่างวันที่ 17-23 มีนาคม 2565", ""),
        ("อบรมวันที่ 3-4 และ 10-11 มีนาคม 2565 รวม 4 วัน", ""),
    ],
)
def test_days_beside_their_span(text: str, told: str) -> None:
    """Days are counted like months; days of work over a weekend and other days beside are right."""
    assert [one.expected for one in said("date-months", text)] == ([told] if told else [])
