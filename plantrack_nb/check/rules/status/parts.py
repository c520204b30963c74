"""Marks of activities against each other: a parent and its parts, twins, and none at all."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan
from typing import Any

from plantrack_nb.check.causes import id_of
from plantrack_nb.check.facts import Facts, ref_of, round_of
from plantrack_nb.check.reading.phrases import about, joined, keys, quoted
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.check.rules.structure.numbers import repeated_subject
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.vocabulary import STATUS_TH, Status
from plantrack_nb.thai.numbers import format_percent
from plantrack_nb.thai.text import squeeze

_FULL = {Status.DONE.value: 100.0, Status.NOT_STARTED.value: 0.0}
_MOST_NAMED = 8


@rule(
    "status-parent",
    Family.STATUS,
    Severity.WARNING,
    title="สถานะของกิจกรรมหลักขัดกับกิจกรรมย่อย",
    title_en="A parent's mark contradicts its sub-activities",
    why="กิจกรรมหลักจะสำเร็จได้เมื่อกิจกรรมย่อยสำเร็จครบ",
    example="กิจกรรม 3 สำเร็จแล้ว แต่กิจกรรมย่อย 3-2 ระหว่างดำเนินการ",
    todo="แก้สถานะของกิจกรรมหลักหรือกิจกรรมย่อยให้ตรงกับงานจริง",
)
def parent_status(facts: Facts, _: Settings) -> Iterator[Finding]:
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
                f"{_name(one)} {STATUS_TH[Status(one.status)]}" for one in against[:_MOST_NAMED]
            )
            yield Finding(
                "status-parent",
                keys(project_no=parent.project_no, activity_no=parent.activity_no),
                Severity.WARNING,
                f"{about(parent)} รายงานว่า{STATUS_TH[Status(parent.status)]} แต่กิจกรรมย่อย {said}",
                project_no=parent.project_no,
                expected=STATUS_TH[Status.IN_PROGRESS],
                found=STATUS_TH[Status(parent.status)],
                hint="แก้กิจกรรมหลักเป็น “ระหว่างดำเนินการ” หรือแก้กิจกรรมย่อยให้เป็นปัจจุบัน",
                refs=(ref_of(parent), *map(ref_of, against)),
                district=round_of(parent),
            )


@rule(
    "status-parent-percent",
    Family.STATUS,
    Severity.WARNING,
    title="ร้อยละของกิจกรรมหลักไม่เข้ากับกิจกรรมย่อย",
    title_en="A parent's percent does not fit its sub-activities'",
    why="ความก้าวหน้าของกิจกรรมหลักเป็นค่ารวมของกิจกรรมย่อย จึงต้องอยู่ระหว่างค่าต่ำสุดและสูงสุด"
    " และใกล้ค่าเฉลี่ย แม้กิจกรรมย่อยบางรายการไม่บอกร้อยละ",
    example="กิจกรรมย่อยสำเร็จแล้วทั้ง 6 รายการ แต่กิจกรรมหลักร้อยละ 70",
    todo="แก้ร้อยละของกิจกรรมหลัก หรือเพิ่มกิจกรรมย่อยที่ยังขาด",
    tolerance_points=0.5,
    mean_points=10.0,
)
def parent_percent(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Compare a parent's percent with what its parts can add up to.

    Where every part has a percent, it must lie between the least and the greatest. A part
    without one may stand anywhere between 0 and 100; the mean has then a least and a greatest
    value, and the parent may not be ``mean_points`` beyond them.
    """
    for parent, parts in _families(facts):
        percent = _percent(parent)
        written = [_percent(one) for one in parts if one.status or one.text]
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
        yield Finding(
            "status-parent-percent",
            keys(project_no=parent.project_no, activity_no=parent.activity_no),
            Severity.WARNING,
            f"{about(parent)} ก้าวหน้าร้อยละ {format_percent(percent)} แต่กิจกรรมย่อย"
            f"ที่เขียนไว้ {len(written)} รายการ{words} {span}",
            project_no=parent.project_no,
            expected=span,
            found=format_percent(percent),
            hint="แก้ร้อยละของกิจกรรมหลัก หรือเขียนกิจกรรมย่อยที่เหลือพร้อมสถานะให้ครบ",
            refs=(ref_of(parent), *map(ref_of, parts)),
            district=round_of(parent),
        )


@rule(
    "status-same-activity",
    Family.STATUS,
    Severity.WARNING,
    title="กิจกรรมเดียวกันรายงานความก้าวหน้าต่างกัน",
    title_en="The same activity with two statuses",
    why="ข้อความเดียวกันในโครงการเดียวกันควรมีสถานะเดียว มิฉะนั้นอาจคัดลอกข้อความมาผิด",
    example="“จัดอบรมครู” อยู่สองแห่ง แห่งหนึ่งสำเร็จแล้ว อีกแห่งยังไม่ดำเนินการ",
    todo="รวมเป็นรายการเดียว แก้สถานะให้ตรงกัน หรือแก้ข้อความที่คัดลอกมาผิด",
    long_text=40,
)
def same_activity(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Compare equal texts: under one parent always, across parents only when they are long."""
    for activities in facts.activities_of.values():
        twins: dict[tuple[str, str], list[Any]] = {}
        for one in activities:
            text = squeeze(one.text)
            if text and one.status:
                parent = "" if len(text) >= settings["long_text"] else f"{one.parent_no}/"
                twins.setdefault((parent, text), []).append(one)
        for same in twins.values():
            said = list(dict.fromkeys(_said(one) for one in same))
            if len(said) > 1:
                first = same[0]
                yield Finding(
                    "status-same-activity",
                    keys(project_no=first.project_no, text=squeeze(first.text)[:60]),
                    Severity.WARNING,
                    f"โครงการ {first.project_no} มีกิจกรรม {quoted(first.text)} ซ้ำกัน"
                    f" ({joined(_name(one) for one in same)}) แต่รายงานต่างกัน: {joined(said)}",
                    project_no=first.project_no,
                    expected="สถานะเดียวกัน",
                    found=joined(said),
                    hint="ถ้าเป็นงานเดียวกันให้เหลือรายการเดียว ถ้าเป็นคนละงานให้แก้ข้อความ",
                    refs=tuple(map(ref_of, same)),
                    because_of=id_of("activity-repeated", repeated_subject(first)),
                    district=round_of(first),
                )


@rule(
    "status-unmarked",
    Family.STATUS,
    Severity.WARNING,
    title="ไม่รายงานสถานะ",
    title_en="No mark of progress",
    why="โครงการหรือกิจกรรมที่ไม่มีสถานะนับรวมในสรุปผลไม่ได้",
    example="กิจกรรมที่ 1–3 มีสถานะ แต่กิจกรรมที่ 4 ไม่มี",
    todo="กรอกสถานะหรือร้อยละความก้าวหน้าให้ครบทุกกิจกรรม",
)
def unmarked(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Find projects without a mark, and activities left out where the others have theirs.

    One mark for a whole project is the office's habit and no fault; of sub-activities left out
    beside marked ones it informs only.
    """
    for project in facts.projects:
        if project.status:
            continue
        yield Finding(
            "status-unmarked",
            keys(project_no=project.project_no),
            Severity.WARNING,
            f"โครงการ {project.project_no} ไม่มีสถานะหรือร้อยละความก้าวหน้าเลย",
            project_no=project.project_no,
            expected="มีสถานะ",
            hint="กรอกสถานะของทุกกิจกรรม",
            refs=(ref_of(project),),
            district=round_of(project),
        )
    for activities in facts.activities_of.values():
        marked = [one for one in activities if one.status]
        if len(marked) < 2:
            continue
        left = _left_out(activities)
        tops = [one for one in left if not one.parent_no]
        if tops:
            yield _without_mark(tops, "", Severity.WARNING)
        beside = {one.parent_no for one in marked if one.parent_no}
        subs = [one for one in left if one.parent_no in beside]
        if subs:
            yield _without_mark(subs, "ย่อย", Severity.INFO)


def _without_mark(left: list[Any], kind: str, severity: Severity) -> Finding:
    first = left[0]
    named = joined(_name(one) for one in left[:_MOST_NAMED])
    more = f" และอีก {len(left) - _MOST_NAMED} รายการ" if len(left) > _MOST_NAMED else ""
    return Finding(
        "status-unmarked",
        keys(project_no=first.project_no, level="sub" if kind else "top"),
        severity,
        f"โครงการ {first.project_no} กิจกรรม{kind} {named}{more} ไม่มีสถานะ ขณะที่กิจกรรมอื่นมี",
        project_no=first.project_no,
        expected="มีสถานะทุกกิจกรรม",
        found="ว่าง",
        hint="กรอกสถานะหรือร้อยละความก้าวหน้าของกิจกรรมเหล่านี้",
        refs=tuple(map(ref_of, left)),
        district=round_of(first),
    )


def _left_out(activities: list[Any]) -> list[Any]:
    """Take activities without a mark of their own, above them or below them."""
    parents = {one.activity_no: one.parent_no for one in activities if one.activity_no}
    marked = {one.activity_no for one in activities if one.status and one.activity_no}
    covered = {name for one in activities if one.status for name in _above(one.parent_no, parents)}
    return [
        one
        for one in activities
        if not one.status and one.text and one.activity_no not in covered
        and not _deep_under(one.parent_no, parents, marked)
    ]  # fmt: skip


def _above(name: str, parents: dict[str, str]) -> Iterator[str]:
    seen = set()
    while name and name not in seen:
        seen.add(name)
        yield name
        name = parents.get(name, "")


def _deep_under(name: str, parents: dict[str, str], marked: set[str]) -> bool:
    """Tell whether something above the direct parent is marked and the parent is not."""
    return any(one in marked for one in _above(parents.get(name, ""), parents))


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


def _percent(row: Any) -> float:
    return float(_FULL.get(row.status, row.progress_pct))


def _said(row: Any) -> str:
    percent = _percent(row)
    if row.status in _FULL or isnan(percent):
        return STATUS_TH[Status(row.status)]
    return f"ร้อยละ {format_percent(percent)}"


def _name(row: Any) -> str:
    return str(row.activity_no) or quoted(row.text, 30)
