"""Heads of tables are found by the words of one to four rows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from helpers.nine_columns import HEAD
from helpers.progress_table import row_of
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.load.layout.columns.head_rows import Head, counts_columns, head_at
from plantrack_nb.load.layout.columns.heading_words import BUILT_IN


def found(*rows: Sequence[str]) -> Head | None:
    """Look for a head that begins in the first row."""
    return head_at([row_of(texts, at) for at, texts in enumerate(rows, 1)], 0, BUILT_IN)


def paths(*rows: Sequence[str]) -> list[str]:
    """Return the headings found, levels joined."""
    head = found(*rows)
    assert head is not None
    return [">".join(head.paths[at]) for at in sorted(head.paths)]


@pytest.mark.parametrize(
    "texts",
    [
        HEAD,
        ["ที่", "โครงการ", "งบประมาณ", "เบิกจ่าย"],
        ["โครงการ", "งบประมาณ", "เบิกจ่าย"],
        ["ผู้รับผิดชอบ", "หมายเหตุ", "โครงการ", "สถานะ", "งบประมาณ"],
        ["", "โครงการ", "เป้าหมาย", "งบประมาณ", "เบิกจ่าย"],
        ["ที่", "กลุ่ม", "จำนวนโครงการ", "งบประมาณ", "ร้อยละ"],
    ],
)
def test_heads(texts: list[str]) -> None:
    """Three columns that belong together make a head, in any order."""
    assert found(texts) is not None


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["โครงการ", "ที่"],
        ["1.1", "โครงการ", "เป้าหมาย", "งบประมาณ", "กิจกรรม"],
        ["๑", "โครงการ", "เป้าหมาย", "งบประมาณ", "กิจกรรม"],
        ["", "สำเร็จแล้ว", "- ติดตามการใช้จ่ายเงิน", "กลุ่มบริหารการเงินฯ"],
        ["กลุ่มนโยบายและแผน", "กลุ่มอำนวยการ", "กลุ่มบริหารงานบุคคล"],
        ["เรียน", "ผู้อำนวยการ", "งบประมาณ"],
        ["", "โครงการจัดทำการบริหารงบประมาณ", "ธ.ค. ๒๕๖๕", "รอการจัดสรร", "", "√"],
        ["", "โครงการจัดทำการบริหารงบประมาณ", "ธ.ค. ๒๕๖๕", "ไม่ใช้งบประมาณ", "", "√"],
        ["", "กลยุทธ์ที่ 2", "โครงการนิเทศติดตาม", "", "", "เงินนอกงบประมาณ", "ร้อยละ 70"],
    ],
)
def test_no_heads(texts: list[str]) -> None:
    """A figure, a list, one status, a value in words or names of groups: it is a row of data."""
    assert found(texts) is None


def test_levels() -> None:
    """Finer rows below go under the headings that span them."""
    assert paths(
        ["ที่", "โครงการ", "งบประมาณ", "", "", "ผู้รับผิดชอบ"],
        ["", "", "จัดสรร", "การใช้จ่าย", "", ""],
        ["", "", "", "เบิกจ่าย", "ร้อยละ", ""],
        ["1", "ก", "5", "4", "80", "ข"],
    ) == [
        "ที่",
        "โครงการ",
        "งบประมาณ>จัดสรร",
        "งบประมาณ>การใช้จ่าย>เบิกจ่าย",
        "งบประมาณ>การใช้จ่าย>ร้อยละ",
        "ผู้รับผิดชอบ",
    ]


def test_heading_beside_a_blank() -> None:
    """A heading that stands one row lower is its own, not one of its neighbour's."""
    assert paths(
        ["ที่", "โครงการ", "", "งบประมาณ", "เบิกจ่าย"],
        ["", "", "เป้าหมาย", "", ""],
        ["1", "ก", "ข", "5", "4"],
    ) == ["ที่", "โครงการ", "เป้าหมาย", "งบประมาณ", "เบิกจ่าย"]


@pytest.mark.parametrize(
    "texts",
    [["", "กลุ่มนโยบายและแผน", "", ""], ["กลยุทธ์ที่ 1 ความมั่นคง", "", "", ""], ["1", "ก", "5", "4"]],
)
def test_rows_below_a_head(texts: list[str]) -> None:
    """A heading of a section or a row of data is no second row of the head."""
    head = found(["ที่", "โครงการ", "งบประมาณ", "เบิกจ่าย"], texts)
    assert head is not None
    assert len(head.rows) == 1


def test_numbered_columns() -> None:
    """Forms number their columns under the head."""
    assert counts_columns(["(1)", "(2)", "", "(3)", "(๔)"])
    assert not counts_columns(["1", "2", "3"])
    assert not counts_columns(["1", "2", "3", "5"])
    head = found(HEAD, [f"({at})" for at in range(1, 10)])
    assert head is not None
    assert len(head.rows) == 2


@given(
    st.lists(
        st.lists(st.one_of(st.text(max_size=70), st.sampled_from(HEAD)), max_size=12),
        min_size=1,
        max_size=5,
    )
)
def test_any_rows(rows: list[list[str]]) -> None:
    """Whatever the texts, a head begins in its row and names columns within it."""
    head = found(*rows)
    if head is not None:
        assert head.rows[0].texts == rows[0]
        assert all(0 <= at < max(map(len, rows)) for at in head.paths)
