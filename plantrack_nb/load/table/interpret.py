"""Turn a grid into the tables of a round: the one interpreter behind every container."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plantrack_nb.containers.grid import Grid, Row
from plantrack_nb.core.provenance import Mend
from plantrack_nb.core.schema import Round, RoundKey
from plantrack_nb.core.tables import frame
from plantrack_nb.core.vocabulary import NarrativeKind, join_items
from plantrack_nb.load.reading import Coverage, Reading
from plantrack_nb.load.table.cell_places import places
from plantrack_nb.load.table.claims import claims
from plantrack_nb.load.table.document import Document, divide
from plantrack_nb.load.table.drafts import OwnerDraft, ProjectDraft
from plantrack_nb.load.table.page_breaks import turned
from plantrack_nb.load.table.percents import as_percents
from plantrack_nb.load.table.progress import read_progress
from plantrack_nb.load.table.records import Progress
from plantrack_nb.load.table.unread import unread_rows
from plantrack_nb.thai.names import Owners
from plantrack_nb.thai.text import squeeze, tidy

Record = Mapping[str, object]
_NO_OWNERS = Owners((), (), "")


def interpret(grid: Grid, key: RoundKey) -> Reading:
    """Read a document's grid into a round.

    Every row of the tables keeps the place and the raw text it came from; what could not be
    placed stands in ``unread`` with its reason, what was put right in ``Reading.mends``.
    """
    document = divide(grid)
    front = turned(document.front)
    document.front = front.rows
    progress = read_progress(document.progress)
    percent_mends = as_percents(progress.projects)
    claimed = list(claims(document, progress))
    unread = list(unread_rows(document, progress, claimed, grid))
    tables: dict[str, Iterable[Record]] = {
        "strategies": _strategies(progress),
        "projects": (_project(one) for one in progress.projects),
        "budget_lines": _lines(progress.projects),
        "activities": _activities(progress.projects),
        "narrative": _narrative(document, progress),
        "claims": claimed,
        "unread": unread,
    }
    frames = {
        name: frame(name, ({"source_file": grid.file, **row} for row in rows), key)
        for name, rows in tables.items()
    }
    mends = tuple(
        sorted([*progress.mends, *percent_mends, *front.mends, *_container_mends(grid)], key=_place)
    )
    return Reading(
        Round(key, **frames),
        mends,
        _coverage(grid, document, unread),
        grid.notes,
        grid,
        places=tuple(places(progress, front)),
    )


def _place(mend: Mend) -> tuple[int, str]:
    digits = "".join(one if one.isdigit() else " " for one in mend.source_ref).split()
    return (int(digits[0]) if digits else 0, mend.source_ref)


def _strategies(progress: Progress) -> Iterator[Record]:
    first = {one.strategy_no: one for one in reversed(progress.strategies)}
    for number, draft in sorted(first.items(), key=lambda pair: int(pair[0])):
        yield {
            "strategy_no": number,
            "name": tidy(draft.name),
            "source_ref": draft.ref,
            "raw": draft.raw,
        }
    unnamed = {one.strategy_no: one for one in reversed(progress.projects)}
    for number, project in reversed(unnamed.items()):
        if number not in first:
            yield {"strategy_no": number, "source_ref": project.ref, "raw": project.raw}


def _project(project: ProjectDraft) -> Record:
    return {
        "project_no": project.project_no,
        "strategy_no": project.strategy_no,
        "name": tidy(str(project.name)),
        "targets": tidy(str(project.targets)),
        "indicators": tidy(str(project.indicators)),
        **_owners(project.owner),
        "budget_state": project.budget_state.value,
        "source_ref": project.ref,
        "raw": project.raw,
    }


def _owners(owner: OwnerDraft | None) -> Record:
    owners = owner.owners if owner else _NO_OWNERS
    return {"owner_groups": join_items(owners.groups), "persons": join_items(owners.persons)}


def _lines(projects: Iterable[ProjectDraft]) -> Iterator[Record]:
    for project in projects:
        for number, line in enumerate(project.lines, 1):
            yield {
                "project_no": project.project_no,
                "line_no": number,
                "label": tidy(line.label),
                "budget": line.budget,
                "committed": line.committed,
                "disbursed": line.disbursed,
                "reported_pct": line.percent,
                "source_ref": line.ref,
                "raw": line.raw,
            }


def _activities(projects: Iterable[ProjectDraft]) -> Iterator[Record]:
    for project in projects:
        for item in project.items:
            mark, raw = item.mark, str(item.raw)
            outside = mark is not None and mark.raw not in raw
            yield {
                "project_no": project.project_no,
                "activity_no": item.activity_no,
                "parent_no": item.parent_no,
                "text": tidy(str(item.text)),
                "status": mark.status.value if mark else "",
                "progress_pct": mark.percent if mark else None,
                **_owners(item.owner),
                "source_ref": item.ref,
                "raw": f"{mark.raw} | {raw}" if mark and outside else raw,
            }


def _narrative(document: Document, progress: Progress) -> Iterator[Record]:
    for row in document.front:
        yield _paragraph(NarrativeKind.MEMO, row)
    for obstacle in progress.obstacles:
        yield {
            "kind": NarrativeKind.OBSTACLE.value,
            "project_no": obstacle.project_no,
            "text": tidy(str(obstacle.text)),
            "source_ref": obstacle.ref,
            "raw": str(obstacle.raw),
        }
    for kind, row in document.back:
        if kind is not None:
            yield _paragraph(kind, row)


def _paragraph(kind: NarrativeKind, row: Row) -> Record:
    text = "\n".join(cell.text for cell in row.cells if cell.text.strip())
    raw = " | ".join(cell.raw for cell in row.cells if cell.text.strip())
    return {"kind": kind.value, "text": tidy(text), "source_ref": row.ref, "raw": raw}


def _container_mends(grid: Grid) -> Iterator[Mend]:
    for row in grid:
        for cell in row.cells:
            if cell.note == "hidden":
                yield Mend("hidden", cell.ref, cell.text, "แถวที่ซ่อนอยู่ในไฟล์ อ่านรวมด้วย")


def _coverage(grid: Grid, document: Document, unread: list[Record]) -> Coverage:
    furniture = {id(row) for row in (*document.furniture, *document.heads)}
    texts = (text for row in grid if id(row) not in furniture for text in row.texts if text)
    letters = sum(len(squeeze(text)) for text in texts)
    left = sum(len(squeeze(str(row["text"]))) for row in unread)
    return Coverage(letters, max(letters - left, 0))
