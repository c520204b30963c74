"""Parts made of what an analyst's own cells show: printed text, charts, pictures, and their box."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from plantrack_nb.render.parts.base import UNSAID, Box, Part
from plantrack_nb.render.parts.tabular import Table


@dataclass(frozen=True)
class Printed(Part):
    """Text as a cell has printed it: lines and blanks as they are."""

    text: str


@dataclass(frozen=True)
class Plot(Part):
    """A chart of any kind, drawn from a Vega-Lite specification.

    Parameters
    ----------
    caption : str
        What the chart shows.
    alt : str
        What it says, for those who cannot see it.
    tables : tuple of Table
        Its figures.
    spec : str
        The specification as JSON, its data inside.
    """

    caption: str
    alt: str
    tables: tuple[Table, ...]
    spec: str = field(metadata=UNSAID)


class ImageKind(StrEnum):
    """How a picture is stored."""

    PNG = "png"
    SVG = "svg"


@dataclass(frozen=True)
class Image(Part):
    """A picture that is shown as it is.

    Parameters
    ----------
    caption, alt : str
        What it shows, and what it says to those who cannot see it.
    data : str
        PNG in base64, or SVG; checked again before it is shown.
    """

    caption: str
    alt: str
    form: ImageKind
    data: str = field(metadata=UNSAID)


@dataclass(frozen=True)
class Own(Box):
    """What an analyst's own cell shows: all words in it may come from data."""

    body: tuple[Part, ...]
