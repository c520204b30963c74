"""How fast money is spent: against the national target, and lines against each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from plantrack_nb.calendar import months_in_round, round_label
from plantrack_nb.check.facts import PROJECT, ROUND, Facts, ref_of, round_of, rows
from plantrack_nb.check.phrases import joined, keys, quoted
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.findings import Finding, Severity
from plantrack_nb.measures import percent
from plantrack_nb.targets import Targets
from plantrack_nb.thai.numbers import format_baht, format_percent

if TYPE_CHECKING:
    import pandas as pd

_MOST_NAMED = 20
_MAD_TO_SIGMA = 1.4826
"""Makes the median of absolute deviations comparable with a standard deviation."""


@rule(
    "pace-round",
    Family.PACE,
    Severity.INFO,
    title="เบิกจ่ายต่ำกว่าเป้าหมายของไตรมาส",
    title_en="Disbursed below the quarter's national target",
    why="สำนักงานเขตพื้นที่การศึกษาถูกติดตามตามเป้าหมายการเบิกจ่ายของมติคณะรัฐมนตรี",
    example="สิ้นไตรมาสที่ 2 เบิกจ่ายร้อยละ 38 เป้าหมายร้อยละ 51",
    todo="เร่งรัดการเบิกจ่าย หรือชี้แจงแผนการใช้เงินในไตรมาสถัดไป",
    behind_points=0.0,
)
def pace_round(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Compare each round as a whole with the target."""
    for row in rows(_behind(facts, ROUND, settings)):
        target, doubt = _target_words(facts, row)
        yield Finding(
            "pace-round",
            "round",
            Severity.INFO,
            f"ทั้งสำนักงานเขตเบิกจ่าย {format_baht(row.disbursed)} จากงบ"
            f" {format_baht(row.budget)} บาท (ร้อยละ {format_percent(row.spent)})"
            f" ต่ำกว่าเป้าหมายของ{round_label(row.quarter)} ร้อยละ {target}{doubt}",
            expected=f"ร้อยละ {target}{doubt}",
            found=f"ร้อยละ {format_percent(row.spent)}",
            hint="เร่งรัดการเบิกจ่าย หรือชี้แจงแผนการใช้เงินในไตรมาสถัดไป",
            district=round_of(row),
        )


@rule(
    "pace-strategy",
    Family.PACE,
    Severity.INFO,
    title="กลยุทธ์ที่เบิกจ่ายต่ำกว่าเป้าหมาย",
    title_en="Strategies below the quarter's target",
    why="บอกว่าควรเร่งรัดกลยุทธ์ใดก่อน",
    example="กลยุทธ์ที่ 1 เบิกจ่ายร้อยละ 0 เป้าหมายร้อยละ 51",
    todo="ติดตามโครงการในกลยุทธ์ที่ต่ำกว่าเป้าหมาย",
    behind_points=0.0,
)
def pace_strategy(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """List the strategies of a round that lie below the target, the slowest first."""
    slow = _behind(facts, [*ROUND, "strategy_no"], settings)
    yield from _listed(facts, slow, "pace-strategy", "strategy_no", "กลยุทธ์")


@rule(
    "pace-group",
    Family.PACE,
    Severity.INFO,
    title="กลุ่มที่เบิกจ่ายต่ำกว่าเป้าหมาย",
    title_en="Groups below the quarter's target",
    why="บอกว่าควรเร่งรัดกลุ่มใดก่อน",
    example="กลุ่มอำนวยการ เบิกจ่ายร้อยละ 7 เป้าหมายร้อยละ 51",
    todo="ติดตามโครงการของกลุ่มที่ต่ำกว่าเป้าหมาย",
    behind_points=0.0,
)
def pace_group(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """List the owner groups of a round that lie below the target, the slowest first."""
    slow = _behind(facts, [*ROUND, "owner"], settings)
    slow = slow[slow["owner"] != ""]
    yield from _listed(facts, slow, "pace-group", "owner", "กลุ่ม")


@rule(
    "pace-nothing-spent",
    Family.PACE,
    Severity.INFO,
    title="โครงการที่ได้รับงบแต่ยังไม่เบิกจ่าย",
    title_en="Projects with money that have spent nothing",
    why="ครึ่งปีแล้วยังไม่เบิกจ่ายเสี่ยงต่อการเบิกไม่ทันสิ้นปีงบประมาณ",
    example="รอบ 6 เดือน มี 17 โครงการที่ได้รับงบแต่เบิกจ่าย 0",
    todo="ถามแผนการใช้เงินของแต่ละโครงการ เริ่มจากวงเงินสูงสุด",
    from_month=6,
    at_least_baht=0.0,
)
def nothing_spent(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """List the projects of a round without any disbursement, the largest budget first."""
    projects = facts.projects
    months = projects["quarter"].map(
        {quarter: months_in_round(quarter) for quarter in (1, 2, 3, 4)}
    )
    idle = (projects["budget"] > 0) & (projects["disbursed"] == 0)
    idle &= (months >= settings["from_month"]) & (projects["budget"] >= settings["at_least_baht"])
    ordered = projects[idle].sort_values([*ROUND, "budget"], ascending=[True, True, True, False])
    for _key, some in ordered.groupby(ROUND, sort=False):
        members = list(rows(some))
        named = joined(
            f"{one.project_no} ({format_baht(one.budget)})" for one in members[:_MOST_NAMED]
        )
        more = f" และอีก {len(members) - _MOST_NAMED} โครงการ" if len(members) > _MOST_NAMED else ""
        first = members[0]
        yield Finding(
            "pace-nothing-spent",
            "round",
            Severity.INFO,
            f"{round_label(first.quarter)} มี {len(members)} โครงการที่ได้รับงบแต่ยังไม่เบิกจ่าย"
            f" รวม {format_baht(some['budget'].sum())} บาท เรียงจากวงเงินสูงสุด: {named}{more}",
            found=f"{len(members)} โครงการ",
            hint="ถามแผนการใช้เงินของแต่ละโครงการ เริ่มจากวงเงินสูงสุด",
            refs=_lines_of(facts, some[PROJECT]),
            district=round_of(first),
        )


@rule(
    "pace-odd-line",
    Family.PACE,
    Severity.INFO,
    title="รายการที่ต่างจากรายการอื่นมากทางสถิติ",
    title_en="Statistically odd lines (robust z)",
    why="ค่าที่ห่างจากรายการอื่นมากอาจพิมพ์เกินหรือขาดหลัก หรือเป็นงานพิเศษที่ควรรู้",
    example="รายการทั่วไปได้งบหลักหมื่น รายการหนึ่งได้ 72 ล้านบาท",
    todo="ตรวจจำนวนหลักและหน่วยของตัวเลข ถ้าถูกต้องให้รับทราบ",
    robust_z=3.5,
    at_least_lines=12,
)
def odd_line(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Compare each line with the median of its round: disbursed percent, and budget's size."""
    import numpy as np

    lines = facts.lines[facts.lines["budget"] > 0]
    sizes = np.log10(lines["budget"])
    # many lines have spent nothing yet, which is told by itself: only spending is compared
    spent = percent(lines["disbursed"].where(lines["disbursed"] > 0), lines["budget"])
    for measure, values in (("budget", sizes), ("disbursed_pct", spent)):
        scores = _robust_z(lines, values, settings["at_least_lines"])
        for row in rows(lines.assign(z=scores)[scores.abs() > settings["robust_z"]]):
            yield _odd(row, measure)


def _odd(row: Any, measure: str) -> Finding:
    if measure == "budget":
        found = f"งบ {format_baht(row.budget)} บาท"
    else:
        found = f"เบิกจ่ายร้อยละ {format_percent(100 * row.disbursed / row.budget)}"
    label = f" {quoted(row.label)}" if row.label else ""
    side = "สูง" if row.z > 0 else "ต่ำ"
    return Finding(
        "pace-odd-line",
        keys(project_no=row.project_no, line_no=str(row.line_no), column=measure),
        Severity.INFO,
        f"โครงการ {row.project_no} รายการที่ {row.line_no}{label} {found} {side}กว่ารายการอื่นในรอบนี้มาก",
        project_no=row.project_no,
        found=found,
        hint="ตรวจจำนวนหลักและหน่วยของตัวเลข ถ้าถูกต้องให้รับทราบ",
        refs=(ref_of(row),),
        district=round_of(row),
    )


def _robust_z(lines: pd.DataFrame, values: pd.Series[float], least: float) -> pd.Series[float]:
    """Distance from the round's median in robust sigmas; NaN where there is no spread."""
    keyed = lines[ROUND].assign(value=values)
    grouped = keyed.groupby(ROUND)["value"]
    apart = values - grouped.transform("median")
    spread = keyed.assign(value=apart.abs()).groupby(ROUND)["value"].transform("median")
    enough = (spread > 0) & (grouped.transform("count") >= least)
    return apart / (_MAD_TO_SIGMA * spread).where(enough)


def _behind(facts: Facts, by: list[str], settings: Settings) -> pd.DataFrame:
    """Sum projects by ``by`` and keep what lies below its round's target."""
    sums = facts.projects.groupby(by, sort=False)[["budget", "disbursed"]].sum().reset_index()
    sums["spent"] = percent(sums["disbursed"], sums["budget"])
    sums["target"] = _targets_of(sums, facts.targets)
    return sums[sums["target"] - sums["spent"] > settings["behind_points"]].sort_values(
        [*ROUND, "spent"], kind="stable"
    )


def _targets_of(sums: pd.DataFrame, targets: Targets) -> pd.Series[float]:
    """Target of each row's quarter; NaN where it is not known."""
    known = {
        (one.fiscal_year, one.quarter): one.percent for one in targets.rows if one.kind == "overall"
    }
    pairs = zip(sums["fiscal_year"], sums["quarter"], strict=True)
    found = [known.get(pair, float("nan")) for pair in pairs]
    return sums["fiscal_year"].astype("float64") * 0 + found


def _listed(
    facts: Facts, slow: pd.DataFrame, code: str, column: str, what: str
) -> Iterator[Finding]:
    """Make one finding a round of what is slow; ``what`` counts it in Thai."""
    projects = facts.projects[[*PROJECT, column]]
    for _key, some in slow.groupby(ROUND, sort=False):
        members = list(rows(some))
        first = members[0]
        target, doubt = _target_words(facts, first)
        named = joined(
            f"{_slow_name(one, column)} ร้อยละ {format_percent(one.spent)}" for one in members
        )
        theirs = projects.merge(some[[*ROUND, column]], on=[*ROUND, column])
        yield Finding(
            code,
            "round",
            Severity.INFO,
            f"{what}ที่เบิกจ่ายต่ำกว่าเป้าหมายของ{round_label(first.quarter)}"
            f" ร้อยละ {target}{doubt} มี {len(members)} {what}: {named}",
            expected=f"ร้อยละ {target}{doubt}",
            found=f"{len(members)} {what}",
            hint=f"ติดตามโครงการของ{what}ที่ช้าที่สุดก่อน",
            refs=_lines_of(facts, theirs[PROJECT]),
            district=round_of(first),
        )


def _slow_name(row: Any, column: str) -> str:
    name = str(getattr(row, column))
    return f"กลยุทธ์ที่ {name}" if column == "strategy_no" else name


def _target_words(facts: Facts, row: Any) -> tuple[str, str]:
    target = facts.targets.find(row.fiscal_year, row.quarter)
    assert target is not None  # rows without a target are never behind it
    return format_percent(target.percent), "" if target.is_confirmed else " (ยังไม่ยืนยัน)"


def _lines_of(facts: Facts, projects: pd.DataFrame) -> tuple[Any, ...]:
    keys = projects.drop_duplicates().itertuples(index=False, name=None)
    return tuple(ref_of(row) for key in keys for row in facts.lines_of.get(key, ()))
