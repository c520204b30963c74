"""The report's two tables and two charts, and where the document prints other figures."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from plantrack_nb.calendar import round_label, round_period, thai_period
from plantrack_nb.render import charts
from plantrack_nb.render.parts import (
    Cell,
    Column,
    Fact,
    Facts,
    Figure,
    Masthead,
    Paragraph,
    Part,
    Phone,
    Row,
    RowRole,
    Table,
    Tone,
    Unit,
)
from plantrack_nb.render.theme import LEVEL_COLOURS
from plantrack_nb.targets import Target
from plantrack_nb.vocabulary import BAND_TH, STATUS_TH, Band, Status

if TYPE_CHECKING:
    import pandas as pd

TOTAL = "รวม"
_LEVELS = (Status.IN_PROGRESS, Status.NOT_STARTED, Status.DONE, Status.PARTIAL)
_BANDS = (Band.OVER_70, Band.UPTO_70, Band.NOTHING, Band.AWAITING, Band.NO_BUDGET)
_LEVEL_GROUP = "ระดับการดำเนินการ"
_BAND_GROUP = "การเบิกจ่ายงบประมาณ"
_GROUP = "กลุ่ม/ฝ่ายที่รับผิดชอบ"
COLUMN_TH: Mapping[str, str] = MappingProxyType(
    {
        **{status.value: STATUS_TH[status] for status in _LEVELS},
        **{band.value: BAND_TH[band] for band in _BANDS},
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


def money_facts(projects: pd.DataFrame, target: Target | None) -> Facts:
    """Show the round at a glance: projects, money given, money disbursed against the target."""
    budget, disbursed = float(projects["budget"].sum()), float(projects["disbursed"].sum())
    share = 100 * disbursed / budget if budget else None
    late = share is not None and target is not None and share < target.percent
    done = int((projects["status"] == Status.DONE.value).sum())
    idle = int((projects["status"] == Status.NOT_STARTED.value).sum())
    note = "" if target is None else f"{_target_label(target)} ร้อยละ {target.percent:g}"
    return Facts(
        "ภาพรวมของรอบ",
        (
            Fact("โครงการ", len(projects), suffix="โครงการ", note=f"สำเร็จ {done} · ยังไม่เริ่ม {idle}"),
            Fact("งบประมาณที่ได้รับจัดสรร", budget, Unit.BAHT, "บาท"),
            Fact("เบิกจ่ายแล้ว", disbursed, Unit.BAHT, "บาท"),
            Fact(
                "ร้อยละการเบิกจ่าย",
                share,
                Unit.PERCENT,
                note=note,
                tone=Tone.WATCH if late else Tone.GOOD,
                share=share,
                target=None if target is None else target.percent,
            ),
        ),
    )


def _target_label(target: Target) -> str:
    return "เป้าหมายของประเทศ" + ("" if target.is_confirmed else " (ยังไม่ยืนยัน)")


def level_table(levels: pd.DataFrame, printed: pd.DataFrame) -> Table:
    """Show the first table, recomputed; a cell that the document prints otherwise says so."""
    names = [*_LEVELS, *_BANDS]
    columns = (
        Column(_GROUP, width=3.2),
        *(Column(STATUS_TH[one], Unit.COUNT, _LEVEL_GROUP) for one in _LEVELS),
        *(Column(BAND_TH[one], Unit.COUNT, _BAND_GROUP) for one in _BANDS),
        Column("รวมโครงการ", Unit.COUNT),
    )
    other = _other(printed, ["group", "column"])
    rows = [
        Row(
            (
                Cell(row["group"]),
                *(
                    _count(row[name], other.get((row["group"], name)))
                    for name in [*names, "projects"]
                ),
            ),
            RowRole.TOTAL if row["group"] == TOTAL else RowRole.BODY,
        )
        for row in levels.to_dict("records")
    ]
    return Table(
        "ระดับการดำเนินการ / การเบิกจ่ายงบประมาณ จำแนกตามกลุ่ม/ฝ่ายที่รับผิดชอบ",
        columns,
        tuple(rows),
        note=_note(other),
    )


def strategy_table(strategies: pd.DataFrame, printed: pd.DataFrame) -> Table:
    """Show the second table, recomputed: percent and projects by strategy and group."""
    numbers = strategies["strategy_no"].drop_duplicates().tolist()
    other = _other(printed, ["group", "strategy_no", "column"])
    columns = (
        Column(_GROUP, width=3.2),
        *(Column(one, Unit.PERCENT, "ร้อยละการเบิกจ่าย รายกลยุทธ์ที่") for one in numbers),
        *(Column(one, Unit.COUNT, "จำนวนโครงการ รายกลยุทธ์ที่") for one in numbers),
    )
    rows = []
    for group, part in strategies.groupby("group", sort=False):
        by_number = {row["strategy_no"]: row for row in part.to_dict("records")}
        cells = [Cell(str(group))]
        for name in ("disbursed_pct", "projects"):
            for number in numbers:
                shown = _number(by_number[number][name])
                if name == "disbursed_pct" and not shown:
                    shown = None
                cells.append(_count(shown, other.get((group, number, name))))
        rows.append(Row(tuple(cells), RowRole.TOTAL if group == TOTAL else RowRole.BODY))
    return Table(
        "ร้อยละการเบิกจ่ายงบประมาณ และจำนวนโครงการ จำแนกตามกลยุทธ์ และกลุ่ม/ฝ่ายที่รับผิดชอบ",
        columns,
        tuple(rows),
        phone=Phone.SCROLL,
        note=_note(other),
    )


def level_chart(levels: pd.DataFrame) -> Figure:
    """Draw the first chart of the report: projects by level and owner group."""
    rows = [
        charts.Stack(str(row["group"]), tuple(int(row[level]) for level in _LEVELS))
        for row in levels.to_dict("records")
        if row["group"] != TOTAL
    ]
    series = {STATUS_TH[level]: LEVEL_COLOURS[level] for level in _LEVELS}
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
        target_label="" if target is None else _target_label(target),
    )


def differences(levels: pd.DataFrame, strategies: pd.DataFrame) -> Part:
    """List every printed figure of the two tables that differs from the recomputed one."""
    rows = [*_differing(levels, "ตารางระดับการดำเนินการ"), *_differing(strategies, "ตารางรายกลยุทธ์")]
    if not rows:
        return Paragraph("ตัวเลขที่พิมพ์ไว้ในตารางสรุปตรงกับที่คำนวณใหม่ทุกช่อง")
    return Table(
        f"ตัวเลขที่รายงานฉบับเดิมพิมพ์ไว้ไม่ตรงกับที่คำนวณใหม่ ({len(rows)} ช่อง)",
        (
            Column("ตาราง", width=1.4),
            Column(_GROUP, width=3),
            Column("รายการ", width=1.4),
            Column("พิมพ์ไว้", Unit.PERCENT),
            Column("คำนวณใหม่", Unit.PERCENT),
        ),
        tuple(rows),
        name_column=1,
    )


def _differing(beside: pd.DataFrame, table: str) -> list[Row]:
    rows = []
    for row in beside[~beside["agrees"]].to_dict("records"):
        number = row.get("strategy_no", "")
        item = COLUMN_TH[str(row["column"])] + (f" กลยุทธ์ที่ {number}" if number else "")
        printed, again = _number(row["printed"]), _number(row["recomputed"])
        cells = (
            Cell(table),
            Cell(row["group"]),
            Cell(item),
            Cell(printed, ref=str(row["source_ref"])),
            Cell(again, tone=Tone.WATCH),
        )
        rows.append(Row(cells))
    return rows


def _other(beside: pd.DataFrame, keys: list[str]) -> dict[object, float]:
    """Take the printed figures that differ from the recomputed ones, by their keys."""
    wrong = beside[~beside["agrees"] & beside["printed"].notna()]
    return {tuple(row[key] for key in keys): row["printed"] for row in wrong.to_dict("records")}


def _count(value: object, printed: float | None) -> Cell:
    number = _number(value)
    if printed is None:
        return Cell(number)
    return Cell(number, tone=Tone.WATCH, ref=f"รายงานเดิมพิมพ์ไว้ {printed:g}")


def _number(value: object) -> float | int | None:
    number = math.nan if value is None else float(str(value))
    if math.isnan(number):
        return None
    return int(number) if number.is_integer() else number


def _note(other: Mapping[object, float]) -> str:
    return "ช่องที่ทำเครื่องหมายต่างจากที่รายงานฉบับเดิมพิมพ์ไว้" if other else ""
