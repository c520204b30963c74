"""Money of the last fiscal year that stands among this year's."""

from __future__ import annotations

import re

from plantrack_nb.check.reading.round_before import Again, Since, since_last
from plantrack_nb.check.reading.running_text.phrases import keys, quoted
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, cells, rule
from plantrack_nb.measures.rounding import HALF_SATANG
from plantrack_nb.thai.numbers import format_baht

_SAID = re.compile("เงินกัน|กันเงิน|เหลื่อมปี|ปีก่อน|ปีที่แล้ว|ยกมา")


@rule(
    "history-carried-over",
    title="เงินของปีงบประมาณก่อนปนอยู่ในปีนี้",
    title_en="Last year's money stands among this year's",
    why="ยอดเบิกจ่ายสะสมเริ่มใหม่ทุก 1 ตุลาคม และเงินกันไว้เบิกเหลื่อมปีต้องรายงานแยกจากงบประมาณปีนี้",
    example="ปีก่อนเหลือ 80,000 บาท ปีนี้พิมพ์งบประมาณ 80,000 บาท หรือยอดเบิกจ่ายเริ่มที่ยอดของปีก่อน",
    todo="แยกเงินกันไว้เบิกเหลื่อมปีออก และเริ่มยอดเบิกจ่ายของปีนี้จากศูนย์",
    until_quarter=2.0,
)
def carried_over(facts: Facts, settings: Settings) -> Hits:
    """Compare the first rounds of a year with the last round of the one before."""
    for since in facts.once(since_last):
        follows = since.before.fiscal_year == since.key.fiscal_year - 1
        if follows and since.key.quarter <= settings["until_quarter"]:
            for one in since.again:
                yield from _of_project(since, one)


def _of_project(since: Since, one: Again) -> Hits:
    was, now = one.was, one.now
    left = was.budget - was.disbursed
    said = _SAID.search(" ".join([now.name, *(line.label for line in one.lines)]))
    if was.disbursed > HALF_SATANG and abs(now.disbursed - was.disbursed) < HALF_SATANG:
        yield _hit(
            since,
            one,
            "disbursed",
            f"เบิกจ่าย {format_baht(now.disbursed)} บาท เท่ากับยอดทั้งปีของ{since.label}",
            "ยอดที่เริ่มจากศูนย์เมื่อ 1 ตุลาคม",
        )
    elif HALF_SATANG < left < was.budget and abs(now.budget - left) < HALF_SATANG and not said:
        yield _hit(
            since,
            one,
            "budget",
            f"งบประมาณ {format_baht(now.budget)} บาท เท่ากับเงินที่เหลือจาก{since.label}",
            "งบประมาณของปีนี้ แยกจากเงินกันไว้เบิกเหลื่อมปี",
        )


def _hit(since: Since, one: Again, column: str, what: str, expected: str) -> Hit:
    number = one.now.project_no
    return Hit(
        cells(one.lines, column),
        keys(project_no=number, column=column),
        f"โครงการ {number} {quoted(one.now.name)} {what}",
        expected=expected,
        project_no=number,
        district=since.key.district,
    )
