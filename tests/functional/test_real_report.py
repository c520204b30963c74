"""The published report is read as a careful person reads it.

The places below were read by hand in the text: line and column, what is printed there, and the
activity it is about.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from helpers.nothing_lost import lost_stamps, lost_words, repeated_stamps, stamped
from helpers.progress_table import table

from plantrack_nb.containers import open_grid
from plantrack_nb.containers.grid import Row
from plantrack_nb.core.schema import SOURCE_COLUMNS, TABLES, RoundKey
from plantrack_nb.core.vocabulary import split_items
from plantrack_nb.load import Wanted, places_without_persons, read_source, without_persons
from plantrack_nb.load.document.divide import divide
from plantrack_nb.load.reading import Reading
from plantrack_nb.load.round_book import read_workbook
from plantrack_nb.load.table.interpret import interpret
from plantrack_nb.measures.places import MOVED, OWNERS
from plantrack_nb.office.register import Register
from plantrack_nb.thai.persons import strip_title
from plantrack_nb.thai.text import squeeze, thai_digits

DONE, GOING, NOT, NONE = "done", "in_progress", "not_started", ""
MARKS = [  # line, project, activity, status, percent
    (110, "1.1", "1", GOING, None),
    (112, "1.1", "3", NOT, None),
    (114, "1.2", "1", NOT, None),
    (121, "1.3", "1", GOING, 40),
    (121, "1.3", "1-1", DONE, None),
    (121, "1.3", "2", GOING, None),
    (121, "1.3", "2-3", GOING, None),
    (128, "1.3", "3", DONE, None),
    (137, "1.3", "4-3", GOING, None),
    (139, "2.1", "1", NONE, None),
    (139, "2.1", "1-3", NOT, None),
    (147, "2.2", "1-3", NOT, None),
    (147, "2.2", "2-1", GOING, None),
    (153, "2.2", "2-2", NOT, None),
    (154, "2.3", "1", DONE, None),
    (161, "2.4", "4", NOT, None),
    (172, "2.6", "8", NONE, None),
    (180, "2.7", "1", DONE, None),
    (186, "2.7", "9-2", NONE, None),
    (194, "2.8", "2", GOING, None),
    (215, "3.2", "1", GOING, None),
    (216, "3.2", "", GOING, None),
    (223, "3.2", "3", GOING, None),
    (224, "3.2", "4", GOING, None),
    (226, "3.2", "6", DONE, None),
    (232, "3.2", "6-3", NONE, None),
    (248, "3.5", "1-2", GOING, 50),
    (255, "3.5", "1-9", GOING, 50),
    (255, "3.5", "1-9-2)", NONE, None),
    (258, "3.5", "1-11-2)", GOING, None),
    (264, "3.5", "1-11-2)-(2)", NONE, None),
    (265, "3.5", "2", GOING, 50),
    (267, "4.1", "1", GOING, 70),
    (267, "4.1", "1-6", DONE, None),
    (267, "4.1", "2", NONE, None),
    (289, "4.2", "1-2", NONE, None),
    (289, "4.2", "2", DONE, None),
    (291, "4.2", "4", GOING, 70),
    (291, "4.2", "4-2", DONE, None),
    (291, "4.2", "4-2-1)", NONE, None),
    (297, "4.2", "4-2-2)", NONE, None),
    (297, "4.2", "4-3", DONE, None),
    (312, "4.5", "1", NONE, None),
    (312, "4.5", "1-1", DONE, None),
    (312, "4.5", "1-2", GOING, None),
    (334, "5.2", "2", DONE, None),
    (334, "5.2", "4", GOING, 50),
    (334, "5.2", "5", DONE, None),
    (351, "6.3", "1", DONE, None),
    (351, "6.3", "2", GOING, None),
    (351, "6.3", "3", NOT, None),
    (351, "6.3", "4", NONE, None),
    (364, "6.6", "2", DONE, None),
    (374, "6.7", "3", GOING, 50),
    (384, "6.8", "2", GOING, 30),
    (384, "6.8", "2-1", GOING, 30),
    (384, "6.8", "2-2", NONE, None),
    (392, "6.8", "4-1", GOING, 30),
    (396, "6.8", "7", GOING, 50),
    (397, "6.8", "7-1", GOING, 85),
    (403, "6.8", "", DONE, None),
    (403, "6.8", "7-1-(1)", DONE, None),
    (404, "6.8", "7-1-(2)", GOING, None),
    (405, "6.8", "7-1-2)", GOING, None),
    (405, "6.8", "7-1-2)-(5)", NONE, None),
    (419, "6.9", "2-1", GOING, 70),
    (430, "6.9", "3", GOING, 30),
    (441, "6.10", "2", GOING, None),
    (458, "6.12", "1", GOING, 40),
    (458, "6.12", "2", DONE, None),
    (467, "6.12", "4", NONE, None),
    (468, "6.12", "4-1", DONE, None),
    (468, "6.12", "4-3", GOING, None),
    (468, "6.12", "4-4", NONE, None),
    (482, "6.12", "8", GOING, None),
    (483, "6.12", "9", NONE, None),
    (484, "6.12", "9-1", GOING, None),
    (485, "6.12", "9-2", GOING, 74.95),
    (486, "6.13", "1", GOING, None),
    (486, "6.13", "1-2", NOT, None),
]
AMOUNTS = [  # place, project, budget, disbursed, percent
    ("L110.5", "1.1", 7_500, 0, None),
    ("L121.5", "1.3", 126_700, 0, None),
    ("L140.5", "2.1", 2_500, 0, None),
    ("L166.5", "2.6", None, None, None),
    ("L180.5", "2.7", 394_200, 386_510, 98.05),
    ("L201.5", "2.9", 332_000, 240_520, 72.45),
    ("L223.5", "3.2", 41_200, 0, None),
    ("L224.4", "3.2", 55_860, 0, None),
    ("L225.4", "3.2", 24_300, 24_300, 100),
    ("L242.5", "3.5", 4_599_650, 2_005_500, 43.6),
    ("L252.5", "3.5", 8_718_500, 5_060_750, 58.05),
    ("L265.5", "3.5", 511_000, 743_000, 145.4),
    ("L281.5", "4.2", 72_758_752, 72_758_752, 100),
    ("L289.5", "4.2", 12_565_085, 12_565_085, 100),
    ("L290.5", "4.2", 10_000, None, None),
    ("L291.4", "4.2", 1_541_000, 1_541_000, 100),
    ("L300.5", "4.2", 206_000, 184_000, 89.32),
    ("L325.5", "4.6", 12_853_600, 12_466_600, 96.99),
    ("L362.5", "6.5", None, None, None),
    ("L372.5", "6.7", 199_680, 47_109, 56.61),
    ("L394.4", "6.8", 7_520, 7_520, 100),
    ("L396.3", "6.8", 7_200, 0, None),
    ("L451.5", "6.10", None, None, None),
    ("L458.5", "6.12", 3_299_700, 0, None),
    ("L486.5", "6.13", 400_000, 45_465, 11.37),
]


@pytest.fixture(scope="module")
def reading(real_report: Path, register: Register) -> Reading:
    """Read the report, which says itself which round it is."""
    return read_source(real_report, register)


def test_round(reading: Reading) -> None:
    """The report says its district, year and round."""
    assert reading.round.key == RoundKey("7301", 2565, 2)


def test_projects(reading: Reading) -> None:
    """Six strategies with 3, 9, 5, 6, 2 and 13 projects."""
    projects = reading.round.projects
    assert list(reading.round.strategies["strategy_no"]) == list("123456")
    counts = projects["strategy_no"].value_counts().sort_index()
    assert counts.tolist() == [3, 9, 5, 6, 2, 13]
    states = projects["budget_state"].value_counts().to_dict()
    assert states == {"budgeted": 27, "awaiting": 8, "none": 3}


def test_money(reading: Reading) -> None:
    """49 amounts and nine awaited ones, 24 printed percents, and the sums the report prints."""
    lines = reading.round.budget_lines
    assert lines["budget"].notna().sum() == 49
    assert lines["budget"].isna().sum() == 9
    assert lines["reported_pct"].notna().sum() == 24
    assert lines["budget"].sum() == 138_298_687
    assert lines["disbursed"].sum() == 118_767_795


def test_marks(reading: Reading) -> None:
    """178 status marks, 25 of them inside the action text."""
    assert reading.round.activities["status"].ne("").sum() == 178
    assert sum(1 for mend in reading.mends if mend.kind == "mark") == 25


@pytest.mark.parametrize("mark", MARKS)
def test_mark_by_hand(reading: Reading, mark: tuple[int, str, str, str, float | None]) -> None:
    """A mark stands at the activity that a person ties it to."""
    columns = ("source_ref", "project_no", "activity_no", "status", "progress_pct")
    rows = table(reading, "activities", *columns)
    line, *wanted = mark
    found = [list(row[1:]) for row in rows if str(row[0]).startswith(f"L{line}.")]
    assert wanted in found


@pytest.mark.parametrize("amount", AMOUNTS)
def test_amount_by_hand(
    reading: Reading, amount: tuple[str, str, float | None, float | None, float | None]
) -> None:
    """An amount stands at its project, with its place."""
    columns = ("source_ref", "project_no", "budget", "disbursed", "reported_pct")
    assert amount in table(reading, "budget_lines", *columns)


def test_marks_without_activity(reading: Reading) -> None:
    """Five marks have no activity left in the text: one in 3.2, four below activity 3 of 6.9."""
    activities = reading.round.activities
    lost = activities[activities["text"] == ""]
    assert list(lost["source_ref"]) == ["L216.8", *["L430.8"] * 4]
    assert list(lost["parent_no"]) == ["", *["3"] * 4]
    assert lost["owner_groups"].iloc[0] != ""


def test_joined_over_pages(reading: Reading) -> None:
    """Names and targets that a page cut are whole again."""
    columns = ("project_no", "name", "targets")
    projects = {row[0]: row[1:] for row in table(reading, "projects", *columns)}
    assert not any("\n" in str(projects[number][0]) for number in ("2.6", "3.3", "4.2"))
    assert not any("\n" in str(projects[number][1]) for number in ("2.6", "3.3"))
    joined = {mend.source_ref for mend in reading.mends if mend.kind == "joined"}
    assert joined >= {
        "L120.3",
        "L146.4",
        "L172.3",
        "L178.8",
        "L223.4",
        "L240.2",
        "L403.4",
        "L426.8",
        "L450.8",
    }


def test_list_goes_on_over_a_page(reading: Reading) -> None:
    """The third indicator of 6.8 is cut within a word by a page; the fourth follows its rest."""
    (indicators,) = (
        row[1] for row in table(reading, "projects", "project_no", "indicators") if row[0] == "6.8"
    )
    lines = str(indicators).split("\n")
    assert not any(line.startswith("มีผลการดำเนินงาน") for line in lines)
    assert any("การเงินและบัญชี พักมีผลการดำเนินงานเป็นไปตามเกณฑ์" in line for line in lines)


def test_result_is_no_activity(reading: Reading) -> None:
    """What tells of the results of 7-1 keeps its mark, and nothing hangs below it."""
    columns = ("project_no", "activity_no", "parent_no", "status", "source_ref", "text")
    rows = [row for row in table(reading, "activities", *columns) if row[0] == "6.8"]
    (told,) = [row for row in rows if str(row[5]).startswith("ร้อยละ ของสถานศึกษา")]
    assert told[1:5] == ("", "7-1", DONE, "L403.8")
    below = [row[1] for row in rows if row[2] == "7-1"]
    assert below == ["", "7-1-(1)", "7-1-(2)", "7-1-(3)", "7-1-(4)", "7-1-(5)", "7-1-2)"]
    assert [row[1] for row in rows if row[2] == "7"] == ["7-1", "7-2", "7-3"]


def test_guesses_are_told(reading: Reading) -> None:
    """Marks and an owner in rows of their own went by their order: it is said."""
    told = [(one.source_ref, one.after) for one in reading.mends if one.kind == "order"]
    assert told == [("L217.9", "ผู้รับผิดชอบของสถานะที่ไม่พบกิจกรรม"), ("L352.7", "2"), ("L353.7", "3")]


def test_memo_over_a_page(reading: Reading) -> None:
    """A sentence of the memo goes on over the turn of the page; the catchword is left out."""
    memo = {row[0]: str(row[1]) for row in table(reading, "narrative", "source_ref", "text")}
    assert "การขับเคลื่อนกิจกรรมจะลงมือปฏิบัติจริง" in memo["L37"]
    assert not {"L39", "L41"} & set(memo)
    told = [(one.kind, one.source_ref) for one in reading.mends if one.source_ref in ("L39", "L41")]
    assert told == [("dropped", "L39"), ("joined", "L41")]


def test_items_of_two_lists(reading: Reading) -> None:
    """Item 1 of what is to be decided is not item 1 of the facts."""
    rows = table(reading, "claims", "source_ref", "subject")
    assert ("L19", "item=1") in rows
    assert ("L49", "item=ข้อพิจารณา 1") in rows


def test_charts_and_back_cover(reading: Reading) -> None:
    """Seventeen lines of the two charts are told apart from the four of the back cover."""
    reasons = reading.round.unread["reason"].value_counts().to_dict()
    assert sorted(reasons.values()) == [4, 17]


def test_obstacles(reading: Reading) -> None:
    """Five projects report an obstacle of their own; four more are for all."""
    narrative = reading.round.narrative
    obstacles = narrative[narrative["kind"] == "obstacle"]
    own = obstacles[obstacles["project_no"] != ""]
    assert list(own["project_no"]) == ["1.1", "2.6", "2.7", "4.1", "4.4"]
    assert len(obstacles) == 9


def test_nothing_unread_in_the_table(reading: Reading, real_report: Path) -> None:
    """Everything between the first and the last row of the table is understood."""
    rows = [one.row.ref for one in divide(open_grid(real_report)).progress]
    first, last = int(rows[0][1:]), int(rows[-1][1:])
    unread = [int(ref[1:].split(".")[0]) for ref in reading.round.unread["source_ref"]]
    assert not [at for at in unread if first <= at <= last]
    assert reading.coverage.share > 0.99


def test_nothing_is_lost(reading: Reading, real_report: Path) -> None:
    """Every word of the report is in some table."""
    assert lost_words(open_grid(real_report), reading) == []


def test_no_cell_is_lost_or_doubled(real_report: Path) -> None:
    """A word of its own put into each cell of the table is found again, once."""
    grid = stamped(open_grid(real_report))
    read = interpret(grid, RoundKey("7301", 2565, 2))
    assert lost_stamps(grid, read) == []
    assert repeated_stamps(read) == []
    assert len(read.round.projects) == 38


def test_places_are_true(reading: Reading, real_report: Path) -> None:
    """Every place names a cell of the text that holds what was read from it."""
    cells = {cell.ref: cell for row in open_grid(real_report) for cell in row.cells}
    for one in reading.places:
        cell = cells[one.source_ref]
        if one.column != MOVED:  # its text names the column that the cell was read in
            assert squeeze(one.text) in squeeze(cell.text)
        assert squeeze(one.raw) in squeeze(cell.raw) or squeeze(one.raw) in squeeze(cell.text)


@pytest.mark.parametrize(
    ("column", "project_no", "words", "ref"),
    [
        ("indicators", "3.2", "5 งาน", "L215.4"),
        ("targets", "4.2", "ข้อมูล 10 มิ.ย.65", "L289.3"),
        ("indicators", "6.8", "ร้อยละ 80 ของสถานศึกษา", "L396.2"),
        ("indicators", "6.8", ".เขต 1", "L385.4"),
        ("indicators", "6.9", "อยู่ในระดับคุณภาพ", "L430.4"),
        ("name", "4.3", ".2565", "L303.2"),
        ("owners", "6.7", "นางอัฐพร วิทยา เจริญ", "L374.9"),
        ("owners", "3.2", "กลุ่มพัฒนาครูฯ", "L226.8"),
        ("budget_state", "6.5", "รอกจัดสรร", "L362.5"),
    ],
)
def test_place_by_hand(
    reading: Reading, column: str, project_no: str, words: str, ref: str
) -> None:
    """Words of a project stand in the cell in which a person finds them."""
    projects = reading.round.projects
    (row,) = projects[projects["project_no"] == project_no].itertuples()
    assert reading.located.of(row, column, words).ref == ref


def test_marks_in_rows_of_their_own(reading: Reading) -> None:
    """A mark below its activity's row is found where it stands."""
    activities = reading.round.activities
    rows = list(activities[activities["project_no"] == "6.3"].itertuples())
    found = [reading.located.of(row, "status").ref for row in rows]
    assert found == ["L351.7", "L352.7", "L353.7", "L351.8"]


def test_no_person_in_the_sample(reading: Reading, sample_workbook: Path) -> None:
    """No officer's name is left in the sample's places, in owner cells no part of one."""
    tables = reading.round.tables
    named = {name for table in ("projects", "activities") for name in tables[table]["persons"]}
    names = {strip_title(name) for name in split_items("; ".join(named))}
    parts = {part for name in names for part in name.split() if len(part) > 4}
    places = read_workbook(sample_workbook).places
    assert min(len(places) // 10, len(names)) > 30
    for one in places:
        hidden = parts if one.column == OWNERS else names
        assert not [word for word in hidden if word in one.text or word in one.raw]


def test_sample_workbook(reading: Reading, sample_workbook: Path, register: Register) -> None:
    """The sample round holds the same tables, without persons."""
    expected = without_persons(reading.round).tables
    found = read_source(sample_workbook, register, Wanted("7301", 2565, 2)).round.tables
    sources = [column.name for column in SOURCE_COLUMNS]
    for name in TABLES:
        pd.testing.assert_frame_equal(
            found[name].drop(columns=sources), expected[name].drop(columns=sources)
        )
    told = [one for one in reading.places if one.column != MOVED]
    places = places_without_persons(told, reading.round)
    assert read_workbook(sample_workbook).places == tuple(places)


def _broken_everywhere(row: Row, head: Row) -> list[Row]:
    return [head, row]


def _shifted(row: Row, head: Row) -> list[Row]:
    cells = row.cells
    empty = not any(cell.text for cell in cells[:2]) and any(cell.text for cell in cells[6:8])
    return [replace(row, cells=cells[1:] if empty else cells)]


def _in_thai_digits(row: Row, head: Row) -> list[Row]:
    cells = (
        replace(one, text=thai_digits(one.text), raw=thai_digits(one.raw)) for one in row.cells
    )
    return [replace(row, cells=tuple(cells))]


@pytest.mark.parametrize("change", [_broken_everywhere, _shifted, _in_thai_digits])
def test_changed_report(real_report: Path, change: Callable[[Row, Row], list[Row]]) -> None:
    """With breaks before every row, cells shifted, or Thai digits, nothing is lost."""
    grid = open_grid(real_report)
    document = divide(grid)
    rows = {id(one.row) for one in document.progress}
    head = document.heads[1]
    changed = replace(
        grid,
        rows=tuple(
            new for row in grid for new in (change(row, head) if id(row) in rows else [row])
        ),
    )
    read = interpret(changed, RoundKey("7301", 2565, 2))
    assert lost_words(changed, read) == []
    assert len(read.round.projects) == 38
    assert read.round.budget_lines["budget"].sum() == 138_298_687
    assert read.round.activities["status"].ne("").sum() == 178
