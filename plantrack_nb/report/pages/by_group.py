"""The report's two tables and two charts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plantrack_nb.core.records import gathered, known
from plantrack_nb.core.vocabulary import (
    BANDS,
    COLUMN_TH,
    DISBURSED_PCT,
    LEVELS,
    PROJECTS,
    TOTAL,
    UNMARKED,
)
from plantrack_nb.measures.summary import figure
from plantrack_nb.render import parts as p
from plantrack_nb.render.drawing import charts
from plantrack_nb.report.pages.labels import GROUP, LEVEL_SHADES, with_projects
from plantrack_nb.report.pages.percents import percents_chart

if TYPE_CHECKING:
    from plantrack_nb.report.figures.facts import RoundFacts

_LEVEL_GROUP = "ระดับการดำเนินการ"
_BAND_GROUP = "การเบิกจ่ายงบประมาณ"


def level_table(facts: RoundFacts) -> p.Table:
    """Show the first table: projects by level of progress and band of disbursement."""
    levels, bands = _levels(facts), () if facts.needs_no_money else BANDS
    columns = (
        p.Column(GROUP, width=3.2),
        *(p.Column(COLUMN_TH[one], p.Unit.COUNT, _LEVEL_GROUP) for one in levels),
        *(p.Column(COLUMN_TH[one], p.Unit.COUNT, _BAND_GROUP) for one in bands),
        p.Column("รวม", p.Unit.COUNT),
    )
    rows = (
        _row(group, *(figure(one, held) for one in (*levels, *bands, PROJECTS)))
        for group, held in facts.by_group.items()
    )
    what = f"{_LEVEL_GROUP} / {_BAND_GROUP}" if bands else _LEVEL_GROUP
    caption = f"{what} จำแนกตามกลุ่ม/ฝ่ายที่รับผิดชอบ"
    return p.table(caption, columns, rows, folded=True)


def strategy_table(facts: RoundFacts) -> p.Table:
    """Show the second table: percent and projects by strategy and group."""
    numbers = [one.label for one in with_projects(facts)]
    paid = numbers if facts.has_money else []
    columns = (
        p.Column(GROUP, width=3.2),
        *(p.Column(one, p.Unit.PERCENT, "ร้อยละการเบิกจ่าย รายกลยุทธ์ที่") for one in paid),
        *(p.Column(one, p.Unit.COUNT, "จำนวนโครงการ รายกลยุทธ์ที่") for one in numbers),
    )
    rows = []
    for group, held in facts.by_group.items() if numbers else ():
        parts = [[one for one in held if one.strategy_no == number] for number in numbers]
        percents = (known(figure(DISBURSED_PCT, part)) for part in parts if paid)
        counts = (figure(PROJECTS, part) for part in parts)
        rows.append(_row(group, *percents, *counts))
    what = "ร้อยละการเบิกจ่ายงบประมาณ และจำนวนโครงการ" if paid else "จำนวนโครงการ"
    caption = f"{what} จำแนกตามกลยุทธ์ และกลุ่ม/ฝ่ายที่รับผิดชอบ"
    return p.table(caption, columns, rows, phone=p.Phone.SCROLL, folded=True)


def level_chart(facts: RoundFacts) -> p.Figure:
    """Draw the first chart of the report: projects by level and owner group."""
    levels = [one for one in _levels(facts) if facts.statuses[one]]
    bars = [
        p.Bar(group, tuple(int(figure(one, held)) for one in levels))
        for group, held in facts.by_group.items()
        if group != TOTAL
    ]
    segments = [p.Segment(COLUMN_TH[one], LEVEL_SHADES[one]) for one in levels]
    caption = "จำนวนโครงการ จำแนกตามระดับการดำเนินการและกลุ่ม/ฝ่าย"
    return charts.stacked_counts(caption, bars, segments, label_heading=GROUP)


def strategy_chart(facts: RoundFacts) -> p.Part | None:
    """Draw the second chart of the report: percent disbursed by strategy and group."""
    bars = [bar for one in with_projects(facts) for bar in _bars(facts, one.label)]
    caption = "ร้อยละการเบิกจ่ายงบประมาณ จำแนกตามกลยุทธ์และกลุ่ม/ฝ่ายที่รับผิดชอบ"
    return percents_chart(caption, bars, ("กลยุทธ์", GROUP), facts)


def _bars(facts: RoundFacts, number: str) -> Iterator[p.Bar]:
    """Give a bar to each group that has money in a strategy."""
    held = gathered((one for one in facts.projects if one.strategy_no == number), ["group"])
    for one in facts.groups:
        percent = known(figure(DISBURSED_PCT, held.get(one.label, [])))
        if percent is not None:
            yield p.Bar(one.label, (percent,), f"กลยุทธ์ที่ {number}")


def _levels(facts: RoundFacts) -> list[str]:
    return [*LEVELS, *([UNMARKED] if facts.statuses[UNMARKED] else [])]


def _row(group: str, *figures: float | None) -> p.Row:
    return p.row(group, *figures, role=p.RowRole.TOTAL if group == TOTAL else p.RowRole.BODY)
