"""Divide a document into its parts: front matter, progress table, summary tables, the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plantrack_nb.containers.grid import Grid, Row
from plantrack_nb.core.vocabulary import NarrativeKind
from plantrack_nb.load.table.headings import Columns, counts_columns, find_columns, refine, repeats
from plantrack_nb.load.table.progress import STRATEGY, TOTAL
from plantrack_nb.load.table.records import TableRow
from plantrack_nb.thai.text import arabic_digits, squeeze, tidy

AFTER_TABLE = "อยู่หลังตารางและไม่อยู่ใต้หัวข้อที่รู้จัก"
CAPTION = "คำบรรยายหรือสัญลักษณ์ของแผนภูมิ ซึ่งเป็นภาพ จึงไม่มีตัวเลขให้อ่าน"
_ABOVE = 2
"""So many rows above the table may be its titles."""
_TITLE = re.compile(r"รายงานผลการติดตาม|รายงานความก้าวหน้า|^รอบ\d+เดือน|แบบติดตาม|แบบรายงาน")
_PAGE_NUMBER = re.compile(r"^[-–—(\[]*(?:หน้า(?:ที่)?)?\d{1,4}[-–—)\]]*$")
_SECTIONS = (
    (NarrativeKind.OBSTACLE, r"ปัญหา(และ|/)?อุปสรรค", r"((และ|/)?ข้อเสนอแนะ)?:?"),
    (NarrativeKind.RECOMMENDATION, r"ข้อเสนอแนะ", r"(เพิ่มเติม|อื่นๆ)?:?"),
    (NarrativeKind.SUMMARY, r"(โดย)?สรุป", r"(ผล|ภาพรวม)?(การดำเนิน(การ|งาน))?:?"),
)
"""What a section of the text begins with, and what makes it a heading and no more."""
_LEVEL_TABLE = re.compile(r"ระดับการดำเนิน")
_STRATEGY_TABLE = re.compile(r"รายกลยุทธ์|กลยุทธ์ที่")
_CAPTION = re.compile(
    r"(?:แผนภูมิ|แผนภาพ|กราฟ|ภาพ)ที่|แผนภูมิ|กราฟ"
    r"|(?:จำนวนโครงการ(?:/กิจกรรม)?|ร้อยละ(?:ของ)?การเบิกจ่าย(?:งบประมาณ)?|เทียบกับยอดงบประมาณ)$"
    r"|(?:จำนวน|ร้อยละ)?.{0,40}จำแนกตาม|และกลุ่ม/(?:ฝ่าย|หน่วย)\S{0,20}$"
)
"""How the title of a chart begins; its lines stand in paragraphs of their own."""
_KEY_OF_CHART = re.compile(
    r"[-–•]?(?:\(ไม่มี\))?(?:กลยุทธ์ที่\d{1,2}"
    r"|(?:ดำเนินการ)?(?:บางส่วน|สำเร็จ(?:แล้ว)?)|(?:อยู่)?ระหว่างดำเนินการ|ยังไม่(?:ได้)?ดำเนินการ"
    r"|(?:เบิกจ่าย)?(?:[<>≤]=?|ไม่เกิน|มากกว่า)(?:ร้อยละ)?70%?|ไม่เบิก(?:จ่าย)?|รอจัดสรร|ไม่ใช้งบ(?:ประมาณ)?)"
)
_GROUP_HEAD = re.compile(r"^(กลุ่ม|ฝ่าย|หน่วย)\S*")


@dataclass
class SummaryTable:
    """One of the report's own summary tables: two head rows, then a row a group."""

    kind: str
    rows: list[Row] = field(default_factory=list)

    @property
    def heads(self) -> list[Row]:
        """The head: its first row and those below whose first column is empty."""
        return self.rows[: self._head_rows]

    @property
    def body(self) -> list[Row]:
        """The rows of the groups and of the total."""
        return self.rows[self._head_rows :]

    @property
    def _head_rows(self) -> int:
        named = (at for at, row in enumerate(self.rows) if at and row.cells[0].text.strip())
        return next(named, len(self.rows))


@dataclass
class Document:
    """The parts of a document, in reading order within each.

    ``furniture`` (titles and numbers of pages) and ``heads`` hold nothing to keep; ``leftover``
    is what stands where nothing is expected, with the reason.
    """

    front: list[Row] = field(default_factory=list)
    contents: list[Row] = field(default_factory=list)
    progress: list[TableRow] = field(default_factory=list)
    furniture: list[Row] = field(default_factory=list)
    heads: list[Row] = field(default_factory=list)
    back: list[tuple[NarrativeKind | None, Row]] = field(default_factory=list)
    tables: list[SummaryTable] = field(default_factory=list)
    leftover: list[tuple[Row, str]] = field(default_factory=list)


def divide(grid: Grid) -> Document:
    """Divide a grid into the parts of a round's document.

    The first table head with at least four known columns opens the progress table; it goes on
    over repeated heads, titles and numbers of pages until the last row that can belong to it.
    """
    divider = _Divider(list(grid))
    divider.run()
    return divider.document


class _Divider:
    def __init__(self, rows: list[Row]) -> None:
        self.rows = [row for row in rows if not row.is_blank]
        self.document = Document()
        self.columns = Columns({})
        self.after_break = True
        self.after_head = False
        self.kind: NarrativeKind | None = None
        self.table: SummaryTable | None = None
        self._titles: set[str] = set()

    def run(self) -> None:
        heads = [at for at, row in enumerate(self.rows) if _is_head(row)]
        first = heads[0] if heads else len(self.rows)
        for at, row in enumerate(self.rows[:first]):
            self._front(row, first - at if heads else len(self.rows))
        last = self._end_of_progress(heads)
        is_head = set(heads)
        for at in range(first, last):
            if at in is_head:
                self._head(self.rows[at])
            else:
                self._progress(self.rows[at])
        for row in self.rows[last:]:
            self._back(row)

    def _end_of_progress(self, heads: list[int]) -> int:
        """Find the row after the last row of the progress table."""
        if not heads:
            return len(self.rows)
        for at in range(heads[-1] + 1, len(self.rows)):
            row = self.rows[at]
            ends = not row.in_table and not self._is_furniture(row)
            if ends or _opens_back_matter(row) or _summary_kind(row):
                return at
        return len(self.rows)

    # before the table

    def _front(self, row: Row, before_head: int) -> None:
        text = squeeze(_filled(row)[0])
        if not row.in_table or len(_filled(row)) == 1:
            self._titles.add(text)
        if row.in_table and len(_filled(row)) > 1:
            self.document.contents.append(row)
        elif text == "หน้า":
            self.document.heads.append(row)
        elif before_head <= _ABOVE and _TITLE.search(text):
            self.document.furniture.append(row)
        elif _is_contents_line(row):
            self.document.contents.append(row)
        elif before_head <= _ABOVE and STRATEGY.match(arabic_digits(tidy(_filled(row)[0]))):
            self._add(row)
        else:
            self.document.front.append(row)

    # the table

    def _head(self, row: Row) -> None:
        fresh = find_columns(row.texts)
        known = bool(self.columns.roles) and repeats(self.columns, row.texts)
        if fresh is not None and not known:
            self.columns = fresh
        self.document.heads.append(row)
        self.after_break = self.after_head = True

    def _progress(self, row: Row) -> None:
        finer = refine(self.columns, row.texts) if self.after_head else None
        if finer is not None:
            self.columns = finer
            self.document.heads.append(row)
        elif self.after_head and counts_columns(row.texts):
            self.document.heads.append(row)
        elif self._is_furniture(row):
            self.document.furniture.append(row)
            self.after_break = True
        elif row.in_table or STRATEGY.match(arabic_digits(tidy(_filled(row)[0]))):
            self._add(row)
        else:
            self.document.leftover.append((row, "ข้อความนอกตาราง ระหว่างหน้าของตาราง"))

    def _add(self, row: Row) -> None:
        self.document.progress.append(TableRow(row, self.columns, self.after_break))
        self.after_break = self.after_head = False

    def _is_furniture(self, row: Row) -> bool:
        """Tell whether a row is a title that every page repeats, or a page's number."""
        filled = _filled(row)
        if len(filled) != 1 or not row.cells[0].text.strip():
            return False
        text = squeeze(arabic_digits(filled[0]))
        if _TITLE.match(text) or text in self._titles:
            return True
        return not row.in_table and bool(_PAGE_NUMBER.match(text))

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
        for kind, begin, more in _SECTIONS:
            if re.match(begin, text):
                self.kind = kind
                if re.fullmatch(begin + more, text):
                    self.document.heads.append(row)
                    return
                break
        if text.startswith("ตาราง") or len(_filled(row)) > 1:
            if text.startswith("ตาราง"):
                self.document.heads.append(row)
            else:
                self.document.leftover.append((row, AFTER_TABLE))
            return
        if self.kind is None and self.document.tables and _is_of_chart(text):
            self.document.leftover.append((row, CAPTION))
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
    if len(filled) != 1 or not row.cells[0].text.strip():
        return False
    text = squeeze(filled[0])
    if STRATEGY.match(text) or TOTAL.match(text):
        return False
    named = text.startswith(("โดยสรุป", "หมายเหตุ", "สรุปผล"))
    return named or any(re.fullmatch(begin + more, text) for _, begin, more in _SECTIONS[:2])


def _is_of_chart(text: str) -> bool:
    """Tell whether a paragraph is all that the text has of a chart: its title or its key."""
    plain = arabic_digits(text)
    return bool(_CAPTION.match(plain) or _KEY_OF_CHART.fullmatch(plain))


def _summary_kind(row: Row) -> str:
    """Tell which summary table a row heads: ``level``, ``strategy`` or none (``""``)."""
    filled = _filled(row)
    if not row.in_table or len(filled) < 2 or not _GROUP_HEAD.match(squeeze(filled[0])):
        return ""
    heads = squeeze(" ".join(filled[1:]))
    if _LEVEL_TABLE.search(heads):
        return "level"
    return "strategy" if _STRATEGY_TABLE.search(heads) else ""
