"""Which change would make a printed percent of a group agree with its projects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plantrack_nb.check.causes import id_of
from plantrack_nb.check.facts import Facts, line_key, round_key
from plantrack_nb.check.reading.absent import Absent
from plantrack_nb.check.reading.budget_lines import line_subject, line_totals
from plantrack_nb.core.records import Row
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.measures.rounding import agrees, span, step_of
from plantrack_nb.measures.summary import percents
from plantrack_nb.thai.numbers import format_baht, format_percent


@dataclass(frozen=True)
class Remedy:
    """What to do in words, and the finding that asks for the same change."""

    hint: str
    because_of: str = ""


@dataclass(frozen=True)
class _Change:
    """Another reading of one amount, in baht, and the finding that suggests it."""

    line: Row
    column: str
    title: str
    value: float
    cause: str


def wrong_percents(facts: Facts) -> list[Row]:
    """Select the percents of groups that agree by no way of rounding."""
    return [row for row in percents(facts.beside) if not row.agrees]


def lines_of(facts: Facts, row: Row) -> list[Row]:
    """Gather the budget lines that a percent is of."""
    return [
        line
        for number in row.numbers.split(", ")
        for line in facts.lines_of.get((*round_key(row), number), ())
    ]


def for_percent(facts: Facts, row: Row) -> Remedy:
    """Search the other readings of the row's budget lines for one that gives the percent."""
    step = step_of(row.value, row.text) if row.value > 0 else 0
    for change in _changes(facts, lines_of(facts, row)) if step else ():
        more = change.value - getattr(change.line, change.column)
        budget = row.budget + (more if change.column == "budget" else 0)
        disbursed = row.disbursed + (more if change.column == "disbursed" else 0)
        if budget > 0 and agrees(row.value, percent_of(disbursed, budget), step):
            return Remedy(_one_change(row, change), change.cause)
    return Remedy(_by_how_much(row))


def for_absent(row: Row, gone: Absent) -> str:
    """Say what the absent project would have to hold for the percent to be right."""
    low, high = budget_between(row)
    if len(gone.numbers) > 1 or low <= 0:
        return f"เพิ่มโครงการ {gone.listed} แล้วคำนวณร้อยละใหม่"
    return (
        f"ร้อยละ {format_percent(row.value)} จะถูกต้องเมื่อโครงการ {gone.listed} มีงบประมาณประมาณ"
        f" {format_baht(round(low))}–{format_baht(round(high))} บาท และยังไม่เบิกจ่าย"
    )


def budget_between(row: Row) -> tuple[float, float]:
    """Tell by how much the budget would have to be larger for the printed percent to be right.

    Returns
    -------
    tuple of float
        Least and greatest amount in baht; zeros where no larger budget helps.
    """
    if not (row.value > 0 and row.exact > row.value):
        return 0.0, 0.0
    least, greatest = span(row.value, step_of(row.value, row.text))
    return (
        100 * row.disbursed / greatest - row.budget,
        100 * row.disbursed / least - row.budget,
    )


def _changes(facts: Facts, own: list[Row]) -> Iterator[_Change]:
    for line in own:
        if not line.budget > 0:
            continue
        total = facts.once(line_totals).get(line_key(line), line.budget)
        if total != line.budget:
            cause = id_of("amount-parts", line_subject(line))
            yield _Change(line, "budget", "งบประมาณ", total, cause)
        if line.reported_pct > 0:
            cause = id_of("amount-percent", line_subject(line))
            value = line.budget * line.reported_pct / 100
            yield _Change(line, "disbursed", "เบิกจ่าย", value, cause)


def _one_change(row: Row, change: _Change) -> str:
    line = change.line
    return (
        f"ร้อยละ {format_percent(row.value)} จะถูกต้องพอดีเมื่อ{change.title}ของโครงการ"
        f" {line.project_no} รายการที่ {line.line_no} เป็น {format_baht(change.value)} บาท"
        f" แทน {format_baht(getattr(line, change.column))} บาท"
    )


def _by_how_much(row: Row) -> str:
    if not row.value > 0 or not row.budget > 0:
        return "คำนวณใหม่จากผลรวมเบิกจ่าย ÷ ผลรวมงบประมาณ"
    disbursed = row.budget * row.value / 100 - row.disbursed
    return (
        f"ร้อยละ {format_percent(row.value)} จะถูกต้องเมื่อเบิกจ่ายรวม{_more(disbursed)}"
        f" หรืองบประมาณรวม{_more(100 * row.disbursed / row.value - row.budget)}"
    )


def _more(amount: float) -> str:
    return f"{'มากกว่า' if amount > 0 else 'น้อยกว่า'}ที่พิมพ์ประมาณ {format_baht(round(abs(amount)))} บาท"
