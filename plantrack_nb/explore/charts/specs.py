"""The linked charts, without their data, with the one selection each of them has."""

from __future__ import annotations

import altair as alt

from plantrack_nb.core.findings import SEVERITY_TH, Severity
from plantrack_nb.core.vocabulary import STATUS_TH, Status
from plantrack_nb.explore.charts.drawn import GOAL, NOTE, PICK, ROWS, UNMARKED
from plantrack_nb.render import theme
from plantrack_nb.render.parts import Shade
from plantrack_nb.report.pages.labels import LEVEL_SHADES

Chart = alt.Chart | alt.LayerChart

FONT = "Sarabun, 'Noto Sans Thai', Tahoma, sans-serif"
_SEVERITY = {
    Severity.ERROR: theme.TARGET,
    Severity.WARNING: theme.SHADES[Shade.WARM],
    Severity.INFO: theme.SHADES[Shade.MIDDLE],
}
_WIDTH = 450  # with its labels: two stand side by side beside JupyterLab's file list
_ROOM = {"left": 5, "right": 15, "top": 5, "bottom": 5}
_STEP = 30  # room for a label of two lines
_WHOLE = "datum.value % 1 ? '' : format(datum.value, 'd')"
_LINES = "split(datum.label, '\\n')"


def money_against_progress() -> Chart:
    """Draw a point a project: the share of its activities done, and of its money disbursed."""
    colours = {STATUS_TH[one]: theme.SHADES[LEVEL_SHADES[one]] for one in Status}
    colours[UNMARKED] = theme.UNKNOWN
    pick = alt.selection_point(name=PICK, fields=["project_no"])
    chart = _of(ROWS).mark_circle(stroke=theme.INK, strokeWidth=1, opacity=0.9)
    return _finished(
        chart.encode(
            x=alt.X("done_pct:Q", title="กิจกรรมที่สำเร็จแล้ว (ร้อยละ)").scale(domain=[-4, 104]),
            y=alt.Y("disbursed_pct:Q", title="เบิกจ่าย (ร้อยละ)"),
            size=alt.Size("budget:Q", title="งบประมาณ (บาท)", legend=None).scale(range=[70, 700]),
            color=alt.Color("status:N", title="สถานะ").scale(
                domain=[*colours], range=[*colours.values()]
            ),
            opacity=alt.when(pick).then(alt.value(0.95)).otherwise(alt.value(0.25)),
            description="said:N",
            tooltip=[
                alt.Tooltip("project_no:N", title="โครงการ"),
                alt.Tooltip("name:N", title="ชื่อ"),
                alt.Tooltip("budget:Q", title="งบประมาณ", format=",.2f"),
                alt.Tooltip("disbursed_pct:Q", title="เบิกจ่ายร้อยละ", format=".2f"),
            ],
        ).add_params(pick),
        "เงินเทียบกับงานของทุกโครงการ",
        height=250,
    )


def disbursement(by: str, title: str) -> Chart:
    """Draw the percent disbursed as a bar for each value of ``by``, with the target as a line."""
    pick = alt.selection_point(name=PICK, fields=[by])
    bars = (
        _of(ROWS)
        .mark_bar(color=theme.ACCENT, cornerRadiusEnd=2)
        .encode(
            # stacked bars are clipped, and clips of several charts on one page bear one name
            x=alt.X("percent:Q", title="เบิกจ่าย (ร้อยละ)").stack(None),
            y=_lines(alt.Y("label:N", title=None, sort=None)),
            opacity=alt.when(pick).then(alt.value(1)).otherwise(alt.value(0.35)),
            tooltip=[
                alt.Tooltip("title:N", title=title),
                alt.Tooltip("budget:Q", title="งบประมาณ", format=",.2f"),
                alt.Tooltip("disbursed:Q", title="เบิกจ่าย", format=",.2f"),
                alt.Tooltip("percent:Q", title="ร้อยละ", format=".2f"),
            ],
        )
        .add_params(pick)
    )
    line = _of(GOAL).mark_rule(color=theme.TARGET, strokeDash=[5, 3], strokeWidth=2)
    return _finished(bars + line.encode(x="percent:Q"), f"เบิกจ่ายราย{title}")


def findings_by_rule() -> Chart:
    """Draw how many findings each rule has, coloured by severity."""
    pick = alt.selection_point(name=PICK, fields=["rule"])
    by_order = alt.EncodingSortField("order", op="min")
    bars = _of(ROWS).mark_bar(stroke=theme.INK, strokeWidth=0.4)
    return _finished(
        bars.encode(
            x=alt.X("count:Q", title="จำนวนข้อ").axis(labelExpr=_WHOLE),
            y=_lines(alt.Y("label:N", title=None, sort=by_order)),
            color=alt.Color("severity:N", title="ระดับ").scale(
                domain=[*SEVERITY_TH.values()],
                range=[_SEVERITY[one] for one in SEVERITY_TH],
            ),
            opacity=alt.when(pick).then(alt.value(1)).otherwise(alt.value(0.35)),
            detail="rule:N",
            tooltip=[
                alt.Tooltip("title:N", title="กฎ"),
                alt.Tooltip("severity:N", title="ระดับ"),
                alt.Tooltip("count:Q", title="จำนวนข้อ"),
            ],
        ).add_params(pick),
        "ข้อตรวจพบรายกฎ",
    )


def _of(name: str) -> alt.Chart:
    return alt.Chart(alt.NamedData(name=name))


def _lines(axis: alt.Y) -> alt.Y:
    """Write a label's lines under each other, the first a little above the middle."""
    return axis.axis(labelExpr=_LINES, labelLimit=0, labelOffset=-4)


def _finished(chart: Chart, title: str, height: int | None = None) -> Chart:
    made: Chart = (
        chart.add_params(alt.param(name=NOTE, value=""))
        .properties(
            title=alt.Title(alt.ExprRef(f"{NOTE} ? ['{title}', {NOTE}] : '{title}'")),
            width=_WIDTH,
            height=height or alt.Step(_STEP),
            padding=_ROOM,
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        )
        .configure(font=FONT)
        .configure_title(anchor="start", fontSize=13, color=theme.INK)
        .configure_axis(
            labelFontSize=12, titleFontSize=12, labelColor=theme.INK, labelLineHeight=13
        )
        .configure_legend(orient="bottom", labelFontSize=12, title=None, columns=3)
        .configure_view(stroke=theme.LINE)
    )
    return made
