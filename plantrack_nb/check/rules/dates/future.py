"""Days after the report in what it tells as done or known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from plantrack_nb.check.facts import ROUND, RoundKey, round_key
from plantrack_nb.check.reading.texts import (
    ACTIVITY,
    NARRATIVE,
    all_texts,
    dated_rounds,
    dates_of,
    texts,
    told,
)
from plantrack_nb.check.rules import Facts, Hits, Settings, Severity, Spot, rule
from plantrack_nb.core.calendar import quarter_end, thai_date
from plantrack_nb.core.records import firsts
from plantrack_nb.core.vocabulary import NarrativeKind, Status
from plantrack_nb.thai.dates import DateSpan, Precision

_HAS_DATE = r"[\d๐-๙]"
_DATED = re.compile(r"^\s*วันที่\s*(?=[\d๐-๙])")
_PLANNED = re.compile(
    "กำหนด|จะ|(?<!วาง)แผน|คาดว่า|ภายใน|สัญญา|สิ้นสุด|ครบ|เลื่อน|นัด|เตรียม|ปฏิทิน|ล่วงหน้า|ต่อไป|ถัดไป"
)
_DATA = re.compile(r"ข้อมูล(?: ?ณ)?(?: ?วันที่)? ?$")
_ALREADY = re.compile("แล้ว")
_TOLD = (Status.DONE.value, Status.IN_PROGRESS.value)
_NEAR = 25


@dataclass(frozen=True)
class _Limit:
    """The last day a report can know of: its own date if it prints one, else the round's end."""

    day: date
    round_end: date
    said: str
    spots: tuple[Spot, ...]


@rule(
    "date-future-deed",
    title="งานที่ทำแล้วหรือกำลังทำ มีวันที่หลังวันรายงาน",
    title_en="A deed done or in progress is dated after the report",
    why="รายงานไม่อาจรายงานผลของวันที่ยังมาไม่ถึง วันที่หรือสถานะอย่างใดอย่างหนึ่งจึงผิด",
    example="รายงานลงวันที่ 22 เมษายน แต่เขียนว่า “ตรวจเสร็จแล้ว วันที่ 10 มิถุนายน” ปีเดียวกัน",
    todo="แก้วันที่ หรือถ้าเป็นแผนให้เขียนว่า “กำหนดจัด…” และใช้สถานะยังไม่ดำเนินการ",
)
def date_future_deed(facts: Facts, _settings: Settings) -> Hits:
    """Find days after the report in what is done or under way; plans and contracts are fine."""
    limits = _limits(facts)
    for row in dated_rounds(texts(facts, _HAS_DATE, (ACTIVITY,))):
        if row.status not in _TOLD:
            continue
        limit = limits[round_key(row)]
        done = row.status == Status.DONE or bool(_ALREADY.search(row.text))
        for span in dates_of(row.text):
            severity = _deed_severity(row.text, span, limit, done=done)
            if severity is None:
                continue
            how = "ทำแล้ว" if done else "กำลังดำเนินการ"
            yield told(
                row,
                row.text[: span.stop],
                f"รายงานว่า{how} แต่มีวันที่ “{span.words}” ซึ่งอยู่หลัง{limit.said}",
                words=span.words,
                expected=f"ไม่เกิน {thai_date(limit.day)}",
                found=span.words,
                hint="แก้วันที่ หรือถ้าเป็นแผนให้เขียนว่า “กำหนดดำเนินการ” และแก้สถานะ",
                beside=limit.spots,
                severity=severity,
            )


def _deed_severity(text: str, span: DateSpan, limit: _Limit, *, done: bool) -> Severity | None:
    """Weigh one date: proved where the deed is told as done, likely where it is under way."""
    before = text[max(span.begin - _NEAR, 0) : span.begin]
    last = span.end if done and span.precision is Precision.DAY else span.start
    if _PLANNED.search(before) or _DATA.search(before) or last <= limit.round_end:
        return None
    if last <= limit.day:
        return Severity.INFO if done else None
    return Severity.ERROR if done and limit.spots else Severity.WARNING


@rule(
    "date-future-data",
    title="อ้างข้อมูล ณ วันที่ที่ยังมาไม่ถึง",
    title_en="Data are quoted as of a day still to come",
    why="ข้อมูลของวันที่หลังวันรายงานยังไม่มีอยู่ ปีหรือเดือนที่พิมพ์อาจผิด",
    example="รายงานเดือนเมษายน 2565 แต่อ้าง “ข้อมูล ณ 10 มิถุนายน 2565”",
    todo="แก้วันที่ของข้อมูล หรือเขียนว่าเป็นข้อมูลที่จะใช้ในอนาคต",
)
def date_future_data(facts: Facts, _settings: Settings) -> Hits:
    """Find "ข้อมูล 10 มิ.ย.65" in a report of April."""
    limits = _limits(facts)
    for row in dated_rounds(texts(facts, "ข้อมูล")):
        limit = limits[round_key(row)]
        for span in dates_of(row.text):
            if span.start <= limit.day or not _DATA.search(row.text[: span.begin]):
                continue
            yield told(
                row,
                row.text[: span.stop],
                f"อ้างข้อมูลวันที่ “{span.words}” ซึ่งอยู่หลัง{limit.said}",
                words=span.words,
                expected=f"ไม่เกิน {thai_date(limit.day)}",
                found=span.words,
                hint="ตรวจปีของข้อมูล ถ้าเป็นข้อมูลที่จะใช้ภายหลัง ให้เขียนว่า “จะใช้ข้อมูล ณ วันที่…”",
                beside=limit.spots,
            )


def _limits(facts: Facts) -> dict[RoundKey, _Limit]:
    """Find for each round the day that the memo bears, or the end of the round."""
    made: dict[RoundKey, _Limit] = {}
    for row in dated_rounds(firsts(facts.once(all_texts), ROUND).values()):
        end = quarter_end(row.fiscal_year, row.quarter)
        made[round_key(row)] = _Limit(end, end, f"วันสิ้นรอบรายงาน {thai_date(end)}", ())
    for row in dated_rounds(texts(facts, _DATED.pattern, (NARRATIVE,))):
        limit = made[round_key(row)]
        spans = [one for one in dates_of(row.text) if one.precision is Precision.DAY]
        if row.kind != NarrativeKind.MEMO.value or not spans or limit.spots:
            continue
        if spans[0].end >= limit.round_end:
            said = f"วันที่ของบันทึกข้อความ {thai_date(spans[0].end)}"
            own = row.spot(spans[0].words)
            made[round_key(row)] = _Limit(spans[0].end, limit.round_end, said, (own,))
    return made
