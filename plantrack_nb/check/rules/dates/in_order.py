"""Dates that cannot be, and spans that do not fit their months, the round or the year."""

from __future__ import annotations

import re
from datetime import date, timedelta

from plantrack_nb.check.reading.running_text.readings import dates_of, readings
from plantrack_nb.check.reading.running_text.texts import (
    ACTIVITY,
    INDICATOR,
    NARRATIVE,
    TARGET,
    dated_rounds,
    texts,
    told,
)
from plantrack_nb.check.rules import Facts, Hits, Settings, Severity, rule
from plantrack_nb.core.calendar import (
    fiscal_start,
    months_in_round,
    quarter_end,
    thai_date,
    thai_period,
)
from plantrack_nb.quantities.counted_nouns import DAY, MONTH
from plantrack_nb.quantities.quantity import Quantity
from plantrack_nb.thai.dates import DateSpan, Precision, months_between

_HAS_DATE = r"[\d๐-๙]"
_SPAN_OF = re.compile(r"(?: ?[\d๐-๙]{1,2} ?คืน)? ?\(? ?(?:(?:ตั้งแต่|ระหว่าง|ใน|เดือน|วันที่|คือ) ?)*")
_LASTS = re.compile(r" ?\(? ?(?:(?:รวม|จำนวน|เป็นเวลา|ระยะเวลา|เป็นระยะเวลา|ทั้งสิ้น) ?)*")
_MORE_DAYS = re.compile(r"[\d๐-๙] ?(?:และ|,|กับ)(?: ?วันที่)? ?$")
"""Before a span: other days of the same list, "วันที่ 3-4 และ 10-11 มิถุนายน"."""
_SATURDAY, _LONG = 5, 7
_ROUND_OF = re.compile(r"(?:รอบ|ช่วง) ?[\d๐-๙]{1,2} ?เดือน ?\(? ?(?:(?:ตั้งแต่|ระหว่าง|วันที่) ?)*$")
_ENDS = re.compile(r"(?:ไตรมาส|รอบ)(?:นี้|ที่ ?[\d๐-๙])?[ก-๎ ]{0,16}สิ้นสุด(?:ใน)?(?:วันที่)? ?$")
_SERVICE = re.compile("อัตรา|จ้าง|ค่าตอบแทน|เงินเดือน")
_SCHOOL_YEAR = re.compile("ปีการศึกษา|ภาคเรียน")
_NEAR = 25


@rule(
    "date-impossible",
    Severity.ERROR,
    title="วันที่ที่ไม่มีอยู่จริง",
    title_en="A date that does not exist",
    why="วันที่ที่ไม่มีในปฏิทิน หรือช่วงที่จบก่อนเริ่ม แสดงว่าพิมพ์ต้องแก้ไข",
    example="“31 เมษายน 2565” หรือ “20-15 มีนาคม 2565”",
    todo="แก้วันที่ให้ถูกต้องตามหลักฐาน",
)
def date_impossible(facts: Facts, _settings: Settings) -> Hits:
    """Find 31 เมษายน and ranges that end before they start."""
    for row in texts(facts, _HAS_DATE):
        for span in dates_of(facts, row.text):
            if not span.impossible:
                continue
            backwards = span.end < span.start
            likely = "" if backwards else thai_date(span.end)
            reason = "ช่วงเวลานี้จบก่อนเริ่ม" if backwards else "ไม่มีวันนี้ในปฏิทิน"
            hint = "ตรวจปีและเดือนของวันเริ่มและวันจบ" if backwards else f"น่าจะเป็น {likely}"
            yield told(
                row,
                row.text[: span.stop],
                f"เขียนว่า “{span.words}” {reason}",
                words=span.words,
                expected=likely,
                found=span.words,
                hint=hint,
            )


@rule(
    "date-months",
    Severity.ERROR,
    title="จำนวนเดือนหรือวันที่เขียนไม่เท่ากับช่วงเวลาที่อยู่ข้างกัน",
    title_en="The number of months or days is not that of the span beside it",
    why="ค่าจ้างและค่าใช้จ่ายคิดตามจำนวนเดือนหรือวัน ถ้าสองแห่งไม่ตรงกันจะจ่ายเกินหรือขาด",
    example="“ค่าจ้าง 12 เดือน (พ.ย.64-ก.ย.65)” ซึ่งมี 11 เดือน",
    todo="ตรวจสัญญาจ้าง แล้วแก้จำนวนเดือนหรือเดือนเริ่มต้น",
)
def date_months(facts: Facts, _settings: Settings) -> Hits:
    """Hold "ค่าจ้าง 12 เดือน (ต.ค.64-ก.ย.65)" and "3 วัน วันที่ 5-7 ม.ค." against their spans."""
    for row in texts(facts, "เดือน|วัน", (ACTIVITY, TARGET, INDICATOR)):
        spans = [one for one in dates_of(facts, row.text) if not one.impossible]
        figures = facts.once(readings)[row.text].counted if spans else ()
        for figure in (one for one in figures if one.measure in (MONTH, DAY)):
            for span in spans:
                length = _length(span, figure) if _is_beside(row.text, figure, span) else 0
                if not length:
                    continue
                yield told(
                    row,
                    row.text[: max(span.stop, figure.end)],
                    f"เขียน {figure.value:.0f} {figure.word} แต่ช่วง “{span.words}”"
                    f" มี {length} {figure.word}",
                    words=figure.within(row.text),
                    expected=f"{length} {figure.word}",
                    found=f"{figure.value:.0f} {figure.word}",
                    severity=None if figure.measure == MONTH else Severity.WARNING,
                )


def _is_beside(text: str, figure: Quantity, span: DateSpan) -> bool:
    """Tell whether a length stands right before its span, or right behind it."""
    if not figure.is_exact or _MORE_DAYS.search(text, 0, span.begin):
        return False
    if span.begin >= figure.end:
        return _SPAN_OF.fullmatch(text, figure.end, span.begin) is not None
    return figure.start >= span.stop and bool(_LASTS.fullmatch(text, span.stop, figure.start))


def _length(span: DateSpan, figure: Quantity) -> int:
    """Return the length of a span in a figure's unit, or 0 where the figure may be right."""
    if figure.measure == MONTH:
        months = months_between(span)
        return 0 if months in (1, figure.value) else months
    days = (span.end - span.start).days + 1
    working = sum((span.start + timedelta(at)).weekday() < _SATURDAY for at in range(days))
    single = span.precision is not Precision.DAY or days == 1
    by_contract = days > _LONG and abs(days - figure.value) <= 1
    over_weekend = days - working > 1 and figure.value == working
    return 0 if single or by_contract or over_weekend or figure.value == days else days


@rule(
    "date-round-period",
    Severity.ERROR,
    title="ช่วงเวลาของรอบรายงานพิมพ์ผิด",
    title_en="The period of the round is printed wrongly",
    why="รอบรายงานเริ่ม 1 ตุลาคม และจบวันสุดท้ายของไตรมาส ทุกแห่งในเอกสารต้องตรงกัน",
    example="รอบ 6 เดือน พิมพ์ว่าจบ “30 มีนาคม 2565” ที่ถูกคือ 31 มีนาคม 2565",
    todo="แก้วันเริ่มและวันจบของรอบให้ตรงกันทั้งเอกสาร",
)
def date_round_period(facts: Facts, _settings: Settings) -> Hits:
    """Hold "รอบ 6 เดือน (1 ตุลาคม … ถึง 31 มีนาคม …)" against the calendar of the round."""
    for row in dated_rounds(texts(facts, "รอบ|ช่วง|ไตรมาส", (NARRATIVE,))):
        first = fiscal_start(int(row.fiscal_year))
        last = quarter_end(int(row.fiscal_year), int(row.quarter))
        for span in dates_of(facts, row.text):
            before = row.text[: span.begin]
            one_end_right = (span.start == first) != (span.end == last)
            period = one_end_right and _ROUND_OF.search(before)
            ends = _ENDS.search(before) and _is_other_end(span, last)
            if not period and not ends:
                continue
            yield told(
                row,
                row.text[: span.begin],
                f"พิมพ์ช่วงของรอบรายงานว่า “{span.words}”"
                f" แต่รอบ {months_in_round(int(row.quarter))} เดือนคือ {thai_period(first, last)}",
                words=span.words,
                expected=thai_period(first, last),
                found=span.words,
                hint=f"แก้เป็น {thai_period(first, last)}",
            )


def _is_other_end(span: DateSpan, last: date) -> bool:
    """Tell whether a day is the round's end but for its year, or but for its day."""
    end = span.end
    same = (end.year == last.year, end.month == last.month, end.day == last.day)
    return span.precision is Precision.DAY and span.start == end and sum(same) == 2 and same[1]


@rule(
    "date-beyond-year",
    title="ช่วงเวลาจ้างหรือดำเนินการอยู่นอกปีงบประมาณ",
    title_en="A span of service or work lies outside the fiscal year",
    why="เงินของปีงบประมาณหนึ่งจ่ายให้งานนอกปีนั้นไม่ได้ มักเป็นการพิมพ์ปีผิด",
    example="แผนปี 2565 เขียนว่าจ้าง “ต.ค.65-ก.ย.66”",
    todo="แก้ปีของช่วงเวลา หรือแนบหลักฐานการกันเงินเหลื่อมปี",
)
def date_beyond_year(facts: Facts, _settings: Settings) -> Hits:
    """Find spans of several months that leave the fiscal year; school years may."""
    for row in dated_rounds(texts(facts, _HAS_DATE, (ACTIVITY, TARGET))):
        first = fiscal_start(int(row.fiscal_year))
        last = quarter_end(int(row.fiscal_year), 4)
        for span in dates_of(facts, row.text):
            outside = span.start < first or span.end > last
            if not outside or span.impossible or months_between(span) < 2:
                continue
            if _SCHOOL_YEAR.search(row.text[max(span.begin - _NEAR, 0) : span.begin]):
                continue
            yield told(
                row,
                row.text[: span.stop],
                f"มีช่วงเวลา “{span.words}” ซึ่งอยู่นอกปีงบประมาณ"
                f" {row.fiscal_year} ({thai_period(first, last)})",
                words=span.words,
                expected=thai_period(first, last),
                found=span.words,
                hint="ตรวจปีที่พิมพ์ ถ้าเป็นเงินกันเหลื่อมปีให้เขียนกำกับไว้",
                severity=Severity.WARNING if _SERVICE.search(row.text) else Severity.INFO,
            )
