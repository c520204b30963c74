"""The text of a notebook's file."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

import nbformat
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from plantrack_nb.run.ipynb import to_text

if TYPE_CHECKING:
    import pytest

_TEXTS = st.text() | st.sampled_from(["", "ก\nข\n", "a\r\nb\u2028c", '"\\\x00\x7f\ud83d', "น้ำ 😀"])
_PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | _TEXTS
_JSON = st.recursive(
    _PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
    max_leaves=20,
)


@given(_JSON, _TEXTS)
def test_a_notebook_is_written_as_nbformat_writes_it(record: object, text: str) -> None:
    """Whatever its cells hold and show, the text is that of nbformat, and nothing is changed."""
    shown = {"text/plain": text, "image/svg+xml": text, "application/x+json": record, "x/y": text}
    outputs = [
        new_output("display_data", shown, metadata={"x": {"y": text}}),
        new_output("execute_result", {"text/html": text}, execution_count=3),
        new_output("stream", text=text),
        new_output("error", ename="E", evalue=text, traceback=[text]),
    ]
    cells = [
        new_code_cell(text, id="a", outputs=outputs, metadata={"tags": ["x"], "trusted": True}),
        new_markdown_cell(text, id="b", attachments={"p.svg": {"image/svg+xml": text}}),
        new_code_cell("", id="c"),
    ]
    notebook = new_notebook(cells=cells, metadata={"signature": "s", "x": {"y": [text, {}]}})
    before = deepcopy(notebook)
    assert to_text(notebook) == nbformat.writes(notebook)
    assert notebook == before


def test_a_faulty_notebook_is_written_all_the_same(caplog: pytest.LogCaptureFixture) -> None:
    """A notebook with a fault is kept, so that a person can look; the log says what is wrong."""
    notebook = new_notebook(cells=[new_code_cell("1")])
    notebook.cells[0].id = "not an id"
    assert '"not an id"' in to_text(notebook)
    assert "Notebook JSON is invalid" in caplog.text
