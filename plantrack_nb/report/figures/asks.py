"""For the director: what to decide, and what to ask whom, the weightiest first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plantrack_nb.core.findings import Severity
from plantrack_nb.core.vocabulary import BudgetState, Status
from plantrack_nb.report.figures.wording import baht, count, numbers
from plantrack_nb.thai.numbers import format_count, format_percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plantrack_nb.core.findings import Finding
    from plantrack_nb.report.figures.facts import Project, RoundFacts

_ENOUGH = 70.0
"""Percent disbursed from which nobody is asked about the rest, where no target is known."""

_ABSENT = "claim-absent-project"


@dataclass(frozen=True, slots=True)
class Ask:
    """What to ask about one project: whom, what, and how many baht it is about."""

    project_no: str
    name: str
    group: str
    text: str
    stake: float


def decisions(facts: RoundFacts, findings: Sequence[Finding]) -> list[str]:
    """Say what needs the director's decision, at most five things, money before paper."""
    idle, waiting, begun = facts.untouched, facts.awaiting, _work_without_money(facts)
    wrong = [one for one in findings if one.severity is Severity.ERROR and not one.waived]
    said = []
    if idle:
        budget = baht(sum(one.budget for one in idle))
        said.append(
            f"กันเงินหรือส่งคืนงบประมาณของ {count(idle)}ที่มีงบรวม {budget} แต่ทั้งปีไม่ได้เบิกจ่าย"
            if facts.is_over
            else f"เร่งเบิกจ่ายหรือปรับแผน {count(idle)}ที่มีงบรวม {budget} แต่ยังไม่เบิกจ่ายเลย"
        )
    if facts.overspent:
        excess, where = baht(sum(facts.overspent.values())), ", ".join(facts.overspent)
        said.append(f"ชี้แจงรายการที่เบิกจ่ายเกินงบ {excess} ในโครงการ {where}")
    if waiting and facts.is_over:
        said.append(f"ยกเลิกหรือเสนอในแผนปีถัดไป {count(waiting)}ที่ไม่ได้รับจัดสรร ({numbers(waiting)})")
    elif waiting:
        ahead = f" โดยมี {count(begun)}ที่เริ่มงานแล้ว" if begun else ""
        said.append(f"ติดตามเงินที่รอจัดสรรของ {count(waiting)}{ahead} ({numbers(waiting)})")
    said += [one.message for one in wrong if one.rule == _ABSENT]
    if wrong:
        said.append(f"ให้แก้ตัวเลขที่ผิดแน่นอน {format_count(len(wrong))} แห่ง ก่อนลงนามเผยแพร่")
    return said[:5]


def asks(facts: RoundFacts, findings: Sequence[Finding]) -> list[Ask]:
    """Ask about each project that is behind or whose own figures contradict each other.

    Ordered by the baht concerned, then by how many of its figures are surely wrong.
    """
    wrong = Counter(
        one.project_no
        for one in findings
        if one.project_no and one.severity is Severity.ERROR and not one.waived
    )
    made = [_ask(facts, one, wrong[one.project_no]) for one in facts.projects]
    chosen = [one for one in made if one.text]
    return sorted(chosen, key=lambda one: (-one.stake, -wrong[one.project_no]))


def _ask(facts: RoundFacts, project: Project, wrong: int) -> Ask:
    excess = facts.overspent.get(project.project_no, 0.0)
    behind = _behind(facts, project)
    texts = [
        _about_money(facts, project) if behind else "",
        f"รายการย่อยเบิกเกินงบ {baht(excess)} ใช้เงินจากแหล่งใด" if excess else "",
        _about_start(facts, project),
        f"ตัวเลขผิดแน่นอน {format_count(wrong)} แห่ง" if wrong else "",
    ]
    stake = max(project.left if behind else 0.0, excess)
    text = "; ".join(filter(None, texts))
    return Ask(project.project_no, project.name, project.group, text, stake)


def _about_money(facts: RoundFacts, project: Project) -> str:
    """Ask when money will be spent; after the year, why it was not and what becomes of it."""
    if facts.is_over:
        percent = format_percent(project.percent)
        said = f"สิ้นปีเบิกจ่ายร้อยละ {percent}" if project.disbursed > 0 else "ทั้งปีไม่ได้เบิกจ่าย"
        return f"{said} เหลือ {baht(project.left)} เพราะเหตุใด กันเงินหรือส่งคืน"
    if project.disbursed > 0:
        percent = format_percent(project.percent)
        return f"เบิกจ่ายร้อยละ {percent} เหลือ {baht(project.left)} จะเบิกจ่ายเมื่อใด"
    if project.done:
        done = format_count(project.done)
        return f"ทำสำเร็จแล้ว {done} กิจกรรม แต่ยังไม่เบิกจ่ายจาก {baht(project.budget)} เพราะเหตุใด"
    return f"ยังไม่เบิกจ่ายจาก {baht(project.budget)} จะเริ่มเบิกจ่ายเมื่อใด"


def _about_start(facts: RoundFacts, project: Project) -> str:
    if project.budget_state != BudgetState.AWAITING:
        return ""
    if project.status == Status.NOT_STARTED and facts.is_over:
        return "ไม่ได้เริ่มเพราะไม่ได้รับจัดสรรตลอดปี ยกเลิกหรือเสนอในแผนปีถัดไป"
    if project.status == Status.NOT_STARTED:
        return "ยังไม่เริ่มเพราะรอจัดสรร หากไม่ได้รับเงินจะทำอย่างไร"
    if project.status == Status.DONE:
        return "รายงานว่าสำเร็จแล้วทั้งที่ยังรอจัดสรร ใช้เงินจากแหล่งใด"
    return ""


def _behind(facts: RoundFacts, project: Project) -> bool:
    goal = facts.target.percent if facts.target else _ENOUGH
    return project.percent is not None and project.left > 0 and project.percent < max(goal, _ENOUGH)


def _work_without_money(facts: RoundFacts) -> list[Project]:
    begun = (Status.DONE, Status.IN_PROGRESS, Status.PARTIAL)
    return [one for one in facts.awaiting if one.status in begun]
