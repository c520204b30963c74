"""What has changed since another round, for the director's page and the notebook of comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from plantrack_nb.core.calendar import round_label
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.render import parts as p
from plantrack_nb.render.formats import show
from plantrack_nb.year.change import KINDS_TH, Change
from plantrack_nb.year.forecast import Forecast
from plantrack_nb.year.identity import Candidate
from plantrack_nb.year.since_last_round import SinceLast

_MOST = 400
_BAD = ("disbursed_fell", "status_back", "progress_fell", "project_gone", "activity_gone")
_WATCH = ("nothing_reported", "budget_changed", "project_moved", "owner_changed")
_GOOD = ("status_forward", "progress_rose", "disbursed_rose")


def change_facts(changes: Sequence[Change], before: RoundKey) -> p.Part:
    """Say in a few figures what has changed."""
    count = Counter(one.kind for one in changes)
    moved = {one.project_no for one in changes if one.kind in _GOOD}
    back = {one.project_no for one in changes if one.kind in _BAD and one.project_no}
    lost, silent = len(back) + count["project_gone"], count["nothing_reported"]
    since = f"เทียบกับ{round_label(before.quarter)} ปีงบประมาณ {before.fiscal_year}"
    return p.Facts(
        f"สิ่งที่เปลี่ยนเมื่อ{since}",
        (
            p.Fact("โครงการที่คืบหน้า", len(moved), tone=_if(p.Tone.GOOD, len(moved))),
            p.Fact("โครงการที่ถอยหลังหรือหายไป", lost, tone=_if(p.Tone.BAD, lost)),
            p.Fact("โครงการที่ไม่มีรายงานเพิ่มเติม", silent, tone=_if(p.Tone.WATCH, silent)),
            p.Fact("โครงการใหม่", count["project_new"]),
        ),
    )


def changes_table(changes: Sequence[Change]) -> p.Part:
    """List every change, what fell or vanished first, each with what stood there before."""
    if not changes:
        return p.Paragraph("ไม่มีอะไรเปลี่ยนจากรอบที่เทียบ")
    order = {kind: at for at, kind in enumerate((*_BAD, *_WATCH, *KINDS_TH))}
    shown = sorted(changes, key=lambda one: order[one.kind])[:_MOST]
    rows = (
        (
            p.Cell(KINDS_TH[one.kind], tone=_tone(one.kind)),
            one.project_no or one.project_no_before,
            p.Cell(one.message, ref=one.refs[0].ref if one.refs else ""),
        )
        for one in shown
    )
    more = f" แสดง {len(shown)} รายการแรก" if len(shown) < len(changes) else ""
    columns = {"เรื่อง": 2.0, "โครงการ": 1.0, "สิ่งที่เปลี่ยน": 5.0}
    return p.table(f"สิ่งที่เปลี่ยน ({len(changes)} รายการ{more})", columns, rows, folded=True)


def changes_annex(title: str, since: SinceLast | None) -> p.Part | None:
    """List every change under a heading of its own; nothing in a first round."""
    if since is None:
        return None
    return p.Series((p.Heading(title), changes_table(since.changes)))


def candidates_table(candidates: Sequence[Candidate], names: Mapping[str, str]) -> p.Part | None:
    """List projects that may be one, for a person to confirm; nothing where none is in doubt."""
    if not candidates:
        return None
    columns: p.Columns = {
        "รอบก่อน": 1.0,
        "รอบนี้": 1.0,
        "ชื่อในรอบนี้": 4.0,
        "ความเหมือน (ร้อยละ)": p.Unit.PERCENT,
    }
    rows = (
        (
            one.project_no_before,
            one.project_no,
            names.get(one.project_no, ""),
            100 * one.likeness,
        )
        for one in candidates
    )
    return p.table("โครงการที่อาจเป็นโครงการเดียวกัน รอผู้รับผิดชอบยืนยัน", columns, rows)


def year_end(made: Forecast | None, budget: float, target_pct: float | None) -> p.Part | None:
    """Say where disbursement will stand on 30 September, how that is reckoned, what is needed."""
    if made is None:
        return None
    ends = (made.likely, made.low, made.high)
    likely, low, high = (show(percent_of(one, budget), p.Unit.PERCENT) for one in ends)
    bounds = f" (ระหว่างร้อยละ {low} ถึง {high})" if low != high else ""
    points = [
        f"หากเบิกจ่ายในอัตราเดิม วันที่ 30 กันยายนจะเบิกจ่ายได้ร้อยละ {likely}{bounds}",
        "คิดจากอัตราเฉลี่ยต่อเดือนตั้งแต่ต้นปีงบประมาณ และอัตราของไตรมาสล่าสุด",
    ]
    if target_pct is not None:
        need, pace = (show(one, p.Unit.BAHT) for one in (made.needed, made.pace))
        points.append(
            f"จะถึงเป้าหมายร้อยละ {show(target_pct, p.Unit.PERCENT)} ต้องเบิกจ่ายเดือนละ {need} บาท"
            f" เป็นเวลา {made.months_left} เดือน (ที่ผ่านมาเฉลี่ยเดือนละ {pace} บาท)"
            if made.needed > 0
            else f"ถึงเป้าหมายทั้งปีร้อยละ {show(target_pct, p.Unit.PERCENT)} แล้ว"
        )
    return p.Callout("คาดการณ์สิ้นปีงบประมาณ", (p.Bullets(tuple(points)),), p.Tone.INFO)


def _if(tone: p.Tone, count: int) -> p.Tone:
    return tone if count else p.Tone.PLAIN


def _tone(kind: str) -> p.Tone:
    tones = {p.Tone.BAD: _BAD, p.Tone.WATCH: _WATCH, p.Tone.GOOD: _GOOD}
    return next((tone for tone, kinds in tones.items() if kind in kinds), p.Tone.PLAIN)
