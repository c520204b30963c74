"""For the director: what to decide, and what to ask whom, the weightiest first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plantrack_nb.core.vocabulary import BudgetState, Status
from plantrack_nb.report.figures.listing import baht, count, numbers, some
from plantrack_nb.report.figures.owners import short_group
from plantrack_nb.report.figures.sentences import slow
from plantrack_nb.report.figures.to_mend import ABSENT, to_mend
from plantrack_nb.thai.numbers import format_count, format_percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plantrack_nb.core.findings import Finding
    from plantrack_nb.report.figures.facts import Project, RoundFacts, Sum

_MOST = 6
_ENOUGH = 70.0
"""Percent disbursed from which nobody is asked about the rest, where no target is known."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What to ask about one project: whom, what, and how many baht it is about."""

    project_no: str
    name: str
    group: str
    text: str
    stake: float


@dataclass(frozen=True, slots=True)
class Decision:
    """What needs a decision, and how many baht it is about (0 where nobody can say)."""

    text: str
    stake: float = 0.0


def decisions(facts: RoundFacts, findings: Sequence[Finding]) -> list[str]:
    """Say what needs the director's decision, at most six things.

    The more money, the earlier; then what waits for money, what the document lacks, and last
    what is to be mended before it is signed.
    """
    made = [_of_idle(facts), _of_overspent(facts), _of_slow(facts)]
    paper = [_of_awaiting(facts), *_of_paper(findings)]
    by_money = sorted((one for one in made if one), key=lambda one: -one.stake)
    return [one.text for one in [*by_money, *filter(None, paper)]][:_MOST]


def _of_idle(facts: RoundFacts) -> Decision | None:
    idle = facts.untouched
    if not idle:
        return None
    budget = sum(one.budget for one in idle)
    if facts.is_over:
        do, spent = "พิจารณากันเงินหรือส่งคืนงบประมาณของ", "ไม่ได้เบิกจ่ายตลอดปี"
    else:
        do, spent = "เร่งรัดการเบิกจ่ายหรือปรับแผน", "ยังไม่เบิกจ่าย"
    said = f"{do} {count(idle)} ที่{spent} งบประมาณรวม {baht(budget)}"
    return Decision(f"{said} ({numbers(idle)})", budget)


def _of_overspent(facts: RoundFacts) -> Decision | None:
    if not facts.overspent:
        return None
    excess, where = sum(facts.overspent.values()), [*facts.overspent]
    said = f"ให้ชี้แจงรายการที่เบิกจ่ายเกินงบประมาณ รวม {baht(excess)} ใน {len(where)} โครงการ"
    return Decision(f"{said} ({some(where)})", excess)


def _of_slow(facts: RoundFacts) -> Decision | None:
    """Name the strategies and groups below the target; by the money that they lack.

    Where nothing is disbursed at all, that is said of the projects.
    """
    strategies, groups = facts.below_target
    if facts.target is None or facts.whole.disbursed <= 0 or not (strategies or groups):
        return None
    unsure = "" if facts.target.is_confirmed else " (ยังไม่ยืนยัน)"
    goal = f"เป้าหมายร้อยละ {format_percent(facts.target.percent)}{unsure}"
    by_strategy = slow(strategies, (f"กลยุทธ์ที่ {one.label}" for one in strategies), "กลยุทธ์")
    by_group = slow(groups, map(_group, groups), "กลุ่ม")
    named = [
        f"{len(strategies)} กลยุทธ์: {by_strategy}" if strategies else "",
        f"{len(groups)} กลุ่ม: {by_group}" if groups else "",
    ]
    do = "ทบทวนแผนของส่วนที่เบิกจ่ายต่ำกว่า" if facts.is_over else "เร่งรัดส่วนที่เบิกจ่ายต่ำกว่า"
    lack = max(sum(map(facts.lacking, sums)) for sums in (strategies, groups))
    return Decision(f"{do}{goal} ได้แก่ {'; '.join(filter(None, named))}", lack)


def _group(one: Sum) -> str:
    return short_group(one.label, joined=" ร่วมกับ ") or "ไม่ระบุกลุ่ม"


def _of_awaiting(facts: RoundFacts) -> Decision | None:
    waiting, begun = facts.awaiting, _work_without_money(facts)
    if not waiting:
        return None
    if facts.is_over:
        said = f"พิจารณายกเลิกหรือเสนอในแผนปีถัดไป {count(waiting)} ที่ไม่ได้รับจัดสรรงบประมาณ"
        return Decision(f"{said} ({numbers(waiting)})")
    said = f"ติดตามงบประมาณที่รอจัดสรรของ {count(waiting)} ({numbers(waiting)})"
    ahead = f" ในจำนวนนี้เริ่มดำเนินการแล้ว {count(begun)} ({numbers(begun)})" if begun else ""
    return Decision(said + ahead)


def _of_paper(findings: Sequence[Finding]) -> list[Decision]:
    left = to_mend(findings)
    lacking = [Decision(one.message) for one in left if one.rule == ABSENT]
    wrong = [one for one in left if one.rule != ABSENT]
    if not wrong:
        return lacking
    places = f"{format_count(len(wrong))} แห่ง"
    owners = [*dict.fromkeys(one.project_no for one in wrong if one.project_no)]
    where = f" ในโครงการ {some(owners)}" if owners else ""
    return [*lacking, Decision(f"ให้ผู้รับผิดชอบแก้ไขข้อมูลที่ขัดแย้งกันเอง {places}{where} ก่อนลงนาม")]


def asks(facts: RoundFacts, findings: Sequence[Finding]) -> list[Ask]:
    """Ask about each project that is behind or whose own figures contradict each other.

    Ordered by the baht concerned, then by how many of its figures are to be mended.
    """
    wrong = Counter(one.project_no for one in to_mend(findings) if one.project_no)
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
        f"ข้อมูลขัดแย้งกันเอง {format_count(wrong)} แห่ง ข้อใดถูกต้อง" if wrong else "",
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
