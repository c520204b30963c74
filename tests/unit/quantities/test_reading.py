"""Quantities of running text: value, unit, what a rate is counted by, role; and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.quantities.counted_nouns import UNITS
from plantrack_nb.quantities.quantity import Bound, Role
from plantrack_nb.quantities.reading import read
from plantrack_nb.thai.numbers import format_count
from plantrack_nb.thai.text import thai_digits, tidy


def _found(text: str) -> list[tuple[float, str]]:
    """Value and measure of every quantity that its words say is one."""
    return [(one.value, one.measure) for one in read(text).quantities if not one.is_bare]


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("อัตราเดือนละ 15,000/คน/เดือน จำนวน 10 คน", [(15000, "baht/person/month"), (10, "person")]),
        ("15,000บาท/เดือน", [(15000, "baht/month")]),
        ("เดือนละ 9,000.บาท", [(9000, "baht/month")]),
        ("(55อัตรา)เดือนละ15 ,000บาท/คน/เดือน", [(55, "post"), (15000, "baht/person/month")]),
        ("คนละ 500 บาท/ภาคเรียน", [(500, "baht/person/term")]),
        ("อัตราเงินเดือน 11,500 บาท", [(11500, "baht/month")]),
        ("15 บาท/ต่อคน/1 วัน", [(15, "baht/person/day")]),
        ("ลูกเสือหมู่ละ 8 คน", [(8, "person/หมู่")]),
        ("โรงเรียน 5 แห่ง ๆ ละ 2,000 บาท", [(5, "school"), (2000, "baht/school")]),
        ("ปลูกป่าแปลงละ 40 ต้น", [(40, "ต้น/แปลง")]),
        ("12 เดือน/ 12,075 บาท (144900 บาท)", [(12, "month"), (12075, "baht"), (144900, "baht")]),
        ("(180,000.-)", [(180000, "baht")]),
        ("ราคาต่ำกว่า 1 ล้านบาท", [(1000000, "baht")]),
        ("งบ 50 พันบาท", [(50000, "baht")]),
        ("ร้อยละ 78.39 ของงบ", [(78.39, "percent")]),
        ("ไม่น้อยกว่า 50 %", [(50, "percent")]),
        ("จำนวน 6 คลิป 10 เล่ม", [(6, "คลิป"), (10, "เล่ม")]),
        ("ทั้ง 2 ด้าน = 61.12", [(2, "ด้าน"), (61.12, "")]),
        ("เลี้ยงไก่ 120 ตัวในโรงเรือน", [(120, "ตัว")]),
        ("สหกรณ์ร้านค้า 14 ร้านค้า", [(14, "ร้าน")]),
        ("มัดจำ 9 กระทง ใช้ 3 กระทง", [(9, "กระทง"), (3, "กระทง")]),
        ("เขต 1 มี 64 คน", [(64, "person")]),
        ("อบรมสามรุ่น รุ่นละสี่สิบคน", [(3, "รุ่น"), (40, "person/รุ่น")]),
        ("ระดับ B1 ได้ 22 คน", [(22, "person")]),
        ("(สพท.1 ราย/ร.ร.12 ราย)", [(1, "person"), (12, "person")]),
    ],
)
def test_quantities_with_their_measure(text: str, quantities: list[tuple[float, str]]) -> None:
    """Units from syntax, rates before and behind the number, multiples, words for numbers."""
    assert _found(text) == quantities


@pytest.mark.parametrize(
    "text",
    [
        "1.ประชุม 2. จัดทำ 3) สรุป (4) รายงาน",
        "ปีงบประมาณ พ.ศ. 2565 รายการปรับปรุง",
        "แผนพัฒนา พ.ศ. 2566-2570",
        "วันที่ 31 มีนาคม 2565 โครงการ",
        "ส่งภายใน 10/08/2566",
        "เวลา 08.30-16.30 น.",
        "ว17/2553 และ ศธ 04006/ว118",
        "ภาคเรียนที่ 2/2564",
        "คำสั่งที่ 218/2567",
        "ชั้น ป.3 และ ม.1-3 ห้อง ม.2/4",
        "โควิด 19 ครั้ง",
        "COVID-19 PMQA 4.0 ระดับ A2",
        "เขต 1 โครงการ 4.3",
        "ครั้งที่ 2 เรื่อง รุ่นที่ 1-3",
        "โทร 034-123456",
        "ไตรมาสที่ 1 และ 2 ส่วนใหญ่",
        "6.10 โครงการ",
        "2 รายงาน",
    ],
)
def test_numbers_that_are_no_quantities(text: str) -> None:
    """List numbers, years, dates, hours, laws, grades, names and ordinals count nothing."""
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("ทั้งหมดรวม 40 คน", Role.TOTAL),
        ("เป็นเงินทั้งสิ้น 500 บาท", Role.TOTAL),
        ("ยอดคงเหลือเท่ากับ 90 บาท", Role.LEFT),
        ("เหลืออีก 4 แห่ง", Role.LEFT),
        ("ช่วยเหลือนักเรียน 4 คน", Role.COUNT),
        ("คะแนนเฉลี่ย 61.20", Role.MEAN),
        ("เพิ่มขึ้นร้อยละ 5", Role.UP),
        ("ต่ำกว่าปีก่อน 12 คน", Role.DOWN),
        ("คิดเป็นร้อยละ 90", Role.SHARE),
        ("วันละ 20 บาท", Role.RATE),
    ],
)
def test_the_role_is_told_by_the_words_before(text: str, role: Role) -> None:
    """A total, what is left, a mean, a change, a share and a rate are known as such."""
    (one,) = read(text).quantities
    assert one.role is role


@pytest.mark.parametrize(
    ("text", "bound", "high"),
    [
        ("ไม่น้อยกว่า 80 คน", Bound.AT_LEAST, 80),
        ("80 คน", Bound.EXACT, 80),
        ("ไม่เกิน 80 คน", Bound.AT_MOST, 80),
        ("ประมาณ 80 คน", Bound.ABOUT, 80),
        ("งบประมาณ 80 บาท", Bound.EXACT, 80),
        ("80 คนขึ้นไป", Bound.AT_LEAST, 80),
        ("8-10 คน", Bound.EXACT, 10),
    ],
)
def test_limits_and_ranges(text: str, bound: Bound, high: float) -> None:
    """At least, at most, about and ranges are told from exact numbers."""
    (one,) = read(text).quantities
    assert (one.bound, one.high) == (bound, high)
    assert one.is_exact == (bound is Bound.EXACT and one.value == high)


def test_brackets_are_known() -> None:
    """Quantities know the bracket they stand in."""
    depths = [one.depth for one in read("ครู 9 คน (ชาย 4 คน หญิง 5 คน) 2 วัน").quantities]
    assert depths == [-1, 9, 9, -1]


def test_a_bare_number_has_a_label_of_its_own() -> None:
    """A word between two numbers is the label of the second, not the unit of the first."""
    found = read("ชนะ 6 เสมอ 5 แพ้ 3").quantities
    assert [(one.value, one.unit, one.is_bare) for one in found] == [
        (6, "", True), (5, "", True), (3, "", True),
    ]  # fmt: skip


def test_words_and_gaps() -> None:
    """A reading shows a quantity, the words before it on its own line, and what lies between."""
    reading = read("เป้าหมาย\nโรงเรียน จำนวน ๒๐ แห่ง ครู 5 คน")
    first, second = reading.quantities
    assert reading.shown(first) == "๒๐ แห่ง"
    assert reading.words(first) == "โรงเรียน จำนวน ๒๐ แห่ง"
    assert reading.gap(1) == reading.between(first, second) == " ครู "


@given(st.integers(0, 10**9), st.sampled_from(sorted(UNITS)))
def test_a_counted_thing_is_found(value: int, word: str) -> None:
    """Any number before any unit word is that quantity, in Thai digits too."""
    text = f"รวม {format_count(value)}{word}"
    assert _found(text) == _found(thai_digits(text)) == [(value, UNITS[word])]


@given(st.text(st.sampled_from("0129,./-() คนบาทเดือนละร้อยที่ต่อล้านปีพ.ศ.\nสามสิบ") | st.characters()))
def test_quantities_stand_in_the_text_in_order(text: str) -> None:
    """No text breaks the search; quantities do not overlap and lie within the text."""
    reading = read(tidy(text))
    edges = [edge for one in reading.quantities for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(
        0 <= one.begin <= one.start < one.end <= len(reading.text) for one in reading.quantities
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ยอดคงเหลือ|เงินเหลือ|งบประมาณคงเหลือ|คงเหลือ|เหลือ|ค้าง|ยังขาด|ขาดอีก", Role.LEFT),
        ("เฉลี่ย|ตกคนละ", Role.MEAN),
        ("ผลต่าง|ต่างกัน|แตกต่างกัน|ห่างกัน", Role.APART),
        ("เพิ่มขึ้น|สูงขึ้น|มากขึ้น|สูงกว่า|มากกว่า|เกินกว่า", Role.UP),
        ("ลดลง|ต่ำกว่า|น้อยกว่า", Role.DOWN),
        ("รวม|ทั้งสิ้น|ทั้งหมด|เป็นเงิน|เบ็ดเสร็จ|เท่ากับ|ใช้เงิน|วงเงิน|=|ยอด", Role.TOTAL),
    ],
)
def test_every_word_of_a_role(words: str, told: Role) -> None:
    """Whatever word tells the role, and however it begins."""
    for word in words.split("|"):
        (one,) = read(f"โครงการนี้ {word} 1,250 บาท").quantities
        assert one.role is told, word
