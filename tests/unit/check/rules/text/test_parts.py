"""Shares, parts, sums and products stated in one text."""

from __future__ import annotations

from itertools import combinations

import pytest
from helpers.rounds import tables
from helpers.rules import found, said, targeted
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.core.findings import Severity


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("นักเรียนเข้าสอบ 50 คน คิดเป็นร้อยละ 20 ของนักเรียนทั้งหมด 200 คน", "25"),
        ("เข้าสอบ 50 คน (ชาย 20 คน) คิดเป็น ร้อยละ 25.10 ของนักเรียนทั้งหมด 200 คน", "25"),
        ("จำนวน ๑๑ โรงเรียน คิดเป็นร้อยละ ๕๗ จากโรงเรียนทั้งหมด ๒๐ โรงเรียน", "55"),
        ("ผ่านเกณฑ์ 11 แห่ง จาก 20 แห่ง คิดเป็นร้อยละ 50", "55"),
        ("ผ่านเกณฑ์ 11 แห่ง จากทั้งหมด 20 แห่ง (ร้อยละ 54.01)", "55"),
    ],
)
def test_share_that_is_not_the_ratio(text: str, expected: str) -> None:
    """A percent beside two counts is recomputed, whichever stands first."""
    (one,) = said("text-share", text)
    assert (one.severity, one.expected, one.project_no) == (Severity.ERROR, expected, "1.1")
    assert one.refs[0].raw == text
    assert one.found in one.message


@pytest.mark.parametrize(
    "text",
    [
        "นักเรียนเข้าสอบ 50 คน คิดเป็นร้อยละ 25 ของนักเรียนทั้งหมด 200 คน",
        "เข้าสอบ 940 คน คิดเป็นร้อยละ 24.21 ของนักเรียนทั้งหมด 3,883 คน",
        "เข้าสอบ 940 คน คิดเป็นร้อยละ 24.20 ของนักเรียนทั้งหมด 3,883 คน",
        "เข้าสอบ 940 คน คิดเป็นร้อยละ 24 ของนักเรียนทั้งหมด 3,883 คน",
        "ร้อยละ 80 ของครู 200 คน",
        "อบรม 50 คน ร้อยละ 80 ของโรงเรียนทั้งหมด 20 แห่ง",
        "อบรม 50 คน คิดเป็นร้อยละ 80 ของโรงเรียนทั้งหมด 20 แห่ง",
        "เข้าสอบ 50 คน คิดเป็นร้อยละ 20 ของนักเรียนทั้งหมด 0 คน",
        "เข้าสอบ 50 คน คิดเป็นร้อยละ 20 จากนั้นอบรม 200 คน",
        "ผ่าน 11 แห่ง จากนั้นพัฒนา 20 แห่ง ให้ได้ ร้อยละ 50",
    ],
)
def test_share_that_holds_or_is_none(text: str) -> None:
    """Rounded and cut percents are right; other percents are no share."""
    assert said("text-share", text) == []


@settings(max_examples=25, deadline=None)
@given(part=st.integers(1, 999), whole=st.integers(1, 999), cut=st.booleans())
def test_any_true_share_is_silent(part: int, whole: int, cut: bool) -> None:
    """Whatever the counts, their ratio to two decimals, rounded or cut, is never a finding."""
    percent = 10_000 * part // whole / 100 if cut else round(100 * part / whole, 2)
    text = f"เข้าสอบ {part} คน คิดเป็นร้อยละ {percent:.2f} ของนักเรียนทั้งหมด {whole} คน"
    assert said("text-share", text) == []


@pytest.mark.parametrize(("percent", "fires"), [("25.01", True), ("24.99", True), ("25.00", False)])
def test_share_is_held_to_its_last_decimal(percent: str, fires: bool) -> None:
    """One unit of the last decimal is a fault where the ratio is exact."""
    text = f"เข้าสอบ 50 คน คิดเป็นร้อยละ {percent} ของนักเรียนทั้งหมด 200 คน"
    assert bool(said("text-share", text)) is fires


def test_two_shares_of_one_text_have_two_names() -> None:
    """Subjects tell shares of one text apart, and do not hold their figures."""
    one = "นักเรียน ก 1 คน คิดเป็นร้อยละ 9 ของทั้งหมด 10 คน"
    other = "นักเรียน ข 1 คน คิดเป็นร้อยละ 9 ของทั้งหมด 10 คน"
    both = said("text-share", f"{one} {other}")
    assert len({finding.id for finding in both}) == 2
    changed = said("text-share", f"{one.replace('9', '8')} {other}")
    assert {finding.id for finding in changed} == {finding.id for finding in both}


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("ครู 30 คน (ชาย 10 คน/หญิง 15 คน)", "25"),
        ("23 คน (สพท.1 ราย/ร.ร.12 ราย)", "13"),
        ("1,019 คน (ปกติ 1,002 คน, พิเศษ: 18 คน)", "1,020"),
        ("310 คน (รุ่นที่ 1 155 คน และรุ่นที่ 2 150 คน)", "305"),
        ("9,000 บาท (ก 5,000 บาท; ข 3,000 บาท)", "8,000"),
        ("121 แห่ง (เล็ก 46, กลาง 60, ใหญ่ 16 แห่ง)", "122"),
    ],
)
def test_parts_in_brackets(text: str, total: str) -> None:
    """Parts in brackets must add up to the number before them."""
    (one,) = targeted("text-parts", text)
    assert (one.severity, one.expected) == (Severity.ERROR, total)
    assert "เป้าหมาย" in one.message


@pytest.mark.parametrize(
    "text",
    [
        "ครู 25 คน (ชาย 10 คน/หญิง 15 คน)",
        "1,019 คน (ปกติ 1,002 คน, พิเศษ: 17 คน)",
        "ครู 30 คน (ในจำนวนนี้ ก 10 คน/ข 15 คน)",
        "ครู 30 คน (หญิง 15 คน)",
        "19 โรงเรียน (โรงเรียนละ 8-10 คน)",
        "10 เล่ม (5 ด้าน และเป้าหมาย 5 คุณภาพ)",
        "2 รุ่น (รุ่นที่ 1, รุ่นที่ 2)",
        "ระยะ 6 เดือน (1 ตุลาคม 2564 – 31 มีนาคม 2565)",
        "ร้อยละ 50 (ชาย 10 คน, หญิง 15 คน)",
        "30 คน (คนละ 5 บาท, คนละ 6 บาท)",
    ],
)
def test_brackets_that_hold_or_list_no_parts(text: str) -> None:
    """Brackets with anything but the parts of the same unit are left alone."""
    assert targeted("text-parts", text) == []


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 5000), min_size=2, max_size=5), st.integers(-2, 2))
def test_parts_fire_just_when_they_differ(parts: list[int], off: int) -> None:
    """Any list of parts fires if and only if its sum is not the number before it."""
    listed = ", ".join(f"กลุ่ม {one:,} คน" for one in parts)
    total = max(sum(parts) + off, 1)
    text = f"จำนวน {total:,} คน ({listed})"
    assert bool(said("text-parts", text)) is (total != sum(parts))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ซ่อม (โรงเรียน ก 6,800บาท โรงเรียน ข 1500 บาท รวม 8,400 บาท)", "8,300"),
        ("ก 10 คน ข 20 คน รวมทั้งสิ้น 31 คน", "30"),
        ("ก 10 คน ข 20 คน (หญิง 5 คน) รวมจำนวน 35 คน", "30"),
    ],
)
def test_totals_after_their_items(text: str, expected: str) -> None:
    """A total is the sum of the items of its unit before it."""
    (one,) = said("text-total", text)
    assert one.expected == expected


@pytest.mark.parametrize(
    "text",
    [
        "ซ่อม (โรงเรียน ก 6,800บาท โรงเรียน ข 1500 บาท รวม 8,300 บาท)",
        "โรงเรียน 19 โรงเรียน รวมจำนวน 57 คน",
        "2 รุ่น รุ่นละ 155 คน รวม 310 คน",
        "ก 10 คน รวม 12 คน",
    ],
)
def test_totals_that_hold_or_have_no_items(text: str) -> None:
    """One item proves nothing."""
    assert said("text-total", text) == []


def test_items_of_another_list_number_do_not_count() -> None:
    """The items of a numbered list are read one by one."""
    assert targeted("text-total", "1.ก 10 คน 2.ข 20 คน 3.รวม 5 คน") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ผู้เข้าประชุม 2 รุ่น รุ่นละ 155 คน รวม 300 คน", "310"),
        ("คนละ 500 บาท จำนวน 20 คน เป็นเงิน 9,000 บาท", "10,000"),
        ("เดือนละ 9,000 บาท/คน จำนวน 2 คน 12 เดือน เป็นเงิน 216,100 บาท", "216,000"),
        ("เดือนละ 12,075 บาท 12 เดือน รวมเป็นเงินทั้งสิ้น 144,800 บาท", "144,900"),
    ],
)
def test_products(text: str, expected: str) -> None:
    """Counts times a rate must give the total that the text states."""
    (one,) = said("text-total", text)
    assert (one.severity, one.expected) == (Severity.ERROR, expected)
    assert " × " in one.message


@pytest.mark.parametrize(
    "text",
    [
        "ผู้เข้าประชุม 2 รุ่น รุ่นละ 155 คน รวม 310 คน",
        "กลุ่มโรงเรียนละ 2 แห่ง เป็นจำนวนทั้งสิ้น 20 แห่ง",
        "คนละ 500 บาท คนละ 600 บาท จำนวน 20 คน เป็นเงิน 9,000 บาท",
        "ค่าจ้าง 12 เดือน/ 12,075 บาท (144900 บาท)",
        "พนักงาน (180,000.-) ค่าจ้าง 12 เดือน (เดือนต.ค.64-ก.ย.65) / 15,000 บาท",
        "ค่าจ้าง 12 เดือน/ 12,075 บาท (1 บาท) (2 บาท)",
        "เดือนละ 7,500 บาท และสถานศึกษา 121 แห่ง เดือนละ 266,200 บาท",
    ],
)
def test_products_that_hold_or_are_not_stated(text: str) -> None:
    """Where a factor is missing or doubtful nothing is said."""
    assert said("text-total", text) == []


def test_stacked_rounds_keep_apart() -> None:
    """Each finding bears the district of its own round."""
    given_tables = tables(activities=[{"text": "ครู 30 คน (ชาย 10 คน/หญิง 15 คน)"}])
    (one,) = found("text-parts", given_tables)
    assert one.district == "0101"


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 5000), min_size=2, max_size=5), st.integers(-2, 2))
def test_a_total_fires_just_when_it_is_not_the_sum(parts: list[int], off: int) -> None:
    """Items before a total fire if and only if neither all nor the last few make it up."""
    total = max(sum(parts) + off, 1)
    listed = " ".join(f"รายการ {one:,} บาท" for one in parts)
    found_there = said("text-total", f"{listed} รวม {total:,} บาท")
    if total == sum(parts):
        assert found_there == []
    elif not any(total == sum(some) for n in range(1, 6) for some in combinations(parts, n)):
        assert [one.expected for one in found_there] == [f"{sum(parts):,}"]


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 900), st.integers(2, 90), st.integers(-2, 2))
def test_a_product_fires_just_when_it_is_wrong(rate: int, heads: int, off: int) -> None:
    """Any rate and number of heads fire if and only if the stated amount is not their product."""
    text = f"คนละ {rate} บาท จำนวน {heads} คน เป็นเงิน {rate * heads + off:,} บาท"
    found_there = said("text-total", text)
    assert [one.expected for one in found_there] == ([f"{rate * heads:,}"] * bool(off))
