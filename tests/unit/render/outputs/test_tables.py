"""Frames and foreign tables as tables of a report."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from helpers.own_cells import executed, plain, shown_by
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from plantrack_nb import shown
from plantrack_nb.core.errors import ParameterError
from plantrack_nb.render import parts as p
from plantrack_nb.render.codec import from_text, to_text
from plantrack_nb.render.document import read_notebook
from plantrack_nb.render.html import Ids, render
from plantrack_nb.render.outputs.frames import table_of
from plantrack_nb.render.outputs.tabled import MOST_ROWS


def _table(output: Any) -> p.Table:
    (own,) = read_notebook(executed([output])).parts
    assert isinstance(own, p.Own)
    (table,) = own.body
    assert isinstance(table, p.Table)
    return table


def _values(table: p.Table) -> list[list[p.Value]]:
    return [[cell.value for cell in row.cells] for row in table.rows]


def test_a_frame_is_a_table_with_its_own_values() -> None:
    """Not rounded for a screen; a column that rounds have gets its Thai title and its unit."""
    money = pd.DataFrame({"กลุ่ม": ["ก", "ข"], "budget": [138298687.25, None], "n": [1, 20000]})
    table = _table(shown_by(money))
    assert [one.heading for one in table.columns] == ["กลุ่ม", "งบประมาณ (บาท)", "n"]
    assert [one.unit for one in table.columns] == [p.Unit.TEXT, p.Unit.BAHT, p.Unit.DECIMAL]
    assert _values(table) == [["ก", 138298687.25, 1], ["ข", None, 20000]]
    assert "138,298,687.25" in render(table, Ids())
    assert "20,000" in render(table, Ids())


def test_a_series_is_a_table_of_its_index_and_values() -> None:
    """The index names the rows."""
    table = _table(shown_by(pd.Series([1.5, 2.0], index=pd.Index(["ก", "ข"], name="กลุ่ม"))))
    assert [one.heading for one in table.columns] == ["กลุ่ม", "ค่า"]
    assert _values(table) == [["ก", 1.5], ["ข", 2.0]]


def test_an_index_that_numbers_the_rows_is_left_out() -> None:
    """In whatever order; years, names and levels stay."""
    frame = pd.DataFrame({"a": ["x", "y"]})
    assert len(table_of(frame).columns) == 1
    assert len(table_of(frame.iloc[::-1]).columns) == 1
    assert _values(table_of(frame.set_axis([2564, 2565])))[0] == ["2564", "x"]
    levels = frame.set_index(pd.MultiIndex.from_tuples([("ก", 1), ("ก", 2)], names=["g", "n"]))
    assert _values(table_of(levels)) == [["ก", 1, "x"], ["ก", 2, "y"]]


def test_values_of_any_kind_are_text_or_figures() -> None:
    """Days are written in Thai, years ungrouped, truth in words, nothing is a dash."""
    frame = pd.DataFrame(
        {
            "วัน": [pd.Timestamp("2022-03-31"), pd.NaT],
            "ปี": [2565, 2566],
            "จริง": [True, False],
            "มาก": [float("inf"), float("nan")],
            "กอง": [["a"], {"b": 1}],
        }
    )
    assert _values(table_of(frame)) == [
        ["31 มีนาคม 2565", "2565", "ใช่", "∞", "['a']"],
        [None, "2566", "ไม่ใช่", None, "{'b': 1}"],
    ]


def test_groups_of_columns_have_a_heading_of_their_own() -> None:
    """The upper levels of the columns' names."""
    frame = pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("เงิน", "a"), ("เงิน", "b")]))
    assert [(one.group, one.heading) for one in table_of(frame).columns] == [
        ("เงิน", "a"),
        ("เงิน", "b"),
    ]


def test_what_is_cut_is_told() -> None:
    """Of very many rows the first are shown, and how many there are."""
    table = table_of(pd.DataFrame({"a": range(5000)}))
    assert len(table.rows) == MOST_ROWS
    assert "5,000" in table.note


def test_the_analyst_gives_caption_and_units(monkeypatch: pytest.MonkeyPatch) -> None:
    """A unit that is not known, or of no column, is refused with those there are."""
    monkeypatch.setenv("PLANTRACK_LANG", "en")
    frame = pd.DataFrame({"เงิน": [1.0]})
    (table,) = shown(frame, "งบ", units={"เงิน": "baht"}, note="สะสม").body
    assert isinstance(table, p.Table)
    assert (table.caption, table.columns[0].unit, table.note) == ("งบ", p.Unit.BAHT, "สะสม")
    with pytest.raises(ParameterError, match=r"no such unit[\s\S]*percent"):
        shown(frame, units={"เงิน": "บาท"})
    with pytest.raises(ParameterError, match=r"no such column[\s\S]*เงิน"):
        shown(frame, units={"เงน": "baht"})
    with pytest.raises(ParameterError, match="kind int"):
        shown(3)


def test_a_table_in_foreign_html_is_read_as_text() -> None:
    """Of a frame shown by another kernel, or of Styler: as it stands, what the screen cut told."""
    frame = pd.DataFrame({"ก": range(100), "ข": 138298687.0})
    table = _table(plain(text_html=frame.to_html(notebook=True, show_dimensions=True, max_rows=60)))
    assert table.columns[2].unit is p.Unit.DECIMAL
    assert "100 rows" in table.note
    assert {type(value) for row in _values(table) for value in row} == {str}


def test_foreign_html_is_named_and_left_out() -> None:
    """Scripts, forms, pictures from elsewhere: nothing of them is shown, and they are told."""
    for html in ("<script>1</script>", "<table><tr><td><img src=x></table>", "<b>x</b>"):
        document = read_notebook(executed([plain(text_html=html)]), "own")
        assert len(document.left_out) == 1
        assert "own" in document.left_out[0]
        assert not any(isinstance(one, p.Own) for one in document.parts)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_data_stay_data(hostile: str) -> None:
    """A cell, a heading, a name: the skeleton of tags is that of harmless words."""
    bones = [
        render(_named(one), Ids()).replace(Markup("<wbr>"), "").split("<") for one in (hostile, "ก")
    ]
    assert len(bones[0]) == len(bones[1]) or not hostile.strip() or "\n" in hostile
    assert from_text(to_text(p.Own((_named(hostile),)))) == p.Own((_named(hostile),))


def _named(text: str) -> p.Table:
    return table_of(pd.DataFrame({text: [text], "n": [1]}), text)
