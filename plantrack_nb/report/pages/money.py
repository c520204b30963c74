"""Where the money stands: by strategy, by group, project by project."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plantrack_nb.core.vocabulary import COLUMN_TH, TOTAL, UNMARKED
from plantrack_nb.render.drawing import charts
from plantrack_nb.render.formats import show
from plantrack_nb.render.parts import (
    Cell,
    Column,
    Figure,
    Paragraph,
    Part,
    Row,
    RowRole,
    Table,
    Tone,
    Unit,
)
from plantrack_nb.report.pages.labels import row_of, short_group, target_label

if TYPE_CHECKING:
    from plantrack_nb.report.figures.facts import Project, RoundFacts, Sum

_MONEY = (
    Column("งบประมาณ (บาท)", Unit.BAHT),
    Column("เบิกจ่าย (บาท)", Unit.BAHT),
    Column("คงเหลือ (บาท)", Unit.BAHT),
    Column("ร้อยละ", Unit.PERCENT),
)
_PROJECT = (Column("โครงการ", width=3), Column("ผู้รับผิดชอบ", width=1.8))
_MOST = 15


def strategy_money_chart(facts: RoundFacts) -> Part:
    """Draw the percent disbursed of each strategy against the target."""
    return _chart("ร้อยละการเบิกจ่ายรายกลยุทธ์", "กลยุทธ์", _named(facts.strategies), facts)


def group_money_chart(facts: RoundFacts) -> Part:
    """Draw the percent disbursed of each owner group against the target."""
    named = [(short_group(one.label), one) for one in facts.groups]
    return _chart("ร้อยละการเบิกจ่ายรายกลุ่มที่รับผิดชอบ", "กลุ่มที่รับผิดชอบ", named, facts)


def strategy_money_table(facts: RoundFacts) -> Table:
    """Sum projects and money by strategy."""
    return _table("งบประมาณและการเบิกจ่ายรายกลยุทธ์", "กลยุทธ์", _named(facts.strategies), facts)


def group_money_table(facts: RoundFacts) -> Table:
    """Sum projects and money by owner group."""
    named = [(one.label, one) for one in facts.groups]
    return _table("งบประมาณและการเบิกจ่ายรายกลุ่ม", "กลุ่มที่รับผิดชอบ", named, facts)


def unspent_table(facts: RoundFacts) -> Part:
    """List the largest amounts not disbursed yet."""
    listed = facts.unspent
    if not listed:
        return Paragraph("ไม่มีงบประมาณคงเหลือในโครงการใด")
    rows = [
        row_of(*_names(one), one.budget, one.disbursed, one.left, _percent(one))
        for one in listed[:_MOST]
    ]
    rest = listed[_MOST:]
    left = show(sum(one.left for one in rest), Unit.BAHT)
    note = f"และอีก {len(rest)} โครงการ คงเหลือรวม {left} บาท"
    return Table(
        "งบประมาณคงเหลือมากที่สุด", (*_PROJECT, *_MONEY), tuple(rows), note=note if rest else ""
    )


def not_started_table(facts: RoundFacts) -> Part:
    """List the projects of which nothing was begun."""
    return _states(facts.not_started, "โครงการที่ยังไม่ดำเนินการ")


def awaiting_table(facts: RoundFacts) -> Part:
    """List the projects that wait for money, with how far their work is."""
    return _states(facts.awaiting, "โครงการที่รอจัดสรรงบประมาณ")


def _states(projects: Sequence[Project], caption: str) -> Part:
    if not projects:
        return Paragraph(f"ไม่มี{caption}")
    rows = tuple(
        row_of(*_names(one), COLUMN_TH[one.status or UNMARKED], one.budget or None)
        for one in projects
    )
    columns = (*_PROJECT, Column("ระดับการดำเนินการ", width=1.3), _MONEY[0])
    return Table(f"{caption} ({len(projects)} โครงการ)", columns, rows)


def _chart(caption: str, heading: str, named: Sequence[tuple[str, Sum]], facts: RoundFacts) -> Part:
    bars = tuple(charts.Bar(label, one.percent) for label, one in named if one.percent is not None)
    if not bars:
        return Paragraph(f"ไม่มี{caption} เพราะยังไม่มีงบประมาณ")
    target = facts.target
    figure: Figure = charts.percent_bars(
        caption,
        [charts.BarGroup("", bars)],
        label_headings=("", heading),
        target=None if target is None else target.percent,
        target_label="" if target is None else target_label(target),
    )
    return figure


def _table(
    caption: str, heading: str, named: Sequence[tuple[str, Sum]], facts: RoundFacts
) -> Table:
    columns = (Column(heading, width=3), Column("โครงการ", Unit.COUNT), *_MONEY)
    rows = (_sums(label, one) for label, one in named)
    return Table(caption, columns, (*rows, _sums(TOTAL, facts.whole, RowRole.TOTAL)))


def _sums(label: str, one: Sum, role: RowRole = RowRole.BODY) -> Row:
    money = (one.budget, one.disbursed, one.left) if one.budget else (None, None, None)
    return row_of(label, one.projects, *money, one.percent, role=role)


def _named(strategies: Sequence[Sum]) -> list[tuple[str, Sum]]:
    return [(f"กลยุทธ์ที่ {one.label} {one.name}".strip(), one) for one in strategies]


def _names(one: Project) -> tuple[str, str]:
    return f"{one.project_no} {one.name}".strip(), short_group(one.group)


def _percent(one: Project) -> Cell:
    return Cell(one.percent, tone=Tone.WATCH if not one.disbursed else Tone.PLAIN)
