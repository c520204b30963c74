"""What a document tells once: a chart whose figures stand in a table brings none of its own."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from plantrack_nb.render.outline import walk
from plantrack_nb.render.parts import Box, Figure, Part, Table

_FEW, _FEW_EXACT = 8, 3
"""Fewer figures, or fewer with decimals, may stand in another table by chance."""


def told_once(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Empty the data of each chart whose figures another table of the document holds."""
    tables = [_figures(one) for one in walk(parts) if isinstance(one, Table)]
    return tuple(_without(one, tables) for one in parts)


def _without(part: Part, tables: list[Counter[float]]) -> Part:
    if isinstance(part, Box):
        box: Any = part
        made: Part = replace(box, body=tuple(_without(one, tables) for one in part.body))
        return made
    if isinstance(part, Figure) and _is_told(_figures(part.data), tables):
        return replace(part, data=replace(part.data, rows=()))
    return part


def _is_told(figures: Counter[float], tables: list[Counter[float]]) -> bool:
    exact = sum(not float(one).is_integer() for one in figures)
    enough = figures.total() >= _FEW or exact >= _FEW_EXACT
    return enough and any(figures <= one for one in tables)


def _figures(table: Table) -> Counter[float]:
    """Count the figures of a table."""
    cells = (cell.value for row in table.rows for cell in row.cells)
    return Counter(round(one, 6) for one in cells if isinstance(one, int | float))
