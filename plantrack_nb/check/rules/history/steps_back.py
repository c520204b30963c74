"""Activities that are less far than they were in the round before."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan

from plantrack_nb.check.reading.round_before import Since, within_year
from plantrack_nb.check.reading.running_text.phrases import about, activity_keys, quoted
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, cell, rule
from plantrack_nb.core.vocabulary import STATUS_TH, Status
from plantrack_nb.thai.numbers import format_count

_STEPS = {Status.NOT_STARTED.value: 0, Status.IN_PROGRESS.value: 1, Status.DONE.value: 2}


@rule(
    "history-status-back",
    title="สถานะถอยหลังจากรอบก่อน",
    title_en="A status went back",
    why="งานที่รายงานว่าสำเร็จหรือเริ่มแล้วไม่ควรกลับเป็นยังไม่เสร็จ สถานะของรอบใดรอบหนึ่งผิด",
    example="รอบก่อนสำเร็จแล้ว รอบนี้อยู่ระหว่างดำเนินการ",
    todo="ถามผู้รับผิดชอบว่าสถานะใดถูก ถ้าต้องทำซ้ำให้เขียนเหตุผล",
)
def status_back(facts: Facts, _: Settings) -> Hits:
    """Compare the status of each activity with the round before."""
    for since, was, now in _doings(facts):
        if _STEPS.get(now.status, 9) < _STEPS.get(was.status, -1):
            before, after = (STATUS_TH[Status(one.status)] for one in (was, now))
            yield Hit(
                cell(now, "status"),
                activity_keys(now),
                f"{about(now)} {quoted(now.text)} {since.label}รายงานว่า{before} รอบนี้เป็น{after}",
                expected=before,
                found=after,
            )


@rule(
    "history-progress-fell",
    title="ร้อยละความก้าวหน้าลดลงจากรอบก่อน",
    title_en="A percent of progress fell",
    why="ความก้าวหน้าสะสมมีแต่เพิ่ม ที่ลดลงคือพิมพ์ผิดหรือเปลี่ยนฐานคิดโดยไม่บอก",
    example="รอบก่อนก้าวหน้าร้อยละ 80 รอบนี้ร้อยละ 60",
    todo="ตรวจตัวเลขของทั้งสองรอบ ถ้าเปลี่ยนฐานคิดให้เขียนไว้",
    at_least_points=1.0,
)
def progress_fell(facts: Facts, settings: Settings) -> Hits:
    """Compare the percent of each activity with the round before."""
    for since, was, now in _doings(facts):
        fall = was.progress_pct - now.progress_pct
        if not isnan(fall) and fall >= settings["at_least_points"]:
            before, after = (format_count(one.progress_pct) for one in (was, now))
            yield Hit(
                cell(now, "progress_pct"),
                activity_keys(now),
                f"{about(now)} {quoted(now.text)} ก้าวหน้าร้อยละ {after}"
                f" น้อยกว่า{since.label}ที่รายงานร้อยละ {before}",
                expected=f"ไม่น้อยกว่าร้อยละ {before}",
                found=f"ร้อยละ {after}",
            )


def _doings(facts: Facts) -> Iterator[tuple[Since, Row, Row]]:
    for since in within_year(facts):
        for one in since.again:
            for was, now in one.doings_in_both:
                yield since, was, now
