"""The linked charts: what is drawn of a round, with the one selection each of them has.

Only the plotted columns are handed over: a chart's data can be read in the browser.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from plantrack_nb import measures
from plantrack_nb.findings import Finding, Severity
from plantrack_nb.render import theme
from plantrack_nb.targets import Target
from plantrack_nb.vocabulary import STATUS_TH, Status

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    Drawn = alt.Chart | alt.LayerChart

PICK = "pick"
"""Name of the selection in every chart."""

FONT = "Sarabun, 'Noto Sans Thai', Tahoma, sans-serif"
_UNMARKED = "ไม่มีสถานะ"
_MISSING = "#8a94a0"
_SEVERITY = {
    Severity.ERROR: ("ผิด", "#a3281f"),
    Severity.WARNING: ("น่าสงสัย", "#f0b54a"),
    Severity.INFO: ("ควรทราบ", "#3579a8"),
}
_WIDTH = 330
_MOST_RULES = 16
_ROOM = {"left": 45, "right": 5, "top": 5, "bottom": 5}  # browsers draw Thai wider than measured


def money_against_progress(projects: pd.DataFrame) -> Drawn:
    """Draw a point a project: the share of its activities done, and of its money disbursed."""
    import altair as alt

    status = projects["status"].map({one.value: STATUS_TH[one] for one in Status})
    data = projects[["project_no", "name", "done_pct", "budget"]].assign(
        status=status.fillna(_UNMARKED),
        disbursed_pct=projects["disbursed_pct"].fillna(0.0),
        said="โครงการ " + projects["project_no"] + " " + projects["name"],
    )
    colours = {STATUS_TH[one]: theme.LEVEL_COLOURS[one] for one in Status} | {_UNMARKED: _MISSING}
    pick = alt.selection_point(name=PICK, fields=["project_no"])
    chart = alt.Chart(data).mark_circle(stroke=theme.INK, strokeWidth=1, opacity=0.9)
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
        height=260,
    )


def disbursement(projects: pd.DataFrame, by: str, title: str, target: Target | None) -> Drawn:
    """Draw the percent disbursed as a bar for each value of ``by``, with the target as a line."""
    import altair as alt

    sums = projects.groupby(by, sort=False)[["budget", "disbursed"]].sum().reset_index()
    sums["percent"] = measures.percent(sums["disbursed"], sums["budget"])
    data = sums[sums["budget"] > 0][[by, "budget", "disbursed", "percent"]]
    pick = alt.selection_point(name=PICK, fields=[by])
    bars = (
        alt.Chart(data)
        .mark_bar(color=theme.ACCENT, cornerRadiusEnd=2)
        .encode(
            x=alt.X("percent:Q", title="เบิกจ่าย (ร้อยละ)"),
            y=alt.Y(f"{by}:N", title=None).axis(labelLimit=240),
            opacity=alt.when(pick).then(alt.value(1)).otherwise(alt.value(0.35)),
            tooltip=[
                alt.Tooltip(f"{by}:N", title=title),
                alt.Tooltip("budget:Q", title="งบประมาณ", format=",.2f"),
                alt.Tooltip("disbursed:Q", title="เบิกจ่าย", format=",.2f"),
                alt.Tooltip("percent:Q", title="ร้อยละ", format=".2f"),
            ],
        )
        .add_params(pick)
    )
    said = f"เบิกจ่ายราย{title}"
    if target is None:
        return _finished(bars, said)
    doubt = "" if target.is_confirmed else " (ยังไม่ยืนยัน)"
    line = alt.Chart().mark_rule(color=theme.TARGET, strokeDash=[5, 3], strokeWidth=2)
    goal = line.encode(x=alt.datum(target.percent))
    return _finished(bars + goal, said, f"เส้นประ: เป้าหมายร้อยละ {target.percent:g}{doubt}")


def findings_by_rule(findings: Sequence[Finding], names: Mapping[str, str]) -> Drawn:
    """Draw how many findings each rule has, coloured by severity; waived ones are left out."""
    import altair as alt
    import pandas as pd

    counts = Counter((one.rule, one.severity) for one in findings if not one.waived)
    ranked = sorted(counts, key=lambda pair: (pair[1].rank, -counts[pair]))
    order = [*dict.fromkeys(rule for rule, _ in ranked)]
    rows = [
        (rule, names.get(rule, rule), _SEVERITY[severity][0], count)
        for (rule, severity), count in counts.items()
        if rule in order[:_MOST_RULES]
    ]
    data = pd.DataFrame(rows, columns=["rule", "title", "severity", "count"])
    titles = [names.get(rule, rule) for rule in order]
    cut = f"{_MOST_RULES} กฎที่หนักที่สุดจาก {len(order)} กฎที่พบ" if len(order) > _MOST_RULES else ""
    pick = alt.selection_point(name=PICK, fields=["rule"])
    bars = alt.Chart(data).mark_bar(stroke=theme.INK, strokeWidth=0.4)
    return _finished(
        bars.encode(
            x=alt.X("count:Q", title="จำนวนข้อ").axis(tickMinStep=1),
            y=alt.Y("title:N", title=None, sort=titles).axis(labelLimit=260),
            color=alt.Color("severity:N", title="ระดับ").scale(
                domain=[name for name, _ in _SEVERITY.values()],
                range=[colour for _, colour in _SEVERITY.values()],
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
        cut,
    )


def _finished(chart: Drawn, title: str, more: str = "", height: int | None = None) -> Drawn:
    import altair as alt

    heading = alt.Title(title, subtitle=more) if more else alt.Title(title)
    sized = chart.properties(
        title=heading, width=_WIDTH, padding=_ROOM, **({"height": height} if height else {})
    )
    made: Drawn = (
        sized.configure(font=FONT)
        .configure_title(anchor="start", fontSize=14, subtitleFontSize=12, color=theme.INK)
        .configure_axis(labelFontSize=12, titleFontSize=12, labelColor=theme.INK)
        .configure_legend(
            orient="bottom", labelFontSize=12, title=None, columns=3, columnPadding=24
        )
        .configure_view(stroke=theme.LINE)
    )
    return made
