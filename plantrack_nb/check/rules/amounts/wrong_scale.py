"""Amounts typed in another unit: thousands or millions of baht where baht belong, or the reverse.

The rule explains; it never mends.
"""

from __future__ import annotations

import re
from math import isnan
from statistics import median

from plantrack_nb.check.facts import RoundKey, line_key, round_key
from plantrack_nb.check.reading.budget_lines import line_name, line_subject, line_totals
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, cell, rule
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.measures.rounding import agrees, step_of
from plantrack_nb.thai.numbers import format_baht

_UNITS = {1e3: "พันบาท", 1e6: "ล้านบาท"}
_FAR_BELOW = "น้อยกว่ารายการอื่นของรอบนี้มาก อาจพิมพ์เป็นพันบาทหรือล้านบาท"
_FEW_LINES = 5
_CLOSE = 0.01
_HUNDRED = 100.0
_PRINTED = re.compile(r"(?<![\d,.])\d{1,3}\.\d{1,2}(?![\d.])")


@rule(
    "amount-unit",
    title="จำนวนเงินอาจพิมพ์ผิดหน่วย (บาท พันบาท ล้านบาท)",
    title_en="Amount may be in another unit (baht, thousands, millions)",
    why="จำนวนเงินที่ผิดหน่วยเพียงรายการเดียวทำให้ยอดรวมของเขตผิดไปเป็นพันเท่า",
    example="รายการอื่นเป็นหลักหมื่นบาท แต่รายการนี้งบ 38 บาท (38 พันบาท)",
    todo="ตรวจหน่วยแล้วพิมพ์จำนวนเป็นบาท",
    far=1000,
    largest=1e10,
)
def unit_slip(facts: Facts, settings: Settings) -> Hits:
    """Find amounts that are a thousand or a million times what the rest of the round tells."""
    usual = _usual_budgets(facts.lines)
    for row in facts.lines:
        reason = _reason(facts, row, usual.get(round_key(row), 0.0), settings)
        if reason:
            yield Hit(
                [cell(row, "budget"), cell(row, "disbursed")],
                line_subject(row),
                f"{line_name(row)} งบประมาณ {format_baht(row.budget)} บาท"
                f" เบิกจ่าย {format_baht(row.disbursed)} บาท: {reason}",
                found=format_baht(row.budget),
                hint="ตรวจว่าจำนวนเงินเป็นบาททั้งสองช่อง โปรแกรมไม่แก้หน่วยให้เอง",
            )


def _reason(facts: Facts, row: Row, usual: float, settings: Settings) -> str:
    """Say why a line's amounts seem to be in another unit; the surest reason, or ``""``."""
    for unit in reversed(_UNITS):
        if _off_percent(row, unit):
            return f"ร้อยละที่พิมพ์จะตรงเมื่อช่องใดช่องหนึ่งเป็น{_UNITS[unit]}"
    told = facts.once(line_totals).get(line_key(row), 0.0)
    for unit in reversed(_UNITS):
        if told > 0 and _is_times(row.budget / told, unit):
            return f"ต่างจากจำนวนในข้อความ {unit:,.0f} เท่า"
    if any(amount > settings["largest"] for amount in (row.budget, row.committed, row.disbursed)):
        return "มากเกินกว่างบของเขตหนึ่ง อาจคูณหน่วยเกินไป"
    return _FAR_BELOW if row.budget > 0 and row.budget * settings["far"] < usual else ""


def _usual_budgets(lines: list[Row]) -> dict[RoundKey, float]:
    """Median of the budgets of each round that has enough of them."""
    given: dict[RoundKey, list[float]] = {}
    for row in lines:
        if row.budget > 0:
            given.setdefault(round_key(row), []).append(row.budget)
    return {key: median(some) for key, some in given.items() if len(some) >= _FEW_LINES}


def _is_times(ratio: float, unit: float) -> bool:
    """Tell whether one amount is ``unit`` times the other, whichever is the larger."""
    return abs(ratio / unit - 1) < _CLOSE or abs(ratio * unit - 1) < _CLOSE


def _off_percent(row: Row, unit: float) -> bool:
    """Tell whether the percent agrees once one of the two amounts is taken ``unit`` times."""
    exact = percent_of(row.disbursed, row.budget)
    if not (row.reported_pct > 1 and exact > 0):
        return False
    step = step_of(row.reported_pct, row.raw)
    return any(agrees(row.reported_pct, one, step) for one in (exact * unit, exact / unit))


@rule(
    "amount-is-percent",
    title="ช่องเบิกจ่ายน่าจะพิมพ์ร้อยละแทนจำนวนเงิน",
    title_en="The column of money seems to hold a percent",
    why="ร้อยละที่อยู่ในช่องจำนวนเงินทำให้ยอดเบิกจ่ายของเขตขาดไปเกือบทั้งรายการ",
    example="งบ 80,000 บาท เบิกจ่าย 75.00 (ร้อยละ 75 คือ 60,000 บาท)",
    todo="พิมพ์จำนวนเงินที่เบิกจ่าย และใส่ร้อยละไว้ในวงเล็บ",
    least_budget=1000.0,
)
def percent_as_amount(facts: Facts, settings: Settings) -> Hits:
    """Find amounts of at most a hundred, with satang and without a percent, of great budgets."""
    for row in facts.lines:
        is_small = 0 < row.disbursed <= _HUNDRED and row.budget >= settings["least_budget"]
        if not is_small or not isnan(row.reported_pct) or not _PRINTED.search(row.raw):
            continue
        meant = row.budget * row.disbursed / _HUNDRED
        yield Hit(
            cell(row, "disbursed"),
            line_subject(row),
            f"{line_name(row)} พิมพ์เบิกจ่าย {row.disbursed:.2f} บาท จากงบ "
            f"{format_baht(row.budget)} บาท"
            f" น่าจะเป็นร้อยละ {row.disbursed:.2f} ซึ่งเท่ากับ {format_baht(meant)} บาท",
            expected=format_baht(meant),
            found=f"{row.disbursed:.2f}",
        )
