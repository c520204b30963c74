"""People in service for months whose pay has not begun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from plantrack_nb.check.facts import Facts, ProjectKey, project_key, ref_of, round_of
from plantrack_nb.check.reading.marks import paired
from plantrack_nb.check.reading.phrases import about, keys
from plantrack_nb.check.reading.texts import TARGET, Text, dated_rounds, dates_of, source_row, texts
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.core.calendar import quarter_end
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.records import Row
from plantrack_nb.core.vocabulary import Status
from plantrack_nb.thai.dates import DateSpan, months_between
from plantrack_nb.thai.numbers import format_baht

_PAY = re.compile("ค่าจ้าง|ค่าตอบแทน|จ้าง(?:ครู|พนักงาน|ลูกจ้าง|บุคลากร|นัก|พี่เลี้ยง)")
_DAYS = 30

_Spans = dict[tuple[ProjectKey, str], tuple[DateSpan, Text]]


@rule(
    "status-hired-unpaid",
    Family.STATUS,
    Severity.WARNING,
    title="จ้างมาหลายเดือนแล้วแต่ยังไม่เบิกจ่าย",
    title_en="In service for months, nothing paid",
    why="ค่าจ้างจ่ายทุกเดือน หากยังไม่จ่ายเลย อาจยังไม่ได้จ้าง หรือลืมรายงานการเบิกจ่าย",
    example="จ้างครู 1 อัตรา (ก.พ.-ก.ย.65) งบ 240,000 บาท สิ้นไตรมาสที่ 2 เบิกจ่าย 0",
    todo="รายงานการเบิกจ่าย หรือแก้ช่วงเวลาจ้างให้ตรงกับสัญญา",
    months=2.0,
)
def hired_unpaid(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Find unspent lines for pay whose span of service began well before the round's end."""
    unspent = (line for line in facts.lines if line.budget > 0 and line.disbursed == 0)
    spans = _spans(facts)
    for line, activity in paired(facts, (line for line in unspent if _PAY.search(line.label))):
        found = spans.get((project_key(line), source_row(line.source_ref)))
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
        for span in dates_of(row.text):
            if not span.impossible and months_between(span) >= 2:
                made[project_key(row), source_row(row.source_ref)] = (span, row)
    return made


def _unpaid(line: Row, activity: Row, span: DateSpan, text: Text) -> Finding:
    return Finding(
        "status-hired-unpaid",
        keys(project_no=line.project_no, line_no=str(line.line_no)),
        Severity.WARNING,
        f"{about(activity)} จ้างช่วง “{span.words}” งบ {format_baht(line.budget)} บาท"
        " แต่ยังไม่มีการเบิกจ่ายเลย",
        project_no=line.project_no,
        expected="มีการเบิกจ่ายค่าจ้าง",
        found="เบิกจ่าย 0",
        hint="รายงานการเบิกจ่าย หรือแก้ช่วงเวลาจ้างให้ตรงกับสัญญา",
        refs=(ref_of(line), ref_of(activity), ref_of(text)),
        district=round_of(line),
    )
