"""What each text of the rounds reads as: its quantities and dates, read once."""

from __future__ import annotations

from plantrack_nb.check.facts import Facts
from plantrack_nb.quantities.quantity import Reading
from plantrack_nb.quantities.reading import read
from plantrack_nb.thai.dates import DateSpan


class Readings(dict[str, Reading]):
    """Readings by text, each made when it is first asked for."""

    def __missing__(self, text: str) -> Reading:
        made = self[text] = read(text)
        return made


def readings(_facts: Facts) -> Readings:
    """Give what the texts of all rounds read as, to be asked for by :meth:`Facts.once`."""
    return Readings()


def dates_of(facts: Facts, text: str) -> tuple[DateSpan, ...]:
    """Find the dates of a text."""
    return facts.once(readings)[text].dates
