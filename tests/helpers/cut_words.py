"""Thai words that a PDF cuts at the end of a line, found by another segmenter than the report's.

Poppler tells the lines of each block of a page. A word is cut where two lines read apart are more
words, as PyThaiNLP's newmm reads them, than the two read together.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

_SPACE = "{http://www.w3.org/1999/xhtml}"
_AROUND = 60
_LONG = 12
"""Letters of a word that may be parted where it is two words."""
_THAI = re.compile("[ก-๎]")
_LOOSE = re.compile(r"^[ะ-ฺๅๆ็-๎ฯ.)\]]")


@dataclass(frozen=True)
class Turn:
    """Two lines of one block, one below the other."""

    page: int
    before: str
    after: str

    @property
    def cuts(self) -> bool:
        """Tell whether a Thai word goes on from the one to the other."""
        if not (_THAI.search(self.before[-1:]) and self.after):
            return False
        if _LOOSE.match(self.after):
            return True
        return bool(_THAI.match(self.after)) and not _ends(self.before, self.after)


def turns(pdf: Path) -> Iterator[Turn]:
    """Yield the line ends of a PDF that have a line below them."""
    command = ["pdftotext", "-bbox-layout", str(pdf), "-"]
    told = subprocess.run(command, capture_output=True, check=True).stdout
    root = ET.fromstring(told.decode("utf-8", "replace"))  # noqa: S314 - poppler has written it
    for number, page in enumerate(root.iter(f"{_SPACE}page"), 1):
        for block in page.iter(f"{_SPACE}block"):
            lines = [line for line in block.iter(f"{_SPACE}line") if _text(line)]
            yield from (
                Turn(number, _text(one), _text(below))
                for one, below in pairwise(lines)
                if _is_below(one, below)
            )


def _is_below(one: ET.Element, other: ET.Element) -> bool:
    """Tell whether two lines share a column: poppler may take two columns for one block."""
    left, right, start, end = (
        float(line.get(edge, 0)) for line in (one, other) for edge in ("xMin", "xMax")
    )
    return start < right and left < end


def _text(line: ET.Element) -> str:
    return " ".join(word.text or "" for word in line.iter(f"{_SPACE}word")).strip()


def _ends(before: str, after: str) -> bool:
    """Tell whether two lines read apart are no more words than they are read together."""
    before, after = before[-_AROUND:], after[:_AROUND]
    return _count(before) + _count(after) <= _count(before + after)


@lru_cache(maxsize=8192)
def _count(text: str) -> int:
    """Count the words of a text as newmm reads it; letters in no word count for three."""
    from pythainlp.tokenize import word_tokenize

    read = word_tokenize(text, custom_dict=_trie(), engine="newmm", keep_whitespace=False)
    return sum(1 if one in _words() or not _THAI.match(one) else 3 for one in read)


@cache
def _words() -> frozenset[str]:
    """Return the words that are not two other words of some length put together."""
    from pythainlp.corpus import thai_words

    known = thai_words()
    return frozenset(one for one in known if len(one) <= _LONG or not _is_two(one, known))


def _is_two(word: str, known: Collection[str]) -> bool:
    return any(word[:at] in known and word[at:] in known for at in range(3, len(word) - 2))


@cache
def _trie() -> Any:
    from pythainlp.util import dict_trie

    return dict_trie(_words())
