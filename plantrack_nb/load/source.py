"""Read a round from any file: our workbook, an office's own spreadsheet, or a report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.files import check_shown
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import TABLES
from plantrack_nb.load.identity import Identity
from plantrack_nb.load.reading import Reading
from plantrack_nb.load.round_asked import Wanted, key_of, require_agreement
from plantrack_nb.load.round_book import is_round_workbook, read_key, read_workbook
from plantrack_nb.office.register import (
    Register,
)

if TYPE_CHECKING:
    from plantrack_nb.load.layout.record import Layout


def read_source(
    path: Path,
    register: Register,
    wanted: Wanted | None = None,
    params: Path | None = None,
    told: Callable[[int, int], None] | None = None,
) -> Reading:
    """Read a file into a round.

    Parameters
    ----------
    path : Path
        A round workbook, or any document with a table of projects.
    register : Register
        The areas there are.
    wanted : Wanted, optional
        The round the caller asks for. It is never overruled by words of the document: titles that
        name another round are told. A round workbook of another round is refused.
    params : Path, optional
        The project's folder of parameters, for the office's own words and layouts.
    told : callable, optional
        Is told how many pages of how many have been read, where reading takes long.

    Raises
    ------
    SourceError
        The file is missing, damaged, or holds no table of projects.
    ParameterError
        The round is not known, or a round workbook is of another one.
    """
    check_shown(path)
    wanted = wanted or Wanted()
    if path.is_file() and is_round_workbook(path):
        return _round_workbook(path, register, wanted)
    from plantrack_nb.load.own_document import read_document

    return read_document(path, register, wanted, params, told)


def understand_source(
    path: Path, register: Register, wanted: Wanted | None = None, params: Path | None = None
) -> Layout:
    """Tell how a document would be read, whether or not its round is known.

    Parameters
    ----------
    path, register, wanted, params
        As for :func:`read_source`.

    Raises
    ------
    SourceError
        The file is missing or damaged, or it is a round workbook, whose layout is fixed.
    """
    check_shown(path)
    if path.is_file() and is_round_workbook(path):
        raise SourceError(
            say("แฟ้มนี้เป็นแฟ้มรายงานของโปรแกรม", "This is a round workbook of this program."),
            where=path.name,
            hint=say("คอลัมน์ของแฟ้มนี้กำหนดไว้แล้ว", "Its columns are fixed; there is nothing to tell."),
        )
    from plantrack_nb.load.own_document import understand_document

    return understand_document(path, register, wanted or Wanted(), params)


def round_said(path: Path, register: Register, params: Path | None = None) -> Wanted:
    """Tell of which round a file says that it is; what it does not say is None.

    Raises
    ------
    SourceError, SchemaError
        The file is missing or damaged, or a round workbook does not say its round.
    """
    if path.is_file() and is_round_workbook(path):
        key = read_key(path)
        return Wanted(key.district, key.fiscal_year, key.quarter)
    from plantrack_nb.load.own_document import said_by_document

    said = said_by_document(path, register, params)
    return Wanted(said.district, said.fiscal_year, said.quarter)


def _round_workbook(path: Path, register: Register, wanted: Wanted) -> Reading:
    reading = read_workbook(path)
    key = reading.round.key
    said = Identity(key.district, key.fiscal_year, key.quarter)
    require_agreement(path, wanted, said, key_of(path, wanted, said, register))
    if reading.round.projects.empty:
        raise SourceError(
            say("แฟ้มรายงานยังไม่มีโครงการใดเลย", "There is no project in the round workbook."),
            where=f"{path.name}, {TABLES['projects'].title}",
            hint=say(
                "กรอกโครงการอย่างน้อยหนึ่งแถว แล้วอ่านใหม่",
                "Fill in one row at least, then read it again.",
            ),
        )
    return reading
