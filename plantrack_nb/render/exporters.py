"""The two nbconvert exporters: ``plantrack-html`` and ``plantrack-pdf``.

They take nothing from the user's nbconvert configuration but how a notebook is run first
(``--execute``), so that a report does not depend on whose machine it was made on.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from nbconvert.exporters import Exporter

from plantrack_nb.render.display import EXTENSION
from plantrack_nb.render.document import Document, read_notebook
from plantrack_nb.render.page import to_html
from plantrack_nb.render.pdf import to_pdf

if TYPE_CHECKING:
    from nbformat import NotebookNode


class _PartsExporter(Exporter):
    """Reads the parts of a notebook; a subclass says how they are written."""

    ending: str
    written: Callable[[Document], str | bytes]

    def __init__(self, config: Any = None, **options: Any) -> None:
        # All else that nbconvert found in the user's home folder is left alone.
        self._run = {} if config is None else dict(config.get("ExecutePreprocessor", {}))
        super().__init__(config=None, **options)  # type: ignore[no-untyped-call]

    def from_notebook_node(
        self, nb: NotebookNode, resources: Any = None, **_: Any
    ) -> tuple[Any, Any]:
        """Return the document made of ``nb``, run first if asked, and nbconvert's resources.

        Raises
        ------
        RenderError
            The notebook has not been run, a cell failed, or the document cannot be made.
        """
        given: Any = self._init_resources(resources)  # type: ignore[no-untyped-call]  # untyped there
        if self._run.get("enabled"):
            nb = self._executed(nb, given)
        document = read_notebook(nb, str(given.get("metadata", {}).get("name", "")))
        for told in document.left_out:
            self.log.warning(told)
        return type(self).written(document), given

    def _executed(self, nb: NotebookNode, resources: Any) -> NotebookNode:
        """Run a copy of the notebook in a kernel, as nbconvert's own exporters do."""
        from nbconvert.preprocessors import ExecutePreprocessor
        from traitlets.config import Config

        # A failed cell is told by the document, with its number and in its own words.
        wanted = Config({"ExecutePreprocessor": {**self._run, "allow_errors": True}})
        runner: Any = ExecutePreprocessor
        kernel = runner(config=wanted)
        kernel.extra_arguments = [f"--IPKernelApp.extra_extensions={EXTENSION}"]
        done, _ = kernel.preprocess(deepcopy(nb), resources)
        executed: NotebookNode = done
        return executed

    def _file_extension_default(self) -> str:
        return self.ending


class PlantrackHTMLExporter(_PartsExporter):
    """One HTML file: Thai, no script, nothing loaded from elsewhere."""

    output_mimetype = "text/html"
    ending = ".html"
    written = staticmethod(to_html)


class PlantrackPDFExporter(_PartsExporter):
    """One tagged PDF (PDF/A-2a, PDF/UA-1), set by Typst."""

    output_mimetype = "application/pdf"
    ending = ".pdf"
    written = staticmethod(to_pdf)


class MenuHTMLExporter(PlantrackHTMLExporter):
    """The same for JupyterLab's menu, whose server knows no name with a hyphen."""

    export_from_notebook = "plantrack HTML"


class MenuPDFExporter(PlantrackPDFExporter):
    """The same for JupyterLab's menu."""

    export_from_notebook = "plantrack PDF"
