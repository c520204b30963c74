"""What activities say: each step gives a sentence whose figures agree with each other."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from plantrack_nb.core.calendar import round_period, thai_date
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.simulate.areas import Office
from plantrack_nb.thai.numbers import format_baht, format_percent


@dataclass(frozen=True)
class Scene:
    """What the sentences of one project share."""

    office: Office
    key: RoundKey
    topic: str
    who: str
    heads: int
    goal: int
    draw: random.Random

    def past_day(self) -> date:
        """Draw a day of the round, its last month left out."""
        first, last = round_period(self.key.fiscal_year, self.key.quarter)
        return first + timedelta(days=self.draw.randint(10, (last - first).days - 31))


Step = Callable[[Scene], str]


def _committee(one: Scene) -> str:
    men, women = one.draw.randint(3, 9), one.draw.randint(3, 9)
    return f"แต่งตั้งคณะทำงาน{one.topic} จำนวน {men + women} คน (ชาย {men} คน/หญิง {women} คน)"


def _checked(one: Scene) -> str:
    seen = one.draw.randint(10, one.office.schools - 5)
    share = format_percent(100 * seen / one.office.schools)
    return (
        f"ตรวจเยี่ยมแล้ว {seen} โรงเรียน คิดเป็นร้อยละ {share}"
        f" ของโรงเรียนทั้งหมด {one.office.schools} โรงเรียน"
    )


def _scores(one: Scene) -> str:
    first, second = (one.draw.randrange(5000, 9500, 2) / 100 for _ in range(2))
    mean = format_percent((first + second) / 2)
    return (
        f"ประเมินผล{one.topic} ด้านความรู้ = {first:.2f} ด้านทักษะ = {second:.2f} เฉลี่ยรวม 2 ด้าน = {mean}"
    )


def _levels(one: Scene) -> str:
    good, fair = one.draw.randint(40, 60), one.draw.randint(20, 30)
    return (
        f"สรุปผลการประเมิน ระดับดี ร้อยละ {good} ระดับพอใช้ ร้อยละ {fair}"
        f" ระดับปรับปรุง ร้อยละ {100 - good - fair}"
    )


def _courses(one: Scene) -> str:
    many, each = one.draw.randint(2, 4), one.draw.randint(20, 60)
    return f"อบรมเชิงปฏิบัติการ{one.topic} {many} รุ่น รุ่นละ {each} คน รวม {many * each} คน"


def _materials(one: Scene) -> str:
    paper, goods = (one.draw.randrange(500, 2400, 100) for _ in range(2))
    total = format_baht(paper + goods)
    return (
        f"จัดหาวัสดุสำหรับ{one.topic} ค่าเอกสาร {format_baht(paper)} บาท"
        f" ค่าวัสดุ {format_baht(goods)} บาท รวม {total} บาท"
    )


def _area(one: Scene) -> str:
    joined = one.draw.choice(("ร่วมกับ", "ของบุคลากรใน "))
    return f"แลกเปลี่ยนเรียนรู้เรื่อง{one.topic} {joined}{one.office.district.name}"


DONE: tuple[Step, ...] = (
    lambda one: f"ประชุมวางแผนงาน{one.topic} เมื่อวันที่ {thai_date(one.past_day())}",
    _committee,
    lambda one: f"รวบรวมข้อมูล ณ วันที่ {thai_date(one.past_day())} เรื่อง{one.topic}",
    _checked,
    _scores,
    _levels,
    lambda one: f"{one.who}มีความรู้ความเข้าใจเรื่อง{one.topic} ร้อยละ {one.draw.randint(one.goal, 99)}",
)
"""Steps that tell of something done."""

ANY: tuple[Step, ...] = (
    lambda one: f"คัดเลือกผู้เข้าร่วมงาน{one.topic} {one.who} จำนวน {one.heads} คน",
    _courses,
    _materials,
    lambda one: f"ส่งเสริมงาน{one.topic} 4 ด้าน (วิชาการ/งบประมาณ/บุคคล/บริหารทั่วไป)",
    lambda one: f"จัดทำคู่มือ{one.topic} จำนวน {one.draw.randint(20, 90)} เล่ม",
    lambda one: f"บันทึกข้อมูล{one.topic}ในระบบ eMENSCR",
    lambda one: f"นิเทศ ติดตาม และให้คำแนะนำโรงเรียนเรื่อง{one.topic}",
    _area,
    lambda one: f"สรุปและรายงานผลการดำเนินงาน{one.topic}",
)
"""Steps that may be done, under way or still to come."""
