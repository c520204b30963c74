"""Small notebooks made for a test, and a project folder of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import nbformat

if TYPE_CHECKING:
    from pathlib import Path

    from nbformat import NotebookNode

PARAMETERS = 'district: str = "7301"\nfiscal_year: int = 2565\nquarter: int = 2\nsource = out = ""'
FINDINGS = """
from pathlib import Path
from plantrack_nb.core.files import write_text
from plantrack_nb.core.findings import Finding, Severity, to_json
found = [Finding("rule", "6.7", Severity.ERROR, "m")] if "wrong" in Path(source).read_text() else []
changed = write_text(Path(out) / "findings.json", to_json(found))
"""
REPORT = """
from plantrack_nb.render.parts import Heading
Heading("ภาพรวม")
"""
MASTHEAD = """
from plantrack_nb.report import pages as views
views.masthead("สำนักงานเขตตัวอย่าง", fiscal_year, quarter)
"""


def notebook(*cells: str, parameters: str | None = None) -> NotebookNode:
    """Make a notebook of code cells, the first one its parameters."""
    sources = [parameters, *cells] if parameters is not None else [*cells]
    made: NotebookNode = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(one, id=f"c{i}") for i, one in enumerate(sources)],
        metadata={"kernelspec": {"name": "python3", "display_name": "P", "language": "python"}},
    )
    if parameters is not None:
        made.cells[0].metadata["tags"] = ["parameters"]
    return made


def saved(path: Path, *cells: str, parameters: str | None = None) -> Path:
    """Write such a notebook to ``path``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook(*cells, parameters=parameters), path)
    return path


def project(folder: Path, *, check: str = FINDINGS) -> Path:
    """Make a project with the three notebooks of a round, each a few lines long."""
    saved(folder / "notebooks" / "01_load.ipynb", "print(district)", parameters=PARAMETERS)
    saved(folder / "notebooks" / "02_check.ipynb", check, parameters=PARAMETERS)
    report = PARAMETERS + '\nshow_persons = False\nmemo_number = ""'
    saved(folder / "notebooks" / "03_report.ipynb", MASTHEAD, REPORT, parameters=report)
    (folder / "data").mkdir()
    (folder / "params").mkdir()
    (folder / "params" / "waivers.yaml").write_text("[]\n", encoding="utf-8")
    return folder
