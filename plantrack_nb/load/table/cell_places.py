"""List the cell of every value that does not stand where its row of the tables says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plantrack_nb.containers.grid import Cell
from plantrack_nb.core.provenance import Mend
from plantrack_nb.load.document.page_breaks import Turned
from plantrack_nb.load.layout.record import ROLE_TH, Role
from plantrack_nb.load.table.drafts import ItemDraft, LineDraft, ProjectDraft
from plantrack_nb.load.table.records import Progress
from plantrack_nb.measures.places import MOVED, OWNERS, Place


def places(progress: Progress, front: Turned) -> Iterator[Place]:
    """Yield the places of a document: of its projects one by one, then of its paragraphs."""
    for project in progress.projects:
        yield from _of_project(project)
        for number, line in enumerate(project.lines, 1):
            yield from _of_line(project.project_no, str(number), line)
        for item in project.items:
            yield from _of_item(project.project_no, item)
    for obstacle in progress.obstacles:
        if obstacle.more:
            first = Cell(obstacle.text.first, obstacle.ref, obstacle.raw.first)
            row = (obstacle.project_no, obstacle.ref, "")
            yield from _all(row, "text", [first, *obstacle.more])
    yield from _moved(progress.mends)
    for ref, rows in front.parts.items():
        yield from _all(("", ref, ""), "text", [row.cells[0] for row in rows])


def _moved(mends: Iterable[Mend]) -> Iterator[Place]:
    for mend in mends:
        if mend.kind == "moved":
            role = ROLE_TH[Role(mend.after)]
            yield Place(mend.project_no, "", "", MOVED, role, mend.source_ref, mend.before)


def _of_project(project: ProjectDraft) -> Iterator[Place]:
    row = (project.project_no, project.ref, "")
    for column, text in (
        ("name", project.name),
        ("targets", project.targets),
        ("indicators", project.indicators),
    ):
        yield from _all(row, column, text.pieces)
    yield from _all(row, OWNERS, project.owner_cells)
    yield from _all(row, "budget_state", project.state_cells)


def _of_line(project_no: str, number: str, line: LineDraft) -> Iterator[Place]:
    for column, cell in line.cells.items():
        unprinted = column == "reported_pct" and line.percent is None
        if cell.ref != line.ref and not unprinted:
            yield from _all((project_no, line.ref, number), column, [cell])


def _of_item(project_no: str, item: ItemDraft) -> Iterator[Place]:
    row = (project_no, item.ref, item.activity_no)
    if item.more:
        first = Cell(item.text.first, item.ref, item.raw.first)
        yield from _all(row, "text", [first, *item.more])
    if item.mark is not None and item.mark.ref != item.ref:
        column = "status" if item.mark.percent is None else "progress_pct"
        yield from _all(row, column, [Cell(item.mark.raw, item.mark.ref, item.mark.raw)])


def _all(row: tuple[str, str, str], column: str, cells: Iterable[Cell]) -> Iterator[Place]:
    for cell in cells:
        yield Place(*row, column, cell.text, cell.ref, cell.raw)
