"""How a notebook shows a part: as HTML, and as the record that documents are made from."""

from __future__ import annotations

from plantrack_nb.render.parts.base import MIME, Part


def shown(part: Part) -> dict[str, object]:
    """Return a part's representations by their MIME types."""
    from plantrack_nb.render.codec import to_text
    from plantrack_nb.render.html import fragment

    return {
        "text/plain": f"<{type(part).__name__}>",
        "text/html": fragment(part),
        MIME: to_text(part),
    }


Part.shown_by = shown
