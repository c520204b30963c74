"""One layout: every choice an office makes when it lays a round out in a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

BOOKS = ("xlsx", "xls", "ods")
"""Containers of several sheets."""
PERIODS = ("quarters_added", "quarters_cumulative", "plan_result", "months")
"""Shapes of money in which several periods stand side by side."""


@dataclass(frozen=True)
class Layout:
    """A layout; the defaults are the plainest one.

    Parameters
    ----------
    order : tuple of str
        Blocks of columns from left to right.
    money : tuple of str
        Columns of the money block from left to right.
    shape : str
        How that block is built: ``flat``, ``over`` (one head over all of it), ``over_disbursed``
        (one over the sum and its percent), ``kinds``, one of `PERIODS`, or ``quarter_sheets``.
    progress, progress_at : str
        How progress is told, and whether at the ``project`` or at each ``part``.
    numbering : str
        ``through``, ``restart``, ``dotted``, ``none``, ``in_name``, ``code`` or ``first_only``.
    strategies : str
        ``none``, ``rows``, ``rows_sums``, ``column`` or ``sheets``.
    strategy_cell : str
        In a column: on ``each`` row, the ``first`` of its rows, or ``merged`` over them.
    grouping : str
        Further heading rows: ``none``, ``plans``, ``plans_sums``, ``groups`` or ``groups_sums``.
    parts, part_mark, parts_total : str, str, bool
        Rows below a project that split its money, how they are marked, and whether the
        project's own row holds the total.
    activities : str
        A column of activities: ``none``, ``rows`` (a row each) or ``cell`` (a list).
    filled : str
        With several periods: up to the ``asked`` one or ``beyond`` it.
    spelling : int
        Decides every phrase and every slip of the pen.
    plain : frozenset of str
        Headings that are spelt plainly whatever `spelling` says.
    """

    order: tuple[str, ...] = ("no", "name", "money", "progress", "owner")
    money: tuple[str, ...] = ("budget", "disbursed")
    shape: str = "flat"
    spent: bool = False
    percent: str = "number"
    progress: str = "words"
    progress_at: str = "project"
    numbering: str = "through"
    strategies: str = "none"
    strategy_word: str = "กลยุทธ์"
    strategy_cell: str = "each"
    shuffled: bool = False
    grouping: str = "none"
    parts: str = "none"
    part_mark: str = "word"
    parts_total: bool = True
    activities: str = "none"
    merged_down: bool = False
    owner_form: str = "group"
    prefix: str = "all"
    subtotals: bool = False
    total: bool = False
    summary: str = "none"
    other_sheet: bool = False
    filled: str = "asked"
    unit: str = "baht"
    unit_by: str = "line"
    amounts: str = "number"
    zero: str = "blank"
    thai_digits: bool = False
    over_all: bool = False
    merged_head: bool = True
    units_row: bool = False
    numbers_row: bool = False
    head_again: bool = False
    titles: str = "full"
    heading_place: str = "first"
    notes: bool = False
    signature: bool = False
    blank_rows: bool = False
    blank_column: bool = False
    asked: bool = True
    container: str = "csv"
    encoding: str = "utf-8-sig"
    spelling: int = 0
    plain: frozenset[str] = frozenset()

    def features(self) -> Iterator[tuple[str, str]]:
        """Name each choice that a table of results can be broken down by."""
        for field in fields(self):
            if field.name not in {"order", "money", "spelling", "plain"}:
                yield field.name, str(getattr(self, field.name))
        for column in ("planned", "transferred", "committed", "disbursed", "remaining", "percent"):
            yield f"column {column}", str(column in self.money)
        for block in ("indicator", "target", "owner", "remark", "period", "source"):
            yield f"column {block}", str(block in self.order)
        yield "head rows", str(self.head_rows)

    @property
    def head_rows(self) -> int:
        """Number of rows of the head, that of the columns' numbers not counted."""
        deep = {"flat": 1, "quarter_sheets": 1, "plan_result": 3}.get(self.shape, 2)
        deep = 2 if deep == 1 and self.progress in {"ticks", "over"} else deep
        return deep + self.over_all + self.units_row

    @property
    def is_book(self) -> bool:
        """Whether the container can hold several sheets."""
        return self.container in BOOKS

    @property
    def heading_sums(self) -> bool:
        """Whether some heading rows hold sums."""
        return self.strategies == "rows_sums" or self.grouping.endswith("_sums")
