"""Which part of a fiscal year a title, a sheet's name or a heading is about.

Months are counted from October: 1 is October, 6 is March, 12 is September.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plantrack_nb.core.calendar import ABBREVIATIONS, BE_OFFSET, MONTHS, fiscal_year_of
from plantrack_nb.thai.dates import DateSpan, find_dates
from plantrack_nb.thai.text import THAI_LETTER, arabic_digits, squeeze, tidy

_NUMBERS = {
    "แรก": 1, "หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "หก": 6, "เก้า": 9, "สิบสอง": 12,
    "i": 1, "ii": 2, "iii": 3, "iv": 4,
}  # fmt: skip
_NTH = "[1-4]|แรก|หนึ่ง|สอง|สาม|สี่|iv|iii|ii|i"
_TO = "-|–|—|ถึง|และ|,|/|&"
_QUARTER = re.compile(
    rf"(?:ไตรมาส|quarter|(?<![a-z])q(?=[1-4]))(?:ที่)?(?P<one>{_NTH})(?![0-9.])"
    rf"(?:(?:{_TO})(?:ไตรมาส)?(?:ที่)?q?(?P<two>{_NTH})(?![0-9.]))?(?:/(?P<year>25\d\d|[4-9]\d)(?!\d))?"
)
_MONTHS = re.compile(
    r"(?:(?P<lead>รอบ|ระยะ|สะสม|ผลงาน|ประจำ|\()(?:ระยะ|รายงาน|ที่\d|เวลา)?)?"
    r"(?P<number>12|3|6|9|สิบสอง|สาม|หก|เก้า)เดือน(?P<which>แรก|หลัง)?(?P<end>\)|$)?"
)
_SINCE = re.compile(r"(?:ถึง|สะสม|สิ้น)[^0-9]{0,6}$")
_HALF = re.compile(r"(?:ครึ่งปี|ครึ่งแรกของปี|ครึ่งหลังของปี)(?P<which>แรก|หลัง)?")
_WHOLE = re.compile(r"สิ้นปี(?:งบประมาณ)?|ทั้งปี|ตลอดปี|รอบปีงบประมาณ")
_SHORT = [one.replace(".", "[.]?").rstrip("?") + "?" for one in ABBREVIATIONS]
_MONTH_NAME = re.compile(
    "|".join(
        rf"(?P<m{at}>{name}|(?<![{THAI_LETTER}]){short}(?![{THAI_LETTER}]))"
        for at, (name, short) in enumerate(zip(MONTHS, _SHORT, strict=True), 1)
    )
)
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_FIGURES = re.compile(
    r"(?:ณ|ถึง|สิ้น|ภายใน|asof|asat)(?:วันที่)?(?P<day>\d{1,2})"
    rf"(?:[/.-](?P<month>\d{{1,2}})[/.-]|(?P<name>{'|'.join(_ENGLISH)})[a-z]*,?)(?P<year>25\d\d|20\d\d)(?!\d)"
)
_LAST_CE = 2400
_LATE = 25
_UNTIL = re.compile(r"(?:ณ|ถึง|สิ้น|ภายใน|ข้อมูล)(?:ณ)?(?:สิ้น)?(?:วันที่|เดือน|วัน)?$")
_YEAR = re.compile(
    r"(?:ปีงบประมาณ|งบประมาณ|ปีงบ|ประจำปี|ปี|พ\.?ศ\.?|fy|ค\.?ศ\.?)+(?:พ\.?ศ\.?|ค\.?ศ\.?)?"
    r"(?P<year>25\d\d|20\d\d|[4-9]\d)(?!\d|[,.]\d)"
)
_LONE_YEAR = re.compile(r"(?:fy)?(?P<year>25\d\d|20\d\d)")


@dataclass(frozen=True, slots=True)
class Period:
    """Months of a fiscal year.

    Parameters
    ----------
    first, last : int
        Months counted from October, both included.
    year : int or None
        The fiscal year (B.E.), where the words tell it.
    from_start : bool
        The words say that all since October is meant: a round of six months, a date until which.
    words : str
        The words that say it.
    """

    first: int
    last: int
    year: int | None = None
    from_start: bool = False
    words: str = ""

    @property
    def quarter(self) -> int | None:
        """The quarter it ends with; None when it ends within one."""
        return None if self.last % 3 else self.last // 3


@dataclass(frozen=True, slots=True)
class Year:
    """A fiscal year named in a text; ``is_ce`` when it was written in the Christian era."""

    year: int
    words: str
    is_ce: bool = False


def find_periods(text: str) -> list[Period]:
    """Find the quarters, rounds, dates until which, and ranges of months that a text names."""
    plain = squeeze(arabic_digits(text)).lower()
    found = [*_quarters(plain), *_rounds(plain), *_numeric_dates(plain)]
    return found + [one for one in _dates(text) if one not in found]


def find_months(text: str) -> list[Period]:
    """Find single months, as headings of columns name them: ``ต.ค. 64``, ``เดือนมกราคม``."""
    plain = arabic_digits(tidy(text)).replace(" ", "")
    found = []
    for match in _MONTH_NAME.finditer(plain):
        month = next(at for at in range(1, 13) if match[f"m{at}"])
        at = _from_october(month)
        found.append(Period(at, at, words=match[0]))
    return found


def find_years(text: str) -> list[Year]:
    """Find the fiscal years that a text names; two digits are B.E."""
    plain = squeeze(arabic_digits(text)).lower()
    matches = [*_YEAR.finditer(plain)]
    lone = _LONE_YEAR.fullmatch(plain)
    return [_year(one) for one in matches or ([lone] if lone else [])]


def _year(match: re.Match[str]) -> Year:
    year = int(match["year"])
    if year < 100:
        return Year(year + 2500, match[0])
    return Year(year + BE_OFFSET, match[0], is_ce=True) if year < 2400 else Year(year, match[0])


def _quarters(plain: str) -> Iterator[Period]:
    for match in _QUARTER.finditer(plain):
        first = _number(match["one"])
        last = _number(match["two"]) if match["two"] else first
        year = int(match["year"]) if match["year"] else None
        year = year + 2500 if year is not None and year < 100 else year
        first, last = min(first, last), max(first, last)
        since = bool(_SINCE.search(plain[: match.start()])) and first == last
        start = 1 if since else 3 * first - 2
        yield Period(start, 3 * last, year, start == 1 and last > 1, match[0])


def _rounds(plain: str) -> Iterator[Period]:
    for match in _MONTHS.finditer(plain):
        alone = match.start() == 0 and match["end"] == ""
        if match["lead"] or match["which"] or alone or match["end"] == ")":
            number = _number(match["number"])
            if match["which"] == "หลัง":
                yield Period(13 - number, 12, words=match[0])
            else:
                yield Period(1, number, from_start=True, words=match[0])
    for match in _HALF.finditer(plain):
        late = (match["which"] == "หลัง") or "หลัง" in match[0]
        yield Period(7, 12, words=match[0]) if late else Period(1, 6, None, True, match[0])  # noqa: FBT003
    for match in _WHOLE.finditer(plain):
        yield Period(1, 12, from_start=True, words=match[0])


def _dates(text: str) -> Iterator[Period]:
    plain = arabic_digits(tidy(text))
    for span in find_dates(plain):
        end = span.end
        year, last = fiscal_year_of(end), _from_october(end.month)
        if span.start.year != span.end.year or span.start.month != span.end.month:
            first = _from_october(span.start.month)
            since = first == 1 and fiscal_year_of(span.start) == year
            if fiscal_year_of(span.start) == year:
                yield Period(first, last, year, since and first < last, span.words)
        elif _UNTIL.search(squeeze(plain[: span.begin])):
            yield Period(1, last if _is_late(span) else _before(end), year, True, span.words)  # noqa: FBT003


def _numeric_dates(plain: str) -> Iterator[Period]:
    """Read a date in figures, or of the Christian era in English, until which all is meant."""
    for match in _IN_FIGURES.finditer(plain):
        year = int(match["year"]) - (BE_OFFSET if int(match["year"]) > _LAST_CE else 0)
        month = int(match["month"]) if match["month"] else _ENGLISH.index(match["name"]) + 1
        try:
            day = date(year, month, int(match["day"]))
        except ValueError:
            continue
        last = _from_october(month) if day.day >= _LATE else _before(day)
        yield Period(1, last, fiscal_year_of(day), from_start=True, words=match[0])


def _is_late(span: DateSpan) -> bool:
    """Tell whether a date stands at its month's end, or names the month as a whole."""
    return span.end.day >= _LATE


def _before(day: date) -> int:
    """Count a day within a month to the month before it; the 10 of October has none."""
    return max(_from_october(day.month) - 1, 1)


def _from_october(month: int) -> int:
    return (month - 10) % 12 + 1


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS[word]


def without_years(text: str) -> str:
    """Take the years out of a text, so that it is the same from year to year."""
    return re.sub(r"25\d\d|20\d\d", "", arabic_digits(text))
