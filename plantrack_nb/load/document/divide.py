"""Divide a document into its parts: front matter, project tables, summary tables, the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from plantrack_nb.containers.grid import Grid, Row
from plantrack_nb.load.document.back_matter import BackMatter, opens_back_matter, summary_kind
from plantrack_nb.load.document.parts import Block, BodyRow, Document, filled
from plantrack_nb.load.layout.columns.head_rows import Head, head_at
from plantrack_nb.load.layout.columns.heading_words import BUILT_IN, Lexicon
from plantrack_nb.load.layout.titles import (
    heading_row,
    is_page_title,
    is_title_words,
    sheet_of,
)
from plantrack_nb.thai.text import arabic_digits, squeeze

_BETWEEN = "ข้อความนอกตาราง ระหว่างหน้าของตาราง"
_NO_TABLE = "แผ่นงานนี้ไม่มีตารางโครงการ"
_ABOVE = 2
"""So many rows above the table may be its titles."""
_NO_HEAD = 1_000_000
_LONGEST_TITLE = 200
_OF_PROJECTS = re.compile(
    r"เป้าหมาย|ตัวชี้วัด|กิจกรรม|การดำเนินการ|ผลการดำเนิน|ความก้าวหน้า|ผู้รับผิดชอบ|ระยะเวลา|ลำดับ|^ที่$"
)
"""Heads of columns that only a table of projects has."""
_SHARED_WORDS = 0.6
_PAGE_NUMBER = re.compile(r"^[-–—(\[]*(?:หน้า(?:ที่)?)?\d{1,4}[-–—)\]]*$")


def divide(grid: Grid, lexicon: Lexicon = BUILT_IN) -> Document:
    """Divide a grid into the parts of a round's document.

    A row whose words name columns opens a table; it goes on over repeated heads, titles and
    numbers of pages until the last row that can belong to it, or the end of its sheet.
    """
    document = Document()
    rows = [row for row in grid if not row.is_blank]
    sheets = [(name, list(rows)) for name, rows in groupby(rows, lambda row: sheet_of(row.ref))]
    for name, rows in sheets:
        _Divider(document, name, rows, lexicon).run()
    return document


class _Divider:
    """Divides the rows of one sheet, or of a document without sheets."""

    def __init__(self, document: Document, sheet: str, rows: list[Row], lexicon: Lexicon) -> None:
        self.document = document
        self.sheet = sheet
        self.rows = rows
        self.lexicon = lexicon
        self.after_break = True
        self.back = BackMatter(document)
        self._titles: set[str] = set()
        self._waiting: list[Row] = []

    def run(self) -> None:
        heads = dict(self._heads())
        if not heads and self.sheet:
            self._text_sheet()
            return
        first = min(heads, default=len(self.rows))
        titles = self._title_rows(first) if heads else len(self.rows)
        for at, row in enumerate(self.rows[:first]):
            self._front(row, first - at if heads else _NO_HEAD, is_title=at >= titles)
        last = self._end_of_progress(heads)
        at = first
        while at < last:
            head = heads.get(at)
            if head is not None:
                self._head(head)
            else:
                self._progress(self.rows[at])
            at += len(head.rows) if head is not None else 1
        self._flush()
        for row in self.rows[last:]:
            self.back.add(row)

    def _heads(self) -> Iterator[tuple[int, Head]]:
        at = 0
        known: set[frozenset[str]] = set()  # the words of each kind of head
        while at < len(self.rows):
            row = self.rows[at]
            is_summary = not self.sheet and bool(summary_kind(row))
            if known and not self.sheet and (is_summary or opens_back_matter(row)):
                return  # what has a head behind the table of projects sums it up
            head = None if is_summary else head_at(self.rows, at, self.lexicon)
            if head is not None:
                if known and not self.sheet and not _goes_on(head, known):
                    return
                known.add(frozenset(filter(None, head.words)))
                yield at, head
            at += len(head.rows) if head is not None else 1

    def _end_of_progress(self, heads: dict[int, Head]) -> int:
        """Find the row after the last row of the table."""
        if not heads:
            return len(self.rows)
        last = max(heads)
        for at in range(last + len(heads[last].rows), len(self.rows)):
            row = self.rows[at]
            ends = not row.in_table and not self._is_furniture(row)
            if ends or opens_back_matter(row) or summary_kind(row):
                return at
        return len(self.rows)

    def _text_sheet(self) -> None:
        """Keep the words of a sheet without a table: a memo before the tables, or left over."""
        for row in self.rows:
            if not self.document.blocks and len(filled(row)) == 1:
                self.document.front.append(row)
            else:
                self.document.leftover.append((row, _NO_TABLE))

    # before the table

    def _title_rows(self, first: int) -> int:
        """Find the first of the short rows that stand in the table right above its head."""
        at = first
        while at and self.rows[at - 1].in_table and len(filled(self.rows[at - 1])) <= 3:
            texts = filled(self.rows[at - 1])
            if sum(map(len, texts)) > _LONGEST_TITLE or _is_contents_line(self.rows[at - 1]):
                break
            if len(texts) > 1 and not any(map(is_title_words, texts)):
                break
            at -= 1
        return at

    def _front(self, row: Row, before_head: int, *, is_title: bool) -> None:
        text = squeeze(filled(row)[0])
        if not row.in_table or len(filled(row)) == 1:
            self._titles.add(text)
        if text == "หน้า":
            self.document.heads.append(row)
        elif is_title:
            self._waiting.append(row)
        elif row.in_table and len(filled(row)) > 1:
            self.document.contents.append(row)
        elif before_head <= _ABOVE and is_page_title(text):
            self._waiting.append(row)
        elif _is_contents_line(row):
            self.document.contents.append(row)
        elif before_head <= _ABOVE and heading_row(row) is not None:
            self._waiting.append(row)
        else:
            self.document.front.append(row)

    # the table

    def _head(self, head: Head) -> None:
        blocks = self.document.blocks
        current = blocks[-1] if blocks and blocks[-1].sheet == self.sheet else None
        titles = [row for row in self._waiting if heading_row(row) is None]
        if current is None or head.words != current.head.words or head.key != current.head.key:
            if current is None or not _repeats(head, current.head):
                current = Block(self.sheet, head)
                blocks.append(current)
        else:
            current.is_broken = True
        current.titles += titles
        self.document.furniture += titles
        self.document.heads += head.rows
        self.after_break = True
        waiting, self._waiting = self._waiting, []
        for row in waiting:
            if heading_row(row) is not None:
                self._add(row)
        self.after_break = True

    def _progress(self, row: Row) -> None:
        if self._is_furniture(row):
            self._waiting.append(row)
            self.after_break = True
        elif row.in_table or heading_row(row) is not None:
            self._add(row)
        else:
            self.document.leftover.append((row, _BETWEEN))

    def _add(self, row: Row) -> None:
        if self._waiting:
            self.document.blocks[-1].is_broken = True
        self._flush()
        self.document.blocks[-1].rows.append(BodyRow(row, self.after_break))
        self.after_break = False

    def _flush(self) -> None:
        """File titles of pages behind which the table goes on without a head."""
        if self._waiting:
            self.document.furniture += self._waiting
            self.document.blocks[-1].titles += self._waiting
        self._waiting = []

    def _is_furniture(self, row: Row) -> bool:
        """Tell whether a row is a title that every page repeats, or a page's number."""
        texts = filled(row)
        if len(texts) != 1 or not row.cells[0].text:
            return False
        text = squeeze(arabic_digits(texts[0]))
        if is_page_title(text) or text in self._titles:
            return True
        return not row.in_table and bool(_PAGE_NUMBER.match(text))


def _repeats(head: Head, before: Head) -> bool:
    """Tell whether a head is the one before again, though a scan lost or moved a word of it."""
    words = {word for word in head.words if word}
    known = {word for word in before.words if word}
    return (
        bool(words)
        and len(words & known) >= 0.7 * max(len(words), len(known))
        and _same_places(head, before)
    )


def _goes_on(head: Head, known: set[frozenset[str]]) -> bool:
    """Tell whether a head further down is of a table of projects again, not of their sums."""
    words = frozenset(filter(None, head.words))
    shared = max(len(words & one) for one in known)
    return (
        shared >= _SHARED_WORDS * len(words) or sum(map(bool, map(_OF_PROJECTS.search, words))) > 1
    )


def _same_places(head: Head, before: Head) -> bool:
    one, other = dict(head.key), dict(before.key)
    shared = [at for at in one if at in other]
    return bool(shared) and sum(one[at] == other[at] for at in shared) >= 0.7 * len(shared)


def _is_contents_line(row: Row) -> bool:
    return bool(re.search(r"(\.{4,}|…{2,})\s*\d+$", filled(row)[0]))
