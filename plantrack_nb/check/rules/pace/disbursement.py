"""How fast money is spent: against the national target, and lines against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import isnan, log10, nan
from statistics import median

from plantrack_nb.check.facts import ROUND, Facts, project_key, ref_of, round_key, round_of
from plantrack_nb.check.reading.phrases import joined, keys, quoted
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.core.calendar import QUARTERS, months_in_round, round_label
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.records import Row, extended, gathered, total
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.thai.numbers import format_baht, format_percent

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
    for row in _behind(facts, ROUND, settings):
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
    slow = [one for one in slow if one.owner != ""]
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
    idle = [row for row in facts.projects if _is_idle(row, settings)]
    idle.sort(key=lambda row: (round_key(row), -row.budget))
    for members in gathered(idle, ROUND).values():
        named = joined(
            f"{one.project_no} ({format_baht(one.budget)})" for one in members[:_MOST_NAMED]
        )
        more = f" และอีก {len(members) - _MOST_NAMED} โครงการ" if len(members) > _MOST_NAMED else ""
        first, idle_baht = members[0], total(one.budget for one in members)
        yield Finding(
            "pace-nothing-spent",
            "round",
            Severity.INFO,
            f"{round_label(first.quarter)} มี {len(members)} โครงการที่ได้รับงบแต่ยังไม่เบิกจ่าย"
            f" รวม {format_baht(idle_baht)} บาท เรียงจากวงเงินสูงสุด: {named}{more}",
            found=f"{len(members)} โครงการ",
            hint="ถามแผนการใช้เงินของแต่ละโครงการ เริ่มจากวงเงินสูงสุด",
            refs=_lines_of(facts, members),
            district=round_of(first),
        )


def _is_idle(row: Row, settings: Settings) -> bool:
    if not row.budget > 0 or row.disbursed != 0 or row.quarter not in QUARTERS:
        return False
    months = months_in_round(row.quarter)
    return bool(months >= settings["from_month"] and row.budget >= settings["at_least_baht"])


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


def _odd(row: Row, measure: str) -> Finding:
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


def _robust_z(values: list[float], least: float) -> list[float]:
    """Distance from the median in robust sigmas; NaN where there is no spread."""
    known = [value for value in values if not isnan(value)]
    if len(known) < max(least, 1):
        return [nan] * len(values)
    middle = median(known)
    spread = median(abs(value - middle) for value in known)
    return [(value - middle) / (_MAD_TO_SIGMA * spread) if spread > 0 else nan for value in values]


def _behind(facts: Facts, by: list[str], settings: Settings) -> list[Row]:
    """Sum projects by ``by`` and keep what lies below its round's target, the slowest first."""
    summed = (_summed(same) for same in gathered(facts.projects, by).values())
    slow = [row for row in summed if _target_of(facts, row) - row.spent > settings["behind_points"]]
    return sorted(slow, key=lambda row: (round_key(row), row.spent))


def _summed(projects: list[Row]) -> Row:
    """Let the first project stand for all, with their money and the percent spent."""
    budget, disbursed = (
        total(getattr(one, name) for one in projects) for name in ("budget", "disbursed")
    )
    first = projects[0]._replace(budget=budget, disbursed=disbursed)
    return extended(first, spent=percent_of(disbursed, budget))


def _target_of(facts: Facts, row: Row) -> float:
    """Target of the row's quarter; NaN where it is not known."""
    target = facts.targets.find(row.fiscal_year, row.quarter)
    return target.percent if target else nan


def _listed(facts: Facts, slow: list[Row], code: str, column: str, what: str) -> Iterator[Finding]:
    """Make one finding a round of what is slow; ``what`` counts it in Thai."""
    projects = gathered(facts.projects, ROUND)
    for place, members in gathered(slow, ROUND).items():
        first = members[0]
        target, doubt = _target_words(facts, first)
        named = joined(
            f"{_slow_name(one, column)} ร้อยละ {format_percent(one.spent)}" for one in members
        )
        names = {getattr(one, column) for one in members}
        theirs = (one for one in projects[place] if getattr(one, column) in names)
        yield Finding(
            code,
            "round",
            Severity.INFO,
            f"{what}ที่เบิกจ่ายต่ำกว่าเป้าหมายของ{round_label(first.quarter)}"
            f" ร้อยละ {target}{doubt} มี {len(members)} {what}: {named}",
            expected=f"ร้อยละ {target}{doubt}",
            found=f"{len(members)} {what}",
            hint=f"ติดตามโครงการของ{what}ที่ช้าที่สุดก่อน",
            refs=_lines_of(facts, theirs),
            district=round_of(first),
        )


def _slow_name(row: Row, column: str) -> str:
    name = str(getattr(row, column))
    return f"กลยุทธ์ที่ {name}" if column == "strategy_no" else name


def _target_words(facts: Facts, row: Row) -> tuple[str, str]:
    target = facts.targets.find(row.fiscal_year, row.quarter)
    assert target is not None  # rows without a target are never behind it
    return format_percent(target.percent), "" if target.is_confirmed else " (ยังไม่ยืนยัน)"


def _lines_of(facts: Facts, projects: Iterable[Row]) -> tuple[SourceRef, ...]:
    keys = dict.fromkeys(map(project_key, projects))
    return tuple(ref_of(line) for key in keys for line in facts.lines_of.get(key, ()))
