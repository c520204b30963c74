"""A stored value as a person sees it in the sheet: text, number, percent, date."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

from plantrack_nb.containers.markup import plain
from plantrack_nb.containers.sheets.formats import GENERAL, NumberFormat, Shown
from plantrack_nb.containers.sheets.stored import Stored
from plantrack_nb.core.calendar import BE_OFFSET, thai_date

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet knows no time zones
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_LEAP_BUG = 60  # Excel's 29 February 1900, a day that never was; before it days are one off
_LAST_DAY = 2_958_466  # 1 January 10000
_FIRST_BE_YEAR = 2400  # a year from here on was typed in B.E.
_WIDEST = 20  # digits after which a number keeps its exponent


class Value(NamedTuple):
    """A cell's readable text, its exact text, and what had to be done."""

    text: str
    raw: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """What the cells of a workbook refer to: its list of texts, its styles, its calendar.

    ``recalculated`` is false when the program that wrote the file left the formulas' results to
    whoever opens it: a stored 0 may then stand for anything.
    """

    strings: tuple[Value, ...]
    formats: tuple[NumberFormat, ...]
    from_1904: bool = False
    recalculated: bool = True

    def format_of(self, cell: Stored) -> NumberFormat:
        """Return how a cell shows numbers."""
        return self.formats[cell.style] if 0 <= cell.style < len(self.formats) else GENERAL


def value_of(cell: Stored, book: Book) -> Value:
    """Read one cell."""
    if cell.formula is None:
        return _constant(cell, book)
    formula = f"={cell.formula}" if cell.formula else "=… (shared with a cell above)"
    if not cell.value and cell.kind != "str":
        return Value("", formula, f"formula without a stored value: {formula}")
    value = _constant(cell, book)
    if book.recalculated:
        return value
    return Value(value.text, value.raw, f"formula's stored value may be out of date: {formula}")


def _constant(cell: Stored, book: Book) -> Value:
    match cell.kind:
        case "s":
            return _shared(cell.value, book.strings)
        case "str" | "inlineStr" | "text":  # only .xlsx and .xlsb write escapes
            return text_value(cell.value, escaped=cell.kind != "text")
        case "b":
            return Value("TRUE" if cell.value == "1" else "FALSE", cell.value)
        case "e":
            return Value(cell.value, cell.value, "error in the sheet")
        case "d":
            return _iso_date(cell.value)
    return _number(cell.value, book.format_of(cell), book)


def _shared(index: str, strings: tuple[Value, ...]) -> Value:
    if index.strip().isdecimal() and int(index) < len(strings):
        return strings[int(index)]
    return Value("", index, "text missing from the workbook's list of texts")


def text_value(raw: str, *, escaped: bool = True) -> Value:
    """Read a text: the sheet's own escapes (``_x000D_``) and tags are resolved."""
    if escaped and "_x" in raw:
        raw = _ESCAPE.sub(_unescape, raw)
    text = plain(raw.replace("\r", ""))
    return Value(raw if text == raw else text, raw)  # one string, not two, for most cells


def _unescape(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def _number(raw: str, style: NumberFormat, book: Book) -> Value:
    try:
        number = float(raw)
    except ValueError:
        return Value(plain(raw), raw, "stored as a number, but is none")
    if not math.isfinite(number):
        return Value(raw.strip(), raw, "number out of range")
    shown = style.shown(number)
    if shown is Shown.PERCENT:
        return Value(f"{_digits(number, times=100)}%", raw)
    if shown is Shown.DATE or shown is Shown.TIME:
        return _dated(number, raw, shown, book)
    return Value(_digits(number), raw)


def _digits(number: float, times: int = 1) -> str:
    """Write a number in full, with the 15 digits that a sheet keeps."""
    exact = Decimal(f"{number:.15g}") * times
    if exact == exact.to_integral_value() and abs(exact) < Decimal(10) ** _WIDEST:
        return str(int(exact))
    text = format(exact.normalize(), "f")
    return text if len(text) <= 2 * _WIDEST else str(exact.normalize())


def _dated(number: float, raw: str, shown: Shown, book: Book) -> Value:
    if not 0 <= number < _LAST_DAY:
        return Value(_digits(number), raw, "shown as a date, but is none")
    moment = _moment(number, from_1904=book.from_1904)
    clock = f"{moment:%H:%M}"
    if shown is Shown.TIME and number < 1:
        return Value(clock, raw)
    day, note = _thai_day(moment.date())
    return Value(day if number == int(number) else f"{day} {clock}", raw, note)


def _moment(number: float, *, from_1904: bool) -> datetime:
    if from_1904:
        return _EPOCH_1904 + timedelta(days=number)
    return _EPOCH + timedelta(days=number + (1 if number < _LEAP_BUG else 0))


def _iso_date(raw: str) -> Value:
    try:
        day, note = _thai_day(datetime.fromisoformat(raw).date())
    except ValueError:
        return Value(plain(raw), raw, "stored as a date, but is none")
    return Value(day, raw, note)


def _thai_day(day: date) -> tuple[str, str]:
    """Write a date in B.E.; a year typed in B.E., which a sheet takes for C.E., stays as it is."""
    if day.year < _FIRST_BE_YEAR:
        return thai_date(day), ""
    month_and_year = thai_date(day).rpartition(" ")[0]
    note = f"year {day.year} read as B.E., not {day.year + BE_OFFSET}"
    return f"{month_and_year} {day.year}", note
