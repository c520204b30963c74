"""One PDF from a document: set by Typst, tagged, archivable, the same bytes every time."""

from __future__ import annotations

import json
import os
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.core.errors import RenderError
from plantrack_nb.render.document import Document
from plantrack_nb.render.letters.fonts import missing_glyphs, print_fonts
from plantrack_nb.render.paper import for_paper
from plantrack_nb.render.part_texts import texts
from plantrack_nb.render.typesetting import view
from plantrack_nb.render.typesetting.packed import packed

if TYPE_CHECKING:
    import typst

_STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_TEMPLATE = Path(__file__).parent / "templates" / "report.typ"
_SHOWN = 12


def to_pdf(document: Document) -> bytes:
    """Set the document.

    Raises
    ------
    RenderError
        If the font lacks a character of our own words, or Typst finds the document unfit for
        PDF/A-2a or PDF/UA-1.
    """
    import typst

    printed = for_paper(document)
    _require_glyphs(printed)
    try:
        made = _compiler().compile(
            format="pdf",
            pdf_standards=_STANDARDS,
            sys_inputs={"document": json.dumps(view(printed), ensure_ascii=False)},
            timestamp=_timestamp(document),
        )
    except typst.TypstError as error:
        raise RenderError(
            "The PDF cannot be set.",
            why=error.message,
            hint=" ".join(error.hints) or "Look at the part of the report that is named.",
        ) from error
    assert isinstance(made, bytes)
    return packed(made)


@cache
def _compiler() -> typst.Compiler:
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(print_fonts())]
    )
    return typst.Compiler(_TEMPLATE, root=_TEMPLATE.parent, font_paths=fonts)


def _timestamp(document: Document) -> datetime:
    """Return the time the PDF claims: ``SOURCE_DATE_EPOCH``, else the document's own date."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC)
    if document.masthead.date:
        return datetime.combine(date.fromisoformat(document.masthead.date), time(), UTC)
    return datetime.fromtimestamp(0, UTC)


def _require_glyphs(printed: Document) -> None:
    said = [*texts((printed.masthead, *printed.parts))]
    missing = missing_glyphs(said)
    if missing:
        named = ", ".join(f"{one} (U+{ord(one):04X})" for one in missing[:_SHOWN])
        more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
        first = next(text for text in said if missing[0] in text)
        raise RenderError(
            "The font of the report has no picture for a character in the text.",
            where=f"{first[:80]!r}",
            why=f"Sarabun lacks {named}{more}",
            hint="Replace the character: these are words of the report, not of its data.",
        )
