"""Made-up rounds that look like real ones, with faults planted on request and listed.

In: a number of districts, a seed.
Out: rounds as workbooks, and what was planted.
To change here: what rounds look like, what can be planted.
Tests: tests/unit/simulate.
"""

from plantrack_nb.simulate.areas import Office, offices
from plantrack_nb.simulate.nation import Plan, Simulation, simulate
from plantrack_nb.simulate.one_round import Fault, made_round

__all__ = ["Fault", "Office", "Plan", "Simulation", "made_round", "offices", "simulate"]
