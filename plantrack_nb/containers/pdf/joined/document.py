"""Pages put together to one grid: rows of cells, paragraphs between them, each with its place.

``p12!R3C5`` is the fifth column of the third table row on page 12, ``p12!L4`` the fourth paragraph
outside tables. A table that goes on over pages keeps its columns: their places are those of all
its pages together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plantrack_nb.containers.grid import Box, Cell, Grid, Row
from plantrack_nb.containers.markup import tidy
from plantrack_nb.containers.pdf.joined.columns import column_places
from plantrack_nb.containers.pdf.joined.continued import put_together
from plantrack_nb.containers.pdf.joined.paragraphs import (
    Paragraph,
    is_number,
    paragraphs,
    repeated,
    signature,
    without_numbers,
)
from plantrack_nb.containers.pdf.joined.table_rows import Block, Table, TableRow, table_of
from plantrack_nb.containers.pdf.joined.tagged_tables import StatedTable
from plantrack_nb.containers.pdf.lines import joined
from plantrack_nb.containers.pdf.page_records import FoundPage, FoundTable, TaggedTable
from plantrack_nb.core.provenance import page_cell_ref, page_line_ref

_LONGEST_NOTE = 80


@dataclass
class _Assembly:
    """The grid as it grows."""

    rows: list[Row] = field(default_factory=list)
    boxes: dict[str, Box] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)


def grid_of(file: str, pages: Sequence[FoundPage], notes: Sequence[str] = ()) -> Grid:
    """Put the pages of a document together, in reading order."""
    made = _Assembly()
    blocks = list(_placed(pages, made.left_out))
    put_together(blocks)
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                _add_row(made, row)
        else:
            _add_paragraph(made, *block)
    told = tuple(
        f"repeated on {count + 1} pages, read once: “{text[:_LONGEST_NOTE]}”"
        for text, count in made.left_out.items()
    )
    return Grid(file, tuple(made.rows), (*notes, *told), made.boxes)


def _placed(pages: Sequence[FoundPage], left_out: dict[str, int]) -> Iterator[Block]:
    """Yield tables and paragraphs in reading order, each with its place."""
    running = repeated(pages)
    columns = column_places([table for page in pages for table in page.tables])
    stated: dict[int, StatedTable] = {}
    seen = {
        without_numbers(head) for page in pages for table in page.tagged for head in table.heads
    }
    for page in pages:
        rows = paragraph = 0
        for block in _blocks(page, running, seen, left_out):
            if isinstance(block, Paragraph):
                paragraph += 1
                yield page_line_ref(page.number, paragraph), block
            elif isinstance(block, TaggedTable):
                made = stated.setdefault(block.number, StatedTable())
                table, rows = made.add(block, page.number, rows)
                yield table
            else:
                table = table_of(block, columns[id(block)], page, rows)
                rows += len(table.rows)
                yield table


def _blocks(
    page: FoundPage, running: set[str], seen: set[str], left_out: dict[str, int]
) -> Iterator[FoundTable | TaggedTable | Paragraph]:
    """Yield the tables and paragraphs of a page from top to bottom.

    A running line is read where it first stands, above all else on its page.
    """
    kept, first = [], []
    for line in page.lines:
        text = signature(line)
        if text not in running or is_number(line.text):
            kept.append(line)
        elif text in seen:
            left_out[text] = left_out.get(text, 0) + 1
        else:
            seen.add(text)
            first.append(line)
    yield from paragraphs(first, ())
    blocks: list[tuple[float, FoundTable | TaggedTable | Paragraph]] = [
        *((table.box[1], table) for table in page.tables),
        *((table.top, table) for table in page.tagged),
    ]
    tops = sorted(top for top, _ in blocks)
    blocks += [(one.box[1], one) for one in paragraphs(kept, tops)]
    yield from (block for _, block in sorted(blocks, key=lambda pair: pair[0]))


def _add_paragraph(made: _Assembly, ref: str, one: Paragraph) -> None:
    text = tidy(one.text)
    if text:
        made.rows.append(Row(ref, (Cell(text, ref, one.raw),), in_table=False))
        made.boxes[ref] = _rounded(one.box)


def _add_row(made: _Assembly, row: TableRow) -> None:
    cells = []
    for column, parts in enumerate(row.cells):
        ref = page_cell_ref(row.page, row.number, column + 1)
        if not parts:
            cells.append(Cell("", ref, "", "merged"))
            continue
        places = [page_cell_ref(part.page, part.number, column + 1) for part in parts]
        made.boxes.update(
            (place, _rounded(part.cell.box))
            for place, part in zip(places, parts, strict=True)
            if part.cell.box[2] > part.cell.box[0]
        )
        room = parts[0].cell.room or row.rooms.get(column, 0.0)
        text = joined([line for part in parts for line in part.cell.lines], room)
        note = f"goes on at {', '.join(places[1:])}" if len(parts) > 1 else ""
        cells.append(Cell(tidy(text.text), ref, text.raw, note))
    if any(cell.text for cell in cells):
        made.rows.append(Row(cells[0].ref, tuple(cells)))


def _rounded(box: Box) -> Box:
    left, top, right, bottom = (round(side, 1) for side in box)
    return (left, top, right, bottom)
