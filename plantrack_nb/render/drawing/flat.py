"""SVG as Vega writes it, taken apart into shapes and labels: no groups, names, roles or links."""

from __future__ import annotations

import re
from math import atan2, cos, degrees, hypot, radians, sin
from typing import Any
from xml.etree import ElementTree as ET

from plantrack_nb.core.errors import RenderError
from plantrack_nb.core.language import say
from plantrack_nb.render import theme
from plantrack_nb.render.drawing.paths import outline
from plantrack_nb.render.drawing.picture import TEXT_SIZE, Label, Picture

_SHAPES: dict[str, tuple[str, ...]] = {
    "path": ("d",),
    "line": ("x1", "y1", "x2", "y2"),
    "rect": ("x", "y", "width", "height", "rx", "ry"),
    "circle": ("cx", "cy", "r"),
}
_PAINT = {"fill": "#000", "stroke": "none"}
_MORE = (
    "stroke-width", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin",
    "stroke-opacity", "fill-opacity", "opacity",
)  # fmt: skip
_INHERITED = (*_PAINT, *_MORE, "font-size", "font-weight", "text-anchor")
_THROUGH = {"svg", "g", "a"}
_VALUE = re.compile(r"[\w\s.,#%()+-]*", re.ASCII)
_STEP = re.compile(r"(\w+)\(([^()]*)\)")
_BOLD = re.compile("bold|[6-9]00")
_NOTHING = re.compile("(?:M0,0h0v0h0Z)?")
"""The outline of a selection while nothing is chosen."""

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)


def flattened(svg: str) -> Picture:
    """Return the picture.

    Raises
    ------
    RenderError
        It holds what no report can show, such as pictures or colours that run into each other.
    """
    root = ET.fromstring(svg)  # noqa: S314 - vl-convert has just written it
    wide, high = (float(root.get(name, "1")) for name in ("width", "height"))
    picture = Picture(wide)
    picture.down = high
    for child in root:
        _walk(child, {}, _SAME, picture)
    return picture


def _walk(one: ET.Element, above: dict[str, str], at: Matrix, picture: Picture) -> None:
    name = _tag(one)
    if one.get("display") == "none" or one.get("opacity") == "0" or not name:
        return  # a label that would overlap another is hidden so
    if "clip-path" in one.attrib:
        _require_nothing(one)
        return
    look = _look(one, above)
    here = _times(at, _matrix(one.get("transform", "")))
    if name in _THROUGH:
        for child in one:
            _walk(child, look, here, picture)
    elif name == "text":
        _write(one, look, here, picture)
    elif name in _SHAPES:
        _draw(one, name, look, here, picture)
    elif name != "defs" or {*map(_tag, one)} != {"clipPath"}:
        raise _unshowable(f"<{name}>")


def _look(one: ET.Element, above: dict[str, str]) -> dict[str, str]:
    look = {**above, **{key: value for key in _INHERITED if (value := one.get(key)) is not None}}
    if "opacity" in above and "opacity" in one.attrib:
        look["opacity"] = f"{float(above['opacity']) * float(one.attrib['opacity']):g}"
    return look


def _tag(one: ET.Element) -> str:
    return one.tag.rpartition("}")[2] if isinstance(one.tag, str) else ""


def _require_nothing(clipped: ET.Element) -> None:
    """Refuse what is cut off at an edge, unless it draws nothing: a selection without a choice."""
    for one in clipped.iter():
        name = _tag(one)
        is_empty = name == "path" and _NOTHING.fullmatch(one.get("d", ""))
        if name not in _THROUGH and not is_empty:
            raise _unshowable("clip-path")


def _unshowable(what: str) -> RenderError:
    return RenderError(
        say("แผนภูมิมีสิ่งที่รายงานแสดงไม่ได้", "A chart holds what no report can show."),
        why=say(f"ภาพของแผนภูมิมี {what}", f"its picture has {what}"),
        hint=say(
            "เลี่ยงการตัดขอบ (clip) การไล่สี และภาพในแผนภูมิ หรือแสดงเป็น PNG",
            "Use marks without clipping, gradients and images, or show it as PNG.",
        ),
    )


def _draw(one: ET.Element, name: str, look: dict[str, str], at: Matrix, picture: Picture) -> None:
    paint = {key: look.get(key, usual) for key, usual in _PAINT.items()}
    if all(value in {"none", "transparent"} for value in paint.values()):
        return
    more = {key: look[key] for key in _MORE if look.get(key, "1") != "1"}
    form = {key: one.get(key, "") for key in _SHAPES[name] if key in one.attrib}
    if form.get("d") == "":
        return
    moved = outline(name, form, *at[4:]) if at[:4] == _SAME[:4] else None
    placed = {"transform": _said(at), **form} if moved is None else {"d": moved}
    given = {**placed, **paint, **more}
    if not all(_VALUE.fullmatch(value) for value in given.values()) or "url" in str(paint):
        raise _unshowable(f"{given!s:.80}")
    picture.shape(ET.Element(name if moved is None else "path", given))


def _write(one: ET.Element, look: dict[str, str], at: Matrix, picture: Picture) -> None:
    """Write a text; one of several lines holds a piece for each, so far below the one before."""
    _write_line(one.text or "", look, at, picture)
    down = 0.0
    for line in one:
        down += float(line.get("dy", "0"))
        below = _times(at, (1, 0, 0, 1, float(line.get("x", "0")), down))
        _write_line("".join(line.itertext()), look, below, picture)


def _write_line(words: str, look: dict[str, str], at: Matrix, picture: Picture) -> None:
    if not words.strip():
        return
    a, b, _, _, x, y = at
    size = float(look.get("font-size", "10").removesuffix("px")) * hypot(a, b)
    picture.label(
        Label(
            words,
            round(x, 1),
            round(y, 1),
            _colour(look.get("fill", theme.INK)),
            bool(_BOLD.match(look.get("font-weight", ""))),
            look.get("text-anchor", "start"),
            turn=round(degrees(atan2(b, a)), 1),
            scale=round(size / TEXT_SIZE, 3),
        )
    )


def _colour(said: str) -> str:
    if re.fullmatch("#[0-9a-fA-F]{6}", said):
        return said
    short = re.fullmatch("#([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])", said)
    if short:
        return "#" + "".join(2 * one for one in short.groups())
    numbers = re.fullmatch(r"rgba?\((\d+), ?(\d+), ?(\d+)[^)]*\)", said)
    if numbers:
        return "#" + "".join(f"{min(int(one), 255):02x}" for one in numbers.groups())
    return {"white": "#ffffff", "black": "#000000"}.get(said, theme.INK)


def _matrix(transform: str) -> Matrix:
    made = _SAME
    for name, inside in _STEP.findall(transform):
        numbers = [float(one) for one in re.split(r"[\s,]+", inside.strip())]
        made = _times(made, _one(name, numbers))
    return made


def _one(name: str, numbers: list[float]) -> Matrix:
    if name == "translate":
        return (1, 0, 0, 1, numbers[0], numbers[1] if len(numbers) > 1 else 0)
    if name == "scale":
        return (numbers[0], 0, 0, numbers[-1], 0, 0)
    if name == "rotate":
        turn = radians(numbers[0])
        back: Matrix = (cos(turn), sin(turn), -sin(turn), cos(turn), 0, 0)
        if len(numbers) < 3:
            return back
        x, y = numbers[1:3]
        return _times(_times((1, 0, 0, 1, x, y), back), (1, 0, 0, 1, -x, -y))
    if name == "matrix" and len(numbers) == 6:
        given: Any = tuple(numbers)
        matrix: Matrix = given
        return matrix
    raise _unshowable(f"transform {name!r:.20}")


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j,
        a * k + c * m + e, b * k + d * m + f,
    )  # fmt: skip


def _said(at: Matrix) -> str:
    a, b, c, d, e, f = (f"{round(one, 3) + 0:g}" for one in at)
    return (
        f"translate({e},{f})"
        if (a, b, c, d) == ("1", "0", "0", "1")
        else (f"matrix({a},{b},{c},{d},{e},{f})")
    )
