"""What a heading means follows from its words and their order, in whatever spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core.vocabulary import Status
from plantrack_nb.load.layout.columns.heading_levels import Heading, heading_of, level_of
from plantrack_nb.load.layout.columns.heading_words import BUILT_IN, Concept, Lexicon
from plantrack_nb.load.layout.record import Role, Side

SPELLINGS = {
    Role.NUMBER: ["ที่", "ลำดับ", "ลำดับที่", "No.", "#", "ลำดับโครงการ", "ข้อ"],
    Role.CODE: ["รหัส", "รหัสโครงการ"],
    Role.PROJECT: [
        "โครงการ/กิจกรรม",
        "ชื่อโครงการ",
        "แผนงาน/โครงการ",
        "โครงการตามแผนฯ",
        "กิจกรรม/โครงการ",
        "งาน/กิจกรรม",
        "รายการ",
        "ผลผลิต/โครงการ",
        "กลยุทธ์/โครงการ",
    ],
    Role.STRATEGY: ["กลยุทธ์", "ประเด็นยุทธศาสตร์", "สอดคล้องกับกลยุทธ์"],
    Role.TARGETS: ["เป้าหมาย", "ค่าเป้าหมาย", "กลุ่มเป้าหมาย", "เป้าหมายเชิงปริมาณ"],
    Role.INDICATORS: ["ตัวชี้วัดความสำเร็จ", "ตัวบ่งชี้ความสำเร็จ", "ตัวชี้วัดความสำเร็จของโครงการ", "KPI"],
    Role.BUDGET: [
        "งบประมาณ",
        "งบประมาณ (บาท)",
        "ได้รับจัดสรร",
        "วงเงินที่ได้รับ",
        "จำนวนเงิน",
        "งบประมาณที่ขอ",
        "งบลงทุน",
        "รวมจัดสรร",
    ],
    Role.COMMITTED: ["ผูกพัน", "ก่อหนี้ผูกพัน", "PO", "กันเงินไว้"],
    Role.DISBURSED: [
        "เบิกจ่าย",
        "ผลการเบิกจ่าย ณ 31 มี.ค. 65",
        "ใช้ไป",
        "งบประมาณที่ใช้",
        "จ่ายจริง",
        "รายจ่าย",
        "ผลการใช้จ่าย",
    ],
    Role.USED: ["เบิกจ่ายผูกพัน", "เบิกจ่ายและผูกพัน"],
    Role.PLANNED: ["แผนการเบิกจ่าย", "แผนการใช้จ่ายงบประมาณ", "เป้าหมายการเบิกจ่าย"],
    Role.REMAINING: ["คงเหลือ", "งบประมาณคงเหลือ", "เงินเหลือจ่าย", "ยังไม่เบิกจ่าย"],
    Role.PERCENT: ["ร้อยละ", "เบิกจ่ายจริง (ร้อยละ)", "คิดเป็นร้อยละ", "ร้อยละการเบิกจ่าย", "%", "% จ่าย"],
    Role.STATUS: ["สถานะ", "สถานภาพ", "สถานะโครงการ"],
    Role.PROGRESS: [
        "ความก้าวหน้า (ร้อยละ)",
        "ระดับการดำเนินการ",
        "ร้อยละความก้าวหน้า",
        "ร้อยละผลการดำเนินงาน",
        "ผลการดำเนินงาน (ร้อยละ)",
        "% ผลงาน",
    ],
    Role.ACTION: ["การดำเนินการ", "กิจกรรม", "รายละเอียดกิจกรรม", "กิจกรรมหลัก", "วิธีดำเนินการ"],
    Role.OWNER: ["ผู้รับผิดชอบ", "กลุ่มที่รับผิดชอบ", "หน่วยงาน", "เจ้าของโครงการ", "กลุ่ม/โรงเรียน", "ฝ่าย"],
    Role.SOURCE: ["แหล่งงบประมาณ", "ประเภทเงิน", "หมวดรายจ่าย"],
    Role.OBSTACLE: ["ปัญหา/อุปสรรค"],
    Role.OTHER: ["หมายเหตุ", "ระยะเวลาดำเนินการ", "จำนวนโครงการ", "วัตถุประสงค์"],
}


def read(*path: str, lexicon: Lexicon = BUILT_IN) -> Heading:
    """Read a heading from its levels."""
    return heading_of(path, lexicon)


def best(*path: str) -> Role | None:
    """Return what a heading means most likely."""
    roles = read(*path).roles
    return max(roles, key=roles.__getitem__, default=None)


@pytest.mark.parametrize(
    ("heading", "role"), [(text, role) for role, texts in SPELLINGS.items() for text in texts]
)
def test_spellings(heading: str, role: Role) -> None:
    """Each spelling names its column, blanks and line breaks aside."""
    assert best(heading) is role
    assert best("\n".join(heading.replace(" ", ""))) in (role, None) or role is Role.PROJECT


@pytest.mark.parametrize("text", ["", "1.1", "พัฒนาเด็กดี", "เป้าหมาย " * 40, "นางสมมติ"])
def test_other_words(text: str) -> None:
    """Names, figures and long texts name no column."""
    assert not level_of(text, BUILT_IN).is_known or best(text) is None


@pytest.mark.parametrize(
    ("path", "role"),
    [
        (("งบประมาณ", "การใช้จ่าย", "ร้อยละ"), Role.PERCENT),
        (("ผลการดำเนินงาน", "ร้อยละ"), Role.PROGRESS),
        (("ผลการเบิกจ่าย", "จำนวนเงิน"), Role.DISBURSED),
        (("เบิกจ่าย", "ไตรมาส 1"), Role.DISBURSED),
        (("ไตรมาส 1", "แผน"), Role.PLANNED),
        (("ไตรมาส 1", "ผล"), Role.DISBURSED),
        (("การจัดสรร", "ครั้งที่ 1"), Role.BUDGET),
        (("งบประมาณ", "รวม"), Role.BUDGET),
        (("เบิกจ่าย", "รวม"), Role.DISBURSED),
        (("งบประมาณ", "ดำเนินงาน"), Role.BUDGET),
        (("แผน/ผลการใช้จ่ายงบประมาณ", "งบประมาณ", "จำนวน (บาท)"), Role.BUDGET),
        (("สถานะ", "ดำเนินการแล้ว"), Role.TICK),
    ],
)
def test_levels(path: tuple[str, ...], role: Role) -> None:
    """The lowest level decides; what it leaves open is said by the nearest level above."""
    assert best(*path) is role


def test_two_meanings() -> None:
    """A heading that can mean two things gives both, the likelier one first."""
    roles = read("งบประมาณที่ใช้").roles
    assert roles[Role.DISBURSED] > roles[Role.BUDGET] > 0


def test_side_kind_sum_and_status() -> None:
    """A heading tells plan from allocation, the kind of budget, a sum, a status."""
    assert read("งบประมาณตามแผน").side is Side.PLAN
    assert read("งบที่ได้รับ").side is Side.ALLOCATED
    assert read("งบประมาณ", "งบลงทุน").kind == "งบลงทุน"
    assert read("จัดสรร", "ครั้งที่ 2").kind == "ครั้งที่2"
    assert read("งบประมาณ", "รวม").is_sum
    assert read("เบิกจ่ายรายเดือน", "รวมทั้งปี", "(บาท)").is_sum
    assert not read("งบประมาณรวม", "งบลงทุน").is_sum
    assert read("ผล", "ยังไม่ดำเนินการ").status is Status.NOT_STARTED


def test_unit_and_period() -> None:
    """A heading may tell the unit of money and the months it covers."""
    assert read("งบประมาณ (ล้านบาท)").unit == 1e6
    period = read("รอบ 6 เดือน", "เบิกจ่าย").period
    assert period is not None
    assert (period.first, period.last, period.from_start) == (1, 6, True)


def test_own_words() -> None:
    """An office's own words are taken for what it says they mean."""
    own = Lexicon({"งบลงตัว": Concept.MONEY}, {"จบงาน": Status.DONE})
    assert Role.BUDGET in read("งบลงตัว", lexicon=own).roles
    assert own.status("จบงาน") is Status.DONE
    assert BUILT_IN.status("จบงาน") is None


@given(st.lists(st.text(max_size=100), max_size=4))
def test_any_words(path: list[str]) -> None:
    """Any words give some meaning or none, and weights between 0 and 1."""
    assert all(0 < weight <= 1 for weight in heading_of(path, BUILT_IN).roles.values())
