"""What each text of the rounds reads as, read once: quantities, dates, stages, lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.reading.running_text.lists import Item, items
from plantrack_nb.quantities.quantity import Reading
from plantrack_nb.quantities.reading import read
from plantrack_nb.thai.dates import DateSpan
from plantrack_nb.thai.stages import Said
from plantrack_nb.thai.text import squeeze

Made = TypeVar("Made")


class ByText(dict[str, Made]):
    """What a function makes of texts, each made when it is first asked for."""

    def __init__(self, make: Callable[[str], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, text: str) -> Made:
        made = self[text] = self._make(text)
        return made


def readings(_facts: Facts) -> ByText[Reading]:
    """Give what the texts of all rounds read as, to be asked for by :meth:`Facts.once`."""
    return ByText(read)


def squeezed(_facts: Facts) -> ByText[str]:
    """Give texts without their blanks, to be asked for by :meth:`Facts.once`."""
    return ByText(squeeze)


def told_stages(facts: Facts) -> ByText[list[Said]]:
    """Give the stages that texts tell of their deeds, to be asked for by :meth:`Facts.once`."""
    return ByText(facts.stages.find)


def listed(_facts: Facts) -> ByText[list[Item]]:
    """Give the items of columns that hold lists, to be asked for by :meth:`Facts.once`."""
    return ByText(items)


def dates_of(facts: Facts, text: str) -> tuple[DateSpan, ...]:
    """Find the dates of a text."""
    return facts.once(readings)[text].dates
