"""Rules over the tables; each returns findings and never raises.

In: the tables of one round or of many, the office's settings and waivers.
Out: findings, the accepted ones marked; figures that agree.
To change here: the engine here; a rule in `rules/<family>/`.
Tests: tests/unit/check.
"""

from plantrack_nb.check.agreed import agreed
from plantrack_nb.check.office_check import OfficeFiles, check_round, last_day
from plantrack_nb.check.runner import all_rules, check_tables, family_names

__all__ = [
    "OfficeFiles",
    "agreed",
    "all_rules",
    "check_round",
    "check_tables",
    "family_names",
    "last_day",
]
