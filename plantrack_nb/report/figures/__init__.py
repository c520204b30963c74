"""The figures of the report, recomputed from the tables, and the words made of them."""

from plantrack_nb.report.figures.differences import compare
from plantrack_nb.report.figures.facts import round_facts
from plantrack_nb.report.figures.for_director import asks, decisions
from plantrack_nb.report.figures.memo import memo, subject
from plantrack_nb.report.figures.narrative import written
from plantrack_nb.report.figures.year_so_far import left_over, year_facts

__all__ = [
    "asks",
    "compare",
    "decisions",
    "left_over",
    "memo",
    "round_facts",
    "subject",
    "written",
    "year_facts",
]
