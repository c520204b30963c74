"""Plain text and Markdown: tables by tabs or pipes, everything else paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from plantrack_nb.containers.csv import delimited, has_broken_cells
from plantrack_nb.containers.decoding import read_text
from plantrack_nb.containers.grid import Cell, Grid, Row
from plantrack_nb.containers.markup import plain, plain_line
from plantrack_nb.core.provenance import line_ref

Line = tuple[int, str]

_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$|^\s*\|\s*:?-{2,}:?\s*$")


def read(path: Path) -> Grid:
    """Read a text; ``L383.5`` is the fifth cell of line 383."""
    decoded = read_text(path)
    if has_broken_cells(decoded.lines, "\t"):  # Excel's "Unicode text"
        return delimited(path.name, decoded, "\t")
    numbered = enumerate(decoded.lines, start=1)
    blocks = groupby(numbered, key=lambda line: not line[1].strip())
    rows = (row for blank, block in blocks if not blank for row in _block(list(block)))
    return Grid(path.name, tuple(rows), decoded.notes)


def _block(lines: list[Line]) -> Iterator[Row]:
    """Rows of one run of lines between blank lines."""
    if _has_pipe_table(lines):
        return _pipe_rows(lines)
    return _tab_rows(lines)


def _has_pipe_table(lines: list[Line]) -> bool:
    return any(_RULE.match(text) for _, text in lines) or all(
        text.lstrip().startswith("|") for _, text in lines
    )


def _pipe_rows(lines: list[Line]) -> Iterator[Row]:
    for number, text in lines:
        if not _PIPE.search(text):
            yield paragraph(number, text)
        elif not _RULE.match(text):
            inner = text.strip().removeprefix("|")
            inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
            yield table_row(number, [cell.replace("\\|", "|") for cell in _PIPE.split(inner)])


def _tab_rows(lines: list[Line]) -> Iterator[Row]:
    """Lines with tabs are rows, unless tabs only indent or a lone line has a single one."""
    tabbed = [text for _, text in lines if "\t" in text.lstrip()]
    is_table = len(tabbed) > 1 or any(text.strip().count("\t") > 1 for text in tabbed)
    for number, text in lines:
        if is_table and "\t" in text:
            yield table_row(number, text.split("\t"))
        else:
            yield paragraph(number, text)


def table_row(line: int, raws: list[str]) -> Row:
    """Make a row of a table that stands on one line."""
    cells = (
        Cell(plain(raw), line_ref(line, column), raw) for column, raw in enumerate(raws, start=1)
    )
    return Row(line_ref(line), tuple(cells))


def paragraph(line: int, raw: str) -> Row:
    """Make a paragraph of a line outside tables."""
    text = plain_line(raw.replace("\t", " "))
    return Row(line_ref(line), (Cell(text, line_ref(line), raw),), in_table=False)
