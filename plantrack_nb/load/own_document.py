"""Read a round from a document as an office keeps it: any file with a table of projects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from plantrack_nb.containers import open_grid
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.load.identify import identify, other_rounds
from plantrack_nb.load.identity import Identity
from plantrack_nb.load.layout.columns.choose import Asked
from plantrack_nb.load.layout.columns.own_words import lexicon_of
from plantrack_nb.load.layout.detect import Understood
from plantrack_nb.load.layout.record import Layout
from plantrack_nb.load.layout.remembered import told_layout
from plantrack_nb.load.reading import Reading
from plantrack_nb.load.refusals import no_column_of_round, no_table
from plantrack_nb.load.round_asked import Wanted, key_of
from plantrack_nb.load.source_doubts import disagreements, doubt_claims, title_claims
from plantrack_nb.load.table.interpret import Divided, read_understood
from plantrack_nb.office.register import Register


def read_document(
    path: Path,
    register: Register,
    wanted: Wanted,
    params: Path | None,
    told: Callable[[int, int], None] | None,
) -> Reading:
    """Read a document into a round; see :func:`plantrack_nb.load.read_source`."""
    divided = Divided.of(open_grid(path, told=told), lexicon_of(params))
    said = identify(divided.document, register)
    key = key_of(path, wanted, said, register)
    understood = _understood(path, divided, key, params)
    claims = [*title_claims(said, key, register), *doubt_claims(divided.grid)]
    reading = read_understood(divided, understood, key, claims)
    if reading.round.projects.empty:
        raise no_table(path, divided, understood)
    return replace(reading, notes=(*reading.notes, *_notes(divided, said, key, register)))


def understand_document(
    path: Path, register: Register, wanted: Wanted, params: Path | None
) -> Layout:
    """Tell how a document would be read; see :func:`plantrack_nb.load.understand_source`."""
    divided = Divided.of(open_grid(path), lexicon_of(params))
    said = identify(divided.document, register)
    year, quarter = wanted.fiscal_year or said.fiscal_year, wanted.quarter or said.quarter
    told = told_layout(params, divided.sources()) if params is not None else None
    asked = Asked(
        year if isinstance(year, int) else None, quarter if isinstance(quarter, int) else None
    )
    understood = divided.understood(asked, told)
    if not understood.entries:
        raise no_table(path, divided, understood)
    return understood.layout


def said_by_document(path: Path, register: Register, params: Path | None) -> Identity:
    """Tell of which round a document says that it is."""
    return identify(Divided.of(open_grid(path), lexicon_of(params)).document, register)


def _understood(path: Path, divided: Divided, key: RoundKey, params: Path | None) -> Understood:
    asked = Asked(key.fiscal_year, key.quarter)
    told = told_layout(params, divided.sources()) if params is not None else None
    understood = divided.understood(asked, told)
    if understood.layout.missing:
        raise no_column_of_round(path, key, understood.layout.missing)
    return understood


def _notes(divided: Divided, said: Identity, key: RoundKey, register: Register) -> tuple[str, ...]:
    notes = disagreements(said, key, register)
    if not said.values("quarter"):
        words = other_rounds(divided.document, key.quarter)
        if words:
            notes.append(
                say(
                    f"เอกสารไม่มีชื่อรอบเหนือตาราง และข้อความในตารางกล่าวถึง “{words}”"
                    f" จึงอ่านเป็นรอบที่ขอ คือ ไตรมาส {key.quarter} ปีงบประมาณ {key.fiscal_year}",
                    f"No title names the round, and words in the table name “{words}”; it was read"
                    f" as the round asked for: quarter {key.quarter} of {key.fiscal_year}.",
                )
            )
    return tuple(notes)
