"""Thai text as files hold it: repaired, joined and compared without losing a letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

THAI_LETTER = "ก-ฮะ-ฺเ-ๅ็-๎"
"""Letters, vowels and marks, for a regular expression's class; not ฯ, ๆ, ฿ or the digits."""

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
_LINE_BREAK = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
_MARKS = "ัิ-ฺ็-๎"
_ABOVE_OR_BELOW = "ัิ-ฺ็ํ๎"
_SPLIT_SARA_AM = re.compile("ํ([่-๋]?)า|([่-๋])ํา")
_RUN = re.compile(f"[{_MARKS}]{{2,}}")
_TONE_BEHIND_AM = re.compile("ำ([่-๋])")
_TWICE = re.compile("([ะำ])\\1+")
_HIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u0300-\u036f\u1680\u2000-\u200f"
    "\u2028-\u202f\u205f-\u206f\u3000\ufeff"
)
_ODD = re.compile(
    f"(?=[{_HIDDEN}\\sํเ่-์ะำ{_MARKS}])(?:[{_HIDDEN}]"
    f"|[ \\t][ \\t\\n]|\\n[ \\t]|^\\s|\\s$|\\t|ํ|เเ|[่-์][{_ABOVE_OR_BELOW}]|ำ[่-๋]|([{_MARKS}ะำ])\\1)"
)
"""What shows that a text may need repair: most have nothing of it, and are left as they are."""
_ENDS_THAI = re.compile(f"[{THAI_LETTER}]$")
_STARTS_THAI = re.compile(f"^[{THAI_LETTER}]")
_REMEMBERED = 2048
"""One cell's text is tidied and compared many times in a row."""
_THAI_DIGIT = re.compile("[๐-๙]")
_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@lru_cache(maxsize=_REMEMBERED)
def tidy(text: str) -> str:
    """Repair what keyboards and converters do to Thai, keeping words, digits and line breaks.

    ํ+า becomes ำ, เ+เ becomes แ, a tone typed before its vowel goes behind it, a mark typed twice
    stands once, invisible characters go, odd spaces become plain, runs of blanks become one and
    lines lose the blanks at their ends. The text is NFC; never NFKC, which would split ำ.
    """
    if not _ODD.search(text) and unicodedata.is_normalized("NFC", text):
        return text
    text = _LINE_BREAK.sub("\n", _INVISIBLE.sub("", text))
    text = _in_order(unicodedata.normalize("NFC", text))
    text = _BLANKS.sub(" ", text)
    return "\n".join(line.strip() for line in text.split("\n")).strip()


def untidied(part: str, tidied: str, text: str) -> str:
    """Return what a text held where a part of its tidied form stands, as it was typed.

    >>> untidied("สำรวจ", "1.สำรวจ", "1.ส\u0e4d\u0e32รวจ") == "ส\u0e4d\u0e32รวจ"
    True
    """
    start = tidied.find(part)
    if part in text or start < 0:
        return part
    blocks = SequenceMatcher(None, tidied, text, autojunk=False).get_opcodes()
    return text[_moved(start, blocks) : _moved(start + len(part), blocks)]


def _moved(at: int, blocks: Sequence[tuple[str, int, int, int, int]]) -> int:
    """Tell where a place stands in the other text; a changed stretch is taken whole."""
    for kind, begin, end, other, _ in blocks:
        if begin <= at < end:
            return other + at - begin if kind == "equal" else other
    return blocks[-1][-1]


def _in_order(text: str) -> str:
    """Put each letter's marks in their order, each once: vowel, tone, then the mark of silence."""
    before = ""
    while before != text:
        before = text
        text = _TONE_BEHIND_AM.sub(r"\1ำ", _SPLIT_SARA_AM.sub(r"\1\2ำ", text)).replace("เเ", "แ")
        text = _TWICE.sub(r"\1", _RUN.sub(_sorted_marks, text))
        text = unicodedata.normalize("NFC", text)
    return text


def _sorted_marks(run: re.Match[str]) -> str:
    return "".join(sorted(dict.fromkeys(run[0]), key=_mark_order))


def _mark_order(mark: str) -> int:
    return 1 if "่" <= mark <= "๋" else 2 if mark == "์" else 0


@lru_cache(maxsize=_REMEMBERED)
def squeeze(text: str) -> str:
    """Take all white space out: the form in which two Thai texts are compared."""
    return tidy("".join(_INVISIBLE.sub("", text).split()))


def join_wrapped(first: str, second: str) -> str:
    """Join text that the end of a page or cell cut in two.

    No space between two Thai letters (Thai has none within a phrase), else one.
    """
    first, second = first.rstrip(), second.lstrip()
    if not first or not second:
        return first or second
    within_thai = _ENDS_THAI.search(first) and _STARTS_THAI.search(second)
    return first + ("" if within_thai else " ") + second


def arabic_digits(text: str) -> str:
    """Write ๐–๙ as 0–9; every character keeps its place."""
    return text.translate(_TO_ARABIC) if _THAI_DIGIT.search(text) else text


def thai_digits(text: str) -> str:
    """Write 0–9 as ๐–๙; every character keeps its place."""
    return text.translate(_TO_THAI)
