"""Whether a file gives the tables it was made from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from plantrack_nb.load import Wanted, read_source
from plantrack_nb.office.register import Register

COMPARED = {
    "strategies": ["strategy_no", "name"],
    "projects": [
        "project_no",
        "strategy_no",
        "name",
        "targets",
        "indicators",
        "owner_groups",
        "budget_state",
    ],
    "budget_lines": ["project_no", "line_no", "budget", "disbursed", "reported_pct"],
    "activities": [
        "project_no",
        "activity_no",
        "parent_no",
        "text",
        "status",
        "progress_pct",
        "owner_groups",
    ],
}
Tables = Mapping[str, pd.DataFrame]


def same(path: Path, register: Register, tables: Tables) -> None:
    """Read a file and compare everything but places and raw texts."""
    read = read_source(path, register, Wanted("7301", 2565, 2)).round.tables
    for name, columns in COMPARED.items():
        expected = tables[name][columns].reset_index(drop=True)
        pd.testing.assert_frame_equal(read[name][columns], expected, check_dtype=False)
    assert read["unread"].empty
