"""Set a round as the nine-column table offices keep, in the many ways it comes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from plantrack_nb.core.vocabulary import STATUS_TH, Status, split_items
from plantrack_nb.thai.numbers import format_baht, format_percent

if TYPE_CHECKING:
    import pandas as pd

HEAD = [
    "ที่",
    "โครงการ/กิจกรรม",
    "เป้าหมาย",
    "ตัวชี้วัดความสำเร็จ",
    "งบประมาณ",
    "เบิกจ่ายจริง (ร้อยละ)",
    "ความก้าวหน้า (ร้อยละ)",
    "การดำเนินการ",
    "ผู้รับผิดชอบ",
]
TITLES = [
    "รายงานผลการติดตามความก้าวหน้าในการดำเนินงาน สพป.นครปฐม เขต 1 ปีงบประมาณ พ.ศ. 2565",
    "รอบ 6 เดือน (ระหว่างวันที่ 1 ตุลาคม 2564 ถึง 31 มีนาคม 2565)",
]
Rows = list[list[str]]
_LAST_NUMBER = re.compile(r"(\d+|\d+\)|\(\d+\))$")


def nine_columns(tables: Mapping[str, pd.DataFrame]) -> Rows:
    """Return the body of the table: a row a strategy, an activity or a lone amount."""
    rows: Rows = []
    for strategy in tables["strategies"].itertuples():
        rows.append([f"กลยุทธ์ที่ {strategy.strategy_no} {strategy.name}", *[""] * 8])
        own = tables["projects"]
        for project in own[own["strategy_no"] == strategy.strategy_no].itertuples():
            rows += _project_rows(project, tables)
    return rows


def _project_rows(project: object, tables: Mapping[str, pd.DataFrame]) -> Rows:
    number = project.project_no  # type: ignore[attr-defined]  # a row of itertuples
    activities = [
        one for one in tables["activities"].itertuples() if one.project_no == number and one.text
    ]
    lines = [one for one in tables["budget_lines"].itertuples() if one.project_no == number]
    rows = [_activity_row(one) for one in activities] or [[""] * 9]
    rows[0][:4] = [number, project.name, project.targets, project.indicators]  # type: ignore[attr-defined]
    rows[0][8] = _owners(project.owner_groups)  # type: ignore[attr-defined]
    place = 0
    texts = [str(one.text) for one in activities]
    for line in lines:
        label = str(line.label)
        same = [at for at in range(place, len(texts)) if texts[at] == label]
        if same:
            place = same[0]
        else:
            place += 1
            rows.insert(place, [""] * 9)
        rows[place][4:6] = _money(line)
    return rows


def _activity_row(one: object) -> list[str]:
    row = [""] * 9
    row[6] = _mark(one)
    row[7] = _list_mark(one.activity_no, one.parent_no) + one.text  # type: ignore[attr-defined]
    row[8] = _owners(one.owner_groups)  # type: ignore[attr-defined]
    return row


def _mark(one: object) -> str:
    percent = one.progress_pct  # type: ignore[attr-defined]
    if not math.isnan(percent):
        return f"{percent:g}"
    status = one.status  # type: ignore[attr-defined]
    return STATUS_TH[Status(status)] if status else ""


def _list_mark(activity_no: str, parent_no: str) -> str:
    if not activity_no:
        return ""
    if not parent_no:
        return f"{activity_no}."
    last = _LAST_NUMBER.search(activity_no)
    assert last is not None
    return f"{last[1]} " if ")" in last[1] else "- "


def _owners(text: str) -> str:
    groups = split_items(text)
    if len(groups) < 2:
        return text
    return " ".join(f"{at}.{group}" for at, group in enumerate(groups, 1))


def _money(line: object) -> list[str]:
    budget, spent, percent = line.budget, line.disbursed, line.reported_pct  # type: ignore[attr-defined]
    if math.isnan(budget):
        return ["รอจัดสรร", "-"]
    if math.isnan(spent):
        return [format_baht(budget), "-"]
    printed = "" if math.isnan(percent) else f" ({format_percent(percent)})"
    return [format_baht(budget), f"{format_baht(spent)}{printed}"]


def pages(rows: Rows, every: int) -> Iterator[str | Rows]:
    """Break the table into pages: the titles, then the head and some rows."""
    for start in range(0, len(rows), every):
        yield from TITLES
        yield [HEAD, *rows[start : start + every]]


def reordered(rows: Rows, order: Sequence[int]) -> Rows:
    """Put the columns in another order; a strategy keeps the first column."""
    return [row if row[0].startswith("กลยุทธ์") else [row[at] for at in order] for row in rows]


def shifted_left(row: list[str]) -> list[str]:
    """Lose one empty cell in front, as a scanned page does."""
    return [*row[1:], ""] if not row[0] and not row[1] else row


def merged(rows: Rows) -> list[list[str | None]]:
    """Merge each project's own cells over its rows (``None`` is the rest of a merged cell)."""
    made: list[list[str | None]] = []
    for row in rows:
        opens = bool(row[0])
        made.append([None if at < 4 and not opens else text for at, text in enumerate(row)])
    return made
