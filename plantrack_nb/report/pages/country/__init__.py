"""Pages over many rounds: the quarter of a country, its year, and all there is.

In: what the ledgers say of each district, its sums, the targets.
Out: documents of parts, made for a phone: long lists are closed groups.
To change here: which columns a list has (lists), the heat map (year), movers (quarter).
Tests: tests/unit/run/test_site.py, tests/unit/report/pages/test_country.py.
"""

from plantrack_nb.report.pages.country.all_quarters import many_page
from plantrack_nb.report.pages.country.quarter import quarter_page
from plantrack_nb.report.pages.country.rounds import TITLE, Line, Quarter, Standing
from plantrack_nb.report.pages.country.year import year_page

__all__ = ["TITLE", "Line", "Quarter", "Standing", "many_page", "quarter_page", "year_page"]
