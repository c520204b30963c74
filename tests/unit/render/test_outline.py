"""Anchors and contents."""

from __future__ import annotations

import pytest
from helpers.sample_parts import sample_parts

from plantrack_nb.core.errors import RenderError
from plantrack_nb.render.document import assemble
from plantrack_nb.render.parts import (
    Cell,
    Column,
    Contents,
    ContentsEntry,
    Heading,
    Part,
    Row,
    RowRole,
    Table,
)


def test_a_given_anchor_stays_and_others_keep_clear_of_it() -> None:
    """A heading keeps its anchor; one without takes a name that nobody has."""
    outline = assemble([Heading("ก"), Heading("ข", anchor="s1"), Heading("ค")]).outline
    assert [one.anchor for one in outline] == ["s2", "s1", "s3"]


def test_a_memo_and_the_contents_are_headings_too() -> None:
    """Parts that bring their own heading are in the outline."""
    names = [one.text for one in assemble(sample_parts()).outline]
    assert names[-2:] == ["บันทึกข้อความ", "สารบัญ"]


def test_contents_may_name_a_row() -> None:
    """The heading row of a group is a place the contents can lead to."""
    row = Row((Cell("กลยุทธ์ที่ 1"),), RowRole.GROUP, "one")
    contents = Contents((ContentsEntry("ก", "one"),))
    assert assemble([contents, Table("ต", (Column("ก"),), (row,))]).parts


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ([Heading("ก", anchor="a"), Heading("ข", anchor="a")], "there twice"),
        ([Heading("ก", anchor='a" onclick="x')], "may not be an anchor"),
        ([Heading("ก", anchor="t_1")], "may not be an anchor"),
        ([Contents((ContentsEntry("ก", "nowhere"),))], "nothing has the anchor 'nowhere'"),
    ],
    ids=["twice", "markup", "underscore", "nowhere"],
)
def test_a_wrong_anchor_is_an_error(parts: list[Part], why: str) -> None:
    """A place that is not one, or not there, stops the report before it misleads."""
    with pytest.raises(RenderError, match=why):
        assemble(parts)
