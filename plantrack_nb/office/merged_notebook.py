"""A newer notebook brought into one that an office has changed: cell by cell, nothing lost.

Three versions: the one the office began with, its own, the newer one. Cells are known by their ids.
What only one side has changed is taken from it; what both have changed differently is a conflict.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

Cell = Mapping[str, Any]
Notebook = Mapping[str, Any]


def merged_notebook(base: bytes, own: bytes, newer: bytes) -> bytes | None:
    """Return the office's notebook with what is newer; None where a person has to decide."""
    try:
        first, mine, theirs = (json.loads(one.decode("utf-8-sig")) for one in (base, own, newer))
        cells = _merged(_by_id(first), _by_id(mine), _by_id(theirs))
    except (ValueError, KeyError, TypeError):
        return None
    if cells is None:
        return None
    made = {**theirs, "metadata": {**theirs["metadata"], **mine["metadata"]}, "cells": cells}
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _by_id(notebook: Notebook) -> dict[str, Cell]:
    cells = {cell["id"]: cell for cell in notebook["cells"]}
    if len(cells) != len(notebook["cells"]):
        raise ValueError("two cells have one id")
    return cells


def _merged(
    base: Mapping[str, Cell], own: Mapping[str, Cell], newer: Mapping[str, Cell]
) -> list[Cell] | None:
    made: dict[str, Cell] = {}
    for name, cell in newer.items():
        if name not in own:
            if name not in base:
                made[name] = cell
            elif not _same(base[name], cell):
                return None  # the office has taken out what is newer now
            continue
        if _same(own[name], cell) or (name in base and _same(base[name], cell)):
            made[name] = own[name]  # with the outputs it has
        elif name in base and _same(base[name], own[name]):
            made[name] = cell
        else:
            return None
    return _with_own(made, base, own)


def _with_own(
    made: Mapping[str, Cell], base: Mapping[str, Cell], own: Mapping[str, Cell]
) -> list[Cell] | None:
    """Put each cell that the office has added behind the one it stands behind."""
    order = [*made]
    before: str | None = None
    for name, cell in own.items():
        if name not in made:
            if name in base:
                if not _same(base[name], cell):
                    return None  # changed by the office, gone in the newer one
                continue
            order.insert(order.index(before) + 1 if before is not None else 0, name)
        before = name
    return [made.get(name, own.get(name, {})) for name in order]


def _same(one: Cell, other: Cell) -> bool:
    """Tell whether two cells say the same; what a run has left in them does not count."""
    return _said(one) == _said(other)


def _said(cell: Cell) -> tuple[object, ...]:
    source = cell["source"]
    text = "".join(source) if isinstance(source, list) else source
    return cell["cell_type"], text, tuple(cell["metadata"].get("tags", []))
