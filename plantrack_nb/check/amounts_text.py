"""Amounts in the words of the activities against the money columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from plantrack_nb.check.amounts import HALF_SATANG, line_name, line_subject
from plantrack_nb.check.facts import PROJECT, Facts, groups, ref_of, round_of, rows
from plantrack_nb.check.parts import LINE
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.findings import Finding, Severity
from plantrack_nb.thai.numbers import PLAIN_NUMBER, format_baht, to_float
from plantrack_nb.thai.text import arabic_digits
from plantrack_nb.vocabulary import BUDGET_STATE_TH, BudgetState

if TYPE_CHECKING:
    import pandas as pd

_FILLING = r"(?:แล้ว|ไปแล้ว|ไป|จริง|เงิน|เป็น|จำนวน|รวม|ทั้งสิ้น|[ :])*"
_BAHT = rf"(?P<amount>{PLAIN_NUMBER}) ?(?:บาท|\.-)(?! ?(?:/|ต่อ))"
_NOT_YET = r"(?<!ไม่)(?<!ไม่ได้)(?<!ไม่มีการ)(?<!รอ)(?<!รอการ)(?<!จะ)(?<!ขอ)"
_SPENT = re.compile(rf"{_NOT_YET}(?:เบิกจ่าย|ใช้จ่าย|ใช้งบ(?:ประมาณ|ประจำ)?){_FILLING}{_BAHT}")
_GIVEN = re.compile(rf"{_NOT_YET}จัดสรร(?:เงิน|งบ(?:ประมาณ)?)[^\n]*?(?:รวม|เป็นเงิน|จำนวน) ?{_BAHT}")


@rule(
    "amount-parts",
    Family.AMOUNTS,
    Severity.ERROR,
    title="งบประมาณไม่เท่ากับผลรวมของกิจกรรมในรายการนั้น",
    title_en="Budget is not the sum of its own parts",
    why="งบประมาณของรายการต้องเท่ากับเงินของกิจกรรมที่อยู่ในรายการ ถ้าไม่เท่า ร้อยละและยอดรวมจะผิดตาม",
    example="งบ 49,000 บาท แต่กิจกรรมเขียนว่า (46,000) และ (3,900)",
    todo="ตรวจกับแผนปฏิบัติการว่าจำนวนใดถูก แล้วแก้ช่องงบประมาณหรือจำนวนในวงเล็บ",
)
def parts_differ(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Find budgets that the amounts in brackets exceed, or do not reach though none is missing."""
    told = facts.line_parts.merge(facts.lines, on=LINE)
    told = told[told["budget"].gt(0) & told["priced"].gt(0)]
    over = told["total"].gt(told["budget"] + HALF_SATANG)
    short = told["total"].lt(told["budget"] - HALF_SATANG) & (told["priced"] == told["activities"])
    is_whole = (told["largest"] - told["budget"]).abs().le(HALF_SATANG)
    for row in rows(told.assign(over=over)[(over | short) & ~is_whole]):
        sources = [facts.activities.loc[at] for at in row.rows]
        total, budget = format_baht(row.total), format_baht(row.budget)
        which = "มากกว่า" if row.over else "น้อยกว่า"
        yield Finding(
            rule="amount-parts",
            subject=line_subject(row),
            severity=Severity.ERROR if row.over else Severity.WARNING,
            project_no=row.project_no,
            message=f"{line_name(row)} มีงบประมาณ {budget} บาท แต่จำนวนเงินที่เขียนไว้ใน"
            f"กิจกรรมของรายการนี้รวมได้ {total} บาท ซึ่ง{which}งบ"
            f" {format_baht(abs(row.total - row.budget))} บาท",
            expected=total,
            found=budget,
            hint=f"หากจำนวนในกิจกรรมถูกต้อง ให้แก้งบประมาณเป็น {total} บาท",
            refs=(ref_of(row), *(ref_of(one) for one in sources)),
            district=round_of(row),
        )


@rule(
    "amount-text-spent",
    Family.AMOUNTS,
    Severity.WARNING,
    title="ข้อความบอกว่าใช้เงินแล้ว แต่ช่องเบิกจ่ายไม่มียอด",
    title_en="The words tell of money spent, the column of none",
    why="เงินที่ใช้ไปแล้วแต่ไม่อยู่ในช่องเบิกจ่ายทำให้ร้อยละการเบิกจ่ายของเขตต่ำกว่าจริง",
    example="กิจกรรมเขียนว่า “เบิกจ่าย 4,000 บาท” แต่ช่องเบิกจ่ายเป็น 0",
    todo="ใส่ยอดเบิกจ่ายให้ตรงกับข้อความ หรืออธิบายว่าใช้เงินจากแหล่งอื่น",
)
def spent_in_words(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Find projects whose activities tell of more money spent than the columns hold."""
    told = _told(facts, _SPENT)
    money = facts.projects.drop_duplicates(PROJECT)[[*PROJECT, "disbursed", "budget_state"]]
    told = told.merge(money, on=PROJECT)
    told = told[(told["budget_state"] == BudgetState.BUDGETED.value)]
    told = told[told["told"].gt(told["disbursed"] + HALF_SATANG)]
    cells = {_place(one): ref_of(one) for one in rows(facts.lines.merge(told[PROJECT])[::-1])}
    for group in groups(told, PROJECT):
        first = group[0]
        listed = ", ".join(format_baht(row.told) for row in group)
        found = format_baht(first.disbursed)
        yield Finding(
            rule="amount-text-spent",
            subject=first.project_no,
            severity=Severity.WARNING,
            project_no=first.project_no,
            message=f"โครงการ {first.project_no} เขียนไว้ในการดำเนินการว่าใช้หรือเบิกจ่ายเงิน"
            f" {listed} บาท แต่ช่องเบิกจ่ายของโครงการมี {found} บาท",
            expected=f"ไม่น้อยกว่า {format_baht(max(row.told for row in group))}",
            found=found,
            hint="ใส่ยอดเบิกจ่ายจริง หากใช้เงินจากแหล่งอื่นให้เขียนแหล่งเงินไว้ด้วย",
            refs=(*(ref_of(row) for row in group), *filter(None, [cells.get(_place(first))])),
            district=round_of(first),
        )


@rule(
    "amount-text-awaiting",
    Family.AMOUNTS,
    Severity.WARNING,
    title="ข้อความบอกว่ามีเงินแล้ว แต่โครงการรอจัดสรรหรือไม่ใช้งบ",
    title_en="The words tell of money in a project that awaits or needs none",
    why="หากได้รับเงินแล้ว โครงการต้องแสดงงบประมาณและผลการเบิกจ่าย",
    example="ช่องงบประมาณเขียนว่า รอจัดสรร แต่กิจกรรมเขียนว่า “จัดสรรงบประมาณ … รวม 8,000 บาท”",
    todo="ใส่งบประมาณที่ได้รับ หรืออธิบายว่าเงินในข้อความมาจากที่ใด",
)
def money_while_awaiting(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Find activities with money given or spent in projects marked as without."""
    import pandas as pd

    told = pd.concat([_told(facts, _SPENT), _told(facts, _GIVEN)])
    states = facts.projects.drop_duplicates(PROJECT)[[*PROJECT, "budget_state"]]
    told = told.drop_duplicates([*PROJECT, "source_ref", "text"]).merge(states, on=PROJECT)
    for row in rows(told[told["budget_state"] != BudgetState.BUDGETED.value]):
        state = BUDGET_STATE_TH[BudgetState(row.budget_state)]
        amount = format_baht(row.told)
        yield Finding(
            rule="amount-text-awaiting",
            subject=f"{row.project_no}/{row.activity_no}",
            severity=Severity.WARNING,
            project_no=row.project_no,
            message=f"โครงการ {row.project_no} ช่องงบประมาณระบุว่า{state} แต่กิจกรรมที่"
            f" {row.activity_no} เขียนว่าจัดสรรหรือใช้เงิน {amount} บาท",
            expected=state,
            found=amount,
            hint="หากได้รับเงินแล้ว ให้ใส่งบประมาณและยอดเบิกจ่าย หากใช้เงินจากแหล่งอื่นให้เขียนไว้",
            refs=(ref_of(row),),
            district=round_of(row),
        )


def _place(row: Any) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in PROJECT)


def _told(facts: Facts, pattern: re.Pattern[str]) -> pd.DataFrame:
    """Select the activities in whose words ``pattern`` finds an amount, as column ``told``."""
    with_baht = facts.activities[facts.activities["text"].str.contains("บาท|[.]-", regex=True)]
    told = with_baht["text"].map(lambda text: _amount(pattern, text)).astype("float64")
    return with_baht.assign(told=told)[told.gt(0)]


def _amount(pattern: re.Pattern[str], text: str) -> float | None:
    found: Any = pattern.search(arabic_digits(text))
    return to_float(found["amount"]) if found else None
