"""One HTML file from a document: no script, nothing loaded, the font inside."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from plantrack_nb.render.document import Document
from plantrack_nb.render.html import Ids, render
from plantrack_nb.render.html.elements import broken, link
from plantrack_nb.render.stylesheets import environment, style
from plantrack_nb.render.told_once import told_once


def to_html(document: Document, trail: Iterable[tuple[str, str]] = ()) -> str:
    """Write the whole page.

    Parameters
    ----------
    document : Document
        What it shows.
    trail : iterable of (str, str)
        Name and relative path of the pages above this one, the topmost first; those that the
        document names itself by default.
    """
    above = [*trail] or document.masthead.trail
    ids = Ids()
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            title=document.masthead.title,
            trail=[link(name, target) for name, target in above],
            masthead=render(document.masthead, ids),
            outline=[(one.anchor, broken(one.text)) for one in document.outline if one.level == 2],
            body=Markup("\n").join(render(part, ids) for part in told_once(document.parts)),
            css=style("page.css.j2"),
        )
    )
