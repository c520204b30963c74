"""Read Thai running text into quantities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from plantrack_nb.quantities.named import may_name, named
from plantrack_nb.quantities.numerals import counts
from plantrack_nb.quantities.quantity import Bound, Quantity, Reading, Role
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
_NUMBER = re.compile(
    rf"(?=\d)(?<![\d,A-Za-z])(?<!\d\.)(?<!\.\.)(?<!\d/){PLAIN_NUMBER}(?!\d|[.,]\d)"
)
_RATIO = re.compile(r"(?<![\d/.,])(\d{1,4}) ?/ ?(\d{1,4})(?![\d/.,])")
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
_AFTER_EACH = re.compile(r" ?(?:ประมาณ|ไม่เกิน|เฉลี่ย|จำนวน|อย่างน้อย|ไม่น้อยกว่า|เพียง)? ?")
_NO_EACH = ("แ", "ร้อย", "ร้อย ")
_NO_NOUN = re.compile(r"[^ก-ฮะ-ฺเ-ๅ็-๎.]")
_PAID = re.compile(r"เงินเดือน ?$")
_BASE = re.compile(
    r"(?:จาก|ซึ่งมี|ที่มี|เดิม|เดิมมี|ก่อนมี)(?:จำนวน|ร้อยละ|[ (])*$|จาก(?:ปี|เดิม|ครั้ง|รอบ)[ก-๎ ]*\(?(?:ร้อยละ)? ?$"
)
"""Words before the figure that others are compared with."""
_FILL = (
    r"(?:เป็นเงิน|เป็นจำนวนเงิน|ทั้งสิ้น|ทั้งหมด|จำนวนเงิน|จำนวน|เป็นจำนวน|เป็น|เงิน|แล้ว|รวม|เพียง"
    r"|ประมาณ|เท่ากับ|อยู่ที่|[ :=])*"
)
_ROLES = re.compile(
    rf"(?:(?P<left>(?:ยอด|เงิน|งบ(?:ประมาณ)?)?(?<!ช่วย)(?:คงเหลือ|เหลือ(?!ใช้)|ค้าง|ยังขาด"
    rf"|ขาดอีก)(?:ที่)?(?:ต้อง|จะ|ยัง)?[ก-๎]{{0,24}}? ?(?:อีก)? ?{_FILL})"
    rf"|(?P<mean>เฉลี่ย[^\d\n]{{0,24}})"
    rf"|(?P<apart>(?:ผลต่าง|ต่างกัน|แตกต่างกัน|ห่างกัน)[ก-๎]{{0,16}}? ?{_FILL}(?:ร้อยละ)? ?)"
    rf"|(?P<up>(?<!ไม่)(?:เพิ่ม(?:ขึ้น|สูงขึ้น)?|สูงขึ้น|มากขึ้น|สูงกว่า|มากกว่า|เกินกว่า|เกิน)[ก-๎]{{0,16}}? ?"
    rf"{_FILL}(?:ร้อยละ)? ?|(?<=[( ])\+)"
    rf"|(?P<down>(?<!ไม่)(?:ลดลง|ลด|ต่ำกว่า|น้อยกว่า)[ก-๎]{{0,16}}? ?{_FILL}(?:ร้อยละ)? ?)"
    rf"|(?P<total>(?:(?<!ค)(?<!ประ)รวม[ก-๎./ ]{{0,24}}?|ทั้งสิ้น|ทั้งหมด|เป็นเงิน|เป็นจำนวนเงิน"
    rf"|เบ็ดเสร็จ|เท่ากับ|ใช้เงิน|วงเงิน|=|ยอด[ก-๎]{{0,10}}?) ?{_FILL}))$"
)
_ROLE_WORDS = re.compile(
    "เหลือ|ค้าง|ขาด|เฉลี่ย|เพิ่ม|สูง|มากกว่า|เกิน|ลด|ต่ำกว่า|น้อยกว่า|รวม|ทั้ง|เป็น|เบ็ด|เท่า|=|ยอด|มากขึ้น|ต่าง|ห่าง|\\+"
)
_BOUNDS = (
    (
        Bound.AT_LEAST,
        re.compile(
            r"(?:ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|อย่างต่ำ|ขั้นต่ำ|ตั้งแต่|(?<!ไม่)มากกว่า|(?<!ไม่)เกิน(?:กว่า)?)(?:"
            r"ร้อย ?ละ|จำนวน| )*$"
        ),
    ),
    (
        Bound.AT_MOST,
        re.compile(
            r"(?:ไม่เกิน|ไม่มากกว่า|ไม่สูงกว่า|สูงสุด|อย่างมาก|(?<!ไม่)ต่ำกว่า|(?<!ไม่)น้อยกว่า)(?:ร้อย ?ละ"
            r"|จำนวน| )*$"
        ),
    ),
    (Bound.ABOUT, re.compile(r"(?:(?<!งบ)ประมาณ|ราว|เกือบ|ใกล้เคียง)(?:ร้อย ?ละ|จำนวน| )*$")),
)
_BOUND_WORDS = re.compile("กว่า|อย่าง|ขั้นต่ำ|ตั้งแต่|เกิน|สูงสุด|ประมาณ|ราว|เกือบ|ใกล้")
_ONWARD = re.compile(r" ?(?:ขึ้นไป|เป็นอย่างน้อย|กว่า)")
_COUNTED = re.compile(r"(?:=|จำนวน|รวม|เป็นเงิน|เฉลี่ย|คะแนน|ทั้งสิ้น|ทั้งหมด) ?:? ?$")
_AGE = re.compile(r"อายุ(?:ตั้งแต่|ระหว่าง|ไม่เกิน| )*$")
_NEAR = 60
_BRACKETS = re.compile(r"[()\n]")
_BARE_YEAR = range(2400, 2650)


@lru_cache(maxsize=_REMEMBERED)
def read(text: str) -> Reading:
    """Read the quantities of a text (tidied); equal texts are read once.

    A number that only names (โควิด 19, เขต 1, ป.3), orders (ครั้งที่ 2, "1.ประชุม"), dates
    (พ.ศ. 2565, 08.30 น.) or cites (ว17/2553) is no quantity.
    """
    plain = arabic_digits(text)
    tokens, dates = _tokens(plain), tuple(find_dates(text))
    if not tokens:
        return Reading(text, plain, (), dates)
    has_names = any(may_name(plain, token.start, token.end) for token in tokens)
    spans = named(plain, dates, has_names=has_names)
    found: list[Quantity] = []
    seen: set[str] = set()
    depth = _Depth(plain)
    stop = 0
    for token in tokens:
        if token.start < stop or _is_within(token.start, spans):
            continue
        one = _quantity(plain, token, found, seen, depth)
        if one is not None and found:
            is_priced = any(q.is_rate and q.unit == BAHT for q in found)
            if _is_same_total(plain, found[-1], one, is_priced=is_priced):
                one = replace(one, role=Role.TOTAL)
        if one is not None:
            found.append(one)
            seen.add(one.word)
            stop = one.end
    return Reading(text, plain, tuple(found), dates)


def _is_same_total(text: str, before: Quantity, one: Quantity, *, is_priced: bool) -> bool:
    """Tell whether a figure right behind a total is one, too: "รวม 3 วัน 90 คน".

    So is an amount right behind the factors of a price: "เล่มละ 25 บาท 140 เล่ม 3,500 บาท".
    """
    beside = not text[before.end : one.start].strip(" )")
    if not beside or one.role is not Role.COUNT or one.unit == before.unit:
        return False
    return before.role is Role.TOTAL or (one.unit == BAHT and is_priced)


@dataclass(frozen=True, slots=True)
class _Token:
    """A number in a text, in digits or in words; ``is_ratio`` for the part in "27/36 แห่ง"."""

    digits: str
    start: int
    end: int
    is_ratio: bool = False


def _tokens(text: str) -> list[_Token]:
    found = [_Token(one[0], one.start(), one.end()) for one in _NUMBER.finditer(text)]
    if "/" in text:
        found = [*_ratios(text, found)]
    spelt = [_Token(format(one.value, ".0f"), one.start, one.end) for one in counts(text)]
    return sorted([*found, *spelt], key=lambda one: one.start) if spelt else found


def _ratios(text: str, found: list[_Token]) -> Iterator[_Token]:
    """Give the numbers with those behind a stroke that tell of how many: "27/36 แห่ง"."""
    ratios = {one.start(): one for one in _RATIO.finditer(text)}
    for token in found:
        ratio = ratios.get(token.start)
        is_known = ratio is not None and unit_at(text, ratio.end())[2]
        if ratio is None or not is_known or int(ratio[1]) > int(ratio[2]):
            yield token
        else:
            yield replace(token, is_ratio=True)
            yield _Token(ratio[2], ratio.start(2), ratio.end(2))


class _Depth:
    """Tells in which bracket a place stands; places are asked for in order."""

    def __init__(self, text: str) -> None:
        self._marks = [(one.start(), one[0]) for one in _BRACKETS.finditer(text)]
        self._next = 0
        self._open: list[int] = []

    def at(self, place: int) -> int:
        """Return where the innermost open bracket begins, or -1."""
        while self._next < len(self._marks) and self._marks[self._next][0] < place:
            where, sign = self._marks[self._next]
            self._next += 1
            if sign == "(":
                self._open.append(where)
            elif self._open:
                self._open = self._open[:-1] if sign == ")" else []
        return self._open[-1] if self._open else -1


def _is_within(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(begin <= place < stop for begin, stop in spans)


def _quantity(
    text: str, token: _Token, found: list[Quantity], seen: set[str], depth: _Depth
) -> Quantity | None:
    begin = found[-1].end if found else 0
    begin = max(begin, text.rfind("\n", begin, token.start) + 1)
    near = max(begin, token.start - _NEAR)
    high, end = _range_end(text, token)
    is_percent = _is_percent(text, near, token)
    multiple, end = (None, end) if is_percent else _multiple(text, end)
    value, top = to_float(token.digits, multiple), to_float(high, multiple)
    if value is None or top is None or (_FRACTION.match(text, end) and not token.is_ratio):
        return None
    word, unit, is_known = "", "", True
    per: tuple[str, ...] = ()
    if is_percent:
        unit = PERCENT
        end += text.startswith("%", end) + 2 * text.startswith(" %", end)
    else:
        place = _RATIO.match(text, token.start).end() if token.is_ratio else end
        whole = "." not in token.digits or multiple is not None
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
        role=_role(text, near, token.start, unit, per),
        bound=_bound(text, near, token.start, end),
        depth=depth.at(token.start),
        is_bare=is_bare,
    )


def _is_percent(text: str, near: int, token: _Token) -> bool:
    """Tell whether words before a number make it a percent: "ร้อยละของครูที่ผ่าน 81.50"."""
    if _PERCENT_BEFORE.search(text, near, token.start):
        return True
    named = _PERCENT_OF.search(text, near, token.start) is not None
    return named and not unit_at(text, token.end)[2]


def _range_end(text: str, token: _Token) -> tuple[str, int]:
    found = _RANGE.match(text, token.end)
    return (found[1], found.end()) if found else (token.digits, token.end)


def _multiple(text: str, at: int) -> tuple[str | None, int]:
    found = _MULTIPLE.match(text, at)
    if found:
        return found[1], found.end()
    thousands = _THOUSANDS.match(text, at)
    return ("พัน", thousands.end()) if thousands else (None, at)


def _per(
    text: str, near: int, token: _Token, end: int, *, found: list[Quantity], seen: set[str]
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


def _only_names(text: str, token: _Token, value: float, near: int) -> bool:
    """Tell whether a number without a unit is a year, or begins a line as a heading's number."""
    if value in _BARE_YEAR and "." not in token.digits:
        return True
    return not text[near : token.start].strip() and near == 0 and "." in token.digits


def _counts(text: str, near: int, token: _Token, word: str, seen: set[str]) -> bool:
    """Tell whether an unknown noun behind a number is its unit: said so, or counted again."""
    if word in seen or _COUNTED.search(text, near, token.start):
        return True
    return (
        f"{word}ละ" in text
        or len(re.findall(rf"\d ?{re.escape(word)}", text)) > 1
        or float(token.digits.replace(",", "").replace(" ", "")) >= 3
    )


def _role(text: str, near: int, start: int, unit: str, per: tuple[str, ...]) -> Role:
    found = _ROLES.search(text, near, start) if _ROLE_WORDS.search(text, near, start) else None
    name = found.lastgroup if found else None
    if name in ("up", "down") and _BASE.search(text, near, start):
        name = None
    if name in ("left", "mean", "up", "down", "apart"):
        return Role(name)
    if unit == PERCENT:
        return Role.SHARE
    if per:
        return Role.RATE
    return Role(name) if name else Role.COUNT


def _bound(text: str, near: int, start: int, end: int) -> Bound:
    if _ONWARD.match(text, end):
        return Bound.AT_LEAST
    if _BOUND_WORDS.search(text, near, start):
        for bound, pattern in _BOUNDS:
            if pattern.search(text, near, start):
                return bound
    return Bound.EXACT
