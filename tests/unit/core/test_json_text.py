"""JSON laid out by us is the library's, byte for byte."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core.json_text import indented

_leaves = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
_values = st.recursive(
    _leaves, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=12
)


@given(_values, st.booleans())
def test_any_value_is_written_as_the_library_writes_it(value: object, ordered: bool) -> None:
    """Texts, numbers, lists and objects, empty ones too, in their own order or sorted."""
    wanted = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=ordered)
    assert indented(value, ordered=ordered) == wanted
