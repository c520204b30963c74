"""Work through findings and look over a country in JupyterLab: linked charts, rows, sources.

In: rounds as they were run.
Out: widgets; waivers, notes and corrections kept in files.
To change here: state apart from widgets; charts in `charts/`, all districts in `country/`.
Tests: tests/unit/explore, tests/browser.
"""

from plantrack_nb.explore.page import Page

__all__ = ["Page"]
