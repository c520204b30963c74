"""Cells of a shifted row go back where they belong."""

from __future__ import annotations

import pytest
from helpers.nine_columns import HEAD
from helpers.progress_table import columns_of, line, opened, row_of
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.load.layout.record import Role
from plantrack_nb.load.layout.rows.shifting import Placed, place

FULL = line(
    targets="จำนวน 3 แห่ง",
    indicators="ร้อยละ 80 ของครู",
    budget="12,500",
    disbursed="6,250 (50)",
    progress="ระหว่างดำเนินการ",
    action="2.อบรมครู",
    owner="กลุ่มนิเทศฯ (นายสมมติ ตัวอย่าง)",
)
IN_ORDER = [
    Role.TARGETS,
    Role.INDICATORS,
    Role.BUDGET,
    Role.DISBURSED,
    Role.PROGRESS,
    Role.ACTION,
    Role.OWNER,
]


def placed(texts: list[str], *, name_may_continue: bool = False) -> Placed:
    """Lay a row over the nine columns."""
    return place(row_of(texts), columns_of(), name_may_continue=name_may_continue)


def laid(texts: list[str], *, name_may_continue: bool = False) -> dict[Role, str]:
    """Return the texts of a row by role."""
    found = placed(texts, name_may_continue=name_may_continue)
    return {role: cell.text for role, cell in found.cells.items()}


def test_fitting_row() -> None:
    """A row whose cells fit stays, without a mend."""
    found = placed(opened(budget="7,500", disbursed="0", progress="40", action="1.ผลิตสื่อ"))
    assert not found.mends
    assert found.text(Role.PROJECT) == "โครงการหนึ่ง"
    assert found.text(Role.OWNER) == ""


@pytest.mark.parametrize("by", [1, 2])
def test_shifted_left(by: int) -> None:
    """A row that lost one or two empty cells in front is put back as a whole."""
    found = placed([*FULL[by:], *[""] * by])
    assert list(found.cells) == IN_ORDER
    assert [found.text(role) for role in IN_ORDER] == FULL[2:]
    assert [(mend.kind, mend.after) for mend in found.mends] == [
        ("moved", role.value) for role in IN_ORDER
    ]


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (
            ["จำนวน 2 ราย", "", "", "ระหว่างดำเนินการ", "2) จ้างเหมา", "", "", "", ""],
            {Role.TARGETS: 0, Role.PROGRESS: 3, Role.ACTION: 4},
        ),
        (
            ["70", "", "", "", "", "", "- ศึกษาข้อมูลและระเบียบ", "", ""],
            {Role.PROGRESS: 0, Role.ACTION: 6},
        ),
        (
            ["", "", "", "", "", "74.95", "- เช่าใช้บริการ", "", ""],
            {Role.PROGRESS: 5, Role.ACTION: 6},
        ),
        (
            ["", "1.2", "โครงการสอง", "จำนวน 3 แห่ง", "", "5,000", "0", "", "1.ทำ", "กลุ่มอำนวยการ"],
            {
                Role.NUMBER: 1,
                Role.PROJECT: 2,
                Role.TARGETS: 3,
                Role.BUDGET: 5,
                Role.DISBURSED: 6,
                Role.ACTION: 8,
                Role.OWNER: 9,
            },
        ),
        (
            ["", "", "", "", "85", "- ดำเนินการตรวจสอบตามแผน", "", "", ""],
            {Role.PROGRESS: 4, Role.ACTION: 5},
        ),
        (
            ["", "", "", "", "", "", "", "ยังไม่ดำเนินการ", "3.ประเมินผล", "กลุ่มอำนวยการ"],
            {Role.PROGRESS: 7, Role.ACTION: 8, Role.OWNER: 9},
        ),
    ],
)
def test_ragged_shifts(texts: list[str], wanted: dict[Role, int]) -> None:
    """Cells shifted by one to three columns, even unevenly or to the right, are told apart."""
    assert laid(texts) == {role: texts[at] for role, at in wanted.items()}


def test_name_continues() -> None:
    """A text in the project column is the rest of the name only right below the name."""
    texts = line(project="บุคลากรในสังกัดทุกคน")
    assert laid(texts, name_may_continue=True) == {Role.PROJECT: texts[1]}
    assert laid(texts) == {Role.TARGETS: texts[1]}


def test_stray_heading() -> None:
    """A word of the head inside the table is dropped, and told of."""
    found = placed(line(number="ที่", progress="50", action="- ค่าจ้าง"))
    assert Role.NUMBER not in found.cells
    assert [(mend.kind, mend.before) for mend in found.mends] == [("dropped", "ที่")]


def test_unknown_column() -> None:
    """A cell under a heading of its own that we do not know is handed on as a stray."""
    row = row_of([*opened(action="1.ประชุม"), "เอกสารแนบ 3"])
    found = place(row, columns_of([*HEAD, "หมายเหตุ"]), name_may_continue=False)
    assert [cell.text for cell in found.strays] == ["เอกสารแนบ 3"]
    assert not found.mends


def test_very_many_cells() -> None:
    """A row of thousands of cells is left as it stands."""
    row = row_of([f"ข้อความ{at}" for at in range(2_000)])
    found = place(row, columns_of(), name_may_continue=False)
    assert len(found.cells) + len(found.strays) == 2_000


_CELLS = st.sampled_from(
    ["", "", *FULL[2:], "1.1", "โครงการ", "0", "-", "70", "รจัดสรร", "ปัญหาอุปสรรค ฝนตก", "ข้อความ"]
)


@given(st.lists(_CELLS, min_size=1, max_size=11), st.booleans())
def test_no_cell_is_lost(texts: list[str], name_may_continue: bool) -> None:
    """Every cell has one place, is a stray, or is told of as dropped; the order stays."""
    found = placed(texts, name_may_continue=name_may_continue)
    dropped = [mend.source_ref for mend in found.mends if mend.kind == "dropped"]
    kept = [cell.ref for cell in (*found.cells.values(), *found.strays)]
    filled = [cell.ref for cell in row_of(texts).cells if cell.text]
    assert sorted([*kept, *dropped]) == sorted(filled)
    columns = columns_of(HEAD)
    by_column = sorted(found.cells.items(), key=lambda pair: columns.index(pair[0]) or 0)
    places = [int(cell.ref.split(".")[1]) for _, cell in by_column]
    assert places == sorted(places)
