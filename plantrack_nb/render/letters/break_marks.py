"""Where the lines of a document may break: told to whatever sets it, page and paper alike.

A renderer splits a text at :data:`BREAK` and keeps what stands between together.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from plantrack_nb.render.letters.text_width import width
from plantrack_nb.thai.word_breaks import finer, pieces

BREAK = "\x1f"
"""Stands where a line may break; no text of a document holds it."""

_PHRASE, _LONGEST_PHRASE = 15, 20
_SHORTER = (99, 10, 6)
"""Letters of the longest words that a piece is cut into where it is too wide."""
_REMEMBERED = 8192


@lru_cache(maxsize=_REMEMBERED)
def marked(text: str) -> str:
    """Return a text with a :data:`BREAK` wherever one of its lines may end, blanks before it."""
    return _put_together(pieces(text))


@lru_cache(maxsize=_REMEMBERED)
def marked_within(text: str, room: float, size: float) -> str:
    """Return a text marked so that its pieces fit a column of ``room`` points, if they can."""
    cut = pieces(text)
    for longest in _SHORTER:
        if all(width(one.rstrip(), size) <= room for one in cut):
            break
        cut = tuple(
            part
            for one in cut
            for part in ((one,) if width(one.rstrip(), size) <= room else finer(one, longest))
        )
    return _put_together(cut)


@lru_cache(maxsize=_REMEMBERED)
def in_phrases(text: str) -> str:
    """Return a text with fewer breaks: short words stay with the next, as a page has room for.

    A page writes five letters for each break, and there are twenty thousand.
    """
    made: list[str] = []
    for piece in pieces(text):
        if made and _go_together(made[-1], piece):
            made[-1] += piece
        else:
            made.append(piece)
    return _put_together(made)


def _go_together(phrase: str, piece: str) -> bool:
    """Tell whether a phrase is still short, and stays so with the next piece."""
    if "\n" in {phrase, piece}:
        return False
    return len(phrase) < _PHRASE and len(phrase) + len(piece) <= _LONGEST_PHRASE


def _put_together(parts: Iterable[str]) -> str:
    return BREAK.join(parts).replace(f"{BREAK}\n{BREAK}", "\n").replace(f"\n{BREAK}", "\n")
