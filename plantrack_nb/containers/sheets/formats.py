"""What a number format makes of a number: a plain number, a percent, a date or a time.

A format has up to four sections, parted by ";": for positive and negative numbers, zero and text,
or as their own conditions say (``[=0]"-";0.00%``). What stands in quotes parts nothing.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
_LETTERS = re.compile(r'"[^"]*"?|\\.|_.|\*.')
"""What is printed as it stands, or takes a place only."""

_BRACKETS = re.compile(r"\[[^\]]*\]")
_ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_DAY = re.compile(r"[dyb]|mmm", re.IGNORECASE)
_CLOCK = re.compile(r"[hs]", re.IGNORECASE)
_MONTH = re.compile(r"m", re.IGNORECASE)
_TEXT_SECTION = 3

Test = Callable[[float], bool]
_COMPARED: Mapping[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}


class Shown(StrEnum):
    """How a number is shown."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """The sections of a number format: when each holds, and how it shows a number."""

    sections: tuple[tuple[Test, Shown], ...]

    def shown(self, number: float) -> Shown:
        """Tell how a number is shown; one that no section is for is shown as by the last."""
        return next((how for holds, how in self.sections if holds(number)), self.sections[-1][1])


def one_way(shown: Shown) -> NumberFormat:
    """Return a format that shows every number in one way."""
    return NumberFormat(((_always, shown),))


@cache
def number_format(code: str) -> NumberFormat:
    """Understand a format code, e.g. ``0.00%`` or ``[=0]"-";[$-D07041E]d mmmm bbbb``."""
    sections = _LETTERS.sub("", code).split(";")[:_TEXT_SECTION]
    return NumberFormat(
        tuple(
            (_when(text, nth, len(sections)), _section_shown(text))
            for nth, text in enumerate(sections)
        )
    )


def _when(section: str, nth: int, sections: int) -> Test:
    """Tell for which numbers a section is: by its own condition, or by its place."""
    stated = _CONDITION.search(section)
    if stated:
        compare, limit = _COMPARED[stated[1]], float(stated[2])
        return lambda number: compare(number, limit)
    if nth == sections - 1:
        return _always
    if nth == 1:
        return lambda number: number < 0
    return (lambda number: number >= 0) if sections == 2 else (lambda number: number > 0)


def _always(_: float) -> bool:
    return True


def _section_shown(section: str) -> Shown:
    if _ELAPSED.search(section):
        return Shown.NUMBER
    seen = _BRACKETS.sub("", section)
    if "%" in seen:
        return Shown.PERCENT
    if "general" in seen.lower() or "@" in seen or set(seen) & set("0#?"):
        return Shown.NUMBER
    if _DAY.search(seen) or (_MONTH.search(seen) and not _CLOCK.search(seen)):
        return Shown.DATE
    return Shown.TIME if _CLOCK.search(seen) else Shown.NUMBER


GENERAL = one_way(Shown.NUMBER)
_DATE_IDS = (*range(14, 18), 22, *range(27, 37), *range(50, 59), *range(71, 78))
BUILT_IN: Mapping[int, NumberFormat] = (
    dict.fromkeys(_DATE_IDS, one_way(Shown.DATE))
    | dict.fromkeys((18, 19, 20, 21, 45, 47, 78, 79), one_way(Shown.TIME))
    | dict.fromkeys((9, 10, 67, 68), one_way(Shown.PERCENT))
)
"""Formats that files name by a number only, the Thai ones (59 to 81) among them."""
