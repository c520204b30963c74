"""Read Thai running text into quantities."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from plantrack_nb.quantities.named import may_name, named
from plantrack_nb.quantities.quantity import Quantity, Reading, Role
from plantrack_nb.quantities.roles import bound, role
from plantrack_nb.quantities.tokens import RATIO, Depth, Token, numbers
from plantrack_nb.quantities.units import (
    BAHT,
    PER_WORDS,
    PERCENT,
    per_before,
    unit_at,
    unit_of,
)
from plantrack_nb.thai.dates import find_dates
from plantrack_nb.thai.numbers import MULTIPLES, PLAIN_NUMBER, to_float
from plantrack_nb.thai.text import arabic_digits

_REMEMBERED = 4096
_FRACTION = re.compile(r" ?/ ?\d")
_RANGE = re.compile(rf" ?[-–—] ?({PLAIN_NUMBER})(?!\d|[.,/]\d)")
_MULTIPLE = re.compile(rf" ?({'|'.join(MULTIPLES)})(?!ธุ์|ธ์)")
_THOUSANDS = re.compile(r" ?[kK](?![A-Za-z])")
_PER = re.compile(
    rf" ?(?:/ ?(?:ต่อ ?)?|ต่อ ?)(?:1 ?|หนึ่ง)?({'|'.join(sorted(PER_WORDS, key=len, reverse=True))}"
    rf")(?!ละ|ที่|การ|งบ)"
)
_PERCENT_BEFORE = re.compile(r"ร้อย ?ละ ?\(?(?:ของ)? ?$|อัตรา ?ร้อย ?ละ ?$")
_PERCENT_OF = re.compile(r"ร้อย ?ละ(?:ของ|ที่)[ก-๎]{2,40} ?(?:เท่ากับ|คือ|อยู่ที่|[=:])? ?$")
_EACH, _AGAIN = "ละ", "ๆ"
_EACH_OF = "แต่ละ"
_HAS = re.compile(r" ?(?:จะ)?(?:มี|ได้(?:รับ)?|รับ|ใช้|จำนวน)[ก-๎ ]{0,30}")
_AFTER_EACH = re.compile(r" ?(?:ประมาณ|ไม่เกิน|เฉลี่ย|จำนวน|อย่างน้อย|ไม่น้อยกว่า|เพียง)? ?")
_NO_EACH = ("แ", "ร้อย", "ร้อย ")
_NO_NOUN = re.compile(r"[^ก-ฮะ-ฺเ-ๅ็-๎.]")
_PAID = re.compile(r"เงินเดือน ?$")
_COUNTED = re.compile(r"(?:=|จำนวน|รวม|เป็นเงิน|เฉลี่ย|คะแนน|ทั้งสิ้น|ทั้งหมด) ?:? ?$")
_DASHES = frozenset("-–—")
_MULTIPLIES = frozenset({one[0] for one in MULTIPLES} | {"k", "K"})
_NEAR = 60
_BARE_YEAR = range(2400, 2650)


@lru_cache(maxsize=_REMEMBERED)
def read(text: str) -> Reading:
    """Read the quantities of a text (tidied); equal texts are read once.

    A number that only names (โควิด 19, เขต 1, ป.3), orders (ครั้งที่ 2, "1.ประชุม"), dates
    (พ.ศ. 2565, 08.30 น.) or cites (ว17/2553) is no quantity.
    """
    plain = arabic_digits(text)
    tokens, dates = numbers(plain), tuple(find_dates(text))
    if not tokens:
        return Reading(text, plain, (), dates)
    has_names = any(may_name(plain, token.start, token.end) for token in tokens)
    spans = named(plain, dates, has_names=has_names)
    found: list[Quantity] = []
    seen: set[str] = set()
    depth = Depth(plain)
    stop = 0
    for token in tokens:
        if token.start < stop or _is_within(token.start, spans):
            continue
        one = _quantity(plain, token, found, seen, depth)
        if one is not None and found and _is_same_total(plain, found, one):
            one = replace(one, role=Role.TOTAL)
        if one is not None:
            found.append(one)
            seen.add(one.word)
            stop = one.end
    return Reading(text, plain, tuple(found), dates)


def _is_same_total(text: str, found: list[Quantity], one: Quantity) -> bool:
    """Tell whether a figure right behind a total is one, too: "รวม 3 วัน 90 คน".

    So is an amount right behind the factors of a price: "เล่มละ 25 บาท 140 เล่ม 3,500 บาท".
    """
    before = found[-1]
    beside = not text[before.end : one.start].strip(" )")
    if not beside or one.role is not Role.COUNT or one.unit == before.unit:
        return False
    if before.role is Role.TOTAL:
        return True
    return one.unit == BAHT and any(q.is_rate and q.unit == BAHT for q in found)


def _is_within(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(begin <= place < stop for begin, stop in spans)


def _quantity(
    text: str, token: Token, found: list[Quantity], seen: set[str], depth: Depth
) -> Quantity | None:
    begin = found[-1].end if found else 0
    begin = max(begin, text.rfind("\n", begin, token.start) + 1)
    near = max(begin, token.start - _NEAR)
    high, end = _range_end(text, token)
    is_percent = _is_percent(text, near, token)
    multiple, end = (None, end) if is_percent else _multiple(text, end)
    value = to_float(token.digits, multiple)
    top = value if high is token.digits else to_float(high, multiple)
    if value is None or top is None or (_FRACTION.match(text, end) and not token.is_ratio):
        return None
    word, unit, is_known = "", "", True
    per: tuple[str, ...] = ()
    if is_percent:
        unit = PERCENT
        end += text.startswith("%", end) + 2 * text.startswith(" %", end)
    else:
        ratio = RATIO.match(text, token.start) if token.is_ratio else None
        place = ratio.end() if ratio else end
        whole = "." not in token.digits or multiple is not None
        whole = whole or text.find("เฉลี่ย", near, token.start) >= 0
        word, behind, is_known = unit_at(text, place, is_whole=whole)
        end = end if token.is_ratio else behind
        unit = unit_of(word)
        per, end = _per(text, near, token, end, found=found, seen=seen)
        if per and not unit and ("," in token.digits or _PER.match(text, token.end)):
            unit = BAHT
    is_bare = not unit and "," not in token.digits and not _COUNTED.search(text, near, token.start)
    if is_bare and not per and _only_names(text, token, value, near):
        return None
    if word and not is_known and not _counts(text, near, token, word, seen):
        word, unit, end, is_bare = "", "", token.end, True
    return Quantity(
        value=value,
        high=top,
        word=word,
        unit=unit,
        per=per,
        start=token.start,
        end=end,
        begin=begin,
        decimals=len(token.digits.partition(".")[2]),
        role=role(text, near, token.start, unit, per),
        bound=bound(text, near, token.start, end),
        depth=depth.at(token.start),
        is_bare=is_bare,
    )


def _is_percent(text: str, near: int, token: Token) -> bool:
    """Tell whether words before a number make it a percent: "ร้อยละของครูที่ผ่าน 81.50"."""
    if text.find("ร้อย", near, token.start) < 0:
        return False
    if _PERCENT_BEFORE.search(text, near, token.start):
        return True
    named = _PERCENT_OF.search(text, near, token.start) is not None
    return named and not unit_at(text, token.end)[2]


def _next(text: str, at: int) -> str:
    """Return the character that follows a place, one space apart."""
    return text[at + 1 : at + 2] if text[at : at + 1] == " " else text[at : at + 1]


def _range_end(text: str, token: Token) -> tuple[str, int]:
    if _next(text, token.end) not in _DASHES:
        return token.digits, token.end
    found = _RANGE.match(text, token.end)
    return (found[1], found.end()) if found else (token.digits, token.end)


def _multiple(text: str, at: int) -> tuple[str | None, int]:
    if _next(text, at) not in _MULTIPLIES:
        return None, at
    found = _MULTIPLE.match(text, at)
    if found:
        return found[1], found.end()
    thousands = _THOUSANDS.match(text, at)
    return ("พัน", thousands.end()) if thousands else (None, at)


def _per(
    text: str, near: int, token: Token, end: int, *, found: list[Quantity], seen: set[str]
) -> tuple[tuple[str, ...], int]:
    """Read what a rate is counted by, before the number (คนละ) and behind it (/คน/เดือน)."""
    words: list[str] = []
    each = _each(text, near, token.start)
    if each is not None:
        noun, is_again = each
        word = per_before(noun, frozenset(seen)) if noun else ""
        if is_again and not word and found:
            word = found[-1].word
        words.append(word or "?")
    elif _PAID.search(text, near, token.start):
        words.append("เดือน")
    elif (each_of := text.rfind(_EACH_OF, near, token.start)) >= 0:
        word, stop, is_known = unit_at(text, each_of + len(_EACH_OF))
        words += [word] if is_known and _HAS.fullmatch(text, stop, token.start) else []
    while behind := _PER.match(text, end):
        words.append(behind[1])
        end = behind.end()
    return tuple(dict.fromkeys(map(unit_of, words))), end


def _each(text: str, near: int, start: int) -> tuple[str, bool] | None:
    """Take the noun before a "ละ" right before a number, and whether "ๆ" stands for it."""
    at = text.rfind(_EACH, near, start)
    before = text[near:at] if at >= 0 else ""
    if at < 0 or before.endswith(_NO_EACH) or not _AFTER_EACH.fullmatch(text, at + 2, start):
        return None
    stem = before.rstrip(" ")
    is_again = stem.endswith(_AGAIN)
    if is_again:
        before = stem.removesuffix(_AGAIN).rstrip(" ")
    ends = [one.end() for one in _NO_NOUN.finditer(before)]
    return before[ends[-1] if ends else 0 :], is_again


def _only_names(text: str, token: Token, value: float, near: int) -> bool:
    """Tell whether a number without a unit is a year, or begins a line as a heading's number."""
    if value in _BARE_YEAR and "." not in token.digits:
        return True
    return not text[near : token.start].strip() and near == 0 and "." in token.digits


def _counts(text: str, near: int, token: Token, word: str, seen: set[str]) -> bool:
    """Tell whether an unknown noun behind a number is its unit: said so, or counted again."""
    if word in seen or _COUNTED.search(text, near, token.start):
        return True
    return (
        f"{word}ละ" in text
        or len(re.findall(rf"\d ?{re.escape(word)}", text)) > 1
        or float(token.digits.replace(",", "").replace(" ", "")) >= 3
    )
