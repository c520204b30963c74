"""The pass over the table: strategies, projects, totals, and what stands beside."""

from __future__ import annotations

import pytest
from helpers.nine_columns import HEAD
from helpers.progress_table import line, opened, progress_of, read, table

WIDE = [
    *HEAD[:5],
    "ผูกพัน",
    "เบิกจ่าย",
    "เบิกจ่ายผูกพัน",
    "คงเหลือ",
    "ร้อยละ",
    "สถานะ",
    "กิจกรรม",
    "ผู้รับผิดชอบ",
]


@pytest.mark.parametrize(
    "text",
    ["กลยุทธ์ที่ 2 พัฒนาคุณภาพ", "กลยุทธ์ 2: พัฒนาคุณภาพ", "ยุทธศาสตร์ที่ ๒ พัฒนาคุณภาพ", "กลยุทธ์ที่2 พัฒนาคุณภาพ"],
)
def test_strategies(text: str) -> None:
    """A strategy's heading may be spelt in several ways."""
    reading = read(line(number=text), opened(number="2.1"))
    assert table(reading, "strategies", "strategy_no", "name") == [("2", "พัฒนาคุณภาพ")]


def test_strategy_in_two_cells() -> None:
    """The name may stand in a cell of its own."""
    reading = read(line(number="กลยุทธ์ที่ 1", project="ความมั่นคง"), opened())
    assert table(reading, "strategies", "name") == [("ความมั่นคง",)]


def test_strategy_again() -> None:
    """A heading that each page repeats is one strategy; another name for it is listed."""
    first, again = line(number="กลยุทธ์ที่ 1 ความมั่นคง"), line(number="กลยุทธ์ที่ 1 คุณภาพ")
    reading = read(first, opened(), first, opened(number="1.2"), again, opened(number="1.3"))
    assert table(reading, "strategies", "strategy_no", "name") == [("1", "ความมั่นคง")]
    assert table(reading, "unread", "text") == [("กลยุทธ์ที่ 1 คุณภาพ",)]


def test_words_about_a_strategy() -> None:
    """An activity that begins with the word is no heading."""
    reading = read(opened(action="1.ประชุม"), line(action="กลยุทธ์ 3 ด้าน"))
    assert table(reading, "strategies", "strategy_no", "name") == [("1", "")]
    assert table(reading, "activities", "text") == [("ประชุม\nกลยุทธ์ 3 ด้าน",)]


def test_strategy_without_heading() -> None:
    """A strategy known from project numbers alone has a row without a name."""
    reading = read(opened(number="2.1"), opened(number="2.2"), opened(number="3.1"))
    assert table(reading, "strategies", "strategy_no", "name") == [("2", ""), ("3", "")]
    assert table(reading, "projects", "project_no", "strategy_no") == [
        ("2.1", "2"),
        ("2.2", "2"),
        ("3.1", "3"),
    ]


@pytest.mark.parametrize("number", ["1.1", "1.1.", "1.1)", "๑.๑", " 1.1 "])
def test_number_spellings(number: str) -> None:
    """A number may end in a dot or bracket, or stand in Thai digits."""
    assert table(read(opened(number=number)), "projects", "project_no") == [("1.1",)]


def test_ten_is_not_one() -> None:
    """Project 6.10 is not 6.1."""
    reading = read(opened(number="6.1"), opened(number="6.10", project="โครงการสิบ"))
    assert table(reading, "projects", "project_no") == [("6.1",), ("6.10",)]


def test_integer_numbers() -> None:
    """Numbers without a dot belong to the strategy above them."""
    reading = read(line(number="กลยุทธ์ที่ 3 ครู"), opened(number="1"), opened(number="2"))
    assert table(reading, "projects", "project_no", "strategy_no") == [("1", "3"), ("2", "3")]


@pytest.mark.parametrize("name", ["1.1 โครงการหนึ่ง", "1.1. โครงการหนึ่ง", "๑.๑ โครงการหนึ่ง"])
def test_number_inside_the_name(name: str) -> None:
    """Without a number column the number stands in front of the name."""
    reading = read(
        [name, "1.ประชุม", "5,000", "40"], head=["โครงการ", "กิจกรรม", "งบประมาณ", "สถานะ"]
    )
    assert table(reading, "projects", "project_no", "name") == [("1.1", "โครงการหนึ่ง")]
    assert table(reading, "budget_lines", "budget") == [(5_000,)]


def test_same_number_another_name() -> None:
    """Another name under the open project's number is another project, with its own key."""
    reading = read(opened(), opened(project="โครงการอื่น"))
    assert table(reading, "projects", "project_no", "name") == [
        ("1.1", "โครงการหนึ่ง"),
        ("1.1#2", "โครงการอื่น"),
    ]


def test_number_alone() -> None:
    """A number without a name opens a project only within its strategy."""
    reading = read(
        line(number="กลยุทธ์ที่ 1 ก"), opened(), line(number="1.2", action="1.ทำ"), line(number="74.95")
    )
    assert table(reading, "projects", "project_no") == [("1.1",), ("1.2",)]
    assert table(reading, "unread", "text", "reason") == [("74.95", "ไม่ใช่ลำดับโครงการ")]


def test_before_the_first_project() -> None:
    """Rows before any project stand in unread."""
    reading = read(line(action="1.ประชุม"), opened())
    assert table(reading, "unread", "text") == [("1.ประชุม",)]


@pytest.mark.parametrize("word", ["รวม", "รวมทั้งสิ้น", "รวมงบประมาณ", "ยอดรวม", "รวมกลยุทธ์ที่ 1"])
def test_totals(word: str) -> None:
    """The figures of a total row are claims, not money of a project."""
    row = ["", word, "", "", "10,000", "1,000", "5,000", "6,000", "4,000", "50.00", "", "", ""]
    reading = read([*opened()[:4], "10,000", *[""] * 8], row, head=WIDE)
    assert table(reading, "claims", "kind", "subject", "value", "unit") == [
        ("progress_table", f"row={word}; of=all; column={column}", value, unit)
        for column, value, unit in (
            ("budget", 10_000, "baht"),
            ("committed", 1_000, "baht"),
            ("disbursed", 5_000, "baht"),
            ("used", 6_000, "baht"),
            ("remaining", 4_000, "baht"),
            ("percent", 50, "percent"),
        )
    ]
    assert len(reading.round.budget_lines) == 1
    assert reading.round.unread.empty


@pytest.mark.parametrize("text", ["รวมพลังสร้างสรรค์", "รวมถึงการติดตามผล"])
def test_no_total(text: str) -> None:
    """Words that only begin like a total are text."""
    reading = read(opened(action="1.ประชุม"), line(action=text))
    assert table(reading, "activities", "text") == [(f"ประชุม\n{text}",)]


def test_other_cells_of_a_total() -> None:
    """What is no figure in a total row stands in unread."""
    reading = read(opened(), line(project="รวม", budget="5,000", action="38 โครงการ"))
    assert table(reading, "unread", "text") == [("38 โครงการ",)]


def test_used_and_remaining_are_claims() -> None:
    """Used and remaining repeat other columns: they are kept as figures to check."""
    row = [*opened()[:4], "10,000", "1,000", "5,000", "6,000", "4,000", "50", "40", "1.ทำ", ""]
    found = progress_of(row, head=WIDE)
    assert [(one.subject, one.role.value, one.value) for one in found.figures] == [
        ("project_no=1.1", "used", 6_000),
        ("project_no=1.1", "remaining", 4_000),
    ]


def test_column_without_known_heading() -> None:
    """A column that we do not know is not read, but listed."""
    reading = read([*opened(action="1.ทำ"), "ดูเอกสารแนบ"], head=[*HEAD, "หมายเหตุ"])
    assert table(reading, "unread", "text", "reason") == [("ดูเอกสารแนบ", "อยู่นอกคอลัมน์ที่รู้จัก")]
