"""What is held in memory for a moment is what would be made again."""

from __future__ import annotations

import pytest
from helpers.sample_parts import sample_parts
from markupsafe import Markup

from plantrack_nb.render import parts as p
from plantrack_nb.render.codec import from_text, to_text
from plantrack_nb.render.html import Ids, cell, render
from plantrack_nb.render.recent import Recent, forget


def test_only_the_last_are_held() -> None:
    """The oldest goes first, so that memory stays as it is."""
    held: Recent[str, int] = Recent(2)
    for at, name in enumerate("abc"):
        held.put(name, at)
    assert [held.get(one) for one in "abc"] == [None, 1, 2]


def test_a_part_from_memory_is_the_one_that_would_be_read() -> None:
    """Every kind of part is the same from memory and from its text."""
    for part in sample_parts():
        text = to_text(part)
        held = from_text(text)
        forget()
        assert repr(from_text(text)) == repr(held)


@pytest.mark.parametrize("value", [Markup("<b>x</b>"), p.Tone.GOOD])
def test_what_would_be_read_as_something_else_is_read(value: str) -> None:
    """Markup in a cell is data: it comes back as a text, and is escaped on the page."""
    back = from_text(to_text(p.table("ตาราง", {"ก": 1}, [[value]])))
    assert isinstance(back, p.Table)
    assert type(back.rows[0].cells[0].value) is str
    assert "<b>" not in render(back, Ids())


def test_a_table_drawn_for_a_cell_is_drawn_anew_for_a_page_but_for_its_ids() -> None:
    """Page and cell hold the same table under ids of their own."""
    part = p.table("ตาราง", {"ก": 1, "ข": 2, "ค": 1, "ง": 1, "จ": 1, "ฉ": 1}, [list("123456")])
    cell(part)
    ids = Ids()
    ids.skip(4)
    placed = render(part, ids)
    forget()
    again = Ids()
    again.skip(4)
    assert placed == render(part, again)
    assert 'id="t_5"' in placed
    assert ids.given == again.given
