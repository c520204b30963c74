"""The country's quarter: its sums, who has not reported, every district, who moved most."""

from __future__ import annotations

from plantrack_nb.core.calendar import round_label, round_period, thai_period
from plantrack_nb.render import parts as p
from plantrack_nb.render.document import Document, assemble
from plantrack_nb.render.formats import show
from plantrack_nb.report.pages.country.district_lists import absent_part, name_of, reported_part
from plantrack_nb.report.pages.country.rounds import (
    STANDING_TH,
    TITLE,
    TONES,
    Line,
    Quarter,
    Standing,
)
from plantrack_nb.report.pages.labels import target_label

_MOST_MOVERS = 5


def quarter_page(quarter: Quarter, before: Quarter | None = None) -> Document:
    """Show the country's quarter; ``before`` is the one that it is held against, if there is one.

    Parameters
    ----------
    quarter : Quarter
        All districts of it.
    before : Quarter, optional
        An earlier quarter of the same fiscal year.
    """
    first, last = round_period(quarter.fiscal_year, quarter.quarter)
    period = f"{round_label(quarter.quarter)} ({thai_period(first, last)})"
    head = p.Masthead(
        f"{TITLE} ปีงบประมาณ พ.ศ. {quarter.fiscal_year}",
        period=period,
        date=last.isoformat(),
        notes=(f"{len(quarter.lines)} เขตพื้นที่",),
    )
    parts = [
        _standings(quarter),
        _money(quarter),
        absent_part(quarter),
        reported_part(quarter),
        movers_part(quarter, before),
    ]
    return assemble([head, *(one for one in parts if one is not None)])


def movers_part(quarter: Quarter, before: Quarter | None) -> p.Part | None:
    """List who disbursed most and least since an earlier quarter, in points of their budgets."""
    was = {} if before is None else {one.code: one.percent for one in before.lines}
    moved = [
        (now - then, then, one)
        for one in quarter.lines
        if (now := one.percent) is not None and (then := was.get(one.code)) is not None
    ]
    if before is None or len(moved) < 2:
        return None
    moved.sort(key=lambda step: (-step[0], step[2].code))
    most = min(_MOST_MOVERS, len(moved) // 2)
    columns: p.Columns = {
        "เขตพื้นที่": 2.2,
        f"{round_label(before.quarter)} (ร้อยละ)": p.Unit.PERCENT,
        f"{round_label(quarter.quarter)} (ร้อยละ)": p.Unit.PERCENT,
        "เพิ่ม (จุด)": p.Unit.PERCENT,
    }
    rows = [
        p.group("เพิ่มมากที่สุด"),
        *map(_mover, moved[:most]),
        p.group("เพิ่มน้อยที่สุดหรือลดลง"),
        *map(_mover, reversed(moved[-most:])),
    ]
    caption = f"เขตที่เบิกจ่ายเปลี่ยนมากที่สุดตั้งแต่{round_label(before.quarter)}"
    return p.table(caption, columns, rows)


def _mover(step: tuple[float, float, Line]) -> p.Row:
    points, then, line = step
    link = next(iter(line.reports.values()), "")
    tone = p.Tone.BAD if points < 0 else p.Tone.PLAIN
    return p.row(p.Cell(name_of(line), link=link), then, line.percent, p.Cell(points, tone=tone))


def _standings(quarter: Quarter) -> p.Facts:
    facts = []
    for standing in reversed(Standing):
        count = quarter.count(standing)
        tone = TONES[standing] if count else p.Tone.PLAIN
        facts.append(p.Fact(STANDING_TH[standing], count, suffix="เขต", tone=tone))
    return p.Facts("สถานะของรายงานรายเขต", tuple(facts))


def _money(quarter: Quarter) -> p.Facts:
    sums, target = quarter.totals, quarter.target
    known = sum(one.totals is not None for one in quarter.lines)
    goal = None if target is None else target.percent
    note = f"{target_label(target)} ร้อยละ {show(goal, p.Unit.COUNT)}" if target else ""
    finished = f"สำเร็จ {show(sums.finished)} · ยังไม่เริ่ม {show(sums.not_started)}"
    return p.Facts(
        "ภาพรวมของไตรมาส",
        (
            p.Fact("โครงการ", sums.projects, suffix="โครงการ", note=finished),
            p.Fact("งบประมาณที่ได้รับจัดสรร", sums.budget, p.Unit.BAHT, note=f"จาก {known} เขต"),
            p.Fact("เบิกจ่ายแล้ว", sums.disbursed, p.Unit.BAHT),
            p.Fact(
                "ร้อยละการเบิกจ่าย",
                sums.percent,
                p.Unit.PERCENT,
                note=note,
                tone=p.Tone.WATCH if quarter.is_late else p.Tone.PLAIN,
                share=sums.percent,
                target=goal,
            ),
        ),
    )
