"""Parts of running text, facts and charts, and the boxes that hold other parts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plantrack_nb.render.parts.base import Box, Digits, Part, Shade, Tone, Unit, Value
from plantrack_nb.render.parts.tabular import Table


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
    trail : tuple of (str, str)
        Name and relative path of the pages above it, the topmost first; on screen only.
    """

    title: str
    office: str = ""
    period: str = ""
    date: str = ""
    notes: tuple[str, ...] = ()
    trail: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Heading(Part):
    """A heading below the title: ``level`` is 2 to 4.

    ``anchor`` names it for :class:`Contents` (small Latin letters, digits and hyphens; one of a
    kind in the document); a heading without one is given one.
    """

    text: str
    level: int = 2
    anchor: str = ""


@dataclass(frozen=True)
class Paragraph(Part):
    """Running text, led by a few words in bold (``lead``) if given.

    ``indent`` sets the first line in, as official prose has it.
    """

    text: str
    lead: str = ""
    digits: Digits = Digits.ARABIC
    indent: bool = False


@dataclass(frozen=True)
class Bullets(Part):
    """A list, numbered when ``ordered``."""

    items: tuple[str, ...]
    ordered: bool = False
    digits: Digits = Digits.ARABIC


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
class Bar:
    """One bar of a chart: its label, a count for each segment or one percent, its heading.

    A percent is ``None`` where there is no money to spend. Bars that follow each other ``under``
    the same words share them as a heading; ``""`` is none.
    """

    label: str
    values: tuple[int | float | None, ...]
    under: str = ""

    @property
    def total(self) -> int | float:
        """Its length."""
        return sum(value or 0 for value in self.values)


@dataclass(frozen=True)
class Segment:
    """What the first, the second … count of every bar is, and its shade."""

    name: str
    shade: Shade


class Stroke(StrEnum):
    """How a curve is drawn: what is, what ought to be, what is expected."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


@dataclass(frozen=True)
class Curve:
    """One curve of a chart over the steps of a year.

    Parameters
    ----------
    name : str
        What it is.
    points : tuple of float or None
        A percent a step; None where none is known.
    stroke : Stroke
        How it is drawn.
    bounds : tuple of float
        The lowest and the highest that the last point may be, or none.
    """

    name: str
    points: tuple[float | None, ...]
    stroke: Stroke = Stroke.SOLID
    bounds: tuple[float, ...] = ()


@dataclass(frozen=True)
class Figure(Part):
    """A chart of bars or curves: what is drawn, what it says in words, its figures as a table.

    Parameters
    ----------
    caption : str
        What the chart shows.
    bars : tuple of Bar
        Top to bottom: stacked counts where there are segments, else percents.
    alt : str
        What it says, for those who cannot see it.
    data : Table
        Its figures.
    segments : tuple of Segment
        The parts of each bar.
    target : float, optional
        Percent at which a line stands, named ``target_label``.
    curves : tuple of Curve
        Instead of bars: percents over ``steps``, which name what is below.
    """

    caption: str
    bars: tuple[Bar, ...]
    alt: str
    data: Table
    segments: tuple[Segment, ...] = ()
    target: float | None = None
    target_label: str = ""
    curves: tuple[Curve, ...] = ()
    steps: tuple[str, ...] = ()


@dataclass(frozen=True)
class Callout(Box):
    """A framed remark that may hold other parts."""

    title: str
    body: tuple[Part, ...] = ()
    tone: Tone = Tone.INFO


@dataclass(frozen=True)
class Details(Box):
    """Parts that open on demand on screen; always open on paper."""

    summary: str
    body: tuple[Part, ...]


@dataclass(frozen=True)
class Landscape(Box):
    """Parts that stand on A4 pages on their side in the PDF.

    ``running`` is printed at the head of each of those pages (one line of it a line of text); on
    screen, where there are no pages, it is left out.
    """

    body: tuple[Part, ...]
    running: str = ""


@dataclass(frozen=True)
class Series(Box):
    """Several parts that one cell of a notebook shows; in a document they stand by themselves."""

    body: tuple[Part, ...]


@dataclass(frozen=True)
class PageBreak(Part):
    """A new page on paper; nothing on screen."""
