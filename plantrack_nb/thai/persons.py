"""Names of persons: found by their title, compared without it, hidden on request."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from plantrack_nb.thai.text import THAI_LETTER, squeeze, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

HIDDEN = "(ไม่แสดงชื่อ)"
"""What stands in the place of a hidden name."""

TITLE = (
    r"(?:ว่าที่ ?(?:ร้อย|พัน)(?:ตรี|โท|เอก)|ว่าที่ ?[รพ]\. ?[ตทอ]\.|(?:จ่า)?สิบ(?:ตรี|โท|เอก)|[จส]\.ส\.[ตทอ]\."
    r"|นางสาว|นาง|นาย|น\. ?ส\.|นส\.|ดร\.|(?:ผศ|รศ|ศ)\.(?: ?ดร\.)?)(?: ?หญิง)?"
)
"""A person's title, for a regular expression."""

_TITLES = re.compile(rf"^(?:{TITLE}\s*)+")
_AFTER = "โดย|และ|คือ|ของ|จาก|แก่|ให้|กับ|เรียน|ชื่อ"
_BEFORE = "|".join([rf"(?<![{THAI_LETTER}.])", *(f"(?<={word})" for word in _AFTER.split("|"))])
_NOT_A_NAME = (
    r"(?!ทะเบียน|ก(?![ก-๎])|กรัฐ|กสมาคม|กเทศ|กองค์|กอบ|กเมือง|กสภา|อำเภอ|จ้าง|ช่าง|แพทย์|หน้า|สถานี"
    r"|ทหาร|ตำรวจ|ประกัน|ทุน|ด่าน|ท้าย|ตรวจ|ไทย|งาม|ฟ้า|พยาบาล|รำ|เอก(?![ก-๎])|แบบ|นพมาศ|สงกรานต์)"
)
_WORD = rf"[ก-ฮเ-ไ][{THAI_LETTER}]*"
_PERSON = re.compile(
    rf"(?:{_BEFORE})(?:{TITLE}[ ]?)+{_NOT_A_NAME}{_WORD}(?:[ ]{{1,2}}(?!{TITLE}){_WORD})?"
)
_GAP = "[\\s\u00ad\u200b-\u200f\u2060-\u206f\ufeff]*"
_EITHER_WAY = {"ำ": "(?:ำ|ํ{gap}า)", "แ": "(?:แ|เ{gap}เ)"}
_MARKS = re.compile("[ะ-ฺเ-๎ๆฯ]")
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
    return [(one.start(), one.end(), one.group()) for one in _PERSON.finditer(text)]


def redact(text: str, persons: Iterable[str]) -> str:
    """Replace every given person, and every other titled name, by ``"(ไม่แสดงชื่อ)"``.

    A given name is found with or without its title, with spaces lost, doubled or broken over
    lines; the first name alone when it is a whole line.
    """
    known = tuple(sorted({key for key in map(strip_title, persons) if key}, key=_longest_first))
    if known:
        text = _any_of(known).sub(HIDDEN, text)
    text = _PERSON.sub(HIDDEN, text)
    return _HIDDEN_IN_BRACKETS.sub(HIDDEN, text)


def similar(a: str, b: str) -> float:
    """Return how alike two names are, 0 to 1; consonants weigh more than vowels and tones."""
    from rapidfuzz.distance import Levenshtein

    first, second = person_key(a), person_key(b)
    whole = Levenshtein.normalized_similarity(first, second)
    bones = Levenshtein.normalized_similarity(_MARKS.sub("", first), _MARKS.sub("", second))
    return _SKELETON_WEIGHT * bones + (1 - _SKELETON_WEIGHT) * whole


_HIDDEN_IN_BRACKETS = re.compile(rf"\(\s*{re.escape(HIDDEN)}(?:[\s/,]*{re.escape(HIDDEN)})*\s*\)")


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


@lru_cache(maxsize=64)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    whole = "|".join(_spaced(squeeze(name)) for name in names)
    first = "|".join(_spaced(name.split()[0]) for name in names)
    titles = rf"(?:{TITLE}\s*)*"
    return re.compile(rf"{titles}(?:{whole})|^[^\S\n]*{titles}(?:{first})[^\S\n]*$", re.MULTILINE)


def _spaced(name: str) -> str:
    """Match a name whatever white space stands within it, in either spelling of ำ and แ."""
    letters = (_EITHER_WAY.get(one, re.escape(one)).replace("{gap}", _GAP) for one in name)
    return _GAP.join(letters)
