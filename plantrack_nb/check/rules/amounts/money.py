"""Amounts of one budget line against each other: percent, budget, committed, disbursed."""

from __future__ import annotations

from math import isnan

from plantrack_nb.check.facts import project_key
from plantrack_nb.check.reading.budget_lines import line_name, line_subject
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, Severity, cell, rule
from plantrack_nb.core.vocabulary import BUDGET_STATE_TH, BudgetState
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.measures.rounding import HALF_SATANG, agrees, step_of
from plantrack_nb.thai.numbers import format_baht, format_percent

_STATES = {
    BudgetState.AWAITING.value: "ยังรอจัดสรรงบประมาณ",
    BudgetState.NONE.value: "ระบุว่าไม่ใช้งบประมาณ",
}
_AMOUNTS = {"budget": "งบประมาณ", "committed": "ผูกพัน", "disbursed": "เบิกจ่าย"}


@rule(
    "amount-percent",
    Severity.ERROR,
    title="ร้อยละที่พิมพ์ไม่ตรงกับจำนวนเงิน",
    title_en="Printed percent is not disbursed / budget",
    why="ผู้บริหารอ่านร้อยละก่อนจำนวนเงิน ร้อยละที่ผิดทำให้เข้าใจความก้าวหน้าผิด",
    example="งบ 10,000 บาท เบิกจ่าย 2,500 บาท แต่พิมพ์ร้อยละ 52.00 (ที่ถูกคือ 25.00)",
    todo="คำนวณร้อยละใหม่จากเบิกจ่าย ÷ งบประมาณ หรือแก้จำนวนเงินที่พิมพ์ผิด",
)
def wrong_percent(facts: Facts, _: Settings) -> Hits:
    """Find percents that are the ratio neither rounded nor cut."""
    for row in facts.lines:
        exact = percent_of(row.disbursed, row.budget)
        if isnan(row.reported_pct) or isnan(exact) or _fits(row, exact):
            continue
        share = row.reported_pct / 100
        hint = f"ร้อยละ {format_percent(row.reported_pct)} จะถูกต้องเมื่อเบิกจ่ายประมาณ"
        hint += f" {format_baht(round(row.budget * share))} บาท"
        if share > 0 and row.disbursed > 0:
            hint += f" หรืองบประมาณประมาณ {format_baht(round(row.disbursed / share))} บาท"
        yield _percent_hit(
            row,
            f"พิมพ์ร้อยละการเบิกจ่าย {format_percent(row.reported_pct)}"
            f" แต่เบิกจ่าย {format_baht(row.disbursed)} จากงบ {format_baht(row.budget)} บาท"
            f" คิดเป็นร้อยละ {format_percent(exact)}",
            exact,
            found=format_percent(row.reported_pct),
            hint=f"แก้เป็นร้อยละ {format_percent(exact)} หรือตรวจจำนวนเงิน: {hint}",
        )


@rule(
    "amount-percent-scale",
    title="ร้อยละพิมพ์เป็นสัดส่วน 0–1",
    title_en="Percent printed on a scale of 0-1",
    why="ร้อยละ 98 ที่พิมพ์เป็น 0.98 จะถูกอ่านว่าเบิกจ่ายไม่ถึงร้อยละ 1",
    example="งบ 10,000 บาท เบิกจ่าย 9,800 บาท พิมพ์ร้อยละ 0.98",
    todo="พิมพ์ร้อยละเป็นตัวเลข 0–100",
)
def percent_scale(facts: Facts, _: Settings) -> Hits:
    """Find percents that are right once they are multiplied by 100."""
    for row in facts.lines:
        exact = percent_of(row.disbursed, row.budget)
        if 0 < row.reported_pct <= 1.5 and exact > 2 and _fits(row, exact / 100):
            yield _percent_hit(
                row,
                f"พิมพ์ร้อยละ {row.reported_pct:g} ซึ่งดูเหมือนสัดส่วน 0–1"
                f" ร้อยละที่ตรงกับจำนวนเงินคือ {format_percent(exact)}",
                exact,
                found=f"{row.reported_pct:g}",
                hint="คูณด้วย 100 แล้วพิมพ์ใหม่",
            )


def _percent_hit(row: Row, said: str, exact: float, found: str, hint: str) -> Hit:
    return Hit(
        cell(row, "reported_pct"),
        line_subject(row),
        f"{line_name(row)} {said}",
        expected=format_percent(exact),
        found=found,
        hint=hint,
        beside=[cell(row, "disbursed"), cell(row, "budget")],
    )


def _fits(row: Row, exact: float) -> bool:
    return agrees(row.reported_pct, exact, step_of(row.reported_pct, row.raw))


@rule(
    "amount-over-budget",
    Severity.ERROR,
    title="เบิกจ่ายเกินงบประมาณ",
    title_en="More disbursed than was given",
    why="เบิกจ่ายเกินวงเงินที่ได้รับจัดสรรไม่ได้ จำนวนใดจำนวนหนึ่งจึงผิด หรือมีเงินที่ยังไม่ได้บันทึก",
    example="ได้รับ 50,000 บาท เบิกจ่าย 75,000 บาท (ร้อยละ 150)",
    todo="ตรวจสอบจำนวนเงินกับทะเบียนคุมงบประมาณ หากได้รับจัดสรรเพิ่มให้บันทึกยอดรวมที่ได้รับ",
)
def over_budget(facts: Facts, _: Settings) -> Hits:
    """Find lines with more disbursed than budgeted."""
    for row in facts.lines:
        if not (row.budget > 0 and row.disbursed > row.budget + HALF_SATANG):
            continue
        yield Hit(
            [cell(row, "disbursed"), cell(row, "budget")],
            line_subject(row),
            f"{line_name(row)} เบิกจ่าย {format_baht(row.disbursed)} บาท"
            f" เกินงบประมาณ {format_baht(row.budget)} บาท"
            f" อยู่ {format_baht(row.disbursed - row.budget)} บาท"
            f" (ร้อยละ {format_percent(percent_of(row.disbursed, row.budget))})",
            expected=f"ไม่เกิน {format_baht(row.budget)}",
            found=format_baht(row.disbursed),
            hint="ตรวจว่างบประมาณที่พิมพ์รวมเงินที่ได้รับเพิ่มแล้วหรือไม่ และยอดเบิกจ่ายครอบคลุมช่วงเดียวกันหรือไม่",
        )


@rule(
    "amount-committed-over",
    Severity.ERROR,
    title="ผูกพันรวมเบิกจ่ายเกินงบประมาณ",
    title_en="Committed plus disbursed exceed the budget",
    why="เงินผูกพันรวมกับเบิกจ่ายต้องไม่เกินวงเงินที่ได้รับจัดสรร",
    example="ได้รับ 50,000 บาท ผูกพัน 30,000 บาท เบิกจ่าย 25,000 บาท",
    todo="ตรวจว่ายอดผูกพันหักรายการที่เบิกจ่ายแล้วออกหรือยัง",
)
def committed_over(facts: Facts, _: Settings) -> Hits:
    """Find lines where only the sum of committed and disbursed exceeds the budget."""
    for row in facts.lines:
        used = row.committed + (0.0 if isnan(row.disbursed) else row.disbursed)
        limit = row.budget + HALF_SATANG
        if not (row.budget > 0 and used > limit) or row.disbursed > limit:
            continue
        yield Hit(
            cell(row, "committed"),
            line_subject(row),
            f"{line_name(row)} ผูกพัน {format_baht(row.committed)} บาท รวมกับเบิกจ่าย"
            f" {format_baht(row.disbursed)} บาท เป็น {format_baht(used)} บาท"
            f" เกินงบประมาณ {format_baht(row.budget)} บาท",
            expected=f"ไม่เกิน {format_baht(row.budget)}",
            found=format_baht(used),
            hint="หักยอดที่เบิกจ่ายแล้วออกจากยอดผูกพัน",
            beside=[cell(row, "disbursed"), cell(row, "budget")],
        )


@rule(
    "amount-without-budget",
    Severity.ERROR,
    title="มีการเบิกจ่ายทั้งที่ไม่มีงบประมาณ",
    title_en="Money disbursed without a budget",
    why="เงินที่เบิกจ่ายต้องมาจากงบประมาณที่ได้รับ รายการนี้ขัดแย้งกันเอง",
    example="ช่องงบประมาณเขียนว่า รอจัดสรร แต่ช่องเบิกจ่ายมี 5,000 บาท",
    todo="ใส่งบประมาณที่ได้รับ หรือลบยอดเบิกจ่ายที่ไม่ใช่ของรายการนี้",
)
def without_budget(facts: Facts, _: Settings) -> Hits:
    """Find lines with money disbursed while it is awaited, not needed, or not written down."""
    for row in facts.lines:
        if not row.disbursed > 0 or row.budget > 0:
            continue
        state = _STATES.get(_state_of(facts, row), "ไม่มีจำนวนงบประมาณ")
        yield Hit(
            [cell(row, "disbursed"), cell(row, "budget")],
            line_subject(row),
            f"{line_name(row)} {state} แต่มียอดเบิกจ่าย {format_baht(row.disbursed)} บาท",
            expected="0",
            found=format_baht(row.disbursed),
            hint="หากได้รับเงินแล้ว ให้ใส่จำนวนงบประมาณที่ได้รับ",
        )


@rule(
    "amount-state",
    title="มีจำนวนงบประมาณทั้งที่รอจัดสรรหรือไม่ใช้งบ",
    title_en="A budget beside the mark that there is none",
    why="สถานะงบประมาณใช้นับโครงการในตารางสรุป หากไม่ตรงกับจำนวนเงิน ตารางสรุปจะผิด",
    example="โครงการระบุว่าไม่ใช้งบ แต่มีงบประมาณ 20,000 บาท",
    todo="แก้สถานะงบประมาณ หรือลบจำนวนเงิน",
)
def state_against_amount(facts: Facts, _: Settings) -> Hits:
    """Find lines with a budget in projects that are marked as awaiting or without one."""
    for row in facts.lines:
        budget_state = _state_of(facts, row)
        if budget_state not in _STATES or not row.budget > 0:
            continue
        state = BUDGET_STATE_TH[BudgetState(budget_state)]
        yield Hit(
            [cell(row, "budget"), cell(facts.project_of[project_key(row)], "budget_state")],
            line_subject(row),
            f"{line_name(row)} มีงบประมาณ {format_baht(row.budget)} บาท แต่โครงการระบุว่า{state}",
            expected=BUDGET_STATE_TH[BudgetState.BUDGETED],
            found=state,
            hint="เลือกให้ตรงกันอย่างใดอย่างหนึ่ง",
        )


def _state_of(facts: Facts, row: Row) -> str:
    project = facts.project_of.get(project_key(row))
    return str(project.budget_state) if project else ""


@rule(
    "amount-negative",
    Severity.ERROR,
    title="จำนวนเงินติดลบ",
    title_en="Negative amount",
    why="งบประมาณ ผูกพัน และเบิกจ่ายสะสมติดลบไม่ได้ และทำให้ยอดรวมผิด",
    example="เบิกจ่าย -2,500 บาท",
    todo="ตรวจเครื่องหมายลบ หากเป็นเงินส่งคืนให้หักจากยอดสะสม",
)
def negative(facts: Facts, _: Settings) -> Hits:
    """Find amounts below zero."""
    for column, title in _AMOUNTS.items():
        for row in facts.lines:
            if getattr(row, column) < -HALF_SATANG:
                amount = format_baht(getattr(row, column))
                yield Hit(
                    cell(row, column),
                    f"{line_subject(row)}/{column}",
                    f"{line_name(row)} มียอด{title}ติดลบ {amount} บาท",
                    expected="ไม่น้อยกว่า 0",
                    found=amount,
                    hint="ลบเครื่องหมายลบ หากตั้งใจเขียนขีดคั่น",
                )
