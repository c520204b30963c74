"""Counts and products of what was done against the count that the target cell holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from math import prod

from plantrack_nb.quantities.around import Around, is_count
from plantrack_nb.quantities.counted_nouns import BAHT, PERSON
from plantrack_nb.quantities.equations import Equation, Kind, Sure, best_slip, equals
from plantrack_nb.quantities.quantity import Quantity, Reading, Role
from plantrack_nb.quantities.slips import Slip, slip
from plantrack_nb.thai.numbers import format_count

_ALL = re.compile(
    r"(?:ครบ(?:ทั้ง(?:หมด)?|ถ้วน|ทุก)?|(?<!รวม)ทั้ง(?:หมด)?|ทุก)[ก-๎]{0,10}? ?\(?(?:จำนวน|รวม| )*$"
)
_EXACT_ALL = re.compile(r"ครบ(?:ทั้ง(?:หมด)?|ถ้วน|จำนวน| )*$")
_AS_PLANNED = re.compile("ตาม(?:จำนวน)?(?:ที่)?(?:เป้าหมาย|กำหนด|แผน)")
_BEHIND = 20
_HIRES = re.compile(r"จ้าง|บรรจุ|ปฏิบัติงาน")
_OTHERS = re.compile(r"สมัคร|ลาออก|ว่าง|ขาด(?!แคลน)|เกษียณ|ย้าย|สอบ|เสนอ|คำร้อง")
_NOUN = re.compile(r"(?s:.*)(นักเรียน|ครู|บุคลากร|ผู้บริหาร|ลูกจ้าง|โรงเรียน|สถานศึกษา|เด็ก|ผู้ปกครอง|ข้าราชการ)")
_LAST_NOUN = re.compile(r"(?:^|[\s,.)])([ก-๎]{2,40}?) ?(?:จำนวน|รวม|ทั้งสิ้น|ทั้งหมด| )*$")
_NAME = 6
_MANY, _SOME, _GREAT = 100, 12, 1000
_LITTLE = 0.01
_POST = "post"


def targets(reading: Reading, around: Around) -> Iterator[Equation]:
    """Propose that what is told as all, or typed nearly alike, is the target's count."""
    found = reading.quantities
    for at, one in enumerate(found):
        if not one.unit or not is_count(one, one.unit) or one.unit == BAHT or one.role is Role.LEFT:
            continue
        target = around.only_count(one.unit) or _of_same_name(reading, one, around)
        if target is None and one.unit == PERSON and _HIRES.search(reading.text):
            target = around.only_count(_POST)
        if target is None and (summed := _of_all(reading, one, around)):
            yield summed
        if target is None or target.value <= 0:
            continue
        sure = _how_sure(reading, at, one, target, around)
        if sure:
            holds = _holds(reading, one, around)
            yield Equation(
                "target", one, target.value, (target,), "เป้าหมาย", holds, sure, Kind.OTHER
            )


def _of_all(reading: Reading, one: Quantity, around: Around) -> Equation | None:
    """Propose that a total of all whom the target names is the sum of its counts."""
    counts = around.counts(one.unit)
    names = [_last_noun(cell.text[q.begin : q.start]) for cell, q in counts]
    total = sum(q.value for _, q in counts)
    before = reading.text[: one.start]
    if len(counts) < 2 or one.role is not Role.TOTAL or not all(names):
        return None
    if not all(name in before for name in names) or len(reading.quantities) > 1:
        return None
    formula = " + ".join(format_count(q.value) for _, q in counts)
    claim_first = tuple(q for _, q in counts)
    holds = _holds(reading, one, around)
    return Equation("target", one, total, claim_first, formula, holds, Sure.LIKELY, Kind.SUM)


def _how_sure(reading: Reading, at: int, one: Quantity, target: Quantity, around: Around) -> Sure:
    gap = reading.gap(at)
    over = one.value > target.value
    hired = target.unit == _POST and _HIRES.search(reading.text) is not None
    if over and hired and not _OTHERS.search(gap):
        return Sure.SURE if around.is_same_row else Sure.LIKELY
    if hired and around.is_same_row and _is_only(reading, one) and not _OTHERS.search(reading.text):
        return Sure.LIKELY
    if _is_all(reading, gap, one, target, around):
        return Sure.LIKELY
    worked_out = _is_worked_out(reading, at, one, target)
    if not worked_out and _is_slip(reading, one, target, around):
        return Sure.LIKELY
    return Sure.POSSIBLE


def _is_all(reading: Reading, gap: str, one: Quantity, target: Quantity, around: Around) -> bool:
    """Tell whether a count is told as all of the target, or is it with two digits swapped."""
    swapped = slip(one.value, target.value) is Slip.SWAP
    says_all = _ALL.search(gap) is not None
    if says_all and (one.value > target.value or swapped):
        return True
    if (says_all or swapped) and _is_named(reading, one, target, around):
        return True
    as_planned = _AS_PLANNED.search(reading.text, one.end, one.end + _BEHIND)
    return _EXACT_ALL.search(gap) is not None and as_planned is not None


def _of_same_name(reading: Reading, one: Quantity, around: Around) -> Quantity | None:
    """Return the one count of the targets that stands behind the noun of a figure."""
    own = _last_noun(reading.text[one.begin : one.start])
    named = [
        q
        for cell, q in around.counts(one.unit)
        if own and _last_noun(cell.text[q.begin : q.start]) == own
    ]
    return named[0] if len({q.value for q in named}) == 1 else None


def _last_noun(words: str) -> str:
    found = _LAST_NOUN.search(words)
    return found[1] if found else ""


def _is_named(reading: Reading, one: Quantity, target: Quantity, around: Around) -> bool:
    """Tell whether a figure and the target are of one thing: they share most of its name."""
    own = _letters(reading.text[one.begin : one.start])
    names = [
        _letters(cell.text[q.begin : q.start])
        for cell, q in around.counts(one.unit)
        if q.value == target.value
    ]
    return any(len(name) >= _NAME and name in own for name in names)


def _letters(words: str) -> str:
    return re.sub(r"จำนวน|รวม|ทั้งสิ้น|[^ก-๎A-Za-z]", "", words)


def _is_only(reading: Reading, one: Quantity) -> bool:
    return [q for q in reading.quantities if is_count(q, one.unit)] == [one]


def _is_slip(reading: Reading, one: Quantity, target: Quantity, around: Around) -> bool:
    """Tell whether a count is most likely the target's with a slip of the fingers."""
    slipped = slip(one.value, target.value)
    big = min(one.value, target.value) >= _MANY
    if big and slipped in (Slip.SWAP, Slip.ZERO):
        return True
    apart = abs(one.value - target.value)
    close = big and apart <= _LITTLE * target.value and target.value >= _GREAT
    if close and _same_noun(reading, one, around, target):
        return True
    return one.value > target.value >= _SOME and slipped >= Slip.ZERO


def _is_worked_out(reading: Reading, at: int, one: Quantity, target: Quantity) -> bool:
    """Tell whether other figures bear one out: what is worked out is no slip of the fingers."""
    share = 100 * one.value / target.value
    if any(q.is_share and abs(q.value - share) < 10.0**-q.decimals for q in reading.quantities):
        return True
    before = [q.value for q in reading.quantities[:at] if not q.is_share][-3:]
    return len(before) > 1 and any(
        equals(one.value, made(before[start:]))
        for start in range(len(before) - 1)
        for made in (sum, prod)
    )


def _same_noun(reading: Reading, one: Quantity, around: Around, target: Quantity) -> bool:
    """Tell whether the words before two counts name the same thing."""
    own = _NOUN.search(reading.text[one.begin : one.start])
    cells = (cell for cell in around.targets if target in cell.quantities)
    return any(own and own[1] in cell.text[target.begin : target.start] for cell in cells)


def _holds(reading: Reading, one: Quantity, around: Around) -> bool:
    """Tell whether another figure of the project is the same, or others beside it make it up."""
    cells = [q for cell in (*around.targets, *around.indicators) for q in cell.quantities]
    units = (one.unit, _POST) if one.unit == PERSON else (one.unit,)
    everywhere = [q.value for q in cells if q.unit in units]
    if any(equals(one.value, value) for value in everywhere):
        return True
    beside = [q.value for q in reading.quantities if q is not one and is_count(q, one.unit)][:5]
    wholes = [q.value for _, q in around.counts(one.unit)]
    sums = [
        sum(some) for size in range(2, len(wholes) + 1) for some in combinations(wholes[:5], size)
    ]
    return any(equals(one.value, value) for value in sums) or any(
        equals(one.value + sum(some), whole)
        for whole in wholes
        for size in range(1, len(beside) + 1)
        for some in combinations(beside, size)
    )


def batches(reading: Reading, around: Around) -> Iterator[Equation]:
    """Propose that rounds × heads, told without a total, are the target's count."""
    found = reading.quantities
    for at, rate in enumerate(found):
        if not rate.is_rate or rate.unit in ("", BAHT) or rate.is_share or len(rate.per) != 1:
            continue
        counts = [one for one in found[:at] if is_count(one, rate.per[0])]
        total = [one for one in found[at + 1 :] if one.unit == rate.unit and one.role is Role.TOTAL]
        target = around.only_count(rate.unit)
        if len(counts) != 1 or total or target is None or not rate.is_exact:
            continue
        factors = (counts[0], rate)
        right = prod(one.value for one in factors)
        formula = " × ".join(format_count(one.value) for one in factors)
        made = Equation(
            "batches",
            target,
            right,
            factors,
            formula,
            equals(right, target.value),
            Sure.POSSIBLE,
            Kind.PRODUCT,
        )
        others = [one for one in around.anywhere(rate.unit) if not equals(one, target.value)]
        if any(equals(right, one) for one in others):
            return
        slips = [slip(one.value, one.value * target.value / right) for one in factors]
        likely = max(slips) > Slip.NONE and best_slip(made) > Slip.NONE
        yield Equation(
            "batches",
            target,
            right,
            factors,
            formula,
            made.holds,
            Sure.LIKELY if likely else Sure.POSSIBLE,
            Kind.PRODUCT,
        )
