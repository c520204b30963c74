"""Pictures in a cell's output: PNG and SVG, looked through; others are told and not shown."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping

from plantrack_nb.core.errors import RenderError
from plantrack_nb.render import parts as p
from plantrack_nb.render.outputs.png import checked_png, png_size
from plantrack_nb.render.outputs.svg import checked_svg, svg_size

PNG, SVG = "image/png", "image/svg+xml"
UNTOLD = "ภาพที่ยังไม่มีคำบรรยาย"
"""Stands where nobody has said what a picture shows."""


def image(bundle: Mapping[str, object], caption: str, alt: str) -> p.Image:
    """Make a part of the picture in a bundle of MIME types.

    Raises
    ------
    ValueError
        There is none that can be shown; the text says why.
    """
    said = alt or caption or UNTOLD
    if PNG in bundle:
        return p.Image(caption, said, p.ImageKind.PNG, _png(_text(bundle[PNG])))
    if SVG in bundle:
        return p.Image(caption, said, p.ImageKind.SVG, checked_svg(_text(bundle[SVG])))
    raise ValueError("only PNG and SVG pictures inside the notebook are shown")


def image_address(part: p.Image) -> str:
    """Return the picture as a ``data:`` address; a browser runs and loads nothing of one.

    Raises
    ------
    RenderError
        The record holds no picture that can be shown.
    """
    if part.form is p.ImageKind.PNG:
        return png_address(part.data)
    return f"data:{SVG};base64,{_svg(part)}"


def png_address(data: str) -> str:
    """Return a PNG in base64 as a ``data:`` address, checked again."""
    return f"data:{PNG};base64,{_checked(lambda: _png(data))}"


def image_svg(part: p.Image) -> tuple[str, float, float]:
    """Return the picture as SVG for paper, with its width and height."""
    if part.form is p.ImageKind.SVG:
        text = _checked(lambda: checked_svg(part.data))
        return text, *svg_size(text)
    return png_svg(part.data)


def png_svg(held: str) -> tuple[str, float, float]:
    """Return a PNG in base64 as SVG for paper, with its width and height."""
    data = _checked(lambda: _png(held))
    wide, high = png_size(base64.b64decode(data))
    inside = f'<image width="{wide}" height="{high}" href="data:{PNG};base64,{data}"/>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}">'
    return f"{head}{inside}</svg>", float(wide), float(high)


def _svg(part: p.Image) -> str:
    return base64.b64encode(_checked(lambda: checked_svg(part.data)).encode()).decode("ascii")


def _checked(made: Callable[[], str]) -> str:
    """Check a record's picture again: a notebook may have been changed by another hand."""
    try:
        return made()
    except ValueError as error:
        raise RenderError("A picture of the report cannot be shown.", why=str(error)) from error


def _png(text: str) -> str:
    try:
        data = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError("the PNG is damaged") from error
    return base64.b64encode(checked_png(data)).decode("ascii")


def _text(value: object) -> str:
    return "".join(value) if isinstance(value, list) else str(value)
