"""Hours of the day, spans of years and school terms that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from plantrack_nb.thai.dates import DateSpan, Precision, find_dates
from plantrack_nb.thai.text import arabic_digits

_HOURS = re.compile(
    r"(?P<clock>เวลา ?)?(?<![\d.,/])(?P<h1>\d{1,2})[.:](?P<m1>\d\d)(?: ?น\.?)? ?(?:[-–—]"
    r"|ถึง(?:เวลา)?) ?"
    r"(?P<h2>\d{1,2})[.:](?P<m2>\d\d)(?![\d/]|\.\d)(?P<o> ?(?:น\.|น(?![ก-๎])|นาฬิกา))?"
)
_SPAN = re.compile(r"(?<!\d)(\d{1,2}) ?[-–—] ?(\d{1,2})(?!\d)")
_DAYS = re.compile(
    rf"วันที่ ?(?:{_SPAN.pattern}|\d{{1,2}})(?:(?: ?, ?| ?และ ?| )(?:วันที่ ?)?(?:{_SPAN.pattern}"
    rf"|\d{{1,2}}))+(?= ?[ก-๎])"
)
_YEARS = re.compile(r"(?<![\d.,/])(2[45]\d\d) ?[-–—] ?(2[45]\d\d)(?![\d,/]|\.\d)")
_TERM = re.compile(r"(?:ภาคเรียน|เทอม)(?:ที่)? ?(?P<term>\d{1,2}) ?/ ?(?P<year>\d{4})(?!\d)")
_SCHOOL_YEAR = re.compile(r"(?:ปีการศึกษา|ปีงบประมาณ)(?: ?พ\. ?ศ\.)? ?(?P<year>\d{4})(?!\d)")
_WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัส", "ศุกร์", "เสาร์", "อาทิตย์")
_WEEKDAY = re.compile(f"วัน(?:{'|'.join(_WEEKDAYS)})")
_BEFORE_DATE = re.compile(rf"วัน((?:{'|'.join(_WEEKDAYS)})[ก-๎]{{0,5}}?) ?ที่ ?$")
_BEHIND_DATE = re.compile(
    rf"[ ,(]*(?:ซึ่ง)?(?:ตรงกับ|เป็น)? ?วัน((?:{'|'.join(_WEEKDAYS)})[ก-๎]{{0,5}}?)(?![ก-๎])"
)
_NTH_OF = re.compile(r"(?:ครั้ง|วาระ|รุ่น)?ที่ ?\d{1,2} ?/ ?$")
_NTH = re.compile(r"(?P<what>ครั้ง|รุ่น|งวด|ระยะ)ที่ ?(?P<nth>\d)(?: ?(?:เมื่อ|ใน|จัด)?(?:วันที่)?)? ?$")
_YEAR = re.compile(r"(?<![\d,.])2[3-9]\d\d(?![\d,/]|\.\d)")
_MONTH = re.compile(r"(?:[ก-๎]{2,9}(?:คม|ยน|พันธ์)|[ก-๎]{1,2}\. ?[คพย]\.) ?(?:พ\. ?ศ\. ?)?$")
_BEGINS = re.compile(r"(?:เริ่ม|เปิด|ตั้งแต่|ลงนาม)[ก-๎ ]{0,20}$")
_ENDS = re.compile("สิ้นสุด|ครบกำหนด|ปิดรับ|ถึงวันที่|หมดเขต")
_BEFORE = 30
_NIGHT = re.compile("คืน|ยาม|เวร|ข้ามวัน|ค่ำ|ดึก")
_TERMS = (1, 2)
_PAST, _FUTURE = 30, 5


@dataclass(frozen=True, slots=True)
class Odd:
    """Words that name no possible time: why not, and what is likely meant."""

    words: str
    start: int
    end: int
    reason: str
    likely: str = ""


def find_odd(text: str, fiscal_year: int) -> list[Odd]:
    """Find hours and years that end before they begin, hours, terms and years that are none."""
    plain = arabic_digits(text)
    found = [*_odd_hours(plain), *_odd_days(plain), *_odd_years(plain)]
    found += _odd_terms(plain, fiscal_year)
    found += _odd_weekdays(text)
    found += _far_dates(plain, fiscal_year)
    found += _ends_first(text)
    return sorted(found, key=lambda one: one.start)


def _odd_hours(text: str) -> Iterator[Odd]:
    if not (":" in text or "." in text):
        return
    for one in _HOURS.finditer(text):
        if not (one["clock"] or one["o"]):
            continue
        begin, end = (int(one[f"h{n}"]) * 60 + int(one[f"m{n}"]) for n in "12")
        if max(begin, end) > 24 * 60 or any(int(one[f"m{n}"]) > 59 for n in "12"):
            yield _odd(one, "ไม่มีเวลานี้ในหนึ่งวัน")
        elif begin > end and not _NIGHT.search(text):
            likely = f"{one['h2']}.{one['m2']}-{one['h1']}.{one['m1']} น."
            yield _odd(one, "เวลาสิ้นสุดอยู่ก่อนเวลาเริ่ม", likely)


def _odd_days(text: str) -> Iterator[Odd]:
    """Find spans of days backwards within a list: "วันที่ 5-7, 14-12 และ 19-21 มกราคม"."""
    for listed in _DAYS.finditer(text):
        for one in _SPAN.finditer(text, listed.start(), listed.end()):
            if int(one[1]) > int(one[2]):
                yield _odd(one, "ช่วงวันนี้จบก่อนเริ่ม", f"{one[2]}-{one[1]}")


def _odd_years(text: str) -> Iterator[Odd]:
    for one in _YEARS.finditer(text):
        if int(one[1]) > int(one[2]):
            yield _odd(one, "ช่วงปีนี้จบก่อนเริ่ม", f"{one[2]}-{one[1]}")


def _odd_weekdays(text: str) -> Iterator[Odd]:
    """Find days of the week that a date is not: "วันอังคารที่ 14 มกราคม 2565" was a Friday."""
    if not _WEEKDAY.search(text):
        return
    for span in find_dates(text):
        named = _BEFORE_DATE.search(text, 0, span.begin) or _BEHIND_DATE.match(text, span.stop)
        is_day = span.precision is Precision.DAY and span.start == span.end
        if named is None or span.impossible or not (is_day or named.end() <= span.begin):
            continue
        right = _WEEKDAYS[span.start.weekday()]
        if span.precision is Precision.DAY and not named[1].startswith(right):
            start, stop = min(named.start(), span.begin), max(named.end(), span.stop)
            yield Odd(text[start:stop], start, stop, f"แต่วันนั้นเป็นวัน{right}", f"วัน{right}")


def _far_dates(text: str, fiscal_year: int) -> Iterator[Odd]:
    """Find months of a year that cannot be meant: "14 มีนาคม 2665"."""
    for one in _YEAR.finditer(text):
        if not _is_far(int(one[0]), fiscal_year):
            continue
        before = max(one.start() - _BEFORE, 0)
        month = _MONTH.search(text, before, one.start()) or _NTH_OF.search(
            text, before, one.start()
        )
        if month:
            words, start = text[month.start() : one.end()], month.start()
            yield Odd(words, start, one.end(), "ปีนี้ห่างจากปีของรายงานมาก น่าจะพิมพ์ผิด")


def _ends_first(text: str) -> Iterator[Odd]:
    """Find days told as the end of what begins later: "เริ่ม 1 ธ.ค. 64 สิ้นสุด 30 มี.ค. 64"."""
    if not _ENDS.search(text) and "ที่" not in text:
        return
    for begin, end in pairwise(find_dates(text)):
        if end.end < begin.start and _follows(text, begin, end):
            yield Odd(text[begin.begin : end.stop], begin.begin, end.stop, "ครั้งหลังอยู่ก่อนครั้งแรก")
        before = text[max(begin.begin - _BEFORE, 0) : begin.begin]
        told = _BEGINS.search(before) and _ENDS.search(text, begin.stop, end.begin)
        near = end.begin - begin.stop <= _BEFORE and "\n" not in text[begin.stop : end.begin]
        if told and near and end.end < begin.start and not (begin.impossible or end.impossible):
            words = text[begin.begin : end.stop]
            yield Odd(words, begin.begin, end.stop, "วันสิ้นสุดอยู่ก่อนวันเริ่ม")


def _follows(text: str, one: DateSpan, other: DateSpan) -> bool:
    """Tell whether days are those of two things that are numbered in turn."""
    first, second = (_NTH.search(text, max(at.begin - _BEFORE, 0), at.begin) for at in (one, other))
    if not first or not second or first["what"] != second["what"]:
        return False
    return int(second["nth"]) == int(first["nth"]) + 1 and not (one.impossible or other.impossible)


def _odd_terms(text: str, fiscal_year: int) -> Iterator[Odd]:
    for one in _TERM.finditer(text):
        if int(one["term"]) not in _TERMS:
            yield _odd(one, "ปีการศึกษาหนึ่งมีภาคเรียนที่ 1 และ 2 เท่านั้น")
        elif _is_far(int(one["year"]), fiscal_year):
            yield _odd(one, "ปีการศึกษานี้ห่างจากปีของรายงานมาก น่าจะพิมพ์ผิด")
    for one in _SCHOOL_YEAR.finditer(text):
        if _is_far(int(one["year"]), fiscal_year):
            yield _odd(one, "ปีนี้ห่างจากปีของรายงานมาก น่าจะพิมพ์ผิด")


def _is_far(year: int, fiscal_year: int) -> bool:
    return not fiscal_year - _PAST <= year <= fiscal_year + _FUTURE


def _odd(found: re.Match[str], reason: str, likely: str = "") -> Odd:
    return Odd(found[0].strip(), found.start(), found.end(), reason, likely)
