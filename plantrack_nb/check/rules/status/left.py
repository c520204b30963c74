"""Work that is done, or well under way, while its money is left."""

from __future__ import annotations

import re

from plantrack_nb.check.facts import project_key
from plantrack_nb.check.reading.marks import marks_of, paired
from plantrack_nb.check.reading.running_text.phrases import about, keys, line_keys, named
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, Spot, cell, cells, rule
from plantrack_nb.core.vocabulary import Status
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.thai.numbers import format_baht, format_percent

_GIVEN_BACK = re.compile("คืนเงิน|ส่งคืน|คืนงบ|เหลือจ่าย|คงเหลือ")
_MOST_NAMED = 6


@rule(
    "status-done-left",
    title="สำเร็จแล้วแต่เงินเหลือมาก",
    title_en="Done, though a good part of the money is left",
    why="งานที่เสร็จแล้วไม่มีรายจ่ายอีก เงินที่เหลือควรคืนหรือเปลี่ยนแปลงงบประมาณทันปีงบประมาณ",
    example="สำเร็จแล้วทุกกิจกรรม งบ 300,000 บาท เบิกจ่าย 210,000 บาท ไม่ได้เขียนถึงเงินที่เหลือ",
    todo="รายงานการเบิกจ่ายที่ค้าง แก้สถานะ หรือเขียนว่าเงินที่เหลือคืนหรือใช้ต่ออย่างไร",
    left_percent=20.0,
)
def done_left(facts: Facts, settings: Settings) -> Hits:
    """Find done projects, and done activities of single lines, whose money is partly spent."""
    least = settings["left_percent"]
    for row in facts.projects:
        lines = facts.lines_of.get(project_key(row), [])
        if row.status == Status.DONE.value and _is_left(row, least) and not _told(facts, row):
            who = f"โครงการ {row.project_no} สำเร็จแล้วทุกกิจกรรม"
            subject = keys(project_no=row.project_no)
            yield _left(who, row, subject, cells(lines, "disbursed"), marks_of(facts, row))
    some = (line for line in facts.lines if _is_left(line, least))
    for line, activity in paired(facts, some):
        if activity.status == Status.DONE.value and not _GIVEN_BACK.search(activity.text):
            spent, mark = [cell(line, "disbursed")], [cell(activity, "status")]
            yield _left(f"{about(activity)} สำเร็จแล้ว", line, line_keys(line), spent, mark)


def _is_left(row: Row, least: float) -> bool:
    return bool(row.disbursed > 0 and 100 * (row.budget - row.disbursed) > least * row.budget)


def _told(facts: Facts, row: Row) -> bool:
    """Tell whether an activity of a project says what becomes of the rest."""
    activities = facts.activities_of.get(project_key(row), [])
    return any(_GIVEN_BACK.search(one.text) for one in activities)


def _left(who: str, row: Row, subject: str, spent: list[Spot], marks: list[Spot]) -> Hit:
    left = row.budget - row.disbursed
    share = format_percent(percent_of(left, row.budget))
    return Hit(
        spent,
        subject,
        f"{who} แต่เบิกจ่าย {format_baht(row.disbursed)} จากงบ {format_baht(row.budget)} บาท"
        f" เหลือ {format_baht(left)} บาท (ร้อยละ {share})",
        expected="เบิกจ่ายใกล้งบประมาณ หรือบอกว่าเงินที่เหลือทำอย่างไร",
        found=f"เหลือ {format_baht(left)} บาท",
        hint="รายงานการเบิกจ่ายที่ค้าง แก้สถานะ หรือคืนเงินที่เหลือ",
        beside=marks,
    )


@rule(
    "status-line-unspent",
    title="กิจกรรมก้าวหน้าไปมาก แต่เงินของรายการยังไม่เบิกจ่าย",
    title_en="An activity is well under way, its own line has spent nothing",
    why="งานย่อยที่สำเร็จแล้วน่าจะใช้เงินไปบ้าง หากไม่ใช้ควรคืนเงินหรือบอกไว้",
    example="กิจกรรมที่ 3 ก้าวหน้าร้อยละ 50 กิจกรรมย่อยสำเร็จแล้ว 2 รายการ งบ 7,000 บาท เบิกจ่าย 0",
    todo="รายงานการเบิกจ่ายของรายการนี้ หรือบอกว่ากิจกรรมย่อยที่สำเร็จแล้วไม่ใช้เงิน",
    at_least_percent=40.0,
)
def line_unspent(facts: Facts, settings: Settings) -> Hits:
    """Find unspent lines of projects that spent elsewhere, with a done part of their work."""
    unspent = (
        line
        for line in facts.lines
        if line.budget > 0 and line.disbursed == 0 and _has_spent(facts, line)
    )
    for line, activity in paired(facts, unspent):
        if not activity.progress_pct >= settings["at_least_percent"]:
            continue
        done = [one for one in _below(facts, activity) if one.status == Status.DONE.value]
        if not done:
            continue
        yield Hit(
            cell(line, "disbursed"),
            line_keys(line),
            f"{about(activity)} ก้าวหน้าร้อยละ {format_percent(activity.progress_pct)}"
            f" กิจกรรมย่อย {named(done[:_MOST_NAMED])} สำเร็จแล้ว แต่งบ {format_baht(line.budget)} บาท"
            "ของกิจกรรมนี้ยังไม่มีการเบิกจ่าย",
            expected="มีการเบิกจ่าย",
            found="เบิกจ่าย 0",
            hint="รายงานการเบิกจ่าย หรือยืนยันว่ากิจกรรมย่อยที่สำเร็จแล้วไม่ใช้เงิน",
            beside=[cell(activity, "progress_pct"), *cells(done, "status")],
        )


def _has_spent(facts: Facts, line: Row) -> bool:
    """Tell whether another line of the project has spent; if none has, another rule tells."""
    return any(one.disbursed > 0 for one in facts.lines_of[project_key(line)])


def _below(facts: Facts, activity: Row) -> list[Row]:
    """Take all activities of the branch under one, in their order."""
    above = {activity.activity_no} - {""}
    found = []
    for one in facts.activities_of[project_key(activity)]:
        if one.parent_no in above:
            found.append(one)
            above |= {one.activity_no} - {""}
    return found
