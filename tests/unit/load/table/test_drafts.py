"""Projects while they are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.containers.grid import Cell
from plantrack_nb.core.vocabulary import Status
from plantrack_nb.load.layout.marks import Mark
from plantrack_nb.load.table.actions import Level
from plantrack_nb.load.table.drafts import (
    ColumnText,
    GrowingText,
    ItemDraft,
    OwnerDraft,
    ProjectDraft,
)
from plantrack_nb.thai.text import join_wrapped

DONE = Mark(Status.DONE, None, "สำเร็จแล้ว", "L1.7")


@pytest.fixture
def project() -> ProjectDraft:
    """Return an empty project."""
    return ProjectDraft("1.1", "1", "L1.1", "1.1")


def add(project: ProjectDraft, level: Level | None, number: int | None = None) -> ItemDraft:
    """Add an item of some level."""
    return project.add_item(level, number, "งาน", "งาน", "L1.8")


def test_numbers_below_each_other(project: ProjectDraft) -> None:
    """Each level counts under the nearest item above it."""
    made = [
        add(project, Level.NUMBER, 1),
        add(project, Level.BULLET),
        add(project, Level.BRACKET, 1),
        add(project, Level.PARENTHESES, 2),
        add(project, Level.BULLET),
        add(project, Level.PARENTHESES, 1),
        add(project, Level.NUMBER, 2),
        add(project, Level.BULLET),
    ]
    assert [(one.activity_no, one.parent_no) for one in made] == [
        ("1", ""),
        ("1-1", "1"),
        ("1-1-1)", "1-1"),
        ("1-1-1)-(2)", "1-1-1)"),
        ("1-2", "1"),
        ("1-2-(1)", "1-2"),
        ("2", ""),
        ("2-1", "2"),
    ]
    assert project.last_number == 2
    assert project.open_number == "2"


def test_unlisted_items(project: ProjectDraft) -> None:
    """Unlisted text is an activity before the first number, below it afterwards."""
    assert add(project, None).level is Level.NUMBER
    assert not project.open_number
    add(project, Level.NUMBER, 4)
    assert add(project, None).activity_no == "4-1"


def test_bullets_without_parent(project: ProjectDraft) -> None:
    """A bullet without any number above it still has a mark of its own."""
    assert (add(project, Level.BULLET).activity_no, add(project, Level.BULLET).parent_no) == (
        "-",
        "",
    )


def test_waiting_items(project: ProjectDraft) -> None:
    """Marks without text go to the items after the last marked one, of its level and parent."""
    first, sub, second, third = (
        add(project, Level.NUMBER, 1),
        add(project, Level.BULLET),
        add(project, Level.NUMBER, 2),
        add(project, Level.NUMBER, 3),
    )
    assert list(project.waiting_items()) == [first, second, third]
    project.give(first, DONE)
    assert list(project.waiting_items()) == [second, third]
    project.give(third, DONE)
    project.give(second, DONE)
    assert not list(project.waiting_items())
    project.give(sub, DONE)
    assert not list(project.waiting_items())


def test_lost_mark(project: ProjectDraft) -> None:
    """A mark whose activity is gone stays, with its place and no number."""
    lost = project.add_lost(DONE, "3")
    assert (lost.is_lost, lost.activity_no, lost.parent_no, lost.ref) == (True, "", "3", "L1.7")
    assert add(project, Level.BULLET).parent_no == ""


def test_column_text() -> None:
    """A cell that goes on joins the one before; another one starts a new line."""
    column = ColumnText()
    for text, goes_on in (("ครูใน", True), ("สังกัด", True), ("นักเรียน", False)):
        column.add(Cell(text, "L1.3", text), text, goes_on=goes_on)
    assert str(column) == "ครูในสังกัด\nนักเรียน"
    assert len(column.cells) == len(column.parts) == 2


def test_open_owner() -> None:
    """An owner goes on while a parenthesis is open, but not for ever."""
    assert OwnerDraft("กลุ่มนโยบายฯ (นางดี งาม/", "L1.9").is_open
    assert not OwnerDraft("กลุ่มนโยบายฯ (นางดี งาม)", "L1.9").is_open
    assert not OwnerDraft("(" + "กลุ่ม" * 100, "L1.9").is_open


@given(st.lists(st.text(alphabet="กขa1 \n", max_size=8), min_size=1, max_size=8))
def test_wrapping_piece_by_piece(texts: list[str]) -> None:
    """Joining at the end gives what joining each piece at once gives."""
    whole = texts[0].strip()
    growing = GrowingText(texts[0])
    for text in texts[1:]:
        if whole and text.strip():
            whole = join_wrapped(whole, text.strip())
            growing.wrap(text)
    assert str(growing) == whole
