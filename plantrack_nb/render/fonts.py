"""Sarabun, the font of Thai official documents: files, web subset, and which glyphs it has."""

from __future__ import annotations

import tempfile
from functools import cache
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FAMILY = "Sarabun"
WEIGHTS = {400: "Sarabun-Regular.ttf", 700: "Sarabun-Bold.ttf"}

_WEB_RANGES = (
    (0x20, 0x7E), (0xA0, 0xFF), (0xE01, 0xE5B), (0x2010, 0x2026), (0x2030, 0x2030),
    (0x2212, 0x2212), (0x2248, 0x2248), (0x2260, 0x2265),
)  # fmt: skip
"""Latin, Thai, and the punctuation and signs a report writes."""

_NEEDS_NO_GLYPH = frozenset("\n\t\u00ad\u200b\u200c\u200d\u2060\ufeff")


def font_file(weight: int) -> bytes:
    """Return the TrueType file of one weight (400 or 700) as installed."""
    return resources.files("fontpkg_sarabun").joinpath("files", WEIGHTS[weight]).read_bytes()


@cache
def font_folder() -> Path:
    """Return a folder with our two weights and nothing else; it lives as long as the process.

    The chart renderer searches every file it is given for each label, so sixteen would cost time.
    """
    folder = Path(_keep_open().name)
    for weight, name in WEIGHTS.items():
        (folder / name).write_bytes(font_file(weight))
    return folder


@cache
def web_font(weight: int) -> bytes:
    """Return one weight as a woff2 file with the glyphs of a report; the same bytes every time."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    # Positioning of Thai vowels and tone marks lives in the layout features: keep them all.
    options = Options(layout_features=["*"], hinting=False, notdef_outline=True, name_IDs=[1, 2])
    font = TTFont(BytesIO(font_file(weight)), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(
        unicodes=[code for first, last in _WEB_RANGES for code in range(first, last + 1)]
    )
    subsetter.subset(font)
    font.flavor = "woff2"
    made = BytesIO()
    font.save(made)
    return made.getvalue()


def missing_glyphs(texts: Iterable[str]) -> list[str]:
    """List the characters that Sarabun cannot draw, in order of their code points."""
    return sorted(set().union(*map(set, texts)) - _drawable())


@cache
def _drawable() -> frozenset[str]:
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(font_file(400)), lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap())) | _NEEDS_NO_GLYPH


@cache
def _keep_open() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="plantrack-fonts-")
