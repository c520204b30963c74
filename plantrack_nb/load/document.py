"""Divide a document into its parts: front matter, progress table, summary tables, the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plantrack_nb.load.grid import Grid, Row
from plantrack_nb.load.headings import Columns, find_columns, refine, repeats
from plantrack_nb.load.progress import STRATEGY, TOTAL, TableRow
from plantrack_nb.thai.text import squeeze
from plantrack_nb.vocabulary import NarrativeKind

_TITLE = re.compile(r"รายงานผลการติดตาม|รายงานความก้าวหน้า|^รอบ\d+เดือน|แบบติดตาม|แบบรายงาน")
_SECTIONS = (
    (NarrativeKind.OBSTACLE, re.compile(r"^ปัญหา(และ|/)?อุปสรรค$")),
    (NarrativeKind.RECOMMENDATION, re.compile(r"^ข้อเสนอแนะ\S{0,30}$")),
    (NarrativeKind.SUMMARY, re.compile(r"^(โดย)?สรุป\S*")),
)
_LEVEL_TABLE = re.compile(r"ระดับการดำเนิน")
_STRATEGY_TABLE = re.compile(r"รายกลยุทธ์|กลยุทธ์ที่")
_GROUP_HEAD = re.compile(r"^(กลุ่ม|ฝ่าย|หน่วย)\S*")


@dataclass
class SummaryTable:
    """One of the report's own summary tables: two head rows, then a row a group."""

    kind: str
    rows: list[Row] = field(default_factory=list)


@dataclass
class Document:
    """The parts of a document, in reading order within each."""

    front: list[Row] = field(default_factory=list)
    contents: list[Row] = field(default_factory=list)
    progress: list[TableRow] = field(default_factory=list)
    furniture: list[Row] = field(default_factory=list)
    heads: list[Row] = field(default_factory=list)
    back: list[tuple[NarrativeKind | None, Row]] = field(default_factory=list)
    tables: list[SummaryTable] = field(default_factory=list)
    leftover: list[Row] = field(default_factory=list)


def divide(grid: Grid) -> Document:
    """Divide a grid into the parts of a round's document.

    The first table head with at least four known columns opens the progress table; it goes on
    over repeated heads and page titles until the last row that can belong to it.
    """
    divider = _Divider(list(grid))
    divider.run()
    return divider.document


class _Divider:
    def __init__(self, rows: list[Row]) -> None:
        self.rows = [row for row in rows if not row.is_blank]
        self.document = Document()
        self.columns: Columns | None = None
        self.kind: NarrativeKind | None = None
        self.table: SummaryTable | None = None

    def run(self) -> None:
        heads = [at for at, row in enumerate(self.rows) if _is_head(row)]
        last = self._end_of_progress(heads)
        for at, row in enumerate(self.rows):
            if not heads or at < heads[0]:
                self._front(row, at, heads[0] if heads else len(self.rows))
            elif at < last:
                self._progress(row)
            else:
                self._back(row)

    def _end_of_progress(self, heads: list[int]) -> int:
        """The row after the last row of the progress table."""
        if not heads:
            return len(self.rows)
        for at in range(heads[-1] + 1, len(self.rows)):
            row = self.rows[at]
            if not row.in_table or _opens_back_matter(row) or _summary_kind(row):
                return at
        return len(self.rows)

    # before the table

    def _front(self, row: Row, at: int, head: int) -> None:
        if row.in_table and len(_filled(row)) > 1:
            self.document.contents.append(row)
        elif squeeze(_filled(row)[0]) == "หน้า":
            self.document.heads.append(row)
        elif head - at <= 2 and _TITLE.search(squeeze(_filled(row)[0])):
            self.document.furniture.append(row)
        elif _is_contents_line(row):
            self.document.contents.append(row)
        else:
            self.document.front.append(row)

    # the table

    def _progress(self, row: Row) -> None:
        document = self.document
        texts = row.texts
        if self.columns is None or _is_head(row):
            fresh = find_columns(texts)
            if self.columns is None or (fresh and not repeats(self.columns, texts)):
                self.columns = fresh
            document.heads.append(row)
            self.after_break = True
            self.second_head = True
            return
        assert self.columns is not None
        finer = refine(self.columns, texts) if self.second_head else None
        if finer is not None:
            self.columns = finer
            document.heads.append(row)
            return
        if not row.in_table or self._is_title(row):
            document.furniture.append(row)
            return
        document.progress.append(TableRow(row, self.columns, self.after_break))
        self.after_break = self.second_head = False

    def _is_title(self, row: Row) -> bool:
        filled = _filled(row)
        return len(filled) == 1 and bool(_TITLE.search(squeeze(filled[0])))

    # after the table

    def _back(self, row: Row) -> None:
        kind = _summary_kind(row)
        if kind:
            self.table = SummaryTable(kind, [row])
            self.document.tables.append(self.table)
            self.kind = None
        elif self.table is not None and row.in_table and len(_filled(row)) > 1:
            self.table.rows.append(row)
        else:
            self.table = None
            self._paragraph(row)

    def _paragraph(self, row: Row) -> None:
        text = squeeze(_filled(row)[0])
        for kind, pattern in _SECTIONS:
            if pattern.match(text):
                self.kind = kind
                if pattern.fullmatch(text) and len(text) < 40:
                    self.document.heads.append(row)
                    return
                break
        if text.startswith("ตาราง") or len(_filled(row)) > 1:
            (self.document.heads if text.startswith("ตาราง") else self.document.leftover).append(row)
            return
        self.document.back.append((self.kind, row))


def _filled(row: Row) -> list[str]:
    return [text for text in row.texts if text.strip()]


def _is_head(row: Row) -> bool:
    return row.in_table and find_columns(row.texts) is not None


def _is_contents_line(row: Row) -> bool:
    text = _filled(row)[0].strip()
    return bool(re.search(r"(\.{4,}|…{2,})\s*\d+$", text))


def _opens_back_matter(row: Row) -> bool:
    filled = _filled(row)
    if len(filled) != 1:
        return False
    text = squeeze(filled[0])
    if STRATEGY.match(text) or TOTAL.match(text):
        return False
    named = text.startswith(("โดยสรุป", "หมายเหตุ", "สรุปผล"))
    return named or any(pattern.fullmatch(text) for kind, pattern in _SECTIONS[:2])


def _summary_kind(row: Row) -> str:
    """Tell which summary table a row heads: ``level``, ``strategy`` or none (``""``)."""
    filled = _filled(row)
    if not row.in_table or len(filled) < 2 or not _GROUP_HEAD.match(squeeze(filled[0])):
        return ""
    heads = squeeze(" ".join(filled[1:]))
    if _LEVEL_TABLE.search(heads):
        return "level"
    return "strategy" if _STRATEGY_TABLE.search(heads) else ""

