"""Clean a document once, before any of its cells is judged."""

from __future__ import annotations

from dataclasses import replace

from plantrack_nb.containers.grid import Cell, Grid, Row
from plantrack_nb.thai.text import tidy


def clean(grid: Grid) -> Grid:
    """Return a grid whose texts are repaired; what a file holds stays as each cell's raw text.

    Marks typed in pieces or in the wrong order, marks typed twice, invisible characters and odd
    blanks are mended as :func:`plantrack_nb.thai.text.tidy` says. Cleaning again changes nothing.
    """
    return replace(grid, rows=tuple(map(_row, grid.rows)))


def _row(row: Row) -> Row:
    cells = [_cell(cell) for cell in row.cells]
    if all(new is old for new, old in zip(cells, row.cells, strict=True)):
        return row
    return replace(row, cells=tuple(cells))


def _cell(cell: Cell) -> Cell:
    if not cell.text:
        return cell
    text = tidy(cell.text)
    return cell if text == cell.text else replace(cell, text=text)
