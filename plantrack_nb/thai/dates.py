"""Dates in the Buddhist era as offices write them in running text.

Two-digit years are B.E. ("64" is 2564) and count from 40; a smaller number counts something.
Dates come back as :class:`datetime.date`, which counts in C.E. (B.E. − 543).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from plantrack_nb.core.calendar import ABBREVIATIONS, BE_OFFSET, MONTHS
from plantrack_nb.thai.text import THAI_LETTER, arabic_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

_MISSPELT = {"กุมภาพันธ์": "กุมภาพันธ์?", "กรกฎาคม": "กรก[ฎฏ]าคม", "พฤศจิกายน": "พฤ[ศษ]จิกายน"}
_LEAD = rf"(?:(?<![{THAI_LETTER}])|(?<=เดือน)|(?<=ถึง)|(?<=ณ)|(?<=ปี))"
_TRAIL = rf"(?:(?![{THAI_LETTER}])|(?=ถึง)|(?=จนถึง))"
_FORMS = [
    (_MISSPELT.get(name, name), f"{short.rstrip('.').replace('.', '[.]? ?')}[.]?")
    for name, short in zip(MONTHS, ABBREVIATIONS, strict=True)
]
_MONTH = "|".join(
    f"(?P<m{number}>{name}|{_LEAD}{short}{_TRAIL})"
    for number, (name, short) in enumerate(_FORMS, start=1)
)
_ANY_SHORT = re.compile(rf"(?=[มกเพสตธ]){_LEAD}(?:ม[ิี]?|ก|เม|พ|ส|ต|ธ)[.]? ?[คพย]")
_ENDS_OF_NAMES = ("คม", "ยน", "พันธ")
_DAYS = r"(?:(?<![\d.,/])(?P<day>\d{1,2})(?: ?[-–—] ?(?P<last_day>\d{1,2}))?\s?)?"
_COUNTING = "คน|ราย|แห่ง|โรง|ครั้ง(?!ที่)|เรื่อง|ฉบับ|เล่ม|ชุด|ชิ้น|ข่าว|ทีม|ห้อง|รายการ|กลุ่ม|เครื่อง|บาท|%"
"""Behind two digits these say that they count, and are no year: "ธันวาคม 90 คน"."""
_YEAR = (
    r"(?:\s?(?:พ[.]? ?ศ[.]? ?)?(?P<year>25\d\d|24\d\d|(?:19|20)\d\d"
    rf"|[4-9]\d(?! ?(?:{_COUNTING})))(?![\d,]|\.\d))?"
)
_BEGINS = (
    r"(?=[\dมกเพสตธ])(?=\d[\d\s\-–—มกเพสตธ]|ม[กีิ. ค]|ก[ุรั. พคย]|เม|พ[ฤ. คย]|ส[ิ. ค]|ต[ุ. ค]|ธ[ั. ค])"
)
"""The first two characters of a day or month: most places of a text are none of it."""
_POINT = re.compile(f"{_BEGINS}{_DAYS}(?:{_MONTH}){_YEAR}")
_BETWEEN = re.compile(r"\s*(?:[-–—]|จนถึง|ถึง)\s*(?:วันที่)?\s*(?:เดือน)?\s*")
_DIGIT = re.compile("[0-9]")
_IN_FIGURES = re.compile(
    r"(?<![\d/.,])(\d{1,2})/(\d{1,2})/(25\d\d|24\d\d|(?:19|20)\d\d|[4-9]\d)(?![\d/])"
)


class Precision(StrEnum):
    """How finely a date is given; a month stands for its first to its last day."""

    DAY = "day"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date, a month or a range found in a text.

    Parameters
    ----------
    start, end : datetime.date
        First and last day. Where the text names a day that does not exist, the nearest day
        of that month stands here and ``impossible`` is set.
    precision : Precision
        Whether days or only months are named.
    begin, stop : int
        Where it stands in the text: ``text[begin:stop]``.
    words : str
        The words themselves.
    impossible : bool
        True for 31 เมษายน or a range that ends before it starts.
    """

    start: date
    end: date
    precision: Precision
    begin: int
    stop: int
    words: str
    impossible: bool = False


@dataclass(frozen=True, slots=True)
class _Point:
    """One month with what stands around it; ``year`` is C.E., or ``None`` if not given."""

    day: int | None
    last_day: int | None
    month: int
    year: int | None
    begin: int
    stop: int


def find_dates(text: str) -> list[DateSpan]:
    """Find every date, month and range that has a year, in reading order."""
    plain = arabic_digits(text)
    if not _DIGIT.search(plain):
        return []
    points: list[_Point] = []
    if _has_month(plain):  # not in most texts
        points = [_point(match) for match in _POINT.finditer(plain)]
    if "/" in plain:
        points = sorted([*points, *_in_figures(plain)], key=lambda one: one.begin)
    return [
        _span(first, last, text) for first, last in _ranges(points, plain) if last.year is not None
    ]


def _has_month(plain: str) -> bool:
    return any(end in plain for end in _ENDS_OF_NAMES) or _ANY_SHORT.search(plain) is not None


def months_between(span: DateSpan) -> int:
    """Count the months of service a span covers, first and last included."""
    months = (span.end.year - span.start.year) * 12 + span.end.month - span.start.month + 1
    return max(months, 0)


def _point(match: re.Match[str]) -> _Point:
    month = next(number for number in range(1, 13) if match[f"m{number}"])
    day, last_day, year = (
        int(match[name]) if match[name] else None for name in ("day", "last_day", "year")
    )
    return _Point(day, last_day, month, year and _common_era(year), match.start(), match.end())


def _in_figures(text: str) -> Iterator[_Point]:
    """Give the dates that are written 10/08/2566."""
    for one in _IN_FIGURES.finditer(text):
        day, month, year = map(int, one.groups())
        if 1 <= month <= 12:
            yield _Point(day, None, month, _common_era(year), one.start(), one.end())


def _common_era(year: int) -> int:
    year = year + 2500 if year < 100 else year
    return year - BE_OFFSET if year >= 2400 else year


def _ranges(points: list[_Point], text: str) -> Iterator[tuple[_Point, _Point]]:
    """Pair the two ends of a range; a single point is its own end."""
    waiting: _Point | None = None
    for point in points:
        joined = waiting and _BETWEEN.fullmatch(text, waiting.stop, point.begin)
        if waiting is not None and joined:
            yield waiting, point
            waiting = None
            continue
        if waiting is not None:
            yield waiting, waiting
        waiting = point
    if waiting is not None:
        yield waiting, waiting


def _span(first: _Point, last: _Point, text: str) -> DateSpan:
    assert last.year is not None
    year = first.year
    if year is None:  # "ต.ค.-ก.ย.65": the year belongs to the end, October lies before it
        year = last.year - (first.month > last.month)
    end_day = last.last_day or last.day
    start, start_real = _day(year, first.month, first.day if first.day is not None else 1)
    end, end_real = _day(last.year, last.month, 31 if end_day is None else end_day)
    by_day = first.day is not None or last.day is not None
    return DateSpan(
        start,
        end,
        Precision.DAY if by_day else Precision.MONTH,
        first.begin,
        last.stop,
        text[first.begin : last.stop],
        impossible=not start_real or not (end_real or end_day is None) or end < start,
    )


def _day(year: int, month: int, day: int) -> tuple[date, bool]:
    """Return the day, or the nearest real one of that month, and whether it exists."""
    real = min(max(day, 1), monthrange(year, month)[1])
    return date(year, month, real), real == day
