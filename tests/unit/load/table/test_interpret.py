"""Any grid becomes the tables; nothing of it is lost."""

from __future__ import annotations

from dataclasses import replace

from helpers.any_grid import likely_grids, wild_grids
from helpers.nine_columns import HEAD
from helpers.nothing_lost import lost_words
from helpers.progress_table import KEY, grid_of, line, opened, read, table
from hypothesis import given, settings

from plantrack_nb.containers.grid import Grid, Row
from plantrack_nb.core.schema import TABLES
from plantrack_nb.load.table.interpret import interpret

SLOW = settings(max_examples=60)


@SLOW
@given(wild_grids())
def test_never_raises(grid: Grid) -> None:
    """Whatever texts a grid holds, it gives the seven tables."""
    reading = interpret(grid, KEY)
    assert list(reading.round.tables) == list(TABLES)
    assert 0 <= reading.coverage.share <= 1


@SLOW
@given(likely_grids())
def test_nothing_is_lost(grid: Grid) -> None:
    """Wherever its cells stand, every word of a table is in some table or mend."""
    assert lost_words(grid, interpret(grid, KEY)) == []


def test_sources() -> None:
    """Every row names its file and place, and keeps the raw text."""
    reading = read(
        line(number="กลยุทธ์ที่ 1 ก"),
        opened(budget="5,000", disbursed="0", progress="40", action="1.ประชุม 3 ครั้ง"),
        line(action="ปัญหาอุปสรรค ฝนตก"),
        "หมายเหตุ จบ",
    )
    for name, data in reading.round.tables.items():
        assert not data.empty, name
        assert set(data["source_file"]) == {"a.txt"}
        assert data["source_ref"].str.match(r"^L\d+(\.\d+)?$").all()
        assert data["raw"].ne("").all()


def test_mends_in_order() -> None:
    """Mends come in the order of the document, each with its project."""
    reading = read(
        opened(action="1.ประชุม"),
        HEAD,
        line(action="ต่อ"),
        opened(number="1.2", project="โครงการสอง", budget="รจัดสรร"),
    )
    assert [(mend.kind, mend.source_ref, mend.project_no) for mend in reading.mends] == [
        ("joined", "L4.8", "1.1"),
        ("word", "L5.5", "1.2"),
    ]


def test_hidden_rows() -> None:
    """Hidden rows are read, and told of."""
    grid = grid_of([HEAD, opened(action="1.ประชุม")])
    hidden = tuple(replace(cell, note="hidden") for cell in grid.rows[1].cells if cell.text)
    reading = interpret(replace(grid, rows=(grid.rows[0], Row("L2", hidden))), KEY)
    assert {mend.kind for mend in reading.mends} >= {"hidden"}


def test_coverage() -> None:
    """Coverage counts the letters that stand in a table; heads and titles do not count."""
    whole = read(opened(action="1.ประชุม"))
    assert whole.coverage.share == 1
    part = read(opened(action="1.ประชุม"), "หมายเหตุ จบ")
    assert part.coverage.characters - part.coverage.placed == len("หมายเหตุจบ")


def test_narrative() -> None:
    """Paragraphs before the table are the memo."""
    reading = interpret(grid_of(["เรียน ผู้อำนวยการ", "x", "y", HEAD, opened()]), KEY)
    assert table(reading, "narrative", "kind", "text")[0] == ("memo", "เรียน ผู้อำนวยการ")


def test_control_characters_and_markup() -> None:
    """Odd characters and markup in cells are text like any other."""
    odd = "<script>alert(1)</script> \x00\x1b[31m =1+1 \u202e"
    reading = read(opened(project=odd, targets=odd, action=f"1.{odd}", owner=odd))
    assert "<script>alert(1)</script>" in table(reading, "projects", "name")[0][0]  # type: ignore[operator]
    assert "\x00" not in table(reading, "activities", "text")[0][0]  # type: ignore[operator]
