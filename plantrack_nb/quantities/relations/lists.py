"""A number of things against the list that names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from plantrack_nb.quantities.around import Around
from plantrack_nb.quantities.counted_nouns import BAHT, UNITS
from plantrack_nb.quantities.equations import Equation, Kind, Sure
from plantrack_nb.quantities.quantity import Quantity, Reading

_INTRODUCED = r"(?:คือ|ได้แก่|ประกอบด้วย|ดังนี้|ดังต่อไปนี้|แบ่งเป็น|มีดังนี้) ?:?"
_BEHIND = re.compile(
    rf" ?(?:{_INTRODUCED} ?)?\((?P<inner>[^()\n]*)\)| ?(?:{_INTRODUCED}|:) ?(?P<rest>[^()\n]+)"
)
_IN_TURN = re.compile("ครั้ง|รุ่น|งวด|ระยะ|รอบ|วัน|เดือน|ช่วง|ปี")
"""Of what comes one after the other some may be told of only."""
_SAYS_ALL = re.compile(rf" ?[ก-๎]{{0,20}} ?(?:{_INTRODUCED}|\()")
_SAID_BELOW = re.compile(rf" ?[ก-๎]{{0,20}} ?{_INTRODUCED} ?(?:\n\s*(?=[-•–*(]|\d)|(?=1[.)]|\(1\)))")
_OPENED = re.compile(rf" ?{_INTRODUCED} ?")
_TO_MARKS = re.compile(
    rf" ?[ก-๎]{{0,20}} ?(?:{_INTRODUCED})? ?(?:\n\s*(?=[-•–*(]|\d)|(?=1[.)]|\(1\)))"
)
_MARK = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[ก-๎:]))\(?(\d{1,2})[.)](?!\d)\s*[^\d\s]", re.MULTILINE)
_BULLET = re.compile(r"\s*[-•–*]\s*\S")
_DIGIT = re.compile(r"\d")
_AND = re.compile(r" ?และ ?")
_AND_FIRST = re.compile("^(?:และ|กับ)")
_SORT = re.compile(
    "โรงเรียน|วิทยาลัย|อำเภอ|ตำบล|กลุ่ม|โซน|ฐาน|ศูนย์|ฝ่าย|ด้าน|ระดับ|หน่วย|หลักสูตร|ระบบ|งาน|ค่าย|วิชา|รางวัล|ประเภท"
)
"""Nouns by which the items of a list may begin anew."""
_AND_LAST = re.compile(" ?(?:และ|กับ)$")
_NO_LIST = re.compile(r"เช่น|อาทิ|ฯลฯ|เป็นต้น|อื่น ?ๆ|รวมถึง")
_UNLISTED = frozenset(UNITS.values()) - {"project", "school"}
_OBJECTS = re.compile("เล่ม|ชุด|เครื่อง|คัน|ฉบับ|แผ่น|ตัว|หลัง|อัน|ใบ|กล่อง|ต้น|เส้น")
"""Of things there are many of a kind: ten books of two subjects."""
_LEAST, _MOST = 2, 15
_SHORT = 22


def lists(reading: Reading, around: Around) -> Iterator[Equation]:
    """Propose that as many things are named behind a number, or stand below it, as it says."""
    for one in reading.quantities:
        if not one.unit or not one.is_exact or one.is_rate or one.decimals or one.unit == BAHT:
            continue
        by_number = _numbered(reading.text, one)
        if by_number:
            names = f"{one.word}ที่ 1–{by_number}"
            yield _counted(one, by_number, names, one.value == by_number)
        elif _LEAST <= one.value <= _MOST and not _OBJECTS.match(one.word):
            yield from _named(reading, one, around)


def _named(reading: Reading, one: Quantity, around: Around) -> Iterator[Equation]:
    is_listed = one.unit not in _UNLISTED
    if not is_listed and not _SAID_BELOW.match(reading.text, one.end):
        return
    found = _BEHIND.match(reading.text, one.end)
    inner = (found["inner"] or found["rest"] or "") if found else ""
    names, sure = _names(inner, one.word)
    listed = _marked(reading.text, one.end)
    if listed > 1 and not _NO_LIST.search(reading.text, one.end):
        yield _counted(one, listed, "รายการที่มีเลขหรือเครื่องหมายนำ", one.value == listed)
    elif around.parts and _OPENED.fullmatch(reading.text, one.end):
        yield _counted(one, around.parts, "รายการย่อยด้านล่าง", one.value == around.parts)
    elif is_listed and names and not _DIGIT.search(inner) and not _NO_LIST.search(inner):
        counts = {len(names), sum(len(_AND.split(name)) for name in names)}
        holds = one.value == len(names) if sure else one.value in counts
        made = _counted(one, len(names), ", ".join(names), holds)
        twice = _repeated(names) if len(names) > one.value else ""
        yield replace(made, sure=Sure.SURE if sure else Sure.LIKELY, note=twice)


def _numbered(text: str, one: Quantity) -> int:
    """Count what is named by its number behind "3 ชุด": "ชุดที่ 1 … ชุดที่ 2 … ชุดที่ 3".

    Where no word says that all are named only more than there are tell: some may be yet to come.
    """
    if one.word not in text[one.end :]:
        return 0
    nth = re.compile(rf"{re.escape(one.word)}ที่ ?(\d{{1,2}})(?![\d./])")
    marks = [int(found[1]) for found in nth.finditer(text, one.end)]
    run = 0
    for mark in marks:
        run += mark == run + 1
    if run < _LEAST or run != len(marks):
        return 0
    beside = text.startswith(f" {one.word}ที่", one.end) and not _IN_TURN.match(one.word)
    all_named = beside or _SAYS_ALL.match(text, one.end)
    return run if all_named or run > one.value else 0


def _marked(text: str, at: int) -> int:
    """Count the items behind a number that bear 1) 2) 3), or stand below it with a dash each."""
    opened = _TO_MARKS.match(text, at)
    if opened is None:
        return 0
    marks = [int(one[1]) for one in _MARK.finditer(text, opened.end())]
    run = 0
    for mark in marks:
        if mark != run + 1:
            break
        run += 1
    if run:
        return run if run == len(marks) else 0
    lines = text[opened.end() :].split("\n")
    return sum(1 for line in lines if _BULLET.match(line)) if "\n" in opened[0] else 0


def _counted(one: Quantity, right: int, formula: str, holds: bool) -> Equation:
    return Equation("list", one, float(right), (), formula, holds, Sure.LIKELY, Kind.OTHER)


def _repeated(names: list[str]) -> str:
    """Name the item that says over what another one says."""
    for at, name in enumerate(names):
        if any(name in other for nth, other in enumerate(names) if nth != at):
            return f"“{name}” น่าจะซ้ำ"
    return ""


def _names(inner: str, word: str) -> tuple[list[str], bool]:
    """Read the names of a list; sure when strokes part them.

    Where each begins with the counting word, that tells them apart; else commas, else the spaces
    between a few short words.
    """
    inner = inner.strip()
    if "/" in inner:
        return _stripped(inner.split("/")), True
    named = _by_word(inner, word)
    if named:
        return named, False
    pieces = [
        _AND_FIRST.sub("", one)
        for one in _stripped(re.split(rf"[,;]|\s+|(?=และ{re.escape(word)})", inner))
    ]
    pieces = [one for one in pieces if one]
    if len(pieces) > 1 and all(one.startswith(word) for one in pieces):
        return pieces, False
    if "," in inner:
        *some, last = inner.split(",")
        return _stripped([*some, *_AND.split(last, maxsplit=1)]), False
    if len(pieces) > 2 and max(map(len, pieces)) <= _SHORT and "และ" in inner:
        return pieces, False
    return [], False


def _by_word(inner: str, word: str) -> list[str]:
    """Part a list where the counting word names each item anew: "ระบบ DMC และระบบ B-OBEC"."""
    if not inner.startswith(word):
        sort = _SORT.match(inner)
        if sort is None:
            return []
        word = sort[0]
    starts = re.compile(rf"(?:^|(?<=[\s,])|(?<=และ)|(?<=กับ)){re.escape(word)}")
    at = [one.start() for one in starts.finditer(inner)]
    if len(at) < _LEAST:
        return []
    ends = [*at[1:], len(inner)]
    return [_AND_LAST.sub("", inner[a:b].strip(" ,")) for a, b in zip(at, ends, strict=True)]


def _stripped(some: list[str]) -> list[str]:
    return [one.strip() for one in some if one.strip()]
