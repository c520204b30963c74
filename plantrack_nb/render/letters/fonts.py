"""Sarabun, the font of Thai official documents: files, web subset, and which glyphs it has."""

from __future__ import annotations

import tempfile
from functools import cache
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

FAMILY = "Sarabun"
WEIGHTS = {400: "Sarabun-Regular.ttf", 700: "Sarabun-Bold.ttf"}

_MARK_TO_MARK = 6
_UPPER_VOWELS = frozenset(f"uni0E{code}" for code in ("31", "34", "35", "36", "37", "47", "4D"))
_TONES = frozenset(f"uni0E{code}.small" for code in ("48", "49", "4A", "4B", "4C"))

_NEEDS_NO_GLYPH = frozenset("\n\t\u00ad\u200b\u200c\u200d\u2060\ufeff")


def font_file(weight: int) -> bytes:
    """Return the TrueType file of one weight (400 or 700) as installed."""
    return resources.files("fontpkg_sarabun").joinpath("files", WEIGHTS[weight]).read_bytes()


def installed_font(weight: int) -> Path:
    """Return where the TrueType file of one weight is installed."""
    return Path(str(resources.files("fontpkg_sarabun").joinpath("files", WEIGHTS[weight])))


@cache
def print_fonts() -> Path:
    """Return a folder with our two weights as Typst needs them; it lives as long as the process."""
    folder = Path(_kept().name)
    for weight, name in WEIGHTS.items():
        (folder / name).write_bytes(_with_level_tone_marks(weight))
    return folder


def web_font(weight: int) -> bytes:
    """Return one weight as woff2, with the glyphs of a report, as shipped with the package.

    Made by ``tests/helpers/web_font.py``: a third of a second a weight, too long for each process.
    """
    return resources.files("plantrack_nb.render").joinpath(f"webfonts/{weight}.woff2").read_bytes()


def missing_glyphs(texts: Iterable[str]) -> list[str]:
    """List the characters that Sarabun cannot draw, in order of their code points."""
    return sorted(set().union(*map(set, texts)) - _drawable())


def _with_level_tone_marks(weight: int) -> bytes:
    """Return one weight with every tone mark at one height above the vowel below it.

    The font lowers a tone mark by a few hundredths over some vowels. Typst starts a new run of text
    at each change of height, and a PDF reader then finds the syllable twice ("ทั้ทั้ง").
    """
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(font_file(weight)), recalcTimestamp=False)
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            if table.LookupType == _MARK_TO_MARK:
                _level(table)
    made = BytesIO()
    font.save(made, reorderTables=None)
    return made.getvalue()


def _level(table: Any) -> None:
    tones = [
        mark
        for glyph, mark in zip(table.Mark1Coverage.glyphs, table.Mark1Array.MarkRecord, strict=True)
        if glyph in _TONES
    ]
    for glyph, below in zip(table.Mark2Coverage.glyphs, table.Mark2Array.Mark2Record, strict=True):
        for tone in tones:
            anchor = below.Mark2Anchor[tone.Class]
            if anchor is not None and glyph.removesuffix(".narrow") in _UPPER_VOWELS:
                tone.MarkAnchor.YCoordinate = anchor.YCoordinate = tones[0].MarkAnchor.YCoordinate


@cache
def _drawable() -> frozenset[str]:
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(font_file(400)), lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap())) | _NEEDS_NO_GLYPH


@cache
def _kept() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="plantrack-fonts-")
