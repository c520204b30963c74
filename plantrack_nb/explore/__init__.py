"""Work through a round's findings in JupyterLab: linked charts, rows, sources, triage.

In: rounds as they were run.
Out: widgets; waivers, notes and corrections kept in files.
To change here: state apart from widgets; charts in `charts/`.
Tests: tests/unit/explore, tests/browser.
"""

from plantrack_nb.explore.explorer import Explorer

__all__ = ["Explorer"]
