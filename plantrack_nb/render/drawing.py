"""The pictures of the charts, drawn by Altair and turned into SVG by vl-convert.

Labels stand above their bars, so that long Thai names need no cutting and the picture still reads
at the width of a phone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from plantrack_nb.render import theme
from plantrack_nb.render.formats import short_percent, show
from plantrack_nb.render.measure import wrap
from plantrack_nb.render.parts import Unit

if TYPE_CHECKING:
    import altair as alt

_LINE = 20
_BAR = 22
_GAP = 16
_THIN_BAR = 16
_THIN_STEP = 24
_NAME_WIDTH = 88
_VALUE_WIDTH = 52

_LABEL_OF_KEY = "slice(split(datum.value, '\\n'), 1)"
"""From a key to the lines of its label, in Vega's own words. Data are never written in here."""


def stacks(rows: Sequence[tuple[str, Sequence[int]]], series: Mapping[str, str]) -> str:
    """Draw one stacked bar for each labelled row of counts; ``series`` gives names and colours."""
    import altair as alt

    labels = [wrap(label, theme.WIDTH, theme.TEXT_SIZE) for label, _ in rows]
    most = max((len(lines) for lines in labels), default=1)
    # Empty lines in front bring a short label down to its bar.
    keys = [_key(at, [""] * (most - len(lines)) + lines) for at, lines in enumerate(labels)]
    step = most * _LINE + _BAR + _GAP
    below = step / 2 - _GAP - _BAR / 2
    longest = max([1, *(sum(counts) for _, counts in rows)])
    x = alt.X("start:Q", axis=None, scale=_scale(longest, 0, theme.WIDTH - 32))
    axis = alt.Axis(
        labelExpr=_LABEL_OF_KEY, labelAlign="left", labelBaseline="line-top", labelPadding=0,
        labelLineHeight=_LINE, labelOffset=-step / 2,
    )  # fmt: skip
    y = alt.Y("row:N", sort=None, axis=axis, scale=alt.Scale(padding=0))
    colours = alt.Scale(domain=[*series], range=[*series.values()])
    counted = zip(keys, rows, strict=True)
    parts = [one for key, (_, counts) in counted for one in _segments(key, counts, series)]
    ends = [{"row": key, "n": sum(row[1])} for key, row in zip(keys, rows, strict=True)]
    base = alt.Chart(alt.Data(values=parts)).encode(y=y)
    sums = alt.Chart(alt.Data(values=ends)).encode(y=y)
    chart = alt.layer(
        base.mark_bar(height=_BAR, yOffset=below).encode(
            x, x2="end:Q", color=alt.Color("series:N", scale=colours)
        ),
        base.mark_text(baseline="middle", yOffset=below).encode(
            x="middle:Q", text="n:Q", color=alt.Color("ink:N", scale=None)
        ),
        sums.mark_text(
            align="left", baseline="middle", xOffset=7, yOffset=below, fontWeight="bold"
        ).encode(x="n:Q", text="n:Q"),
    ).resolve_scale(color="independent")
    return theme.to_svg(chart.properties(width=theme.WIDTH, height=alt.Step(step)))


def bars(
    rows: Sequence[tuple[str, str, float | None]], target: float | None, target_label: str
) -> str:
    """Draw percents as bars, one small panel for each group (``(group, label, percent)``)."""
    import altair as alt

    groups = [*dict.fromkeys(group for group, _, _ in rows)]
    longest = max([100.0, target or 0.0, *(percent or 0.0 for _, _, percent in rows)])
    values = [
        {
            "group": _key(groups.index(group), wrap(group, theme.WIDTH, theme.TEXT_SIZE)),
            "row": _key(at, wrap(label, _NAME_WIDTH - 6, theme.SMALL_SIZE)),
            "start": 0,
            "end": max(percent or 0.0, 0.0),
            "all": longest,
            "said": show(percent, Unit.PERCENT),
        }
        for at, (group, label, percent) in enumerate(rows)
    ]
    x = alt.X("start:Q", axis=None, scale=_scale(longest, _NAME_WIDTH, theme.WIDTH - _VALUE_WIDTH))
    names = alt.Axis(
        labelExpr=_LABEL_OF_KEY, labelAlign="left", labelPadding=0,
        labelFontSize=theme.SMALL_SIZE, labelColor=theme.MUTED,
    )  # fmt: skip
    base = alt.Chart().encode(y=alt.Y("row:N", sort=None, axis=names))
    layers: list[alt.Chart] = [
        base.mark_bar(height=_THIN_BAR, color=theme.TRACK).encode(x, x2="all:Q"),
        base.mark_bar(height=_THIN_BAR, color=theme.ACCENT).encode(x, x2="end:Q"),
        base.mark_text(align="right", baseline="middle", fontWeight="bold").encode(
            x=alt.value(theme.WIDTH), text="said:N"
        ),
    ]
    if target is not None:
        rule = alt.Chart().mark_rule(color=theme.TARGET, strokeWidth=2, strokeDash=[6, 4])
        layers.append(rule.encode(x=alt.datum(target, type="quantitative")))
    head = alt.Header(labelExpr=_LABEL_OF_KEY, labelAnchor="start", labelOrient="top")
    chart = (
        alt.layer(*layers, data=alt.Data(values=values))
        .properties(width=theme.WIDTH, height=alt.Step(_THIN_STEP))
        .facet(row=alt.Row("group:N", header=head), spacing=_GAP)
        .resolve_scale(y="independent")
    )
    said = "" if target is None else f"เส้นประ: {target_label} ({short_percent(target)})"
    return theme.to_svg(chart.properties(title=said))


def _segments(
    key: str, counts: Sequence[int], series: Mapping[str, str]
) -> Iterator[dict[str, str | float]]:
    ends = accumulate(counts)
    for (name, colour), count, end in zip(series.items(), counts, ends, strict=True):
        if count:
            yield {
                "row": key, "series": name, "n": count, "ink": theme.ink_on(colour),
                "start": end - count, "middle": end - count / 2, "end": end,
            }  # fmt: skip


def _scale(longest: float, first: float, last: float) -> alt.Scale:
    import altair as alt

    return alt.Scale(domain=[0, longest], range=[first, last], nice=False)


def _key(at: int, lines: Sequence[str]) -> str:
    """Name a band by its place, so that bands stay apart and in order, and its label's lines."""
    return "\n".join([f"{at:04}", *lines])
