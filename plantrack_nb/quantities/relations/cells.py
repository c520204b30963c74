"""Money told in a text against the money columns of its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isnan

from plantrack_nb.quantities.around import Around
from plantrack_nb.quantities.counted_nouns import BAHT
from plantrack_nb.quantities.equations import Equation, Sure, equals
from plantrack_nb.quantities.quantity import Quantity, Reading, Role
from plantrack_nb.quantities.slips import Slip, slip
from plantrack_nb.thai.numbers import format_baht

NAME = "cell"
_SPENT = re.compile(
    r"(?:เบิกจ่าย|ใช้จ่าย|ใช้(?:เงิน)?งบ(?:ประมาณ)?|ใช้เงิน|ใช้ไป|เบิก(?:แล้ว|ไป)?|จ่ายจริง)[^\d\n]{0,24}$"
)
_GIVEN = re.compile(r"(?:จัดสรร|ได้รับ(?:เงิน|งบ|โอน)?|งบประมาณ|วงเงิน)[^\d\n]{0,24}$")
_NOT_YET = re.compile(
    "ไม่|มิได้|รอ|จะ|ขอ(?!ง)|คาด|แผน|เตรียม|หาก|กรอบ|ประมาณการ|งวด|บางส่วน|ส่วนที่|ครั้งที่|ไตรมาส|บริจาค|รายได้|สมทบ"
)
_AS_MONEY = re.compile(r"[ )]*(?:คิด)?(?:เป็น(?:จำนวน)?เงิน|จำนวน(?:เงิน)?|เท่ากับ) ?\(?")
_WHOLE = re.compile(r"[ )]*(?:ของ|จาก)(?:งบ|วงเงิน|เงิน|ที่ได้รับ)|\s*$|[ )]*(?:\n|$)")


def cells(reading: Reading, around: Around) -> Iterator[Equation]:
    """Propose that money told as given or spent, and its percent, are those of the columns."""
    if isnan(around.budget) or isnan(around.disbursed) or around.budget <= 0:
        return
    if not around.is_alone or around.below or around.parts:
        return
    amounts = [q for q in reading.quantities if q.unit == BAHT and not q.is_rate]
    cell_values = (around.budget, around.disbursed, around.budget - around.disbursed)
    for at, one in enumerate(reading.quantities):
        gap = reading.text[one.begin : one.start]
        if not one.is_exact or one.is_rate or one.role is Role.LEFT or _NOT_YET.search(gap):
            continue
        if one.is_share:
            yield from _percent(reading, at, one, around)
        elif one.unit == BAHT:
            others = [q for q in amounts if q is not one]
            known = [*cell_values, *(q.value for q in others), *around.anywhere(BAHT)]
            if not any(equals(one.value, value) for value in known):
                yield from _amount(one, gap, others, around)
                yield from _of_budget(reading, at, around)


def _of_budget(reading: Reading, at: int, around: Around) -> Iterator[Equation]:
    """Propose that an amount told right behind a percent is so much of the budget."""
    one, percent = reading.quantities[at], reading.quantities[at - 1] if at else None
    if percent is None or not percent.is_share or not percent.is_exact:
        return
    if not _AS_MONEY.fullmatch(reading.between(percent, one)):
        return
    right = around.budget * percent.value / 100
    holds = abs(one.value - right) <= max(around.budget * 10.0**-percent.decimals / 100, 1)
    sure = Sure.LIKELY if slip(one.value, right) else Sure.POSSIBLE
    formula = f"ร้อยละ {percent.value:g} ของ {format_baht(around.budget)}"
    yield Equation(NAME, one, right, (percent,), formula, holds, sure)


def _amount(one: Quantity, gap: str, others: list[Quantity], around: Around) -> Iterator[Equation]:
    if _SPENT.search(gap):
        right, other, name = around.disbursed, around.budget, "ช่องเบิกจ่าย"
    elif _GIVEN.search(gap):
        right, other, name = around.budget, around.disbursed, "ช่องงบประมาณ"
    else:
        return
    if right <= 0:
        return
    anchored = len(others) == 1 and equals(others[0].value, other) and other != right
    swapped = slip(one.value, right) is Slip.SWAP and not others
    sure = Sure.LIKELY if anchored or swapped else Sure.POSSIBLE
    formula = f"{name}เป็น {format_baht(right)}"
    yield Equation(NAME, one, right, (), formula, holds=False, sure=sure)


def _percent(reading: Reading, at: int, one: Quantity, around: Around) -> Iterator[Equation]:
    """Hold a percent told of the money spent against that of the columns."""
    before = reading.quantities[at - 1] if at else None
    gap = reading.gap(at)
    is_told = before is None and _SPENT.search(re.sub(r"ร้อย ?ละ.*$", "", gap))
    if before is not None and before.unit == BAHT and equals(before.value, around.disbursed):
        is_told = _SPENT.search(reading.gap(at - 1))
    if not is_told or not _WHOLE.match(reading.text, one.end) or around.disbursed <= 0:
        return
    right = 100 * around.disbursed / around.budget
    holds = abs(right - one.value) < 10.0**-one.decimals
    formula = f"เบิกจ่าย {format_baht(around.disbursed)} จาก {format_baht(around.budget)}"
    yield Equation(NAME, one, right, (), formula, holds, Sure.LIKELY)
