"""Facts in official Thai: the one place where a sentence of the report gets its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantrack_nb.core.calendar import QUARTERS, round_label, thai_date
from plantrack_nb.core.vocabulary import UNMARKED
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.measures.rounding import HALF_SATANG
from plantrack_nb.report.figures.listing import baht, count, listed, named_counts, numbers
from plantrack_nb.report.figures.official_words import (
    BAND_OVER_TH,
    BAND_TH,
    BY_BAND,
    BY_LEVEL,
    BY_STATE,
    LEVELS_TH,
    PROJECTS_TH,
    STATE_OVER_TH,
    STATE_TH,
)
from plantrack_nb.thai.numbers import format_count, format_percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plantrack_nb.report.figures.differences import Compared
    from plantrack_nb.report.figures.facts import RoundFacts, Sum

_MOST_NAMED = 3


def period(facts: RoundFacts) -> str:
    """Name the round and its days: "รอบ 6 เดือน (1 ตุลาคม 2564 – 31 มีนาคม 2565)"."""
    first, last = facts.period
    return f"{round_label(facts.key.quarter)} ({thai_date(first)} – {thai_date(last)})"


def plan(facts: RoundFacts) -> str:
    """Name the plan that the round reports on."""
    return f"แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. {facts.key.fiscal_year}"


def title(facts: RoundFacts) -> str:
    """Name the report."""
    return f"รายงานผลการติดตามความก้าวหน้าในการดำเนินงานตาม{plan(facts)}"


def overview(facts: RoundFacts) -> str:
    """Say what was followed up: whose plan, which round, how many projects."""
    strategies = sum(1 for one in facts.strategies if one.projects)
    if not facts.projects:
        return f"{facts.office} ยังไม่มี{PROJECTS_TH}ที่รายงานผลตาม{plan(facts)} {period(facts)}"
    return (
        f"{facts.office} ได้ติดตามผลการดำเนินงานตาม{plan(facts)} {period(facts)}"
        f" จำนวน {format_count(len(facts.projects))} {PROJECTS_TH} ใน {strategies} กลยุทธ์"
    )


def money(facts: RoundFacts) -> str:
    """Say what was given, what was disbursed, and what is left."""
    total = facts.whole
    if total.budget <= 0:
        spent = f" แต่มีรายงานการเบิกจ่าย {baht(total.disbursed)}" if total.disbursed > 0 else ""
        return f"{_ungiven(facts)}{spent}"
    given = f"งบประมาณที่ได้รับจัดสรร {baht(total.budget)}"
    if total.disbursed <= 0:
        return f"{given} {'ไม่มี' if facts.is_over else 'ยังไม่มี'}การเบิกจ่าย"
    said = f"{given} เบิกจ่ายแล้ว {baht(total.disbursed)} คิดเป็นร้อยละ {format_percent(total.percent)}"
    if total.left < 0:
        return f"{said} เกินงบประมาณ {baht(-total.left)}"
    return f"{said} คงเหลือ {baht(total.left)}" if total.left > 0 else said


def _ungiven(facts: RoundFacts) -> str:
    if facts.needs_no_money:
        return "ทุกโครงการไม่ใช้งบประมาณ"
    return f"{'ไม่มี' if facts.is_over else 'ยังไม่มี'}โครงการใดได้รับจัดสรรงบประมาณ"


def parts_of_whole(facts: RoundFacts) -> list[str]:
    """Count projects by state, level and band, a sentence each; without money there is but one."""
    if not facts.projects:
        return []
    said = {BY_STATE: states(facts), BY_LEVEL: levels(facts), BY_BAND: bands(facts)}
    untold = [BY_BAND] if not facts.has_money else []
    untold += [BY_STATE] if facts.needs_no_money else []
    return [f"{how} {what}" for how, what in said.items() if how not in untold]


def against_target(facts: RoundFacts) -> str:
    """Compare with the country's target; ``""`` without one that is confirmed, or without money.

    What is signed holds no figure that nobody has confirmed.
    """
    target, percent = facts.target, facts.whole.percent
    if target is None or percent is None or not target.is_confirmed:
        return ""
    goal = (
        f"เป้าหมายการเบิกจ่ายภาพรวมของประเทศ ณ สิ้นไตรมาสที่ {facts.key.quarter}"
        f" (ร้อยละ {format_percent(target.percent)})"
    )
    off = percent - target.percent
    if abs(off) < HALF_SATANG:
        return f"เท่ากับ{goal}"
    points = f"{format_percent(abs(off))} จุด"
    if off > 0:
        return f"สูงกว่า{goal} {points}"
    short = baht(facts.short_of_target)
    if facts.is_over:
        return f"ต่ำกว่า{goal} {points} คิดเป็นเงิน {short}"
    return f"ต่ำกว่า{goal} {points} ต้องเบิกจ่ายเพิ่ม {short} จึงจะถึงเป้าหมาย"


def besides_largest(facts: RoundFacts) -> str:
    """Say how the others stand where one to three projects hold more than half of the money."""
    top, rest = facts.largest, facts.besides_largest
    if rest is None:
        return ""
    share = format_percent(percent_of(sum(one.budget for one in top), facts.whole.budget))
    one_only = " โครงการเดียว" if len(top) == 1 else " รวมกัน"
    said = f"โครงการ {numbers(top)}{one_only}มีงบประมาณร้อยละ {share} ของทั้งหมด"
    these = "โครงการนี้" if len(top) == 1 else f" {count(top)}นี้"
    return f"{said} หากไม่นับ{these} โครงการที่เหลือ {rest_stands(facts, rest)}"


def rest_stands(facts: RoundFacts, rest: Sum) -> str:
    """Say how many projects are left, with how much money, and how much of it is disbursed."""
    held = f"{format_count(rest.projects)} โครงการ งบประมาณ {baht(rest.budget)}"
    if rest.disbursed <= 0:
        return f"{held} {'ไม่ได้' if facts.is_over else 'ยังไม่มีการ'}เบิกจ่าย"
    return f"{held} เบิกจ่ายได้ร้อยละ {format_percent(rest.percent)}"


def states(facts: RoundFacts) -> str:
    """Count projects by where their money stands."""
    return named_counts(STATE_OVER_TH if facts.is_over else STATE_TH, facts.states)


def levels(facts: RoundFacts) -> str:
    """Count projects by progress."""
    if set(facts.statuses) == {UNMARKED}:
        return "ยังไม่มีโครงการใดรายงานสถานะการดำเนินงาน"
    return named_counts(LEVELS_TH, facts.statuses)


def bands(facts: RoundFacts) -> str:
    """Count projects by disbursement band."""
    return named_counts(BAND_OVER_TH if facts.is_over else BAND_TH, facts.bands)


def strategies(facts: RoundFacts) -> str:
    """Say which strategy disbursed most and which least.

    ``""`` where fewer than two had money, or where none of it is disbursed.
    """
    held = sorted(
        ((one.percent, one) for one in facts.strategies if one.percent is not None),
        key=lambda pair: -pair[0],
    )
    if len(held) < 2 or facts.whole.disbursed <= 0:
        return ""
    none = "ไม่ได้เบิกจ่าย" if facts.is_over else "ยังไม่มีการเบิกจ่าย"
    idle = [one.label for percent, one in held if percent == 0]
    most = held[0][1]
    if held[0][0] == held[-1][0]:
        return f"ทุกกลยุทธ์เบิกจ่ายได้เท่ากัน ร้อยละ {format_percent(most.percent)}"
    first = [one.label for percent, one in held if percent == held[0][0]]
    said = f"กลยุทธ์ที่ {listed(first)} เบิกจ่ายได้สูงสุด ร้อยละ {format_percent(most.percent)}"
    if idle:
        return f"{said} กลยุทธ์ที่ {listed(idle)} {none}"
    least = held[-1][1]
    last = [one.label for percent, one in held if percent == least.percent]
    return f"{said} กลยุทธ์ที่ {listed(last)} ต่ำสุด ร้อยละ {format_percent(least.percent)}"


def awaiting(facts: RoundFacts) -> str:
    """Name the projects that wait for money; ``""`` where none does."""
    if not facts.awaiting:
        return ""
    what = "ไม่ได้รับจัดสรรงบประมาณ" if facts.is_over else "รอจัดสรรงบประมาณ"
    return f"โครงการที่{what} {count(facts.awaiting)} ได้แก่ โครงการ {numbers(facts.awaiting)}"


def slow(sums: Sequence[Sum], names: Iterable[str], what: str) -> str:
    """Name parts of the round with their percent, and say how many more there are if many."""
    named = [
        f"{name} (ร้อยละ {format_percent(one.percent)})"
        for one, name in zip(sums, names, strict=True)
    ]
    rest = len(named) - _MOST_NAMED
    more = f"{', '.join(named[:_MOST_NAMED])} และอีก {rest} {what}"
    return more if rest > 0 else listed(named)


def beside_received(facts: RoundFacts) -> str:
    """Set the table's budget beside the money the document says was received."""
    given = facts.received
    if given is None:
        return ""
    off = given.value - facts.whole.budget
    printed = f"วงเงินที่เอกสารของเขตระบุว่าได้รับจัดสรร {baht(given.value)}"
    if abs(off) < HALF_SATANG:
        return f"งบประมาณของโครงการในตารางรวมกันเท่ากับ{printed}"
    side = "น้อยกว่า" if off > 0 else "มากกว่า"
    held = f"งบประมาณของโครงการในตารางรวมกัน {baht(facts.whole.budget)}"
    return f"{held} {side}{printed} อยู่ {baht(abs(off))}"


def to_hasten(facts: RoundFacts) -> str:
    """Say which work should be hastened; ``""`` where there is none."""
    idle = facts.untouched
    parts = []
    if facts.is_over:
        return _to_close(facts)
    if idle:
        budget = baht(sum(one.budget for one in idle))
        parts.append(f"เร่งรัดโครงการที่ได้รับงบประมาณแล้วแต่ยังไม่เบิกจ่าย {count(idle)} รวม {budget}")
    if facts.awaiting:
        parts.append(f"ติดตามงบประมาณของโครงการที่รอจัดสรร {count(facts.awaiting)}")
    return f"ทั้งนี้ ควร{' และ'.join(parts)}" if parts else ""


def _to_close(facts: RoundFacts) -> str:
    """Say what is to be settled when the year is over: nothing can be hastened any more."""
    parts = []
    if facts.whole.left >= HALF_SATANG:
        parts.append(f"สรุปเงินคงเหลือ {baht(facts.whole.left)} ว่าจะกันไว้เบิกเหลื่อมปีหรือส่งคืน")
    if facts.awaiting:
        parts.append(f"สรุปโครงการที่ไม่ได้รับจัดสรรตลอดปี {count(facts.awaiting)}")
    return f"ทั้งนี้ ควร{' และ'.join(parts)}" if parts else ""


def rest_of_year(facts: RoundFacts) -> str:
    """Name the quarters still to come: "ไตรมาสที่ 3–4"; after the last, the next year."""
    left = [quarter for quarter in QUARTERS if quarter > facts.key.quarter]
    if not left:
        return f"ปีงบประมาณ พ.ศ. {facts.key.fiscal_year + 1}"
    return f"ไตรมาสที่ {left[0]}" + (f"–{left[-1]}" if len(left) > 1 else "")


def preface(facts: RoundFacts, full_name: str, policy: str = "") -> list[str]:
    """Write the preface: what this is, what it holds, thanks.

    Parameters
    ----------
    facts : RoundFacts
        Of the round.
    full_name : str
        The office's official name.
    policy : str
        The words the office works under, if it has any.
    """
    under = f" ตามนโยบาย “{policy}”" if policy else ""
    what = (
        f"{title(facts)} ของ{full_name} {period(facts)} ฉบับนี้ จัดทำขึ้นโดยการรวบรวมและวิเคราะห์"
        f"ผลการดำเนินงานจากผู้รับผิดชอบโครงการและกิจกรรม จำนวน {format_count(len(facts.projects))}"
        f" {PROJECTS_TH}{under} เพื่อติดตามความก้าวหน้าในการดำเนินงานและการใช้จ่ายงบประมาณตามแผน"
    )
    content = (
        "รายงานประกอบด้วยเป้าหมาย ตัวชี้วัดความสำเร็จ งบประมาณ การเบิกจ่าย ความก้าวหน้า การดำเนินการ"
        " และผู้รับผิดชอบของแต่ละโครงการเรียงตามกลยุทธ์ พร้อมทั้งสรุปปัญหาอุปสรรคและข้อเสนอแนะ"
        f" เพื่อใช้ในการวางแผนหรือปรับแผนการดำเนินงานใน{rest_of_year(facts)} ต่อไป"
    )
    thanks = (
        f"{full_name} ขอขอบคุณผู้บริหารการศึกษา บุคลากร และผู้เกี่ยวข้องทุกท่านที่ให้ข้อมูลและร่วมจัดทำ"
        "รายงานฉบับนี้จนสำเร็จลุล่วง และหวังเป็นอย่างยิ่งว่ารายงานฉบับนี้จะเป็นประโยชน์แก่หน่วยงาน สถานศึกษา"
        "และผู้เกี่ยวข้องต่อไป"
    )
    return [what, content, thanks]


def summary(facts: RoundFacts) -> list[str]:
    """Sum the round up in a few sentences, one a paragraph."""
    if not facts.projects:
        return [overview(facts)]
    said = [
        " ".join(filter(None, [overview(facts), money(facts), against_target(facts)])),
        besides_largest(facts),
        *parts_of_whole(facts),
        strategies(facts),
    ]
    return [one for one in said if one]


def compared(result: Compared) -> str:
    """Say how many printed figures were recomputed and how many of them differ."""
    if not result.printed:
        return "เอกสารของรอบนี้ไม่ได้พิมพ์ตารางสรุปไว้ จึงไม่มีตัวเลขให้เทียบ"
    printed, wrong = format_count(result.printed), len(result.differences)
    if not wrong:
        return f"ตัวเลขที่พิมพ์ไว้ในตารางสรุป {printed} ช่อง ตรงกับที่คำนวณใหม่ทุกช่อง"
    return (
        f"ตัวเลขที่พิมพ์ไว้ในตารางสรุป {printed} ช่อง ตรงกับที่คำนวณใหม่"
        f" {format_count(result.printed - wrong)} ช่อง ต่างกัน {format_count(wrong)} ช่อง"
    )
