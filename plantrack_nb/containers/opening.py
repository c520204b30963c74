"""Open any container: what the file holds decides, its name only where that cannot tell.

Workbooks and Word documents are looked into first and read in a child process, whose limits a
damaged or hostile file cannot pass; plain text and HTML are read here.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from zipfile import is_zipfile

from plantrack_nb.containers.grid import Cell, Grid, Row
from plantrack_nb.containers.kinds import Kind, kind_of
from plantrack_nb.containers.pdf import Told, read_pages
from plantrack_nb.containers.sandbox import in_child
from plantrack_nb.containers.zipcheck import check_zip, unsafe
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.language import say

_LARGEST_TEXT = 20_000_000  # bytes; the sample report has a quarter of a million
_LARGEST_SHEET = 50_000_000  # bytes, of a workbook that is not packed
_MOST_ROWS = 50_000  # a round has a few hundred; so many take a quarter of a minute to understand
_Packed = tuple[str, list[tuple[str, list[tuple[str, str, str, str]], bool]], tuple[str, ...]]
_ZIPPED = {Kind.XLSX, Kind.XLSB, Kind.ODS, Kind.DOCX}
_IN_CHILD = _ZIPPED | {Kind.XLS, Kind.XML_2003}


def open_grid(path: Path, *, trusted: bool = False, told: Told | None = None) -> Grid:
    """Read a document as rows of cells.

    Parameters
    ----------
    path : Path
        A workbook (.xlsx, .xlsm, .xlsb, .xls, .ods), Word document (.docx), PDF (.pdf), web page
        (.html, .mht), delimited file (.csv, .tsv) or text (.txt, .md).
    trusted : bool
        Read workbooks and Word documents in this process, after the look into the zip: 50 ms less
        for files that this program has made itself.
    told : callable, optional
        Is told how many pages of how many have been read, where reading takes long.

    Raises
    ------
    SourceError
        When the file is missing, of another kind, damaged, protected or empty.
    UnsafeSourceError
        When reading it would exhaust memory or time.
    """
    try:
        kind = kind_of(path)
        grid = read_pages(path, told) if kind is Kind.PDF else _open(kind, path, trusted=trusted)
    except SourceError as error:
        error.where = error.where or path.name
        raise
    rows = sum(not row.is_blank for row in grid)
    if rows > _MOST_ROWS:
        raise unsafe(
            path,
            say(
                f"มี {rows:,} แถวที่มีข้อความ เกินกว่า {_MOST_ROWS:,} แถวที่รับได้",
                f"it has {rows:,} rows with text; the limit is {_MOST_ROWS:,}",
            ),
        )
    if not rows:
        raise _no_text(path, grid)
    return grid


def _no_text(path: Path, grid: Grid) -> SourceError:
    left_out = "; ".join(grid.notes) or say("ไม่มีส่วนใดที่เว้นไว้", "nothing is left out")
    return SourceError(
        say("แฟ้มนี้ไม่มีข้อความให้อ่าน", "This file holds no text to read"),
        where=path.name,
        why=say(
            f"ควรมีตารางที่มีหัวคอลัมน์ แต่ทุกเซลล์ว่าง ({left_out})",
            f"expected a table with headings, but every cell is empty ({left_out})",
        ),
        hint=say(
            "แสดงแผ่นงานที่ซ่อนไว้ และบันทึกให้ตารางอยู่ในแผ่นงานของตัวเอง",
            "show hidden sheets, and save with the table on a sheet of its own",
        ),
    )


def _too_large(path: Path, limit: int) -> SourceError:
    size = limit // 1_000_000
    return unsafe(path, say(f"แฟ้มใหญ่กว่า {size} MB", f"it is larger than {size} MB"))


def _open(kind: Kind, path: Path, *, trusted: bool) -> Grid:
    if kind in _IN_CHILD:
        return _read_guarded(kind, path) if trusted else _unpack(in_child(_read_packed, kind, path))
    if path.stat().st_size > _LARGEST_TEXT:
        raise _too_large(path, _LARGEST_TEXT)
    return _read(kind, path)


def _read_guarded(kind: Kind, path: Path) -> Grid:
    if kind in _ZIPPED and is_zipfile(path):  # an OpenDocument file may be one XML instead
        check_zip(path)
    elif path.stat().st_size > _LARGEST_SHEET:
        raise _too_large(path, _LARGEST_SHEET)
    return _read(kind, path)


def _read_packed(kind: Kind, path: Path) -> _Packed:
    """Read to plain tuples, which pass between processes ten times faster than our classes."""
    grid = _read_guarded(kind, path)
    rows = [
        (row.ref, [(c.text, c.ref, c.raw, c.note) for c in row.cells], row.in_table) for row in grid
    ]
    return grid.file, rows, grid.notes


def _unpack(packed: _Packed) -> Grid:
    file, rows, notes = packed
    read = (
        Row(ref, tuple(Cell(*cell) for cell in cells), in_table) for ref, cells, in_table in rows
    )
    return Grid(file, tuple(read), notes)


def _read(kind: Kind, path: Path) -> Grid:
    grid: Grid = import_module(f"plantrack_nb.containers.{kind.value}").read(path)
    return grid
