"""Turn a grid into the tables of a round: the one interpreter behind every container."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plantrack_nb.containers.grid import Grid, Row
from plantrack_nb.core.provenance import Mend
from plantrack_nb.core.schema import Round, RoundKey
from plantrack_nb.core.tables import frame
from plantrack_nb.core.vocabulary import NarrativeKind, join_items
from plantrack_nb.load.document.divide import divide
from plantrack_nb.load.document.named_above import named_in_columns
from plantrack_nb.load.document.page_breaks import turned
from plantrack_nb.load.document.parts import Document
from plantrack_nb.load.gate import clean
from plantrack_nb.load.layout.columns.choose import Asked
from plantrack_nb.load.layout.columns.heading_words import BUILT_IN, Lexicon
from plantrack_nb.load.layout.detect import Source, Understood, understand
from plantrack_nb.load.layout.notes import notes_of
from plantrack_nb.load.layout.office_says import Told
from plantrack_nb.load.reading import Coverage, Reading
from plantrack_nb.load.table.cell_places import places
from plantrack_nb.load.table.claims import claims
from plantrack_nb.load.table.drafts import OwnerDraft, ProjectDraft
from plantrack_nb.load.table.percents import as_percents
from plantrack_nb.load.table.progress import read_progress
from plantrack_nb.load.table.records import Progress
from plantrack_nb.load.table.summaries import summaries
from plantrack_nb.load.table.unread import unread_rows
from plantrack_nb.thai.names import Owners

Record = Mapping[str, object]
_NO_OWNERS = Owners((), (), "")


@dataclass(frozen=True)
class Divided:
    """A clean document in its parts, and the words it was divided by."""

    grid: Grid
    document: Document
    lexicon: Lexicon = BUILT_IN

    @classmethod
    def of(cls, grid: Grid, lexicon: Lexicon = BUILT_IN) -> Divided:
        """Clean a grid and divide it."""
        cleaned = named_in_columns(clean(grid), lexicon)
        return cls(cleaned, divide(cleaned, lexicon), lexicon)

    def sources(self) -> list[Source]:
        """Return its tables as they are to be understood."""
        return [
            Source(
                one.sheet,
                one.titles,
                one.head,
                [(row.row, row.after_break) for row in one.rows],
                one.is_broken,
            )
            for one in self.document.blocks
        ]

    def understood(self, asked: Asked, told: Told | None = None) -> Understood:
        """Understand its tables for a round, as the office told it where it did."""
        return understand(self.sources(), asked, told)


def interpret(grid: Grid, key: RoundKey, lexicon: Lexicon = BUILT_IN) -> Reading:
    """Read a document's grid into a round.

    Every row of the tables keeps the place and the raw text it came from; what could not be
    placed stands in ``unread`` with its reason, what was put right in ``Reading.mends``.
    """
    divided = Divided.of(grid, lexicon)
    understood = divided.understood(Asked(key.fiscal_year, key.quarter))
    return read_understood(divided, understood, key)


def read_understood(
    divided: Divided, understood: Understood, key: RoundKey, titles: Iterable[Record] = ()
) -> Reading:
    """Read a document as it is understood; ``titles`` are claims of titles of another round."""
    grid, document = divided.grid, divided.document
    front = turned(document.front)
    document.front = front.rows
    progress = read_progress(understood, divided.lexicon)
    percent_mends = as_percents(progress.projects)
    tables_of_figures = summaries(grid, document, understood)
    claimed = [*claims(document, progress, understood.summaries, tables_of_figures), *titles]
    unread = list(
        unread_rows(document, progress, claimed, grid, understood, tables=tables_of_figures)
    )
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
        (*grid.notes, *notes_of(understood.layout)),
        grid,
        places=tuple(places(progress, front)),
        layout=understood.layout,
    )


def _place(mend: Mend) -> tuple[int, str]:
    digits = "".join(one if one.isdigit() else " " for one in mend.source_ref).split()
    return (int(digits[0]) if digits else 0, mend.source_ref)


def _strategies(progress: Progress) -> Iterator[Record]:
    first = {one.strategy_no: one for one in reversed(progress.strategies)}
    for number, draft in sorted(first.items(), key=lambda pair: _in_order(pair[0])):
        yield {
            "strategy_no": number,
            "name": draft.name,
            "source_ref": draft.ref,
            "raw": draft.raw,
        }
    unnamed = {one.strategy_no: one for one in reversed(progress.projects)}
    for number, project in reversed(unnamed.items()):
        if number not in first:
            yield {"strategy_no": number, "source_ref": project.ref, "raw": project.raw}


def _in_order(number: str) -> tuple[int, str]:
    return (int(number), "") if number.isdecimal() else (10_000, number)


def _project(project: ProjectDraft) -> Record:
    return {
        "project_no": project.project_no,
        "strategy_no": project.strategy_no,
        "name": str(project.name),
        "targets": str(project.targets),
        "indicators": str(project.indicators),
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
                "label": line.label,
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
                "text": str(item.text),
                "status": mark.status.value if mark else "",
                "progress_pct": mark.percent if mark else None,
                **_owners(item.owner),
                "source_ref": item.ref,
                "raw": f"{mark.raw} | {raw}" if mark and outside else raw,
            }


def _narrative(document: Document, progress: Progress) -> Iterator[Record]:
    for row in document.front:
        yield _paragraph(NarrativeKind.MEMO, row)
    for draft in progress.obstacles:
        yield {
            "kind": NarrativeKind.OBSTACLE.value,
            "project_no": draft.project_no,
            "text": str(draft.text),
            "source_ref": draft.ref,
            "raw": str(draft.raw),
        }
    heading = NarrativeKind.HEADING.value
    for text, cell in progress.headings:
        yield {"kind": heading, "text": text, "source_ref": cell.ref, "raw": cell.raw}
    for kind, row in document.back:
        if kind is not None:
            yield _paragraph(kind, row)


def _paragraph(kind: NarrativeKind, row: Row) -> Record:
    text = "\n".join(cell.text for cell in row.cells if cell.text)
    raw = " | ".join(cell.raw for cell in row.cells if cell.text)
    return {"kind": kind.value, "text": text, "source_ref": row.ref, "raw": raw}


def _container_mends(grid: Grid) -> Iterator[Mend]:
    for row in grid:
        for cell in row.cells:
            if cell.note == "hidden":
                yield Mend("hidden", cell.ref, cell.text, "แถวที่ซ่อนอยู่ในไฟล์ อ่านรวมด้วย")


def _coverage(grid: Grid, document: Document, unread: list[Record]) -> Coverage:
    furniture = {id(row) for row in (*document.furniture, *document.heads)}
    texts = (text for row in grid if id(row) not in furniture for text in row.texts if text)
    letters = sum(map(_letters, texts))
    left = sum(_letters(str(row["text"])) for row in unread)
    return Coverage(letters, max(letters - left, 0))


def _letters(text: str) -> int:
    return len("".join(text.split()))
