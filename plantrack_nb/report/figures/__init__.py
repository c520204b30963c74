"""The figures of the report, recomputed from the tables, and the words made of them.

In: the tables of a round.
Out: figures as frozen records, sentences in Thai.
To change here: a figure, a sentence.
Tests: tests/unit/report/figures.
"""

from plantrack_nb.report.figures.asks import Ask, asks, decisions
from plantrack_nb.report.figures.differences import Cause, Compared, compare
from plantrack_nb.report.figures.facts import Project, RoundFacts, Sum, round_facts
from plantrack_nb.report.figures.memo import Said, memo, subject
from plantrack_nb.report.figures.written import Item, Written, written

__all__ = [
    "Ask",
    "Cause",
    "Compared",
    "Item",
    "Project",
    "RoundFacts",
    "Said",
    "Sum",
    "Written",
    "asks",
    "compare",
    "decisions",
    "memo",
    "round_facts",
    "subject",
    "written",
]
