"""The twelve-month report: the plan beside its result, and what is left of the money."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plantrack_nb.core.vocabulary import TOTAL, Status
from plantrack_nb.render import parts as p
from plantrack_nb.report.figures.owners import short_group
from plantrack_nb.report.pages.labels import numbered, strategy_title, with_projects

if TYPE_CHECKING:
    from plantrack_nb.report.figures.facts import RoundFacts, Sum
    from plantrack_nb.report.figures.year_so_far import Left

_MOST_LEFT = 7


def year_result(facts: RoundFacts) -> p.Part | None:
    """Set the plan beside its result when the year is over; nothing before that."""
    if not facts.is_over or not facts.projects:
        return None
    columns: p.Columns = {
        "กลยุทธ์": 3.0,
        "โครงการตามแผน": p.Unit.COUNT,
        "สำเร็จ": p.Unit.COUNT,
        "ยังไม่สำเร็จ": p.Unit.COUNT,
        "งบประมาณ (บาท)": p.Unit.BAHT,
        "เบิกจ่าย (บาท)": p.Unit.BAHT,
        "ร้อยละ": p.Unit.PERCENT,
        "คงเหลือ (บาท)": p.Unit.BAHT,
    }
    rows = [p.row(strategy_title(one), *_result(one, facts)) for one in with_projects(facts)]
    rows.append(p.row(TOTAL, *_result(facts.whole, facts), role=p.RowRole.TOTAL))
    return p.table("ผลทั้งปีเทียบกับแผน", columns, rows)


def left_table(left: Sequence[Left]) -> p.Part | None:
    """List what is carried over and what is returned; nothing where there is nothing."""
    if not left:
        return None
    columns: p.Columns = {
        "โครงการ": 3.0,
        "ผู้รับผิดชอบ": 1.8,
        "คงเหลือ (บาท)": p.Unit.BAHT,
        "ผูกพันแล้ว กันไว้เบิกเหลื่อมปี (บาท)": p.Unit.BAHT,
        "ไม่ผูกพัน ส่งคืน (บาท)": p.Unit.BAHT,
    }
    rows = [
        p.row(
            numbered(one.project.project_no, one.project.name),
            short_group(one.project.group),
            one.project.left,
            one.kept or None,
            one.returned or None,
        )
        for one in left[:_MOST_LEFT]
    ]
    amounts = (
        sum(one.project.left for one in left),
        sum(one.kept for one in left) or None,
        sum(one.returned for one in left) or None,
    )
    rows.append(p.row(TOTAL, "", *amounts, role=p.RowRole.TOTAL))
    rest = len(left) - _MOST_LEFT
    note = f"และอีก {rest} โครงการ รวมอยู่ในยอดรวมแล้ว" if rest > 0 else ""
    return p.table("เงินคงเหลือเมื่อสิ้นปีงบประมาณ", columns, rows, note=note)


def _result(of: Sum, facts: RoundFacts) -> tuple[p.Value, ...]:
    """Count the projects of a strategy (of all, where it has no number) and those that are done."""
    own = [one for one in facts.projects if of.label in ("", one.strategy_no)]
    done = sum(one.status == Status.DONE for one in own)
    budget = of.budget or None
    return (len(own), done, len(own) - done, budget, of.disbursed, of.percent, budget and of.left)
