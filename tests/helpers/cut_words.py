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
_WIDE = 5.5
"""Points between two words of one line at the most."""
_LONG = 12
"""Letters of a word that may be parted where it is two words."""
_THAI = re.compile("[ก-๎]")
_ITEM = re.compile(r"[\d๐-๙.]+|[•–-]")
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


@dataclass(frozen=True)
class _Line:
    """A line of one column: its text, and from where to where it reaches."""

    text: str
    start: float
    end: float


def turns(pdf: Path) -> Iterator[Turn]:
    """Yield the line ends of a PDF that have a line below them, in the same column."""
    command = ["pdftotext", "-bbox-layout", str(pdf), "-"]
    told = subprocess.run(command, capture_output=True, check=True).stdout
    root = ET.fromstring(told.decode("utf-8", "replace"))  # noqa: S314 - poppler has written it
    for number, page in enumerate(root.iter(f"{_SPACE}page"), 1):
        for block in page.iter(f"{_SPACE}block"):
            lines = [[*_parted(line)] for line in block.iter(f"{_SPACE}line")]
            for above, below in pairwise(filter(None, lines)):
                yield from (
                    Turn(number, one.text, other.text)
                    for one in above
                    for other in below
                    if other.start < one.end and one.start < other.end
                )


def _parted(line: ET.Element) -> Iterator[_Line]:
    """Part a line where poppler takes two columns for one: at a gap wider than any blank."""
    held: list[ET.Element] = []
    for word in line.iter(f"{_SPACE}word"):
        listed = held and _ITEM.fullmatch(held[-1].text or "")
        far = held and float(word.get("xMin", 0)) - float(held[-1].get("xMax", 0)) > _WIDE
        if far and not listed:
            yield _line(held)
            held = []
        held.append(word)
    if held:
        yield _line(held)


def _line(words: list[ET.Element]) -> _Line:
    text = " ".join(word.text or "" for word in words).strip()
    return _Line(text, float(words[0].get("xMin", 0)), float(words[-1].get("xMax", 0)))


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
