"""Make a chart's SVG fit for a shared document: allow-listed, named, with ids of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from plantrack_nb.core.errors import RenderError

_SVG = "http://www.w3.org/2000/svg"
_TAGS = frozenset({"svg", "g", "path", "rect", "circle", "line", "text", "defs", "clipPath"})
_ATTRIBUTES = frozenset(
    {
        "clip-path", "cx", "cy", "d", "display", "dominant-baseline", "dx", "dy", "fill",
        "fill-opacity", "font-family", "font-size", "font-style", "font-weight", "height", "id",
        "opacity", "r", "rx", "ry", "stroke", "stroke-dasharray", "stroke-linecap",
        "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width", "text-anchor",
        "transform", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2",
    }
)  # fmt: skip
_LOOK = {
    "font-size": "11px", "fill": "#000000", "font-weight": "normal", "text-anchor": "start",
}  # fmt: skip
"""How a text looks unless it, or the whole picture, says otherwise."""

_OWN_REFERENCE = re.compile(r"url\(#([\w-]+)\)")
_SAFE_VALUE = re.compile(r"[\w\s.,#%()+-]*")
_TRANSLATE = re.compile(r"translate\(\s*([-\d.e]+)[\s,]+([-\d.e]+)\s*\)")


@dataclass(frozen=True)
class Label:
    """One line of text in a picture: where its baseline starts, and how it looks (SVG units)."""

    text: str
    x: float
    y: float
    size: float
    colour: str
    bold: bool
    anchor: str


def clean(svg: str, prefix: str = "") -> ET.Element:
    """Return the picture with known elements and attributes only; ids start with ``prefix``.

    Raises
    ------
    RenderError
        If it is not an SVG picture.
    """
    root = _parse(svg)
    _keep_allowed(root, prefix)
    return root


def inline(svg: str, *, name: str, words: str, prefix: str) -> str:
    """Return the picture for use inside HTML: scalable, with ids of its own, named and described.

    ``name`` and ``words`` are the ids of the elements on the page that name and describe it.
    """
    root = clean(svg, prefix)
    for size in ("width", "height"):
        root.attrib.pop(size, None)
    root.attrib.update({"role": "img", "aria-labelledby": name, "aria-describedby": words})
    return ET.tostring(root, encoding="unicode")


def standalone(root: ET.Element) -> str:
    """Return the picture as a file of its own."""
    root.set("xmlns", _SVG)
    return ET.tostring(root, encoding="unicode")


def lift_labels(root: ET.Element) -> list[Label]:
    """Take the texts out of the picture and return them, so that another hand can set them.

    Knows groups and texts moved by ``translate``, and looks that are given to the whole picture.
    """
    look = {name: root.get(name, usual) for name, usual in _LOOK.items()}
    return [*_lift(root, (0.0, 0.0), look)]


def size(root: ET.Element) -> tuple[float, float]:
    """Return the width and height of the picture, in its own units."""
    _, _, width, height = (root.get("viewBox") or "0 0 1 1").split()
    return float(width), float(height)


def _lift(
    element: ET.Element, place: tuple[float, float], look: Mapping[str, str]
) -> Iterator[Label]:
    x, y = _moved(element, place)
    for child in [*element]:
        if child.tag == "text":
            yield _label(child, _moved(child, (x, y)), look)
            element.remove(child)
        else:
            yield from _lift(child, (x, y), look)


def _moved(element: ET.Element, place: tuple[float, float]) -> tuple[float, float]:
    moved = _TRANSLATE.fullmatch(element.get("transform", ""))
    return (place[0] + float(moved[1]), place[1] + float(moved[2])) if moved else place


def _label(text: ET.Element, place: tuple[float, float], look: Mapping[str, str]) -> Label:
    own = {name: text.get(name, usual) for name, usual in look.items()}
    return Label(
        "".join(text.itertext()),
        *place,
        size=float(own["font-size"].removesuffix("px")),
        colour=own["fill"],
        bold=own["font-weight"] == "bold",
        anchor=own["text-anchor"],
    )


def _parse(svg: str) -> ET.Element:
    # Without a document type there are no entities to blow up or to fetch.
    if "<!" in svg:
        raise _refused("it holds a document type or a comment")
    try:
        root = ET.fromstring(svg)  # noqa: S314  # see above
    except ET.ParseError as error:
        raise _refused(str(error)) from error
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{_SVG}}}")
    if root.tag != "svg":
        raise _refused(f"it is a <{root.tag:.40}>")
    return root


def _keep_allowed(element: ET.Element, prefix: str) -> None:
    kept = {name: _allowed(name, value, prefix) for name, value in element.attrib.items()}
    element.attrib.clear()
    element.attrib.update({name: value for name, value in kept.items() if value})
    for child in [*element]:
        if child.tag in _TAGS:
            _keep_allowed(child, prefix)
        else:
            element.remove(child)


def _allowed(name: str, value: str, prefix: str) -> str:
    if name not in _ATTRIBUTES or not _SAFE_VALUE.fullmatch(value):
        return ""
    if name == "id":
        return f"{prefix}{value}"
    own = _OWN_REFERENCE.fullmatch(value)
    if own:
        return f"url(#{prefix}{own[1]})"
    return "" if "url" in value.lower() else value


def _refused(why: str) -> RenderError:
    return RenderError(
        "A chart of the notebook is not a picture that can be shown.",
        why=why,
        hint="Run the notebook again with this version of plantrack_nb.",
    )
