"""Write one workbook a responsible group: its doubtful rows, and room for what is right."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.core.files import safe_child, write_bytes
from plantrack_nb.core.findings import Finding
from plantrack_nb.core.schema import TABLES, Round, RoundKey
from plantrack_nb.forms import wording
from plantrack_nb.forms.doubts import COMPILER, Doubt
from plantrack_nb.forms.formats import MAY, Formats
from plantrack_nb.forms.questions import write_questions
from plantrack_nb.forms.sheet import write_sheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_OPTIONS = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  # a fixed stamp: the same round, the same bytes
_NOT_IN_NAMES = re.compile(r"[^\w\-.ก-๛]+")
_LONGEST_NAME = 60  # letters: 83 Thai ones fill a file name, and the round stands before them


@dataclass(frozen=True)
class Parcel:
    """A workbook for one group: how many cells it asks about, and how many further questions."""

    group: str
    path: Path
    cells: int
    questions: int = 0


def write_workbooks(
    round: Round,  # noqa: A002
    doubts: Sequence[Doubt],
    folder: Path,
    version: int,
    questions: Sequence[Finding] = (),
) -> list[Parcel]:
    """Write the workbooks; the same doubts always give the same bytes.

    Parameters
    ----------
    round : Round
        The round as it stands now.
    doubts : sequence of Doubt
        The cells to ask about.
    folder : Path
        Where the workbooks go.
    version : int
        Version of the round, said on the first sheet.
    questions : sequence of Finding
        What concerns no cell: the document's compiler answers.

    Raises
    ------
    OutputError
        A file cannot be written.
    """
    by_group: dict[str, list[Doubt]] = defaultdict(list)
    for one in doubts:
        by_group[one.group].append(one)
    if questions:
        by_group.setdefault(COMPILER, [])
    parcels = []
    for group, path in zip(by_group, _paths(folder, round.key, by_group), strict=True):
        further = questions if group == COMPILER else ()
        write_bytes(path, _workbook(round, group, by_group[group], version, further))
        parcels.append(Parcel(group, path, len(by_group[group]), len(further)))
    return parcels


def _paths(folder: Path, key: RoundKey, groups: Iterable[str]) -> list[Path]:
    """Name each group's file; two groups never share one."""
    names: dict[str, int] = {}
    paths = []
    for group in groups:
        plain = _NOT_IN_NAMES.sub("-", group)[:_LONGEST_NAME].strip("-. ") or "-"
        names[plain] = names.get(plain, 0) + 1
        twin = f"-{names[plain]}" if names[plain] > 1 else ""
        paths.append(safe_child(folder, f"{key}-{plain}{twin}.xlsx"))
    return paths


def _workbook(
    round: Round,  # noqa: A002
    group: str,
    doubts: Sequence[Doubt],
    version: int,
    questions: Sequence[Finding],
) -> bytes:
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, _OPTIONS)
    book.set_properties({"title": wording.TITLE, "created": _CREATED})
    formats = Formats(book)
    _guide(book, formats, round.key, group, version)
    for name in TABLES:
        of_table = [one for one in doubts if one.table == name]
        if of_table:
            write_sheet(book, formats, round.tables[name], of_table)
    if questions:
        write_questions(book, formats, questions)
    book.close()
    return stream.getvalue()


def _guide(book: Workbook, formats: Formats, key: RoundKey, group: str, version: int) -> None:
    sheet = book.add_worksheet(wording.GUIDE_SHEET)
    sheet.protect("", MAY)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, wording.TITLE, formats.title)
    said = {
        wording.DISTRICT: key.district,
        wording.YEAR: str(key.fiscal_year),
        wording.QUARTER: str(key.quarter),
        wording.GROUP: group,
        wording.VERSION: str(version),
    }
    for row, (label, text) in enumerate(said.items(), start=2):
        sheet.write_string(row, 0, label, formats.strong)
        sheet.write_string(row, 1, text, formats.text)
    sheet.write_string(7, 0, wording.WHO, formats.strong)
    sheet.write_blank(7, 1, None, formats.entry_text)
    sheet.write_string(9, 1, wording.ABOUT, formats.plain)
    sheet.write_string(11, 0, wording.HOW_TITLE, formats.strong)
    for row, line in enumerate(wording.HOW, start=11):
        sheet.write_string(row, 1, f"{row - 10}. {line}", formats.plain)
