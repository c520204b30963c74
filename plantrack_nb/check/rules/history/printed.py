"""Figures of earlier rounds, as this document's own words give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from plantrack_nb.check.reading.round_before import Since, within_year
from plantrack_nb.check.reading.running_text.phrases import keys
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, cell, rule
from plantrack_nb.core.calendar import round_label
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.measures.rounding import HALF_SATANG, agrees, step_of
from plantrack_nb.measures.totals import Totals
from plantrack_nb.thai.numbers import PLAIN_NUMBER, format_baht, format_percent, to_float
from plantrack_nb.thai.text import arabic_digits

_TOLD = re.compile(
    rf"(?:รอบ ?(?P<months>3|6|9) ?เดือน|ไตรมาส ?(?:ที่ ?)?(?P<quarter>[1-3]))[^0-9]{{0,60}}?"
    rf"เบิกจ่าย[^0-9]{{0,40}}?(?P<share>ร้อยละ ?)?(?P<number>{PLAIN_NUMBER})"
    r"(?![0-9]|[,.][0-9]| ?(?:โครงการ|กิจกรรม|แห่ง|ล้าน|แสน|หมื่น|พัน))"
)
_NOT_ALL = re.compile("โครงการ(?:ที่ ?)?[0-9]|กลยุทธ์|กลุ่ม|ถึงไตรมาส|เป้าหมาย")
_SMALLEST = 1000


class _Told(NamedTuple):
    """A figure of an earlier quarter that words tell: the quarter, cumulative or not, percent."""

    quarter: int
    cumulative: bool
    percent: bool
    number: str
    words: str


@rule(
    "history-printed-otherwise",
    title="อ้างตัวเลขของรอบก่อนไม่ตรงกับที่รายงานไว้",
    title_en="A figure of an earlier round is printed otherwise",
    why="ตัวเลขของรอบที่รายงานไปแล้วต้องเท่าเดิมทุกครั้งที่อ้างถึง",
    example="รอบ 3 เดือนรายงานเบิกจ่าย 1,200,000 บาท รอบนี้เขียนว่ารอบ 3 เดือนเบิกจ่าย 1,020,000 บาท",
    todo="ใช้ตัวเลขตามรายงานของรอบนั้น หรือชี้แจงว่าแก้ไขย้อนหลังเมื่อใด",
)
def printed_otherwise(facts: Facts, _: Settings) -> Hits:
    """Hold what the document's own words say of an earlier round against that round."""
    for since in within_year(facts):
        for row in facts.narrative:
            if row.project_no or (row.district, row.quarter) != (
                since.key.district,
                since.key.quarter,
            ):
                continue
            for told in _told(row.text):
                right = _right(since, told)
                if right:
                    label = round_label(told.quarter)
                    yield Hit(
                        cell(row, "text", told.words),
                        keys(ref=row.source_ref, quarter=str(told.quarter), figure=told.number),
                        f"เอกสารเขียนว่า{label}เบิกจ่าย {told.number} แต่{label}รายงานไว้ {right}",
                        expected=right,
                        found=told.number,
                    )


def _told(text: str) -> Iterator[_Told]:
    plain = arabic_digits(text)
    for found in _TOLD.finditer(plain):
        if _NOT_ALL.search(found[0]):
            continue
        quarter = int(found["quarter"] or int(found["months"]) // 3)
        percent = bool(found["share"])
        if percent or (to_float(found["number"]) or 0) >= _SMALLEST:
            words = text[found.start("number") : found.end("number")]
            yield _Told(quarter, bool(found["months"]), percent, found["number"], words)


def _right(since: Since, told: _Told) -> str:
    """Return what was reported of that round, where the words say another thing; else nothing."""
    totals = since.earlier.totals
    whole = totals.get(_key(since, told.quarter))
    before = totals.get(_key(since, told.quarter - 1))
    if whole is None or whole.percent is None or told.quarter >= since.key.quarter:
        return ""
    amounts = [_amount(whole, told)]
    alone = not told.cumulative and told.quarter > 1
    if alone and before is None:
        return ""  # what was disbursed in that quarter alone is not known
    if alone and before is not None and not told.percent:
        amounts.append(whole.disbursed - before.disbursed)
    number = to_float(told.number)
    if number is None:
        return ""
    step = step_of(number, told.number)
    if any(agrees(number, one, step) or abs(number - one) < HALF_SATANG for one in amounts):
        return ""
    if told.percent:
        return f"ร้อยละ {format_percent(whole.percent)}"
    return f"{format_baht(whole.disbursed)} บาท"


def _amount(whole: Totals, told: _Told) -> float:
    return (whole.percent or 0.0) if told.percent else whole.disbursed


def _key(since: Since, quarter: int) -> RoundKey:
    return RoundKey(since.key.district, since.key.fiscal_year, quarter)
