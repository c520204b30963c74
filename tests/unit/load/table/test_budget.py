"""Money cells become budget lines."""

from __future__ import annotations

import pytest
from helpers.nine_columns import HEAD
from helpers.progress_table import line, opened, read, table

MONEY = ("budget", "disbursed", "reported_pct")
WIDE = [*HEAD[:5], "ผูกพัน", "เบิกจ่าย", "ร้อยละ", "ความก้าวหน้า", "การดำเนินการ", "ผู้รับผิดชอบ"]


@pytest.mark.parametrize(
    ("budget", "disbursed", "wanted"),
    [
        ("12,500", "0", (12_500, 0, None)),
        ("386,510", "386,510 (100)", (386_510, 386_510, 100)),
        ("๓๙๔,๒๐๐", "๓๘๖,๕๑๐ (๙๘.๐๕)", (394_200, 386_510, 98.05)),
        ("180,000.-", "-", (180_000, None, None)),
        ("4,813.93", "", (4_813.93, None, None)),
        ("", "5,000", (None, 5_000, None)),
    ],
)
def test_amounts(budget: str, disbursed: str, wanted: tuple[float | None, ...]) -> None:
    """An amount keeps its satang and the percent printed beside it; a dash is no amount."""
    reading = read(opened(budget=budget, disbursed=disbursed))
    assert table(reading, "budget_lines", *MONEY) == [wanted]
    assert reading.round.unread.empty


@pytest.mark.parametrize("word", ["รอจัดสรร", "รจัดสรร", "รอกจัดสรร", "รอการจัดสรร"])
def test_awaiting(word: str) -> None:
    """A damaged "awaiting" is read, and listed as a repaired word unless it is right."""
    reading = read(opened(budget=word, disbursed="-"))
    assert table(reading, "budget_lines", *MONEY) == [(None, None, None)]
    assert table(reading, "projects", "budget_state") == [("awaiting",)]
    repaired = [(mend.before, mend.after) for mend in reading.mends if mend.kind == "word"]
    assert repaired == ([] if word == "รอจัดสรร" else [(word, "รอจัดสรร")])


def test_no_budget() -> None:
    """A project that needs no money has no budget line."""
    reading = read(opened(budget="ไม่ใช้งบ", disbursed="-"))
    assert table(reading, "budget_lines", *MONEY) == []
    assert table(reading, "projects", "budget_state") == [("none",)]


def test_several_amounts_in_a_cell() -> None:
    """Amounts on several lines of a cell pair up with those beside them by their order."""
    reading = read(opened(budget="99,000\n7,200\nรอจัดสรร", disbursed="0\n3,600 (50)\n-"))
    assert table(reading, "budget_lines", "line_no", *MONEY) == [
        (1, 99_000, 0, None),
        (2, 7_200, 3_600, 50),
        (3, None, None, None),
    ]
    assert table(reading, "projects", "budget_state") == [("budgeted",)]
    assert table(reading, "budget_lines", "raw")[1] == ("7,200 | 3,600 (50)",)


def test_own_columns_for_committed_and_percent() -> None:
    """Committed and percent may have columns of their own."""
    row = ["1.1", "โครงการ", "", "", "10,000", "2,000", "5,000", "50.00%", "", "1.ประชุม", ""]
    reading = read(row, head=WIDE)
    assert table(reading, "budget_lines", "budget", "committed", *MONEY[1:]) == [
        (10_000, 2_000, 5_000, 50)
    ]


def test_label() -> None:
    """A line is for the first activity of its row, or for its target when there is none."""
    reading = read(
        opened(budget="5,000", action="1.ประชุม 2.อบรม"),
        line(targets="จำนวน 3 ราย", budget="2,500", disbursed="0"),
    )
    assert table(reading, "budget_lines", "label") == [("ประชุม",), ("จำนวน 3 ราย",)]


def test_label_after_a_page_break() -> None:
    """Bullets that end the list of the page before have no part in the row's money."""
    reading = read(
        opened(action="1.ประชุม - รุ่นหนึ่ง"),
        HEAD,
        line(budget="5,000", disbursed="0", action="- รุ่นสอง 2.อบรม"),
    )
    assert table(reading, "budget_lines", "label") == [("อบรม",)]


def test_not_an_amount() -> None:
    """What is no amount stands in unread; the rest of the row is read."""
    wrong = ["ประมาณห้าพัน", "-", "5,000 บาทเศษ", "ครึ่ง"]
    row = ["1.1", "โครงการ", "ครู", "ร้อยละ 5 ของครู", *wrong, "50", "1.ประชุม", "กลุ่มนิเทศฯ"]
    reading = read(row, head=WIDE)
    texts = {text for (text,) in table(reading, "unread", "text")}
    assert texts == {"ประมาณห้าพัน", "5,000 บาทเศษ", "ครึ่ง"}
    assert table(reading, "activities", "text", "progress_pct") == [("ประชุม", 50)]


def test_percent_alone() -> None:
    """A percent without any amount is no budget line, but it is not lost."""
    row = ["1.1", "โครงการ", "", "", "", "", "", "50", "", "1.ประชุม", ""]
    reading = read(row, head=WIDE)
    assert table(reading, "budget_lines", "budget") == []
    assert table(reading, "unread", "text") == [("50",)]


def test_place_and_raw() -> None:
    """A line names its first money cell and keeps all of them as they stand."""
    reading = read(opened(budget="12,500", disbursed="6,250 (50)"))
    assert table(reading, "budget_lines", "source_ref", "raw") == [("L2.5", "12,500 | 6,250 (50)")]
