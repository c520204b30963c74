"""Split an action cell into activities, sub-activities and the marks written among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from plantrack_nb.load.layout.cells import BULLETS
from plantrack_nb.load.layout.marks import WORD, Mark, word_mark
from plantrack_nb.thai.text import arabic_digits


class Level(IntEnum):
    """Depth of an item by the mark it is listed with."""

    NUMBER = 1
    BULLET = 2
    BRACKET = 3
    PARENTHESES = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an action cell: one listed item, or text that continues what went before.

    Parameters
    ----------
    level : Level or None
        None for text without a list mark.
    number : int or None
        The printed number; None for a bullet and for unlisted text.
    text : str
        The words, list mark and status marks taken off.
    raw : str
        The stretch as it stands.
    mark : Mark or None
        The status word written in front of the item.
    """

    level: Level | None
    number: int | None
    text: str
    raw: str
    mark: Mark | None = None


_LIST_MARK = re.compile(
    rf"(?:(?<=\s)|^)(?:"
    rf"(?P<number>\d{{1,2}})\.(?=\s*[^\d\s])"
    rf"|\((?P<parentheses>\d{{1,2}})\)(?=\s*\D)"
    rf"|(?P<bracket>\d{{1,2}})\)(?=\s*\D)"
    rf"|(?:กิจกรรม(?:หลัก|ย่อย)?|ขั้นตอน|ขั้น)ที่\s*(?P<called>\d{{1,2}})(?=[\s.:)]\s*[^\d\s]|[^\d\s.:)])[.:)]?"
    rf"|(?P<bullet>[{BULLETS}])(?=\s*[^\d\s\-–])"
    rf")\s*"
)
_GAP = 2
"""Inside a line a number opens an item only when it follows the last (one may be missing)."""
_LONGEST_MARKS = 400
"""Status words before an item on its line take no more letters than this."""
_NEAR = 10
_BULLET = re.compile(r"\s+[-–•]\s")
_GO_ON = ("อยู่", "กำลัง", "ยัง", "ได้", "การ")
"""Words that a status word goes on with, in a sentence."""
_ENDS_DATE = re.compile(r"\d$|[ก-ฮ]\.$")
_STARTS_DATE = re.compile(r"[ก-ฮ]{1,2}\.?[ก-ฮ]\.")
_LEVELS = {
    "number": Level.NUMBER,
    "called": Level.NUMBER,
    "bullet": Level.BULLET,
    "bracket": Level.BRACKET,
    "parentheses": Level.PARENTHESES,
}


@dataclass(frozen=True, slots=True)
class _Cut:
    start: int
    end: int
    level: Level | None = None
    number: int | None = None
    mark: Mark | None = None


def split_action(
    text: str, ref: str = "", after: int = 0, *, with_marks: bool = True, raw: str = ""
) -> tuple[list[Piece], list[Mark]]:
    """Split an action cell.

    Parameters
    ----------
    text : str
        The cell's text, one paragraph or several.
    ref : str
        Where the cell stands, for the marks found in it.
    after : int
        The last number listed in the cells before, so that the count can go on.
    with_marks : bool
        Whether status words are marks; where a column holds them, they are words like others.
    raw : str
        The text as its lines stand on a page, where it was read from one: a blank at the end of a
        line is lost there.

    Returns
    -------
    pieces : list of Piece
        In reading order; a status word belongs to the item that follows it.
    trailing : list of Mark
        Status words with no item after them.
    """
    cuts = list(_cuts(text, ref, after, raw if with_marks else None))
    starts = [*(cut.start for cut in cuts), len(text)]
    pieces: list[Piece] = []
    waiting: list[Mark] = []
    lead = text[: starts[0]].strip()
    if lead:
        pieces.append(Piece(None, None, lead, lead))
    for cut, stop in zip(cuts, starts[1:], strict=True):
        words = text[cut.end : stop].strip()
        if cut.mark is not None:
            waiting.append(cut.mark)
            if not words:
                continue
        mark = waiting.pop(0) if waiting else None
        whole = text[cut.start : stop].strip()
        pieces.append(Piece(cut.level, cut.number, words, whole, mark))
    return pieces, waiting


def _cuts(text: str, ref: str, after: int, raw: str | None) -> Iterator[_Cut]:
    plain = arabic_digits(text)
    words = () if raw is None else _status_words(plain, arabic_digits(raw))
    found = [_Cut(m.start(), m.end(), mark=word_mark(m, ref)) for m in words]
    found += _list_cuts(plain, after)
    yield from sorted(found, key=lambda cut: cut.start)


def _status_words(plain: str, raw: str) -> Iterator[re.Match[str]]:
    """Find status words that stand alone, not within a sentence (``อยู่ระหว่างดำเนินการจัดซื้อ``).

    One that begins a line of the page lost the blank before it; in a cell where such words stand
    before bullets it is one of them.
    """
    found = [*WORD.finditer(plain)]
    alone = [one for one in found if not _neighbours(one, plain).strip()]
    before_bullets = any(_BULLET.match(plain, one.end()) for one in alone)
    for match in found:
        if match in alone or (before_bullets and _began_a_line(match, plain, raw)):
            yield match


def _neighbours(match: re.Match[str], plain: str) -> str:
    start, end = match.span()
    return plain[max(start - 1, 0) : start] + plain[end : end + 1]


def _began_a_line(match: re.Match[str], plain: str, raw: str) -> bool:
    """Tell whether a word before a bullet stands at the start of a line on the page."""
    before = plain[max(match.start() - _NEAR, 0) : match.start()]
    if before.endswith(_GO_ON) or not _BULLET.match(plain, match.end()):
        return False
    return f"{before}\n{match.group()}" in raw


def _list_cuts(plain: str, after: int) -> list[_Cut]:
    matches = list(_LIST_MARK.finditer(plain))
    tight = [match for match in matches if match.group() in ("-", "–")]
    cuts: list[_Cut] = []
    last = {Level.NUMBER: after}
    for match in matches:
        assert match.lastgroup is not None
        level = _LEVELS[match.lastgroup]
        number = None if level is Level.BULLET else int(match[match.lastgroup])
        if level is Level.BRACKET and _is_within_parentheses(match.start(), plain):
            continue
        if not _opens_a_line(match.start(), plain):
            if tight == [match] or _is_range(match, plain):
                continue
            if number is not None and not 0 < number - last.get(level, 0) <= _GAP:
                continue
        if number is not None:
            last = {one: count for one, count in last.items() if one < level} | {level: number}
        cuts.append(_Cut(match.start(), match.end(), level, number))
    return cuts


def _is_within_parentheses(start: int, plain: str) -> bool:
    """Brackets belong together: ``(ระยะที่ 1)`` opens no list."""
    line = plain[plain.rfind("\n", 0, start) + 1 : start]
    return line.count("(") > line.count(")")


def _opens_a_line(start: int, plain: str) -> bool:
    """Tell whether nothing but status words stands between the line's start and an item."""
    line = plain[plain.rfind("\n", 0, start) + 1 : start]
    return len(line) <= _LONGEST_MARKS and not WORD.sub("", line).strip()


def _is_range(match: re.Match[str], plain: str) -> bool:
    """``ต.ค.64 - ม.ค.65`` is a span of time, not a bullet."""
    before = plain[max(match.start() - _NEAR, 0) : match.start()].rstrip()
    after = plain[match.end() : match.end() + _NEAR]
    return bool(_ENDS_DATE.search(before) and _STARTS_DATE.match(after))
