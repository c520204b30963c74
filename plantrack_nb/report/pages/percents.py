"""Percents disbursed as bars beside the target; in words where bars would show nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plantrack_nb.render import parts as p
from plantrack_nb.render.drawing import charts
from plantrack_nb.render.formats import show
from plantrack_nb.report.pages.labels import target_label

if TYPE_CHECKING:
    from plantrack_nb.report.figures.facts import RoundFacts


def percents_chart(
    caption: str, bars: Sequence[p.Bar], headings: tuple[str, str], facts: RoundFacts
) -> p.Part | None:
    """Draw the percent of each part of a round that has money.

    One bar alone, or bars that are all empty, are told in a sentence; nothing is said of a round
    without money.
    """
    known = [bar.values[0] or 0.0 for bar in bars if bar.values[0] is not None]
    if not known:
        return None
    if not any(known):
        return p.Paragraph(f"{caption}: {'ไม่มี' if facts.is_over else 'ยังไม่มี'}การเบิกจ่าย")
    if len(known) == 1:
        percent = show(known[0], p.Unit.PERCENT)
        return p.Paragraph(
            f"{caption}: {f'{bars[0].under} {bars[0].label}'.strip()} ร้อยละ {percent}"
        )
    target = facts.target
    return charts.percent_bars(
        caption,
        bars,
        label_headings=headings,
        target=None if target is None else target.percent,
        target_label="" if target is None else target_label(target),
    )
