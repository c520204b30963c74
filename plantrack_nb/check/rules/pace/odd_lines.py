"""Lines of money that differ much from the others of their round."""

from __future__ import annotations

from math import isnan, log10, nan
from statistics import median

from plantrack_nb.check.facts import ROUND
from plantrack_nb.check.reading.running_text.phrases import keys, quoted
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, Severity, cell, rule
from plantrack_nb.core.records import extended, gathered
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.thai.numbers import format_baht, format_percent

_MAD_TO_SIGMA = 1.4826
"""Makes the median of absolute deviations comparable with a standard deviation."""


@rule(
    "pace-odd-line",
    Severity.INFO,
    title="รายการที่ต่างจากรายการอื่นมากทางสถิติ",
    title_en="Statistically odd lines (robust z)",
    why="ค่าที่ห่างจากรายการอื่นมากอาจพิมพ์เกินหรือขาดหลัก หรือเป็นงานพิเศษที่ควรรู้",
    example="รายการทั่วไปได้งบหลักหมื่น รายการหนึ่งได้ 72 ล้านบาท",
    todo="ตรวจจำนวนหลักและหน่วยของตัวเลข ถ้าถูกต้องให้รับทราบ",
    robust_z=3.5,
    at_least_lines=12,
)
def odd_line(facts: Facts, settings: Settings) -> Hits:
    """Compare each line with the median of its round: disbursed percent, and budget's size."""
    lines = [row for row in facts.lines if row.budget > 0]
    for measure, value_of in (("budget", _size), ("disbursed_pct", _spent)):
        for some in gathered(lines, ROUND).values():
            scores = _robust_z(list(map(value_of, some)), settings["at_least_lines"])
            for row, score in zip(some, scores, strict=True):
                if abs(score) > settings["robust_z"]:
                    yield _odd(extended(row, z=score), measure)


def _size(line: Row) -> float:
    return log10(line.budget)


def _spent(line: Row) -> float:
    """Percent spent; many lines have spent nothing yet, which is told by itself."""
    return percent_of(line.disbursed, line.budget) if line.disbursed > 0 else nan


def _odd(row: Row, measure: str) -> Hit:
    if measure == "budget":
        found = f"งบ {format_baht(row.budget)} บาท"
    else:
        found = f"เบิกจ่ายร้อยละ {format_percent(percent_of(row.disbursed, row.budget))}"
    label = f" {quoted(row.label)}" if row.label else ""
    side = "สูง" if row.z > 0 else "ต่ำ"
    return Hit(
        cell(row, "budget" if measure == "budget" else "disbursed"),
        keys(project_no=row.project_no, line_no=str(row.line_no), column=measure),
        f"โครงการ {row.project_no} รายการที่ {row.line_no}{label} {found} {side}กว่ารายการอื่นในรอบนี้มาก",
        found=found,
    )


def _robust_z(values: list[float], least: float) -> list[float]:
    """Distance from the median in robust sigmas; NaN where there is no spread."""
    known = [value for value in values if not isnan(value)]
    if len(known) < max(least, 1):
        return [nan] * len(values)
    middle = median(known)
    spread = median(abs(value - middle) for value in known)
    return [(value - middle) / (_MAD_TO_SIGMA * spread) if spread > 0 else nan for value in values]
