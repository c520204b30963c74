"""Thai letters as fonts draw them, made the letters that were typed.

A font draws what reads well, not what was typed: shifted marks have numbers of their own, ำ comes
in two pieces, a tone may be drawn before the vowel below it. Here that is undone, letter by letter.
"""

from __future__ import annotations

import re

_SHIFTED = {
    "ฐ": "\uf700",
    "ิ": "\uf701",
    "ี": "\uf702",
    "ึ": "\uf703",
    "ื": "\uf704",
    "่": "\uf705\uf70a\uf713",
    "้": "\uf706\uf70b\uf714",
    "๊": "\uf707\uf70c\uf715",
    "๋": "\uf708\uf70d\uf716",
    "์": "\uf709\uf70e\uf717",
    "ญ": "\uf70f",
    "ั": "\uf710",
    "ํ": "\uf711\uf71e",
    "็": "\uf712\uf71f",
    "ุ": "\uf718",
    "ู": "\uf719",
    "ฺ": "\uf71a",
    "ฎ": "\uf71b",
    "ฏ": "\uf71c",
    "ฬ": "\uf71d",
    "๎": "\uf720",
    "๏": "\uf880",
    "ฤ": "\uf881",
    "ฦ": "\uf882",
}
"""Letters by the private numbers that old Thai fonts give to their other shapes."""

_TYPED = str.maketrans({one: letter for letter, many in _SHIFTED.items() for one in many})
_OLD = re.compile("[\uf700-\uf720\uf880-\uf882]")

MARKS = "ัิ-ฺ็-๎"
"""Marks above and below a letter, within a regular expression's class."""

_MARK = re.compile(f"[{MARKS}]")
_MARK_OR_AM = re.compile(f"[ำ{MARKS}]")
_SPLIT_SARA_AM = re.compile("ํ([่-๋]?)า|([่-๋])ํา|ํา")
_LATE_VOWEL = re.compile("([่-๋์])([ัิ-ฺ็])")
_LATE_TONE = re.compile("ำ([่-๋])")
_TWICE_AA = re.compile("ำ([่-๋]?)า")


def typed(text: str) -> str:
    """Return the letters that private numbers of old Thai fonts stand for."""
    return text.translate(_TYPED) if _OLD.search(text) else text


def in_order(text: str) -> str:
    """Put the pieces of ำ together and marks in the order in which they are typed.

    A vowel comes before the tone above it, whatever order they were drawn in. A font may call the
    ring of ำ a whole ำ, and its า follows all the same.
    """
    if not _MARK_OR_AM.search(text):
        return text
    text = _LATE_VOWEL.sub(r"\2\1", text)
    text = _SPLIT_SARA_AM.sub(r"\1\2ำ", text)
    text = _TWICE_AA.sub(r"\1ำ", text)
    return _LATE_TONE.sub(r"\1ำ", text)


def is_mark(text: str) -> bool:
    """Tell whether a text begins with a mark, which belongs to the letter before it."""
    return bool(_MARK.match(text))


class Told:
    """What was told last, so that a mark that was drawn with its letter is not told twice.

    A font may give the whole cluster (``ที่``) as the text of its letter and the marks once more
    as glyphs without a width.
    """

    __slots__ = ("_rest", "_whole")

    def __init__(self) -> None:
        self._rest = self._whole = ""

    def tell(self, text: str, *, zero: bool) -> str:
        """Return what a glyph adds to what was told.

        Parameters
        ----------
        text : str
            The glyph's own text.
        zero : bool
            It takes no room.
        """
        if zero and text and text in self._rest:
            self._rest = self._rest.replace(text, "", 1)
            return ""
        if zero and len(text) > 1 and text == self._whole:
            return ""
        if not zero:
            self._whole, self._rest = text, text[1:]
        return text
