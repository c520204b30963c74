"""Every word of a finding: planted faults for each rule on amounts and printed figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from helpers.golden import hold_against
from helpers.rounds import Row, stacked, tables
from helpers.summaries import (
    JOINT,
    LINES,
    OFFICE,
    PLAN,
    PROJECTS,
    claim,
    contents,
    level_table,
    memo,
    strategy_table,
    summed_up,
)
from helpers.told import codes_of, found_by, found_in_twins, told

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.registry import Family
from plantrack_nb.core.schema import RoundKey

if TYPE_CHECKING:
    import pandas as pd

FAMILIES = (Family.AMOUNTS, Family.CLAIMS)


def _key(nth: int) -> RoundKey:
    return RoundKey(f"{nth:04}", 2565, 2)


def _project(nth: int, state: str = "budgeted") -> Row:
    return {"project_no": f"1.{nth}", "budget_state": state}


def _line(nth: int, budget: float | None, disbursed: float | None = None, **more: Any) -> Row:
    return {"project_no": f"1.{nth}", "budget": budget, "disbursed": disbursed, **more}


def _act(nth: int, activity_no: str, text: str, **more: Any) -> Row:
    return {"project_no": f"1.{nth}", "activity_no": activity_no, "text": text, **more}


def _lines() -> list[Row]:
    return [
        _line(1, 10000, 2500, reported_pct=52, label="ประชุม\nปฏิบัติการ", raw="2,500 (52.00)"),
        _line(2, 10000, 9800, reported_pct=0.98, raw="9,800 (0.98)"),
        _line(3, 51100, 74300),
        _line(4, 50000, 25000, committed=30000),
        _line(4, 50000, None, committed=60000, line_no=2),
        _line(5, None, 5000),
        _line(6, 20000),
        _line(7, -2500.5, -1, committed=-2),
        _line(8, 49000, label="ประชุมใหญ่ (46,000)"),
        _line(9, 50000, label="อบรมครู (46,000)"),
        _line(10, 100000, 0),
        _line(10, 5000, 400, line_no=2),
        _line(11, None),
        _line(12, 96, label="จัดค่าย (96,000)"),
        _line(13, 40000, 30_000_000, reported_pct=75),
        _line(14, 20_000_000_000),
        _line(15, 38),
        _line(16, 10000, 0, reported_pct=5),
        _line(17, 100000, 0),
        _line(18, 50000, 10, label="จ้างครู"),
        _line(18, 100000, 0, label="จ้างนักการ", line_no=2),
        _line(19, 80000, 75, raw="75.00"),
    ]


def _activities() -> list[Row]:
    return [
        _act(8, "1", "ประชุมใหญ่ (46,000)"),
        _act(8, "2", "พบปะ (3,900-)"),
        _act(8, "3", "สรุปผล"),
        _act(9, "1", "อบรมครู (46,000)"),
        _act(9, "2", "นิเทศ (3,000)"),
        _act(10, "1", "ใช้งบ 500 บาท"),
        _act(10, "2", "อนุมัติใช้งบประจำเบิกจ่าย 4,000.50 บาท"),
        _act(11, "1", "จัดสรรงบประมาณให้โรงเรียน (ก 6,000 บาท ข 2,000 บาท รวม 8,000 บาท)"),
        _act(12, "1", "จัดค่าย (96,000)"),
        _act(17, "1", "เบิกจ่ายเงินให้แก่ผู้รับจ้าง", progress_pct=74.95, status="in_progress"),
        _act(17, "", "จ่ายเงินให้วิทยากรที่มาอบรมครูผู้สอนทุกคนในสังกัด", status="done"),
        _act(17, "3", "ใช้งบ 700 บาท"),
        _act(17, "3-1", "ใช้งบ 300 บาท", parent_no="3"),
        _act(18, "1", "จ้างครู"),
        _act(18, "2", "จ้างนักการ"),
        _act(18, "3", "จ้างพนักงานขับรถ เป็นเงิน 9,000 บาท"),
    ]


def _amounts() -> dict[str, pd.DataFrame]:
    states = {6: "none", 5: "awaiting", 11: "awaiting"}
    projects = [_project(nth, states.get(nth, "budgeted")) for nth in range(1, 20)]
    return tables(projects=projects, lines=_lines(), activities=_activities(), key=_key(1))


def _changed_tables() -> list[dict[str, pd.DataFrame]]:
    """Build rounds in which one cell of a summary table, or a few, were changed."""
    percent = strategy_table({(PLAN, "2"): 66.66})
    shared = strategy_table(counts={(PLAN, "1"): 2.0, (OFFICE, "1"): 0.0})
    bands = level_table({(OFFICE, "nothing"): 0.0, (OFFICE, "upto_70"): 1.0})
    levels = level_table({(PLAN, "done"): 0.0, (PLAN, "in_progress"): 2.0, (OFFICE, "done"): 0.0})
    swapped = level_table({("รวม", "done"): 1, ("รวม", "partial"): 1})
    total = strategy_table(counts={("รวม", "2"): 4})
    row = level_table({(PLAN, "partial"): 1, (OFFICE, "no_budget"): 1})
    differ = [*level_table({(JOINT, "projects"): 2}), *strategy_table()]
    blank: Mapping[tuple[str, str], float | None] = {("รวม", "1"): None, ("รวม", "2"): None}
    dashes = [*level_table({("รวม", "projects"): None}), *strategy_table(blank)]
    nothing = strategy_table({(OFFICE, "2"): 5})
    done = level_table({(PLAN, "done"): 2.0, (OFFICE, "not_started"): 2.0})
    changed = [percent, shared, bands, levels, swapped, total, row, differ, dashes, nothing, done]
    return [summed_up(claims=claims, key=_key(nth)) for nth, claims in enumerate(changed, 2)]


def _lost_projects() -> list[dict[str, pd.DataFrame]]:
    """Build rounds in which a project is missing, or a line explains a percent."""
    joint = strategy_table({(PLAN, "2"): 20}, {(PLAN, "2"): 2.0, ("รวม", "2"): 4.0})
    printed = [*LINES[:2], {**LINES[2], "disbursed": 1000, "reported_pct": 33.33}, LINES[3]]
    parts = [*LINES[:2], {**LINES[2], "budget": 29000, "label": "ประชุม (26,000)"}, LINES[3]]
    below = [
        {"project_no": "2.1", "text": "ประชุม (26,000)", "activity_no": "1"},
        {"project_no": "2.1", "text": "พบปะ (4,000)", "activity_no": "2"},
    ]
    return [
        summed_up(projects=PROJECTS[:-1], lines=LINES[:-1], key=_key(21)),
        summed_up(claims=[*contents(second=4, total=6), *joint], key=_key(22)),
        summed_up(claims=contents(total=6), key=_key(23)),
        summed_up(lines=printed, key=_key(24)),
        summed_up(lines=parts, activities=below, key=_key(25)),
    ]


def _memos() -> list[dict[str, pd.DataFrame]]:
    """Build memos whose figures contradict each other or the table."""
    percent = [
        {**claim("memo", "item=2.1", value, unit), "source_ref": "L33"}
        for value, unit in ((50000, "baht"), (40000, "baht"), (78.4, "percent"))
    ]
    slip = [memo("1", 100000), memo("1.1", 69500), memo("1.2", 30000)]
    words = claim("summary", "paragraph=L9", 7, "project", "รวมทั้งสิ้น 7 โครงการ")
    received = [memo("1", 120000, "ได้รับจัดสรรจาก สพฐ. 120,000 บาท"), words]
    return [
        tables(claims=percent, key=_key(31)),
        tables(claims=slip, key=_key(32)),
        summed_up(claims=received, key=_key(33)),
    ]


def _sum_rows() -> list[dict[str, pd.DataFrame]]:
    """Build rounds with rows of sums that do not add up, and with a figure about nothing."""
    printed = [
        claim("progress_table", "row=รวมทั้งสิ้น; column=budget; of=all", 95_000, "baht"),
        claim("progress_table", "row=รวมกลยุทธ์ที่ 2; column=budget; of=2.1..2.3", 70_000, "baht"),
        claim("progress_table", "project_no=1.1; activity_no=1; column=budget", 7_000, "baht"),
        claim("progress_table", "project_no=1.1; activity_no=2; column=budget", 4_000, "baht"),
        claim("progress_table", "project_no=1.2; activity_no=1; column=budget", 4_000, "baht"),
    ]
    about_nothing = [claim("level_table", f"group={OFFICE}", 3, "project")]
    return [summed_up(claims=printed, key=_key(41)), tables(claims=about_nothing, key=_key(42))]


def _told() -> list[dict[str, pd.DataFrame]]:
    """Build a memo, contents and a table whose figures do not fit the others of their own."""
    told = "จำนวน 40 โครงการ งบประมาณ 30,000 บาท เบิกจ่าย 12,000 บาท"
    plan = tables(
        projects=[{"project_no": f"1.{nth}"} for nth in range(1, 39)],
        lines=[{"project_no": "1.1", "budget": 30000, "disbursed": 12000}],
        narrative=[{"kind": "memo", "text": told}],
        key=_key(51),
    )
    pages = [
        claim("contents", f"part={part}; column=page", page, "page", part)
        for part, page in (("คำนำ", 1), ("ส่วนที่หนึ่ง", 5), ("ส่วนที่สอง", 2), ("ส่วนที่สาม", 9))
    ]
    schools = [("บ้านเหนือ", 40), ("บ้านใต้", 55), ("รวม", 59)]
    cells = [
        claim(
            "table",
            f"table=1; title=ตารางรายอำเภอ; row={at}; label={name}; column=2; head=นักเรียน; span=",
            count,
            "person",
        )
        for at, (name, count) in enumerate(schools, 2)
    ]
    named = tables(
        projects=[{"project_no": "1.1", "name": "โครงการค่ายวิชาการนักเรียนบ้านสวน"}],
        lines=[{"project_no": "1.1", "budget": 30000, "disbursed": 12000}],
        narrative=[{"kind": "memo", "text": "โครงการค่ายวิชาการนักเรียนบ้านสวน งบประมาณ 35,000 บาท"}],
        key=_key(53),
    )
    return [plan, tables(claims=[*pages, *cells], key=_key(52)), named]


def _all_rounds() -> dict[str, pd.DataFrame]:
    return stacked(
        _amounts(), *_changed_tables(), *_lost_projects(), *_memos(), *_sum_rows(), *_told()
    )


def test_each_rule_finds_its_fault_and_says_so() -> None:
    """Message, subject, values, hint, places and district are as they were looked at."""
    findings = found_by(FAMILIES, Facts(_all_rounds()))
    assert not codes_of(FAMILIES) - {one.rule for one in findings}, "these find no fault here"
    hold_against("findings-amounts-claims.txt", told(findings))


def test_two_rounds_of_one_content_do_not_mix() -> None:
    """The same round of another district beside it changes no finding and adds none."""
    alone, both = found_in_twins(FAMILIES, Facts(_all_rounds()))
    assert both == alone
