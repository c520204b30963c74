"""Marks of progress against the percent printed beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plantrack_nb.check.facts import PROJECT, Facts, project_key, ref_of, round_of, rows
from plantrack_nb.check.phrases import about, keys
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.findings import Finding, Severity
from plantrack_nb.thai.numbers import format_percent
from plantrack_nb.thai.text import squeeze
from plantrack_nb.vocabulary import STATUS_TH, Status


@rule(
    "status-percent",
    Family.STATUS,
    Severity.WARNING,
    title="สถานะขัดกับร้อยละความก้าวหน้า",
    title_en="Mark and percent of progress contradict each other",
    why="ผู้อ่านไม่รู้ว่าจะเชื่อสถานะหรือร้อยละ",
    example="ความก้าวหน้าร้อยละ 100 แต่สถานะระหว่างดำเนินการ",
    todo="แก้สถานะหรือร้อยละให้ตรงกัน",
)
def status_percent(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Find percents outside 0-100, and marks that a percent denies."""
    activities = facts.activities
    percent, status = activities["progress_pct"], activities["status"]
    outside = (percent < 0) | (percent > 100)
    denied = percent.notna() & (
        ((status == Status.DONE.value) & (percent < 100))
        | ((status == Status.NOT_STARTED.value) & (percent > 0))
        | ((status == Status.IN_PROGRESS.value) & percent.isin([0.0, 100.0]))
    )
    for row in rows(activities[outside]):
        shown = format_percent(row.progress_pct)
        words = f"ร้อยละ {shown} ซึ่งเป็นไปไม่ได้ ต้องอยู่ระหว่าง 0 ถึง 100"
        yield _contradicted(row, Severity.ERROR, words, "0–100")
    for row in rows(activities[denied & ~outside]):
        shown = format_percent(row.progress_pct)
        words = f"ร้อยละ {shown} แต่สถานะเป็น “{STATUS_TH[Status(row.status)]}”"
        yield _contradicted(row, Severity.WARNING, words, STATUS_TH[_status_of(row.progress_pct)])


def _contradicted(row: Any, severity: Severity, words: str, expected: str) -> Finding:
    return Finding(
        "status-percent",
        keys(project_no=row.project_no, activity_no=row.activity_no or squeeze(row.text)),
        severity,
        f"{about(row)} รายงานความก้าวหน้า{words}",
        project_no=row.project_no,
        expected=expected,
        found=format_percent(row.progress_pct),
        hint="แก้สถานะหรือร้อยละให้ตรงกับงานที่ทำจริง",
        refs=(ref_of(row),),
        district=round_of(row),
    )


def _status_of(percent: float) -> Status:
    if percent >= 100:
        return Status.DONE
    return Status.IN_PROGRESS if percent > 0 else Status.NOT_STARTED


@rule(
    "status-equal-percents",
    Family.STATUS,
    Severity.INFO,
    title="ร้อยละความก้าวหน้าเท่ากันทุกกิจกรรม",
    title_en="The same percent of progress for many activities",
    why="ตัวเลขที่เท่ากันหมดมักเป็นการประมาณตามเวลา ไม่ใช่ผลงานจริง",
    example="ทั้ง 9 กิจกรรมรายงานร้อยละ 50",
    todo="รายงานความก้าวหน้าตามงานที่ทำจริงของแต่ละกิจกรรม",
    at_least=5,
)
def equal_percents(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Find projects all of whose printed percents (several, none 0 or 100) are one number."""
    printed = facts.activities[facts.activities["progress_pct"].notna()]
    grouped = printed.groupby(PROJECT, sort=False)["progress_pct"].agg(["nunique", "size", "max"])
    within = (grouped["max"] > 0) & (grouped["max"] < 100)
    alike = grouped[(grouped["nunique"] == 1) & (grouped["size"] >= settings["at_least"]) & within]
    for row in rows(alike.reset_index()):
        percents = [one for one in facts.activities_of[project_key(row)] if one.progress_pct > 0]
        yield Finding(
            "status-equal-percents",
            keys(project_no=row.project_no),
            Severity.INFO,
            f"โครงการ {row.project_no} รายงานความก้าวหน้าร้อยละ {format_percent(row.max)}"
            f" เท่ากันทั้ง {row.size} กิจกรรม",
            project_no=row.project_no,
            found=format_percent(row.max),
            hint="ตรวจว่าเป็นผลงานจริง ไม่ใช่การประมาณตามเวลา",
            refs=tuple(ref_of(one) for one in percents),
            district=round_of(row),
        )
