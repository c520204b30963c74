"""The report's two tables and two charts."""

from __future__ import annotations

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
from plantrack_nb.render.drawing import charts
from plantrack_nb.render.drawing.theme import LEVEL_COLOURS, LINE
from plantrack_nb.render.parts import (
    Column,
    Figure,
    Phone,
    Row,
    RowRole,
    Table,
    Unit,
)
from plantrack_nb.report.pages.labels import row_of, target_label, with_projects

if TYPE_CHECKING:
    from plantrack_nb.report.figures.facts import RoundFacts

_LEVEL_GROUP = "ระดับการดำเนินการ"
_BAND_GROUP = "การเบิกจ่ายงบประมาณ"
_GROUP = "กลุ่ม/ฝ่ายที่รับผิดชอบ"


def level_table(facts: RoundFacts) -> Table:
    """Show the first table: projects by level of progress and band of disbursement."""
    levels = _levels(facts)
    columns = (
        Column(_GROUP, width=3.2),
        *(Column(COLUMN_TH[one], Unit.COUNT, _LEVEL_GROUP) for one in levels),
        *(Column(COLUMN_TH[one], Unit.COUNT, _BAND_GROUP) for one in BANDS),
        Column("รวมโครงการ", Unit.COUNT),
    )
    rows = (
        _row(group, *(figure(one, held) for one in (*levels, *BANDS, PROJECTS)))
        for group, held in facts.by_group.items()
    )
    return Table(
        "ระดับการดำเนินการ / การเบิกจ่ายงบประมาณ จำแนกตามกลุ่ม/ฝ่ายที่รับผิดชอบ", columns, tuple(rows)
    )


def strategy_table(facts: RoundFacts) -> Table:
    """Show the second table: percent and projects by strategy and group."""
    numbers = [one.label for one in with_projects(facts)]
    columns = (
        Column(_GROUP, width=3.2),
        *(Column(one, Unit.PERCENT, "ร้อยละการเบิกจ่าย รายกลยุทธ์ที่") for one in numbers),
        *(Column(one, Unit.COUNT, "จำนวนโครงการ รายกลยุทธ์ที่") for one in numbers),
    )
    rows = []
    for group, held in facts.by_group.items() if numbers else ():
        parts = [[one for one in held if one.strategy_no == number] for number in numbers]
        percents = (known(figure(DISBURSED_PCT, part)) for part in parts)
        counts = (figure(PROJECTS, part) for part in parts)
        rows.append(_row(group, *percents, *counts))
    return Table(
        "ร้อยละการเบิกจ่ายงบประมาณ และจำนวนโครงการ จำแนกตามกลยุทธ์ และกลุ่ม/ฝ่ายที่รับผิดชอบ",
        columns,
        tuple(rows),
        phone=Phone.SCROLL,
    )


def level_chart(facts: RoundFacts) -> Figure:
    """Draw the first chart of the report: projects by level and owner group."""
    levels = _levels(facts)
    rows = [
        charts.Stack(group, tuple(int(figure(one, held)) for one in levels))
        for group, held in facts.by_group.items()
        if group != TOTAL
    ]
    colours = {**{str(one): colour for one, colour in LEVEL_COLOURS.items()}, UNMARKED: LINE}
    series = {COLUMN_TH[one]: colours[one] for one in levels}
    caption = "จำนวนโครงการ จำแนกตามระดับการดำเนินการและกลุ่ม/ฝ่าย"
    return charts.stacked_counts(caption, rows, series, label_heading=_GROUP)


def strategy_chart(facts: RoundFacts) -> Figure:
    """Draw the second chart of the report: percent disbursed by strategy and group."""
    target = facts.target
    return charts.percent_bars(
        "ร้อยละการเบิกจ่ายงบประมาณ จำแนกตามกลยุทธ์และกลุ่ม/ฝ่ายที่รับผิดชอบ",
        [group for one in with_projects(facts) if (group := _bars(facts, one.label)).bars],
        label_headings=("กลยุทธ์", _GROUP),
        target=None if target is None else target.percent,
        target_label="" if target is None else target_label(target),
    )


def _bars(facts: RoundFacts, number: str) -> charts.BarGroup:
    """Give a bar to each group that has money in a strategy."""
    held = gathered((one for one in facts.projects if one.strategy_no == number), ["group"])
    bars = (
        charts.Bar(one.label, known(figure(DISBURSED_PCT, held.get(one.label, []))))
        for one in facts.groups
    )
    drawn = tuple(one for one in bars if one.percent is not None)
    return charts.BarGroup(f"กลยุทธ์ที่ {number}", drawn)


def _levels(facts: RoundFacts) -> list[str]:
    return [*LEVELS, *([UNMARKED] if facts.statuses[UNMARKED] else [])]


def _row(group: str, *figures: float | None) -> Row:
    return row_of(group, *figures, role=RowRole.TOTAL if group == TOTAL else RowRole.BODY)
