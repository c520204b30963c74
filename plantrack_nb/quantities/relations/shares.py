"""Shares: a percent held against a part and a whole, wherever the whole stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plantrack_nb.quantities.around import Around, alike
from plantrack_nb.quantities.counted_nouns import BAHT
from plantrack_nb.quantities.cues import OTHERS, are_opposed, are_series
from plantrack_nb.quantities.equations import Equation, Kind, Sure, rounds_to
from plantrack_nb.quantities.quantity import Quantity, Reading, Role
from plantrack_nb.quantities.relations.parts import labels
from plantrack_nb.thai.numbers import format_count

NAME = "share"
_TO_PERCENT = re.compile(
    r"^ ?\)? ?[,(=:]? ?(?:ซึ่ง|โดย|หรือ)? ?(?:(?:คิด)?เป็น(?:สัดส่วน)?|เท่ากับ|อยู่ที่|เฉลี่ย)?[ก-๎]{0,18}? ?(?:อั"
    r"ตรา)?(?:ร้อย ?ละ)? ?\(?$"
)
_ASIDE = re.compile(r"\([^()]*\)")
_FROM = "จาก(?!นั้น|นี้|การ|เดิม|ปี)"
_FRACTION = re.compile(rf"^ ?(?:/$|/ |{_FROM}(?:ทั้งหมด|จำนวน|เป้าหมาย)?|ใน|ของ)[^\d\n]{{0,60}}$")
_TOLD_BEHIND = re.compile(r"[ก-๎ ]{0,24}(?:[(=:,]|หรือ|คือ|ได้แก่|เป็น)(?:มี|คือ|จำนวน|[ก-๎]{0,16}| )*")
_LATER_WHOLE = re.compile(rf"^ ?\)? ?(?:ของ|{_FROM})[^\d\n]{{0,60}}$")
_GOAL = re.compile(r"เป้าหมาย|แผน|ตัวชี้วัด|ไม่น้อยกว่า|อย่างน้อย|กำหนด|คาด|ให้(?:ได้|ถึง)|มุ่ง")
_AND = re.compile(r"และ|กับ")
_OTHER_WHOLE = re.compile(r" ?\)? ?ของ")
_OF_GOAL = re.compile(r" ?\)? ?ของ(?:ค่า)?(?:เป้าหมาย|แผน|ตัวชี้วัด|จำนวนที่(?:กำหนด|ตั้ง))")
_WHOLES = (
    (BAHT, re.compile(r" ?\)? ?ของ(?:วง|ยอด|จำนวน)?(?:งบ|เงิน|ค่าใช้จ่าย|รายจ่าย|รายได้)")),
    ("คะแนน", re.compile(r" ?\)? ?ของคะแนน")),
)
"""Wholes with a unit of their own, told behind a percent."""
_OF_MONEY = re.compile("เบิก|ใช้จ่าย|ใช้เงิน|ใช้งบ|ก่อหนี้")
_LARGEST = 100.0
_MAY_EXCEED = re.compile(
    "เพิ่ม|ลด|กว่า|เกิน|เทียบ|โต|ขยาย|กำไร|ตั้งไว้|เบิก|จ่าย|งบ|ประมาณการ|ผลตอบแทน|คืบหน้า|สะสม"
)
_CLAUSE = 60


def shares(reading: Reading, around: Around) -> Iterator[Equation]:
    """Propose part and whole for each percent that is told right behind a count."""
    found = reading.quantities
    for at, percent in enumerate(found):
        if not percent.is_share or not percent.is_exact or percent.role is not Role.SHARE:
            continue
        behind = _behind(reading, at)
        if behind is not None:
            yield behind
            continue
        before = _before(reading, at)
        if before is None:
            continue
        yield from _readings(reading, at, percent, before, around)


def _behind(reading: Reading, at: int) -> Equation | None:
    """Take part and whole told right behind a percent: "ร้อยละ 62.50 (50 คน จาก 80 คน)"."""
    found = reading.quantities
    percent, pair = found[at], found[at + 1 : at + 3]
    if len(pair) < 2 or any(one.is_share or one.is_rate or not one.is_exact for one in pair):
        return None
    part, whole = pair
    told = _TOLD_BEHIND.fullmatch(reading.between(percent, part))
    if not told or part.unit not in ("", whole.unit) or not whole.unit or whole.value <= 0:
        return None
    if not _FRACTION.match(reading.between(part, whole)):
        return None
    holds = fits(percent.value, part.value, whole.value, 10.0**-percent.decimals)
    right = 100 * part.value / whole.value
    formula = f"{format_count(part.value)} จาก {format_count(whole.value)}"
    sure = Sure.SURE if reading.text[percent.end : part.start].strip() else Sure.LIKELY
    return Equation(NAME, percent, right, (part, whole), formula, holds, sure, Kind.SHARE)


def _before(reading: Reading, at: int) -> Quantity | None:
    """Take the count before a percent, brackets apart, if the percent is told of it."""
    percent = reading.quantities[at]
    behind = percent.depth
    one = next((q for q in reversed(reading.quantities[:at]) if q.depth in (-1, behind)), None)
    if one is None or one.is_share or one.is_rate or not one.is_exact:
        return None
    between = _ASIDE.sub("", reading.between(one, percent))
    is_told = _TO_PERCENT.match(between) and not _GOAL.search(between)
    if _has_other_whole(reading.text, percent, between, one.unit):
        return None
    return one if is_told and (one.unit or "," in reading.shown(one)) else None


def _has_other_whole(text: str, percent: Quantity, before: str, unit: str) -> bool:
    """Tell whether a percent is of money or marks, not of what is counted before it."""
    if unit != BAHT and _OF_MONEY.search(before):
        return True
    return any(unit != own and whole.match(text, percent.end) for own, whole in _WHOLES)


def _readings(
    reading: Reading, at: int, percent: Quantity, before: Quantity, around: Around
) -> Iterator[Equation]:
    found = reading.quantities
    near = [one for one in found if one is not percent and _may_take_part(one, before)]
    earlier = [one for one in near if one.end <= percent.start]
    explicit = _explicit(reading, at, before)
    is_sure = explicit is not None and explicit[2] is Sure.SURE
    wholes = [one.value for one in near] + around.anywhere(before.unit)
    wholes += [] if is_sure else _sums(reading, earlier)
    parts = [before.value, *(one.value for one in earlier)]
    step = 10.0**-percent.decimals
    holds = any(fits(percent.value, part, whole, step) for part in parts for whole in wholes)
    listed = _listed(reading, percent, earlier)
    if listed:
        part, formula, right = listed
        yield Equation(NAME, percent, right, (part,), formula, holds, Sure.LIKELY, Kind.OTHER)
        return
    share = explicit or _of_beside(reading, percent, before, around)
    if share is None or share[1].value <= 0:
        return
    part, whole, sure = share
    right = 100 * part.value / whole.value
    formula = f"{format_count(part.value)} จาก {format_count(whole.value)}"
    yield Equation(NAME, percent, right, (part, whole), formula, holds, sure, Kind.SHARE)


def _sums(reading: Reading, earlier: list[Quantity]) -> list[float]:
    """Add the last figures before a percent up, as far back as they may make one whole."""
    return [
        sum(one.value for one in earlier[at:])
        for at in range(len(earlier) - 1)
        if len(earlier) - at > 2 or _stand_together(reading, earlier[-2:])
    ]


def _of_beside(
    reading: Reading, percent: Quantity, before: Quantity, around: Around
) -> tuple[Quantity, Quantity, Sure] | None:
    """Take the one count beside the text for the whole of the figure before a percent."""
    of_goal = _OF_GOAL.match(reading.text, percent.end) is not None
    told = around.goals_of(before.unit) if of_goal else around.counts(before.unit)
    counts = [one for _, one in told]
    values = {one.value for one in counts}
    if len(values) != 1 or max(values) < before.value:
        return None
    if _OTHER_WHOLE.match(reading.text, percent.end) and not of_goal:
        return None
    return before, counts[0], Sure.LIKELY


def _stand_together(reading: Reading, pair: list[Quantity]) -> bool:
    """Tell whether two figures may be all parts of one whole, not a whole and a part."""
    words = labels(reading, None, pair)
    joined = _AND.search(reading.between(*pair)) is not None
    return joined or are_series(words) or are_opposed(words)


def _listed(
    reading: Reading, percent: Quantity, earlier: list[Quantity]
) -> tuple[Quantity, str, float] | None:
    """Take the part of a closed list that a percent names again: "… คิดเป็นอาชีวะร้อยละ 41"."""
    if len(earlier) < 2 or any(one.role is Role.TOTAL for one in earlier):
        return None
    words = labels(reading, None, earlier)
    noun = re.sub(r"คิด|เป็น|สัดส่วน|ร้อย ?ละ|[^ก-๎]", "", reading.text[percent.begin : percent.start])
    named = [
        one for one, word in zip(earlier, words, strict=True) if len(noun) > 2 and noun in word
    ]
    if len(named) != 1 or not (are_series(words) or OTHERS.search(words[-1])):
        return None
    total = sum(one.value for one in earlier)
    formula = f"{format_count(named[0].value)} จาก {format_count(total)}"
    return named[0], formula, 100 * named[0].value / total


def _may_take_part(one: Quantity, before: Quantity) -> bool:
    return not one.is_share and not one.is_rate and alike(one.unit, before.unit)


def fits(percent: float, part: float, whole: float, step: float) -> bool:
    """Tell whether a percent is a part of a whole, what is left of it, or a growth."""
    if not whole:
        return False
    right = 100 * part / whole
    may_be = (right, 100 - right, right - 100, right / 100)
    return any(rounds_to(percent, one, step) for one in may_be)


def _explicit(
    reading: Reading, at: int, before: Quantity
) -> tuple[Quantity, Quantity, Sure] | None:
    """Find part and whole that the words name: "28 แห่ง จาก 30 แห่ง", "… ของทั้งหมด 500 คน"."""
    found = reading.quantities
    percent = found[at]
    place = found.index(before)
    earlier = _last_like(found[:place], before)
    is_told = earlier is not None and _FRACTION.match(reading.between(earlier, before))
    if earlier is not None and is_told and before.value > 0:
        return earlier, before, Sure.SURE
    later = found[at + 1] if at + 1 < len(found) else None
    if later is not None and later.unit == before.unit and later.is_exact and not later.is_rate:
        gap = reading.between(percent, later)
        if _LATER_WHOLE.match(gap) and later.value > 0:
            return before, later, Sure.SURE
    if _OTHER_WHOLE.match(reading.text, percent.end):
        return None
    if (
        earlier is not None
        and earlier.value >= before.value
        and not _GOAL.search(reading.between(earlier, before))
    ):
        together = len([one for one in found[:place] if _may_take_part(one, before)]) == 1
        return before, earlier, Sure.LIKELY if together else Sure.POSSIBLE
    return None


def _last_like(some: tuple[Quantity, ...], like: Quantity) -> Quantity | None:
    for one in reversed(some):
        if one.unit == like.unit and one.is_exact and not one.is_share and not one.is_rate:
            return one
    return None


def beyond(reading: Reading, _: Around) -> Iterator[Equation]:
    """Propose that a share is no more than a hundred percent, where it is of no growth or goal."""
    for at, percent in enumerate(reading.quantities):
        if not percent.is_share or percent.role is not Role.SHARE or percent.value <= _LARGEST:
            continue
        before = _before(reading, at)
        words = reading.text[max(percent.begin, percent.start - _CLAUSE) : percent.end + 20]
        if not percent.is_exact or _GOAL.search(words):
            continue
        if before is None and _MAY_EXCEED.search(words):
            continue
        shown = f"ร้อยละ {format_count(percent.value)}"
        formula = f"{format_count(before.value)} คิดเป็น{shown}" if before else shown
        operands = (before,) if before else ()
        yield Equation(
            "share-beyond", percent, _LARGEST, operands, formula, holds=False, sure=Sure.LIKELY
        )
