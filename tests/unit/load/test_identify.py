"""A document says which office and round it reports."""

from __future__ import annotations

import pytest
from helpers.progress_table import grid_of

from plantrack_nb.load.identify import Identity, identify
from plantrack_nb.office.register import Register

TITLE = "รายงานผล ประจำปีงบประมาณ พ.ศ. 2565 สพป.นครปฐม เขต 1"


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([TITLE, "รอบ 6 เดือน"], Identity("7301", 2565, 2)),
        ([TITLE, "รอบ ๙ เดือน"], Identity("7301", 2565, 3)),
        ([TITLE, "ไตรมาสที่ 4"], Identity("7301", 2565, 4)),
        ([TITLE, "ไตรมาส 1 รอบ 12 เดือน"], Identity("7301", 2565, 4)),
        (["สำนักงานเขตพื้นที่การศึกษาประถมศึกษานครปฐม เขต ๑"], Identity("7301", None, None)),
        (["ปีงบประมาณ ๒๕๖๖"], Identity(None, 2566, None)),
        (["ปีการศึกษา 2564", "ไตรมาส 15"], Identity(None, None, None)),
        ([], Identity(None, None, None)),
    ],
)
def test_said(rows: list[str], wanted: Identity, register: Register) -> None:
    """Office, fiscal year and round are read; what is not said is None."""
    assert identify(grid_of(rows), register) == wanted


def test_most_frequent(register: Register) -> None:
    """Of several offices and years the one named most often is taken."""
    rows = ["เรียน สพป.นครปฐม เขต 2 ปีงบประมาณ 2564", TITLE, TITLE]
    assert identify(grid_of(rows), register) == Identity("7301", 2565, None)


def test_in_cells(register: Register) -> None:
    """Titles may stand in cells of a sheet."""
    found = identify(grid_of([["", TITLE], ["รอบ 3 เดือน", ""]]), register)
    assert found == Identity("7301", 2565, 1)


def test_only_the_first_rows(register: Register) -> None:
    """What stands far below the beginning is not what the document is about."""
    assert identify(grid_of([*["ข้อความ"] * 200, TITLE]), register) == Identity()
