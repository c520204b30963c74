"""What the linked charts draw of a round: rows of the plotted columns only, and a note.

A chart's data can be read in the browser; therefore nothing else is handed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plantrack_nb.core import vocabulary
from plantrack_nb.core.findings import SEVERITY_TH, Finding
from plantrack_nb.core.vocabulary import COLUMN_TH, STATUS_TH, Status
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.render.letters.text_width import wrap

if TYPE_CHECKING:
    import pandas as pd

    from plantrack_nb.office.targets import Target

PICK = "pick"
"""Name of the selection in every chart."""

NOTE = "note"
"""Name of the words under a chart's title."""

ROWS, GOAL = "rows", "goal"
UNMARKED = COLUMN_TH[vocabulary.UNMARKED]
_MOST_RULES = 12
_LABEL_WIDTH, _LABEL_SIZE, _LABEL_LINES = 205, 12, 2

Record = dict[str, str | float]


@dataclass(frozen=True)
class Drawn:
    """Named data of one chart, and its words by their names."""

    data: Mapping[str, Sequence[Record]]
    words: Mapping[str, str]


def money_against_progress(projects: pd.DataFrame) -> Drawn:
    """Give a row a project: the share of its activities done, and of its money disbursed."""
    status = projects["status"].map({one.value: STATUS_TH[one] for one in Status})
    data = projects[["project_no", "name"]].assign(
        done_pct=projects["done_pct"].fillna(0.0),
        budget=projects["budget"].fillna(0.0),
        status=status.fillna(UNMARKED),
        disbursed_pct=projects["disbursed_pct"].fillna(0.0),
        said="โครงการ " + projects["project_no"] + " " + projects["name"],
    )
    return Drawn({ROWS: _records(data)}, {NOTE: "" if len(data) else "ไม่มีโครงการที่ตรงกับตัวเลือก"})


def disbursement(
    projects: pd.DataFrame, by: str, names: Mapping[str, str], target: Target | None
) -> Drawn:
    """Give a row for each value of ``by`` that has money, and the target if there is one."""
    sums = projects.groupby(by, sort=False)[["budget", "disbursed"]].sum().reset_index()
    sums["percent"] = [*map(percent_of, sums["disbursed"], sums["budget"])]
    data = sums[sums["budget"] > 0][[by, "budget", "disbursed", "percent"]]
    titles = [f"{value} {names.get(value, '')}".strip() for value in data[by]]
    data = data.assign(title=titles, label=[*map(_label, titles)])
    goal: list[Record] = [] if target is None else [{"percent": float(target.percent)}]
    return Drawn({ROWS: _records(data), GOAL: goal}, {NOTE: _about_money(len(data), target)})


def findings_by_rule(findings: Sequence[Finding], names: Mapping[str, str]) -> Drawn:
    """Give a row for each rule and severity with how many findings; waived ones are left out."""
    counts = Counter((one.rule, one.severity) for one in findings if not one.waived)
    ranked = sorted(counts, key=lambda pair: (pair[1].rank, -counts[pair]))
    order = [*dict.fromkeys(rule for rule, _ in ranked)]
    rows: list[Record] = [
        {
            "rule": rule,
            "title": names.get(rule, rule),
            "label": _label(names.get(rule, rule)),
            "order": order.index(rule),
            "severity": SEVERITY_TH[severity],
            "count": count,
        }
        for (rule, severity), count in counts.items()
        if rule in order[:_MOST_RULES]
    ]
    cut = f"{_MOST_RULES} กฎที่หนักที่สุดจาก {len(order)} กฎที่พบ" if len(order) > _MOST_RULES else ""
    return Drawn({ROWS: rows}, {NOTE: cut if rows else "ไม่มีข้อตรวจพบที่ยังเปิดอยู่"})


def _about_money(count: int, target: Target | None) -> str:
    if not count:
        return "ไม่มีงบประมาณในสิ่งที่เลือก"
    if target is None:
        return ""
    doubt = "" if target.is_confirmed else " (ยังไม่ยืนยัน)"
    return f"เส้นประ: เป้าหมายร้อยละ {target.percent:g}{doubt}"


def _label(text: str) -> str:
    """Break a long label into lines; what does not fit is told by the tooltip."""
    lines = wrap(text, _LABEL_WIDTH, _LABEL_SIZE)
    shown = "\n".join(lines[:_LABEL_LINES])
    return f"{shown}…" if len(lines) > _LABEL_LINES else shown


def _records(data: pd.DataFrame) -> list[Record]:
    return data.to_dict("records")  # type: ignore[return-value]  # its columns are named above
