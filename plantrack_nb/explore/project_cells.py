"""A project down to its cells: lines, activities, findings, and the source's own words."""

from __future__ import annotations

from collections.abc import Mapping

from plantrack_nb.explore import pieces
from plantrack_nb.explore.choice import Shown
from plantrack_nb.render import parts as p

_PROJECTS = ["project_no", "name", "owner_groups", "budget_state", "source_ref"]
_LINES = ["project_no", "line_no", "label", "budget", "disbursed", "reported_pct", "source_ref"]
_ACTIVITIES = ["project_no", "activity_no", "text", "status", "progress_pct", "source_ref"]


def project_cells(
    shown: Shown, notes: Mapping[str, str], drawn: Mapping[str, bytes]
) -> list[p.Part]:
    """Show all rows of what is chosen, what was found in them, and where that stands."""
    return [
        pieces.findings_table(shown.findings, notes, len(shown.findings)),
        pieces.sources_table(shown.findings),
        *pieces.pictures(shown.findings, drawn),
        pieces.rows_table("projects", shown.projects, _PROJECTS, "โครงการ"),
        pieces.rows_table("budget_lines", shown.lines, _LINES, "รายการงบประมาณ"),
        pieces.rows_table("activities", shown.activities, _ACTIVITIES, "กิจกรรม"),
    ]
