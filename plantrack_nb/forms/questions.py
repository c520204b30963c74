"""The sheet of questions: findings that concern no cell of a table, with room for an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.findings import Finding
from plantrack_nb.core.provenance import cell_ref
from plantrack_nb.forms import wording
from plantrack_nb.forms.formats import MAY
from plantrack_nb.load.round_book.cells import SheetRow
from plantrack_nb.load.round_book.values import shown

if TYPE_CHECKING:
    from xlsxwriter import Workbook

    from plantrack_nb.forms.formats import Formats

_HEADINGS = (
    wording.QUESTION,
    wording.REMARKS,
    wording.FOUND,
    wording.EXPECTED,
    wording.PLACE,
    wording.ANSWER,
    wording.REASON,
)
_WIDTHS = (18, 60, 30, 30, 30, 40, 40)
_ANSWER = _HEADINGS.index(wording.ANSWER)


@dataclass(frozen=True)
class Reply:
    """What somebody answered to a finding: its id, the words, and the workbook's cell."""

    finding: str
    text: str
    where: str


def write_questions(book: Workbook, formats: Formats, findings: Sequence[Finding]) -> None:
    """Add the sheet: a finding a row, the last two columns open."""
    sheet = book.add_worksheet(wording.QUESTIONS_SHEET)
    sheet.protect("", MAY)
    for at, (title, width) in enumerate(zip(_HEADINGS, _WIDTHS, strict=True)):
        entry = at >= _ANSWER
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, title, formats.head_entry if entry else formats.head)
    for row, one in enumerate(findings, start=1):
        remark = f"{one.message} ({one.hint})" if one.hint else one.message
        places = "\n".join(f"{ref.file} {ref.ref}: {ref.raw[:200]}" for ref in one.refs[:5])
        sheet.write_string(row, 0, one.id, formats.quiet)
        for at, text in enumerate((remark, one.found, one.expected, places), start=1):
            sheet.write_string(row, at, text, formats.text)
        for at in (_ANSWER, _ANSWER + 1):
            sheet.write_blank(row, at, None, formats.entry_text)
    sheet.freeze_panes(1, 1)


def read_replies(file: str, rows: Sequence[SheetRow]) -> Iterator[Reply]:
    """Yield what was answered; a row without an answer and a reason is not yet looked at.

    Raises
    ------
    SourceError
        The columns were changed.
    """
    if tuple(shown(cell).strip() for cell in rows[0][1])[: len(_HEADINGS)] != _HEADINGS:
        raise SourceError(
            "The columns of a workbook of corrections were changed.",
            where=f"{file}, sheet '{wording.QUESTIONS_SHEET}'",
            why=f"they must be: {', '.join(_HEADINGS)}",
            hint="Fill in the workbook as it was sent, without moving or renaming columns.",
        )
    for number, cells in rows[1:]:
        texts = [shown(cell).strip() for cell in (*cells, *[""] * len(_HEADINGS))]
        said = " – ".join(filter(None, texts[_ANSWER : _ANSWER + 2]))
        if said:
            yield Reply(texts[0], said, cell_ref(wording.QUESTIONS_SHEET, number, _ANSWER + 1))
