"""Figures that a document prints about itself become claims."""

from __future__ import annotations

from helpers.nine_columns import HEAD
from helpers.progress_table import KEY, grid_of, line, opened, table

from plantrack_nb.load.table.interpret import interpret

ROW = opened(targets="ครู 25 คน", action="1.อบรม จำนวน 30 คน เป็นเงิน 15,000 บาท")
LEVELS = [
    ["กลุ่ม/ฝ่าย", "ระดับการดำเนินการ", "", "", "", "การเบิกจ่าย", "", "", "", "", "รวม โครงการ"],
    [
        "",
        "ระหว่าง",
        "ยังไม่ ดำเนินการ",
        "สำเร็จ แล้ว",
        "บางส่วน",
        "เบิกจ่าย >70%",
        "เบิกจ่าย <=70%",
        "ไม่เบิก",
        "รอ จัดสรร",
        "ไม่ใช้งบ",
        "",
    ],
    ["1.กลุ่มอำนวยการ\n2.ทุกกลุ่ม", "1", "0", "2", "-", "1", "1", "๓", "0", "0", "5"],
    ["รวม", "1", "0", "2", "-", "1", "1", "3", "0", "0", "5"],
]
STRATEGIES = [
    ["กลุ่ม/หน่วย", "ร้อยละเบิกจ่าย รายกลยุทธ์", "", "จำนวนโครงการรายกลยุทธ์", ""],
    ["", "1", "๒", "1", "2"],
    ["กลุ่มอำนวยการ", "-", "72.45", "0", "2"],
]
Rows = list[tuple[object, ...]]


def claims(*rows: list[str] | str, kind: str) -> Rows:
    """Return subject, value and unit of the claims of a kind."""
    reading = interpret(grid_of(rows), KEY)
    return [
        row[1:]
        for row in table(reading, "claims", "kind", "subject", "value", "unit")
        if row[0] == kind
    ]


def test_memo() -> None:
    """Figures in the paragraphs before the table go by the paragraph's number."""
    found = claims("1.1 งบจัดสรร จำนวน 4,200,350 บาท", "ตามหนังสือ", HEAD, ROW, kind="memo")
    assert found == [("item=1.1", 4_200_350, "baht")]


def test_paragraph_without_number() -> None:
    """A paragraph without a number goes by its place."""
    found = claims("งบจัดสรร จำนวน 500 บาท", "x", HEAD, ROW, kind="memo")
    assert found == [("paragraph=L1", 500, "baht")]


def test_contents() -> None:
    """The contents claim the number of projects and the page of each strategy."""
    found = claims(
        ["", "หน้า"],
        ["กลยุทธ์ที่ 1 ก (3 โครงการ/กิจกรรม)", "1"],
        ["คำนำ", "๒"],
        HEAD,
        ROW,
        kind="contents",
    )
    assert found == [
        ("strategy_no=1", 3, "project"),
        ("strategy_no=1; column=page", 1, "page"),
        ("part=คำนำ; column=page", 2, "page"),
    ]


def test_contents_without_figure() -> None:
    """A row of a table before the progress table that claims nothing stands in unread."""
    reading = interpret(grid_of([["ชื่อ", "ตำแหน่ง"], HEAD, ROW]), KEY)
    assert table(reading, "unread", "text") == [("ชื่อ",), ("ตำแหน่ง",)]


def test_level_table() -> None:
    """Each cell of the level table is a claim about its group and column, dashes too."""
    found = claims(HEAD, ROW, "สรุป", *LEVELS, kind="level_table")
    columns = ["in_progress", "not_started", "done", "partial", "over_70", "upto_70", "nothing"]
    columns += ["awaiting", "no_budget", "projects"]
    values = [1, 0, 2, None, 1, 1, 3, 0, 0, 5]
    assert found == [
        (f"group={group}; column={column}", value, "project")
        for group in ("1.กลุ่มอำนวยการ 2.ทุกกลุ่ม", "รวม")
        for column, value in zip(columns, values, strict=True)
    ]


def test_strategy_table() -> None:
    """The strategy table claims percents on its left and counts on its right."""
    found = claims(HEAD, ROW, "สรุป", *STRATEGIES, kind="strategy_table")
    assert found == [
        ("group=กลุ่มอำนวยการ; strategy_no=1; column=disbursed_pct", None, "percent"),
        ("group=กลุ่มอำนวยการ; strategy_no=2; column=disbursed_pct", 72.45, "percent"),
        ("group=กลุ่มอำนวยการ; strategy_no=1; column=projects", 0, "project"),
        ("group=กลุ่มอำนวยการ; strategy_no=2; column=projects", 2, "project"),
    ]


def test_unknown_column_of_a_summary_table() -> None:
    """A cell under an unknown heading of a summary table stands in unread."""
    levels = [[*LEVELS[0], "หมายเหตุ"], [*LEVELS[1], ""], [*LEVELS[2], "ตรวจแล้ว"]]
    reading = interpret(grid_of([HEAD, ROW, "สรุป", *levels]), KEY)
    assert table(reading, "unread", "text") == [("ตรวจแล้ว",)]


def test_figures_in_words() -> None:
    """Counts and amounts in targets and activities are claims of that project."""
    assert claims(HEAD, ROW, kind="activity_text") == [
        ("project_no=1.1; column=targets", 25, "person"),
        ("project_no=1.1; activity_no=1", 30, "person"),
        ("project_no=1.1; activity_no=1", 15_000, "baht"),
    ]


def test_summary() -> None:
    """Figures in the closing summary are claims, too."""
    found = claims(HEAD, ROW, "โดยสรุป มี 38 โครงการ", kind="summary")
    assert found == [("paragraph=L3", 38, "project")]


def test_place() -> None:
    """A claim names its cell."""
    reading = interpret(grid_of([HEAD, ROW, line(project="รวม", budget="5,000")]), KEY)
    assert table(reading, "claims", "source_ref", "raw")[0] == ("L3.5", "5,000")


def test_items_of_another_section() -> None:
    """A number that comes up again is an item of the section it stands in."""
    found = claims(
        "1. งบจัดสรร 500 บาท", "ข้อพิจารณา เพื่อโปรด", "1. ใช้เงิน 100 บาท", HEAD, ROW, kind="memo"
    )
    assert found == [("item=1", 500, "baht"), ("item=ข้อพิจารณา 1", 100, "baht")]
