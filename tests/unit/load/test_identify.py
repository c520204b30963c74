"""A document says which office and round it reports."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from helpers.progress_table import grid_of

from plantrack_nb.load.document.divide import divide
from plantrack_nb.load.identify import identify, other_rounds
from plantrack_nb.load.identity import Identity
from plantrack_nb.office.register import Register

TITLE = "รายงานผล ประจำปีงบประมาณ พ.ศ. 2565 สพป.นครปฐม เขต 1"


HEAD = ["ที่", "โครงการ", "งบประมาณ", "เบิกจ่าย"]
ROW = ["1", "ก", "5", "4"]


def said(rows: Sequence[list[str] | str], register: Register) -> tuple[object, object, object]:
    """Return what a document says of its round."""
    found: Identity = identify(divide(grid_of([*rows])), register)
    return (found.district, found.fiscal_year, found.quarter)


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([TITLE, "รอบ 6 เดือน"], ("7301", 2565, 2)),
        ([TITLE, "รอบ ๙ เดือน"], ("7301", 2565, 3)),
        ([TITLE, "ไตรมาสที่ 4"], ("7301", 2565, 4)),
        ([TITLE, "ไตรมาสที่ 1-2"], ("7301", 2565, 2)),
        ([TITLE, "ณ วันที่ 31 มีนาคม 2565"], ("7301", 2565, 2)),
        ([TITLE, "(1 ต.ค. 2564 - 30 มิ.ย. 2565)"], ("7301", 2565, 3)),
        ([TITLE, "ครึ่งปีแรก"], ("7301", 2565, 2)),
        (["ปีงบประมาณ 65 รอบหกเดือน"], (None, 2565, 2)),
        (["สำนักงานเขตพื้นที่การศึกษาประถมศึกษานครปฐม เขต ๑"], ("7301", None, None)),
        (["ปีงบประมาณ ๒๕๖๖"], (None, 2566, None)),
        (["ปีการศึกษา 2564", "ไตรมาส 15"], (None, None, None)),
        ([], (None, None, None)),
    ],
)
def test_said(rows: list[str], wanted: tuple[object, ...], register: Register) -> None:
    """Office, fiscal year and round are read in many spellings; what is not said is None."""
    assert said([*rows], register) == wanted
    assert said([[one] for one in rows] + [HEAD, ROW], register) == wanted


def test_most_frequent(register: Register) -> None:
    """Of several offices and years in a letter the one named most often is taken."""
    rows = ["เรียน สพป.นครปฐม เขต 2 ปีงบประมาณ 2564", TITLE, TITLE]
    assert said([*rows], register) == ("7301", 2565, None)


def test_titles_that_differ(register: Register) -> None:
    """Titles that name two rounds leave it open, and both are known."""
    document = divide(
        grid_of([[TITLE], ["ไตรมาส 1"], HEAD, ROW, ["รายงานความก้าวหน้า ไตรมาส 2"], HEAD, ROW])
    )
    found = identify(document, register)
    assert found.quarter is None
    assert found.values("quarter") == [1, 2]


def test_cells_say_nothing(register: Register) -> None:
    """An activity that reports another round or office says nothing of the document's own."""
    rows = [HEAD, ["1", "รายงานไตรมาส 3 ปีงบประมาณ 2566 สพป.ราชบุรี เขต 1", "5", "4"]]
    assert said([*rows], register) == (None, None, None)
    assert other_rounds(divide(grid_of([*rows])), 2) == "ไตรมาส3"
    assert other_rounds(divide(grid_of([*rows])), 3) == ""


def test_office_without_code(register: Register) -> None:
    """An office that has no code yet is known by its name."""
    office = next(one for one in register if not one.code)
    found = identify(divide(grid_of([[office.name], HEAD, ROW])), register)
    assert found.district is None
    assert found.offices == (office,)


def test_only_the_first_rows(register: Register) -> None:
    """What stands far below the beginning of a letter is not what it is about."""
    assert said([*["ข้อความ"] * 200, TITLE], register) == (None, None, None)
