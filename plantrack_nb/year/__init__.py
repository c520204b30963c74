"""The year: rounds of one district that know each other.

In: the tables of two or more rounds, and what people have said about who is who.
Out: which project is which, what has changed, where the year will end, how findings age.
To change here: how a project is known again, what counts as a change, how a forecast is reckoned.
Tests: tests/unit/year.
"""

from plantrack_nb.year.change import Change
from plantrack_nb.year.changes import compare
from plantrack_nb.year.identity import Candidate, Identity, identify

__all__ = ["Candidate", "Change", "Identity", "compare", "identify"]
