"""Amounts in the words of the activities against the money columns."""

from __future__ import annotations

import re

from plantrack_nb.check.facts import PROJECT, project_key
from plantrack_nb.check.reading.budget_lines import Parts, line_name, line_parts, line_subject
from plantrack_nb.check.reading.money_told import amounts_told, given, spent
from plantrack_nb.check.reading.running_text.phrases import joined, named
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, Severity, cell, cells, rule
from plantrack_nb.core.records import firsts, gathered
from plantrack_nb.core.vocabulary import BUDGET_STATE_TH, STATUS_TH, BudgetState, Status
from plantrack_nb.measures.rounding import HALF_SATANG
from plantrack_nb.thai.numbers import format_baht, format_percent

_NOT_YET = r"(?<!ไม่)(?<!ไม่ได้)(?<!ไม่มีการ)(?<!รอ)(?<!รอการ)(?<!จะ)(?<!ขอ)"
_PAID = re.compile(rf"{_NOT_YET}(?<!การใช้)(?<!การ)(?:เบิก)?จ่ายเงิน(?:ค่าจ้าง)?(?:ให้|แก่)")


@rule(
    "amount-parts",
    Severity.ERROR,
    title="งบประมาณไม่เท่ากับผลรวมของกิจกรรมในรายการนั้น",
    title_en="Budget is not the sum of its own parts",
    why="งบประมาณของรายการต้องเท่ากับเงินของกิจกรรมที่อยู่ในรายการ ถ้าไม่เท่า ร้อยละและยอดรวมจะผิดตาม",
    example="งบ 49,000 บาท แต่กิจกรรมเขียนว่า (46,000) และ (3,900)",
    todo="ตรวจกับแผนปฏิบัติการว่าจำนวนใดถูก แล้วแก้ช่องงบประมาณหรือจำนวนในวงเล็บ",
)
def parts_differ(facts: Facts, _: Settings) -> Hits:
    """Find budgets that the amounts in brackets exceed, or do not reach though none is missing."""
    lines = gathered(facts.lines, [*PROJECT, "line_no"])
    for key, told in facts.once(line_parts).items():
        for row in lines[key]:
            if row.budget > 0 and told.priced > 0 and _differ(told, row.budget):
                yield _parts_hit(row, told)


def _differ(told: Parts, budget: float) -> bool:
    over = told.total > budget + HALF_SATANG
    short = told.total < budget - HALF_SATANG and told.priced == told.activities
    return (over or short) and not abs(told.largest - budget) <= HALF_SATANG


def _parts_hit(row: Row, told: Parts) -> Hit:
    total, budget = format_baht(told.total), format_baht(row.budget)
    over = told.total > row.budget
    which = "มากกว่า" if over else "น้อยกว่า"
    return Hit(
        cell(row, "budget"),
        line_subject(row),
        f"{line_name(row)} มีงบประมาณ {budget} บาท แต่จำนวนเงินที่เขียนไว้ใน"
        f"กิจกรรมของรายการนี้รวมได้ {total} บาท ซึ่ง{which}งบ"
        f" {format_baht(abs(told.total - row.budget))} บาท",
        expected=total,
        found=budget,
        hint=f"หากจำนวนในกิจกรรมถูกต้อง ให้แก้งบประมาณเป็น {total} บาท",
        beside=cells(told.rows, "text"),
        severity=Severity.ERROR if over else Severity.WARNING,
    )


@rule(
    "amount-text-spent",
    title="ข้อความบอกว่าใช้เงินแล้ว แต่ช่องเบิกจ่ายไม่มียอด",
    title_en="The words tell of money spent, the column of none",
    why="เงินที่ใช้ไปแล้วแต่ไม่อยู่ในช่องเบิกจ่ายทำให้ร้อยละการเบิกจ่ายของเขตต่ำกว่าจริง",
    example="กิจกรรมเขียนว่า “เบิกจ่าย 4,000 บาท” แต่ช่องเบิกจ่ายเป็น 0",
    todo="ใส่ยอดเบิกจ่ายให้ตรงกับข้อความ หรืออธิบายว่าใช้เงินจากแหล่งอื่น",
)
def spent_in_words(facts: Facts, _: Settings) -> Hits:
    """Find projects whose activities tell of more money spent than the columns hold.

    Where the columns hold nothing at all, words of payment without an amount count, too.
    """
    told = gathered(amounts_told(facts, spent), PROJECT)
    paid = gathered(_paid(facts), PROJECT)
    for key in dict.fromkeys([*told, *paid]):
        project = facts.project_of.get(key)
        if project is None or project.budget_state != BudgetState.BUDGETED.value:
            continue
        group = [row for row in told.get(key, ()) if row.told > project.disbursed + HALF_SATANG]
        words = paid.get(key, []) if project.disbursed == 0 else []
        if group or words:
            yield _more_spent(facts, project, group, words)


def _more_spent(facts: Facts, project: Row, group: list[Row], words: list[Row]) -> Hit:
    listed = ", ".join(format_baht(row.told) for row in group)
    said = [f"ว่าใช้หรือเบิกจ่ายเงิน {listed} บาท"] if group else []
    said += [f"ว่าจ่ายเงินแล้วในกิจกรรม {joined(map(_progress, words))}"] if words else []
    found = format_baht(project.disbursed)
    least = sum(row.told for row in group if not _is_under(row, group))
    lines = facts.lines_of.get(project_key(project), [])
    return Hit(
        cells(lines, "disbursed"),
        project.project_no,
        f"โครงการ {project.project_no} เขียนไว้ในการดำเนินการ{' และ'.join(said)}"
        f" แต่ช่องเบิกจ่ายของโครงการมี {found} บาท",
        expected=f"ไม่น้อยกว่า {format_baht(least)}" if group else "มียอดเบิกจ่าย",
        found=found,
        hint="ใส่ยอดเบิกจ่ายจริง หากใช้เงินจากแหล่งอื่นให้เขียนแหล่งเงินไว้ด้วย",
        beside=cells([*group, *words], "text"),
    )


def _is_under(row: Row, group: list[Row]) -> bool:
    """Tell whether the amount is part of one that an activity above tells."""
    above = [f"{one.activity_no}-" for one in group if one.activity_no]
    return str(row.activity_no).startswith(tuple(above))


def _progress(row: Row) -> str:
    done = row.status == Status.DONE.value
    how_far = STATUS_TH[Status.DONE] if done else f"ร้อยละ {format_percent(row.progress_pct)}"
    return f"{named([row])} ({how_far})"


def _paid(facts: Facts) -> list[Row]:
    """Select the activities under way that say in words that somebody is being paid."""
    return [
        row
        for row in facts.activities
        if (row.status == Status.DONE.value or row.progress_pct > 0) and _PAID.search(row.text)
    ]


@rule(
    "amount-text-awaiting",
    title="ข้อความบอกว่ามีเงินแล้ว แต่โครงการรอจัดสรรหรือไม่ใช้งบ",
    title_en="The words tell of money in a project that awaits or needs none",
    why="หากได้รับเงินแล้ว โครงการต้องแสดงงบประมาณและผลการเบิกจ่าย",
    example="ช่องงบประมาณเขียนว่า รอจัดสรร แต่กิจกรรมเขียนว่า “จัดสรรงบประมาณ … รวม 8,000 บาท”",
    todo="ใส่งบประมาณที่ได้รับ หรืออธิบายว่าเงินในข้อความมาจากที่ใด",
)
def money_while_awaiting(facts: Facts, _: Settings) -> Hits:
    """Find activities with money given or spent in projects marked as without."""
    told = amounts_told(facts, given)
    for row in firsts(told, [*PROJECT, "source_ref", "text"]).values():
        project = facts.project_of.get(project_key(row))
        if project is None or project.budget_state == BudgetState.BUDGETED.value:
            continue
        state = BUDGET_STATE_TH[BudgetState(project.budget_state)]
        amount = format_baht(row.told)
        yield Hit(
            [cell(row, "text", row.words), cell(project, "budget_state")],
            f"{row.project_no}/{row.activity_no}",
            f"โครงการ {row.project_no} ช่องงบประมาณระบุว่า{state} แต่กิจกรรมที่"
            f" {row.activity_no} เขียนว่าจัดสรรหรือใช้เงิน {amount} บาท",
            expected=state,
            found=amount,
            hint="หากได้รับเงินแล้ว ให้ใส่งบประมาณและยอดเบิกจ่าย หากใช้เงินจากแหล่งอื่นให้เขียนไว้",
        )
