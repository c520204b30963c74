"""A lean start."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
import sys
from plantrack_nb.run.any_notebook import import_lean
from plantrack_nb.run.engine.lean import import_lean
import_lean()
import nbformat
assert "rfc3987_syntax" not in sys.modules and "lark" not in sys.modules
notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")])
nbformat.validate(notebook)
notebook.cells[0].cell_type = "wrong"
try:
    nbformat.validate(notebook)
except nbformat.ValidationError:
    pass
else:
    raise SystemExit("not validated")
import_lean()
import rfc3987_syntax
"""


def test_notebooks_are_validated_without_the_grammar() -> None:
    """The grammar is not built, a wrong notebook is still refused, the package still imports."""
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


_LATER = """
import sys
from plantrack_nb.run.engine.lean import import_lean
import_lean()
assert "requests" not in sys.modules and "webcolors" not in sys.modules
import papermill.iorw
assert papermill.iorw.requests.Session.__module__ == "requests.sessions"
import requests
assert requests.Session is papermill.iorw.requests.Session
import jsonschema
check = jsonschema.FormatChecker(["duration", "idn-hostname"])
assert check.conforms("P3D", "duration") and not check.conforms("3 days", "duration")
import webcolors
"""


def test_what_is_imported_later_is_there_when_it_is_asked_for() -> None:
    """What papermill and jsonschema need for other things is imported then, and only once."""
    done = subprocess.run([sys.executable, "-c", _LATER], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
