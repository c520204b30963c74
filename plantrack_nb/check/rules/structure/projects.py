"""What every project of a plan must have."""

from __future__ import annotations

import re

from plantrack_nb.check.facts import project_key
from plantrack_nb.check.reading.running_text.phrases import keys
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, cell, rule
from plantrack_nb.core.vocabulary import BudgetState
from plantrack_nb.thai.text import squeeze

_NEEDED = {
    "name": "ชื่อโครงการ",
    "targets": "เป้าหมาย",
    "indicators": "ตัวชี้วัดความสำเร็จ",
    "all_groups": "กลุ่มที่รับผิดชอบ",
}
_NO_BUDGET = re.compile(r"ไม่(?:ขอ)?(?:ได้)?(?:ใช้|มี)(?:เงิน)?งบ")


@rule(
    "project-missing",
    title="ข้อมูลโครงการไม่ครบ",
    title_en="A project lacks its name, targets, indicators or owner",
    why="โครงการที่ไม่มีเป้าหมาย ตัวชี้วัด หรือผู้รับผิดชอบ ติดตามและประเมินผลไม่ได้",
    example="ช่องตัวชี้วัดความสำเร็จว่าง",
    todo="กรอกข้อมูลที่ขาดให้ครบ",
)
def missing_parts(facts: Facts, _: Settings) -> Hits:
    """Find empty cells that every project must have; persons may be hidden and do not count."""
    for column, title in _NEEDED.items():
        for row in facts.projects:
            if not getattr(row, column).strip():
                yield Hit(
                    cell(row, "owner_groups" if column == "all_groups" else column),
                    keys(project_no=row.project_no, column=column),
                    f"โครงการ {row.project_no} ไม่มี{title}",
                    expected=title,
                    found="ว่าง",
                    hint=f"กรอก{title}",
                )


@rule(
    "project-without-activity",
    title="โครงการไม่มีกิจกรรม",
    title_en="A project without activities",
    why="ไม่รู้ว่าโครงการทำอะไรไปแล้ว",
    example="ช่องการดำเนินการว่าง",
    todo="เขียนกิจกรรมพร้อมสถานะ",
)
def without_activity(facts: Facts, _: Settings) -> Hits:
    """Find projects of which no activity has a text."""
    written = {
        key
        for key, activities in facts.activities_of.items()
        if any(one.text.strip() for one in activities)
    }
    for row in facts.projects:
        if project_key(row) not in written:
            yield Hit(
                cell(row, "name"),
                keys(project_no=row.project_no),
                f"โครงการ {row.project_no} ไม่มีรายการกิจกรรมในช่องการดำเนินการ",
                expected="มีกิจกรรม",
                found="ว่าง",
            )


@rule(
    "budget-unsaid",
    title="ไม่บอกว่าใช้งบประมาณหรือไม่",
    title_en="Not said whether a budget is given, awaited or not needed",
    why="ช่องว่างอาจแปลว่าไม่ใช้งบ รอจัดสรร หรือลืมกรอก การนับกลุ่มงบประมาณจึงผิดได้",
    example="ช่องงบประมาณว่าง",
    todo="กรอกจำนวนเงิน “รอจัดสรร” หรือ “ไม่ใช้งบ”",
)
def budget_unsaid(facts: Facts, _: Settings) -> Hits:
    """Find projects taken as without a budget though no cell of theirs says so."""
    for row in facts.projects:
        if row.budget_state != BudgetState.NONE.value:
            continue
        lines = facts.lines_of.get(project_key(row), [])
        if not any(_NO_BUDGET.search(squeeze(one.raw)) for one in (row, *lines)):
            yield Hit(
                cell(row, "budget_state"),
                keys(project_no=row.project_no),
                f"โครงการ {row.project_no} ไม่มีทั้งจำนวนเงิน คำว่า “รอจัดสรร” หรือ “ไม่ใช้งบ” ในช่องงบประมาณ",
                expected="จำนวนเงิน รอจัดสรร หรือ ไม่ใช้งบ",
                found="ว่าง",
                hint="กรอกช่องงบประมาณให้ชัดเจน",
            )
