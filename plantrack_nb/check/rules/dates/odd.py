"""Hours, terms and years that cannot be, and letters of a day still to come."""

from __future__ import annotations

from plantrack_nb.check.facts import round_key
from plantrack_nb.check.reading.report_day import LETTER, limits
from plantrack_nb.check.reading.running_text.readings import dates_of
from plantrack_nb.check.reading.running_text.texts import dated_rounds, texts, told
from plantrack_nb.check.rules import Facts, Hits, Settings, Severity, rule
from plantrack_nb.core.calendar import thai_date
from plantrack_nb.thai.dates import Precision
from plantrack_nb.thai.times import Odd, find_odd

_TIMED = (
    r"[\d๐-๙] ?[-–] ?[\d๐-๙]|[\d๐-๙](?:[.:]|.*น\.)|เรียน|[-–—/] ?[2๒][3-9๓-๙]|ปีงบ|ที่ ?[2-9๒-๙]"
    r"|วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)"
    r"|[คพย](?:ม|น|พันธ์|\.) ?[2๒][3-9๓-๙]|สิ้นสุด|ครบกำหนด|ปิดรับ|หมดเขต|ถึงวันที่"
)
_FAR = 150


@rule(
    "date-odd",
    Severity.ERROR,
    title="เวลา วันในสัปดาห์ ภาคเรียน หรือช่วงปีที่เป็นไปไม่ได้",
    title_en="Hours, days of the week, terms or years that cannot be",
    why="เวลาที่จบก่อนเริ่ม วันในสัปดาห์ที่ไม่ตรงกับวันที่ ภาคเรียนหรือปีที่ไม่มีจริง แสดงว่าพิมพ์ต้องแก้ไข",
    example="“เวลา 15.30-09.00 น.” หรือ “ภาคเรียนที่ 3/2565”",
    todo="แก้เวลา ภาคเรียน หรือปีให้ถูกต้อง",
)
def odd_times(facts: Facts, _: Settings) -> Hits:
    """Find hours and years that end before they begin, terms and school years that are none."""
    known: dict[tuple[str, int], list[Odd]] = {}
    for row in dated_rounds(texts(facts, _TIMED)):
        key = (row.text, row.fiscal_year)
        if key not in known:
            known[key] = find_odd(*key)
        for one in known[key]:
            words = row.text[one.start : one.end].strip()
            yield told(
                row,
                row.text[: one.end],
                f"เขียนว่า “{words}” {one.reason}",
                words=words,
                expected=one.likely,
                found=words,
                hint=f"น่าจะเป็น {one.likely}" if one.likely else None,
            )


@rule(
    "date-letter",
    title="หนังสือที่อ้างถึงลงวันที่หลังวันรายงาน",
    title_en="A letter cited bears a day after the report",
    why="รายงานอ้างหนังสือที่ยังไม่ออกไม่ได้ วันเดือนปีของหนังสือจึงพิมพ์ผิด",
    example="บันทึกข้อความลงวันที่ 12 เมษายน 2565 แต่อ้างหนังสือ “ลงวันที่ 3 พฤษภาคม 2565”",
    todo="ตรวจวันเดือนปีของหนังสือจากต้นฉบับ",
)
def letters(facts: Facts, _: Settings) -> Hits:
    """Find letters of a day after the memo's own; without a memo, long after the round's end."""
    known = facts.once(limits)
    for row in dated_rounds(texts(facts, "ลง ?วัน|สั่ง ?ณ")):
        limit = known[round_key(row)]
        for span in dates_of(facts, row.text):
            is_letter = LETTER.search(row.text[: span.begin]) and span.precision is Precision.DAY
            late = (span.start - limit.day).days
            if not is_letter or span.impossible or late <= (0 if limit.spots else _FAR):
                continue
            yield told(
                row,
                row.text[: span.stop],
                f"อ้างหนังสือลงวันที่ “{span.words}” ซึ่งอยู่หลัง{limit.said}",
                words=span.words,
                expected=f"ไม่เกิน {thai_date(limit.day)}",
                found=span.words,
                beside=limit.spots,
                severity=Severity.ERROR if limit.spots else None,
            )
