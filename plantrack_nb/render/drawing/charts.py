"""Charts from bars: each with its text alternative and its figures as a table."""

from __future__ import annotations

from collections.abc import Sequence

from plantrack_nb.render import parts as p
from plantrack_nb.render.formats import join_th, short_percent, show

_TOTAL = "รวม"


def stacked_counts(
    caption: str,
    bars: Sequence[p.Bar],
    segments: Sequence[p.Segment],
    *,
    label_heading: str,
    of: str = "โครงการ",
) -> p.Figure:
    """Show counts as stacked bars, e.g. projects by level and owner group.

    Parameters
    ----------
    caption : str
        What the chart shows.
    bars : sequence of Bar
        Each with a count for each segment; drawn in this order.
    segments : sequence of Segment
        The parts of each bar, in order.
    label_heading : str
        Heading of the labels in the data table.
    of : str
        What is counted, for the sentence.
    """
    columns = (
        p.Column(label_heading, width=4.0),
        *(p.Column(name, p.Unit.COUNT) for name in (*(one.name for one in segments), _TOTAL)),
    )
    whole = p.Bar(
        _TOTAL, tuple(sum(bar.values[at] or 0 for bar in bars) for at in range(len(segments)))
    )
    rows = [p.row(bar.label, *bar.values, bar.total) for bar in bars]
    rows.append(p.row(_TOTAL, *whole.values, whole.total, role=p.RowRole.TOTAL))
    table = p.table(f"ข้อมูล: {caption}", columns, rows)
    words = _counts_in_words(bars, whole, segments, of)
    return p.Figure(caption, tuple(bars), words, table, tuple(segments))


def percent_bars(
    caption: str,
    bars: Sequence[p.Bar],
    *,
    label_headings: tuple[str, str],
    target: float | None = None,
    target_label: str = "เป้าหมาย",
) -> p.Figure:
    """Show percents as bars, with a line at the target if there is one.

    Parameters
    ----------
    caption : str
        What the chart shows.
    bars : sequence of Bar
        Each with one percent; those of an owner group, say, under its name.
    label_headings : tuple of str
        Headings of what the bars stand under and of their labels, in the data table.
    target : float, optional
        Percent that should have been reached.
    target_label : str
        What to call it.
    """
    grouped = any(bar.under for bar in bars)
    names = label_headings if grouped else label_headings[1:]
    columns = [p.Column(name, width=3.0) for name in names]
    rows = ((*([bar.under] if grouped else []), bar.label, *bar.values) for bar in bars)
    percent = p.Column("ร้อยละ", p.Unit.PERCENT)
    table = p.table(f"ข้อมูล: {caption}", (*columns, percent), rows)
    words = _percents_in_words(bars, target, target_label)
    return p.Figure(caption, tuple(bars), words, table, target=target, target_label=target_label)


def percent_curves(
    caption: str, curves: Sequence[p.Curve], steps: Sequence[str], words: str, *, heading: str
) -> p.Figure:
    """Show percents over the steps of a year as curves.

    Parameters
    ----------
    caption, words : str
        What the chart shows, and what it says.
    curves : sequence of Curve
        Each with a percent, or None, for every step.
    steps : sequence of str
        What the steps are.
    heading : str
        Heading of the steps in the data table.
    """
    columns = (
        p.Column(heading, width=2.0),
        *(p.Column(one.name, p.Unit.PERCENT, width=2.0) for one in curves),
    )
    rows = ((step, *(one.points[at] for one in curves)) for at, step in enumerate(steps))
    table = p.table(f"ข้อมูล: {caption}", columns, rows)
    return p.Figure(caption, (), words, table, curves=tuple(curves), steps=tuple(steps))


def _counts_in_words(
    bars: Sequence[p.Bar], whole: p.Bar, segments: Sequence[p.Segment], of: str
) -> str:
    if not bars:
        return f"ไม่มี{of}"
    said = (
        f"{one.name} {show(count, p.Unit.COUNT)}"
        for one, count in zip(segments, whole.values, strict=True)
        if count
    )
    total = f"รวม {show(whole.total, p.Unit.COUNT)} {of} ได้แก่ {join_th(said)}"
    most = max(bar.total for bar in bars)
    first = [bar.label for bar in bars if bar.total == most]
    if len(bars) == 1:
        return total
    what = f"มากที่สุด {show(most, p.Unit.COUNT)} {of}"
    return f"{total} โดย{first[0]} มี{what}" if len(first) == 1 else f"{total} {_many(first)}มี{what}"


def _percents_in_words(bars: Sequence[p.Bar], target: float | None, target_label: str) -> str:
    known = [
        (percent, f"{bar.under} {bar.label}".strip())
        for bar in bars
        for percent in bar.values
        if percent is not None
    ]
    if not known:
        return "ไม่มีรายการที่มีงบประมาณให้เบิกจ่าย"
    highest, lowest = max(known)[0], min(known)[0]
    best, worst = (_those(known, percent) for percent in (highest, lowest))
    said = f"สูงสุดคือ {best} ร้อยละ {show(highest, p.Unit.PERCENT)}"
    if lowest < highest:
        said += f" ต่ำสุดคือ {worst} ร้อยละ {show(lowest, p.Unit.PERCENT)}"
    elif len(known) > 1:
        said = f"ทุกรายการเท่ากัน ร้อยละ {show(highest, p.Unit.PERCENT)}"
    return said if target is None else f"{said} {_beside(known, target, target_label)}"


def _those(known: Sequence[tuple[float, str]], percent: float) -> str:
    return _many([name for value, name in known if value == percent])


def _many(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} และอีก {len(names) - 1} รายการ"


def _beside(known: Sequence[tuple[float, str]], target: float, label: str) -> str:
    reached = sum(percent >= target for percent, _ in known)
    goal = f"{label} {short_percent(target)}"
    if not reached:
        return f"ไม่มีรายการใดถึง{goal}"
    if reached == len(known):
        return f"ทุกรายการถึง{goal}"
    return f"ถึง{goal} แล้ว {reached} จาก {len(known)} รายการ"
