"""Projects that the document counts but does not hold."""

from __future__ import annotations

from plantrack_nb.check.reading.absent import ABSENT_PROJECT, by_strategy
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, Severity, cells, rule
from plantrack_nb.thai.numbers import format_count


@rule(
    ABSENT_PROJECT,
    Severity.ERROR,
    title="โครงการที่เอกสารนับไว้แต่ไม่มีในตารางความก้าวหน้า",
    title_en="Projects that are counted but absent",
    why="โครงการที่หายไปทั้งแถวทำให้งบประมาณ การเบิกจ่าย และจำนวนโครงการของเขตไม่ครบ",
    example="สารบัญพิมพ์ว่ากลยุทธ์ที่ 6 มี 14 โครงการ แต่ตารางมีถึงโครงการ 6.13",
    todo="เพิ่มโครงการที่ขาดในตารางความก้าวหน้า หรือแก้จำนวนโครงการทุกแห่ง",
)
def absent_projects(facts: Facts, _: Settings) -> Hits:
    """Find strategies with fewer projects than every part of the document says."""
    for gone in facts.once(by_strategy).values():
        yield Hit(
            cells(gone.claims, "value"),
            gone.subject,
            f"กลยุทธ์ที่ {gone.strategy_no} เอกสารนับไว้ {format_count(gone.claimed)} โครงการ"
            f" แต่ตารางความก้าวหน้ามี {format_count(gone.found)} โครงการ"
            f" น่าจะขาดโครงการ {gone.listed}",
            expected=format_count(gone.claimed),
            found=format_count(gone.found),
            hint=f"เพิ่มแถวของโครงการ {gone.listed} พร้อมงบประมาณและผลการเบิกจ่าย",
        )
