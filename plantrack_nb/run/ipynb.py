"""The text of a notebook's file: that of ``nbformat.writes``, in a fraction of its time.

nbformat copies every value of the notebook before it splits its lines, and Python writes JSON with
line breaks without its fast encoder. The tables of a report stand in the notebook as JSON, deep
down where no line is ever split: they are not copied here.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import TYPE_CHECKING

import nbformat
from nbformat import NotebookNode
from nbformat.v4.rwbase import split_lines, strip_transient
from traitlets.log import get_logger

if TYPE_CHECKING:
    from collections.abc import Callable

_DEPTH_OF_LINES = 6
"""Notebook, cells, cell, outputs, output, data: below these stand only single values."""

_quoted: Callable[[str], str] = encode_basestring


def to_text(notebook: NotebookNode) -> str:
    """Write ``notebook`` as the text of a file, without a last line end."""
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:  # as nbformat: a notebook with a fault is kept, too
        get_logger().error("Notebook JSON is invalid: %s", error)
    copy = _copied(notebook, _DEPTH_OF_LINES)
    return _indented(strip_transient(split_lines(copy)), "\n")


def _copied(value: object, depth: int) -> object:
    """Copy dictionaries and lists ``depth`` levels down; what is below is shared."""
    if depth and isinstance(value, dict):
        return NotebookNode({name: _copied(one, depth - 1) for name, one in value.items()})
    if depth and isinstance(value, list):
        return [_copied(one, depth - 1) for one in value]
    return value


def _indented(value: object, line: str) -> str:
    """Write a value as ``json.dumps`` does with one blank a level; ``line`` starts its lines."""
    inner = line + " "
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, dict) and value:
        pairs = [f"{_quoted(name)}: {_indented(one, inner)}" for name, one in sorted(value.items())]
        return "{" + inner + f",{inner}".join(pairs) + line + "}"
    if isinstance(value, list | tuple) and value:
        return "[" + inner + f",{inner}".join([_indented(one, inner) for one in value]) + line + "]"
    return json.dumps(value)
