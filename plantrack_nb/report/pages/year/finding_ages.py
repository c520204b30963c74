"""How old the findings are: new, open since when, worse, fixed, come back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from plantrack_nb.core.calendar import round_label
from plantrack_nb.core.findings import SEVERITY_TH, Finding
from plantrack_nb.render import parts as p
from plantrack_nb.report.pages.findings import still_open
from plantrack_nb.report.pages.labels import TONES, cut
from plantrack_nb.year.ageing import COURSE_TH, Age, Course

_MOST = 40
_TONES = {
    Course.NEW: p.Tone.PLAIN,
    Course.OPEN: p.Tone.WATCH,
    Course.WORSE: p.Tone.BAD,
    Course.FIXED: p.Tone.GOOD,
    Course.CAME_BACK: p.Tone.BAD,
}


def age_facts(ages: Mapping[str, Age]) -> p.Part | None:
    """Count the findings by what has become of them since the round before."""
    if not ages:
        return None
    counts = Counter(one.course for one in ages.values())
    facts = (
        p.Fact(COURSE_TH[one], counts[one], tone=_TONES[one] if counts[one] else p.Tone.PLAIN)
        for one in Course
    )
    return p.Facts("ข้อตรวจพบเทียบกับรอบก่อน", tuple(facts))


def ages_table(findings: Sequence[Finding], ages: Mapping[str, Age]) -> p.Part | None:
    """List what stays open, the longest first, and what is worse or has come back."""
    if not ages:
        return None
    kept = [
        (ages[one.id], one)
        for one in still_open(findings, info=False)
        if one.id in ages and ages[one.id].course is not Course.NEW
    ]
    if not kept:
        return p.Paragraph("ข้อตรวจพบของรอบก่อนได้รับการแก้ไขทั้งหมดแล้ว")
    kept.sort(key=lambda pair: (-pair[0].rounds, pair[1].severity.rank))
    columns: p.Columns = {
        "เทียบกับรอบก่อน": 1.2,
        "พบตั้งแต่": 1.1,
        "รอบติดต่อกัน": p.Unit.COUNT,
        "ระดับ": 1.0,
        "โครงการ": 0.8,
        "ข้อตรวจพบ": 4.5,
    }
    rows = (_row(age, one) for age, one in kept[:_MOST])
    caption = f"ข้อตรวจพบที่ยังไม่แก้ {len(kept)} ข้อ"
    return p.table(caption, columns, rows, name_column=5, note=cut(len(kept), _MOST))


def fixed_table(fixed: Sequence[Finding]) -> p.Part | None:
    """List the findings of the round before that are gone, on demand."""
    shown = still_open(fixed, info=False)
    if not shown:
        return None
    rows = ((one.project_no, one.message) for one in shown[:_MOST])
    columns: p.Columns = {"โครงการ": 0.8, "ข้อตรวจพบของรอบก่อน": 5.0}
    table = p.table("แก้แล้ว", columns, rows, name_column=1, note=cut(len(shown), _MOST))
    return p.Details(f"ข้อตรวจพบของรอบก่อนที่แก้แล้ว {len(shown)} ข้อ", (table,))


def _row(age: Age, one: Finding) -> tuple[p.Cell | p.Value, ...]:
    return (
        p.Cell(COURSE_TH[age.course], tone=_TONES[age.course]),
        round_label(age.open_since.quarter),
        age.rounds,
        p.Cell(SEVERITY_TH[one.severity], tone=TONES[one.severity]),
        one.project_no,
        p.Cell(one.message, ref=one.id),
    )
