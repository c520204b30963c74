"""Style sheets: of the whole page, of parts in another frame, of one cell of a notebook."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from plantrack_nb.render import parts as p
from plantrack_nb.render import theme
from plantrack_nb.render.letters.fonts import FAMILY, WEIGHTS, web_font
from plantrack_nb.render.outline import walk

if TYPE_CHECKING:
    from jinja2 import Environment

_OF_KIND: dict[type[p.Part], tuple[str, ...]] = {
    p.Table: ("marks", "table", "details"),
    p.Facts: ("marks", "facts"),
    p.Callout: ("marks", "callout"),
    p.Details: ("details",),
    p.Figure: ("chart", "table", "details"),
    p.Plot: ("chart", "table", "details"),
    p.Image: ("chart",),
    p.Printed: ("printed",),
    p.Cover: ("official",),
    p.Memo: ("official",),
    p.Contents: ("official",),
    p.Closing: ("official",),
}
"""The sheets that a kind of part needs."""


@cache
def environment() -> Environment:
    """Return the templates of pages and sheets."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("plantrack_nb.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def style(template: str = "part.css.j2") -> Markup:
    """Fill in a style sheet: the page's own, or that of parts which stand elsewhere in a frame."""
    faces = [
        {"weight": weight, "data": b64encode(web_font(weight)).decode("ascii")}
        for weight in WEIGHTS
    ]
    text = environment().get_template(template).render(family=FAMILY, faces=faces, theme=theme)
    return Markup(text)  # noqa: S704  # our own style sheet, in which stands no data


def cell_style(part: p.Part) -> Markup:
    """Return what a part needs to look in a notebook as on the page, on a light and a dark ground.

    Each output has its own: a cell may be shown without the ones before it.
    """
    wanted = {name for one in walk([part]) for name in _OF_KIND.get(type(one), ())}
    return _cell_style(tuple(sorted(wanted)))


@cache
def _cell_style(sheets: Iterable[str]) -> Markup:
    text = (
        environment().get_template("cell.css.j2").render(family=FAMILY, theme=theme, sheets=sheets)
    )
    lines = (line.strip() for line in text.splitlines())
    return Markup("".join(filter(None, lines)))  # noqa: S704  # our own style sheet
