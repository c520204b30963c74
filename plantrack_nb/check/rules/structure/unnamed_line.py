"""Amounts beside which no activity stands."""

from __future__ import annotations

from plantrack_nb.check.facts import project_key
from plantrack_nb.check.reading.budget_lines import line_subject
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, cell, rule
from plantrack_nb.thai.numbers import format_baht


@rule(
    "budget-line-unnamed",
    title="ยอดงบประมาณที่ไม่บอกว่าเป็นของกิจกรรมใด",
    title_en="An amount of which nobody knows the activity",
    why="ข้อความกิจกรรมของยอดนั้นน่าจะตกหล่น จึงไม่รู้ว่าเงินใช้ทำอะไร",
    example="โครงการมีสองยอด ยอดแรกอยู่ข้างกิจกรรมที่ 1 ยอดที่สอง 2,500 บาท ไม่มีข้อความกำกับ",
    todo="เติมกิจกรรมของยอดนั้น หรือรวมไว้กับยอดของกิจกรรมที่ถูกต้อง",
)
def line_unnamed(facts: Facts, _: Settings) -> Hits:
    """Find lines without words in projects whose other lines have them."""
    for lines in facts.lines_of.values():
        named = any(line.label.strip() for line in lines)
        for line in lines if named and project_key(lines[0]) in facts.project_of else ():
            if line.budget > 0 and not line.label.strip():
                amount = format_baht(line.budget)
                yield Hit(
                    cell(line, "label"),
                    line_subject(line),
                    f"โครงการ {line.project_no} มียอดงบประมาณ {amount} บาท ที่ไม่บอกว่าเป็นของกิจกรรมใด",
                    expected="มีกิจกรรมกำกับยอด",
                    found=f"{amount} บาท ไม่มีข้อความ",
                    hint="เติมกิจกรรมที่ตกหล่นของยอดนี้",
                    beside=[cell(line, "budget")],
                )
