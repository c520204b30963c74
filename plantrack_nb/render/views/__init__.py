"""What each notebook shows: frames and findings in, visible parts out."""

from plantrack_nb.render.views.evidence import agreements, evidence
from plantrack_nb.render.views.findings import (
    family_table,
    finding_facts,
    findings_table,
    waived_table,
)
from plantrack_nb.render.views.reading import (
    mends_table,
    reading_facts,
    table_counts,
    unread_table,
)
from plantrack_nb.render.views.summary import (
    differences,
    level_chart,
    level_table,
    masthead,
    money_facts,
    strategy_chart,
    strategy_table,
)

__all__ = [
    "agreements",
    "differences",
    "evidence",
    "family_table",
    "finding_facts",
    "findings_table",
    "level_chart",
    "level_table",
    "masthead",
    "mends_table",
    "money_facts",
    "reading_facts",
    "strategy_chart",
    "strategy_table",
    "table_counts",
    "unread_table",
    "waived_table",
]
