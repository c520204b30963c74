"""A document is divided into its parts, and nothing of it falls between them."""

from __future__ import annotations

import pytest
from helpers.any_grid import wild_grids
from helpers.nine_columns import HEAD, TITLES
from helpers.progress_table import grid_of, line, opened
from hypothesis import given

from plantrack_nb.containers.grid import Cell, Grid, Row
from plantrack_nb.core.vocabulary import NarrativeKind
from plantrack_nb.load.document.back_matter import AFTER_TABLE, CAPTION
from plantrack_nb.load.document.divide import divide
from plantrack_nb.load.document.parts import Document

LEVELS = [
    ["กลุ่ม/ฝ่าย", "ระดับการดำเนินการ", "", "รวม"],
    ["", "ระหว่าง", "สำเร็จแล้ว", ""],
    ["กลุ่มอำนวยการ", "1", "2", "3"],
]
ROW = opened(action="1.ประชุม")


def divided(*rows: list[str] | str) -> Document:
    """Divide a document."""
    return divide(grid_of(rows))


def words(rows: list[Row]) -> list[str]:
    """Return the first text of each row."""
    return [next(text for text in row.texts if text) for row in rows]


def body(document: Document) -> list[str]:
    """Return the first text of each row of the progress table."""
    return words([one.row for one in document.progress])


def test_pages() -> None:
    """Titles and heads of pages are furniture; rows behind them know of the break."""
    document = divided(
        "คำนำ", *TITLES, HEAD, ROW, line(action="2.อบรม"), *TITLES, HEAD, line(action="3.สรุป")
    )
    assert words(document.front) == ["คำนำ"]
    assert words(document.furniture) == [*TITLES, *TITLES]
    assert len(document.heads) == 2
    assert [one.after_break for one in document.progress] == [True, False, True]


@pytest.mark.parametrize("between", ["- 12 -", "หน้า 3", "๑๒", *TITLES])
def test_pages_without_head(between: str) -> None:
    """The table goes on behind a page's number or title even without a head."""
    document = divided(HEAD, ROW, between, line(action="2.อบรม"))
    assert body(document) == ["1.1", "2.อบรม"]
    assert document.progress[1].after_break


def test_titles_above_repeat_below() -> None:
    """A paragraph printed above the table is a page's title when it comes again."""
    document = divided("แผนงานปี 2565 ของเรา", HEAD, ROW, "แผนงานปี 2565 ของเรา", HEAD, ROW)
    assert words(document.furniture) == ["แผนงานปี 2565 ของเรา"]
    assert not document.leftover


def test_titles_in_a_sheet() -> None:
    """Titles in the first cell of a sheet's rows are no data."""
    rows = [[title, *[""] * 8] for title in TITLES]
    document = divided(*rows, HEAD, ROW, *rows, HEAD, ROW)
    assert body(document) == ["1.1", "1.1"]


def test_action_that_reads_like_a_title() -> None:
    """A title's words inside the table are text."""
    document = divided(HEAD, ROW, line(action="จัดทำแบบรายงานผล"), line(action="รายงานผลการติดตาม"))
    assert body(document) == ["1.1", "จัดทำแบบรายงานผล", "รายงานผลการติดตาม"]


def test_paragraph_between_pages() -> None:
    """Other words between two pages of the table are left over, with a reason."""
    document = divided(HEAD, ROW, "ขออภัยในความล่าช้า", HEAD, ROW)
    assert [(row.texts, bool(reason)) for row, reason in document.leftover] == [
        (["ขออภัยในความล่าช้า"], True)
    ]


def test_strategies_between_tables() -> None:
    """A strategy's heading may stand above its table as a paragraph."""
    document = divided("กลยุทธ์ที่ 1 ก", HEAD, ROW, "กลยุทธ์ที่ 2 ข", HEAD, opened(number="2.1"))
    assert body(document) == ["กลยุทธ์ที่ 1 ก", "1.1", "กลยุทธ์ที่ 2 ข", "2.1"]


def test_a_second_table_with_other_columns() -> None:
    """Another head opens another table; the same head again does not."""
    other = ["ที่", "โครงการ", "สถานะ", "กิจกรรม", "ผู้รับผิดชอบ"]
    document = divided(HEAD, ROW, HEAD, ROW, other, ["1.2", "โครงการสอง", "40", "1.ทำ", ""])
    assert [len(one.rows) for one in document.blocks] == [2, 1]
    assert [one.is_broken for one in document.blocks] == [True, False]


def test_two_row_head_on_each_page() -> None:
    """A head of two rows is one head, on every page."""
    upper = ["ที่", "โครงการ", "งบประมาณ", "", "สถานะ", "กิจกรรม"]
    lower = ["", "", "ได้รับจัดสรร", "เบิกจ่าย", "", ""]
    document = divided(
        upper, lower, ["1.1", "ก", "5", "4", "", ""], upper, lower, ["1.2", "ข", "3", "2", "", ""]
    )
    assert len(document.heads) == 4
    assert [len(one.rows) for one in document.blocks] == [2]


def test_sheets_are_tables_of_their_own() -> None:
    """The same head on another sheet opens another table, with the titles of that sheet."""
    rows = [[title] for title in ("ไตรมาส 1", "ไตรมาส 2")]
    grid = Grid(
        "a.xlsx",
        tuple(
            Row(f"{sheet}!A{at}", tuple(Cell(text, f"{sheet}!A{at}", text) for text in texts))
            for sheet, title in zip("กข", rows, strict=True)
            for at, texts in enumerate([title, HEAD, ROW], 1)
        ),
    )
    blocks = divide(grid).blocks
    assert [(one.sheet, len(one.rows), one.titles[0].texts) for one in blocks] == [
        ("ก", 1, ["ไตรมาส 1"]),
        ("ข", 1, ["ไตรมาส 2"]),
    ]


def test_numbered_columns() -> None:
    """A row that only numbers the columns is part of the head."""
    document = divided(HEAD, [f"({at})" for at in range(1, 10)], ROW)
    assert body(document) == ["1.1"]


def test_sections_behind_the_table() -> None:
    """Paragraphs are filed under the section they stand in."""
    document = divided(
        HEAD, ROW, "โดยสรุปดีมาก", "ปัญหาอุปสรรค", "1. ฝนตก", "ข้อเสนอแนะ", "1. กางร่ม", "สรุปผล", "ดี"
    )
    assert [(kind, row.texts[0]) for kind, row in document.back] == [
        (NarrativeKind.SUMMARY, "โดยสรุปดีมาก"),
        (NarrativeKind.OBSTACLE, "1. ฝนตก"),
        (NarrativeKind.RECOMMENDATION, "1. กางร่ม"),
        (NarrativeKind.SUMMARY, "ดี"),
    ]


def test_sections_inside_a_sheet() -> None:
    """In a sheet the sections follow in rows of the same table."""
    document = divided(HEAD, ROW, ["ปัญหาอุปสรรค", ""], ["ฝนตก", ""], ["หมายเหตุ ประมาณ", ""])
    assert [row.texts[0] for _, row in document.back] == ["ฝนตก", "หมายเหตุ ประมาณ"]
    assert body(document) == ["1.1"]


def test_notes_behind_the_table() -> None:
    """Notes outside any section are kept without a kind."""
    document = divided(HEAD, ROW, "หมายเหตุ ตัวเลขเบื้องต้น")
    assert [(kind, row.texts[0]) for kind, row in document.back] == [(None, "หมายเหตุ ตัวเลขเบื้องต้น")]


def test_summary_tables() -> None:
    """A summary table is known by its head; what stands below another one is left over."""
    other = [["ครุภัณฑ์", "จำนวน"], ["โต๊ะ", "3"]]
    document = divided(HEAD, ROW, "ตารางแสดงระดับ", *LEVELS, "ภาคผนวก", *other)
    assert [(one.kind, len(one.heads), len(one.body)) for one in document.tables] == [
        ("level", 2, 1)
    ]
    assert [row.texts[0] for row, _ in document.leftover] == ["ครุภัณฑ์", "โต๊ะ"]


def test_contents() -> None:
    """Rows with page numbers before the table are its contents."""
    document = divided(
        ["", "หน้า"],
        ["กลยุทธ์ที่ 1 (3 โครงการ)", "1"],
        "กลยุทธ์ที่ 2 ........ 4",
        "คำนำ",
        *TITLES,
        HEAD,
        ROW,
    )
    assert words(document.contents) == ["กลยุทธ์ที่ 1 (3 โครงการ)", "กลยุทธ์ที่ 2 ........ 4"]
    assert words(document.heads)[0] == "หน้า"


@pytest.mark.parametrize("rows", [[], ["คำนำ"], [["a", "b"]], [[""]]])
def test_no_progress_table(rows: list[list[str] | str]) -> None:
    """A document without the table has no rows of it."""
    assert not divided(*rows).progress


@given(wild_grids())
def test_every_row_has_one_part(grid: Grid) -> None:
    """Every row with any text is in exactly one part."""
    made = divide(grid)
    parts = [
        *made.front,
        *made.contents,
        *(one.row for one in made.progress),
        *made.furniture,
        *made.heads,
        *(row for _, row in made.back),
        *(row for table in made.tables for row in table.rows),
        *(row for row, _ in made.leftover),
    ]
    assert sorted(map(id, parts)) == sorted(id(row) for row in grid if not row.is_blank)


def test_charts() -> None:
    """Titles and keys of charts behind the summary tables are told from other paragraphs."""
    chart = [
        "จำนวนโครงการ",
        "จำแนกตามระดับการดำเนินการ",
        "- สำเร็จแล้ว",
        "- (ไม่มี) กลยุทธ์ที่ ๑",
        "แผนภูมิที่ 2",
    ]
    made = divided(HEAD, ROW, *LEVELS, *chart, "สำนักงานเขตพื้นที่การศึกษา", "ดำเนินการสำเร็จแล้วทุกโครงการ")
    assert [row.ref for row, reason in made.leftover if reason == CAPTION] == [
        f"L{at}" for at in range(6, 11)
    ]
    assert [row.ref for kind, row in made.back if kind is None] == ["L11", "L12"]
    assert AFTER_TABLE not in [reason for _, reason in made.leftover]


def test_no_charts_without_summary_tables() -> None:
    """A sentence before any summary table is not taken for the title of a chart."""
    made = divided(HEAD, ROW, "สรุปผลการดำเนินงาน", "จำนวนโครงการ", "- สำเร็จแล้ว")
    assert made.leftover == []
