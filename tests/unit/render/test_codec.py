"""The JSON form of parts."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from helpers.sample_parts import sample_parts
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core.errors import RenderError
from plantrack_nb.render import parts as p
from plantrack_nb.render.codec import from_text, to_text
from plantrack_nb.render.outline import walk

_values = st.none() | st.text() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
_cells = st.builds(
    p.Cell,
    _values,
    percent=st.none() | st.floats(0, 200),
    tone=st.sampled_from(p.Tone),
    ref=st.text(),
)
_rows = st.builds(p.Row, st.lists(_cells).map(tuple), st.sampled_from(p.RowRole))
_columns = st.builds(p.Column, st.text(), st.sampled_from(p.Unit), st.text(), st.floats(0.1, 9))
_tables = st.builds(
    p.Table,
    st.text(),
    st.lists(_columns).map(tuple),
    st.lists(_rows).map(tuple),
    phone=st.sampled_from(p.Phone),
)
_leaves = _tables | st.builds(p.Paragraph, st.text(), st.text())
_parts = st.recursive(
    _leaves,
    lambda inner: st.builds(p.Callout, st.text(), st.lists(inner, max_size=3).map(tuple)),
    max_leaves=4,
)


@given(_parts)
def test_a_part_survives_json(part: p.Part) -> None:
    """Text and back give the same part, whatever it holds."""
    assert from_text(to_text(part)) == part


def test_every_kind_survives_json() -> None:
    """Each kind of part has a JSON form that is read back."""
    parts = sample_parts()
    inside = {p.Table, p.Series, p.Plot}
    assert {type(part) for part in walk(parts)} | inside == set(p.KINDS.values())
    assert tuple(from_text(to_text(part)) for part in parts) == parts


@pytest.mark.parametrize(
    ("record", "why"),
    [
        ({"version": 3, "part": {"kind": "PageBreak"}}, "version"),
        ("text", "version"),
        ({"version": 2, "part": {"kind": "Script"}}, "unknown kind"),
        ({"version": 2, "part": {"kind": "PageBreak", "html": "<b>"}}, "unknown field 'html'"),
        ({"version": 2, "part": {"kind": "Heading"}}, "lacks the field 'text'"),
        ({"version": 2, "part": {"kind": "Heading", "text": 3}}, "'part.text' may not be 3"),
        ({"version": 2, "part": {"kind": "Heading", "text": "a", "level": True}}, "level"),
        ({"version": 2, "part": {"kind": "Callout", "title": "a", "tone": "loud"}}, "tone"),
        ({"version": 2, "part": {"kind": "Details", "summary": "a", "body": ["x"]}}, r"body\[0\]"),
    ],
)
def test_what_is_not_a_part_is_refused(record: Any, why: str) -> None:
    """A record that a notebook of ours cannot have written is refused, saying where."""
    with pytest.raises(RenderError, match=why):
        from_text(json.dumps(record))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (None, "not text"),
        ({"version": 2, "part": {"kind": "PageBreak"}}, "not text"),
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_what_is_not_json_is_refused(text: object, why: str) -> None:
    """A notebook that was damaged, or made to hurt, is refused too."""
    with pytest.raises(RenderError, match=why):
        from_text(text)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), np.int64(3), b"x"])
def test_a_value_no_document_can_show_is_refused(value: Any) -> None:
    """A missing number or a foreign type is an error for the author, not a surprise in print."""
    with pytest.raises(RenderError, match="document can show"):
        to_text(p.Facts("a", (p.Fact("a", value),)))


def test_numbers_of_numpy_become_plain() -> None:
    """A float of numpy is a float, and is written as one."""
    text = to_text(p.Facts("a", (p.Fact("a", np.float64(2.5)),)))
    assert json.loads(text)["part"]["facts"][0]["value"] == 2.5
