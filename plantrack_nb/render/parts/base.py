"""What every part shares: its base, and the words for units, tones and digits."""

from __future__ import annotations

from enum import StrEnum

Value = str | int | float | None
"""What a cell or fact holds. ``None`` is "nothing there", and is shown as a dash."""

MIME = "application/vnd.plantrack.part"


class Unit(StrEnum):
    """What a number counts, and so how it is written."""

    TEXT = "text"
    COUNT = "count"
    BAHT = "baht"
    PERCENT = "percent"


class Tone(StrEnum):
    """What a reader should feel about a figure. Never shown by colour alone."""

    PLAIN = "plain"
    GOOD = "good"
    WATCH = "watch"
    BAD = "bad"
    INFO = "info"


class Digits(StrEnum):
    """Which digits a text is printed with. Tables always have Arabic ones."""

    ARABIC = "arabic"
    THAI = "thai"


class Part:
    """Base of every visible part."""

    def _repr_mimebundle_(self, **_choice: object) -> dict[str, object]:
        from plantrack_nb.render.codec import to_text
        from plantrack_nb.render.html import fragment

        return {
            "text/plain": f"<{type(self).__name__}>",
            "text/html": fragment(self),
            MIME: to_text(self),
        }
