"""Where numbers stand in a text, in digits or in words, and in which bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plantrack_nb.quantities.counted_nouns import unit_at
from plantrack_nb.quantities.numerals import counts
from plantrack_nb.thai.numbers import PLAIN_NUMBER

_NUMBER = re.compile(
    rf"(?=\d)(?<![\d,A-Za-z])(?<!\d\.)(?<!\.\.)(?<!\d/){PLAIN_NUMBER}(?!\d|[.,]\d)"
)
RATIO = re.compile(r"(?<![\d/.,])(\d{1,4}) ?/ ?(\d{1,4})(?![\d/.,])")
_BRACKETS = re.compile(r"[()\n]")


@dataclass(frozen=True, slots=True)
class Token:
    """A number in a text, in digits or in words; ``is_ratio`` for the part in "27/36 แห่ง"."""

    digits: str
    start: int
    end: int
    is_ratio: bool = False


def numbers(text: str) -> list[Token]:
    """Find the numbers of a text (in Arabic digits), in order."""
    found = [Token(one[0], one.start(), one.end()) for one in _NUMBER.finditer(text)]
    if "/" in text:
        found = [*_ratios(text, found)]
    spelt = [Token(format(one.value, ".0f"), one.start, one.end) for one in counts(text)]
    return sorted([*found, *spelt], key=lambda one: one.start) if spelt else found


def _ratios(text: str, found: list[Token]) -> Iterator[Token]:
    """Give the numbers with those behind a stroke that tell of how many: "27/36 แห่ง"."""
    ratios = {one.start(): one for one in RATIO.finditer(text)}
    for token in found:
        ratio = ratios.get(token.start)
        is_known = ratio is not None and unit_at(text, ratio.end())[2]
        if ratio is None or not is_known or int(ratio[1]) > int(ratio[2]):
            yield token
        else:
            yield replace(token, is_ratio=True)
            yield Token(ratio[2], ratio.start(2), ratio.end(2))


class Depth:
    """Tells in which bracket a place stands; places are asked for in order."""

    def __init__(self, text: str) -> None:
        self._marks = [(one.start(), one[0]) for one in _BRACKETS.finditer(text)]
        self._next = 0
        self._open: list[int] = []

    def at(self, place: int) -> int:
        """Return where the innermost open bracket begins, or -1."""
        while self._next < len(self._marks) and self._marks[self._next][0] < place:
            where, sign = self._marks[self._next]
            self._next += 1
            if sign == "(":
                self._open.append(where)
            elif self._open:
                self._open = self._open[:-1] if sign == ")" else []
        return self._open[-1] if self._open else -1
