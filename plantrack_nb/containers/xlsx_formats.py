"""What a number format makes of a number: a plain number, a percent, a date or a time."""

from __future__ import annotations

import re
from enum import StrEnum

from plantrack_nb.containers.ooxml import Package

_UNSEEN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_DAY = re.compile(r"[dyb]|mmm", re.IGNORECASE)
_CLOCK = re.compile(r"[hs]", re.IGNORECASE)
_MONTH = re.compile(r"m", re.IGNORECASE)


class Shown(StrEnum):
    """How a number is shown."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"


_DATE_IDS = (*range(14, 18), 22, *range(27, 37), *range(50, 59), *range(71, 78))
_BUILT_IN = (
    dict.fromkeys(_DATE_IDS, Shown.DATE)
    | dict.fromkeys((18, 19, 20, 21, 45, 47, 78, 79), Shown.TIME)
    | dict.fromkeys((9, 10, 67, 68), Shown.PERCENT)
)


def cell_formats(package: Package, part: str | None) -> tuple[Shown, ...]:
    """Return how each cell style of the workbook shows numbers, by style number."""
    if part is None:
        return ()
    root = package.tree(part)
    codes = {
        int(fmt.get("numFmtId", "0")): shown_by(fmt.get("formatCode", ""))
        for fmt in root.iter("{*}numFmt")
        if fmt.getparent() is not None
    }
    known = _BUILT_IN | codes
    return tuple(
        known.get(int(style.get("numFmtId", "0")), Shown.NUMBER)
        for style in root.iterfind("{*}cellXfs/{*}xf")
    )


def shown_by(code: str) -> Shown:
    """Tell what a format code shows, e.g. ``0.00%`` or ``[$-D07041E]d mmmm bbbb``."""
    if _ELAPSED.search(code):
        return Shown.NUMBER
    seen = _UNSEEN.sub("", code.partition(";")[0])
    if "%" in seen:
        return Shown.PERCENT
    if "general" in seen.lower() or "@" in seen or set(seen) & set("0#?"):
        return Shown.NUMBER
    if _DAY.search(seen) or (_MONTH.search(seen) and not _CLOCK.search(seen)):
        return Shown.DATE
    return Shown.TIME if _CLOCK.search(seen) else Shown.NUMBER
