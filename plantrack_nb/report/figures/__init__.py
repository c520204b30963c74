"""The figures of the report, recomputed from the tables, and the words made of them.

In: the tables of a round.
Out: figures as frozen records, sentences in Thai.
To change here: a figure, a sentence.
Tests: tests/unit/report/figures.
"""

from plantrack_nb.report.figures.asks import Ask, asks, decisions
from plantrack_nb.report.figures.carried import Carried, carried, received
from plantrack_nb.report.figures.differences import Cause, Compared, Difference, compare
from plantrack_nb.report.figures.facts import Project, RoundFacts, Sum, round_facts
from plantrack_nb.report.figures.memo import Said, memo, subject
from plantrack_nb.report.figures.written import Item, Written, written

__all__ = [
    "Ask",
    "Carried",
    "Cause",
    "Compared",
    "Difference",
    "Item",
    "Project",
    "RoundFacts",
    "Said",
    "Sum",
    "Written",
    "asks",
    "carried",
    "compare",
    "decisions",
    "memo",
    "received",
    "round_facts",
    "subject",
    "written",
]
