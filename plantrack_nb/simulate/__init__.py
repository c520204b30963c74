"""Made-up rounds that look like real ones, with faults planted on request and listed."""

from plantrack_nb.simulate.faults import Fault
from plantrack_nb.simulate.nation import Plan, Simulation, simulate
from plantrack_nb.simulate.offices import Office, offices
from plantrack_nb.simulate.rounds import made_round

__all__ = ["Fault", "Office", "Plan", "Simulation", "made_round", "offices", "simulate"]
