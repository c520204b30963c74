"""Rows that the end of a page cut in two, put together again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plantrack_nb.containers.pdf.joined.cut_rows import Habits, was_cut
from plantrack_nb.containers.pdf.joined.paragraphs import is_number
from plantrack_nb.containers.pdf.joined.table_rows import Block, Table

_SAME_END = 0.7  # points
_SAME_MARGIN = 1.5


def put_together(blocks: Sequence[Block]) -> None:
    """Move what the next page holds of a cut row into the row."""
    tables = [block for block in blocks if isinstance(block, Table)]
    habits = Habits([row for table in tables for row in table.rows])
    ends = Counter(round(table.span[1], 1) for table in tables)
    before: Table | None = None
    for block in blocks:
        if not isinstance(block, Table):
            before = before if is_number(block[1].text) else None
            continue
        if before is not None and block.page == before.page + 1:
            _join(before, block, habits, at_end=_fills_page(before, block, ends))
        before = block


def _fills_page(before: Table, table: Table, ends: Counter[float]) -> bool:
    """Tell whether a table goes down to the very end of its page, as only cut rows do.

    It ends where another one does, or leaves as much below as the next page does above.
    """
    _, bottom, height = before.span
    same = [end for end in ends if abs(end - bottom) < _SAME_END]
    often = sum(ends[end] for end in same) > 1 and bottom > max(ends) - _SAME_END
    return often or abs(height - bottom - table.span[0]) < _SAME_MARGIN


def _join(before: Table, table: Table, habits: Habits, *, at_end: bool) -> None:
    heads = 0
    for above, row in zip(before.rows, table.rows, strict=False):
        if not row.text.strip("|") or row.text != above.text:
            break
        heads += 1
    if heads >= len(table.rows):
        return
    if not was_cut(before.ends, table.rows[heads], habits, at_end=at_end):
        return
    for column, parts in enumerate(table.rows[heads].cells):
        if not parts:
            continue
        before.ends[column] += parts
        if table.ends.get(column) is parts:
            table.ends[column] = before.ends[column]
    del table.rows[heads]
