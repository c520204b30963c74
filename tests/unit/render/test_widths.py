"""Widths of printed columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.render.letters.text_width import width
from plantrack_nb.render.parts import Column, Unit
from plantrack_nb.render.typesetting.widths import column_widths

_LONG = "ส่งเสริมและพัฒนาคุณภาพการศึกษาของโรงเรียนในสังกัดอย่างทั่วถึงและเท่าเทียม"
_texts = st.lists(st.text("กขค 12,3.a", max_size=60), min_size=1, max_size=3)


def test_figures_and_short_words_get_what_they_need() -> None:
    """A column of short words is no wider than the longest; long texts share the rest."""
    columns = (Column("ที่"), Column("ชื่อ", width=2), Column("บาท", Unit.BAHT), Column("เหตุ"))
    texts = (["1.1"], [_LONG], ["1,234,567.00"], [_LONG])
    number, name, money, why = column_widths(columns, texts, 9, 3, 480)
    assert number["points"] < money["points"]
    assert money["points"] > width("1,234,567.00", 9)
    assert (name, why) == ({"share": 2}, {"share": 1.0})


def test_a_number_among_words_is_never_cut() -> None:
    """A text column whose share would be narrower than a number in it gets the number's room."""
    columns = (Column("ก", width=20), Column("ข", width=1))
    _, found = column_widths(columns, ([_LONG], [_LONG, "141,315,517"]), 10, 3, 480)
    assert found["points"] >= width("141,315,517", 10)


@given(
    st.lists(st.tuples(_texts, st.sampled_from(Unit), st.floats(0.2, 9)), min_size=1, max_size=9)
)
def test_a_table_is_never_wider_than_its_page(given: list[tuple[list[str], Unit, float]]) -> None:
    """Where texts share, fixed columns leave them room; one width is given for every column."""
    columns = [Column("หัว", unit, width=share) for _, unit, share in given]
    made = column_widths(columns, [texts for texts, *_ in given], 6, 2, 3000)
    points = [one["points"] for one in made if "points" in one]
    assert len(made) == len(columns)
    assert len(points) < len(columns)
    assert sum(points) < 3000
