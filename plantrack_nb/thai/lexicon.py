"""The words that no line may cut: common Thai ones, and those of offices.

``words/common.z`` holds the words of PyThaiNLP's ``words_th.txt`` (CC0), packed; it is made by
``tests/helpers/word_list.py``. What offices write besides stands in ``words/official.txt``, a word
a line. Read on first use, a tenth of a second; the packages that cut Thai take longer to import.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

_SHORTEST = 2
_KEY = 3
"""So many letters say how long the words can be that begin so; shorter words are looked up."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words, and how long those are that begin with the same letters, the longest first.

    The words are the keys of a dictionary: Python searches a set for garbage, word by word at each
    collection, but no dictionary of texts.
    """

    words: Mapping[str, None]
    lengths: dict[str, tuple[int, ...]]

    def beginning(self, text: str, at: int) -> list[int]:
        """Return where words end that begin ``at`` a place of a text, the longest first."""
        words, most = self.words, len(text)
        found = []
        for length in self.lengths.get(text[at : at + _KEY], ()):  # the innermost loop of a page
            end = at + length
            if end <= most and text[at:end] in words:
                found.append(end)
        if at + _SHORTEST <= most and text[at : at + _SHORTEST] in words:
            found.append(at + _SHORTEST)
        return found


@cache
def lexicon() -> Lexicon:
    """Read the words that are shipped."""
    folder = resources.files("plantrack_nb.thai") / "words"
    common = zlib.decompress((folder / "common.z").read_bytes()).decode()
    own = (folder / "official.txt").read_text("utf-8")
    return lexicon_of([*common.splitlines(), *own.split()])


def lexicon_of(words: Iterable[str]) -> Lexicon:
    """Make a lexicon; words of one letter cut nothing off, and are left out."""
    kept = dict.fromkeys(one for one in words if len(one) >= _SHORTEST)
    lengths: dict[str, tuple[int, ...]] = {}
    long = {(one[:_KEY], len(one)) for one in kept if len(one) >= _KEY}
    for key, length in sorted(long, reverse=True):
        lengths[key] = (*lengths.get(key, ()), length)
    return Lexicon(kept, lengths)
