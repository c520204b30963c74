"""Every figure the document prints about itself, as one row each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from plantrack_nb.containers.grid import Cell, Row
from plantrack_nb.core.vocabulary import ClaimKind, NarrativeKind
from plantrack_nb.load.document.parts import Document, SummaryTable
from plantrack_nb.load.layout.record import Role
from plantrack_nb.load.layout.sheets import Table
from plantrack_nb.load.layout.titles import strategy_of
from plantrack_nb.load.table.drafts import ProjectDraft
from plantrack_nb.load.table.records import Progress
from plantrack_nb.load.table.summaries import Block, claims_of
from plantrack_nb.quantities.reading import read
from plantrack_nb.thai.numbers import is_dash, parse_number
from plantrack_nb.thai.text import arabic_digits, squeeze

_LEVEL_COLUMNS: Sequence[tuple[str, str]] = (
    ("in_progress", r"(อยู่)?ระหว่าง\S*"),
    ("not_started", r"ยังไม่\S*"),
    ("done", r"(ดำเนินการ)?สำเร็จ\S*"),
    ("partial", r"(ดำเนินการ)?บางส่วน"),
    ("over_70", r"(เบิกจ่าย)?(>|มากกว่า|เกิน|เกินกว่า)(ร้อยละ)?70%?"),
    ("upto_70", r"(เบิกจ่าย)?(<=|≤|=<|ไม่เกิน|<)(ร้อยละ)?70%?"),
    ("nothing", r"ไม่(มีการ)?เบิก(จ่าย)?"),
    ("awaiting", r"รอ(การ)?จัดสรร\S*"),
    ("no_budget", r"ไม่ใช้งบ(ประมาณ)?"),
    ("projects", r"รวม(โครงการ)?|จำนวนโครงการ"),
)
_COUNT_OF_PROJECTS = re.compile(r"(\d+)\s*โครงการ")
_ITEM_NO = re.compile(r"^\s*(\d+(?:\.\d+)*)[.\s]")
_PAGE = re.compile(r"^\s*(\d{1,3})\s*$")
_SUMMED = {Role.BUDGET, Role.COMMITTED, Role.DISBURSED, Role.USED, Role.REMAINING, Role.PERCENT}
_Figure = tuple[float | None, str]
Claim = Mapping[str, object]


def claims(
    document: Document,
    progress: Progress,
    summaries: Iterable[Table] = (),
    tables: Sequence[Block] = (),
) -> Iterator[Claim]:
    """Yield the claims of a document in reading order; ``tables`` are all its further tables."""
    yield from _of_paragraphs(ClaimKind.MEMO, document.front)
    of_tables = {id(row) for one in tables for row in one.rows}
    yield from _of_contents(row for row in document.contents if id(row) not in of_tables)
    yield from _of_progress_table(progress)
    for sheet in summaries:
        yield from _of_summary(sheet)
    yield from _of_projects(progress.projects)
    summary = [row for kind, row in document.back if kind is NarrativeKind.SUMMARY]
    yield from _of_paragraphs(ClaimKind.SUMMARY, summary)
    for table in document.tables:
        of_table = _of_level_table if table.kind == "level" else _of_strategy_table
        yield from of_table(table)
    yield from claims_of(tables)


def _row(kind: ClaimKind, subject: str, figure: _Figure, text: str, cell: Cell) -> Claim:
    return {
        "kind": kind.value,
        "subject": subject,
        "value": figure[0],
        "unit": figure[1],
        "text": text,
        "source_ref": cell.ref,
        "raw": cell.raw,
    }


def _of_paragraphs(kind: ClaimKind, rows: Iterable[Row]) -> Iterator[Claim]:
    known: set[str] = set()
    section = ""
    for row in rows:
        cell = next(cell for cell in row.cells if cell.text.strip())
        text = cell.text
        number = _ITEM_NO.match(arabic_digits(text))
        if number is None:
            section, item = _first_word(text), f"paragraph={cell.ref}"
        elif number[1] in known:  # a list of another section: its items are no parts of the first
            item = f"item={section} {number[1]}"
        else:
            known.add(number[1])
            item = f"item={number[1]}"
        reading = read(text)
        for one in reading.counted:
            yield _row(kind, item, (one.value, one.measure), reading.words(one), cell)


def _first_word(text: str) -> str:
    return text.split(maxsplit=1)[0].strip("*#:").replace(";", ",")[:30]


def _of_contents(rows: Iterable[Row]) -> Iterator[Claim]:
    for row in rows:
        cells = [cell for cell in row.cells if cell.text.strip()]
        text = cells[0].text
        line = strategy_of(text)
        strategy = line.number if line is not None else ""
        count = _COUNT_OF_PROJECTS.search(arabic_digits(text))
        subject = f"strategy_no={strategy}" if strategy else "strategy_no=รวม"
        if count:
            figure = (float(count[1]), "project")
            yield _row(ClaimKind.CONTENTS, subject, figure, text, cells[0])
        page = _PAGE.match(arabic_digits(cells[-1].text))
        if page and len(cells) > 1:
            part = subject if strategy else f"part={text[:60]}"
            figure = (float(page[1]), "page")
            yield _row(ClaimKind.CONTENTS, f"{part}; column=page", figure, text, cells[-1])


def _of_progress_table(progress: Progress) -> Iterator[Claim]:
    for one in progress.figures:
        unit = "percent" if one.role is Role.PERCENT else "baht"
        where = f"{one.subject}; column={one.role.value}"
        text = one.cell.text
        yield _row(ClaimKind.PROGRESS_TABLE, where, (one.value, unit), text, one.cell)


def _of_summary(table: Table) -> Iterator[Claim]:
    """Figures of a sheet that sums up the others, a row a group or strategy."""
    columns = {one.at: one for one in table.chosen.columns if one.role in _SUMMED}
    for row, _ in table.rows:
        label = next(
            (cell.text for cell in row.cells if parse_number(cell.text) is None and cell.text), ""
        )
        for at, column in columns.items():
            cell = row.cells[at] if at < len(row.cells) else None
            value = parse_number(cell.text) if cell is not None else None
            if cell is not None and value is not None and column.role is not None:
                unit = "percent" if column.role is Role.PERCENT else "baht"
                subject = f"summary={_in_subject(label)}; column={column.role.value}"
                figure = (value if unit == "percent" else value * column.unit, unit)
                yield _row(ClaimKind.PROGRESS_TABLE, subject, figure, cell.text, cell)


def _in_subject(label: str) -> str:
    return " ".join(label.replace(";", ",").split())


def _of_projects(projects: Iterable[ProjectDraft]) -> Iterator[Claim]:
    """Figures inside the words of a project: its targets, then its activities."""
    for project in projects:
        number = f"project_no={project.project_no}"
        for part, cell in zip(project.targets.parts, project.targets.cells, strict=True):
            yield from _in_words(f"{number}; column=targets", str(part), cell)
        for item in project.items:
            text = str(item.text)
            cell = Cell(text, item.ref, str(item.raw))
            yield from _in_words(f"{number}; activity_no={item.activity_no}", text, cell)


def _in_words(subject: str, text: str, cell: Cell) -> Iterator[Claim]:
    kind = ClaimKind.ACTIVITY_TEXT
    reading = read(text)
    for one in reading.counted:
        yield _row(kind, subject, (one.value, one.measure), reading.words(one), cell)


def _of_level_table(table: SummaryTable) -> Iterator[Claim]:
    heads, body = table.heads, table.body
    columns = {
        at: name
        for at, text in _heads_by_column(heads).items()
        for name, pattern in _LEVEL_COLUMNS
        if re.fullmatch(pattern, text)
    }
    for row in body:
        group = _group_of(row)
        for at, cell in enumerate(row.cells):
            if at in columns and cell.text.strip():
                subject = f"group={group}; column={columns[at]}"
                yield _figure(ClaimKind.LEVEL_TABLE, subject, "project", cell)


def _of_strategy_table(table: SummaryTable) -> Iterator[Claim]:
    heads, body = table.heads, table.body
    spans = _spans(heads[0])
    numbers = {at: text for at, text in _heads_by_column(heads).items() if text.isdigit()}
    for row in body:
        group = _group_of(row)
        for at, cell in enumerate(row.cells):
            if at in numbers and cell.text.strip():
                percent = "ร้อยละ" in spans.get(at, "")
                column, unit = ("disbursed_pct", "percent") if percent else ("projects", "project")
                subject = f"group={group}; strategy_no={numbers[at]}; column={column}"
                yield _figure(ClaimKind.STRATEGY_TABLE, subject, unit, cell)


def _figure(kind: ClaimKind, subject: str, unit: str, cell: Cell) -> Claim:
    value = None if is_dash(cell.text) else parse_number(cell.text)
    return _row(kind, subject, (value, unit), cell.text, cell)


def _group_of(row: Row) -> str:
    first = next((cell.text for cell in row.cells if cell.text.strip()), "")
    return first.replace("\n", " ").replace(";", ",")


def _heads_by_column(heads: Sequence[Row]) -> dict[int, str]:
    lowest: dict[int, str] = {}
    for row in heads:
        for at, cell in enumerate(row.cells):
            if cell.text.strip():
                lowest[at] = arabic_digits(squeeze(cell.text))
    return lowest


def _spans(row: Row) -> dict[int, str]:
    """Text of the heading above each column: an empty cell belongs to the one on its left."""
    spans: dict[int, str] = {}
    current = ""
    for at, cell in enumerate(row.cells):
        current = squeeze(cell.text) or current
        spans[at] = current
    return spans
