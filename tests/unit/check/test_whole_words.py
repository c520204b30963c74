"""Every word of a finding: planted faults for each rule on texts, dates and names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helpers.golden import hold_against
from helpers.rounds import Row, stacked, tables
from helpers.told import codes_of, found_by, found_in_twins, told

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.registry import Family
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.terms import Term, Terms

if TYPE_CHECKING:
    import pandas as pd

FAMILIES = (Family.TEXT, Family.DATES, Family.NAMES)
TERMS = Terms((Term("บ้านนักวิทยาศาสตร์น้อย"),))
OFFICE = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเมืองงาม เขต"
TEXTS = (
    "นักเรียนเข้าสอบ 50 คน คิดเป็นร้อยละ 20 ของนักเรียนทั้งหมด 200 คน",
    "ผ่านเกณฑ์ 11 แห่ง จากทั้งหมด 20 แห่ง (ร้อยละ 54.01)",
    "ซ่อม (โรงเรียน ก 6,800บาท โรงเรียน ข 1500 บาท รวม 8,400 บาท)",
    "ผู้เข้าประชุม 2 รุ่น รุ่นละ 155 คน รวม 300 คน",
    "เดือนละ 9,000 บาท/คน จำนวน 2 คน 12 เดือน เป็นเงิน 216,100 บาท",
    "ระบบ 5 งาน (อัตรากำลัง/งานเลื่อน/งานย้าย/งานเครื่องราช)",
    "พัฒนา 5 ด้าน (วิชาการ, งบประมาณ และบุคคล)",
    "ใน 2 งาน คือ บริหารงานบุคคล/บุคคล/บริหารวิชาการ",
    "คณิตศาสตร์ = 60.00 ภาษาไทย = 65.00 เฉลี่ยรวม 2 ด้าน = 62.00",
    "ระดับดี ร้อยละ 50 ระดับพอใช้ ร้อยละ 30 ระดับปรับปรุง ร้อยละ 10",
    "ปีก่อน 200 คน ปีนี้ 230 คน เพิ่มขึ้นร้อยละ 51",
    "ปีนี้ 180 คน ปีก่อน 200 คน เพิ่มขึ้นร้อยละ 10",
    "ผ่าน 120 คน จากผู้เข้าสอบ 100 คน คิดเป็นร้อยละ 120",
    "จัดซื้อ 1,250,000 บาท (หนึ่งล้านสองแสนบาทถ้วน)",
    "ประชุมวันที่ 31 เมษายน 2565",
    "อบรม เวลา 15.30-09.00 น.",
    "ตามหนังสือ สพฐ. ลงวันที่ 3 พฤษภาคม 2565",
    "ประชุม 20-15 มีนาคม 2565",
    "จ้าง (ต.ค.65-ก.ย.65)",
    "ค่าจ้าง 12 เดือน (พ.ย.64-ก.ย.65)",
    "ค่าจ้างครู (ต.ค.65-ก.ย.66)",
    "เก็บข้อมูล (ต.ค.65-ก.ย.66)",
    "ข้อมูล ณ วันที่ 23 พฤษภาคม 2565",
)
TARGETS = (
    "1.ครู 30 คน (ชาย 10 คน/หญิง 15 คน)",
    "1.สถานศึกษา 12 คน",
    "2.ข้าราชการครูในสังกัด จำนวน 100 แห่ง",
    "ผู้เข้าประชุมครั้งที่ 1 (มัธยม 5 คน/ประถม 6 คน)",
    "โรงเรียนในสังกัด 120 แห่ง",
    "โรงเรียนในสังกัด 121 แห่ง",
    "สถานศึกษาในสังกัด จำนวน 121 แห่ง",
    "ศึกษานิเทศก์ 10 คน",
    "ศึกษานิเทศก์ จำนวน 9 คน",
)
COUNTS = (
    ("44 อัตรา", "จ้างพนักงานขับรถ จำนวน 47 คน"),
    ("32 อัตรา", "จ้างครู จำนวน 25 คน"),
    ("นักเรียนทั้งหมด จำนวน 30,050 คน", "ตรวจสุขภาพนักเรียน จำนวน 30,005 คน"),
    ("ครู 200 คน", "อบรมครู 4 รุ่น รุ่นละ 60 คน"),
)
"""A count of the target, and the same in the action beside it, told otherwise."""
NAMES = (
    "รายงานในระบบ eMEMSCR ทุกเดือน",
    "รายงานในระบบ e-MENSCR ทุกเดือน",
    "เบิกเงินในระบบ GFMS",
    "ส่งข้อมูล e-MENSCR",
    "อบรม ABCDE",
    "อบรม ABCDF",
    "อบรม ABCDE ครั้งที่ 2",
    "ส่งบ้านวิทยาศาสตร์น้อย",
    "บุคลากรใน สทป.บ้านดี",
    "สพป.เมืองงาม เขต 1",
    "สพป. เมืองงาม .เขต 1",
    "สพฐ.เมืองงาม เขต ๑",
    "บุคลากร สพป.เมืองงาม 1 ทุกคน",
    "เข้าตรวจสอบ สพป.เมืองไกล เขต2",
    "ครู สพป.เมืองงาม เขต 1",
    "เก็บข้อมูล IT/ EIT /OIT",
)
PERSONS = (
    "นางมาลี ใจดีงาม; นางประไพ แสนสุข",
    "นางมาลิ ใจดีงาม; นางประไพแสนสุข",
    "นางมາลี ใจดีงาม",
    "น.ส.สมหญิงวรสารสกุล",
)
GROUPS = ("กลุ่มอำนวยการ", "กลุ่มบริหารการเงินฯ", "กลุ่มบริหารการเงินฯ", "กลุ่มอำนวยกร")


def _key(nth: int) -> RoundKey:
    return RoundKey(f"{nth:04}", 2565, 2)


def _texts() -> dict[str, pd.DataFrame]:
    """Build a round of activities and targets, each with one fault, with a dated memo."""
    rows = [{"project_no": "1.1", "activity_no": f"{at}", "text": t} for at, t in enumerate(TEXTS)]
    return tables(
        projects=[{"project_no": f"2.{at}", "targets": t} for at, t in enumerate(TARGETS, 1)],
        activities=rows,
        narrative=[
            {"kind": "memo", "text": "วันที่ 22 เมษายน 2565"},
            {"kind": "memo", "text": "รอบ 6 เดือน (1 ตุลาคม 2564 ถึง 30 มีนาคม 2565)"},
            {"kind": "memo", "text": "เรื่อง รายงานผลการดำเนินงาน รอบ 9 เดือน"},
        ],
        key=_key(1),
    )


def _late() -> dict[str, pd.DataFrame]:
    """Build a memo of another year than the round's."""
    return tables(narrative=[{"kind": "memo", "text": "วันที่ 20 มกราคม 2567"}], key=_key(8))


def _deeds() -> dict[str, pd.DataFrame]:
    """Build a round of what is told as done after the report, without a day of its own."""
    rows = [
        {"activity_no": "1", "text": "เข้าตรวจสอบ วันที่ 23 เมษายน 2565", "status": "done"},
        {"activity_no": "2", "text": "ตรวจ 18-22 กรกฎาคม 2565", "status": "in_progress"},
    ]
    memo = [{"kind": "memo", "text": "วันที่ 22 เมษายน 2565"}]
    dated = tables(activities=rows, narrative=memo, key=_key(3))
    late = [{**rows[0], "text": "เข้าตรวจสอบ วันที่ 1 เมษายน 2565"}]
    same_month = tables(activities=late, narrative=memo, key=_key(4))
    return stacked(tables(activities=rows, key=_key(2)), dated, same_month)


def _money() -> dict[str, pd.DataFrame]:
    """Build lines that their words contradict, and sub-activities that do not add up."""
    lines = [
        _line(1, "ค่าจ้างครู เดือนละ 9,000 บาท/คน/เดือน จำนวน 10 คน", 540_000),
        _line(2, "เงินอุดหนุน คงเหลือ 25,000 บาท", 100_000, disbursed=80_000),
        _line(3, "ค่าเช่าบ้าน (1,000.-) 3 คน", 9_000),
        _line(4, "เงินปัจจัยพื้นฐาน", 12_000),
        _line(7, "ค่ายวิชาการ รวมเป็นเงิน 52,300 บาท", 25_300),
        _line(8, "จัดประชุม คงเหลืองบประมาณหลังโอน 45,000 บาท", 50_000),
        _line(9, "นิเทศ เบิกจ่ายร้อยละ 50 ของงบประมาณ", 90_000, disbursed=72_000),
    ]
    activities = [
        _act(4, "1", "เงินปัจจัยพื้นฐาน"),
        _act(4, "1-1", "คนละ 500 บาท/ภาคเรียน จำนวน 20 คน"),
        _act(4, "1-2", "คนละ 1,500 บาท/ภาคเรียน จำนวน 2 คน"),
        _act(5, "1", "จ้าง 4 คนเป็นเงิน 565,000 บาท"),
        _act(5, "1-1", "บัญชี 12 เดือน/ 12,000 บาท (144,000 บาท)"),
        _act(5, "1-2", "บุคลากร เป็นเงิน 180,000 บาท"),
        _act(6, "1", "นักเรียน 2,500 คน"),
        _act(6, "1-1", "ประถม จำนวน 2,200 คน"),
        _act(6, "1-2", "มัธยม จำนวน 294 คน"),
        _act(7, "1", "ค่ายวิชาการ รวมเป็นเงิน 52,300 บาท"),
        _act(8, "1", "จัดประชุม คงเหลืองบประมาณหลังโอน 45,000 บาท"),
        _act(9, "1", "นิเทศ เบิกจ่ายร้อยละ 50 ของงบประมาณ"),
    ]
    return tables(lines=lines, activities=activities, key=_key(5))


def _line(nth: int, label: str, budget: float, **more: Any) -> Row:
    return {"project_no": f"1.{nth}", "label": label, "budget": budget, "raw": label, **more}


def _act(nth: int, activity_no: str, text: str) -> Row:
    parent = activity_no.rpartition("-")[0]
    return {"project_no": f"1.{nth}", "activity_no": activity_no, "parent_no": parent, "text": text}


def _counts() -> dict[str, pd.DataFrame]:
    """Build counts of one thing in two places, and a result below its indicator."""
    told_result = "โรงเรียนที่รับการตรวจมีการบริหารเงินและพัสดุ เป็นไปตามระเบียบ คิดเป็นร้อยละ 35.29"
    goal = "2.ร้อยละ 80 ของโรงเรียนที่รับการตรวจมีการบริหารเงินและพัสดุเป็นไปตามระเบียบ"
    return tables(
        projects=[
            {
                "project_no": "1.1",
                "indicators": f"1.ร้อยละ 95 ของผู้เรียน\n{goal}\n3.ผลของปีงบประมาณ 2564",
            },
            *(
                {"project_no": f"2.{at}", "targets": target, "source_ref": f"L25{at}.1"}
                for at, (target, _) in enumerate(COUNTS)
            ),
        ],
        activities=[
            {"activity_no": "1", "text": told_result, "status": "done"},
            {"activity_no": "2", "text": told_result, "status": "in_progress"},
            *(
                {"project_no": f"2.{at}", "text": deed, "source_ref": f"L25{at}.8"}
                for at, (_, deed) in enumerate(COUNTS)
            ),
        ],
        key=_key(6),
    )


def _names() -> dict[str, pd.DataFrame]:
    """Build a round whose persons, groups, systems and office are spelt in several ways."""
    texts = [
        {"project_no": "1.1", "text": one, "activity_no": f"{at}"} for at, one in enumerate(NAMES)
    ]
    owners = [
        {"project_no": "1.2", "activity_no": f"{at}", "persons": person, "owner_groups": group}
        for at, (person, group) in enumerate(zip(PERSONS, GROUPS, strict=True))
    ]
    memo = [{"kind": "memo", "text": f"{at} {OFFICE} {no}"} for at, no in enumerate("11๑3")]
    return tables(activities=[*texts, *owners], narrative=memo, key=_key(7))


def _all_rounds() -> dict[str, pd.DataFrame]:
    return stacked(_texts(), _deeds(), _money(), _counts(), _names(), _late())


def test_each_rule_finds_its_fault_and_says_so() -> None:
    """Message, subject, values, hint, places and district are as they were looked at."""
    findings = found_by(FAMILIES, Facts(_all_rounds(), terms=TERMS))
    assert not codes_of(FAMILIES) - {one.rule for one in findings}, "these find no fault here"
    hold_against("findings-text-dates-names.txt", told(findings))


def test_two_rounds_of_one_content_do_not_mix() -> None:
    """The same round of another district beside it changes no finding and adds none."""
    alone, both = found_in_twins(FAMILIES, Facts(_all_rounds(), terms=TERMS))
    assert both == alone
