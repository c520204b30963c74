"""Rules over the tables; each returns findings and never raises."""

from plantrack_nb.check.agreed import agreed
from plantrack_nb.check.office import OfficeFiles, check_round
from plantrack_nb.check.runner import all_rules, check_tables, family_names

__all__ = [
    "OfficeFiles",
    "agreed",
    "all_rules",
    "check_round",
    "check_tables",
    "family_names",
]
