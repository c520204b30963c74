"""Figures in running text: every number that counts or measures, with its unit.

A number that only names (โควิด 19, เขต 1, ป.3), orders (ครั้งที่ 2, "1.ประชุม"), dates
(พ.ศ. 2565) or cites (ว17/2553) is no figure. A bare whole number is taken for a name unless
a word such as จำนวน, or =, stands before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from plantrack_nb.thai.dates import find_dates
from plantrack_nb.thai.numbers import MULTIPLES, PLAIN_NUMBER, to_float
from plantrack_nb.thai.text import arabic_digits
from plantrack_nb.thai.units import (
    BAHT,
    DENOMINATOR,
    DIVISIBLE,
    EACH,
    PERCENT,
    UNIT_WORD,
    rate,
    unit_of,
)

_TOKEN = re.compile(
    rf"(?<![\d.,A-Za-z])(?<!\d/)(?<![A-Za-z]-)(?P<number>{PLAIN_NUMBER})(?!\d|/ ?\d|[.,]\d)"
)
_UNIT = re.compile(rf" ?(?:(?P<multiple>{'|'.join(MULTIPLES)}) ?)?(?P<word>{UNIT_WORD})")
_PER = re.compile(rf" ?(?:/ ?(?:ต่อ ?)?|ต่อ ?)(?:1 ?)?(?P<word>{DENOMINATOR})")
_RANGE_START = re.compile(rf"{PLAIN_NUMBER} ?[-–—] ?$")
_RANGE_END = re.compile(rf" ?[-–—] ?{PLAIN_NUMBER}")
_EACH_BEFORE = re.compile(rf"(?:(?P<each>{EACH})ละ|อัตราเงิน(?P<pay>เดือน)) ?$")
_PERCENT_BEFORE = re.compile(r"ร้อย ?ละ ?\(?$")
_NAME_BEFORE = re.compile(
    r"(?:(?<!สถาน)(?<!พื้น)(?<!หน้า)ที่|เขต|โควิด|โคโรนา|ไวรัส|COVID|[พค]\. ?ศ\.?"
    r"|(?<![ก-๎])ปี|ปีการศึกษา|ปีงบประมาณ|ไตรมาส|(?<!ล่วง)หน้า|ข้อ|มาตรา|หมู่|โทร\.?|เลข|รหัส"
    r"|ระดับ|(?<![ก-๎])[ปมอ]\.|ชั้น|ตอน|บท)[ -]?$",
    re.IGNORECASE,
)
_COUNTED_BEFORE = re.compile(r"(?:=|จำนวน|รวม|เป็นเงิน|เฉลี่ย|คะแนน) ?:? ?$")
_HEADING = re.compile(r"\d{1,2}\.\d{1,2}")
_CONTEXT = 40


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts or measures.

    Parameters
    ----------
    value : float
        The number, with multiples such as ล้าน worked in.
    unit : str
        A code of :data:`plantrack_nb.thai.units.UNITS` or the counting word itself; a rate as
        ``"baht/person/month"``; ``""`` when no unit stands there.
    start, end : int
        The number with its unit words: ``text[start:end]``.
    words : str
        The figure with up to 40 characters of the same line before it.
    """

    value: float
    unit: str
    start: int
    end: int
    words: str

    def within(self, text: str) -> str:
        """Take its words, the unit with them, from the text in which it was found."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What stands behind a number: its unit, a multiple, and where they end."""

    unit: str
    multiple: str | None
    end: int


def find_figures(text: str) -> list[Figure]:
    """Find every figure in running text (tidied), in reading order.

    Both ends of a range are figures: "8-10 คน" gives 8 and 10 persons.
    """
    plain = arabic_digits(text)
    dates = [(span.begin, span.stop) for span in find_dates(plain)]
    figures: list[Figure] = []
    for token in _TOKEN.finditer(plain):
        start = token.start()
        if any(begin <= start < stop for begin, stop in dates):
            continue
        if figures and start < figures[-1].end:
            continue
        context = max(0, start - _CONTEXT)
        context = max(context, *(plain.rfind(end, context, start) + 1 for end in "\n\t"))
        before = _RANGE_START.sub("", plain[context:start])
        reading = _read(plain, token, before)
        value = to_float(token["number"], reading.multiple)
        if value is not None and _is_figure(plain, token, before, reading.unit):
            words = text[context : reading.end]
            figures.append(Figure(value, reading.unit, start, reading.end, words))
    return figures


def _read(text: str, token: re.Match[str], before: str) -> _Reading:
    number, end = token["number"], token.end()
    if _PERCENT_BEFORE.search(before):
        sign = re.compile(" ?%").match(text, end)
        return _Reading(PERCENT, None, sign.end() if sign else end)
    range_end = _RANGE_END.match(text, end)
    found = _UNIT.match(text, range_end.end() if range_end else end)
    if found and "." in number and not found["multiple"] and found["word"] not in DIVISIBLE:
        found = None  # "58.54 ด้าน…": one counts no part of a thing; the word begins a phrase
    stop = found.end() if found else end
    per, stop = _denominators(text, stop)
    each = _EACH_BEFORE.search(before)
    unit = BAHT if per or (each and "," in number) else ""
    if found:
        unit = unit_of(found["word"])
    if each and unit:
        per.append(each["each"] or each["pay"])
    return _Reading(
        rate(unit, per) if per else unit,
        found["multiple"] if found else None,
        end if range_end else stop,
    )


def _denominators(text: str, position: int) -> tuple[list[str], int]:
    words: list[str] = []
    while found := _PER.match(text, position):
        words.append(found["word"])
        position = found.end()
    return words, position


def _is_figure(text: str, token: re.Match[str], before: str, unit: str) -> bool:
    if unit == PERCENT:
        return True
    if _names_something(token["number"], before, unit):
        return False
    return bool(unit) or "," in token["number"] or _stands_alone(text, token, before)


def _names_something(number: str, before: str, unit: str) -> bool:
    """Tell a name, an ordinal, a code or a heading's number from a count."""
    if _NAME_BEFORE.search(before) or re.match(r"0\d", number):
        return True
    at_line_start = not before.strip()
    return at_line_start and not unit.startswith(BAHT) and bool(_HEADING.fullmatch(number))


def _stands_alone(text: str, token: re.Match[str], before: str) -> bool:
    """Tell a figure without a unit: "= 58.54", "จำนวน 5", "(98.05)"."""
    if _COUNTED_BEFORE.search(before):
        return "." in token["number"] or not text.startswith(".", token.end())
    in_brackets = before.endswith("(") and text.startswith(")", token.end())
    return in_brackets and "." in token["number"]
