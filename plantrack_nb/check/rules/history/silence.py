"""Projects of which nothing new is reported, and whole rounds that repeat the one before."""

from __future__ import annotations

from plantrack_nb.check.reading.round_before import Again, Since, within_year
from plantrack_nb.check.reading.running_text.phrases import keys, quoted
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, Severity, cells, rule
from plantrack_nb.core.vocabulary import BudgetState, Status

_SHARE, _FEWEST = 90.0, 6.0
_ARRIVED = (BudgetState.AWAITING, BudgetState.BUDGETED)


@rule(
    "history-figures-repeated",
    title="ทั้งรอบซ้ำกับรอบก่อน",
    title_en="The last round's figures are repeated",
    why="เมื่อเกือบทุกโครงการที่ยังไม่เสร็จมียอดเงิน สถานะ และข้อความเท่ารอบก่อน มักเป็นแฟ้มของรอบก่อน",
    example="โครงการที่ยังไม่เสร็จ 20 โครงการ ซ้ำรอบก่อนทุกตัวเลข 19 โครงการ",
    todo="ตรวจว่าส่งแฟ้มถูกรอบ แล้วรวบรวมผลของรอบนี้ใหม่",
    at_least_percent=_SHARE,
    at_least_projects=_FEWEST,
)
def figures_repeated(facts: Facts, settings: Settings) -> Hits:
    """Count the unfinished projects that say just what they said in the round before."""
    for since in within_year(facts):
        open_ones = [one for one in since.again if not _was_done(one)]
        same = [one for one in open_ones if one.says_the_same]
        if _is_repeated(since, settings["at_least_percent"], settings["at_least_projects"]):
            yield Hit(
                (),
                "round",
                f"โครงการที่ยังไม่เสร็จในรอบก่อน {len(open_ones)} โครงการ มี {len(same)} โครงการ"
                f"ที่ยอดเบิกจ่าย สถานะ และข้อความเหมือน{since.label}ทุกตัว อาจเป็นแฟ้มของรอบก่อน",
                found=f"ซ้ำ {len(same)} จาก {len(open_ones)} โครงการ",
                project_no="",
                district=since.key.district,
            )


@rule(
    "history-nothing-reported",
    title="ไม่มีรายงานเพิ่มจากรอบก่อน",
    title_en="Nothing was reported since the round before",
    why="โครงการที่ยังไม่เสร็จและไม่มีอะไรเปลี่ยนทั้งไตรมาส คือหยุดนิ่ง หรือลืมรายงาน",
    example="ยังไม่เสร็จ เบิกจ่าย สถานะ และข้อความเหมือนรอบก่อนทุกตัว",
    todo="ให้ผู้รับผิดชอบรายงานผลของรอบนี้ หรือบอกเหตุที่ยังไม่คืบหน้า",
)
def nothing_reported(facts: Facts, _: Settings) -> Hits:
    """Find unfinished projects that say just what they said; not where the whole round does."""
    for since in within_year(facts):
        if _is_repeated(since, _SHARE, _FEWEST):
            continue
        for one in since.again:
            if not one.is_done and one.says_the_same:
                yield _silent(since, one)


def _silent(since: Since, one: Again) -> Hit:
    now = one.now
    idle = now.status == Status.NOT_STARTED
    waiting = idle and now.budget_state == BudgetState.AWAITING
    arrived = idle and (one.was.budget_state, now.budget_state) == _ARRIVED
    doings = [after for _, after in one.doings if after is not None and after.status]
    why = " และยังรอจัดสรรงบประมาณ" if waiting else ""
    why = " เพิ่งได้รับจัดสรรงบประมาณในรอบนี้" if arrived else why
    return Hit(
        cells(doings, "status") or cells(one.lines, "disbursed"),
        keys(project_no=now.project_no),
        f"โครงการ {now.project_no} {quoted(now.name)} ยังไม่เสร็จ"
        f" แต่ยอดเบิกจ่าย สถานะ และข้อความเหมือน{since.label}ทุกตัว{why}",
        severity=Severity.INFO if waiting or arrived else None,
        project_no=now.project_no,
        district=now.district,
    )


def _is_repeated(since: Since, percent: float, fewest: float) -> bool:
    open_ones = [one for one in since.again if not _was_done(one)]
    same = sum(one.says_the_same for one in open_ones)
    return len(open_ones) >= fewest and same >= percent / 100 * len(open_ones)


def _was_done(one: Again) -> bool:
    return bool(one.was.status == Status.DONE)
