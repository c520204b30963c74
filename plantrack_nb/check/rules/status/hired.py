"""People in service for months whose pay has not begun."""

from __future__ import annotations

import re
from datetime import timedelta

from plantrack_nb.check.facts import ProjectKey, project_key
from plantrack_nb.check.reading.marks import paired
from plantrack_nb.check.reading.running_text.phrases import about, line_keys
from plantrack_nb.check.reading.running_text.readings import dates_of
from plantrack_nb.check.reading.running_text.texts import TARGET, Text, dated_rounds, texts
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, cell, rule
from plantrack_nb.core.calendar import quarter_end
from plantrack_nb.core.vocabulary import Status
from plantrack_nb.measures.places import line_of
from plantrack_nb.thai.dates import DateSpan, months_between
from plantrack_nb.thai.numbers import format_baht

_PAY = re.compile("ค่าจ้าง|ค่าตอบแทน|จ้าง(?:ครู|พนักงาน|ลูกจ้าง|บุคลากร|นัก|พี่เลี้ยง)")
_DAYS = 30

_Spans = dict[tuple[ProjectKey, str], tuple[DateSpan, Text]]


@rule(
    "status-hired-unpaid",
    title="จ้างมาหลายเดือนแล้วแต่ยังไม่เบิกจ่าย",
    title_en="In service for months, nothing paid",
    why="ค่าจ้างจ่ายทุกเดือน หากยังไม่จ่ายเลย อาจยังไม่ได้จ้าง หรือลืมรายงานการเบิกจ่าย",
    example="จ้างครู 1 อัตรา (ก.พ.-ก.ย.65) งบ 240,000 บาท สิ้นไตรมาสที่ 2 เบิกจ่าย 0",
    todo="รายงานการเบิกจ่าย หรือแก้ช่วงเวลาจ้างให้ตรงกับสัญญา",
    months=2.0,
)
def hired_unpaid(facts: Facts, settings: Settings) -> Hits:
    """Find unspent lines for pay whose span of service began well before the round's end."""
    unspent = (line for line in facts.lines if line.budget > 0 and line.disbursed == 0)
    spans = _spans(facts)
    for line, activity in paired(facts, (line for line in unspent if _PAY.search(line.label))):
        found = spans.get((project_key(line), line_of(line.source_ref)))
        if found is None or activity.status in ("", Status.NOT_STARTED.value):
            continue
        span, text = found
        end = quarter_end(line.fiscal_year, line.quarter)
        if span.start + timedelta(days=_DAYS * settings["months"] - 2) <= end:
            yield _unpaid(line, activity, span, text)


def _spans(facts: Facts) -> _Spans:
    """Take the span of service that a target cell names, by project and line of the document."""
    made: _Spans = {}
    for row in dated_rounds(texts(facts, r"[\d๐-๙]", (TARGET,))):
        for span in dates_of(facts, row.text):
            if not span.impossible and months_between(span) >= 2:
                made[project_key(row), line_of(row.source_ref)] = (span, row)
    return made


def _unpaid(line: Row, activity: Row, span: DateSpan, text: Text) -> Hit:
    return Hit(
        cell(line, "disbursed"),
        line_keys(line),
        f"{about(activity)} จ้างช่วง “{span.words}” งบ {format_baht(line.budget)} บาท"
        " แต่ยังไม่มีการเบิกจ่ายเลย",
        expected="มีการเบิกจ่ายค่าจ้าง",
        found="เบิกจ่าย 0",
        beside=[cell(activity, "status"), text.spot(span.words)],
    )
