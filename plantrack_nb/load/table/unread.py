"""List everything of a document that found no place in a table, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from plantrack_nb.containers.grid import Cell, Grid
from plantrack_nb.load.document.back_matter import AFTER_TABLE
from plantrack_nb.load.document.parts import Document
from plantrack_nb.load.layout.detect import Understood
from plantrack_nb.load.table.drafts import ProjectDraft
from plantrack_nb.load.table.records import Progress
from plantrack_nb.load.table.summaries import Block
from plantrack_nb.thai.numbers import parse_number

Record = Mapping[str, object]
_NO_PROJECTS = "อยู่ในตารางที่ไม่มีโครงการ"
_NO_FIGURE = "ไม่รู้ว่าเป็นตัวเลขของเรื่องใด"


def unread_rows(
    document: Document,
    progress: Progress,
    claimed: Iterable[Record],
    grid: Grid,
    understood: Understood,
    *,
    tables: Sequence[Block] = (),
) -> Iterator[Record]:
    """Yield the rows of the table ``unread``; of summary ``tables`` what gave no figure."""
    for cell, reason in progress.unread:
        yield _left(cell, reason)
    for project in progress.projects:
        yield from _of_owners(project)
    refs = {row["source_ref"] for row in claimed}
    read = {id(row) for one in tables for row in one.rows}
    yield from _outside(document, read)
    yield from _unclaimed(document, refs, read)
    yield from _without_figure(tables, refs)
    yield from _of_summaries(understood, refs, read)
    yield from _of_others(understood, read)
    yield from _formulas(grid)


def _of_owners(project: ProjectDraft) -> Iterator[Record]:
    drafts = (project.owner, *(item.owner for item in project.items))
    for owner in {id(one): one for one in drafts if one is not None}.values():
        if owner.owners.rest:
            yield _left(Cell(owner.owners.rest, owner.ref, owner.text), "ไม่ใช่ชื่อกลุ่มหรือบุคคล")


def _outside(document: Document, read: set[int]) -> Iterator[Record]:
    unnamed = [(row, AFTER_TABLE) for kind, row in document.back if kind is None]
    left = [(row, reason) for row, reason in document.leftover if id(row) not in read]
    for row, reason in [*unnamed, *left]:
        yield from (_left(cell, reason) for cell in row.cells if cell.text.strip())


def _without_figure(tables: Iterable[Block], refs: set[object]) -> Iterator[Record]:
    """Cells below the heads of a summary table, behind the label, that hold no figure."""
    for one in tables:
        for row in one.body:
            cells = (cell for cell in row.cells[1:] if cell.text.strip() and cell.ref not in refs)
            yield from (_left(cell, _NO_FIGURE) for cell in cells)


def _unclaimed(document: Document, refs: set[object], read: set[int]) -> Iterator[Record]:
    """Cells of the contents page and the summary tables that gave no claim."""
    for row in document.contents:
        if id(row) not in read and not any(cell.ref in refs for cell in row.cells):
            yield from (_left(cell, _NO_FIGURE) for cell in row.cells if cell.text.strip())
    for table in document.tables:
        for row in table.body:
            filled = [cell for cell in row.cells if cell.text.strip()]
            yield from (_left(cell, _NO_FIGURE) for cell in filled[1:] if cell.ref not in refs)


def _of_summaries(understood: Understood, refs: set[object], read: set[int]) -> Iterator[Record]:
    """Cells of figures in a sheet of sums that gave no claim."""
    for table in understood.summaries:
        for row, _ in table.rows:
            filled = [cell for cell in row.cells if cell.text and id(row) not in read]
            numbers = (cell for cell in filled[1:] if parse_number(cell.text) is not None)
            yield from (_left(cell, _NO_FIGURE) for cell in numbers if cell.ref not in refs)


def _of_others(understood: Understood, read: set[int]) -> Iterator[Record]:
    """Rows of tables that hold no projects and no figures of which the head tells."""
    for table in understood.others:
        for row, _ in table.rows:
            if id(row) not in read:
                yield from (_left(cell, _NO_PROJECTS) for cell in row.cells if cell.text)


def _formulas(grid: Grid) -> Iterator[Record]:
    for row in grid:
        for cell in row.cells:
            if cell.note.startswith("formula"):
                yield _left(cell, f"สูตรที่ไม่มีค่าเก็บไว้: {cell.note}")


def _left(cell: Cell, reason: str) -> Record:
    return {"reason": reason, "text": cell.text, "source_ref": cell.ref, "raw": cell.raw}
