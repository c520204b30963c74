"""What every part shares: its base, and the words for units, tones, shades and digits."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import ClassVar

Value = str | int | float | None
"""What a cell or fact holds. ``None`` is "nothing there", and is shown as a dash."""

MIME = "application/vnd.plantrack.part"

UNSAID: dict[str, bool] = {"said": False}
"""Marks a field whose text nobody reads as words."""


class Unit(StrEnum):
    """What a number counts, and so how it is written."""

    TEXT = "text"
    COUNT = "count"
    BAHT = "baht"
    PERCENT = "percent"
    DECIMAL = "decimal"


class Tone(StrEnum):
    """What a reader should feel about a figure. Never shown by colour alone."""

    PLAIN = "plain"
    GOOD = "good"
    WATCH = "watch"
    BAD = "bad"
    INFO = "info"


class Shade(StrEnum):
    """How dark a segment of a chart's bars is."""

    DEEP = "deep"
    MIDDLE = "middle"
    WARM = "warm"
    PALE = "pale"
    FAINT = "faint"


class Digits(StrEnum):
    """Which digits a text is printed with. Tables always have Arabic ones."""

    ARABIC = "arabic"
    THAI = "thai"


class Part:
    """Base of every visible part."""

    shown_by: ClassVar[Callable[[Part], dict[str, object]]] = lambda part: {
        "text/plain": f"<{type(part).__name__}>"
    }
    """How a notebook shows it; :mod:`plantrack_nb.render.display` adds HTML and the record."""

    def _repr_mimebundle_(self, **_choice: object) -> dict[str, object]:
        return Part.shown_by(self)


class Box(Part):
    """Base of the parts that hold others, in their field ``body``."""

    body: tuple[Part, ...]
