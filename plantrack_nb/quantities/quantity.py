"""A quantity: a number that counts or measures, and what its words say of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plantrack_nb.quantities.counted_nouns import PERCENT, rate
from plantrack_nb.thai.dates import DateSpan

_CONTEXT = 40


class Role(StrEnum):
    """What a quantity is to the ones beside it, as its words say."""

    COUNT = "count"
    RATE = "rate"
    SHARE = "share"
    TOTAL = "total"
    LEFT = "left"
    MEAN = "mean"
    UP = "up"
    DOWN = "down"
    APART = "apart"


class Bound(StrEnum):
    """Whether a number is exact, or a limit, or said to be about right."""

    EXACT = ""
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts.

    Parameters
    ----------
    value, high : float
        The number, with multiples such as ล้าน worked in; the two ends of a range, else equal.
    word, unit : str
        The unit word as it stands there, and its code (:mod:`quantities.units`); ``""`` for none.
    per : tuple of str
        Codes of what a rate is counted by: ``("person", "month")``.
    start, end : int
        The number with its unit words: ``text[start:end]``.
    begin : int
        Where the words that belong to it begin: behind the quantity before it.
    decimals : int
        Digits printed behind the point.
    role : Role
        What its words say it is.
    bound : Bound
        Whether it is exact.
    depth : int
        Where the bracket it stands in begins; -1 outside brackets.
    is_bare : bool
        True where neither unit nor cue says that it counts: "ทอง 6 เงิน 5".
    """

    value: float
    high: float
    word: str
    unit: str
    per: tuple[str, ...]
    start: int
    end: int
    begin: int
    decimals: int
    role: Role
    bound: Bound
    depth: int
    is_bare: bool

    @property
    def is_exact(self) -> bool:
        """Tell whether the number is one number and meant to be right."""
        return self.value == self.high and self.bound is Bound.EXACT

    @property
    def is_share(self) -> bool:
        """Tell whether it is a percent."""
        return self.unit == PERCENT

    @property
    def is_rate(self) -> bool:
        """Tell whether it is counted by something: "คนละ 500 บาท"."""
        return bool(self.per)

    def within(self, text: str) -> str:
        """Return it as it stands in the text that it was read from."""
        return text[self.start : self.end]

    @property
    def measure(self) -> str:
        """Unit and what it is counted by in one word: "baht/person/month"."""
        return rate(self.unit, self.per) if self.per else self.unit


@dataclass(frozen=True, slots=True)
class Reading:
    """The quantities and dates of one text, in reading order.

    Parameters
    ----------
    source, text : str
        The text as it was given, and in Arabic digits; every character keeps its place.
    quantities : tuple of Quantity
        What it counts and measures.
    dates : tuple of DateSpan
        Its dates.
    """

    source: str
    text: str
    quantities: tuple[Quantity, ...]
    dates: tuple[DateSpan, ...] = ()

    @property
    def counted(self) -> tuple[Quantity, ...]:
        """The quantities of which unit or words say that they count."""
        return tuple(one for one in self.quantities if not one.is_bare)

    def gap(self, at: int) -> str:
        """Return the words between the quantity before the ``at``-th one and its number."""
        one = self.quantities[at]
        return self.text[one.begin : one.start]

    def between(self, one: Quantity, other: Quantity) -> str:
        """Return the words between two quantities."""
        return self.text[one.end : other.start]

    def shown(self, one: Quantity) -> str:
        """Return a quantity as it stands in the text."""
        return self.source[one.start : one.end]

    def words(self, one: Quantity) -> str:
        """Return a quantity with up to 40 characters of the same line before it."""
        start = max(0, one.start - _CONTEXT)
        start = max(start, *(self.text.rfind(end, start, one.start) + 1 for end in "\n\t"))
        return self.source[start : one.end]
