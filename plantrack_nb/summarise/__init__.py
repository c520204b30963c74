"""The figures of the report, recomputed from the tables."""

from plantrack_nb.summarise.groups import level_table, money_by, strategy_table
from plantrack_nb.summarise.printed import level_beside_printed, strategy_beside_printed

__all__ = [
    "level_beside_printed",
    "level_table",
    "money_by",
    "strategy_beside_printed",
    "strategy_table",
]
