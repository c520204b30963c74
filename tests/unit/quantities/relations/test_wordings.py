"""Equations told without the usual words: by verbs, dashes, numbers in turn, years behind."""

import pytest
from helpers.equations import beside, is_silent, right_values

WRONG = [
    ("changes", "ยอดหนี้เดิม 90 ราย ปัจจุบัน 54 ราย แก้ไขได้ 63 ราย", (63, 36)),
    ("changes", "ปีก่อนมีชมรม 14 ชมรม เปิดใหม่ 6 ชมรม เป็น 26 ชมรม", (26, 20)),
    ("changes", "เข้ามา 52 คน ออกไป 31 คน เพิ่มสุทธิ 12 คน", (12, 21)),
    ("changes", "เดิมใช้กระดาษ 40 รีม/เดือน ปัจจุบัน 25 รีม/เดือน ลดได้ 51 รีม", (51, 15)),
    ("remainders", "ยังไม่ตอบอีก 21 แห่ง (ทั้งหมด 90 แห่ง ตอบแล้ว 78 แห่ง)", (21, 12)),
    ("remainders", "มีพนักงาน 207 คน ลาออก 11 คน คงมีพนักงาน 169 คน", (169, 196)),
    ("parts", "ตรวจโต๊ะ 260 ตัว - ใช้ได้ 214 ตัว - ชำรุด 64 ตัว", (260, 278)),
    ("lists", "ตั้งคณะทำงาน 4 ชุด ชุดที่ 1 ก ชุดที่ 2 ข ชุดที่ 3 ค", (4, 3)),
    (
        "totals",
        "ครู 5 อัตรา อัตราละ 15,000 บาท ต.ค. 64 - ธ.ค. 64 จ่ายแล้ว 252,000 บาท",
        (252000, 225000),
    ),
    ("totals", "ค่าเช่าเดือนละ 3,100 บาท (ต.ค.64-มี.ค.65) เป็นเงิน 16,800 บาท", (16800, 18600)),
    ("totals", "เปิด 6 รุ่น แต่ละรุ่นมีผู้เรียน 35 คน รวม 120 คน", (120, 210)),
    ("levels", "ผลสอบ ดีมาก ร้อยละ 40.20 ดี 35.30 พอใช้ 20.10 ปรับปรุง 4.04", (4.04, 4.4)),
    ("means", "เฉลี่ย 2 ปี (2563 = 51.20, 2564 = 48.80) เท่ากับ 55.00", (55, 50)),
    ("quotients", "แจกผ้า 840 ผืน ให้ 70 คน ตกคนละ 21 ผืน", (21, 12)),
    ("beyond", "ครูผ่านการพัฒนาร้อยละ 960", (960, 100)),
]


@pytest.mark.parametrize(("relation", "text", "told"), WRONG)
def test_what_does_not_come_out_is_told(
    relation: str, text: str, told: tuple[float, float]
) -> None:
    """The figure that differs is told with what it should be."""
    ((printed, right),) = right_values(relation, text)
    assert printed == told[0]
    assert right == pytest.approx(told[1], abs=0.35)


@pytest.mark.parametrize(
    "text",
    [
        "ปรับเป้าจาก 90 คน เหลือ 60 คน และเพิ่มวิทยากรเป็น 3 คน",
        "ใช้เงิน 30,000 บาท เป็นค่าอาหาร 12,000 บาท ค่าวิทยากร 7,200 บาท ที่เหลือเป็นค่าวัสดุ",
        "ครู 31 คน ลูกจ้าง 5 คน รวมบุคลากร 38 คน (รวมผู้บริหาร 2 คน)",
        "โรงเรียน 30 โรง เปิดสอน ม.1 28 โรง ม.2 30 โรง ม.3 30 โรง",
        "โรงเรียนเด่น 9 แห่ง เป็นโรงเรียนคุณธรรมด้วย 7 แห่ง และโรงเรียนสุจริตด้วย 8 แห่ง",
        "รับเรื่อง 31 เรื่อง ยุติแล้ว 20 เรื่อง อยู่ระหว่างสอบ 8 เรื่อง ส่งต่อ 3 เรื่อง",
        "อัตราร้อยละ 2.40 ในปี 2564 ลดลงเป็นร้อยละ 1.90 ในปี 2565 ลดลงร้อยละ 0.50",
        "วิทยากร 4.60 สถานที่ 4.40 ระยะเวลา 4.20 ค่าเฉลี่ยรวม 4.40",
        "รายได้เพิ่มขึ้นร้อยละ 140 จากปีก่อน",
        "จ้าง 3 อัตรา อัตราละ 10,000 บาท ประจำเดือน ม.ค.-มี.ค. 65 เป็นเงิน 90,000 บาท",
    ],
)
def test_what_may_be_right_is_silent(text: str) -> None:
    """Rests without a figure, members counted twice, growth and months of a span prove nothing."""
    assert is_silent(text)


def test_a_percent_of_the_budget_told_as_money() -> None:
    """So many percent of the line's budget are so much money."""
    line = beside(budget=80_000.0, disbursed=20_000.0, is_alone=True)
    text = "เบิกงวดแรก ร้อยละ 60 เป็นเงิน {} บาท"
    assert right_values("cells", text.format("84,000"), line) == [(84000, 48000)]
    assert right_values("cells", text.format("48,000"), line) == []


def test_all_whom_the_target_names() -> None:
    """A total of all whom two counts of the target name is their sum."""
    target = beside(targets="ครู 70 คน\nผู้บริหาร 20 คน")
    text = "ผู้เข้าอบรมทั้งครูและผู้บริหาร รวม {} คน"
    assert right_values("targets", text.format(98), target) == [(98, 90)]
    assert right_values("targets", text.format(90), target) == []
