"""A small round whose contents, memo and summary tables agree with its projects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from helpers.rounds import KEY, Row, tables

if TYPE_CHECKING:
    import pandas as pd

    from plantrack_nb.core.schema import RoundKey

PLAN, OFFICE, JOINT = "กลุ่มนโยบายและแผน", "กลุ่มอำนวยการ", "1.กลุ่มนโยบายและแผน 2.ทุกกลุ่ม"
PROJECTS: tuple[Row, ...] = (
    {"project_no": "1.1", "owner_groups": PLAN},
    {"project_no": "1.2", "owner_groups": OFFICE},
    {"project_no": "2.1", "owner_groups": PLAN},
    {"project_no": "2.2", "owner_groups": OFFICE, "budget_state": "awaiting"},
    {"project_no": "2.3", "owner_groups": f"{PLAN}; ทุกกลุ่ม"},
)
LINES: tuple[Row, ...] = (
    {"project_no": "1.1", "budget": 10000, "disbursed": 9000},
    {"project_no": "1.2", "budget": 20000, "disbursed": 0},
    {"project_no": "2.1", "budget": 30000, "disbursed": 10000},
    {"project_no": "2.3", "budget": 40000, "disbursed": 4000},
)
STATUSES = {
    "1.1": "done",
    "1.2": "not_started",
    "2.1": "in_progress",
    "2.2": "done",
    "2.3": "in_progress",
}
LEVEL: Mapping[str, Mapping[str, float]] = {
    PLAN: {"in_progress": 1, "done": 1, "over_70": 1, "upto_70": 1, "projects": 2},
    OFFICE: {"not_started": 1, "done": 1, "nothing": 1, "awaiting": 1, "projects": 2},
    JOINT: {"in_progress": 1, "upto_70": 1, "projects": 1},
    "รวม": {
        "in_progress": 2,
        "not_started": 1,
        "done": 2,
        "over_70": 1,
        "upto_70": 2,
        "nothing": 1,
        "awaiting": 1,
        "projects": 5,
    },
}
COLUMNS = (
    "in_progress",
    "not_started",
    "done",
    "partial",
    "over_70",
    "upto_70",
    "nothing",
    "awaiting",
    "no_budget",
    "projects",
)
PERCENTS: Mapping[tuple[str, str], float] = {
    (PLAN, "1"): 90,
    (PLAN, "2"): 33.33,
    (JOINT, "2"): 10,
    ("รวม", "1"): 30,
    ("รวม", "2"): 20,
}
COUNTS: Mapping[tuple[str, str], float] = {
    (PLAN, "1"): 1,
    (PLAN, "2"): 1,
    (OFFICE, "1"): 1,
    (OFFICE, "2"): 1,
    (JOINT, "2"): 1,
    ("รวม", "1"): 2,
    ("รวม", "2"): 3,
}


def claim(kind: str, subject: str, value: float | None, unit: str, text: str = "") -> Row:
    """Build one printed figure; its text is the figure as printed, unless given."""
    shown = "-" if value is None else f"{value:g}"
    return {
        "kind": kind,
        "subject": subject,
        "value": value,
        "unit": unit,
        "text": text or shown,
        "source_ref": subject,
    }


def memo(item: str, amount: float, raw: str = "", unit: str = "baht") -> Row:
    """Build a figure of the memo's numbered item."""
    row = dict(claim("memo", f"item={item}", amount, unit))
    return {**row, "raw": raw, "source_ref": f"item {item}"}


def level_table(changes: Mapping[tuple[str, str], float | None] | None = None) -> list[Row]:
    """Build the first summary table; ``changes`` replace cells by group and column."""
    cells = {
        (group, column): float(LEVEL[group].get(column, 0)) for group in LEVEL for column in COLUMNS
    }
    return [
        claim("level_table", f"group={group}; column={column}", value, "project")
        for (group, column), value in {**cells, **(changes or {})}.items()
    ]


def strategy_table(
    percents: Mapping[tuple[str, str], float | None] | None = None,
    counts: Mapping[tuple[str, str], float | None] | None = None,
) -> list[Row]:
    """Build the second summary table; cells are replaced by group and strategy."""
    made: list[Row] = []
    for column, unit, cells in (
        ("disbursed_pct", "percent", {**PERCENTS, **(percents or {})}),
        ("projects", "project", {**COUNTS, **(counts or {})}),
    ):
        for group in (PLAN, OFFICE, JOINT, "รวม"):
            for strategy in ("1", "2"):
                value = cells.get((group, strategy), None if unit == "percent" else 0.0)
                subject = f"group={group}; strategy_no={strategy}; column={column}"
                made.append(claim("strategy_table", subject, value, unit))
    return made


def contents(first: float = 2, second: float = 3, total: float = 5) -> list[Row]:
    """Build the contents page."""
    return [
        claim("contents", "strategy_no=รวม", total, "project"),
        claim("contents", "strategy_no=1", first, "project"),
        claim("contents", "strategy_no=1; column=page", 7, "page"),
        claim("contents", "strategy_no=2", second, "project"),
    ]


def summed_up(
    *,
    claims: Iterable[Row] | None = None,
    projects: Iterable[Row] = PROJECTS,
    lines: Iterable[Row] = LINES,
    activities: Iterable[Row] = (),
    key: RoundKey = KEY,
) -> dict[str, pd.DataFrame]:
    """Build the round; by default every claim agrees with its projects."""
    marks = [{"project_no": no, "text": f"งาน {no}", "status": one} for no, one in STATUSES.items()]
    agreed = [
        *contents(),
        *level_table(),
        *strategy_table(),
        memo("1", 100000, "ได้รับจัดสรร 100,000 บาท"),
        memo("1.1", 60000),
        memo("1.2", 40000),
        claim("summary", "paragraph=L9", 5, "project", "รวมทั้งสิ้น 5 โครงการ"),
    ]
    return tables(
        projects=projects,
        lines=lines,
        activities=[*marks, *activities],
        claims=agreed if claims is None else claims,
        key=key,
    )
