"""Rules over the tables; each returns findings and never raises."""

from plantrack_nb.check.runner import all_rules, check_tables

__all__ = ["all_rules", "check_tables"]
