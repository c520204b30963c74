"""What the figures of a table satisfy from row to row: differences, sums, shares."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from plantrack_nb.thai.numbers import is_dash, parse_amount_with_percent

_CLOSE = 0.011
_HALF_PERCENT = 0.6
_MOST_ROWS = 2_000


class Figures:
    """The numbers of a table's columns, and relations that hold between them."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        self._rows = rows[:_MOST_ROWS]
        self._columns: dict[int, list[float | None]] = {}

    def of(self, at: int) -> list[float | None]:
        """Return a column's numbers, None where a cell has none."""
        if at not in self._columns:
            texts = (row[at] if at < len(row) else "" for row in self._rows)
            self._columns[at] = [number_of(text) for text in texts]
        return self._columns[at]

    def is_numeric(self, at: int) -> bool:
        """Tell whether most filled cells of a column are numbers."""
        texts = [row[at] for row in self._rows if at < len(row) and not is_dash(row[at])]
        numbers = sum(1 for text in texts if number_of(text) is not None)
        return bool(texts) and numbers >= 0.8 * len(texts)

    def is_as_full(self, one: int, other: int) -> bool:
        """Tell whether a column has at least half as many numbers as another."""
        counts = [sum(number is not None for number in self.of(at)) for at in (one, other)]
        return 2 * counts[0] >= counts[1]

    def differs(self, whole: int, part: int, rest: int) -> bool:
        """Tell whether ``whole - part = rest`` in nearly all rows, and says something."""
        return bool(self._holds([whole, part, rest], lambda w, p, r: _near(w - p, r)))

    def are_equal(self, one: int, other: int) -> bool:
        """Tell whether two columns say the same."""
        return self._holds([one, other], _near) is True

    def adds_up(self, parts: Sequence[int], whole: int) -> bool:
        """Tell whether the parts, blanks as nothing, add up to the whole in nearly all rows."""
        return self._sums(parts, whole) is True

    def may_add_up(self, parts: Sequence[int], whole: int) -> bool:
        """Tell whether nothing speaks against it."""
        return self._sums(parts, whole) is not False

    def is_share(self, whole: int, part: int, percent: int) -> bool:
        """Tell whether ``percent`` is the part in the whole."""
        return self.shares([whole], [part], percent) is True

    def shares(self, wholes: Sequence[int], parts: Sequence[int], percent: int) -> bool | None:
        """Tell the same of columns added up; None when no row can tell."""
        found = []
        for at, printed in enumerate(self.of(percent)):
            whole, part = self._total(wholes, at), self._total(parts, at)
            if printed is None or not whole or part is None:
                continue
            exact = 100 * part / whole
            if exact or printed:
                found.append(_is_share(printed, exact))
        return _mostly(found)

    def total(self, columns: Sequence[int]) -> list[float | None]:
        """Add up columns row by row; None where none of them has a number."""
        count = len(self._rows)
        return [self._total(columns, at) for at in range(count)]

    def _total(self, columns: Sequence[int], at: int) -> float | None:
        numbers = [number for one in columns if (number := self.of(one)[at]) is not None]
        return sum(numbers) if numbers else None

    def _sums(self, parts: Sequence[int], whole: int) -> bool | None:
        found = []
        for at, number in enumerate(self.of(whole)):
            total = self._total(parts, at)
            if number is not None and total is not None and (number or total):
                found.append(_near(total, number))
        return _mostly(found)

    def _holds(self, columns: Sequence[int], relation: Callable[..., bool]) -> bool | None:
        rows = zip(*map(self.of, columns), strict=True)
        return _mostly([relation(*row) for row in rows if None not in row and any(row)])


@lru_cache(maxsize=8192)
def number_of(text: str) -> float | None:
    """Read a cell's number, a percent behind it left aside; None when it holds anything else."""
    if not text or not any(letter.isdigit() for letter in text):
        return None
    found = parse_amount_with_percent(text)
    return found.value if found is not None else None


def _mostly(found: Sequence[bool]) -> bool | None:
    """Judge by all rows but a few: an office's slip does not change what a column means."""
    if not found:
        return None
    return sum(found) >= 0.8 * len(found)


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _CLOSE + 1e-9 * abs(one)


def _is_share(printed: float, exact: float) -> bool:
    return abs(printed - exact) <= _HALF_PERCENT or abs(100 * printed - exact) <= _HALF_PERCENT
