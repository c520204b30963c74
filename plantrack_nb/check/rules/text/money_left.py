"""Money left, as the words of a line tell it, against its columns."""

from __future__ import annotations

import re
from math import isnan

from plantrack_nb.check.reading.budget_lines import line_subject
from plantrack_nb.check.reading.texts import figures_of
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, cell, rule
from plantrack_nb.measures.rounding import HALF_SATANG
from plantrack_nb.thai.figures import Figure
from plantrack_nb.thai.numbers import format_baht
from plantrack_nb.thai.units import BAHT

_LEFT_BEFORE = re.compile(r"(?:คงเหลือ|เหลือจ่าย|ส่งคืน|คืนเงิน|เงินเหลือ)(?:จำนวน|เป็นเงิน)? ?$")
_LEFT = re.compile("เหลือ|คืน")


@rule(
    "text-left",
    title="เงินคงเหลือที่เขียนไว้ไม่เท่ากับ งบประมาณ − เบิกจ่าย",
    title_en="Money left, as told in the text, is not budget minus disbursed",
    why="เงินคงเหลือต้องคำนวณได้จากสองช่องในแถวเดียวกัน",
    example="งบ 100,000 บาท เบิกจ่าย 80,000 บาท แต่เขียนว่า “คงเหลือ 25,000 บาท”",
    todo="คำนวณเงินคงเหลือใหม่ หรือแก้ช่องเบิกจ่าย",
)
def text_left(facts: Facts, _settings: Settings) -> Hits:
    """Hold "คงเหลือ 22,000 บาท" in a line's words against its columns."""
    for row in facts.lines:
        left = row.budget - row.disbursed
        said = _left_in(row.label)
        if said is None or isnan(left) or abs(said.value - left) < HALF_SATANG:
            continue
        expected, found = format_baht(left), format_baht(said.value)
        yield Hit(
            cell(row, "label", said.within(row.label)),
            line_subject(row),
            f"โครงการ {row.project_no} รายการงบประมาณที่ {row.line_no} เขียนว่าเหลือ {found} บาท"
            f" แต่งบ {format_baht(row.budget)} หักเบิกจ่าย {format_baht(row.disbursed)}"
            f" เหลือ {expected} บาท",
            expected=expected,
            found=found,
            hint=f"แก้เงินคงเหลือเป็น {expected} บาท หรือแก้ช่องงบประมาณหรือเบิกจ่าย",
            beside=[cell(row, "disbursed"), cell(row, "budget")],
        )


def _left_in(label: str) -> Figure | None:
    for one in figures_of(label) if _LEFT.search(label) else ():
        if one.unit == BAHT and _LEFT_BEFORE.search(label[: one.start]):
            return one
    return None
