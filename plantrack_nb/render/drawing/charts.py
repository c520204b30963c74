"""Charts from plain rows: each with its text alternative and its figures as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plantrack_nb.render.drawing import bars as drawing
from plantrack_nb.render.formats import join_th, short_percent, show
from plantrack_nb.render.parts import Cell, Column, Figure, Row, RowRole, Table, Unit


@dataclass(frozen=True)
class Stack:
    """One stacked bar: its label, and a count for each series in order."""

    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Bar:
    """One percent bar. ``percent`` is ``None`` where there is no money to spend."""

    label: str
    percent: float | None


@dataclass(frozen=True)
class BarGroup:
    """Percent bars under one label (``""`` when a single list needs none)."""

    label: str
    bars: tuple[Bar, ...]


def stacked_counts(
    caption: str,
    rows: Sequence[Stack],
    series: Mapping[str, str],
    *,
    label_heading: str,
    of: str = "โครงการ",
) -> Figure:
    """Draw counts as stacked bars, e.g. projects by level and owner group.

    Parameters
    ----------
    caption : str
        What the chart shows.
    rows : sequence of Stack
        One a bar, drawn in this order.
    series : mapping
        Name of each part of a bar and its colour, in order.
    label_heading : str
        Heading of the labels in the data table.
    of : str
        What is counted, for the sentence.
    """
    names = [*series]
    sums = [sum(row.counts[at] for row in rows) for at in range(len(names))]
    drawn = [(row.label, row.counts) for row in rows]
    return Figure(
        caption,
        drawing.stacks(drawn, series, drawing.WIDE),
        _counts_in_words(names, sums, rows, of),
        _counts_table(caption, rows, names, sums, label_heading),
        narrow=drawing.stacks(drawn, series, drawing.NARROW),
    )


def percent_bars(
    caption: str,
    groups: Sequence[BarGroup],
    *,
    label_headings: tuple[str, str],
    target: float | None = None,
    target_label: str = "เป้าหมาย",
) -> Figure:
    """Draw percents as bars, with a line at the target if there is one.

    Parameters
    ----------
    caption : str
        What the chart shows.
    groups : sequence of BarGroup
        E.g. one an owner group, with a bar a strategy.
    label_headings : tuple of str
        Headings of the group labels and of the bar labels in the data table.
    target : float, optional
        Percent that should have been reached.
    target_label : str
        What to call it.
    """
    drawn = [(group.label, bar.label, bar.percent) for group in groups for bar in group.bars]
    return Figure(
        caption,
        drawing.bars(drawn, target, target_label, drawing.WIDE),
        _percents_in_words(groups, target, target_label),
        _percents_table(caption, groups, label_headings),
        narrow=drawing.bars(drawn, target, target_label, drawing.NARROW),
    )


def _counts_in_words(
    names: Sequence[str], sums: Sequence[int], rows: Sequence[Stack], of: str
) -> str:
    if not rows:
        return f"ไม่มี{of}"
    whole = [f"{name} {count:,}" for name, count in zip(names, sums, strict=True)]
    most = max(rows, key=lambda row: sum(row.counts))
    return (
        f"รวม {sum(sums):,} {of} ได้แก่ {join_th(whole)} "
        f"โดย{most.label} มีมากที่สุด {sum(most.counts):,} {of}"
    )


def _counts_table(
    caption: str, rows: Sequence[Stack], names: Sequence[str], sums: Sequence[int], heading: str
) -> Table:
    columns = [Column(heading, width=4.0), *(Column(name, Unit.COUNT) for name in names)]

    def line(label: str, counts: Sequence[int], role: RowRole) -> Row:
        return Row((Cell(label), *map(Cell, counts), Cell(sum(counts))), role)

    return Table(
        f"ข้อมูล: {caption}",
        (*columns, Column("รวม", Unit.COUNT)),
        (
            *(line(row.label, row.counts, RowRole.BODY) for row in rows),
            line("รวม", sums, RowRole.TOTAL),
        ),
    )


def _percents_in_words(groups: Sequence[BarGroup], target: float | None, target_label: str) -> str:
    known = [
        (bar.percent, " ".join(filter(None, [group.label, bar.label])))
        for group in groups
        for bar in group.bars
        if bar.percent is not None
    ]
    if not known:
        return "ไม่มีรายการที่มีงบประมาณให้เบิกจ่าย"
    (most, best), (least, worst) = max(known), min(known)
    said = f"สูงสุดคือ {best} ร้อยละ {show(most, Unit.PERCENT)}"
    if len(known) > 1:
        said += f" ต่ำสุดคือ {worst} ร้อยละ {show(least, Unit.PERCENT)}"
    if target is not None:
        reached = sum(percent >= target for percent, _ in known)
        goal = f"{target_label} ({short_percent(target)})"
        said += f" ถึง{goal} แล้ว {reached} จาก {len(known)} รายการ"
    return said


def _percents_table(caption: str, groups: Sequence[BarGroup], headings: tuple[str, str]) -> Table:
    grouped = any(group.label for group in groups)
    rows = [
        Row((*([Cell(group.label)] if grouped else []), Cell(bar.label), Cell(bar.percent)))
        for group in groups
        for bar in group.bars
    ]
    names = headings if grouped else headings[1:]
    columns = [Column(name, width=3.0) for name in names]
    return Table(f"ข้อมูล: {caption}", (*columns, Column("ร้อยละ", Unit.PERCENT)), tuple(rows))
