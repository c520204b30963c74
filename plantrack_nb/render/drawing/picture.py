"""A picture: rectangles, lines and labels in the order in which they are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from xml.etree import ElementTree as ET

from plantrack_nb.render import theme
from plantrack_nb.render.letters.fonts import FAMILY

TEXT_SIZE = 14.0
"""Of every label of a picture, in its units."""

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Label:
    """One line of text: the place where its baseline starts (or is centred, or ends), its look.

    It is turned by so many degrees about that place, and ``scale`` times as large as others.
    """

    text: str
    x: float
    y: float
    colour: str = theme.INK
    bold: bool = False
    anchor: str = "start"
    turn: float = 0.0
    scale: float = 1.0


class Picture:
    """A picture of a given width that grows downwards; ``down`` is where its content ends.

    What is drawn are records and elements with attributes, never a piece of markup.
    """

    def __init__(self, width: float) -> None:
        self.width = width
        self.down = 0.0
        self._drawn: list[ET.Element | Label] = []

    @property
    def height(self) -> float:
        """As high as what was drawn."""
        return max(self.down, 1.0)

    @property
    def labels(self) -> Iterator[Label]:
        """The texts."""
        return (one for one in self._drawn if isinstance(one, Label))

    def rect(
        self, corner: tuple[float, float], size: tuple[float, float], fill: str, *, edge: str = ""
    ) -> None:
        """Draw a filled rectangle, with a fine edge if asked."""
        (x, y), (width, height) = corner, size
        look = {"fill": fill} | ({"stroke": edge, "stroke-width": "0.75"} if edge else {})
        self._draw("rect", look, x=x, y=y, width=width, height=height)

    def line(self, x: float, top: float, bottom: float, colour: str) -> None:
        """Draw a dashed upright line."""
        look = {"stroke": colour, "stroke-width": "2", "stroke-dasharray": "6,4"}
        self._draw("line", look, x1=x, x2=x, y1=top, y2=bottom)

    def marks(self, x: float, spans: Sequence[tuple[float, float]], colour: str) -> None:
        """Draw short upright lines, one below the other."""
        through = "".join(f"M{_short(x)},{_short(top)}V{_short(end)}" for top, end in spans)
        self._draw("path", {"d": through, "fill": "none", "stroke": colour, "stroke-width": "3"})

    def path(
        self, points: Sequence[tuple[float, float]], colour: str, *, wide: float = 2.5,
        dashes: str = "",
    ) -> None:  # fmt: skip
        """Draw a line through points."""
        look = {"fill": "none", "stroke": colour, "stroke-width": _short(wide)}
        look |= {"stroke-dasharray": dashes} if dashes else {}
        through = " ".join(f"{_short(x)},{_short(y)}" for x, y in points)
        self._draw("polyline", {**look, "points": through, "stroke-linejoin": "round"})

    def dot(self, at: tuple[float, float], colour: str, *, radius: float = 4.0) -> None:
        """Draw a filled point."""
        self._draw("circle", {"fill": colour}, cx=at[0], cy=at[1], r=radius)

    def text(
        self, at: tuple[float, float], words: str, colour: str = theme.INK,
        *, bold: bool = False, anchor: str = "start",
    ) -> None:  # fmt: skip
        """Write one line of text."""
        x, y = at
        self._drawn.append(Label(words, round(x, 1), round(y, 1), colour, bold, anchor))

    def shape(self, element: ET.Element) -> None:
        """Add a shape that is made already.

        One that looks like the shape before it goes on with it: an axis has one outline for all its
        ticks. Shapes that can be seen through stay apart.
        """
        last = self._drawn[-1] if self._drawn else None
        if isinstance(last, ET.Element) and _look(last) == _look(element) != {}:
            last.set("d", last.attrib["d"] + element.attrib["d"])
        else:
            self._drawn.append(element)

    def label(self, label: Label) -> None:
        """Add a line of text that is placed already."""
        self._drawn.append(label)

    def svg(self, attributes: Mapping[str, str] = _NONE, *, labels: bool = True) -> str:
        """Write the picture as SVG, without a size of its own.

        Parameters
        ----------
        attributes : mapping
            Of the whole picture: its namespace, its name.
        labels : bool
            With its texts, or without them where another hand sets these.
        """
        look = {"font-family": FAMILY, "font-size": f"{_short(TEXT_SIZE)}px", "fill": theme.INK}
        view = f"0 0 {_short(self.width)} {_short(self.height)}"
        root = ET.Element("svg", {**look, "viewBox": view, **attributes})
        for one in self._drawn:
            if not isinstance(one, Label):
                root.append(one)
            elif labels:
                root.append(_written(one))
        return ET.tostring(root, encoding="unicode")

    def _draw(self, tag: str, look: dict[str, str], **places: float) -> None:
        at = {name: _short(place) for name, place in places.items()}
        self._drawn.append(ET.Element(tag, {**at, **look}))


def _written(label: Label) -> ET.Element:
    unusual = {
        "fill": "" if label.colour == theme.INK else label.colour,
        "text-anchor": "" if label.anchor == "start" else label.anchor,
        "font-weight": "bold" if label.bold else "",
    }
    place = {"transform": _place(label)}
    look = {name: value for name, value in unusual.items() if value}
    line = ET.Element("text", {**place, **look})
    line.text = label.text
    return line


def _place(label: Label) -> str:
    turn = f" rotate({_short(label.turn)})" if label.turn else ""
    scale = "" if label.scale == 1 else f" scale({label.scale:g})"
    return f"translate({_short(label.x)},{_short(label.y)}){turn}{scale}"


def _look(element: ET.Element) -> dict[str, str]:
    """Return how an outline looks; nothing of a shape that has to stay by itself."""
    if element.tag != "path" or "transform" in element.attrib or "opacity" in str(element.attrib):
        return {}
    return {name: value for name, value in element.attrib.items() if name != "d"}


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
