"""Names of persons: found by their title, compared without it, hidden on request."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from plantrack_nb.thai.text import THAI_LETTER, squeeze, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

HIDDEN = "(ไม่แสดงชื่อ)"
"""What stands in the place of a hidden name."""

TITLE = (
    r"(?:ว่าที่ ?(?:ร้อย|พัน)(?:ตรี|โท|เอก)|ว่าที่ ?[รพ]\. ?[ตทอ]\.|(?:จ่า)?สิบ(?:ตรี|โท|เอก)|[จส]\.ส\.[ตทอ]\."
    r"|นายแพทย์|แพทย์หญิง|นางสาว|นาง|นาย|น\. ?ส\.|นส\.|ดร\.|(?:ผศ|รศ|ศ)\.(?: ?ดร\.)?)(?: ?หญิง)?"
)
"""A person's title, for a regular expression."""

_PIECES = ("นาง", "นาย", "ว่าที่", "สิบ", "แพทย์", "ส.", "ดร.", "ศ.")
"""Every title holds one of these: most texts hold none, and are spared the slow search."""

_MARK = "ัิ-ฺ็-๎"
_TITLED = rf"(?:{TITLE}\s*)"
_TITLES = re.compile(rf"^{_TITLED}+")
_NOT_WITHIN = f"(?<![{THAI_LETTER}])"
_AFTER = "โดย|และ|คือ|ของ|จาก|แก่|ให้|กับ|เรียน|ชื่อ|มอบ|หมาย|เชิญ|ว่า|ต่อ|ถึง|แทน|เป็น|พร้อม"
_BEFORE = "|".join([rf"(?<![{THAI_LETTER}.])", *(f"(?<={word})" for word in _AFTER.split("|"))])
_NOT_A_NAME = (
    r"(?!ทะเบียน|กรัฐ|กสมาคม|กเทศ|กองค์|กอบ|กเมือง|กสภา|อำเภอ|จ้าง|ช่าง|สถานี|ทหาร|ตำรวจ|ประกัน|ทุน"
    r"|ด่าน|ท้าย|ตรวจ|(?:ก|สาวไทย|ไทย|งาม|ฟ้า|พยาบาล|รำ|เอก|แบบ|หน้า|แพทย์)(?![ก-๎]))"
)
_NOT_A_SURNAME = (
    r"(?!ตำแหน่ง|ผู้|ครู|โรงเรียน|กลุ่ม|สังกัด|และ|ได้|เป็น|จาก|ที่|ร่วม|รอง|นัก|หัวหน้า|ศึกษานิเทศก์"
    r"|เจ้าหน้าที่|ประธาน|กรรมการ)"
)
_LETTERS = r"[^\W\d_a-zA-Zะ-ฺ็-๎]" + r"[^\s()\[\]{}/,;:.\"'“”0-9๐-๙]{0,29}" + f"[{_MARK}]*"
_PERSON = re.compile(
    rf"(?:{_BEFORE})(?:{TITLE}[ ]?){{1,3}}{_NOT_A_NAME}(?=[ก-ฮเ-ไ]){_LETTERS}"
    rf"(?:[ ]{{1,2}}(?!{TITLE}){_NOT_A_SURNAME}{_LETTERS})?"
)
_BLANK = "[\\s\u00ad\u200b-\u200f\u2060-\u206f\ufeff]"
_GAP = f"{_BLANK}*"
_GAPS = re.compile(f"{_BLANK}+")
_EITHER_WAY = {"ำ": "(?:ำ|ํ{gap}า)", "แ": "(?:แ|เ{gap}เ)"}
_VOWELS_AND_TONES = re.compile("[ะ-ฺเ-๎ๆฯ]")
_SHORTEST_WITHIN_TEXT = 5
_SKELETON_WEIGHT = 0.6


def strip_title(name: str) -> str:
    """Take the title off: "น.ส.สมหญิง ดีใจ" is "สมหญิง ดีใจ"."""
    return _TITLES.sub("", tidy(name)).strip()


def person_key(name: str) -> str:
    """Return the form in which two names are the same: no title, no spaces."""
    return squeeze(strip_title(name))


def find_persons(text: str) -> list[tuple[int, int, str]]:
    """Find names with a title in running text, as (start, end, name).

    Offices and honours that begin like a title (นายทะเบียน, นางสาวไทย) are not persons.
    """
    if not _may_hold_title(text):
        return []
    return [(one.start(), one.end(), one.group()) for one in _PERSON.finditer(text)]


def redact(text: str, persons: Iterable[str]) -> str:
    """Replace every given person, and every other titled name, by ``"(ไม่แสดงชื่อ)"``.

    A given name is found with or without its title, with spaces lost, doubled or broken over
    lines; the first name alone when it is a whole line.
    """
    known = _any_of(tuple(persons))
    if known is not None and known.may_stand_in(text):
        text = known.pattern.sub(HIDDEN, text)
    if _may_hold_title(text):
        text = _PERSON.sub(HIDDEN, text)
    return _HIDDEN_IN_BRACKETS.sub(HIDDEN, text)


def similar(a: str, b: str) -> float:
    """Return how alike two names are, 0 to 1; consonants weigh more than vowels and tones."""
    from rapidfuzz.distance import Levenshtein

    first, second = person_key(a), person_key(b)
    whole = Levenshtein.normalized_similarity(first, second)
    bones = Levenshtein.normalized_similarity(
        _VOWELS_AND_TONES.sub("", first), _VOWELS_AND_TONES.sub("", second)
    )
    return _SKELETON_WEIGHT * bones + (1 - _SKELETON_WEIGHT) * whole


_HIDDEN_IN_BRACKETS = re.compile(rf"\(\s*{re.escape(HIDDEN)}(?:[\s/,]*{re.escape(HIDDEN)})*\s*\)")


@dataclass(frozen=True, slots=True)
class _Known:
    """Names to hide: how they are found, and bare pieces, one of which stands in whatever is."""

    pattern: re.Pattern[str]
    pieces: frozenset[str]

    def may_stand_in(self, text: str) -> bool:
        """Tell at little cost when no name stands in a text."""
        bare = _bare(text)
        return any(map(bare.__contains__, self.pieces))


@lru_cache(maxsize=64)
def _any_of(persons: tuple[str, ...]) -> _Known | None:
    names = sorted({strip_title(one) for one in persons} - {""}, key=lambda one: (-len(one), one))
    keys = [squeeze(name) for name in names]
    long = "|".join(_spaced(key) for key in keys if len(key) >= _SHORTEST_WITHIN_TEXT)
    short = "|".join(_spaced(key) for key in keys if len(key) < _SHORTEST_WITHIN_TEXT)
    firsts = [name.split()[0] for name in names]
    first = "|".join(map(_spaced, firsts))
    forms = [
        rf"{_TITLED}{{0,3}}(?:{long})" if long else "",
        rf"(?:{_TITLED}{{1,3}}|{_NOT_WITHIN})(?:{short})(?![{THAI_LETTER}])" if short else "",
        rf"^[^\S\n]*{_TITLED}{{0,3}}(?:{first})[^\S\n]*$" if first else "",
    ]
    pattern = "|".join(filter(None, forms))
    if not pattern:
        return None
    pieces = set(map(_bare, firsts))
    pieces |= {key for key in map(_bare, keys) if not any(piece in key for piece in pieces)}
    return _Known(re.compile(pattern, re.MULTILINE), frozenset(pieces))


def _spaced(name: str) -> str:
    """Match a name whatever white space stands within it, in either spelling of ำ and แ."""
    letters = (_EITHER_WAY.get(one, re.escape(one)).replace("{gap}", _GAP) for one in name)
    return _GAP.join(letters)


def _bare(text: str) -> str:
    """Take out all that :func:`_spaced` allows within a name, and write ำ and แ the long way."""
    return _GAPS.sub("", text).replace("ำ", "ํา").replace("แ", "เเ")


def _may_hold_title(text: str) -> bool:
    return any(map(text.__contains__, _PIECES))
