"""The nbconvert exporters."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import TYPE_CHECKING

import pytest
from helpers.sample_parts import sample_parts
from nbformat.v4 import new_code_cell, new_notebook, new_output
from traitlets.config import Config

from plantrack_nb.render.document import assemble
from plantrack_nb.render.exporters import (
    MenuHTMLExporter,
    MenuPDFExporter,
    PlantrackHTMLExporter,
    PlantrackPDFExporter,
)
from plantrack_nb.render.page import to_html
from plantrack_nb.render.pdf import to_pdf

if TYPE_CHECKING:
    from nbformat import NotebookNode


def _notebook() -> NotebookNode:
    outputs = [new_output("display_data", data=p._repr_mimebundle_()) for p in sample_parts()]
    made: NotebookNode = new_notebook(cells=[new_code_cell("secret()", outputs=outputs)])
    return made


def test_html() -> None:
    """The HTML exporter writes the page of the notebook's parts, without its code."""
    written, resources = PlantrackHTMLExporter().from_notebook_node(_notebook())
    assert written == to_html(assemble(sample_parts()))
    assert "secret()" not in written
    assert resources["output_extension"] == ".html"


def test_pdf() -> None:
    """The PDF exporter writes bytes for the same parts."""
    written, resources = PlantrackPDFExporter().from_notebook_node(_notebook())
    assert written == to_pdf(assemble(sample_parts()))
    assert resources["output_extension"] == ".pdf"


def test_the_users_configuration_changes_nothing() -> None:
    """A report does not depend on whose machine it was made on."""
    config = Config({"Exporter": {"preprocessors": ["no.such.Module"], "file_extension": ".txt"}})
    exporter = PlantrackHTMLExporter(config=config)
    assert exporter.from_notebook_node(_notebook())[0] == to_html(assemble(sample_parts()))
    assert exporter.file_extension == ".html"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("plantrack-html", PlantrackHTMLExporter),
        ("plantrack-pdf", PlantrackPDFExporter),
        ("plantrack_html", MenuHTMLExporter),
        ("plantrack_pdf", MenuPDFExporter),
    ],
)
def test_nbconvert_finds_them(name: str, kind: type) -> None:
    """``jupyter nbconvert --to NAME`` works wherever the package is installed."""
    found = [one for one in entry_points(group="nbconvert.exporters") if one.name == name]
    if not found:
        pytest.skip("the package is not installed, so it has no entry points")
    assert found[0].load() is kind
