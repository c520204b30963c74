"""Small objects of a PDF packed together: the same document, a third of its size."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from helpers.sample_parts import sample_parts

from plantrack_nb.core.errors import RenderError
from plantrack_nb.render import pdf
from plantrack_nb.render.document import assemble
from plantrack_nb.render.typesetting import packed as module


def test_a_reader_finds_the_same_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages, their text and the outline are those of the plain file; the packed one is smaller."""
    small = pdf.to_pdf(assemble(sample_parts()))
    monkeypatch.setattr(pdf, "packed", lambda made: made)
    plain = pdf.to_pdf(assemble(sample_parts()))
    assert len(small) < 0.75 * len(plain)
    assert _read(small) == _read(plain)


def test_what_is_built_otherwise_is_refused() -> None:
    """Nothing is guessed about a file of another kind, and one cut short is not packed."""
    for strange in (b"", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n"):
        with pytest.raises(RenderError, match="packed"):
            module.packed(strange)


def _read(made: bytes) -> tuple[list[str], list[str]]:
    document = pypdfium2.PdfDocument(io.BytesIO(made))
    pages = [page.get_textpage().get_text_range() for page in document]
    outline = [one.get_title() for one in document.get_toc()]
    document.close()
    return pages, outline
