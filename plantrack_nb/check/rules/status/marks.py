"""Marks of progress against the percent printed beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from math import isnan

from plantrack_nb.check.facts import ref_of, round_key
from plantrack_nb.check.reading.marks import mark
from plantrack_nb.check.reading.running_text.phrases import about, activity_keys, keys
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, Severity, cell, cells, rule
from plantrack_nb.core.vocabulary import STATUS_TH, Status
from plantrack_nb.measures.places import line_of
from plantrack_nb.thai.numbers import format_percent
from plantrack_nb.thai.text import arabic_digits

_BEYOND = re.compile(r"(?:ร้อยละ ?)?(?:1(?!00(?:\.0*)?(?: ?%)?$)|[2-9])\d\d(?:\.\d+)?(?: ?%)?")
_FITS: Mapping[str, Callable[[float], bool]] = {
    Status.DONE.value: lambda percent: percent >= 100,
    Status.NOT_STARTED.value: lambda percent: percent <= 0,
    Status.IN_PROGRESS.value: lambda percent: percent not in (0.0, 100.0),
}


@rule(
    "status-percent",
    title="สถานะขัดกับร้อยละความก้าวหน้า",
    title_en="Mark and percent of progress contradict each other",
    why="ผู้อ่านไม่รู้ว่าจะเชื่อสถานะหรือร้อยละ",
    example="ความก้าวหน้าร้อยละ 100 แต่สถานะระหว่างดำเนินการ",
    todo="แก้สถานะหรือร้อยละให้ตรงกัน",
)
def status_percent(facts: Facts, _: Settings) -> Hits:
    """Find percents outside 0-100, and marks that a percent denies."""
    for row in facts.activities:
        percent, shown = row.progress_pct, format_percent(row.progress_pct)
        if percent < 0 or percent > 100:
            words = f"ร้อยละ {shown} ซึ่งเป็นไปไม่ได้ ต้องอยู่ระหว่าง 0 ถึง 100"
            yield _contradicted(row, Severity.ERROR, words, "0–100")
        elif row.status in _FITS and not isnan(percent) and not _FITS[row.status](percent):
            words = f"ร้อยละ {shown} แต่สถานะเป็น “{STATUS_TH[Status(row.status)]}”"
            yield _contradicted(row, Severity.WARNING, words, STATUS_TH[_status_of(percent)])
    yield from _beyond(facts)


def _beyond(facts: Facts) -> Hits:
    """Find marks that were no marks, beside an activity: a number above a hundred."""
    odd = {
        (round_key(one), one.source_file, line_of(one.source_ref)): one
        for one in facts.unread
        if _BEYOND.fullmatch(arabic_digits(one.text).strip())
    }
    for row in facts.activities if odd else ():
        found = odd.pop((round_key(row), row.source_file, line_of(row.source_ref)), None)
        if found is not None and not row.status:
            words = f"ร้อยละ {found.text.strip()} ซึ่งเป็นไปไม่ได้ ต้องอยู่ระหว่าง 0 ถึง 100"
            hit = _contradicted(row, Severity.ERROR, words, "0–100")
            yield replace(
                hit, found=found.text.strip(), cells=[cell(row, "status", ref=ref_of(found))]
            )


def _contradicted(row: Row, severity: Severity, words: str, expected: str) -> Hit:
    return Hit(
        mark(row),
        activity_keys(row),
        f"{about(row)} รายงานความก้าวหน้า{words}",
        expected=expected,
        found=format_percent(row.progress_pct),
        hint="แก้สถานะหรือร้อยละให้ตรงกับงานที่ทำจริง",
        severity=severity,
    )


def _status_of(percent: float) -> Status:
    if percent >= 100:
        return Status.DONE
    return Status.IN_PROGRESS if percent > 0 else Status.NOT_STARTED


@rule(
    "status-equal-percents",
    Severity.INFO,
    title="ร้อยละความก้าวหน้าเท่ากันทุกกิจกรรม",
    title_en="The same percent of progress for many activities",
    why="ตัวเลขที่เท่ากันหมดมักเป็นการประมาณตามเวลา ไม่ใช่ผลงานจริง",
    example="ทั้ง 9 กิจกรรมรายงานร้อยละ 50",
    todo="รายงานความก้าวหน้าตามงานที่ทำจริงของแต่ละกิจกรรม",
    at_least=5,
)
def equal_percents(facts: Facts, settings: Settings) -> Hits:
    """Find projects all of whose printed percents (several, none 0 or 100) are one number."""
    for activities in facts.activities_of.values():
        printed = [one for one in activities if not isnan(one.progress_pct)]
        percents = {one.progress_pct for one in printed}
        if len(percents) != 1 or len(printed) < settings["at_least"]:
            continue
        row = printed[0]
        if not 0 < row.progress_pct < 100:
            continue
        yield Hit(
            cells(printed, "progress_pct"),
            keys(project_no=row.project_no),
            f"โครงการ {row.project_no} รายงานความก้าวหน้าร้อยละ {format_percent(row.progress_pct)}"
            f" เท่ากันทั้ง {len(printed)} กิจกรรม",
            found=format_percent(row.progress_pct),
            hint="ตรวจว่าเป็นผลงานจริง ไม่ใช่การประมาณตามเวลา",
        )
