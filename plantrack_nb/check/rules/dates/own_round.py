"""The year and round that the document's own titles name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plantrack_nb.check.facts import round_key
from plantrack_nb.check.reading.report_day import limits, memo_days
from plantrack_nb.check.reading.running_text.texts import NARRATIVE, Text, dated_rounds, texts, told
from plantrack_nb.check.rules import Facts, Hits, Settings, rule
from plantrack_nb.core.calendar import months_in_round, thai_date
from plantrack_nb.thai.text import arabic_digits

_TITLE = re.compile(r"^(?:เรื่อง|ด้วย|\d+\.)? ?(?:การ)?(?:รายงาน|สรุป|ติดตาม|ผลการ|ความก้าวหน้า)")
_YEAR = re.compile(r"ปี(?:งบประมาณ)?(?: ?พ\. ?ศ\.)? ?(25\d\d)(?!\d| ?[-–—])")
_MONTHS = re.compile(r"รอบ(?:ที่ ?\d ?)? ?\(?(3|6|9|12) ?เดือน")
_QUARTER = re.compile(r"ไตรมาส(?:ที่)? ?([1-4])(?![\d.])")
_OWN_PLAN = re.compile(r"แผนปฏิบัติการ(?:ราชการ)?[^\d]{0,30}25\d\d[^\d]{0,16}(?:รอบ|ไตรมาส)")
_OF_PLAN = re.compile(r"ตามแผนปฏิบัติการ(?:ราชการ)?[^\d]{0,30}25\d\d")
_OWN_REPORT = re.compile(
    r"(?:เห็นควร|ขอ|จึง)รายงาน(?:ผล|ความก้าวหน้า)?[^\d]{0,40}รอบ(?:ที่ ?\d ?)? ?\(?(?:3|6|9|12) ?เดือน"
)
_OTHER = re.compile(r"ต่อไป|ถัดไป|ก่อน|ที่ผ่านมา|เทียบ|ปีการศึกษา|พ\.ศ\. ?25\d\d ?[-–—]|หนังสือ|ลงวันที่|ครั้งที่")
_WITHIN = 160


@rule(
    "date-own-round",
    title="ปีงบประมาณหรือรอบในชื่อรายงานไม่ตรงกับรายงานฉบับนี้",
    title_en="A title names another year or round than the report's own",
    why="หัวเรื่องที่คัดลอกจากรายงานฉบับก่อนทำให้ผู้รับเก็บเอกสารผิดปีหรือผิดรอบ",
    example="รายงานรอบ 9 เดือน แต่หัวหน้ากระดาษพิมพ์ว่ารอบ 6 เดือน",
    todo="แก้ปีงบประมาณหรือรอบในชื่อรายงาน",
)
def own_round(facts: Facts, _: Settings) -> Hits:
    """Find titles and subjects of another fiscal year, number of months or quarter."""
    for row in dated_rounds(texts(facts, "ปี|รอบ|ไตรมาส", (NARRATIVE,))):
        text = arabic_digits(row.text)
        is_own = _TITLE.match(text) or any(
            one.search(text[:_WITHIN]) for one in (_OWN_PLAN, _OF_PLAN, _OWN_REPORT)
        )
        if row.project_no or not is_own or _OTHER.search(text[:_WITHIN]):
            continue
        for found, what, right in _named(text[:_WITHIN], row):
            yield told(
                row,
                row.text[: found.start()],
                f"พิมพ์ชื่อรายงานว่า “{row.text[found.start() : found.end()]}” แต่รายงานฉบับนี้เป็นของ"
                f"{right}",
                words=row.text[found.start() : found.end()],
                expected=right,
                found=row.text[found.start() : found.end()],
                hint=f"แก้{what}เป็น {right}",
            )


def _named(text: str, row: Text) -> Iterator[tuple[re.Match[str], str, str]]:
    """Give what a title names that is not the round's own."""
    months = months_in_round(row.quarter)
    for pattern, what, own, right in (
        (_YEAR, "ปี", row.fiscal_year, f"ปีงบประมาณ {row.fiscal_year}"),
        (_MONTHS, "รอบ", months, f"รอบ {months} เดือน"),
        (_QUARTER, "ไตรมาส", row.quarter, f"ไตรมาสที่ {row.quarter}"),
    ):
        found = pattern.search(text)
        if found and int(found[1]) != own:
            yield found, what, right


@rule(
    "date-memo",
    title="วันที่ของบันทึกข้อความห่างจากรอบรายงานมาก",
    title_en="The memo's day is far from the round it reports",
    why="รายงานของรอบหนึ่งเขียนหลังสิ้นรอบไม่นาน ถ้าห่างเป็นปี แสดงว่าปีของวันที่หรือของรอบพิมพ์ผิด",
    example="รายงานไตรมาสที่ 1 ปีงบประมาณ 2565 แต่บันทึกข้อความลงวันที่ 20 มกราคม 2566",
    todo="แก้ปีของบันทึกข้อความ หรือปีงบประมาณในชื่อเรื่อง",
    days_before=60.0,
    days_after=300.0,
)
def memo_day(facts: Facts, settings: Settings) -> Hits:
    """Find memos written long before or long after the end of the round they report."""
    known = facts.once(limits)
    for row, span in memo_days(facts):
        end = known[round_key(row)].round_end
        days = (span.end - end).days
        if -settings["days_before"] <= days <= settings["days_after"]:
            continue
        yield told(
            row,
            row.text[: span.stop],
            f"บันทึกข้อความลงวันที่ {span.words} แต่รายงานรอบที่สิ้นสุดวันที่ {thai_date(end)}"
            f" ของปีงบประมาณ {row.fiscal_year}",
            words=span.words,
            expected=f"หลัง {thai_date(end)} ไม่นาน",
            found=span.words,
        )
