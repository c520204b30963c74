"""Marks that people set into a box: ticks, crosses, dots."""

from __future__ import annotations

from plantrack_nb.thai.text import squeeze

_TICKS = frozenset(
    [
        "/",
        "✓",
        "✔",
        "√",
        "☑",
        "☒",
        "✗",
        "✘",
        "●",
        "•",
        "■",
        "x",
        "v",
        "p",
        "ü",
        "/",
        "🗸",
        "✅",
        "*",
        "1",
        "๑",
        "ใช่",
        "yes",
        "y",
        "\uf0fc",
        "\uf0fe",
        "\uf050",
        "\uf052",
    ]
)


def is_tick(text: str) -> bool:
    """Tell whether a cell holds a tick and no more."""
    return squeeze(text).lower().strip("()[]") in _TICKS
