"""Where the money stands: by strategy, by group, project by project."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plantrack_nb.core.vocabulary import COLUMN_TH, TOTAL, UNMARKED
from plantrack_nb.render import parts as p
from plantrack_nb.render.formats import show
from plantrack_nb.report.figures.owners import short_group
from plantrack_nb.report.pages.labels import numbered, strategy_title
from plantrack_nb.report.pages.percents import percents_chart

if TYPE_CHECKING:
    from plantrack_nb.report.figures.facts import Project, RoundFacts, Sum

_MONEY = (
    p.Column("งบประมาณ (บาท)", p.Unit.BAHT),
    p.Column("เบิกจ่าย (บาท)", p.Unit.BAHT),
    p.Column("คงเหลือ (บาท)", p.Unit.BAHT),
    p.Column("ร้อยละ", p.Unit.PERCENT),
)
_PROJECT = (p.Column("โครงการ", width=3.0), p.Column("ผู้รับผิดชอบ", width=1.8))
_MOST = 15


def strategy_money_chart(facts: RoundFacts) -> p.Part | None:
    """Draw the percent disbursed of each strategy against the target."""
    if not facts.has_money:
        return p.Paragraph("ไม่มีโครงการใดมีงบประมาณหรือการเบิกจ่าย จึงไม่มียอดให้เทียบกับเป้าหมาย")
    return _chart("ร้อยละการเบิกจ่ายรายกลยุทธ์", "กลยุทธ์", _named(facts.strategies), facts)


def group_money_chart(facts: RoundFacts) -> p.Part | None:
    """Draw the percent disbursed of each owner group against the target."""
    named = [(short_group(one.label), one) for one in facts.groups]
    return _chart("ร้อยละการเบิกจ่ายรายกลุ่มที่รับผิดชอบ", "กลุ่มที่รับผิดชอบ", named, facts)


def strategy_money_table(facts: RoundFacts) -> p.Table | None:
    """Sum projects and money by strategy."""
    return _table("งบประมาณและการเบิกจ่ายรายกลยุทธ์", "กลยุทธ์", _named(facts.strategies), facts)


def group_money_table(facts: RoundFacts) -> p.Table | None:
    """Sum projects and money by owner group."""
    named = [(one.label, one) for one in facts.groups]
    return _table("งบประมาณและการเบิกจ่ายรายกลุ่ม", "กลุ่มที่รับผิดชอบ", named, facts)


def unspent_table(facts: RoundFacts) -> p.Part:
    """List the largest amounts not disbursed yet."""
    listed = facts.unspent
    if not listed:
        return p.Paragraph("ไม่มีงบประมาณคงเหลือในโครงการใด")
    rows = (
        (*_names(one), one.budget, one.disbursed, one.left, _percent(one)) for one in listed[:_MOST]
    )
    rest = listed[_MOST:]
    left = show(sum(one.left for one in rest), p.Unit.BAHT)
    note = f"และอีก {len(rest)} โครงการ คงเหลือรวม {left} บาท" if rest else ""
    return p.table("งบประมาณคงเหลือมากที่สุด", (*_PROJECT, *_MONEY), rows, note=note, folded=True)


def not_started_table(facts: RoundFacts) -> p.Part:
    """List the projects of which nothing was begun."""
    return _states(facts.not_started, "โครงการที่ยังไม่ดำเนินการ")


def awaiting_table(facts: RoundFacts) -> p.Part:
    """List the projects that wait for money, with how far their work is."""
    what = "ไม่ได้รับจัดสรรงบประมาณ" if facts.is_over else "รอจัดสรรงบประมาณ"
    return _states(facts.awaiting, f"โครงการที่{what}")


def _states(projects: Sequence[Project], caption: str) -> p.Part:
    if not projects:
        return p.Paragraph(f"ไม่มี{caption}")
    rows = (
        (*_names(one), COLUMN_TH[one.status or UNMARKED], one.budget or None) for one in projects
    )
    columns = (*_PROJECT, p.Column("ระดับการดำเนินการ", width=1.3), _MONEY[0])
    return p.table(f"{caption} ({len(projects)} โครงการ)", columns, rows, folded=True)


def _chart(
    caption: str, heading: str, named: Sequence[tuple[str, Sum]], facts: RoundFacts
) -> p.Part | None:
    bars = [p.Bar(label, (one.percent,)) for label, one in named if one.percent is not None]
    return percents_chart(caption, bars, ("", heading), facts)


def _table(
    caption: str, heading: str, named: Sequence[tuple[str, Sum]], facts: RoundFacts
) -> p.Table | None:
    if not facts.has_money:
        return None
    columns = (p.Column(heading, width=3.0), p.Column("โครงการ", p.Unit.COUNT), *_MONEY)
    rows = [p.row(*_sums(label, one)) for label, one in named]
    total = p.row(*_sums(TOTAL, facts.whole), role=p.RowRole.TOTAL)
    return p.table(caption, columns, (*rows, total), folded=True)


def _sums(label: str, one: Sum) -> tuple[p.Value, ...]:
    money = (one.budget, one.disbursed, one.left) if one.budget else (None, None, None)
    return (label, one.projects, *money, one.percent)


def _named(strategies: Sequence[Sum]) -> list[tuple[str, Sum]]:
    return [(strategy_title(one), one) for one in strategies]


def _names(one: Project) -> tuple[str, str]:
    return numbered(one.project_no, one.name), short_group(one.group)


def _percent(one: Project) -> p.Cell:
    return p.Cell(one.percent, tone=p.Tone.PLAIN if one.disbursed else p.Tone.WATCH)
