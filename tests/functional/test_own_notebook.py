"""An office's own notebook in the row: whatever it shows is in the report."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import nbformat
import pytest
from helpers.made_project import command

pytestmark = pytest.mark.notebooks

_PARAMETERS = 'district: str = ""\nout: str = ""\nmost: int = 3'
_CELLS = (
    "import pandas as pd\nimport altair as alt\nfrom IPython.display import HTML",
    "frame = pd.DataFrame({'กลุ่ม': ['HOSTILE', 'ข'], 'budget': [1234567.25, 2.0]})\nframe",
    "alt.Chart(frame, title='HOSTILE').mark_bar().encode(x='budget:Q', y='กลุ่ม:N')",
    "print('HOSTILE', district)",
    "HTML('<iframe>')",
)
_HOSTILE = "</td><img src=x onerror=a()>"


def _project(folder: Path, root: Path, words: str) -> Path:
    for name in ("notebooks", "params", "data"):
        shutil.copytree(root / name, folder / name)
    cells = [nbformat.v4.new_code_cell(_PARAMETERS, metadata={"tags": ["parameters"]})]
    cells += [nbformat.v4.new_code_cell(one.replace("HOSTILE", words)) for one in _CELLS]
    cells.append(nbformat.v4.new_markdown_cell(f"## เพิ่มเติม\n\n{words}"))
    held = json.loads(nbformat.writes(nbformat.v4.new_notebook(cells=cells)))
    for cell in held["cells"]:
        del cell["id"]
    held["nbformat_minor"] = 2
    text = "\ufeff" + json.dumps(held, ensure_ascii=False)
    (folder / "notebooks" / "วิเคราะห์เพิ่ม.ipynb").write_text(text, encoding="utf-8")
    (folder / "params" / "own.yaml").write_text(
        "fiscal_year: 2565\nquarter: 2\ndistricts: ['7301']\nformats: [html, pdf]\n"
        "inputs: data/{district}-{fiscal_year}-q{quarter}.xlsx\n"
        "notebooks: [01_load, 02_check, 03_report, วิเคราะห์เพิ่ม, own_analysis]\n",
        encoding="utf-8",
    )
    return folder


def _run(home: Path) -> tuple[bytes, bytes, str]:
    made = command(home, "run", str(home / "params" / "own.yaml"), "--force")
    _, told = made.communicate(timeout=300)
    assert made.returncode == 0, told
    folder = home / "outputs" / "2565" / "q2" / "7301"
    return (folder / "report.html").read_bytes(), (folder / "report.pdf").read_bytes(), told


def test_what_an_own_notebook_shows_is_in_the_report(tmp_path: Path, root: Path) -> None:
    """Table, chart, print and Markdown; what cannot be shown is named; the same bytes twice."""
    home = _project(tmp_path / "a", root, _HOSTILE)
    html, pdf, told = _run(home)
    page = html.decode().replace("<wbr>", "")
    assert "1,234,567.25" in page
    assert "&lt;/td&gt;&lt;img src=x onerror=a()&gt; 7301" in page
    assert "เงินที่ยังไม่ได้เบิกจ่าย รายกลุ่มที่รับผิดชอบ" in page
    assert "<img src=x" not in page
    assert page.index("ภาคผนวก จ") < page.index("1,234,567.25") < page.rindex("เพิ่มเติม")
    assert "7301-2565-q2: วิเคราะห์เพิ่ม cell 6: not shown" in told
    assert pdf.startswith(b"%PDF")
    assert _run(home)[:2] == (html, pdf)
    ledger = json.loads((home / "outputs/2565/q2/7301/ledger.json").read_text(encoding="utf-8"))
    assert len(ledger["notes"]) == 1
    assert ledger["notebooks"]["วิเคราะห์เพิ่ม"] == "done"
