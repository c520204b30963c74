"""Status marks: words and percents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core.vocabulary import Status
from plantrack_nb.load.layout.marks import is_marks, read_marks

DONE, GOING, NOT = Status.DONE, Status.IN_PROGRESS, Status.NOT_STARTED


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("สำเร็จแล้ว", [(DONE, None)]),
        ("ดำเนินการแล้วเสร็จ", [(DONE, None)]),
        ("ดำเนินการเสร็จสิ้น", [(DONE, None)]),
        ("อยู่ระหว่างดำเนินการ", [(GOING, None)]),
        ("กำลังดำเนินงาน", [(GOING, None)]),
        ("ยังไม่ได้ดำเนินการ", [(NOT, None)]),
        ("70 สำเร็จแล้ว สำเร็จแล้ว", [(GOING, 70), (DONE, None), (DONE, None)]),
        ("สำเร็จแล้ว\nระหว่างดำเนินการ", [(DONE, None), (GOING, None)]),
        ("สำเร็จแล้วระหว่างดำเนินการ", [(DONE, None), (GOING, None)]),
        ("๕๐ 50 สำเร็จแล้ว", [(GOING, 50), (GOING, 50), (DONE, None)]),
        ("ยังไม่เริ่ม\nดำเนินการเสร็จสิ้น", [(NOT, None), (DONE, None)]),
        ("ยังไม่เริ่ม\nดำเนินการ", [(NOT, None)]),
        ("ดำเนินการ\nแล้วเสร็จ", [(DONE, None)]),
        ("ร้อยละ 74.95", [(GOING, 74.95)]),
        ("98.05%", [(GOING, 98.05)]),
        ("100", [(DONE, 100)]),
        ("✓ 100", [(DONE, 100)]),
        ("✓ แล้วเสร็จ", [(DONE, None)]),
        ("อยู่ระหว่าง", [(GOING, None)]),
        ("0", [(NOT, 0)]),
        ("", []),
    ],
)
def test_forms(text: str, wanted: list[tuple[Status, float | None]]) -> None:
    """Words and percents are read in order; a percent has a status, too."""
    marks = read_marks(text, "L1.7")
    assert marks is not None
    assert [(mark.status, mark.percent) for mark in marks] == wanted
    assert all(mark.ref == "L1.7" for mark in marks)


@pytest.mark.parametrize("text", ["ประชุมแล้ว", "สำเร็จแล้ว 3 คน", "145", "-", "12,500"])
def test_no_marks(text: str) -> None:
    """Other words, a percent above 100 and an amount are no marks."""
    assert read_marks(text) is None
    assert not is_marks(text)


@given(st.lists(st.sampled_from(["สำเร็จแล้ว", "ระหว่างดำเนินการ", "ยังไม่ดำเนินการ", "40", "7.5"])))
def test_all_words_are_kept(words: list[str]) -> None:
    """A cell of marks gives each of them back as it stands."""
    marks = read_marks(" ".join(words))
    assert marks is not None
    assert [mark.raw for mark in marks] == words
