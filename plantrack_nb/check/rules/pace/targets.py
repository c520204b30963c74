"""How fast money is spent, against the national target."""

from __future__ import annotations

from math import nan

from plantrack_nb.check.facts import ROUND, round_key
from plantrack_nb.check.reading.budget_lines import lines_under
from plantrack_nb.check.reading.running_text.phrases import joined
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, Severity, cells, rule
from plantrack_nb.core.calendar import round_label
from plantrack_nb.core.records import extended, gathered, total
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.thai.numbers import format_baht, format_percent


@rule(
    "pace-round",
    Severity.INFO,
    title="เบิกจ่ายต่ำกว่าเป้าหมายของไตรมาส",
    title_en="Disbursed below the quarter's national target",
    why="สำนักงานเขตพื้นที่การศึกษาถูกติดตามตามเป้าหมายการเบิกจ่ายของมติคณะรัฐมนตรี",
    example="สิ้นไตรมาสที่ 2 เบิกจ่ายร้อยละ 38 เป้าหมายร้อยละ 51",
    todo="เร่งรัดการเบิกจ่าย หรือชี้แจงแผนการใช้เงินในไตรมาสถัดไป",
    behind_points=0.0,
)
def pace_round(facts: Facts, settings: Settings) -> Hits:
    """Compare each round as a whole with the target."""
    for row in _behind(facts, ROUND, settings):
        target, doubt = _target_words(facts, row)
        yield Hit(
            (),
            "round",
            f"ทั้งสำนักงานเขตเบิกจ่าย {format_baht(row.disbursed)} จากงบ"
            f" {format_baht(row.budget)} บาท (ร้อยละ {format_percent(row.spent)})"
            f" ต่ำกว่าเป้าหมายของ{round_label(row.quarter)} ร้อยละ {target}{doubt}",
            expected=f"ร้อยละ {target}{doubt}",
            found=f"ร้อยละ {format_percent(row.spent)}",
            district=row.district,
        )


@rule(
    "pace-strategy",
    Severity.INFO,
    title="กลยุทธ์ที่เบิกจ่ายต่ำกว่าเป้าหมาย",
    title_en="Strategies below the quarter's target",
    why="บอกว่าควรเร่งรัดกลยุทธ์ใดก่อน",
    example="กลยุทธ์ที่ 1 เบิกจ่ายร้อยละ 0 เป้าหมายร้อยละ 51",
    todo="ติดตามโครงการในกลยุทธ์ที่ต่ำกว่าเป้าหมาย",
    behind_points=0.0,
)
def pace_strategy(facts: Facts, settings: Settings) -> Hits:
    """List the strategies of a round that lie below the target, the slowest first."""
    slow = _behind(facts, [*ROUND, "strategy_no"], settings)
    yield from _listed(facts, slow, "strategy_no", "กลยุทธ์")


@rule(
    "pace-group",
    Severity.INFO,
    title="กลุ่มที่เบิกจ่ายต่ำกว่าเป้าหมาย",
    title_en="Groups below the quarter's target",
    why="บอกว่าควรเร่งรัดกลุ่มใดก่อน",
    example="กลุ่มอำนวยการ เบิกจ่ายร้อยละ 7 เป้าหมายร้อยละ 51",
    todo="ติดตามโครงการของกลุ่มที่ต่ำกว่าเป้าหมาย",
    behind_points=0.0,
)
def pace_group(facts: Facts, settings: Settings) -> Hits:
    """List the owner groups of a round that lie below the target, the slowest first."""
    slow = _behind(facts, [*ROUND, "group"], settings, facts.in_rows)
    slow = [one for one in slow if one.group != ""]
    yield from _listed(facts, slow, "group", "กลุ่ม")


def _behind(
    facts: Facts, by: list[str], settings: Settings, projects: list[Row] | None = None
) -> list[Row]:
    """Sum projects by ``by`` and keep what lies below its round's target, the slowest first."""
    summed = (_summed(same) for same in gathered(projects or facts.projects, by).values())
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


def _listed(facts: Facts, slow: list[Row], column: str, what: str) -> Hits:
    """Tell once a round what is slow; ``what`` counts it in Thai."""
    projects = gathered(facts.in_rows, ROUND)
    for place, members in gathered(slow, ROUND).items():
        first = members[0]
        target, doubt = _target_words(facts, first)
        named = joined(
            f"{_slow_name(one, column)} ร้อยละ {format_percent(one.spent)}" for one in members
        )
        names = {getattr(one, column) for one in members}
        theirs = (one for one in projects[place] if getattr(one, column) in names)
        yield Hit(
            (),
            "round",
            f"{what}ที่เบิกจ่ายต่ำกว่าเป้าหมายของ{round_label(first.quarter)}"
            f" ร้อยละ {target}{doubt} มี {len(members)} {what}: {named}",
            expected=f"ร้อยละ {target}{doubt}",
            found=f"{len(members)} {what}",
            hint=f"ติดตามโครงการของ{what}ที่ช้าที่สุดก่อน",
            beside=cells(lines_under(facts, theirs), "disbursed"),
            project_no="",
            district=first.district,
        )


def _slow_name(row: Row, column: str) -> str:
    name = str(getattr(row, column))
    return f"กลยุทธ์ที่ {name}" if column == "strategy_no" else name


def _target_words(facts: Facts, row: Row) -> tuple[str, str]:
    target = facts.targets.find(row.fiscal_year, row.quarter)
    assert target is not None  # rows without a target are never behind it
    return format_percent(target.percent), "" if target.is_confirmed else " (ยังไม่ยืนยัน)"
