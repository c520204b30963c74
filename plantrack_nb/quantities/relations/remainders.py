"""What is left: a whole less what was done, wherever the whole stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from math import isnan

from plantrack_nb.quantities.around import Around, alike
from plantrack_nb.quantities.counted_nouns import BAHT
from plantrack_nb.quantities.equations import Equation, Kind, Sure, equals
from plantrack_nb.quantities.quantity import Quantity, Reading, Role
from plantrack_nb.quantities.slips import Slip, slip
from plantrack_nb.thai.numbers import format_baht, format_count

NAME = "left"
_ADDED = re.compile(r"เพิ่ม|รับ(?:โอน|คืน|มา|เข้า)|โอนเข้า|สมทบ|บวก")
_PAIR = 2
_BRACKET = re.compile(r" ?\(")
_OF_ALL = re.compile(r"^ ?(?:จาก|ใน|ของ)")
_LEFT_FIRST = re.compile(r"(?:ยังไม่|ค้าง|ยังขาด|ยังต้อง|เหลือ)[^\d\n]{0,40}$")
_ALL_THEN = re.compile(
    r" ?(?:\( ?|จาก|ของ)(?:จำนวน)?(?:ทั้งหมด|ทั้งสิ้น|รวม|เป้าหมาย|จาก|ที่)?[^\d\n]{0,24}"
)
_REST = re.compile(
    r"(?:ยังไม่|รอ|(?<!ระห)ว่าง|ค้าง|ขาดสอบ|ยังต้อง|ไม่เข้า|ไม่มา|ไม่ส่ง|ไม่รายงาน|ประหยัด|ส่งคืน|คืนเงิน)[^\d]{0,24}$"
)
_DEED = re.compile("แล้ว|เสร็จ|จริง|มา|เข้า|ทำสัญญา|จ่าย|ส่ง|รายงาน|อนุมัติ|บรรจุ|ครอง")
_LATER = re.compile("หลังโอน|หลังปรับ|หลังเปลี่ยน|หลังหัก|ภายหลัง")


def remainders(reading: Reading, around: Around) -> Iterator[Equation]:
    """Propose whole and deeds for each figure that is said to be left."""
    found = reading.quantities
    if len(found) > _PAIR:
        yield from _rests(reading)
        yield from _left_first(reading)
    for at, left in enumerate(found):
        if left.role is not Role.LEFT or left.is_share or left.is_rate or not left.is_exact:
            continue
        before = [
            one
            for one in found[:at]
            if alike(one.unit, left.unit) and one.is_exact and not one.is_share and not one.is_rate
        ]
        before = [one for one in before if not one.is_bare]
        if len(before) < _PAIR:
            yield from _opened(reading, at)
        yield from _in_text(reading, left, before, around)
        if left.unit == BAHT:
            yield from _of_line(reading, left, before, around)


def _opened(reading: Reading, at: int) -> Iterator[Equation]:
    """Propose the whole and the deed in a bracket behind: "เหลือ 3,000 บาท (ได้รับ … จ่าย …)"."""
    left, behind = reading.quantities[at], reading.quantities[at + 1 : at + 3]
    if len(behind) < _PAIR or not _BRACKET.match(reading.text, left.end):
        return
    whole, gone = behind
    same = all(one.unit == left.unit and one.is_exact and not one.is_rate for one in behind)
    if same and whole.value >= gone.value:
        yield _difference(left, whole, gone, Sure.LIKELY)


def _rests(reading: Reading) -> Iterator[Equation]:
    """Propose that what is still to be done is all less what was done, in whatever order."""
    found = reading.quantities
    for one, other, rest in zip(found, found[1:], found[2:], strict=False):
        some = (one, other, rest)
        alike_all = len({q.unit for q in some}) == 1 and one.unit
        exact = all(q.is_exact and not (q.is_rate or q.is_share or q.is_bare) for q in some)
        gap = reading.between(other, rest)
        if not alike_all or not exact or not _REST.search(gap) or "\n" in gap:
            continue
        whole, gone = (other, one) if _OF_ALL.search(reading.between(one, other)) else (one, other)
        words = reading.text[gone.begin : gone.start]
        if whole.value >= gone.value and _DEED.search(words) and rest.role is not Role.LEFT:
            made = _difference(rest, whole, gone, Sure.LIKELY)
            yield replace(made, holds=made.holds or _goes_on(found, whole, rest))


def _goes_on(found: tuple[Quantity, ...], whole: Quantity, rest: Quantity) -> bool:
    """Tell whether more parts behind a rest make up the whole."""
    same = [one for one in found if one.start > whole.start and one.unit == whole.unit]
    behind = [one for one in same if one.start > rest.start]
    upto = [sum(one.value for one in same[: same.index(one) + 1]) for one in behind]
    return any(equals(total, whole.value) for total in upto)


def _left_first(reading: Reading) -> Iterator[Equation]:
    """Propose whole and deed behind what is left: "ยังไม่ส่ง 7 (ทั้งหมด 96 ส่งแล้ว 89)"."""
    found = reading.quantities
    for at, (left, whole, gone) in enumerate(zip(found, found[1:], found[2:], strict=False)):
        alike_all = left.unit and left.unit == whole.unit == gone.unit
        some = (left, whole, gone)
        exact = all(q.is_exact and not (q.is_rate or q.is_share or q.is_bare) for q in some)
        if not alike_all or not exact or not _LEFT_FIRST.search(reading.gap(at)):
            continue
        told = _ALL_THEN.fullmatch(reading.between(left, whole))
        if told and whole.value >= gone.value and _DEED.search(reading.between(whole, gone)):
            yield _difference(left, whole, gone, Sure.LIKELY)


def _difference(left: Quantity, whole: Quantity, gone: Quantity, sure: Sure) -> Equation:
    right = whole.value - gone.value
    formula = f"{format_count(whole.value)} − {format_count(gone.value)}"
    holds = equals(left.value, right)
    return Equation(NAME, left, right, (whole, gone), formula, holds, sure, Kind.OTHER)


def _in_text(
    reading: Reading, left: Quantity, before: list[Quantity], around: Around
) -> Iterator[Equation]:
    wholes = [one.value for one in before] + around.anywhere(left.unit)
    if left.unit == BAHT:
        wholes += [one for one in (around.budget,) if not isnan(one)]
    deeds = [one.value for one in before] + ([around.disbursed] if left.unit == BAHT else [])
    holds = any(equals(left.value, one) for one in wholes) or any(
        equals(whole - sum(some), left.value)
        for whole in wholes
        for size in range(1, min(len(deeds), 4) + 1)
        for some in combinations(deeds[-6:], size)
        if whole >= left.value
    )
    if len(before) > 1:
        yield from _less_the_deeds(reading, left, before, holds=holds)
        return
    pair = _told_half(left, before, around) if before else None
    if pair:
        right, formula, operands = pair
        yield Equation(NAME, left, right, operands, formula, holds, Sure.LIKELY)


def _less_the_deeds(
    reading: Reading, left: Quantity, before: list[Quantity], *, holds: bool
) -> Iterator[Equation]:
    """Propose that what is left is the first figure, what came to it added, less the others."""
    whole, *done = before
    if done[0].value > whole.value and _OF_ALL.search(reading.between(whole, done[0])):
        whole, *done = [done[0], whole, *done[1:]]
    added = [one for one in done if _ADDED.search(reading.text[one.begin : one.start])]
    spent = [one for one in done if one not in added]
    most = whole.value + sum(one.value for one in added)
    right = most - sum(one.value for one in spent)
    if not spent or most < max(one.value for one in spent):
        return
    if most < left.value and slip(left.value, right) is not Slip.SWAP:
        return
    signs = ("+" if one in added else "−" for one in done)
    pieces = (f" {sign} {format_count(one.value)}" for sign, one in zip(signs, done, strict=True))
    formula = format_count(whole.value) + "".join(pieces)
    sure = Sure.SURE if len(done) == 1 and whole.unit == left.unit else Sure.LIKELY
    holds = holds or equals(right, left.value)
    yield Equation(NAME, left, right, (whole, *done), formula, holds, sure, Kind.OTHER)


def _told_half(
    left: Quantity, before: list[Quantity], around: Around
) -> tuple[float, str, tuple[Quantity, ...]] | None:
    """Take the whole of a deed from the cells beside the text: the money, or the target."""
    gone = before[0]
    if left.unit == BAHT:
        if not equals(gone.value, around.disbursed) or around.budget < around.disbursed:
            return None
        formula = f"{format_baht(around.budget)} − {format_baht(around.disbursed)}"
        return around.budget - around.disbursed, formula, (gone,)
    counts = [q for _, q in around.counts(left.unit)]
    if len({q.value for q in counts}) != 1 or counts[0].value < gone.value:
        return None
    formula = f"{format_count(counts[0].value)} − {format_count(gone.value)}"
    return counts[0].value - gone.value, formula, (counts[0], gone)


def _of_line(
    reading: Reading, left: Quantity, before: list[Quantity], around: Around
) -> Iterator[Equation]:
    """Hold money left against the line's money; after a transfer against its budget."""
    budget, disbursed = around.budget, around.disbursed
    if isnan(budget) or isnan(disbursed) or before:
        later = _LATER.search(reading.text[left.begin : left.start])
        if not later or isnan(budget):
            return
        yield Equation(
            "left-after", left, budget, (), "งบประมาณในช่อง", equals(left.value, budget), Sure.LIKELY
        )
        return
    right = budget - disbursed
    formula = f"{format_baht(budget)} − {format_baht(disbursed)}"
    holds = equals(left.value, right) or equals(left.value, budget)
    yield Equation(NAME, left, right, (), formula, holds, Sure.LIKELY)
