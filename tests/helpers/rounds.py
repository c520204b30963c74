"""Small invented rounds: only what a test is about needs to be written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from plantrack_nb.core.schema import TABLES, RoundKey
from plantrack_nb.core.tables import frame

if TYPE_CHECKING:
    import pandas as pd

KEY = RoundKey("0101", 2565, 2)
Row = Mapping[str, object]
_NUMBERED: dict[str, Mapping[str, object]] = {
    "strategies": {"strategy_no": "1", "name": "กลยุทธ์ตัวอย่าง"},
    "projects": {
        "project_no": "1.1",
        "name": "โครงการตัวอย่าง",
        "targets": "เป้าหมาย",
        "indicators": "ตัวชี้วัด",
        "owner_groups": "กลุ่มอำนวยการ",
        "persons": "นายก ข",
        "budget_state": "budgeted",
    },
    "budget_lines": {"project_no": "1.1", "line_no": 1},
    "activities": {"project_no": "1.1", "activity_no": "1", "text": "กิจกรรม", "status": "done"},
    "narrative": {"kind": "memo"},
    "claims": {"kind": "memo", "subject": "item=1"},
    "unread": {"reason": "ไม่เข้าใจ"},
}


def tables(
    *,
    strategies: Iterable[Row] = (),
    projects: Iterable[Row] = (),
    lines: Iterable[Row] = (),
    activities: Iterable[Row] = (),
    narrative: Iterable[Row] = (),
    claims: Iterable[Row] = (),
    unread: Iterable[Row] = (),
    key: RoundKey = KEY,
) -> dict[str, pd.DataFrame]:
    """Build the seven tables of one round from the columns that matter.

    Everything left out gets a harmless value; a project's ``strategy_no`` is the part of its
    number before the dot. Each row gets a source: its table and place, e.g. ``"projects!A1"``,
    with its text as raw.
    """
    given = {
        "strategies": strategies,
        "projects": [{"strategy_no": _strategy_of(row), **row} for row in projects],
        "budget_lines": lines,
        "activities": activities,
        "narrative": narrative,
        "claims": claims,
        "unread": unread,
    }
    return {
        name: frame(name, [_sourced(name, at, row) for at, row in enumerate(given[name], 1)], key)
        for name in TABLES
    }


def stacked(*rounds: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Stack the tables of several rounds, as a batch over all districts holds them."""
    import pandas as pd

    return {name: pd.concat([one[name] for one in rounds], ignore_index=True) for name in rounds[0]}


def _sourced(table: str, at: int, row: Row) -> Row:
    filled = {**_NUMBERED[table], **row}
    raw = str(filled.get("text") or filled.get("name") or filled.get("label") or "")
    return {"source_file": "round.xlsx", "source_ref": f"{table}!A{at}", "raw": raw, **filled}


def _strategy_of(row: Row) -> str:
    return str(row.get("project_no", "1.1")).split(".", maxsplit=1)[0]
