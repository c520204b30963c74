"""Clean a document once, before any of its cells is judged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plantrack_nb.containers.grid import Cell, Grid, Row
from plantrack_nb.core.language import say
from plantrack_nb.core.letters import SHOWN_FOR_UNSEEN, seen, unseen
from plantrack_nb.thai.text import tidy


def clean(grid: Grid) -> Grid:
    """Return a grid whose texts are repaired; what a file holds stays as each cell's raw text.

    Marks typed in pieces or in the wrong order, marks typed twice, invisible characters and odd
    blanks are mended as :func:`plantrack_nb.thai.text.tidy` says. What no page can hold becomes
    visible, in the raw text too, and a note tells it. Cleaning again changes nothing.
    """
    odd = [row.ref for row in grid.rows if any(map(unseen, _texts(row)))]
    notes = tuple(map(seen, grid.notes))
    if odd:
        grid = replace(
            grid,
            rows=tuple(map(_visible, grid.rows)),
            boxes={seen(ref): box for ref, box in grid.boxes.items()},
        )
        notes = (*notes, _told(odd))
    return replace(grid, file=seen(grid.file), rows=tuple(map(_row, grid.rows)), notes=notes)


def _texts(row: Row) -> Iterable[str]:
    yield row.ref
    for cell in row.cells:
        yield cell.text
        yield cell.note
        if cell.raw is not cell.text:
            yield cell.raw


def _told(odd: list[str]) -> str:
    where, more = seen(odd[0]), len(odd) - 1
    return say(
        f"มีอักขระที่แสดงไม่ได้ จึงแสดงเป็น {SHOWN_FOR_UNSEEN} แทน แถวแรกที่พบคือ {where}"
        + (f" และอีก {more} แถว" if more else ""),
        f"Characters that nobody can see stand as {SHOWN_FOR_UNSEEN}, first in {where}"
        + (f" and in {more} more rows" if more else ""),
    )


def _visible(row: Row) -> Row:
    cells = (
        Cell(seen(one.text), seen(one.ref), seen(one.raw), seen(one.note)) for one in row.cells
    )
    return replace(row, ref=seen(row.ref), cells=tuple(cells))


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
