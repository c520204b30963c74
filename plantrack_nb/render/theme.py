"""Colours and marks, chosen once: for screen, print, the colour-blind and grey paper alike.

The page's style sheet, the printed report, the charts and the explore notebook all take them from
here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from plantrack_nb.render.parts import Shade, Tone

INK, MUTED = "#1c2530", "#55606e"
LINE, SOFT, TRACK = "#d5dbe2", "#f5f7fa", "#edf0f4"
ACCENT, TARGET = "#1d4f8c", "#a3281f"
ATTENTION = "#d98a1f"
"""The edge of what is to be watched, on a screen; text of this colour could not be read."""
UNKNOWN = "#8a94a0"
"""Of a dot about which nothing was reported."""
COLOURS = MappingProxyType(
    {
        "ink": INK,
        "muted": MUTED,
        "line": LINE,
        "soft": SOFT,
        "track": TRACK,
        "accent": ACCENT,
        "target": TARGET,
    }
)
"""By the names that the templates know."""


@dataclass(frozen=True)
class Look:
    """How a tone looks: colour, tint behind it, a shape that tells it without colour, its name."""

    colour: str
    tint: str | None = None
    mark: str = ""
    name: str = ""


TONES: Mapping[Tone, Look] = MappingProxyType(
    {
        Tone.PLAIN: Look(ACCENT),
        Tone.GOOD: Look("#1f6b45", "#e8f4ed", "•", "ดี"),
        Tone.WATCH: Look("#8a5200", "#fdf3e1", "◆", "ควรติดตาม"),
        Tone.BAD: Look("#a3281f", "#fbe9e7", "▲", "ต้องแก้ไข"),
        Tone.INFO: Look(ACCENT, mark="■", name="ข้อสังเกต"),
    }
)
"""Sarabun has each of the shapes."""

SHADES: Mapping[Shade, str] = MappingProxyType(
    {
        Shade.DEEP: "#12355b",
        Shade.MIDDLE: "#3579a8",
        Shade.WARM: "#f0b54a",
        Shade.PALE: "#e3e7ec",
        Shade.FAINT: LINE,
    }
)
"""Lightness falls from one to the next, so that the first four stay apart without hue."""


DARK: Mapping[str, str] = MappingProxyType(
    {
        "ink": "#e8ecf1",
        "muted": "#aab4c0",
        "line": "#414b57",
        "track": "#313a44",
        "soft": "#232a32",
        "accent": "#8ab4f0",
        "target": "#ff9a8f",
        "good": "#7fd6a4",
        "watch": "#f2b45c",
        "bad": "#ff9a8f",
        "info": "#8ab4f0",
    }
)
"""Of the page's colours, those that a notebook has on a dark ground."""

DARK_TINTS: Mapping[Tone, str] = MappingProxyType(
    {Tone.GOOD: "#1c3328", Tone.WATCH: "#3a2f1a", Tone.BAD: "#40231f"}
)


def ink_on(colour: str) -> str:
    """Return white or ink, whichever reads better on ``colour``."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return "#ffffff" if 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.5 else INK
