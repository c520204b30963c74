"""Whether Thai letters stand as they can stand in any word at all.

No dictionary: what is looked for are marks without a letter, two tones, a vowel before nothing,
and letters that hardly occur, or far too often, in a long text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from plantrack_nb.containers.pdf.drawn.old_font_letters import MARKS

_IMPOSSIBLE = re.compile(
    "|".join(
        (
            rf"(?:^|[^ก-ฮ{MARKS}])[{MARKS}]",  # a mark without a letter
            rf"[่-๋์][{MARKS}]",  # a mark above a tone
            r"[ัิ-ฺ็ํ]{2}",  # two vowels on one letter
            r"[เ-ไ](?![ก-ฮ])",  # a vowel before nothing
            r"(?<![ก-ฮ่-๋])ำ",
            r"(?<![ก-ฮ่-๋็าฤฦ])า",
            r"(?<![ก-ฮ่-๋าิ])ะ",
            r"(?<![ฤฦ])ๅ",
        )
    ),
    re.MULTILINE,
)

_LEAST: Mapping[str, float] = {
    "า": 60, "ร": 40, "น": 40, "ก": 40, "เ": 20, "ั": 18, "ง": 18, "่": 12, "้": 12, "ี": 12,
    "ะ": 9, "ิ": 8, "ำ": 6,
}  # fmt: skip
_MOST: Mapping[str, float] = {"ู": 30, "ึ": 40, "ื": 35, "ำ": 45, "็": 25, "์": 30, "ํ": 5}
"""Of a thousand Thai letters: half of the rarest, and twice the commonest seen in such reports."""
_EXPECTED = 15
_FAR = 0.15


def impossible(text: str) -> Iterator[re.Match[str]]:
    """Yield each place where letters stand as they cannot."""
    return _IMPOSSIBLE.finditer(text)


def out_of_proportion(counts: Mapping[str, int]) -> list[str]:
    """Return letters that are all but missing, or far too many, in a text of some length.

    Parameters
    ----------
    counts : mapping of str to int
        How often each Thai letter occurs.
    """
    thousands = sum(counts.values()) / 1000
    rare = [
        letter
        for letter, least in _LEAST.items()
        if thousands * least >= _EXPECTED and counts.get(letter, 0) < _FAR * thousands * least
    ]
    many = [
        letter
        for letter, most in _MOST.items()
        if counts.get(letter, 0) > max(_EXPECTED, 1.5 * most * thousands)
    ]
    return rare + many
