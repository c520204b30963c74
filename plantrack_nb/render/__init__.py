"""Visible parts to HTML and PDF: knows parts and paper, nothing of tracking.

In: parts, as records, alone or in an executed notebook.
Out: HTML, PDF, nbconvert exporters.
To change here: how a part looks (`html/`, `templates/`), its words (`worded`, `table_text`,
`formats`), colours and marks (`theme`), margins (`paper`); a part is added in `parts/` and `html/`.
Tests: tests/unit/render, tests/browser.
"""

from plantrack_nb.render import display as display
