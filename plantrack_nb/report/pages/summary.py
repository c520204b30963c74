"""The report's two tables and two charts."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from plantrack_nb.core.calendar import round_label, round_period, thai_period
from plantrack_nb.core.vocabulary import BAND_TH, STATUS_TH, Band, Status
from plantrack_nb.office.targets import Target
from plantrack_nb.render.drawing import charts
from plantrack_nb.render.drawing.theme import LEVEL_COLOURS, LINE
from plantrack_nb.render.parts import (
    Cell,
    Column,
    Figure,
    Masthead,
    Phone,
    Row,
    RowRole,
    Table,
    Unit,
)
from plantrack_nb.report.pages.labels import TOTAL, target_label

if TYPE_CHECKING:
    import pandas as pd

UNMARKED = "unmarked"
_LEVELS = (Status.IN_PROGRESS, Status.NOT_STARTED, Status.DONE, Status.PARTIAL)
_BANDS = (Band.OVER_70, Band.UPTO_70, Band.NOTHING, Band.AWAITING, Band.NO_BUDGET)
_LEVEL_GROUP = "ระดับการดำเนินการ"
_BAND_GROUP = "การเบิกจ่ายงบประมาณ"
_GROUP = "กลุ่ม/ฝ่ายที่รับผิดชอบ"
COLUMN_TH: Mapping[str, str] = MappingProxyType(
    {
        **{status.value: STATUS_TH[status] for status in _LEVELS},
        **{band.value: BAND_TH[band] for band in _BANDS},
        UNMARKED: "ไม่รายงานสถานะ",
        "projects": "จำนวนโครงการ",
        "disbursed_pct": "ร้อยละการเบิกจ่าย",
    }
)


def masthead(office: str, fiscal_year: int, quarter: int) -> Masthead:
    """Name the report: what it is, whose, and for which round."""
    first, last = round_period(fiscal_year, quarter)
    return Masthead(
        f"รายงานผลการติดตามความก้าวหน้าในการดำเนินงานตามแผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. {fiscal_year}",
        office,
        f"{round_label(quarter)} ({thai_period(first, last)})",
        last.isoformat(),
    )


def level_table(levels: pd.DataFrame) -> Table:
    """Show the first table: projects by level of progress and band of disbursement."""
    unmarked = [UNMARKED] if UNMARKED in levels else []
    columns = (
        Column(_GROUP, width=3.2),
        *(Column(COLUMN_TH[one], Unit.COUNT, _LEVEL_GROUP) for one in [*_LEVELS, *unmarked]),
        *(Column(BAND_TH[one], Unit.COUNT, _BAND_GROUP) for one in _BANDS),
        Column("รวมโครงการ", Unit.COUNT),
    )
    names = [*_LEVELS, *unmarked, *_BANDS, "projects"]
    rows = [
        Row((Cell(row["group"]), *(Cell(int(row[name])) for name in names)), _role(row["group"]))
        for row in levels.to_dict("records")
    ]
    return Table(
        "ระดับการดำเนินการ / การเบิกจ่ายงบประมาณ จำแนกตามกลุ่ม/ฝ่ายที่รับผิดชอบ", columns, tuple(rows)
    )


def strategy_table(strategies: pd.DataFrame) -> Table:
    """Show the second table: percent and projects by strategy and group."""
    numbers = strategies["strategy_no"].drop_duplicates().tolist()
    columns = (
        Column(_GROUP, width=3.2),
        *(Column(one, Unit.PERCENT, "ร้อยละการเบิกจ่าย รายกลยุทธ์ที่") for one in numbers),
        *(Column(one, Unit.COUNT, "จำนวนโครงการ รายกลยุทธ์ที่") for one in numbers),
    )
    rows = []
    for group, part in strategies.groupby("group", sort=False):
        found = {row["strategy_no"]: row for row in part.to_dict("records")}
        percents = [Cell(_number(found[number]["disbursed_pct"])) for number in numbers]
        counts = [Cell(int(found[number]["projects"])) for number in numbers]
        rows.append(Row((Cell(str(group)), *percents, *counts), _role(str(group))))
    return Table(
        "ร้อยละการเบิกจ่ายงบประมาณ และจำนวนโครงการ จำแนกตามกลยุทธ์ และกลุ่ม/ฝ่ายที่รับผิดชอบ",
        columns,
        tuple(rows),
        phone=Phone.SCROLL,
    )


def level_chart(levels: pd.DataFrame) -> Figure:
    """Draw the first chart of the report: projects by level and owner group."""
    colours: dict[str, str] = {
        **{level.value: LEVEL_COLOURS[level] for level in _LEVELS},
        UNMARKED: LINE,
    }
    names = [*_LEVELS, *([UNMARKED] if UNMARKED in levels else [])]
    rows = [
        charts.Stack(str(row["group"]), tuple(int(row[level]) for level in names))
        for row in levels.to_dict("records")
        if row["group"] != TOTAL
    ]
    series = {COLUMN_TH[level]: colours[level] for level in names}
    caption = "จำนวนโครงการ จำแนกตามระดับการดำเนินการและกลุ่ม/ฝ่าย"
    return charts.stacked_counts(caption, rows, series, label_heading=_GROUP)


def strategy_chart(strategies: pd.DataFrame, target: Target | None) -> Figure:
    """Draw the second chart of the report: percent disbursed by strategy and group."""
    groups = [
        charts.BarGroup(
            f"กลยุทธ์ที่ {number}",
            tuple(
                charts.Bar(
                    str(row["group"]), None if row["budget"] == 0 else float(row["disbursed_pct"])
                )
                for row in part.to_dict("records")
                if row["group"] != TOTAL and row["budget"] > 0
            ),
        )
        for number, part in strategies.groupby("strategy_no", sort=False)
    ]
    return charts.percent_bars(
        "ร้อยละการเบิกจ่ายงบประมาณ จำแนกตามกลยุทธ์และกลุ่ม/ฝ่ายที่รับผิดชอบ",
        [group for group in groups if group.bars],
        label_headings=("กลยุทธ์", _GROUP),
        target=None if target is None else target.percent,
        target_label="" if target is None else target_label(target),
    )


def _role(group: str) -> RowRole:
    return RowRole.TOTAL if group == TOTAL else RowRole.BODY


def _number(value: object) -> float | None:
    number = float(str(value))
    return None if math.isnan(number) else number
