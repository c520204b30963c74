"""What each notebook shows: frames, facts and findings in, visible parts out.

In: figures, findings, frames.
Out: visible parts, in the order of a page.
To change here: what a page shows; how a part looks stands in `render/`.
Tests: tests/unit/report/pages.
"""

from plantrack_nb.report.pages.by_group import (
    level_chart,
    level_table,
    strategy_chart,
    strategy_table,
)
from plantrack_nb.report.pages.causes import causes_table
from plantrack_nb.report.pages.corrected import corrections_annex, corrections_table
from plantrack_nb.report.pages.differences import carried_table, differences
from plantrack_nb.report.pages.director import asks_table, decisions, round_facts
from plantrack_nb.report.pages.evidence import agreements, evidence, page_pictures
from plantrack_nb.report.pages.findings import (
    family_table,
    finding_facts,
    findings_table,
    waived_table,
)
from plantrack_nb.report.pages.money import (
    awaiting_table,
    group_money_chart,
    group_money_table,
    not_started_table,
    strategy_money_chart,
    strategy_money_table,
    unspent_table,
)
from plantrack_nb.report.pages.official import (
    contents,
    cover,
    iso_date,
    masthead,
    memo,
    obstacles,
    preface,
    recommendations,
    summary,
)
from plantrack_nb.report.pages.origins import sources_table, ways_table
from plantrack_nb.report.pages.progress import progress_table
from plantrack_nb.report.pages.reading import (
    layout_table,
    mends_table,
    reading_facts,
    table_counts,
    unread_table,
)
from plantrack_nb.report.pages.year.changes import (
    candidates_table,
    change_facts,
    changes_annex,
    changes_table,
    year_end,
)
from plantrack_nb.report.pages.year.finding_ages import age_facts, ages_table, fixed_table
from plantrack_nb.report.pages.year.so_far import quarters_table, since_block, year_curve
from plantrack_nb.report.pages.year.twelve_months import left_table, year_result

__all__ = [
    "age_facts",
    "ages_table",
    "agreements",
    "asks_table",
    "awaiting_table",
    "candidates_table",
    "carried_table",
    "causes_table",
    "change_facts",
    "changes_annex",
    "changes_table",
    "contents",
    "corrections_annex",
    "corrections_table",
    "cover",
    "decisions",
    "differences",
    "evidence",
    "family_table",
    "finding_facts",
    "findings_table",
    "fixed_table",
    "group_money_chart",
    "group_money_table",
    "iso_date",
    "layout_table",
    "left_table",
    "level_chart",
    "level_table",
    "masthead",
    "memo",
    "mends_table",
    "not_started_table",
    "obstacles",
    "page_pictures",
    "preface",
    "progress_table",
    "quarters_table",
    "reading_facts",
    "recommendations",
    "round_facts",
    "since_block",
    "sources_table",
    "strategy_chart",
    "strategy_money_chart",
    "strategy_money_table",
    "strategy_table",
    "summary",
    "table_counts",
    "unread_table",
    "unspent_table",
    "waived_table",
    "ways_table",
    "year_curve",
    "year_end",
    "year_result",
]
