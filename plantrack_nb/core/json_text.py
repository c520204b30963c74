"""JSON laid out for people, one value a line, as ``json.dumps`` does with an indent of one blank.

The library has that in Python only, piece by piece; a round writes some hundred thousand pieces.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any, TypeAlias

Json: TypeAlias = Any
"""Texts, numbers, truth values, None, lists of such, and dictionaries whose keys are texts."""


def indented(value: Json, *, ordered: bool = False) -> str:
    """Write a value as ``json.dumps(value, ensure_ascii=False, indent=1)`` does.

    Parameters
    ----------
    value : Json
        What is written.
    ordered : bool
        Write the names of each object in their order (``sort_keys``).
    """
    return _text(value, "\n", ordered)


def _text(value: Json, line: str, ordered: bool) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, dict):
        return _object(value, line, ordered)
    if isinstance(value, list | tuple):
        below = f"{line} "
        inside = f",{below}".join([_text(one, below, ordered) for one in value])
        return f"[{below}{inside}{line}]" if inside else "[]"
    return json.dumps(value)


def _object(value: dict[str, Json], line: str, ordered: bool) -> str:
    below = f"{line} "
    items = sorted(value.items()) if ordered else value.items()
    inside = f",{below}".join(
        [f"{encode_basestring(name)}: {_text(one, below, ordered)}" for name, one in items]
    )
    return f"{{{below}{inside}{line}}}" if inside else "{}"
