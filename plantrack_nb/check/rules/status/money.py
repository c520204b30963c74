"""Marks of progress against the money of the project or of the line."""

from __future__ import annotations

import re

from plantrack_nb.check.facts import PROJECT, project_key
from plantrack_nb.check.reading.marks import mark, marks_of, paired, percent_done
from plantrack_nb.check.reading.running_text.phrases import about, keys, line_keys, named, quoted
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, Severity, Spot, cell, cells, rule
from plantrack_nb.core.records import Row, gathered
from plantrack_nb.core.vocabulary import BudgetState, Status
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.thai.numbers import format_baht, format_percent

_NO_MONEY = re.compile(r"ไม่(?:ได้)?(?:มี|รับ)(?:เงิน|การจัดสรร)*งบ")
_MOST_NAMED = 6


@rule(
    "status-done-unspent",
    title="สำเร็จแล้วแต่ยังไม่เบิกจ่าย",
    title_en="Done, though money was given and nothing is spent",
    why="งานที่เสร็จแล้วควรเบิกจ่ายแล้ว หากไม่ใช้เงินควรคืนหรือเปลี่ยนแปลงงบประมาณ",
    example="ได้รับงบ 10,000 บาท สถานะสำเร็จแล้ว แต่ช่องเบิกจ่ายเป็น 0",
    todo="ตรวจว่าลืมรายงานการเบิกจ่าย สถานะผิด หรือไม่ต้องใช้งบ แล้วแก้ให้ตรงกัน",
)
def done_unspent(facts: Facts, _: Settings) -> Hits:
    """Compare a project's status with its sums, and each of several lines with its activity."""
    for row in facts.projects:
        if _is_unspent(row) and row.status == Status.DONE.value:
            said = f"โครงการ {row.project_no} สำเร็จแล้วทุกกิจกรรม แต่งบ {format_baht(row.budget)} บาท"
            said += " ยังไม่มีการเบิกจ่ายเลย"
            yield _unspent(_contradiction(facts, row), keys(project_no=row.project_no), said, 0)
    lines = (
        line
        for line in facts.lines
        if line.budget > 0
        and not line.disbursed > 0
        and not line.disbursed < 0
        and _has_status_but(facts, line, Status.DONE)
    )
    for line, activity in paired(facts, lines):
        if activity.status == Status.DONE.value:
            said = f"{about(activity)} {quoted(activity.text)} รายงานว่าสำเร็จแล้ว แต่งบ"
            said += f" {format_baht(line.budget)} บาทของกิจกรรมนี้ยังไม่มีการเบิกจ่าย"
            spots = [cell(line, "disbursed"), *mark(activity)]
            yield _unspent(spots, line_keys(line), said, line.disbursed)


def _unspent(spots: list[Spot], subject: str, said: str, disbursed: float) -> Hit:
    return Hit(
        spots,
        subject,
        said,
        expected="มีการเบิกจ่าย หรือสถานะอื่น",
        found=f"สำเร็จแล้ว เบิกจ่าย {format_baht(disbursed)}",
        hint="ถ้าจ่ายแล้วให้กรอกยอดเบิกจ่าย ถ้ายังไม่เสร็จให้แก้สถานะ",
    )


def _contradiction(facts: Facts, row: Row) -> list[Spot]:
    """Name what a project has spent and the marks of its activities."""
    lines = facts.lines_of.get(project_key(row), [])
    return [*cells(lines, "disbursed"), *marks_of(facts, row)]


def _is_unspent(row: Row) -> bool:
    return bool(row.budget > 0 and row.disbursed == 0)


def _has_status_but(facts: Facts, line: Row, status: Status) -> bool:
    """Tell whether a line's project is there and has another status."""
    project = facts.project_of.get(project_key(line))
    return project is not None and project.status != status.value


@rule(
    "status-started-unspent",
    Severity.INFO,
    title="บางกิจกรรมสำเร็จแล้ว แต่โครงการยังไม่เบิกจ่าย",
    title_en="Some activities are done, the project has spent nothing",
    why="อาจเป็นกิจกรรมที่ไม่ใช้เงิน หรือยังไม่ได้รายงานการเบิกจ่าย",
    example="กิจกรรมที่ 1 สำเร็จแล้ว งบทั้งโครงการ 50,000 บาท เบิกจ่าย 0",
    todo="ตรวจว่ากิจกรรมที่สำเร็จแล้วใช้เงินหรือไม่ และรายงานการเบิกจ่ายครบหรือยัง",
    warn_from_percent=40.0,
    warn_from_marks=4,
)
def started_unspent(facts: Facts, settings: Settings) -> Hits:
    """Find unspent projects with something done; a warning where much of their marks is."""
    for row in facts.projects:
        chosen = _is_unspent(row) and row.status != Status.DONE.value
        done = _done(facts, row) if chosen else []
        if done:
            yield Hit(
                cells(facts.lines_of[project_key(row)], "disbursed"),
                keys(project_no=row.project_no),
                f"โครงการ {row.project_no} มีกิจกรรมที่สำเร็จแล้ว ({named(done[:_MOST_NAMED])}) แต่งบ"
                f" {format_baht(row.budget)} บาทยังไม่มีการเบิกจ่าย",
                found="เบิกจ่าย 0",
                hint="ยืนยันว่ากิจกรรมที่สำเร็จแล้วไม่ใช้เงิน หรือรายงานการเบิกจ่ายเพิ่ม",
                beside=cells(done, "status"),
                severity=_how_serious(facts, row, settings),
            )


@rule(
    "status-spent-not-started",
    title="ยังไม่ดำเนินการแต่เบิกจ่ายแล้ว",
    title_en="Not started, though money is spent",
    why="เงินที่จ่ายไปก่อนเริ่มงานต้องอธิบายได้",
    example="ทุกกิจกรรมยังไม่ดำเนินการ แต่เบิกจ่ายแล้ว 20,000 บาท",
    todo="แก้สถานะของกิจกรรม หรือตรวจว่าเบิกจ่ายของโครงการอื่น",
)
def spent_not_started(facts: Facts, _: Settings) -> Hits:
    """Compare a project's status with its sums, and each line with its activity."""
    for row in facts.projects:
        if row.status == Status.NOT_STARTED.value and row.disbursed > 0:
            said = f"โครงการ {row.project_no} ยังไม่ดำเนินการทุกกิจกรรม"
            subject, spots = keys(project_no=row.project_no), _contradiction(facts, row)
            yield _too_early(spots, subject, said, row.disbursed, "โครงการ")
    lines = (
        line
        for line in facts.lines
        if line.disbursed > 0 and _has_status_but(facts, line, Status.NOT_STARTED)
    )
    for line, activity in paired(facts, lines):
        if activity.status == Status.NOT_STARTED.value:
            said = f"{about(activity)} ยังไม่ดำเนินการ"
            spots = [cell(line, "disbursed"), *mark(activity)]
            yield _too_early(spots, line_keys(line), said, line.disbursed, "กิจกรรม")


def _too_early(spots: list[Spot], subject: str, said: str, disbursed: float, what: str) -> Hit:
    return Hit(
        spots,
        subject,
        f"{said} แต่เบิกจ่ายแล้ว {format_baht(disbursed)} บาท",
        expected="เบิกจ่าย 0 หรือสถานะอื่น",
        found=f"เบิกจ่าย {format_baht(disbursed)}",
        hint=f"ถ้าเริ่มงานแล้วให้แก้สถานะ ถ้าเบิกจ่ายผิด{what}ให้ย้ายยอด",
    )


@rule(
    "status-awaiting",
    title="สำเร็จแล้วทั้งที่ยังรอจัดสรรงบประมาณ",
    title_en="Done, though its money is still awaited",
    why="งานที่เสร็จโดยไม่ได้รับงบแปลว่าไม่ต้องใช้งบ หรือใช้เงินจากแหล่งอื่น",
    example="ช่องงบประมาณเป็น “รอจัดสรร” แต่ทุกกิจกรรมสำเร็จแล้ว",
    todo="แก้ช่องงบประมาณเป็น “ไม่ใช้งบ” หรือบอกแหล่งเงิน หรือแก้สถานะ",
    warn_from_percent=60.0,
    warn_from_marks=4,
)
def done_awaiting(facts: Facts, settings: Settings) -> Hits:
    """Warn where a project is done, or most of its marks; inform where some activities are."""
    without = (row for row in facts.narrative if _NO_MONEY.search(row.text))
    obstacles = gathered((row for row in without if row.project_no), PROJECT)
    for row in facts.projects:
        awaits = row.budget_state == BudgetState.AWAITING.value
        done = _done(facts, row) if awaits else []
        if not done:
            continue
        key = project_key(row)
        whole = row.status == Status.DONE.value
        much = whole or _is_mostly_done(facts, row, settings)
        yield Hit(
            [cell(row, "budget_state"), *cells(done, "status")],
            keys(project_no=row.project_no),
            f"โครงการ {row.project_no} ยังรอจัดสรรงบประมาณ แต่"
            + ("รายงานว่าสำเร็จแล้ว" if whole else f"บางกิจกรรมสำเร็จแล้ว ({named(done[:_MOST_NAMED])})"),
            expected="ไม่ใช้งบ หรือยังไม่สำเร็จ",
            found="รอจัดสรร และสำเร็จแล้ว",
            hint="ถ้างานเสร็จโดยไม่ใช้เงินให้แก้เป็น “ไม่ใช้งบ” ถ้าใช้เงินอื่นให้ระบุแหล่งเงิน"
            + (" (ปัญหาอุปสรรคของโครงการเขียนว่าไม่มีงบประมาณ)" if obstacles.get(key) else ""),
            beside=[
                *cells(facts.lines_of.get(key, []), "budget"),
                *cells(obstacles.get(key, []), "text"),
            ],
            severity=Severity.WARNING if much else Severity.INFO,
        )


@rule(
    "status-money-ahead",
    title="การเบิกจ่ายต่างจากความก้าวหน้ามาก",
    title_en="Disbursed percent and progress lie far apart",
    why="เงินที่จ่ายเร็วกว่างานมาก หรืองานที่ไปไกลกว่าเงินมาก ต้องอธิบายได้",
    example="เบิกจ่ายแล้วร้อยละ 100 แต่งานก้าวหน้าร้อยละ 30",
    todo="อธิบายเหตุผล หรือแก้ร้อยละความก้าวหน้าหรือยอดเบิกจ่าย",
    gap_points=30.0,
)
def money_ahead(facts: Facts, settings: Settings) -> Hits:
    """Compare a line's disbursed percent with the percent of its activity."""
    for line, activity in paired(facts, facts.lines):
        spent = _spent(line)
        progress = percent_done(activity)
        gap = spent - progress
        # what is over 100 % is a fault of the amounts and told there
        if not 0 < spent <= 100 or not abs(gap) >= settings["gap_points"]:
            continue
        yield Hit(
            [cell(line, "disbursed"), *mark(activity)],
            line_keys(line),
            f"{about(activity)} ก้าวหน้าร้อยละ {format_percent(progress)} แต่เบิกจ่ายแล้ว"
            f" {format_baht(line.disbursed)} จากงบ {format_baht(line.budget)} บาท"
            f" (ร้อยละ {format_percent(spent)})",
            expected=f"ใกล้ร้อยละ {format_percent(progress)}",
            found=f"ร้อยละ {format_percent(spent)}",
            hint="อธิบายว่าจ่ายล่วงหน้าหรือเหลือจ่าย หรือแก้ตัวเลขที่กรอกผิด",
            beside=[cell(line, "budget")],
            severity=Severity.WARNING if gap > 0 else Severity.INFO,
        )


def _spent(line: Row) -> float:
    return percent_of(line.disbursed, line.budget)


def _how_serious(facts: Facts, row: Row, settings: Settings) -> Severity:
    """Warn where many marks say done; one of few may be a meeting that costs nothing.

    Of several amounts each has its own activity, against which other rules hold it.
    """
    single = len(facts.lines_of[project_key(row)]) == 1
    much = single and _is_mostly_done(facts, row, settings)
    return Severity.WARNING if much else Severity.INFO


def _is_mostly_done(facts: Facts, row: Row, settings: Settings) -> bool:
    marks = [one.status for one in facts.activities_of.get(project_key(row), []) if one.status]
    done = 100.0 * marks.count(Status.DONE.value) >= settings["warn_from_percent"] * len(marks)
    return done and len(marks) >= settings["warn_from_marks"]


def _done(facts: Facts, row: Row) -> list[Row]:
    """Take the activities of a project that are done; of a branch that is done, its top only."""
    done = [
        one
        for one in facts.activities_of.get(project_key(row), [])
        if one.status == Status.DONE.value
    ]
    above = {one.activity_no for one in done if one.activity_no}
    return [one for one in done if one.parent_no not in above]
