"""The next round's workbook: what stood is locked, what is new is open, empty means unchanged."""

from __future__ import annotations

import math
from pathlib import Path

import openpyxl
from helpers.rounds import tables

from plantrack_nb.core.schema import Round, RoundKey
from plantrack_nb.load.round_book import read_workbook, write_next

KEY = RoundKey("7301", 2565, 2)
NEXT = RoundKey("7301", 2565, 3)


def last_round() -> Round:
    """Make a round of two projects, one of which awaits its money."""
    made = tables(
        strategies=[{"strategy_no": "1"}],
        projects=[
            {"project_no": "1.1"},
            {"project_no": "1.10", "budget_state": "awaiting"},
        ],
        lines=[
            {"project_no": "1.1", "line_no": 1, "budget": 9000.0, "disbursed": 2500.5},
            {"project_no": "1.10", "line_no": 1},
        ],
        activities=[
            {"project_no": "1.1", "activity_no": "1", "status": "in_progress"},
            {"project_no": "1.1", "activity_no": "2", "status": ""},
        ],
        narrative=[{"kind": "obstacle", "text": "ฝนตก"}],
        claims=[{"kind": "memo", "value": 2.0}],
        key=KEY,
    )
    return Round(KEY, **made)


def column(sheet: object, title: str) -> int:
    """Find a column of a sheet by its heading, from 1."""
    heads = [cell.value for cell in sheet[1]]  # type: ignore[index]
    return heads.index(title) + 1


def test_an_untouched_workbook_says_what_the_last_round_said(tmp_path: Path) -> None:
    """Cumulative money and statuses stand, each told as carried; what people wrote is new."""
    path = tmp_path / "next.xlsx"
    write_next(path, last_round(), NEXT)
    reading = read_workbook(path)
    assert reading.round.key == NEXT
    assert reading.round.projects["project_no"].tolist() == ["1.1", "1.10"]
    lines = reading.round.budget_lines
    assert lines["budget"].tolist()[0] == 9000.0
    assert lines["disbursed"].tolist()[0] == 2500.5
    assert math.isnan(lines["disbursed"].tolist()[1])
    assert reading.round.activities["status"].tolist() == ["in_progress", ""]
    assert reading.round.activities["text"].tolist() == ["กิจกรรม", "กิจกรรม"]
    assert reading.round.narrative.empty
    assert reading.round.claims.empty
    carried = [(one.kind, one.after, one.project_no) for one in reading.mends]
    assert carried == [
        ("carried", "2500.5", "1.1"),
        ("carried", "กิจกรรม", "1.1"),
        ("carried", "ระหว่างดำเนินการ", "1.1"),
        ("carried", "กิจกรรม", "1.1"),
    ]


def test_what_is_new_goes_before_what_stood(tmp_path: Path) -> None:
    """A filled cell is taken; the last round's column is never read as a value of its own."""
    path = tmp_path / "next.xlsx"
    write_next(path, last_round(), NEXT)
    book = openpyxl.load_workbook(path)
    money, doings = book["รายการงบประมาณ"], book["กิจกรรม"]
    money.cell(2, column(money, "เบิกจ่าย (บาท)")).value = 4000
    doings.cell(2, column(doings, "สถานะ")).value = "สำเร็จแล้ว"
    book.save(path)
    reading = read_workbook(path)
    assert reading.round.budget_lines["disbursed"].tolist()[0] == 4000.0
    assert reading.round.activities["status"].tolist() == ["done", ""]
    assert "2500.5" not in reading.round.budget_lines["raw"].tolist()[0]


def test_only_what_is_new_is_open(tmp_path: Path) -> None:
    """Names, budgets and last values are locked; new cells, awaited money and new rows are not."""
    path = tmp_path / "next.xlsx"
    write_next(path, last_round(), NEXT)
    book = openpyxl.load_workbook(path)
    money = book["รายการงบประมาณ"]
    assert money.protection.sheet

    def locked(row: int, title: str) -> bool:
        return bool(money.cell(row, column(money, title)).protection.locked)

    assert locked(2, "งบประมาณ (บาท)")
    assert locked(2, "รอบก่อน: เบิกจ่าย (บาท)")
    assert not locked(2, "เบิกจ่าย (บาท)")
    assert not locked(3, "งบประมาณ (บาท)")
    projects = book["โครงการ"]
    state = column(projects, "สถานะงบประมาณ")
    assert projects.cell(2, state).protection.locked
    assert not projects.cell(3, state).protection.locked
    assert projects.cell(3, state).value == "รอจัดสรร"


def test_another_fiscal_year_begins_without_money(tmp_path: Path) -> None:
    """After the last quarter the same projects begin with empty amounts and no status."""
    path = tmp_path / "next.xlsx"
    key = RoundKey("7301", 2565, 4).following
    assert key == RoundKey("7301", 2566, 1)
    write_next(path, last_round(), key)
    reading = read_workbook(path)
    assert reading.round.key == key
    assert reading.round.budget_lines["budget"].isna().all()
    assert reading.round.budget_lines["disbursed"].isna().all()
    assert reading.round.activities["status"].tolist() == ["", ""]
    assert reading.round.activities["text"].tolist() == ["กิจกรรม", "กิจกรรม"]
    assert reading.mends == ()


def test_the_same_round_gives_the_same_bytes(tmp_path: Path) -> None:
    """Nothing of the clock is in the file."""
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    write_next(first, last_round(), NEXT)
    write_next(second, last_round(), NEXT)
    assert first.read_bytes() == second.read_bytes()
