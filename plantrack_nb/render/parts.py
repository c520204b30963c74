"""The visible parts of a report, as plain frozen records.

A part says *what* is shown; :mod:`~plantrack_nb.render.html` and the Typst template say how.
Numbers stay numbers here and become text in :mod:`~plantrack_nb.render.formats` only. A notebook
shows a part by leaving it as the last expression of a cell; the part then also travels in the
output as JSON, and the HTML and PDF documents are made from that.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Value = str | int | float | None
"""What a cell or fact holds. ``None`` is "nothing there", and is shown as a dash."""

MIME = "application/vnd.plantrack.part+json"


class Unit(StrEnum):
    """What a number counts, and so how it is written."""

    TEXT = "text"
    COUNT = "count"
    BAHT = "baht"
    PERCENT = "percent"


class Tone(StrEnum):
    """What a reader should feel about a figure. Never shown by colour alone."""

    PLAIN = "plain"
    GOOD = "good"
    WATCH = "watch"
    BAD = "bad"
    INFO = "info"


class RowRole(StrEnum):
    """What a table row is: one of many, more of the one above, a heading, or a sum."""

    BODY = "body"
    CONTINUED = "continued"
    GROUP = "group"
    TOTAL = "total"


class Phone(StrEnum):
    """How a table behaves where it does not fit."""

    CARDS = "cards"
    SCROLL = "scroll"


class Part:
    """Base of every visible part."""

    def _repr_mimebundle_(self, **_choice: object) -> dict[str, object]:
        from plantrack_nb.render.codec import to_record
        from plantrack_nb.render.html import fragment

        return {
            "text/plain": f"<{type(self).__name__}>",
            "text/html": fragment(self),
            MIME: to_record(self),
        }


@dataclass(frozen=True)
class Masthead(Part):
    """Name of the document: its only first-level heading.

    Parameters
    ----------
    title : str
        The document's title.
    office, period : str
        Who reports, and for which round.
    date : str
        ISO date of the document (``"2022-04-22"``), or ``""``. Also dates the PDF.
    notes : tuple of str
        Short lines under the title (e.g. that the data are synthetic).
    """

    title: str
    office: str = ""
    period: str = ""
    date: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heading(Part):
    """A heading below the title: ``level`` is 2 to 4. ``anchor`` names it for links."""

    text: str
    level: int = 2
    anchor: str = ""


@dataclass(frozen=True)
class Paragraph(Part):
    """Running text, led by a few words in bold (``lead``) if given."""

    text: str
    lead: str = ""


@dataclass(frozen=True)
class Bullets(Part):
    """A list, numbered when ``ordered``."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Fact:
    """One big number with its label.

    ``share`` (0 to 100 and more) draws a thin bar under the number, ``target`` a mark on that bar.
    """

    label: str
    value: Value
    unit: Unit = Unit.COUNT
    suffix: str = ""
    note: str = ""
    tone: Tone = Tone.PLAIN
    share: float | None = None
    target: float | None = None


@dataclass(frozen=True)
class Facts(Part):
    """Several big numbers side by side. ``label`` names the set for those who cannot see it."""

    label: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Column:
    """One column: heading, heading of the group it stands in, unit, share of the width."""

    heading: str
    unit: Unit = Unit.TEXT
    group: str = ""
    width: float = 1.0


@dataclass(frozen=True)
class Cell:
    """One cell.

    Parameters
    ----------
    value : Value
        Text (one paragraph a line) or a number in the column's unit.
    percent : float, optional
        A percent in brackets after the value, as in ``386,510 (98.05)``.
    tone : Tone
        Marks the cell as good or bad.
    ref : str
        Where the value comes from, shown on demand.
    """

    value: Value
    percent: float | None = None
    tone: Tone = Tone.PLAIN
    ref: str = ""


@dataclass(frozen=True)
class Row:
    """One row; a ``GROUP`` row has one cell, which spans the table."""

    cells: tuple[Cell, ...]
    role: RowRole = RowRole.BODY


@dataclass(frozen=True)
class Table(Part):
    """A table.

    Parameters
    ----------
    caption : str
        What the table shows; every table has one.
    columns : tuple of Column
        Left to right.
    rows : tuple of Row
        Each as wide as ``columns``, except ``GROUP`` rows.
    name_column : int
        Index of the column whose cell names the row (read out before each figure, title of a card).
    phone : Phone
        Cards or sideways scrolling on a narrow screen.
    note : str
        A line under the table.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    name_column: int = 0
    phone: Phone = Phone.CARDS
    note: str = ""


@dataclass(frozen=True)
class Figure(Part):
    """A chart: its SVG, what it says in words, and the figures it was drawn from."""

    caption: str
    svg: str
    alt: str
    data: Table


@dataclass(frozen=True)
class Callout(Part):
    """A framed remark that may hold other parts."""

    title: str
    body: tuple[Part, ...] = ()
    tone: Tone = Tone.INFO


@dataclass(frozen=True)
class Details(Part):
    """Parts that open on demand on screen; always open on paper."""

    summary: str
    body: tuple[Part, ...]


@dataclass(frozen=True)
class Landscape(Part):
    """Parts that stand on A4 pages on their side in the PDF."""

    body: tuple[Part, ...]


@dataclass(frozen=True)
class PageBreak(Part):
    """A new page on paper; nothing on screen."""


KINDS: dict[str, type[Part]] = {
    kind.__name__: kind
    for kind in (
        Masthead, Heading, Paragraph, Bullets, Facts, Table, Figure, Callout, Details, Landscape,
        PageBreak,
    )
}  # fmt: skip
"""Every part by name; the JSON form of a part carries its name."""
