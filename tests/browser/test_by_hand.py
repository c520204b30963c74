"""A notebook opened by hand: its outputs look as on the page, on a light and on a dark ground.

JupyterLab's own export carries its style sheets: what it shows is what a person sees there.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from helpers.chromium import EXECUTABLE, Chromium
from helpers.own_cells import executed, shown_by
from helpers.sample_parts import sample_parts
from nbconvert.exporters import HTMLExporter

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(EXECUTABLE is None, reason="no Chromium on this machine"),
]
_BOXES = """[...document.querySelectorAll('.fact')].map(e => [...e.children].map(c => {
  const b = c.getBoundingClientRect(); return [b.top, b.bottom, b.left]}))"""
_SHOWN = """[...document.querySelectorAll('figure.chart')].map(e =>
  [...e.querySelectorAll('svg, img')].filter(s => s.getBoundingClientRect().width > 0).length)"""
_ALIGNED = """[...new Set([...document.querySelectorAll('.plantrack tbody td')].map(e =>
  (e.matches('.count, .baht, .percent, .decimal') ? 'figure ' : 'text ') +
  getComputedStyle(e).textAlign))].sort()"""
_SHADES = """[...document.querySelectorAll('.plantrack td, .plantrack dt, .plantrack p')].map(e => {
  const n = getComputedStyle(e).color.match(/\\d+/g); return (+n[0] + +n[1] + +n[2]) / 3})"""


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    """Export the sample parts as JupyterLab does, in one of its themes."""
    notebook = executed([shown_by(part) for part in sample_parts()])
    exporter = HTMLExporter(theme=request.param)
    made, _ = exporter.from_notebook_node(notebook)
    ours = made.replace("<script", "<template").replace("</script", "</template")  # none of theirs
    file = tmp_path / "lab.html"
    file.write_text(ours, encoding="utf-8")
    return request.param, file


def test_outputs_look_as_on_the_page(browser: Chromium, page: tuple[str, Path]) -> None:
    """Words stand over their figure, a chart has one picture, text is left, figures right."""
    theme, file = page
    browser.open(file, 1440)
    for boxes in browser.ask(_BOXES):
        for above, below in pairwise(boxes):
            assert below[0] >= above[1] - 1
            assert abs(below[2] - above[2]) < 1
    assert {*browser.ask(_SHOWN)} == {1}
    assert browser.ask(_ALIGNED) == ["figure right", "text left"]
    shades = browser.ask(_SHADES)
    assert all(shade > 150 if theme == "dark" else shade < 130 for shade in shades)
