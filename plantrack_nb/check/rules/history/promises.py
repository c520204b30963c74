"""Promises whose time has passed: work announced for a time that is over, and not done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from plantrack_nb.check.reading.running_text.phrases import about, activity_keys
from plantrack_nb.check.reading.running_text.readings import dates_of
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, Severity, cell, rule
from plantrack_nb.core.calendar import QUARTERS, quarter_end, thai_date
from plantrack_nb.core.vocabulary import STATUS_TH, Status
from plantrack_nb.thai.text import arabic_digits

_PROMISED = re.compile(
    "(?:จะ|กำหนด|คาดว่า|(?<!ตาม)(?<!วาง)แผน|ปฏิทิน|เลื่อนไป|เลื่อนเป็น|ภายใน|เตรียม|นัด)"
    "(?:(?!เมื่อ|แล้ว)[^0-9]){0,40}$"
    "|(?:ดำเนินการ|ดำเนินงาน|จัดกิจกรรม|จัดอบรม|จัดประชุม|จัด)(?:ใน|ช่วง|ภายใน)(?:ช่วง|เดือน|วันที่)? ?$"
)
_QUARTER = re.compile(
    r"ไตรมาส ?(?:ที่ ?)?(?P<first>[1-4])(?: ?(?:-|–|และ|ถึง|,) ?(?:ไตรมาส ?(?:ที่ ?)?)?(?P<last>[1-4]))?"
    r"(?!/?\d)"
)
_OPEN = {Status.NOT_STARTED.value, Status.IN_PROGRESS.value}


@rule(
    "history-promise-passed",
    title="งานที่กำหนดไว้เลยเวลาแล้วแต่ยังไม่เสร็จ",
    title_en="A promise whose time has passed",
    why="ข้อความที่กำหนดไว้ว่าจะทำในช่วงที่ผ่านไปแล้ว ขัดกับสถานะที่ยังไม่เสร็จ หรือเป็นข้อความของรอบก่อน",
    example="“จะดำเนินการในไตรมาส 3” แต่สิ้นไตรมาส 3 แล้วยังไม่ดำเนินการ",
    todo="รายงานว่าทำแล้วหรือยัง ถ้าเลื่อน ให้บอกกำหนดใหม่และเหตุผล",
)
def promise_passed(facts: Facts, _: Settings) -> Hits:
    """Find activities not done that were to be done in a time that has ended."""
    for row in facts.activities:
        if row.status not in _OPEN or row.quarter not in QUARTERS:
            continue
        found = max(_promises(facts, row), default=None)
        end = quarter_end(row.fiscal_year, row.quarter)
        if found is not None and found[0] <= end:
            day, words = found
            yield Hit(
                cell(row, "text", words),
                activity_keys(row),
                f"{about(row)} กำหนดไว้ “{words}” ซึ่งผ่านไปแล้วเมื่อ {thai_date(day)}"
                f" แต่สถานะยังเป็น{STATUS_TH[Status(row.status)]}",
                expected="ผลของงานที่กำหนดไว้ หรือกำหนดใหม่",
                found=words,
                severity=Severity.INFO if row.status == Status.IN_PROGRESS else None,
            )


def _promises(facts: Facts, row: Row) -> Iterator[tuple[date, str]]:
    """Give the last day of each time for which something is announced, and its words."""
    text = arabic_digits(row.text)
    for found in _QUARTER.finditer(text):
        if _PROMISED.search(text[: found.start()]):
            last = int(found["last"] or found["first"])
            yield quarter_end(row.fiscal_year, last), row.text[found.start() : found.end()]
    for span in dates_of(facts, row.text):
        if not span.impossible and _PROMISED.search(text[: span.begin]):
            yield span.end, row.text[span.begin : span.stop]
