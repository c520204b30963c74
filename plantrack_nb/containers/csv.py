"""Delimited text (.csv, .tsv): quoted cells, several encodings, stray quotes not believed.

A quote that was typed as an inch mark or left open makes an ordinary reader swallow whole rows. So
a cell over several lines counts only when its row is as wide as the others; else the quote is
read as a letter, and when even that gives no row of the right width, the file is refused.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plantrack_nb.containers.decoding import Decoded, read_text
from plantrack_nb.containers.grid import Cell, Grid, Row
from plantrack_nb.containers.markup import plain
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.language import say
from plantrack_nb.core.provenance import line_ref

_DECLARED = re.compile(r"\s*\"?sep=(.)\"?\s*$", re.IGNORECASE)  # Excel's own first line
_DELIMITERS = "\t;|,"
_LONGEST_CELL = 500  # lines
_SAMPLE = 500  # lines


@dataclass(frozen=True, slots=True)
class _Record:
    """One row: where it starts, how many lines it takes (0: its quotes do not close), its cells."""

    line: int
    lines: int
    cells: tuple[str, ...]
    note: str = ""


def read(path: Path) -> Grid:
    """Read a delimited file; ``L383.5`` is the fifth cell of the row that starts on line 383."""
    decoded = read_text(path)
    declared = _DECLARED.match(decoded.lines[0])
    if declared:
        return delimited(path.name, decoded, declared[1], first=1)
    return delimited(path.name, decoded, _delimiter(decoded.lines[:_SAMPLE]))


def delimited(file: str, decoded: Decoded, delimiter: str, first: int = 0) -> Grid:
    """Read lines whose cells are parted by ``delimiter``, from the line ``first`` (0 …) on."""
    lines = decoded.lines
    width = _usual_width(lines[first:], delimiter)
    rows = tuple(
        _row(record)
        for record in _records(lines, first, delimiter, width, file)
        if any(cell.strip() for cell in record.cells)
    )
    return Grid(file, rows, decoded.notes)


def has_broken_cells(lines: list[str], delimiter: str) -> bool:
    """Tell whether quoted cells go on over lines, in rows as wide as the others."""
    if not any(f'{delimiter}"' in line for line in lines):
        return False
    width = _usual_width(lines, delimiter)
    return width > 1 and any(
        record.lines > 1 and len(record.cells) == width
        for record in _by_the_rules(lines, delimiter)
    )


def _delimiter(lines: list[str]) -> str:
    """Choose the delimiter by which most lines make rows of one width, the widest if in doubt."""

    def score(delimiter: str) -> tuple[int, int]:
        covered: Counter[int] = Counter()
        for record in _by_the_rules(lines, delimiter):
            covered[len(record.cells)] += record.lines
        return max(
            ((count, width) for width, count in covered.items() if width > 1), default=(0, 0)
        )

    return max(_DELIMITERS, key=score)


def _usual_width(lines: list[str], delimiter: str) -> int:
    widths = Counter(len(record.cells) for record in _by_the_rules(lines, delimiter))
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _by_the_rules(lines: list[str], delimiter: str) -> Iterator[_Record]:
    """Read the rows whose quotes break no rule; they may still have swallowed others."""
    at = 0
    while at < len(lines):
        record = _strict(lines, at, delimiter)
        if record.lines and lines[at].strip():
            yield record
        at += max(record.lines, 1)


def _records(
    lines: list[str], first: int, delimiter: str, width: int, file: str
) -> Iterator[_Record]:
    at = first
    while at < len(lines):
        record = _strict(lines, at, delimiter)
        if record.lines == 0 or (record.lines > 1 and len(record.cells) != width):
            record = _literal(lines[at], at, delimiter, width, file)
        yield record
        at += record.lines


def _strict(lines: list[str], at: int, delimiter: str) -> _Record:
    """Read a record by the rules; ``lines`` is 0 when it breaks them."""
    ended = (f"{line}\n" for line in lines[at : at + _LONGEST_CELL])
    reader = csv.reader(ended, delimiter=delimiter, strict=True)
    try:
        cells = next(reader, [])
    except csv.Error:
        return _Record(at + 1, 0, ())
    return _Record(at + 1, reader.line_num, tuple(cells))


def _literal(line: str, at: int, delimiter: str, width: int, file: str) -> _Record:
    """Read one line with its stray quotes as letters, if that gives a row of the usual width."""
    lenient = next(csv.reader([line], delimiter=delimiter), [])
    for cells in (line.split(delimiter), lenient):
        if len(cells) == width:
            return _Record(at + 1, 1, tuple(cells), "stray quote read as a letter")
    raise SourceError(
        say(
            "เครื่องหมายคำพูดทำให้อ่านแถวนี้ไม่ได้",
            "A quotation mark makes this row unreadable",
        ),
        where=say(f"{file} บรรทัดที่ {at + 1}", f"{file}, line {at + 1}"),
        why=say(
            f"ควรเป็นแถวที่มี {width} เซลล์ แต่มีเซลล์ที่เปิดเครื่องหมายคำพูดแล้วไม่ได้ปิดให้ถูกต้อง",
            f"expected a row of {width} cells, but a quoted cell there is not closed properly",
        ),
        hint=say(
            'ปิดเครื่องหมายคำพูด เขียนเครื่องหมายคำพูดในเซลล์ซ้ำสองตัว ("") หรือใช้แฟ้ม .xlsx ต้นฉบับ',
            'close the quotes, write a quote inside a cell twice (""), or give the .xlsx itself',
        ),
    )


def _row(record: _Record) -> Row:
    cells = (
        Cell(plain(raw), line_ref(record.line, column), raw, record.note)
        for column, raw in enumerate(record.cells, start=1)
    )
    return Row(line_ref(record.line), tuple(cells))
