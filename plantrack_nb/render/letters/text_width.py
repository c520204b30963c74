"""How wide a text is in Sarabun, and where a long label may be broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache, partial
from io import BytesIO

from plantrack_nb.render.letters.fonts import font_file
from plantrack_nb.thai.word_breaks import finer, pieces

_ATTACHED = re.compile(r".[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]*|.", re.DOTALL)
"""One letter with the vowels and tone marks that must stay with it."""

_CUTS: tuple[Callable[[str], Iterable[str]], ...] = (
    partial(finer, longest=10),
    partial(finer, longest=6),
    _ATTACHED.findall,
)
"""How a piece wider than a line is cut: into words of ten letters at most, of six, into letters."""


def width(text: str, size: float) -> float:
    """Return the width of a text in pixels, in the regular weight."""
    advances, per_em = _advances()
    return sum(advances.get(ord(one), per_em) for one in text) * size / per_em


@lru_cache(maxsize=256)
def wrap(text: str, limit: float, size: float) -> tuple[str, ...]:
    """Break a label into lines no wider than ``limit`` pixels; no letter is lost."""
    lines = [""]
    for piece in _pieces(" ".join(text.split()), limit, size):
        if lines[-1] and width((lines[-1] + piece).rstrip(), size) > limit:
            lines.append("")
        lines[-1] += piece
    return tuple(line.strip() for line in lines)


def _pieces(text: str, limit: float, size: float) -> list[str]:
    """Cut a text between words; a piece too wide for a line by its shorter words, then letters."""
    made: list[str] = []
    for piece in pieces(text):
        parts = [piece]
        for cut in _CUTS:
            if all(width(one.rstrip(), size) <= limit for one in parts):
                break
            parts = [*cut(piece)]
        made += parts
    return made


@cache
def _advances() -> tuple[dict[int, int], int]:
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(font_file(400)), lazy=True) as font:
        metrics = font["hmtx"].metrics
        advances = {code: metrics[name][0] for code, name in font.getBestCmap().items()}
        return advances, font["head"].unitsPerEm
