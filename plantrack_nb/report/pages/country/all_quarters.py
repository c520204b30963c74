"""All quarters there are, each with its sums."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plantrack_nb.core.calendar import round_label
from plantrack_nb.render import parts as p
from plantrack_nb.render.document import Document, assemble
from plantrack_nb.render.formats import NOTHING, show
from plantrack_nb.report.pages.country.district_lists import MONEY_COLUMNS, money_cells
from plantrack_nb.report.pages.country.rounds import STANDING_TH, Quarter, Standing

if TYPE_CHECKING:
    from plantrack_nb.office.targets import Target


def many_page(title: str, quarters: Sequence[Quarter], links: Sequence[str]) -> Document:
    """List quarters with their sums, each linked to its page."""
    return assemble([p.Masthead(title), quarters_part(quarters, links)])


def _goal(target: Target) -> str:
    unsure = "" if target.is_confirmed else " (ยังไม่ยืนยัน)"
    return show(target.percent, p.Unit.COUNT) + unsure


def quarters_part(quarters: Sequence[Quarter], links: Sequence[str]) -> p.Part:
    """List quarters under their years."""
    if not quarters:
        return p.Paragraph("ยังไม่มีรายงาน")
    columns = (
        p.Column("รอบ", width=2.2),
        p.Column("เขตพื้นที่", p.Unit.COUNT),
        *(p.Column(STANDING_TH[one], p.Unit.COUNT) for one in Standing),
        *MONEY_COLUMNS,
        p.Column("เป้าหมาย"),
    )
    rows: list[p.Row] = []
    for at, (one, link) in enumerate(zip(quarters, links, strict=True)):
        if not at or quarters[at - 1].fiscal_year != one.fiscal_year:
            rows.append(p.group(f"ปีงบประมาณ พ.ศ. {one.fiscal_year}"))
        goal = one.target
        rows.append(
            p.row(
                p.Cell(f"ไตรมาสที่ {one.quarter} ({round_label(one.quarter)})", link=link),
                len(one.lines),
                *map(one.count, Standing),
                *money_cells(one.totals, None if goal is None else goal.percent),
                NOTHING if goal is None else _goal(goal),
            )
        )
    note = "งบประมาณและการเบิกจ่ายเป็นยอดสะสมตั้งแต่ต้นปีงบประมาณ จึงไม่รวมข้ามไตรมาส"
    return p.table("ผลรายไตรมาส", columns, rows, note=note)
