"""Tell from a document itself which district and round it reports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from plantrack_nb.containers.grid import Grid
from plantrack_nb.office.register import Register
from plantrack_nb.thai.text import arabic_digits, squeeze

_YEAR = re.compile(r"(?:ปีงบประมาณ|งบประมาณพ\.?ศ\.?|ประจำปี)(?:พ\.?ศ\.?)?(25\d\d)")
_MONTHS = re.compile(r"รอบ(3|6|9|12)เดือน")
_QUARTER = re.compile(r"ไตรมาส(?:ที่)?([1-4])(?!\d)")
_OFFICE = re.compile(
    r"(?:สพป\.|สพม\.|สำนักงานเขตพื้นที่การศึกษา(?:ประถมศึกษา|มัธยมศึกษา))"
    r"[ก-๙]+?(?:เขต\d{1,2}|(?=[^ก-๙]|$))"
)
_ROWS = 120
_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Identity:
    """What a document says of itself; a part it does not say is None."""

    district: str | None = None
    fiscal_year: int | None = None
    quarter: int | None = None


def identify(grid: Grid, register: Register) -> Identity:
    """Look for the office, the fiscal year and the round in the first rows of a document.

    The office is the one named most often among those in the register.
    """
    head = [squeeze(arabic_digits(text)) for row in grid.rows[:_ROWS] for text in row.texts if text]
    named = [register.by_name(match.group()) for text in head for match in _OFFICE.finditer(text)]
    codes = [district.code for district in named if district is not None and district.code]
    years = [int(match[1]) for text in head for match in _YEAR.finditer(text)]
    months = [int(match[1]) // 3 for text in head for match in _MONTHS.finditer(text)]
    quarters = months or [int(match[1]) for text in head for match in _QUARTER.finditer(text)]
    return Identity(_most_common(codes), _most_common(years), _most_common(quarters))


def _most_common(values: list[_Value]) -> _Value | None:
    return max(values, key=values.count, default=None)
