"""Projects with money that have spent nothing, half a year on."""

from __future__ import annotations

from plantrack_nb.check.facts import ROUND, round_key
from plantrack_nb.check.reading.budget_lines import lines_under
from plantrack_nb.check.reading.running_text.phrases import joined
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, Severity, cells, rule
from plantrack_nb.core.calendar import QUARTERS, months_in_round, round_label
from plantrack_nb.core.records import gathered, total
from plantrack_nb.thai.numbers import format_baht

_MOST_NAMED = 20


@rule(
    "pace-nothing-spent",
    Severity.INFO,
    title="โครงการที่ได้รับงบแต่ยังไม่เบิกจ่าย",
    title_en="Projects with money that have spent nothing",
    why="ครึ่งปีแล้วยังไม่เบิกจ่ายเสี่ยงต่อการเบิกไม่ทันสิ้นปีงบประมาณ",
    example="รอบ 6 เดือน มี 17 โครงการที่ได้รับงบแต่เบิกจ่าย 0",
    todo="ถามแผนการใช้เงินของแต่ละโครงการ เริ่มจากวงเงินสูงสุด",
    from_month=6,
    at_least_baht=0.0,
)
def nothing_spent(facts: Facts, settings: Settings) -> Hits:
    """List the projects of a round without any disbursement, the largest budget first."""
    idle = [row for row in facts.projects if _is_idle(row, settings)]
    idle.sort(key=lambda row: (round_key(row), -row.budget))
    for members in gathered(idle, ROUND).values():
        named = joined(
            f"{one.project_no} ({format_baht(one.budget)})" for one in members[:_MOST_NAMED]
        )
        more = f" และอีก {len(members) - _MOST_NAMED} โครงการ" if len(members) > _MOST_NAMED else ""
        first, idle_baht = members[0], total(one.budget for one in members)
        yield Hit(
            cells(lines_under(facts, members), "disbursed"),
            "round",
            f"{round_label(first.quarter)} มี {len(members)} โครงการที่ได้รับงบแต่ยังไม่เบิกจ่าย"
            f" รวม {format_baht(idle_baht)} บาท เรียงจากวงเงินสูงสุด: {named}{more}",
            found=f"{len(members)} โครงการ",
            project_no="",
        )


def _is_idle(row: Row, settings: Settings) -> bool:
    if not row.budget > 0 or row.disbursed != 0 or row.quarter not in QUARTERS:
        return False
    months = months_in_round(row.quarter)
    return bool(months >= settings["from_month"] and row.budget >= settings["at_least_baht"])
