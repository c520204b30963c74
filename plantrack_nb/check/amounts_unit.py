"""Amounts typed in another unit: thousands or millions of baht where baht belong, or the reverse.

The rule explains; it never mends.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plantrack_nb import measures
from plantrack_nb.check.amounts import line_name, line_subject
from plantrack_nb.check.facts import ROUND, Facts, ref_of, round_of, rows
from plantrack_nb.check.parts import LINE
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.check.rounding import disagree, steps_of
from plantrack_nb.findings import Finding, Severity
from plantrack_nb.thai.numbers import format_baht

if TYPE_CHECKING:
    import pandas as pd

_UNITS = {1e3: "พันบาท", 1e6: "ล้านบาท"}
_FAR_BELOW = "น้อยกว่ารายการอื่นของรอบนี้มาก อาจพิมพ์เป็นพันบาทหรือล้านบาท"
_FEW_LINES = 5
_CLOSE = 0.01


@rule(
    "amount-unit",
    Family.AMOUNTS,
    Severity.WARNING,
    title="จำนวนเงินอาจพิมพ์ผิดหน่วย (บาท พันบาท ล้านบาท)",
    title_en="Amount may be in another unit (baht, thousands, millions)",
    why="จำนวนเงินที่ผิดหน่วยเพียงรายการเดียวทำให้ยอดรวมของเขตผิดไปเป็นพันเท่า",
    example="รายการอื่นเป็นหลักหมื่นบาท แต่รายการนี้งบ 38 บาท (38 พันบาท)",
    todo="ตรวจหน่วยแล้วพิมพ์จำนวนเป็นบาท",
    far=1000,
    largest=1e10,
)
def unit_slip(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Find amounts that are a thousand or a million times what the rest of the round tells."""
    lines = facts.lines.assign(reason="")
    for index, reason in (
        (
            _far_below(lines, settings["far"]),
            _FAR_BELOW,
        ),
        (_too_large(lines, settings["largest"]), "มากเกินกว่างบของเขตหนึ่ง อาจคูณหน่วยเกินไป"),
        *((_off_words(facts, unit), f"ต่างจากจำนวนในข้อความ {unit:,.0f} เท่า") for unit in _UNITS),
        *((_off_percent(lines, unit), _percent_reason(unit)) for unit in _UNITS),
    ):
        lines.loc[index, "reason"] = reason
    for row in rows(lines[lines["reason"] != ""]):
        yield Finding(
            rule="amount-unit",
            subject=line_subject(row),
            severity=Severity.WARNING,
            project_no=row.project_no,
            message=f"{line_name(row)} งบประมาณ {format_baht(row.budget)} บาท"
            f" เบิกจ่าย {format_baht(row.disbursed)} บาท: {row.reason}",
            found=format_baht(row.budget),
            hint="ตรวจว่าจำนวนเงินเป็นบาททั้งสองช่อง โปรแกรมไม่แก้หน่วยให้เอง",
            refs=(ref_of(row),),
            district=round_of(row),
        )


def _percent_reason(unit: float) -> str:
    return f"ร้อยละที่พิมพ์จะตรงเมื่อช่องใดช่องหนึ่งเป็น{_UNITS[unit]}"


def _far_below(lines: pd.DataFrame, far: float) -> pd.Index:
    """Budgets of which ``far`` times is still below the round's median."""
    given = lines[lines["budget"].gt(0)]
    grouped = given.groupby(ROUND, sort=False)["budget"]
    median = grouped.transform("median")
    enough = grouped.transform("size").ge(_FEW_LINES)
    return given.index[enough & (given["budget"] * far).lt(median)]


def _too_large(lines: pd.DataFrame, largest: float) -> pd.Index:
    return lines.index[lines[["budget", "committed", "disbursed"]].max(axis=1).gt(largest)]


def _off_words(facts: Facts, unit: float) -> pd.Index:
    """Budgets that are ``unit`` times what their own activities add up to, or the reverse."""
    told = facts.line_parts
    keyed = facts.lines[LINE].merge(told[[*LINE, "total"]], on=LINE, how="left")["total"]
    times = facts.lines["budget"].reset_index(drop=True) / keyed.where(keyed > 0)
    off = (times / unit - 1).abs().lt(_CLOSE) | (times * unit - 1).abs().lt(_CLOSE)
    return facts.lines.index[off.to_numpy()]


def _off_percent(lines: pd.DataFrame, unit: float) -> pd.Index:
    """Percents that agree once one of the two amounts is taken ``unit`` times."""
    exact = measures.percent(lines["disbursed"], lines["budget"])
    told = lines[lines["reported_pct"].gt(1) & exact.gt(0)]
    step = told["reported_pct"] * 0 + steps_of(told["reported_pct"], told["raw"])
    exact = exact.loc[told.index]
    up, down = (disagree(told["reported_pct"], one, step) for one in (exact * unit, exact / unit))
    return told.index[~up | ~down]
