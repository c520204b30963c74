"""One HTML file from a document: no script, nothing loaded, the font inside."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from plantrack_nb.render import theme
from plantrack_nb.render.document import Document
from plantrack_nb.render.fonts import FAMILY, WEIGHTS, web_font
from plantrack_nb.render.html import Ids, render
from plantrack_nb.render.html.elements import broken, link

if TYPE_CHECKING:
    from jinja2 import Environment


def to_html(document: Document, trail: Iterable[tuple[str, str]] = ()) -> str:
    """Write the whole page.

    Parameters
    ----------
    document : Document
        What it shows.
    trail : iterable of (str, str)
        Name and relative path of the pages above this one, the topmost first.
    """
    ids = Ids()
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            title=document.masthead.title,
            trail=[link(name, target) for name, target in trail],
            masthead=render(document.masthead, ids),
            outline=[(one.anchor, broken(one.text)) for one in document.outline if one.level == 2],
            body=Markup("\n").join(render(part, ids) for part in document.parts),
            css=style("page.css.j2"),
        )
    )


@cache
def _environment() -> Environment:
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
    text = _environment().get_template(template).render(family=FAMILY, faces=faces, theme=theme)
    return Markup(text)  # noqa: S704  # our own style sheet, in which stands no data
