"""Marks of activities against each other: a parent and its parts, twins, and none at all."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan
from typing import Any

from plantrack_nb.check.causes import id_of
from plantrack_nb.check.reading.marks import mark, percent_done
from plantrack_nb.check.reading.running_text.alike import repeated_subject
from plantrack_nb.check.reading.running_text.phrases import (
    about,
    activity_keys,
    joined,
    keys,
    named,
    quoted,
)
from plantrack_nb.check.reading.running_text.readings import squeezed
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, cells, rule
from plantrack_nb.core.vocabulary import STATUS_TH, Status
from plantrack_nb.thai.numbers import format_percent
from plantrack_nb.thai.text import squeeze

_MOST_NAMED = 8


@rule(
    "status-parent",
    title="สถานะของกิจกรรมหลักขัดกับกิจกรรมย่อย",
    title_en="A parent's mark contradicts its sub-activities",
    why="กิจกรรมหลักจะสำเร็จได้เมื่อกิจกรรมย่อยสำเร็จครบ",
    example="กิจกรรม 3 สำเร็จแล้ว แต่กิจกรรมย่อย 3-2 ระหว่างดำเนินการ",
    todo="แก้สถานะของกิจกรรมหลักหรือกิจกรรมย่อยให้ตรงกับงานจริง",
)
def parent_status(facts: Facts, _: Settings) -> Hits:
    """Find parents that are done before their parts, or not started after them."""
    for parent, parts in _families(facts):
        if parent.status == Status.DONE.value:
            against = [one for one in parts if one.status not in ("", Status.DONE.value)]
        elif parent.status == Status.NOT_STARTED.value:
            against = [one for one in parts if one.status not in ("", Status.NOT_STARTED.value)]
        else:
            continue
        if against:
            said = joined(
                f"{named([one])} {STATUS_TH[Status(one.status)]}" for one in against[:_MOST_NAMED]
            )
            yield Hit(
                mark(parent),
                activity_keys(parent),
                f"{about(parent)} รายงานว่า{STATUS_TH[Status(parent.status)]} แต่กิจกรรมย่อย {said}",
                expected=STATUS_TH[Status.IN_PROGRESS],
                found=STATUS_TH[Status(parent.status)],
                hint="แก้กิจกรรมหลักเป็น “ระหว่างดำเนินการ” หรือแก้กิจกรรมย่อยให้เป็นปัจจุบัน",
                beside=cells(against, "status"),
            )


@rule(
    "status-parent-percent",
    title="ร้อยละของกิจกรรมหลักไม่เข้ากับกิจกรรมย่อย",
    title_en="A parent's percent does not fit its sub-activities'",
    why="ความก้าวหน้าของกิจกรรมหลักเป็นค่ารวมของกิจกรรมย่อย จึงต้องอยู่ระหว่างค่าต่ำสุดและสูงสุด"
    " และใกล้ค่าเฉลี่ย แม้กิจกรรมย่อยบางรายการไม่บอกร้อยละ",
    example="กิจกรรมย่อยสำเร็จแล้วทั้ง 6 รายการ แต่กิจกรรมหลักร้อยละ 70",
    todo="แก้ร้อยละของกิจกรรมหลัก หรือเพิ่มกิจกรรมย่อยที่ยังขาด",
    tolerance_points=0.5,
    mean_points=10.0,
)
def parent_percent(facts: Facts, settings: Settings) -> Hits:
    """Compare a parent's percent with what its parts can add up to.

    Where every part has a percent, it must lie between the least and the greatest. A part
    without one may stand anywhere between 0 and 100; the mean has then a least and a greatest
    value, and the parent may not be ``mean_points`` beyond them.
    """
    for parent, parts in _families(facts):
        percent = percent_done(parent)
        written = [percent_done(one) for one in parts if one.status or one.text]
        if parent.status != Status.IN_PROGRESS.value or not written or isnan(percent):
            continue
        known = [one for one in written if not isnan(one)]
        is_whole = len(known) == len(written)
        low, high = (min(known), max(known)) if is_whole else (0.0, 100.0)
        tolerance = settings["tolerance_points"]
        if low - tolerance <= percent <= high + tolerance:
            missing = len(written) - len(known)
            low, high = (sum(known) / len(written), (sum(known) + 100 * missing) / len(written))
            if low - settings["mean_points"] < percent < high + settings["mean_points"]:
                continue
            words = "รวมกันเฉลี่ยได้ร้อยละ"
        else:
            words = "ก้าวหน้าร้อยละ"
        span = " ถึง ".join(dict.fromkeys(format_percent(one) for one in (low, high)))
        yield Hit(
            mark(parent),
            activity_keys(parent),
            f"{about(parent)} ก้าวหน้าร้อยละ {format_percent(percent)} แต่กิจกรรมย่อย"
            f"ที่เขียนไว้ {len(written)} รายการ{words} {span}",
            expected=span,
            found=format_percent(percent),
            hint="แก้ร้อยละของกิจกรรมหลัก หรือเขียนกิจกรรมย่อยที่เหลือพร้อมสถานะให้ครบ",
            beside=[spot for one in parts for spot in mark(one)],
        )


@rule(
    "status-same-activity",
    title="กิจกรรมเดียวกันรายงานความก้าวหน้าต่างกัน",
    title_en="The same activity with two statuses",
    why="ข้อความเดียวกันในโครงการเดียวกันควรมีสถานะเดียว มิฉะนั้นอาจคัดลอกข้อความมาผิด",
    example="“จัดอบรมครู” อยู่สองแห่ง แห่งหนึ่งสำเร็จแล้ว อีกแห่งยังไม่ดำเนินการ",
    todo="รวมเป็นรายการเดียว แก้สถานะให้ตรงกัน หรือแก้ข้อความที่คัดลอกมาผิด",
    long_text=40,
)
def same_activity(facts: Facts, settings: Settings) -> Hits:
    """Compare equal texts: under one parent always, across parents only when they are long."""
    whole = facts.once(squeezed)
    for activities in facts.activities_of.values():
        twins: dict[tuple[str, str], list[Any]] = {}
        for one in activities:
            text = whole[one.text]
            if text and one.status:
                parent = "" if len(text) >= settings["long_text"] else f"{one.parent_no}/"
                twins.setdefault((parent, text), []).append(one)
        for same in twins.values():
            if len(same) == 1:
                continue
            said = list(dict.fromkeys(_said(one) for one in same))
            if len(said) > 1:
                first = same[0]
                yield Hit(
                    [spot for one in same for spot in mark(one)],
                    keys(project_no=first.project_no, text=squeeze(first.text)[:60]),
                    f"โครงการ {first.project_no} มีกิจกรรม {quoted(first.text)} ซ้ำกัน"
                    f" ({named(same)}) แต่รายงานต่างกัน: {joined(said)}",
                    expected="สถานะเดียวกัน",
                    found=joined(said),
                    hint="ถ้าเป็นงานเดียวกันให้เหลือรายการเดียว ถ้าเป็นคนละงานให้แก้ข้อความ",
                    beside=cells(same, "text"),
                    because_of=id_of("activity-repeated", repeated_subject(first)),
                )


def _families(facts: Facts) -> Iterator[tuple[Any, list[Any]]]:
    """Give each marked activity with the parts under it that have a mark or a text."""
    for activities in facts.activities_of.values():
        parts: dict[str, list[Any]] = {}
        for one in activities:
            if one.parent_no and one.parent_no != one.activity_no:
                parts.setdefault(one.parent_no, []).append(one)
        for parent in activities:
            if parent.status and parent.activity_no in parts:
                yield parent, parts[parent.activity_no]


def _said(row: Any) -> str:
    percent = percent_done(row)
    if row.status != Status.IN_PROGRESS.value or isnan(percent):
        return STATUS_TH[Status(row.status)]
    return f"ร้อยละ {format_percent(percent)}"
