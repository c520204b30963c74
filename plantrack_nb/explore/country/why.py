"""Why a district stands where it does: its odd figures, its stuck money, its projects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median

from plantrack_nb.core.findings import SEVERITY_TH, Finding, Severity
from plantrack_nb.core.records import Row, known
from plantrack_nb.explore.beside import Side
from plantrack_nb.explore.country.figures import Course, Place, finished
from plantrack_nb.explore.country.shown import unlike
from plantrack_nb.explore.grid import Head, Listed
from plantrack_nb.render import parts as p
from plantrack_nb.render.formats import show

MIDDLE = "ค่ากลางของทุกเขต"
HEADS = (
    Head("name", "โครงการ"),
    Head("owner", "กลุ่ม/ฝ่ายที่รับผิดชอบ"),
    Head("budget", "งบประมาณ (บาท)", p.Unit.BAHT),
    Head("percent", "เบิกจ่าย (ร้อยละ)", p.Unit.PERCENT),
    Head("left", "ยังไม่เบิกจ่าย (บาท)", p.Unit.BAHT),
    Head("found", "ข้อตรวจพบ"),
)
_MOST_STUCK = 3


def why(
    place: Place,
    projects: Sequence[Row],
    findings: Sequence[Finding],
    quarter: int,
) -> list[p.Part]:
    """Say in words how a district stands, what is odd about it, and where its money is."""
    counts = Counter(one.severity for one in findings if not one.waived)
    found = " ".join(f"{SEVERITY_TH[one]} {counts[one]} ข้อ" for one in [*Severity][:2])
    money = place.course.totals.get(quarter)
    sums = (
        "ไม่มีโครงการที่ตรงกับตัวเลือก"
        if money is None
        else f"{money.projects} โครงการ · งบประมาณ {show(money.budget, p.Unit.BAHT)} บาท"
        f" · เบิกจ่ายร้อยละ {show(money.percent, p.Unit.PERCENT)}"
    )
    odd = [
        f"{unlike(one)}: {show(round(one.value, 2), p.Unit.DECIMAL)}"
        f" ขณะที่ค่ากลางของทุกเขตคือ {show(round(one.middle, 2), p.Unit.DECIMAL)}"
        for one in place.unlike
    ]
    stuck = _stuck(projects)
    return [
        p.Heading(f"{place.course.name} ไตรมาส {quarter}", 3),
        p.Paragraph(f"{sums} · {found}"),
        *([p.Paragraph(" · ".join(odd), lead="ต่างจากเขตอื่น")] if odd else []),
        *([p.Paragraph(" · ".join(stuck), lead="เงินค้างอยู่ที่")] if stuck else []),
    ]


def not_reported(name: str, quarter: int) -> list[p.Part]:
    """Say that there is no report, and what to do."""
    hint = p.Paragraph("เลือกไตรมาสอื่นด้านบน หรือทำรายงานของเขตนี้ด้วย plantrack run")
    return [
        p.Heading(name, 3),
        p.Callout(f"ยังไม่มีรายงานไตรมาส {quarter}", (hint,), p.Tone.WATCH),
    ]


def project_rows(projects: Sequence[Row], findings: Sequence[Finding]) -> list[Listed]:
    """List projects, the most money left first."""
    count = Counter(
        one.project_no for one in findings if not one.waived and one.severity is not Severity.INFO
    )
    return [_listed(one, count[one.project_no]) for one in sorted(projects, key=_most_left)]


def side(course: Course) -> Side:
    """Give a district's percents over the quarters, and its finished projects at the last."""
    made = {f"เบิกจ่าย ไตรมาส {one}": course.percent(one) for one in sorted(course.totals)}
    last = {f"โครงการที่เสร็จ ไตรมาส {one}": finished(course, one) for one in sorted(course.totals)}
    return Side(course.name, {**made, **dict([*last.items()][-1:])})


def middle(courses: Sequence[Course], labels: Sequence[str]) -> Side:
    """Give the median of all districts for each of some figures."""
    sides = [side(one).percents for one in courses]
    given = {
        label: [value for one in sides if (value := one.get(label)) is not None] for label in labels
    }
    return Side(MIDDLE, {label: median(some) if some else None for label, some in given.items()})


def _stuck(projects: Sequence[Row]) -> list[str]:
    data = sorted(projects, key=_most_left)
    whole = sum(max(_left(one), 0.0) for one in data)
    return [
        f"{one.project_no} {one.name} {show(_left(one), p.Unit.BAHT)} บาท"
        f" (ร้อยละ {show(100 * _left(one) / whole, p.Unit.PERCENT)} ของเงินที่ค้าง)"
        for one in data[:_MOST_STUCK]
        if _left(one) > 0
    ]


def _listed(one: Row, count: int) -> Listed:
    found = p.Cell(f"{count} ข้อ", tone=p.Tone.WATCH) if count else ""
    name = f"{one.project_no} {one.name}"
    money = known(one.budget), known(one.disbursed_pct), _left(one)
    return Listed(one.project_no, (name, one.owner, *money, found))


def _most_left(one: Row) -> float:
    return -_left(one)


def _left(one: Row) -> float:
    return (known(one.budget) or 0.0) - (known(one.disbursed) or 0.0)
