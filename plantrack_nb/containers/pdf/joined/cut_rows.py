"""Whether a row is the rest of one that the end of a page cut in two.

It is when it goes on in cells of the row before and in no others, where its text had come down to
the foot of the page, and something proves it: words wrapped in a tall cell, a figure cut inside a
group of digits, or a column that is otherwise filled, numbered or worded as no row of the table is.
Without proof both stay, for whoever knows what the columns hold.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import Enum, auto

from plantrack_nb.containers.pdf.joined.table_rows import Part, TableRow
from plantrack_nb.containers.pdf.lines import LISTED, goes_on, is_broken

# In parts of the font size.
_FOOT = 1.9  # below the last base line of a cell that was cut no further line has room
_WIDE = 7.5  # in a narrower cell nearly every line is full, which proves nothing
_DIGIT = 0.75
_SOME, _MANY = 3, 4  # lines that a cell must have, which no heading and no status mark has
_FIGURE = re.compile(r"[\d๐-๙.,()%\s-]*")
_WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?:\(.*\))?")
_PERCENT = re.compile(r"\([\d๐-๙.]+%?\)")
_FEWEST = 4  # rows that a habit is drawn from
_KNOWN, _KNOWN_SHARE = 3, 0.03
_RARELY, _MOSTLY = 0.1, 0.8


class Habits:
    """How the columns of a document's table are filled, to know a row that is none."""

    def __init__(self, rows: Iterable[TableRow]) -> None:
        self._with_first: Counter[int] = Counter()
        self._without: Counter[int] = Counter()
        self._listed: Counter[int] = Counter()
        self._texts: Counter[tuple[int, str]] = Counter()
        for row in rows:
            texts = {at: parts[0].text for at, parts in enumerate(row.cells) if parts}
            if len(texts) < 2:
                continue
            counts = self._with_first if texts.get(0) else self._without
            counts[-1] += 1
            for column, text in texts.items():
                if text:
                    counts[column] += 1
                    self._texts[column, text] += 1
                    self._listed[column] += bool(LISTED.match(text))

    def only_numbered(self, column: int) -> bool:
        """Tell whether a column is filled only in rows whose first column is."""
        mostly = self._with_first[column] >= max(_MOSTLY * self._with_first[-1], _FEWEST)
        return mostly and self._without[column] <= _RARELY * self._with_first[column]

    def is_listed(self, column: int) -> bool:
        """Tell whether the cells of a column begin with the mark of a list, nearly all of them."""
        filled = self._with_first[column] + self._without[column]
        return filled >= _FEWEST and self._listed[column] >= _MOSTLY * filled

    def knows(self, column: int, text: str) -> bool:
        """Tell whether many cells of a column say just this."""
        filled = self._with_first[column] + self._without[column]
        return self._texts[column, text] >= max(_KNOWN, _KNOWN_SHARE * filled)


def was_cut(
    ends: Mapping[int, Sequence[Part]], row: TableRow, habits: Habits, *, at_end: bool
) -> bool:
    """Tell whether a row is the rest of one that ended at the foot of the page before.

    Parameters
    ----------
    ends : mapping
        The cells at the end of the table before, by column, each with its parts so far.
    row : TableRow
        The first row after the head on the next page.
    habits : Habits
        How the columns are filled elsewhere.
    at_end : bool
        The table before goes down to the very end of its page.
    """
    own = {column: parts[0] for column, parts in enumerate(row.cells) if parts}
    pairs = {
        column: (ends[column][-1], part)
        for column, part in own.items()
        if column in ends and part.cell.lines
    }
    if own.keys() != ends.keys() or not pairs or (0 in pairs and not _is_full(pairs[0][0])):
        return False
    if not all(_may_go_on(*pair, at_end=at_end) for pair in pairs.values()):
        return False
    says = {_habit(column, above, part, habits) for column, (above, part) in pairs.items()}
    if _Says.SURELY_GOES_ON in says or _Says.NEW_ITEM in says:
        return _Says.SURELY_GOES_ON in says
    return _is_proved(list(pairs.values())) or (
        _Says.NEW not in says and (at_end or _Says.GOES_ON in says or _is_full_row(pairs.values()))
    )


class _Says(Enum):
    """What the habits of a column say about a cell at the top of a page."""

    SURELY_GOES_ON = auto()  # the column is filled only where a number opens a row
    GOES_ON = auto()
    NOTHING = auto()
    NEW = auto()
    NEW_ITEM = auto()  # it begins with the next number of a list


def _habit(column: int, above: Part, part: Part, habits: Habits) -> _Says:
    if habits.only_numbered(column):
        return _Says.SURELY_GOES_ON
    if habits.is_listed(column):
        return _Says.NEW_ITEM if LISTED.match(part.text) else _Says.GOES_ON
    known, whole = habits.knows(column, part.text), habits.knows(column, above.text + part.text)
    if known == whole:
        return _Says.NOTHING
    return _Says.GOES_ON if whole else _Says.NEW


def _is_proved(pairs: Sequence[tuple[Part, Part]]) -> bool:
    """Tell whether words were wrapped at the foot of a cell of many lines, or a figure was cut."""
    tall = any(
        _wrapped(above, part) and len(above.cell.lines) >= _needed(above) for above, part in pairs
    )
    return tall or any(_ends_figure(above.text, part.text) for above, part in pairs)


def _ends_figure(above: str, part: str) -> bool:
    """Tell whether a cell ends the figure above it: its last digits, or the percent behind it."""
    is_percent = _PERCENT.fullmatch(part) and _FIGURE.fullmatch(above) and "(" not in above
    return is_broken(above, part) or bool(is_percent)


def _is_full_row(pairs: Collection[tuple[Part, Part]]) -> bool:
    """Tell whether several cells, and all of them, were full to the end of their last line."""
    return len(pairs) > 2 and all(_wrapped(*pair) for pair in pairs)


def _wrapped(above: Part, part: Part) -> bool:
    return goes_on(above.cell.lines[-1], part.cell.lines[0], above.cell.room)


def _may_go_on(above: Part, part: Part, *, at_end: bool) -> bool:
    cell = above.cell
    if not cell.lines or cell.columns != part.cell.columns:
        return False
    if _FIGURE.fullmatch(above.text) and _FIGURE.fullmatch(part.text):
        return _ends_figure(above.text, part.text) or (
            _is_full(above) and not _WHOLE.fullmatch(above.text)
        )
    last = cell.lines[-1]
    return at_end or last.turn != 0 or cell.box[3] - last.base < _FOOT * last.size


def _is_full(above: Part) -> bool:
    """Tell whether the last line of a cell had no room for one digit more."""
    lines = above.cell.lines
    return (
        bool(lines)
        and above.cell.room - (lines[-1].end - lines[-1].start) < _DIGIT * lines[-1].size
    )


def _needed(above: Part) -> int:
    """Return how many lines a cell must have for its last full one to prove something."""
    return _SOME if above.cell.room > _WIDE * above.cell.lines[-1].size else _MANY
