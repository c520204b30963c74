"""A sheet to draw on: rectangles, lines and texts, written as one SVG picture."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from plantrack_nb.render.drawing import theme
from plantrack_nb.render.fonts import FAMILY

TEXT_SIZE = 14.0
"""Of every text of a picture, in its units."""


class Canvas:
    """An SVG picture of a given width that grows downwards; ``down`` is where its content ends.

    What is drawn is an element with attributes, never a piece of markup.
    """

    def __init__(self, width: float) -> None:
        self.width = width
        self.down = 0.0
        look = {"font-family": FAMILY, "font-size": f"{_short(TEXT_SIZE)}px", "fill": theme.INK}
        self._root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **look})

    def rect(
        self, corner: tuple[float, float], size: tuple[float, float], fill: str, *, edge: str = ""
    ) -> None:
        """Draw a filled rectangle, with a fine edge if asked."""
        (x, y), (width, height) = corner, size
        shape = self._add("rect", x=x, y=y, width=width, height=height)
        shape.set("fill", fill)
        if edge:
            shape.attrib.update({"stroke": edge, "stroke-width": "0.75"})

    def line(self, x: float, top: float, bottom: float, colour: str) -> None:
        """Draw a dashed upright line."""
        line = self._add("line", x1=x, x2=x, y1=top, y2=bottom)
        line.attrib.update({"stroke": colour, "stroke-width": "2", "stroke-dasharray": "6,4"})

    def text(
        self, at: tuple[float, float], words: str, colour: str = theme.INK,
        *, bold: bool = False, anchor: str = "start",
    ) -> None:  # fmt: skip
        """Write one line of text, its baseline starting (or centred, or ending) at a point."""
        line = self._add("text")
        line.set("transform", f"translate({_short(at[0])},{_short(at[1])})")
        unusual = {
            "fill": "" if colour == theme.INK else colour,
            "text-anchor": "" if anchor == "start" else anchor,
            "font-weight": "bold" if bold else "",
        }
        line.attrib.update({name: value for name, value in unusual.items() if value})
        line.text = words

    def finish(self) -> str:
        """Return the picture, as high as what was drawn."""
        size = {"width": _short(self.width), "height": _short(max(self.down, 1.0))}
        self._root.attrib.update({**size, "viewBox": f"0 0 {size['width']} {size['height']}"})
        return ET.tostring(self._root, encoding="unicode")

    def _add(self, tag: str, **places: float) -> ET.Element:
        return ET.SubElement(self._root, tag, {name: _short(at) for name, at in places.items()})


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
