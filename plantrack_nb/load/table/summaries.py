"""Any summary table of a document: which rows make one, its heads, and its figures as claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from plantrack_nb.containers.grid import Grid, Row
from plantrack_nb.core.vocabulary import ClaimKind
from plantrack_nb.load.document.parts import Document
from plantrack_nb.load.layout.detect import Understood
from plantrack_nb.quantities.counted_nouns import BAHT, PERCENT
from plantrack_nb.quantities.tables.heads import Meaning, is_total, meaning
from plantrack_nb.thai.numbers import is_dash, parse_number
from plantrack_nb.thai.text import arabic_digits, squeeze

_PAGE_HEAD = re.compile(r"หน้า(?:ที่)?")
_PAGE = re.compile(r"\d{1,3}")
_NUMBERS = re.compile(r"\d{1,2}")
_UNITS = (
    (re.compile("โครงการ"), "project"),
    (re.compile("โรงเรียน|สถานศึกษา|แห่ง"), "school"),
    (re.compile("คน|นักเรียน|ครู|บุคลากร|ผู้|ราย"), "person"),
)
_LEAST_COLUMNS = 2
_CAPTION_ABOVE = 3
Claim = Mapping[str, object]


@dataclass
class Block:
    """Rows of one table: the words above it, its head rows, the rest."""

    caption: str
    rows: list[Row] = field(default_factory=list)

    @property
    def body(self) -> list[Row]:
        """The rows that hold figures."""
        return self.rows[self._first :]

    @property
    def heads(self) -> list[Row]:
        """The rows above them."""
        return self.rows[: self._first]

    @property
    def _first(self) -> int:
        return next(
            (at for at, row in enumerate(self.rows) if at and _is_body(row)), len(self.rows)
        )


def summaries(grid: Grid, document: Document, understood: Understood) -> list[Block]:
    """Find the tables of figures that are neither the projects' nor the contents' page.

    Only rows are looked at that have found no other place in the document.
    """
    free = {id(row) for row in document.contents} | {id(row) for row, _ in document.leftover}
    for table in (*understood.others, *understood.summaries):
        free |= {id(row) for row in table.head.rows} | {id(row) for row, _ in table.rows}
    return [one for one in _blocks(grid, free) if _is_summary(one)]


def claims_of(blocks: Iterable[Block]) -> Iterator[Claim]:
    """Give each figure of the tables with its table, row and column.

    The subject names the table by its order, row and column by their place and words.
    """
    for nth, block in enumerate(blocks, 1):
        heads, spans = _heads(block.heads)
        title = _plain(block.caption)
        for at, row in enumerate(block.body):
            label = _plain(row.cells[0].text) if row.cells else ""
            for column, cell in enumerate(row.cells):
                if column == 0 or not cell.text.strip():
                    continue
                value = None if is_dash(cell.text) else parse_number(cell.text)
                if value is None and not is_dash(cell.text):
                    continue
                head, span = heads.get(column, ""), spans.get(column, "")
                subject = (
                    f"table={nth}; title={title}; row={at}; label={label};"
                    f" column={column}; head={head}; span={span}"
                )
                yield {
                    "kind": ClaimKind.TABLE.value,
                    "subject": subject,
                    "value": value,
                    "unit": _unit(head, span, title),
                    "text": cell.text,
                    "source_ref": cell.ref,
                    "raw": cell.raw,
                }


def _blocks(grid: Grid, free: set[int]) -> Iterator[Block]:
    block: Block | None = None
    caption, since = "", 0
    for row in grid:
        if row.is_blank:
            since += 1
            continue
        filled = [cell for cell in row.cells if cell.text.strip()]
        if id(row) in free and row.in_table and len(filled) >= _LEAST_COLUMNS:
            if block is None:
                block = Block(caption if since <= _CAPTION_ABOVE else "")
            block.rows.append(row)
            continue
        if block is not None:
            yield block
            block = None
        caption, since = filled[0].text, 0
    if block is not None:
        yield block


def _is_summary(block: Block) -> bool:
    """Tell whether a block has heads, some rows of figures, and is no page of contents."""
    if not block.heads or len(block.body) < _LEAST_COLUMNS:
        return False
    words = [squeeze(cell.text) for row in block.heads for cell in row.cells if cell.text.strip()]
    return not any(_PAGE_HEAD.fullmatch(word) for word in words) and not _is_contents(block)


def _is_contents(block: Block) -> bool:
    """Tell a page of contents, though it has no head: the last figures are pages in order."""
    last = [[cell.text for cell in row.cells if cell.text.strip()] for row in block.rows]
    pages = [arabic_digits(texts[-1]) for texts in last if len(texts) == _LEAST_COLUMNS]
    if len(pages) < len(block.rows) or not all(_PAGE.fullmatch(page) for page in pages[1:]):
        return False
    numbers = [int(page) for page in pages[1:]]
    return numbers == sorted(numbers) and not any(map(is_total, (texts[0] for texts in last)))


def _is_body(row: Row) -> bool:
    """Tell whether a row holds figures that are no numbers of columns."""
    first, *others = row.cells
    texts = [arabic_digits(cell.text) for cell in others if cell.text.strip()]
    figures = [text for text in texts if is_dash(text) or parse_number(text) is not None]
    if not figures or len(figures) * 2 < len(texts):
        return False
    is_numbering = not first.text.strip() and all(_NUMBERS.fullmatch(text) for text in texts)
    return not is_numbering


def _heads(rows: Sequence[Row]) -> tuple[dict[int, str], dict[int, str]]:
    """Give each column its lowest head, and the one above that spans it."""
    lowest: dict[int, str] = {}
    spans: dict[int, str] = {}
    for nth, row in enumerate(rows):
        current = ""
        for at, cell in enumerate(row.cells):
            words = _plain(cell.text)
            current = words or current
            if words:
                lowest[at] = words
            if nth == 0 and len(rows) > 1 and at:
                spans[at] = current
    return lowest, {at: span for at, span in spans.items() if span != lowest.get(at)}


def _unit(head: str, span: str, title: str) -> str:
    what = Meaning.PERCENT if meaning(span) is Meaning.PERCENT else meaning(head)
    if what is Meaning.PERCENT:
        return PERCENT
    if what in (Meaning.MONEY, Meaning.LEFT) and "คน" not in head:
        return BAHT
    for words in (head, span, title):
        for pattern, unit in _UNITS:
            if pattern.search(words):
                return unit
    return ""


def _plain(text: str) -> str:
    return text.replace("\n", " ").replace(";", ",").replace("=", "-")[:120]
