"""Colours and type, chosen once: for screen, print, the colour-blind and grey paper alike."""

from __future__ import annotations

from plantrack_nb.core.vocabulary import Status

INK = "#1c2530"
MUTED = "#55606e"
LINE = "#d5dbe2"
TRACK = "#edf0f4"
ACCENT = "#1d4f8c"
TARGET = "#a3281f"

LEVEL_COLOURS = {
    Status.DONE: "#12355b",
    Status.IN_PROGRESS: "#3579a8",
    Status.PARTIAL: "#f0b54a",
    Status.NOT_STARTED: "#e3e7ec",
}
"""Lightness falls from one to the next, so that the four stay apart without hue."""


def ink_on(colour: str) -> str:
    """Return white or ink, whichever reads better on ``colour``."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return "#ffffff" if 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.5 else INK
