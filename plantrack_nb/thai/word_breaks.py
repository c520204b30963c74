"""Where a line of Thai may break: between words, never within one.

Thai writes no space between words. What sets the text finds word ends by itself, and cuts official
words, abbreviations and names; so every text is cut here once, and is told where it may break.

>>> pieces("มีนาคม")
('มีนาคม',)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from plantrack_nb.thai.lexicon import lexicon
from plantrack_nb.thai.persons import find_persons
from plantrack_nb.thai.text import THAI_LETTER

_RUN = re.compile(rf"ฯลฯ|[{THAI_LETTER}][{THAI_LETTER}.ฯๆ]*|[^\S\n]+|\n|[^\s{THAI_LETTER}]+[ะ-ฺๅ็-๎]*")
"""A stretch of Thai with its dots, blanks, the end of a line, a stretch of anything else."""

_AND_SO_ON = "ฯลฯ"

_CLUSTER = re.compile(r"(?:[เ-ไ]?[ก-ฮ]|.)[ะ-ฺๅ็-๎.ฯๆ]*", re.DOTALL)
"""A letter with all that must stay with it."""

_ABBREVIATION = re.compile(r"(?:[ก-ฮ]{1,3}\.){2,}(?:[ก-ฮ]{1,3}(?![ก-๎]))?|[ก-ฮ]{2,5}\.")
_HANGS = re.compile("[ัิ-ฺ็-๎]")
_NEVER_FIRST = frozenset("ะัาำิีึืฺุูๅ็่้๊๋์ํ๎.ฯๆ")
_MARKS = frozenset(".ฯๆ")
_ALWAYS_BEFORE = frozenset("เแโใไ")
_UNKNOWN, _SHORT_FORM = 4.0, 1.5
"""What a letter outside of any word costs, and an abbreviation, where a word costs 1: the fewest
words are the right ones."""

_NOWHERE = 1e6
_LONGEST_STRETCH, _LONG_WORD = 16, 12
"""Letters of what is kept together, so that it fits a column (marks above and below apart), and of
the words that a longer stretch is cut into."""

_CLOSES = tuple(".,;:!?)]}”’»%…/ๆฯ–-")
_OPENING = "([{“‘«"
_OPENS = tuple(_OPENING)
_LONG_LATIN, _LATIN_PIECE = 16, 12
_LATIN = re.compile(
    r"(?<![0-9๐-๙])\(?[0-9๐-๙][0-9๐-๙,.]{0,23}(?:[–-]+|(?=[^\w,.])|$)"
    rf"|[^/.?&=_@:-]{{1,{_LATIN_PIECE}}}[/.?&=_@:-]*|[/.?&=_@:-]+"
)
"""A long word or address of another script may break behind its signs, or after a dozen letters,
and never within an amount."""

_NUMBER = re.compile(r"[0-9๐-๙][0-9๐-๙,./–-]*%?[,)]*")
_RANK = re.compile(r"ที่\s?[0-9๐-๙]")
_ITEM = re.compile(r"[-•–]|\(?[0-9๐-๙]+(?:\.[0-9๐-๙]+)*[.)]")
_COUNTED = re.compile(
    "เขต|ที่|ข้อ|ร้อยละ|หน้า|กลยุทธ์ที่|ไตรมาสที่|ครั้งที่|ภาคเรียนที่|ฉบับที่|ชุดที่|รุ่นที่"
    r"|พ\.ศ\.|ปี|จำนวน|รวม|ชั้น|ม\.|ป\.|วันที่|มาตรา"
)
"""Words that go with the number behind them."""

_MONTHS = (
    "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
    r"|[มกสตพธ]\.[คพย]\.|[มเ][ีิ]?ม?\.?[คย]\."
)
_UNITS = re.compile(
    "บาท|เดือน|โครงการ|กิจกรรม|คน|แห่ง|ข้อ|ครั้ง|โรง|โรงเรียน|กลยุทธ์|กลุ่ม|วัน|ปี|ช่อง|รายการ"
    f"|ล้านบาท|จุด|รอบ|เล่ม|ชุด|เครื่อง|รุ่น|{_MONTHS}"
)
"""Words that go with the number before them."""

_LONGEST_JOINED, _LONGEST_COUNTED, _LONGEST_NAME = 16, 22, 28
_BEFORE_LATIN = frozenset({"กลุ่ม", "ระบบ", "โปรแกรม", "แบบ"})
"""Words that a name in Latin letters belongs to: กลุ่ม DLICT."""

_REMEMBERED = 8192


@lru_cache(maxsize=_REMEMBERED)
def pieces(text: str) -> tuple[str, ...]:
    """Cut a text where its lines may break; put together, the pieces are the text.

    A blank stands at the end of the piece before it, the end of a line by itself.
    """
    if not text:
        return ()
    cut = [part for run in _RUN.findall(text) for part in _parts(run)]
    return tuple(_without(_ranked(_joined(cut)), _within_names(text)))


def _parts(run: str) -> tuple[str, ...]:
    if run[0].isspace():
        return (run,)
    if "ก" <= run[0] <= "๎" and run != _AND_SO_ON:
        return words(run)
    return tuple(_LATIN.findall(run)) if len(run) > _LONG_LATIN else (run,)


@lru_cache(maxsize=2 * _REMEMBERED)
def words(run: str) -> tuple[str, ...]:
    """Cut a stretch of Thai letters where all readings of the fewest words end one.

    "ทางการศึกษา" is ทาง|การศึกษา or ทางการ|ศึกษา, so it stays whole; a stretch too long for that
    is cut where the reading of the shortest words ends one.
    """
    made: list[str] = []
    for stretch, lone in _sure(run, len(run)):
        if len(_HANGS.sub("", stretch)) > _LONGEST_STRETCH:
            made += _shorter(stretch, _LONG_WORD)
        elif made and lone:
            made[-1] += stretch  # a single letter ends the word before it
        else:
            made.append(stretch)
    return tuple(made)


def finer(piece: str, longest: int) -> tuple[str, ...]:
    """Cut a piece that is too wide for where it stands into words of so many letters at most."""
    cut = [part for run in _RUN.findall(piece) for part in _shorter(run, longest)]
    made: list[str] = []
    for part in cut:
        if made and (part.isspace() or part.startswith(_CLOSES) or made[-1].endswith(_OPENS)):
            made[-1] += part
        else:
            made.append(part)
    return tuple(made)


def _shorter(run: str, longest: int) -> list[str]:
    if not "ก" <= run[0] <= "๎":
        return [run]
    ends, at, made = _best_ends(run, min(len(run) - 1, longest)), 0, []
    while at < len(run):
        made.append(run[at : (end := max(ends[at]))])
        at = end
    return made


def _sure(run: str, longest: int) -> Iterator[tuple[str, bool]]:
    """Yield the stretches between the sure ends of words, and whether they are a lone letter."""
    begun, reach = 0, 0
    reached = {0}
    ends = _best_ends(run, longest)
    for at in range(len(run) + 1):
        if at not in reached:
            continue
        if at and at >= reach:
            yield run[begun:at], at - begun == 1
            begun = at
        if at < len(run):
            reached.update(ends[at])
            reach = max(reach, *ends[at])


def _best_ends(run: str, longest: int) -> list[list[int]]:
    """Return, for each place, where the first word may end if the rest is to be fewest words."""
    size = len(run)
    beginning = lexicon().beginning
    has_marks, has_dots = not _MARKS.isdisjoint(run), "." in run
    costs = [0.0] * (size + 1)
    ends: list[list[int]] = [[]] * size
    for at in range(size - 1, -1, -1):
        lone = _lone_end(run, at)
        if run[at] in _NEVER_FIRST or (at and run[at - 1] in _ALWAYS_BEFORE):
            costs[at], ends[at] = _NOWHERE, [lone]
            continue
        found = {lone: _UNKNOWN + costs[lone]}
        for word in beginning(run, at):
            if word - at <= longest:
                end = _behind_marks(run, word) if has_marks else word
                cost = 1 + costs[end]
                if cost < found.get(end, _NOWHERE):
                    found[end] = cost
        if has_dots and "." in run[at : at + 6] and (short := _ABBREVIATION.match(run, at)):
            end = short.end()
            found[end] = min(found.get(end, _NOWHERE), _SHORT_FORM + costs[end])
        least = costs[at] = min(found.values())
        ends[at] = [end for end, cost in found.items() if cost == least]
    return ends


def _lone_end(run: str, at: int) -> int:
    found = _CLUSTER.match(run, at)
    return len(run) if found is None else found.end()


def _behind_marks(run: str, end: int) -> int:
    """Take the dot, ฯ or ๆ that stands behind a word as part of it."""
    while end < len(run) and run[end] in _MARKS:
        end += 1
    return end


def _joined(cut: list[str]) -> list[str]:
    made: list[str] = []
    for part in cut:
        if made and not _may_break(made[-1], part):
            made[-1] += part
        else:
            made.append(part)
    return made


def _ranked(cut: list[str]) -> list[str]:
    """Put what is counted before "ที่ 4": กลยุทธ์ที่ 4, ไตรมาสที่ 2."""
    made: list[str] = []
    for part in cut:
        counts = made and _RANK.match(part) and "ก" <= made[-1][-1] <= "๎"
        if counts and len(made[-1]) + len(part) <= _LONGEST_JOINED:
            made[-1] += part
        else:
            made.append(part)
    return made


def _may_break(before: str, after: str) -> bool:
    if "\n" in {before, after}:
        return True
    if after.isspace():
        return False
    bare = before.rstrip()
    if bare != before:
        return not _goes_with(bare.lstrip(_OPENING), after)
    if (after.startswith(_CLOSES) and after != _AND_SO_ON) or before.endswith(_OPENS):
        return False
    return not (_NUMBER.match(after) and (_COUNTED.fullmatch(before) or before.endswith(".")))


def _goes_with(before: str, after: str) -> bool:
    """Tell whether two words, with a blank between them, stand on one line."""
    if after[0] in "ๆฯ–":
        return after != _AND_SO_ON and (after[0] in "ๆฯ" or before[-1:].isdigit())
    *lead, last = before.split(" ")
    if _NUMBER.fullmatch(last) and _UNITS.fullmatch(after):
        return len(before) + len(after) <= _LONGEST_COUNTED
    if len(before) + len(after) > _LONGEST_JOINED:
        return False
    latin = not lead and before in _BEFORE_LATIN and after[0].isascii() and after[0].isalpha()
    if latin or _ITEM.fullmatch(before):
        return True
    if _NUMBER.fullmatch(after):
        return _COUNTED.fullmatch(before) is not None
    return False


def _within_names(text: str) -> set[int]:
    """Return the places within a person's name; a long one may break before the surname."""
    held: set[int] = set()
    for start, end, name in find_persons(text):
        for part in re.finditer(r"\S+\s*", name) if end - start > _LONGEST_NAME else ():
            held.update(range(start + part.start() + 1, start + part.end()))
        if end - start <= _LONGEST_NAME:
            held.update(range(start + 1, end))
    return held


def _without(cut: list[str], held: set[int]) -> list[str]:
    if not held:
        return cut
    ends = [0]
    for part in cut:
        ends.append(ends[-1] + len(part))
    kept = [one for one in ends if one not in held]
    text = "".join(cut)
    return [text[a:b] for a, b in pairwise(kept)]
