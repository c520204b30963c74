"""What the linked charts draw of a round: what is plotted of it, and a note.

A chart's data can be read in the browser; therefore nothing else is handed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from plantrack_nb.core import vocabulary
from plantrack_nb.core.findings import SEVERITY_TH, Finding, Severity
from plantrack_nb.core.records import Row, gathered, known, total
from plantrack_nb.core.vocabulary import COLUMN_TH, STATUS_TH, Status
from plantrack_nb.explore.charts.plots import Bar, Point, bars, points
from plantrack_nb.explore.charts.scene import Scene
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.render.formats import show
from plantrack_nb.render.parts import Shade, Unit
from plantrack_nb.report.pages.labels import LEVEL_SHADES

if TYPE_CHECKING:
    from plantrack_nb.office.targets import Target

UNMARKED = COLUMN_TH[vocabulary.UNMARKED]
_STATUS_LOOKS = {one.value: LEVEL_SHADES[one].value for one in Status}
_UNMARKED_LOOK = "unknown"
_SEVERITY_LOOKS = {
    Severity.ERROR: "target",
    Severity.WARNING: Shade.WARM.value,
    Severity.INFO: Shade.MIDDLE.value,
}
_MOST_RULES = 12
_TITLES = {"owner": "กลุ่ม", "strategy_no": "กลยุทธ์"}


def money_against_progress(projects: Sequence[Row]) -> Scene:
    """Draw a point a project: the share of its activities done, and of its money disbursed."""
    marks = [
        Point(
            one.project_no,
            f"โครงการ {one.project_no} {one.name}: งบประมาณ {show(budget, Unit.BAHT)} บาท"
            f" เบิกจ่ายร้อยละ {show(share, Unit.PERCENT)}"
            f" กิจกรรมสำเร็จร้อยละ {show(one.done_pct, Unit.PERCENT)}",
            one.done_pct,
            share,
            budget,
            _STATUS_LOOKS.get(one.status, _UNMARKED_LOOK),
        )
        for one in projects
        for budget, share in ((known(one.budget) or 0.0, known(one.disbursed_pct) or 0.0),)
    ]
    return points(
        "เงินเทียบกับงานของทุกโครงการ",
        marks,
        ("กิจกรรมที่สำเร็จแล้ว (ร้อยละ)", "เบิกจ่าย (ร้อยละ)"),
        "" if marks else "ไม่มีโครงการที่ตรงกับตัวเลือก",
        [
            *((_STATUS_LOOKS[one.value], STATUS_TH[one]) for one in Status),
            (_UNMARKED_LOOK, UNMARKED),
        ],
    )


def disbursement(
    projects: Sequence[Row], by: str, names: Mapping[str, str], target: Target | None
) -> Scene:
    """Draw a bar for each value of ``by`` that has money, and the target if there is one."""
    data = []
    for key, some in gathered(projects, [by]).items():
        budget, disbursed = total(one.budget for one in some), total(one.disbursed for one in some)
        if budget <= 0:
            continue
        title, share = f"{key} {names.get(key, '')}".strip(), percent_of(disbursed, budget)
        said = (
            f"{title}: เบิกจ่าย (ร้อยละ): {share:.2f} งบประมาณ {show(budget, Unit.BAHT)} บาท"
            f" เบิกจ่าย {show(disbursed, Unit.BAHT)} บาท"
        )
        data.append(Bar(key, title, (("accent", share, said),), show(share, Unit.PERCENT)))
    goal = None if target is None else float(target.percent)
    title, note = f"เบิกจ่ายราย{_TITLES[by]}", _about_money(len(data), target)
    return bars(title, data, "เบิกจ่าย (ร้อยละ)", note, goal=goal)


def findings_by_rule(findings: Sequence[Finding], names: Mapping[str, str]) -> Scene:
    """Draw a bar for each rule, a piece for each severity; waived ones are left out."""
    counts = Counter((one.rule, one.severity) for one in findings if not one.waived)
    ranked = sorted(counts, key=lambda pair: (pair[1].rank, -counts[pair]))
    order = [*dict.fromkeys(rule for rule, _ in ranked)]
    data = []
    for rule in order[:_MOST_RULES]:
        title = names.get(rule, rule)
        pieces = tuple(
            (_SEVERITY_LOOKS[one], float(count), f"{title}: {SEVERITY_TH[one]} {count} ข้อ")
            for one in Severity
            if (count := counts[rule, one])
        )
        data.append(Bar(rule, title, pieces, f"{sum(length for _, length, _ in pieces):.0f}"))
    cut = f"{_MOST_RULES} กฎที่หนักที่สุดจาก {len(order)} กฎที่พบ" if len(order) > _MOST_RULES else ""
    note = cut if data else "ไม่มีข้อตรวจพบที่ยังเปิดอยู่"
    legend = [(_SEVERITY_LOOKS[one], SEVERITY_TH[one]) for one in Severity]
    return bars("ข้อตรวจพบรายกฎ", data, "จำนวนข้อ", note, legend=legend, step=1)


def _about_money(count: int, target: Target | None) -> str:
    if not count:
        return "ไม่มีงบประมาณในสิ่งที่เลือก"
    if target is None:
        return ""
    doubt = "" if target.is_confirmed else " (ยังไม่ยืนยัน)"
    return f"เส้นตั้งสีแดง: เป้าหมายร้อยละ {target.percent:g}{doubt}"
