"""Understand a divided document: which tables count, what their columns and rows are.

Evidence from headings, cells and sums is weighed together; what an office has told of such tables
comes first. The result is a :class:`~plantrack_nb.load.layout.record.Layout` that people can read,
and the rows as they are to be read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plantrack_nb.containers.grid import Row
from plantrack_nb.load.layout.columns.choose import Asked, Chosen, Columns, choose
from plantrack_nb.load.layout.columns.head_rows import Head
from plantrack_nb.load.layout.grouped import with_joined_amounts
from plantrack_nb.load.layout.money_scale import scaled, unit_of
from plantrack_nb.load.layout.office_says import Told
from plantrack_nb.load.layout.quarter_sheets import add_quarters
from plantrack_nb.load.layout.record import Layout, Role, RowKind, TableLayout
from plantrack_nb.load.layout.rows.decide import decide
from plantrack_nb.load.layout.rows.entries import Entry, entries
from plantrack_nb.load.layout.rows.evidence import Evidence
from plantrack_nb.load.layout.rows.numbering import Numbered, Section, number_projects
from plantrack_nb.load.layout.sheets import Label, Table, choose_tables, label_of

_SAMPLE = 400


@dataclass(frozen=True)
class Source:
    """One table of a document as it is divided: its sheet, titles, head and rows."""

    sheet: str
    titles: Sequence[Row]
    head: Head
    rows: Sequence[tuple[Row, bool]]
    is_broken: bool = False


@dataclass(frozen=True)
class Understood:
    """A document as it is understood.

    Parameters
    ----------
    layout : Layout
        The record of it.
    entries : tuple of Entry
        The rows to be read, with their kinds and the projects' numbers.
    columns : tuple of Columns
        The columns of each table, by the entries' ``table``.
    numbered : Numbered
        Strategies and how projects are numbered.
    summaries : tuple of Table
        Tables that sum up the others: claims, no projects.
    others : tuple of Table
        Tables that hold no projects.
    """

    layout: Layout
    entries: tuple[Entry, ...]
    columns: tuple[Columns, ...]
    numbered: Numbered
    summaries: tuple[Table, ...]
    others: tuple[Table, ...] = ()


def understand(sources: Sequence[Source], asked: Asked, told: Told | None = None) -> Understood:
    """Understand the tables of a document for a round.

    Parameters
    ----------
    sources : sequence of Source
        The document's tables in their order.
    asked : Asked
        The round to be read.
    told : Told, optional
        What the office says of tables with these headings.
    """
    sources = [
        replace(one, rows=with_joined_amounts(one.rows, one.head.headings)) for one in sources
    ]
    samples = _samples(sources)
    tables = [_table(at, one, samples[one.head.key], asked, told) for at, one in enumerate(sources)]
    chosen = choose_tables(tables, asked, told.left_out if told is not None else ())
    add_quarters(tables, chosen, asked)
    used = chosen.used
    rows = [entry for at, table in enumerate(used) for entry in _entries(at, table)]
    names = next((_name_heading(table.chosen) for table in used), "")
    evidence = Evidence(rows, names, told, is_broken=any(table.is_broken for table in used))
    decided = decide(evidence) if rows else None
    labels = [_section(table, rows, at) for at, table in enumerate(used)]
    numbered = number_projects(rows, labels)
    unsure = [*chosen.unsure, *(told for table in used for told in table.chosen.unsure)]
    unsure += decided.unsure if decided is not None else ()
    missing = [*chosen.missing, *(table.chosen.missing for table in used if table.chosen.missing)]
    layout = Layout(
        tuple(_record(table, used, chosen.why, rows) for table in tables),
        numbered.numbering,
        next((table.unit for table in used if table.unit != 1), 1.0),
        any(table.chosen.added_up for table in used) or chosen.added_up,
        told.name if told is not None else "",
        tuple(dict.fromkeys(unsure)),
        tuple(dict.fromkeys(missing)),
    )
    columns = tuple(table.chosen.for_rows for table in used)
    return Understood(
        layout,
        tuple(rows),
        columns,
        numbered,
        chosen.summaries,
        chosen.others,
    )


def _samples(sources: Sequence[Source]) -> dict[object, Sequence[list[str]]]:
    """Gather the rows below each head from all its tables: equal heads mean the same."""
    gathered: dict[object, list[list[str]]] = {}
    for one in sources:
        gathered.setdefault(one.head.key, []).extend(_sample([row.texts for row, _ in one.rows]))
    return {key: _sample(rows) for key, rows in gathered.items()}


def _table(
    at: int, source: Source, sample: Sequence[list[str]], asked: Asked, told: Told | None
) -> Table:
    texts = [row.texts for row, _ in source.rows]
    own = told if told is not None and told.knows(source.head) else None
    fixed = None
    if own is not None:
        headings = source.head.headings.items()
        fixed = {at: own.role(one.text) for at, one in headings if one.text}
        asked = replace(asked, added_up=own.added_up)
    chosen = choose(source.head.headings, sample, asked, fixed)
    unit = unit_of([*source.titles, *source.head.rows])
    unit = own.unit if own is not None and own.unit is not None else unit
    chosen = replace(chosen, columns=scaled(chosen.columns, unit, texts))
    return Table(
        at,
        source.sheet,
        label_of(source.sheet, source.titles),
        source.head,
        tuple(source.rows),
        chosen,
        unit,
        is_broken=source.is_broken,
    )


def _sample(rows: Sequence[list[str]]) -> Sequence[list[str]]:
    """Take rows from the whole length of a long table: what a column is shows in some hundreds."""
    step = max(1, len(rows) // _SAMPLE)
    return rows[::step]


def _entries(at: int, table: Table) -> list[Entry]:
    columns = table.chosen.for_rows
    return list(entries(table.rows, columns, at, is_broken=table.is_broken))


def _name_heading(chosen: Chosen) -> str:
    return next((one.heading for one in chosen.columns if one.role is Role.PROJECT), "")


def _section(table: Table, rows: Sequence[Entry], at: int) -> Section | None:
    """Give a table the strategy that its sheet or title names, unless its rows name their own."""
    own = [one for one in rows if one.table == at]
    if not own or any(one.kind is RowKind.STRATEGY for one in own):
        return None
    label: Label = table.label
    if label.strategy is None:
        return None
    return Section(RowKind.STRATEGY, label.strategy.number, label.strategy.name, own[0])


def _record(
    table: Table, used: Sequence[Table], why: dict[int, str], rows: Sequence[Entry]
) -> TableLayout:
    place = next((at for at, one in enumerate(used) if one.at == table.at), None)
    kinds = Counter(one.kind for one in rows if one.table == place) if place is not None else {}
    return TableLayout(
        table.sheet,
        tuple(row.ref for row in table.head.rows),
        place is not None,
        why.get(table.at, ""),
        (table if place is None else used[place]).chosen.columns,
        dict(kinds),
        table.label.period,
    )
