"""Totals: a figure said to be the sum of what stands before it, or the product of its factors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from math import inf, log, prod

from plantrack_nb.quantities.around import Around, alike
from plantrack_nb.quantities.counted_nouns import BAHT, MONTH, PERSON
from plantrack_nb.quantities.cues import NEW_ITEM, NO_PARTS
from plantrack_nb.quantities.equations import Equation, Kind, Sure, best_slip, equals
from plantrack_nb.quantities.quantity import Quantity, Reading, Role
from plantrack_nb.quantities.relations.parts import comes_out
from plantrack_nb.quantities.slips import Slip, slip
from plantrack_nb.thai.dates import DateSpan, months_between
from plantrack_nb.thai.numbers import format_count

NAME = "total"
_TIMES = re.compile(r"^ ?(?:[xX×*✕]|คูณ(?:ด้วย)?|@) ?$")
_EQUALS = re.compile(
    r"(?:=|เท่ากับ|(?:รวม|คิด)?เป็น(?:จำนวน)?เงิน(?:ทั้งสิ้น|รวม)?|รวม(?:ทั้งสิ้น|ทั้งหมด)?) ?:? ?$"
)
_NEW_ITEM = re.compile(rf"\n|{NEW_ITEM}")
_CLOSED = re.compile(r" ?\) ?(?:รวม|ทั้งสิ้น|ทั้งหมด|เป็นเงิน|=|\d)")
_PAID = re.compile("จ่าย|ใช้|เบิก|โอน|เงิน")
_FOR_ANOTHER = re.compile(
    "ค่า(?!จ้าง|ใช้จ่าย|ตอบแทน)|ซื้อ|วัสดุ|อาหาร|คงเหลือ|เหลือ|งบประมาณ|ราคา|ไม่|ยัง|สมทบ"
)
_INCLUDES = re.compile(r" ?\( ?(?:นับ)?รวม")
_MOST = 7
_MOST_RATES = 3
POST_AS = {"post": PERSON}
"""Posts are counted as the people who hold them."""
_BESIDE = 14
_WHOLE_STEPS = 400
"""A factor that is not told may be a number of days, months or heads."""


def totals(reading: Reading, _: Around) -> Iterator[Equation]:
    """Propose sums and products for each figure that is said to be a total."""
    found = reading.quantities
    for at, total in enumerate(found):
        chained = _chain(reading, at)
        if chained:
            yield from _of_chain(total, chained)
        elif total.role is Role.TOTAL and total.is_exact and not total.is_rate and total.unit:
            before = _before(reading, at)
            if before:
                yield from _products(total, before, reading.dates)
                yield from _sums(reading, total, before)
        elif total.unit == BAHT and total.role is Role.COUNT and not total.is_rate:
            yield from _paid(reading, at)


def _paid(reading: Reading, at: int) -> Iterator[Equation]:
    """Propose that an amount paid is the product before it: more is no part of it, nor a slip."""
    paid, gap = reading.quantities[at], reading.gap(at)
    if not paid.is_exact or not _PAID.search(gap) or _FOR_ANOTHER.search(gap):
        return
    for made in _products(paid, _before(reading, at), reading.dates):
        told = made.sure and (paid.value > made.right or best_slip(made))
        yield replace(made, sure=Sure.LIKELY if told else Sure.POSSIBLE)


def _before(reading: Reading, at: int) -> list[Quantity]:
    """Take the figures before a total that may take part: of its item, its bracket or outside."""
    found = reading.quantities
    total = found[at]
    taken: list[Quantity] = []
    for place in range(at - 1, -1, -1):
        one = found[place]
        if _NEW_ITEM.search(reading.text, one.end, found[place + 1].start):
            break
        if one.depth == total.depth:
            taken.append(one)
    if total.depth < 0 and not any(one.unit == total.unit for one in taken):
        inside = [one for one in found[:at] if one.depth == found[at - 1].depth >= 0]
        if inside and _CLOSED.match(reading.text, inside[-1].end):
            return inside
    return taken[::-1]


# products


def _chain(reading: Reading, at: int) -> list[Quantity]:
    """Take the factors joined by × that stand before an "=" and a figure."""
    found = reading.quantities
    if at < 2 or not _EQUALS.search(reading.gap(at)):
        return []
    factors = [found[at - 1]]
    place = at - 1
    while place > 0 and _TIMES.match(reading.between(found[place - 1], found[place])):
        factors.append(found[place - 1])
        place -= 1
    return factors[::-1] if len(factors) > 1 else []


def _of_chain(total: Quantity, factors: Sequence[Quantity]) -> Iterator[Equation]:
    right = prod(one.value for one in factors)
    yield _product(total, factors, right, Sure.SURE)


def _product(
    total: Quantity, factors: Sequence[Quantity], right: float, sure: Sure, *, holds: bool = False
) -> Equation:
    formula = " × ".join(format_count(one.value) for one in factors)
    holds = holds or equals(right, total.value)
    return Equation(NAME, total, right, tuple(factors), formula, holds, sure, Kind.PRODUCT)


def _products(
    total: Quantity, before: list[Quantity], dates: Sequence[DateSpan]
) -> Iterator[Equation]:
    """Propose the products of each rate with what it is counted by, and their sum."""
    usable = [one for one in before if not one.is_share and one.value > 0 and one.is_exact][-_MOST:]
    rates = [one for one in usable if one.is_rate and alike(one.unit, total.unit)]
    if not rates:
        return
    amounts = sum(one.value for one in usable if one.unit == total.unit and not one.is_rate)
    holds = _is_sum_of_products(total.value, rates, usable, amounts)
    base = rates[-1]
    others = [one for one in usable if one is not base and not alike(one.unit, total.unit)]
    if all(one.unit != MONTH for one in others):
        months = _months(base, dates)
        for one in months if MONTH not in base.per else ():
            holds = holds or _is_sum_of_products(total.value, rates, [*usable, one], amounts)
        others = [*others, *months]
    counted = {POST_AS.get(one.unit, one.unit) for one in others}
    lacking = {POST_AS.get(per, per) for per in base.per if per != "?"} - counted
    if lacking and not holds:
        holds = any(_steps(total.value, prod(_values(some))) for some in _options(base, others))
    factors = nearest(total.value, base, others)
    if lacking and len(others) > 1 and slip(total.value, _full(base, others)) is Slip.SWAP:
        yield _product(total, [*others, base], _full(base, others), Sure.LIKELY)
        return
    sure = Sure.POSSIBLE if lacking or len(factors) < 2 else Sure.SURE
    if len(rates) > 1 or amounts:
        sure = min(sure, Sure.POSSIBLE)
    yield _product(total, factors, prod(_values(factors)), sure, holds=holds)


def _full(base: Quantity, others: Sequence[Quantity]) -> float:
    return base.value * prod(_values(others))


def _months(rate: Quantity, dates: Sequence[DateSpan]) -> list[Quantity]:
    """Make a factor of the months of the one span that a text tells: "ต.ค. 64 - มี.ค. 65"."""
    spans = [one for one in dates if not one.impossible and months_between(one) > 1]
    if len(spans) != 1:
        return []
    value, span = float(months_between(spans[0])), spans[0]
    factor = replace(rate, value=value, high=value, word="เดือน", unit=MONTH, per=())
    return [replace(factor, start=span.begin, end=span.stop, begin=span.begin)]


def _values(some: Sequence[Quantity]) -> list[float]:
    return [one.value for one in some]


def _options(base: Quantity, others: Sequence[Quantity]) -> list[list[Quantity]]:
    """Give a rate with any of the figures that it may be multiplied by."""
    return [[*some, base] for size in range(len(others) + 1) for some in combinations(others, size)]


def _is_sum_of_products(
    total: float, rates: Sequence[Quantity], usable: Sequence[Quantity], amounts: float
) -> bool:
    """Tell whether any products of the rates, with other amounts or without, make the total."""
    sums = {0.0}
    if len(rates) > _MOST_RATES:
        return False
    for rate in rates:
        others = [one for one in usable if one is not rate and one.unit != rate.unit]
        values = {prod(_values(some)) for some in _options(rate, others)[1:] or [[rate]]}
        if any(equals(total, value) for value in values):
            return True
        sums = {one + value for one in sums for value in values}
    return any(equals(total, one) or equals(total, one + amounts) for one in sums)


def _steps(total: float, value: float) -> bool:
    """Tell whether a whole number that is not told makes the total."""
    steps = total / value if value else 0.0
    return 1 <= steps <= _WHOLE_STEPS and equals(steps, round(steps))


def nearest(total: float, base: Quantity, others: Sequence[Quantity]) -> list[Quantity]:
    """Choose the factors of a rate: all that it is counted by, then what comes nearest."""
    known = {one.unit for one in others}
    wanted = {per for per in base.per if per in known}

    def distance(some: list[Quantity]) -> tuple[float, int]:
        value = prod(_values(some))
        return (abs(log(value / total)) if value > 0 < total else inf, -len(some))

    full = [some for some in _options(base, others) if wanted <= {one.unit for one in some}]
    best = min(full, key=distance)
    return sorted(best, key=lambda one: one.start)


# sums


def _sums(reading: Reading, total: Quantity, before: list[Quantity]) -> Iterator[Equation]:
    """Propose that the last figures of the total's unit before it add up to it."""
    parts: list[Quantity] = []
    for one in reversed(before):
        if one.is_share or one.is_rate:
            if one.is_rate and alike(one.unit, total.unit):
                break
            continue
        if not alike(one.unit, total.unit) or (
            one.decimals and not total.decimals and not one.unit
        ):
            continue
        if total.unit and one.is_bare and not _listed(reading, one):
            continue
        parts.insert(0, one)
    if len(parts) < 2:
        return
    values = [one.value for one in parts]
    right = sum(values)
    holds = _some_end(total.value, values) or comes_out(total.value, values)
    holds = holds or equals(right + _counted_in(reading, total), total.value)
    holds = holds or total.value == len(parts)  # "… รวม 3 รายการ" tells how many were listed
    text = reading.text[parts[0].begin : total.end]
    mixed = any(not one.is_exact for one in parts) or bool(NO_PARTS.search(text))
    same_unit = all(one.unit in (total.unit, "") for one in parts)
    chain = any(one.role in (Role.TOTAL, Role.LEFT, Role.UP, Role.DOWN) for one in parts)
    words = reading.text[max(total.begin - _BESIDE, 0) : total.start]
    said = "รวม" in words or "ทั้งสิ้น" in words
    sure = Sure.SURE if same_unit and said else Sure.LIKELY if said else Sure.POSSIBLE
    if mixed or chain:
        sure = Sure.POSSIBLE
    formula = " + ".join(format_count(value) for value in values)
    yield Equation(NAME, total, right, tuple(parts), formula, holds, sure, Kind.SUM)


def _counted_in(reading: Reading, total: Quantity) -> float:
    """Return what a bracket behind a total says it holds, too: "รวม 58 คน (รวมผู้บริหาร 3 คน)"."""
    later = next((one for one in reading.quantities if one.start >= total.end), None)
    if later is None or not alike(later.unit, total.unit):
        return 0.0
    return later.value if _INCLUDES.match(reading.text, total.end) else 0.0


def _listed(reading: Reading, one: Quantity) -> bool:
    """Tell whether a bare number has a label of its own: "ทอง 6 เงิน 5"."""
    return bool(re.search(r"[ก-๎A-Za-z.]{2,} ?$", reading.text[one.begin : one.start]))


def _some_end(total: float, values: Sequence[float]) -> bool:
    """Tell whether the last two or more of the values add up."""
    return any(equals(sum(values[at:]), total) for at in range(len(values) - 1))
