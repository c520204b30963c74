"""Cells as an analyst writes them, run for real, and the notebook they leave."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import nbformat
from IPython.core.formatters import DisplayFormatter

from plantrack_nb.render.display import load_ipython_extension

if TYPE_CHECKING:
    from nbformat import NotebookNode


def shown_by(value: Any) -> NotebookNode:
    """Return the output that a value leaves in a notebook as its cell's last expression."""
    formatter = DisplayFormatter()
    load_ipython_extension(SimpleNamespace(display_formatter=formatter))
    data, metadata = formatter.format(value)
    made: NotebookNode = nbformat.v4.new_output("execute_result", data=data, metadata=metadata)
    return made


def plain(**data: Any) -> NotebookNode:
    """Return an output that holds just these forms, ``text_html`` for ``text/html``."""
    forms = {name.replace("__", "+").replace("_", "/", 1): one for name, one in data.items()}
    made: NotebookNode = nbformat.v4.new_output("display_data", data=forms)
    return made


def executed(*cells: Any) -> NotebookNode:
    """Return a notebook: a list is the outputs of a code cell, a text is Markdown."""
    made = [
        nbformat.v4.new_markdown_cell(one)
        if isinstance(one, str)
        else nbformat.v4.new_code_cell("x", outputs=one, execution_count=1)
        for one in cells
    ]
    notebook: NotebookNode = nbformat.v4.new_notebook(cells=made)
    return notebook
