"""Every word of a finding: one planted fault for each rule on status, structure and pace."""

from __future__ import annotations

from typing import Any

from helpers.golden import hold_against
from helpers.rounds import KEY, tables
from helpers.told import codes_of, found_by, found_in_twins

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.registry import Family
from plantrack_nb.core.findings import to_json
from plantrack_nb.measures.places import MOVED, Place, Places
from plantrack_nb.office.targets import Target, Targets

FAMILIES = (Family.STATUS, Family.STRUCTURE, Family.PACE)
TARGETS = Targets((Target(2565, "overall", 2, 51.0, "M", "memory"),))
LONG = "กำกับ ติดตาม และรายงานผลการดำเนินงานของโรงเรียนทุกแห่งตามปฏิทินที่กำหนดไว้"


def _act(
    project_no: str, activity_no: str, text: str, status: str = "", **more: Any
) -> dict[str, Any]:
    parent = activity_no.rpartition("-")[0]
    return {
        "project_no": project_no,
        "activity_no": activity_no,
        "parent_no": parent,
        "text": text,
        "status": status,
        **more,
    }


def _projects() -> list[dict[str, Any]]:
    names = [f"1.{nth}" for nth in range(1, 13)] + ["2.1", "2.3", "2.4"]
    rows: list[dict[str, Any]] = [{"project_no": one, "name": f"โครงการที่ {one}"} for one in names]
    by_no = {row["project_no"]: row for row in rows}
    by_no["1.4"] |= {"name": "โครงการที่ 1.3"}
    by_no["1.5"] |= {"indicators": "", "budget_state": "none"}
    by_no["1.6"] |= {"budget_state": "awaiting"}
    by_no["1.7"] |= {"targets": "1.ครู 2.ครู 4.โรงเรียน 4.ผู้ปกครอง", "name": "นวัตกรรม .2565"}
    by_no["2.1"] |= {"targets": "1 อัตรา (ม.ค.-ก.ย.65)"}
    by_no["1.8"] |= {"strategy_no": "2", "targets": "ระบุเป้าหมาย"}
    by_no["1.9"] |= {"owner_groups": "กลุ่มอวกาศ"}
    by_no["2.4"] |= {"strategy_no": "7"}
    library = {"name": "โครงการห้องสมุดเคลื่อนที่", "targets": "หนังสือเรียนของห้องสมุดเคลื่อนที่"}
    swapped = {"targets": "ร้อยละ 90 ผ่านเกณฑ์", "indicators": "ครู จำนวน 40 คน"}
    more = [
        {"project_no": "3.1", "strategy_no": "5", **library},
        {"project_no": "3.2", "strategy_no": "5", "name": "โครงการกีฬา", **swapped},
        {"project_no": "4.1", "strategy_no": "4", "name": "โครงการดนตรี"},
    ]
    return [*rows, {"project_no": "2.3", "name": "โครงการซ้ำ"}, *more]


def _activities() -> list[dict[str, Any]]:
    percents = [
        _act("1.4", str(nth), f"งานที่ {nth}", "in_progress", progress_pct=50) for nth in range(1, 6)
    ]
    left_out = [_act("1.9", str(nth), f"งานลำดับ {nth}") for nth in range(3, 13)]
    return [
        _act("1.1", "1", "จัดอบรมครู", "done"),
        _act("1.2", "1", "จัดอบรมครู", "done"),
        _act("1.2", "2", "จัดซื้อสื่อ", "not_started"),
        _act("1.2", "3", "จัดพิมพ์คู่มือ", "in_progress", progress_pct=30),
        _act("1.3", "1", "นิเทศโรงเรียน", "not_started"),
        *percents,
        _act("1.5", "1", "ประเมินผล", "in_progress", progress_pct=120),
        _act("1.5", "2", "สรุปผล", "done", progress_pct=80),
        _act("1.6", "1", "จัดค่ายวิชาการ", "done"),
        _act("1.7", "1", "ประชุมชี้แจง", "done"),
        _act("1.7", "1-1", "แต่งตั้งคณะทำงาน", "in_progress"),
        _act("1.7", "2", "พัฒนาระบบ", "in_progress", progress_pct=70),
        _act("1.7", "2-1", "ออกแบบระบบ", "done"),
        _act("1.7", "2-2", "ทดลองใช้", "done"),
        _act("1.8", "1", LONG, "done"),
        _act("1.8", "2", LONG, "in_progress", progress_pct=40),
        _act("1.8", "2-1", "สำรวจเสร็จสิ้นแล้ว", "in_progress"),
        _act("1.8", "2-2", "วิเคราะห์"),
        _act("1.9", "1", "งานแรก", "done"),
        _act("1.9", "2", "งานสอง", "in_progress", progress_pct=60),
        _act("1.9", "2-1", "งานสองส่วนแรก", "done"),
        *left_out,
        _act("1.10", "1", "วางแผน", "done"),
        _act("1.10", "", "", "in_progress"),
        _act("1.10", "3", "รายงาน", "done"),
        _act("1.10", "3-2)", "เผยแพร่", "done"),
        _act("1.10", "3-2)", "จัดเก็บ", "done"),
        _act("1.11", "1", "อบรมครูและ", "done"),
        _act("1.11", "2", "นการดำเนินงาน", "done"),
        _act("1.11", "3", "โปร่งใสนการงาน", "done", raw="3.โปร่งใส ⏎ นการงาน"),
        _act("1.11", "4", "ประชุมครู (รุ่น 1", "done"),
        _act("1.11", "5", "ประชุมครู รุ่นสอง)", "done"),
        _act("1.11", "6", "ร้อยละ ของครู", "done"),
        _act("1.11", "7", "พัฒนาการศึกษาการศึกษา", "done"),
        _act("1.11", "8", "ประชุม “ครู", "done"),
        _act("1.11", "9", "ตามหลักเกณฑ์ (จ17/2553)", "done", owner_groups="ร.ร.วัดสมมติ"),
        _act("2.1", "1", "งานกลยุทธ์สอง", "done"),
        _act("2.1", "2", "ค่าจ้างครู", "in_progress"),
        _act("2.3", "1", "งานสุดท้าย", "done"),
        _act("2.4", "1", "งานหลัก"),
        _act("2.4", "1-1", "งานย่อย", "done"),
        _act("8.8", "1", "งานของโครงการที่ไม่มี", "done"),
        _act("3.1", "1", "เปิดรับลงทะเบียนแล้ว 12 แห่ง", "not_started"),
        _act("3.1", "2", "รอประกาศผลการคัดเลือก", "done"),
        _act("3.1", "3", "ตรวจรับหนังสือเรียนของห้องสมุดเคลื่อนที่ 1,240 เล่ม", "in_progress"),
        _act("3.2", "1", "ตรวจรับหนังสือเรียนของห้องสมุดเคลื่อนที่ 1,240 เล่ม", "in_progress"),
        _act("3.2", "2", "ซ่อมสนามกีฬา", "in_progress", owner_groups="กลุ่มพัฒนาครูและ"),
    ]


def _lines() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [
        {"project_no": "1.1", "budget": 10_000, "disbursed": 0},
        {"project_no": "1.2", "line_no": 1, "label": "จัดอบรมครู", "budget": 500, "disbursed": 0},
        {"project_no": "1.2", "line_no": 2, "label": "จัดซื้อสื่อ", "budget": 500, "disbursed": 100},
        {"project_no": "1.2", "line_no": 3, "label": "จัดพิมพ์คู่มือ", "budget": 900, "disbursed": 900},
        {"project_no": "1.3", "budget": 2_000, "disbursed": 500},
        {"project_no": "1.6", "budget": None, "raw": "รจัดสรร | -"},
        {"project_no": "1.7", "budget": 7_000, "disbursed": 0},
        {"project_no": "1.9", "line_no": 1, "label": "งานแรก", "budget": 9_000, "disbursed": 6_000},
        {"project_no": "1.9", "line_no": 2, "label": "งานสอง", "budget": 7_000, "disbursed": 0},
        {"project_no": "1.9", "line_no": 3, "budget": 500, "disbursed": 100},
        {"project_no": "2.1", "budget": 8_000, "disbursed": 7_900, "label": "งานกลยุทธ์สอง"},
        {
            "project_no": "2.1",
            "line_no": 2,
            "label": "ค่าจ้างครู",
            "budget": 9_000,
            "disbursed": 0,
            "source_ref": "projects!E13",
        },
        {"project_no": "2.3", "budget": 90_000_000, "disbursed": 10},
        {"project_no": "8.8", "budget": 600, "disbursed": 50},
    ]
    usual = [{"project_no": "1.12", "line_no": at, "budget": 900 + at} for at in range(1, 9)]
    return [*rows, *usual]


def _facts() -> Facts:
    given = tables(
        strategies=[
            *({"strategy_no": one, "name": f"กลยุทธ์ {one}"} for one in "12356"),
            {"strategy_no": "4", "name": ""},
        ],
        projects=_projects(),
        activities=_activities(),
        lines=_lines(),
        narrative=[{"kind": "obstacle", "project_no": "1.1", "text": "รการจัดสรร"}],
        claims=[
            {"kind": "title", "subject": "title=quarter; asked=2; said=1", "text": "ไตรมาสที่ 1"},
            {"kind": "source", "subject": "doubt=1", "text": "ตารางไม่มีเส้น"},
        ],
    )
    return Facts(given, TARGETS, places=Places({KEY: _moved()}))


def _moved() -> list[Place]:
    """Say of four cells of a row that they were read one column aside."""
    cells = {"F": "งบประมาณ", "G": "เบิกจ่าย", "H": "ความก้าวหน้า", "I": "การดำเนินการ"}
    return [
        Place("1.1", "", "", MOVED, role, f"แผ่น!{at}9", f"{at} 9") for at, role in cells.items()
    ]


def test_each_rule_finds_its_fault_and_says_so() -> None:
    """Message, subject, values, hint, places and district are as they were looked at."""
    findings = found_by(FAMILIES, _facts())
    assert not codes_of(FAMILIES) - {one.rule for one in findings}, "these find no fault here"
    hold_against("findings-status-structure-pace.json", to_json(findings))


def test_two_rounds_of_one_content_do_not_mix() -> None:
    """The same round of another district beside it changes no finding and adds none."""
    alone, both = found_in_twins(FAMILIES, _facts())
    assert both == alone
