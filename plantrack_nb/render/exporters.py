"""The two nbconvert exporters: ``plantrack-html`` and ``plantrack-pdf``.

They take nothing from the user's nbconvert configuration, so that a report does not depend on whose
machine it was made on, and they read only the parts in the notebook's outputs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from nbconvert.exporters import Exporter

from plantrack_nb.render.document import Document, read_notebook
from plantrack_nb.render.page import to_html
from plantrack_nb.render.pdf import to_pdf

if TYPE_CHECKING:
    from nbformat import NotebookNode


class _PartsExporter(Exporter):
    """Reads the parts of a notebook; a subclass says how they are written."""

    ending: str
    written: Callable[[Document], str | bytes]

    def __init__(self, config: object = None, **options: Any) -> None:
        del config  # what nbconvert found in the user's home folder
        super().__init__(config=None, **options)  # type: ignore[no-untyped-call]

    def from_notebook_node(
        self, nb: NotebookNode, resources: Any = None, **_: Any
    ) -> tuple[Any, Any]:
        """Return the document made of ``nb`` and nbconvert's resources."""
        made = type(self).written(read_notebook(nb))
        return made, self._init_resources(resources)  # type: ignore[no-untyped-call]

    def _file_extension_default(self) -> str:
        return self.ending


class PlantrackHTMLExporter(_PartsExporter):
    """One HTML file: Thai, no script, nothing loaded from elsewhere."""

    export_from_notebook = "plantrack HTML"
    output_mimetype = "text/html"
    ending = ".html"
    written = staticmethod(to_html)


class PlantrackPDFExporter(_PartsExporter):
    """One tagged PDF (PDF/A-2a, PDF/UA-1), set by Typst."""

    export_from_notebook = "plantrack PDF"
    output_mimetype = "application/pdf"
    ending = ".pdf"
    written = staticmethod(to_pdf)
