"""Foreign SVG, e.g. of matplotlib: only what draws is kept, and nothing that leads elsewhere."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

_NS = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_LARGEST = 5_000_000
_DROPPED = {"title", "desc", "metadata", "style"}
"""Says nothing that is drawn; matplotlib's style sheet only rounds corners."""
_DRAWN = {
    "svg", "g", "defs", "clipPath", "use", "path", "rect", "line", "circle", "ellipse",
    "polyline", "polygon", "linearGradient", "radialGradient", "stop",
}  # fmt: skip
_GEOMETRY = {
    "d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "points",
    "viewBox", "transform", "offset", "gradientUnits", "gradientTransform", "clipPathUnits",
}  # fmt: skip
_PAINT = {
    "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray",
    "stroke-dashoffset", "stroke-miterlimit", "stroke-opacity", "fill-opacity", "opacity",
    "clip-path", "clip-rule", "fill-rule", "stop-color", "stop-opacity",
}  # fmt: skip
_PLAIN = re.compile(r"[\w\s.,#%()+-]*", re.ASCII)
_PLACE = re.compile(r"url\(#([\w.:-]+)\)", re.ASCII)
_ID = re.compile(r"[\w.:-]+", re.ASCII)


def checked_svg(text: str) -> str:
    """Return an SVG of shapes alone: tags and attributes of a list, values without a word.

    Raises
    ------
    ValueError
        It is no SVG, or holds what is not on the list: text, pictures, scripts, links.
    """
    if len(text) > _LARGEST or "<!ENTITY" in text:
        raise ValueError("the SVG is too large, or declares entities")
    try:
        root = ET.fromstring(text)  # noqa: S314 - it declares no entity
    except (ET.ParseError, ValueError) as error:
        raise ValueError("it is no SVG") from error
    if root.tag != f"{_NS}svg" or not _view(root):
        raise ValueError("it is no SVG with a size")
    made = _rebuilt(root)
    made.set("xmlns", "http://www.w3.org/2000/svg")
    made.set("viewBox", " ".join(f"{one:g}" for one in _view(root)))
    return ET.tostring(made, encoding="unicode")


def svg_size(text: str) -> tuple[float, float]:
    """Return width and height of a checked SVG, in its own units."""
    _, _, wide, high = _view(ET.fromstring(text))  # noqa: S314 - it was checked
    return wide, high


def _view(root: ET.Element) -> list[float]:
    said = root.get("viewBox") or f"0 0 {root.get('width', '')} {root.get('height', '')}"
    numbers = re.findall(r"-?\d+(?:\.\d+)?", said)
    view = [*map(float, numbers)]
    return view if len(view) == 4 and view[2] > 0 and view[3] > 0 else []


def _rebuilt(one: ET.Element) -> ET.Element:
    name = one.tag.removeprefix(_NS) if isinstance(one.tag, str) else ""
    if name not in _DRAWN:
        raise ValueError(f"the SVG holds <{name[:20]}>; show it as PNG instead")
    made = ET.Element(name, dict(_attributes(one)))
    made.extend([_rebuilt(child) for child in one if not _says_nothing(child)])
    return made


def _says_nothing(one: ET.Element) -> bool:
    return not isinstance(one.tag, str) or one.tag.removeprefix(_NS) in _DROPPED


def _attributes(one: ET.Element) -> list[tuple[str, str]]:
    given = [*one.attrib.items()]
    for declared in one.get("style", "").split(";"):
        name, _, value = declared.partition(":")
        given.append((name.strip(), value.strip()))
    return [(name.replace(_HREF, "href"), value) for name, value in given if _allowed(name, value)]


def _allowed(name: str, value: str) -> bool:
    if name == "id":
        return bool(_ID.fullmatch(value))
    if name in {"href", _HREF}:
        return value.startswith("#") and bool(_ID.fullmatch(value[1:]))
    if name in _PAINT:
        return bool(_PLACE.fullmatch(value) or (_PLAIN.fullmatch(value) and "url" not in value))
    return name in _GEOMETRY and bool(_PLAIN.fullmatch(value))
