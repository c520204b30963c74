"""A chart as shapes that are placed already: painted in the notebook, or written to a file.

The browser only makes elements of them. Nothing is clipped, and no shape bears an id, so charts
on one page cannot spoil each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil, floor, log10
from types import MappingProxyType
from typing import Any, Literal

from plantrack_nb.render import theme
from plantrack_nb.render.drawing.picture import TEXT_SIZE, Label, Picture
from plantrack_nb.render.letters.break_marks import marked
from plantrack_nb.render.letters.text_width import wrap
from plantrack_nb.render.parts import Shade

Tag = Literal["rect", "circle", "line", "text"]
SIZE = 12.0
"""Of a chart's letters, in pixels."""

LOOKS: Mapping[str, str] = MappingProxyType(
    {
        "accent": theme.ACCENT,
        "second": theme.SHADES[Shade.WARM],
        "target": theme.TARGET,
        "ink": theme.INK,
        "muted": theme.MUTED,
        "line": theme.LINE,
        "track": theme.TRACK,
        "unknown": theme.UNKNOWN,
        **{shade.value: colour for shade, colour in theme.SHADES.items()},
    }
)
"""Colours by the names that shapes and the style sheet know."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One element: where it is, how it looks, and, if it can be chosen, its key and its name.

    Parameters
    ----------
    tag : str
        ``rect``, ``circle``, ``line`` or ``text``.
    at : mapping
        Its measures, as SVG names them.
    look : str
        One of :data:`LOOKS`.
    key : str
        What a click on it chooses; ``""`` of what cannot be chosen.
    said : str
        What it shows, in words.
    words : str
        The text of a text.
    anchor : str
        Where a text begins: ``start``, ``middle`` or ``end``.
    """

    tag: Tag
    at: Mapping[str, float]
    look: str = "ink"
    key: str = ""
    said: str = ""
    words: str = ""
    anchor: str = "start"


@dataclass(frozen=True)
class Scene:
    """A chart: its title, a note under it, what the colours mean, and its shapes."""

    title: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    note: str = ""
    legend: tuple[tuple[str, str], ...] = ()

    @property
    def wire(self) -> dict[str, Any]:
        """What is sent to the browser; texts of more than a line carry where they may break."""
        return {
            "title": marked(self.title),
            "note": marked(self.note),
            "legend": [[look, marked(name)] for look, name in self.legend],
            "width": self.width,
            "height": self.height,
            "shapes": [_sent(one) for one in self.shapes],
        }

    def svg(self) -> str:
        """Write it as a picture that stands by itself."""
        picture = Picture(self.width + 20)
        picture.down = 6
        for text, bold in ((self.title, True), (self.note, False)):
            for line in wrap(text, self.width, TEXT_SIZE) if text else ():
                picture.down += 18
                picture.text((10, picture.down), line, bold=bold)
        _draw_legend(picture, self.legend)
        top = picture.down + 10
        for shape in self.shapes:
            _draw(picture, shape, top)
        picture.down = top + self.height + 6
        return picture.svg(
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "width": f"{picture.width:g}",
                "height": f"{picture.height:g}",
            }
        )


def ticks(low: float, high: float, least: float = 0.0, most: int = 6) -> tuple[float, ...]:
    """Round figures from at or below ``low`` to at or above ``high``, evenly apart.

    Parameters
    ----------
    low, high : float
        What they have to hold.
    least : float
        How far they stand apart at least.
    most : int
        How many steps they make at most, one more at either end where it is needed.
    """
    span = max(high - low, 1e-9)
    base = 10.0 ** (floor(log10(span)) - 1)
    gaps = (power * step for power in (base, 10 * base) for step in (1, 2, 5))
    gap = next((one for one in gaps if span / one <= most and one >= least), least)
    first, last = floor(low / gap), ceil(high / gap)
    return tuple(round(at * gap, 10) for at in range(first, last + 1))


def _sent(one: Shape) -> dict[str, Any]:
    made: dict[str, Any] = {
        "tag": one.tag,
        "at": {name: round(value, 1) for name, value in one.at.items()},
        "look": one.look,
    }
    for name in ("key", "said", "words"):
        if value := getattr(one, name):
            made[name] = value
    return made if one.anchor == "start" else {**made, "anchor": one.anchor}


def _draw_legend(picture: Picture, legend: Iterable[tuple[str, str]]) -> None:
    x = 10.0
    for look, name in legend:
        wide = 24 + sum(TEXT_SIZE * 0.55 for _ in name)
        if x == 10.0 or x + wide > picture.width:
            x, picture.down = 10.0, picture.down + 20
        picture.rect((x, picture.down - 10), (12, 12), LOOKS[look], edge=theme.MUTED)
        picture.text((x + 17, picture.down), name)
        x += wide + 12


def _draw(picture: Picture, one: Shape, top: float) -> None:
    at, colour = one.at, LOOKS[one.look]
    if one.tag == "rect":
        corner = (10 + at["x"], top + at["y"])
        picture.rect(corner, (at["width"], at["height"]), colour)
    elif one.tag == "circle":
        picture.dot((10 + at["cx"], top + at["cy"]), colour, radius=at["r"])
    elif one.tag == "line":
        ends = [(10 + at[f"x{n}"], top + at[f"y{n}"]) for n in (1, 2)]
        picture.path(ends, colour, wide=2.0 if one.look == "target" else 1.0)
    else:
        scale = SIZE / TEXT_SIZE
        picture.label(
            Label(one.words, 10 + at["x"], top + at["y"], colour, anchor=one.anchor, scale=scale)
        )
