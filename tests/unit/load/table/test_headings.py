"""Columns are found by their headings, in the spellings offices use."""

from __future__ import annotations

import pytest
from helpers.nine_columns import HEAD
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.load.table.headings import (
    Columns,
    Role,
    counts_columns,
    find_columns,
    refine,
    repeats,
    role_of,
)

SPELLINGS = {
    Role.NUMBER: ["ที่", "ลำดับ", "ลำดับที่", "No.", "#"],
    Role.PROJECT: ["โครงการ/กิจกรรม", "ชื่อโครงการ", "แผนงาน/โครงการ", "โครงการ", "โครงการตามแผนฯ"],
    Role.TARGETS: ["เป้าหมาย", "ค่าเป้าหมาย", "กลุ่มเป้าหมาย"],
    Role.INDICATORS: ["ตัวชี้วัดความสำเร็จ", "ตัวชี้วัด", "ตัวบ่งชี้ความสำเร็จ"],
    Role.BUDGET: ["งบประมาณ", "งบประมาณ (บาท)", "ได้รับจัดสรร", "งบประมาณที่ได้รับจัดสรร", "วงเงินที่ได้รับ"],
    Role.COMMITTED: ["ผูกพัน", "ก่อหนี้ผูกพัน", "เงินผูกพัน"],
    Role.DISBURSED: ["เบิกจ่าย", "เบิกจ่ายจริง (ร้อยละ)", "ผลการเบิกจ่าย ณ 31 มี.ค. 65"],
    Role.USED: ["เบิกจ่ายผูกพัน", "ผลการใช้จ่าย", "เบิกจ่ายและผูกพัน"],
    Role.REMAINING: ["คงเหลือ", "งบประมาณคงเหลือ", "เงินคงเหลือ"],
    Role.PERCENT: ["ร้อยละ", "คิดเป็นร้อยละ", "ร้อยละการเบิกจ่าย", "%"],
    Role.PROGRESS: ["ความก้าวหน้า (ร้อยละ)", "สถานะ", "ระดับการดำเนินการ", "ร้อยละความก้าวหน้า"],
    Role.ACTION: ["การดำเนินการ", "ผลการดำเนินงาน", "กิจกรรม", "รายละเอียดกิจกรรม", "กิจกรรมหลัก"],
    Role.OWNER: ["ผู้รับผิดชอบ", "กลุ่มที่รับผิดชอบ", "หน่วยงานรับผิดชอบ", "เจ้าของโครงการ"],
}


@pytest.mark.parametrize(
    ("heading", "role"), [(text, role) for role, texts in SPELLINGS.items() for text in texts]
)
def test_spellings(heading: str, role: Role) -> None:
    """Each spelling names its column, blanks and line breaks aside."""
    assert role_of(heading) is role
    assert role_of("\n".join(heading.replace(" ", ""))) is role


@pytest.mark.parametrize(
    "text", ["", "1.1", "โครงการพัฒนางาน", "ร้อยละ 80 ของโรงเรียน", "เป้าหมาย " * 40, "สำเร็จแล้ว"]
)
def test_other_words(text: str) -> None:
    """Names, figures and long texts name no column."""
    assert role_of(text) is None


def test_any_order() -> None:
    """The place of a column does not matter; unknown columns have no role."""
    columns = find_columns(["ผู้รับผิดชอบ", "หมายเหตุ", "โครงการ", "สถานะ", "งบประมาณ"])
    assert columns is not None
    assert columns.index(Role.BUDGET) == 4
    assert columns.role(1) is None
    assert not columns.has(Role.NUMBER)
    assert columns.index(Role.NUMBER) is None


def test_first_of_each() -> None:
    """Of two columns with the same heading the first one counts."""
    columns = find_columns([*HEAD, "งบประมาณ"])
    assert columns is not None
    assert columns.index(Role.BUDGET) == 4


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["ที่", "โครงการ", "งบประมาณ"],
        ["เป้าหมาย", "ตัวชี้วัด", "งบประมาณ", "สถานะ"],
        ["ที่", "โครงการ", "เป้าหมาย", "ผู้รับผิดชอบ"],
        ["1.1", "โครงการ", "เป้าหมาย", "งบประมาณ", "กิจกรรม"],
        ["๑", "โครงการ", "เป้าหมาย", "งบประมาณ", "กิจกรรม"],
    ],
)
def test_no_head(texts: list[str]) -> None:
    """Too few columns, no project, nothing to follow up, or a figure: it is no head."""
    assert find_columns(texts) is None


def test_two_row_head() -> None:
    """The finer heading of a second row takes the place of the merged one above it."""
    upper = ["ที่", "โครงการ", "งบประมาณ", "", "", "", "ผู้รับผิดชอบ", "กิจกรรม"]
    columns = find_columns(upper)
    assert columns is not None
    finer = refine(columns, ["", "", "ได้รับจัดสรร", "ผูกพัน", "เบิกจ่าย", "ร้อยละ", "", ""])
    assert finer is not None
    assert [finer.role(at) for at in range(2, 6)] == [
        Role.BUDGET,
        Role.COMMITTED,
        Role.DISBURSED,
        Role.PERCENT,
    ]
    assert finer.role(7) is Role.ACTION


def test_finer_column_wins() -> None:
    """When both rows name the same role, the finer row has the column."""
    columns = find_columns(["ที่", "โครงการ", "การเบิกจ่าย", "", "กิจกรรม"])
    assert columns is not None
    finer = refine(columns, ["", "", "งบประมาณ", "เบิกจ่าย", ""])
    assert finer is not None
    assert finer.index(Role.DISBURSED) == 3
    assert finer.index(Role.BUDGET) == 2


def test_title_row_that_looks_like_a_head() -> None:
    """A fuller head right below a poorer one replaces it."""
    poor = find_columns(["ที่", "โครงการ", "งบประมาณ", "กิจกรรม"])
    assert poor is not None
    assert refine(poor, HEAD) == find_columns(HEAD)


@pytest.mark.parametrize("texts", [["", ""], ["1.1", "โครงการหนึ่ง"], ["", "งบประมาณ", "5,000"]])
def test_no_second_head(texts: list[str]) -> None:
    """A row of data is no second row of the head."""
    columns = find_columns(HEAD)
    assert columns is not None
    assert refine(columns, texts) is None


def test_repeats() -> None:
    """The same head is known again, another one is not."""
    columns = find_columns(HEAD)
    assert columns is not None
    assert repeats(columns, HEAD)
    assert not repeats(columns, HEAD[:6])
    assert not repeats(columns, ["1.1", "โครงการ"])


def test_numbered_columns() -> None:
    """Forms number their columns under the head."""
    assert counts_columns(["(1)", "(2)", "", "(3)", "(๔)"])
    assert not counts_columns(["1", "2", "3"])
    assert not counts_columns(["1", "2", "3", "5"])


@given(st.lists(st.one_of(st.text(max_size=70), st.sampled_from(HEAD)), max_size=30))
def test_one_column_a_role(texts: list[str]) -> None:
    """Whatever the texts, a role has one column at most and each stands within the row."""
    columns = find_columns(texts) or Columns({})
    assert len(set(columns.roles.values())) == len(columns.roles)
    assert all(0 <= at < len(texts) for at in columns.roles)
