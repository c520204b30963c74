"""The two summary tables against themselves and each other: rows, columns, totals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from plantrack_nb.check.causes import id_of
from plantrack_nb.check.facts import ROUND, Facts, groups, ref_of, round_of, rows
from plantrack_nb.check.grouping import ROW, bands
from plantrack_nb.check.printed import BANDS, LEVELS
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.findings import Finding, Severity
from plantrack_nb.thai.numbers import format_count, format_percent
from plantrack_nb.vocabulary import BAND_TH, CLAIM_TH, STATUS_TH, Band, ClaimKind, Status

if TYPE_CHECKING:
    import pandas as pd

_TABLES = (ClaimKind.LEVEL_TABLE.value, ClaimKind.STRATEGY_TABLE.value)
_COLUMN = [*ROUND, "kind", "column", "strategy_no"]


@rule(
    "claim-table-total",
    Family.CLAIMS,
    Severity.ERROR,
    title="แถวรวมของตารางสรุปไม่เท่ากับผลรวมของแถว",
    title_en="A total row is not the sum of its column",
    why="แถวรวมเป็นตัวเลขที่ถูกอ้างต่อมากที่สุด เช่น ในบันทึกข้อความและการนำเสนอ",
    example="ช่อง “สำเร็จแล้ว” ของแต่ละกลุ่มรวมกันได้ 6 แต่แถวรวมพิมพ์ 2",
    todo="บวกใหม่ทั้งคอลัมน์ แล้วแก้แถวรวมหรือแถวที่ผิด",
)
def total_row(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Find totals of the tables' counts that their columns do not add up to."""
    totals = _totals(facts)
    wrong = totals[totals["value"].notna() & (totals["value"] != totals["sum"])]
    wrong = wrong.merge(_mended(facts), on=_COLUMN, how="left")
    cells = _columns(facts)
    for group in groups(wrong, [*ROUND, "kind"]):
        for row in group:
            causes = row.groups if row.mended + row.sum == row.value else []
            yield Finding(
                rule="claim-table-total",
                subject=f"{row.kind}/{row.column}{row.strategy_no}",
                severity=Severity.ERROR,
                message=f"{CLAIM_TH[ClaimKind(row.kind)]} แถวรวม ช่อง “{_title(row)}” พิมพ์"
                f" {format_count(row.value)} แต่ทุกแถวรวมกันได้ {format_count(row.sum)}",
                expected=format_count(row.sum),
                found=format_count(row.value),
                hint=_total_hint(row, group, causes),
                refs=(ref_of(row), *cells.get(_column(row), ())),
                because_of=id_of("claim-group-band", causes[0]) if causes else "",
                district=round_of(row),
            )


def _total_hint(row: Any, group: list[Any], causes: list[str]) -> str:
    if causes:
        listed = ", ".join(f"“{one.replace('|', ' + ')}”" for one in causes)
        return f"ยอด {format_count(row.value)} จะถูกต้องเมื่อแก้แถว {listed} ตามที่นับจากรายโครงการ"
    off = row.value - row.sum
    pair = next((one for one in group if one.value - one.sum == -off), None)
    if pair is None:
        return f"แก้แถวรวมเป็น {format_count(row.sum)} หรือแก้แถวที่นับผิด"
    return (
        f"ผลต่าง {format_count(abs(off))} หักกลบพอดีกับช่อง “{_title(pair)}”"
        f" น่าจะนับ {format_count(abs(off))} โครงการสลับช่องกัน"
    )


@rule(
    "claim-table-row",
    Family.CLAIMS,
    Severity.ERROR,
    title="จำนวนในแถวของตารางสรุปรวมกันไม่เท่ากับจำนวนโครงการ",
    title_en="A row's levels or bands do not add up to its projects",
    why="ทุกโครงการต้องอยู่ในระดับหนึ่งและช่วงการเบิกจ่ายหนึ่ง ผลรวมจึงต้องเท่ากับจำนวนโครงการ",
    example="กลุ่มมี 4 โครงการ แต่ระดับการดำเนินการรวมกันได้ 3",
    todo="ตรวจว่าโครงการใดไม่ถูกนับ หรือถูกนับซ้ำ",
)
def row_sum(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Find rows of the level table whose two halves do not each give the number of projects."""
    table = facts.printed[facts.printed["kind"] == ClaimKind.LEVEL_TABLE.value]
    for group in groups(table, [*ROUND, "group"]):
        projects = [row for row in group if row.column == "projects" and row.value >= 0]
        for half, title in ((LEVELS, "ระดับการดำเนินการ"), (BANDS, "การเบิกจ่ายงบประมาณ")):
            members = [row for row in group if row.column in half]
            total = sum(row.value for row in members if row.value >= 0)
            if not projects or len(members) < len(half) or total == projects[0].value:
                continue
            yield Finding(
                rule="claim-table-row",
                subject=f"{projects[0].group_key}/{half[0]}",
                severity=Severity.ERROR,
                message=f"ตารางระดับการดำเนินการ แถว “{projects[0].group}” จำนวนด้าน{title}"
                f" รวมกันได้ {format_count(total)} แต่ช่องรวมโครงการพิมพ์"
                f" {format_count(projects[0].value)}",
                expected=format_count(projects[0].value),
                found=format_count(total),
                hint="ตรวจว่าโครงการใดในแถวนี้ไม่ถูกนับ หรือถูกนับซ้ำ",
                refs=(ref_of(projects[0]), *map(ref_of, members)),
                district=round_of(projects[0]),
            )


@rule(
    "claim-tables-differ",
    Family.CLAIMS,
    Severity.ERROR,
    title="สองตารางสรุปนับโครงการของกลุ่มเดียวกันไม่เท่ากัน",
    title_en="The two summary tables count a group's projects differently",
    why="ตัวเลขเดียวกันในเอกสารเดียวกันต้องตรงกัน",
    example="ตารางแรกพิมพ์ว่ากลุ่มมี 4 โครงการ ตารางที่สองรวมทุกกลยุทธ์ได้ 3",
    todo="ตรวจว่าตารางใดนับครบ แล้วแก้อีกตาราง",
)
def tables_differ(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Find groups with other numbers of projects in the first table than in the second."""
    counts = facts.printed[(facts.printed["column"] == "projects") & ~facts.printed["is_total"]]
    second = counts[counts["kind"] == ClaimKind.STRATEGY_TABLE.value]
    sums = second.groupby(ROW, sort=False)["value"].sum().rename("second").reset_index()
    first = counts[counts["kind"] == ClaimKind.LEVEL_TABLE.value].merge(sums, on=ROW)
    for row in rows(first[first["value"].notna() & (first["value"] != first["second"])]):
        place = (row.district, row.fiscal_year, row.quarter, row.group_key)
        others = second[(second[ROW] == list(place)).all(axis=1) & second["value"].gt(0)]
        yield Finding(
            rule="claim-tables-differ",
            subject=row.group_key,
            severity=Severity.ERROR,
            message=f"“{row.group}” มี {format_count(row.value)} โครงการในตารางระดับการดำเนินการ"
            f" แต่ในตารางรายกลยุทธ์รวมกันได้ {format_count(row.second)} โครงการ",
            expected=format_count(row.second),
            found=format_count(row.value),
            hint="ตรวจกับรายโครงการว่าตารางใดถูก",
            refs=(ref_of(row), *(ref_of(one) for one in rows(others))),
            district=round_of(row),
        )


@rule(
    "claim-total-blank",
    Family.CLAIMS,
    Severity.INFO,
    title="ช่องรวมของตารางสรุปว่าง ทั้งที่คำนวณได้",
    title_en="A total is left blank though it can be worked out",
    why="ผู้อ่านต้องบวกเอง และตัวเลขรวมของเขตไม่ปรากฏในรายงาน",
    example="แถวรวมพิมพ์ “-” ทั้งที่กลุ่มต่าง ๆ มีร้อยละการเบิกจ่าย",
    todo="คำนวณแล้วพิมพ์ตัวเลขรวม",
)
def blank_total(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Find totals that are not printed: of the projects column, of the strategies' percents."""
    yield from _blank_projects(facts)
    yield from _blank_percents(facts)


def _blank_projects(facts: Facts) -> Iterator[Finding]:
    table = facts.printed[facts.printed["kind"] == ClaimKind.LEVEL_TABLE.value]
    has_total = table[table["is_total"]].drop_duplicates(ROUND)
    counts = table[(table["column"] == "projects") & table["value"].notna()]
    counted = counts.groupby([*ROUND, "is_total"], sort=False)["value"].sum().unstack()  # noqa: PD010
    sums = counted.reindex(columns=[False, True]).rename(columns={False: "sum", True: "printed"})
    both = has_total.merge(sums.reset_index(), on=ROUND)
    for row in rows(both[both["printed"].isna() & both["sum"].gt(0)]):
        yield Finding(
            rule="claim-total-blank",
            subject="level_table/projects",
            severity=Severity.INFO,
            message="ตารางระดับการดำเนินการ แถวรวม ช่อง “รวมโครงการ” ว่าง"
            f" ทั้งที่ทุกแถวรวมกันได้ {format_count(row.sum)} โครงการ",
            expected=format_count(row.sum),
            hint=f"พิมพ์ {format_count(row.sum)} เมื่อตรวจจำนวนโครงการแล้ว",
            refs=(ref_of(row),),
            district=round_of(row),
        )


def _blank_percents(facts: Facts) -> Iterator[Finding]:
    claims = facts.printed[facts.printed["column"] == "disbursed_pct"]
    money = facts.placed.groupby([*ROUND, "strategy_no"], sort=False)[["budget", "disbursed"]].sum()
    blank = claims[claims["is_total"] & claims["value"].isna()]
    blank = blank.merge(money.reset_index(), on=[*ROUND, "strategy_no"])
    blank = blank[blank["budget"].gt(0) & blank["disbursed"].gt(0)]
    for group in groups(blank, ROUND):
        shares = ((row, 100 * row.disbursed / row.budget) for row in group)
        listed = ", ".join(
            f"กลยุทธ์ที่ {row.strategy_no} = {format_percent(pct)}" for row, pct in shares
        )
        yield Finding(
            rule="claim-total-blank",
            subject="strategy_table/disbursed_pct",
            severity=Severity.INFO,
            message=f"ตารางร้อยละการเบิกจ่าย แถวรวมพิมพ์ “-” ทั้งที่คำนวณจากรายโครงการได้ {listed}",
            expected=listed,
            found="-",
            hint="พิมพ์ร้อยละรวมของแต่ละกลยุทธ์",
            refs=tuple(map(ref_of, group)),
            district=round_of(group[0]),
        )


def _totals(facts: Facts) -> pd.DataFrame:
    """Select the totals of counts, each with ``sum``: what its column adds up to."""
    counts = _counts(facts)
    body = counts[~counts["is_total"]]
    sums = body.groupby(_COLUMN, sort=False)["value"].sum().rename("sum").reset_index()
    return counts[counts["is_total"]].merge(sums, on=_COLUMN)


def _counts(facts: Facts) -> pd.DataFrame:
    chosen = facts.printed["kind"].isin(_TABLES) & (facts.printed["unit"] == "project")
    return facts.printed[chosen]


def _columns(facts: Facts) -> dict[tuple[object, ...], list[Any]]:
    """Gather the places of each column's cells that are not zero."""
    counts = _counts(facts)
    cells: dict[tuple[object, ...], list[Any]] = {}
    for row in rows(counts[~counts["is_total"] & counts["value"].gt(0)]):
        cells.setdefault(_column(row), []).append(ref_of(row))
    return cells


def _mended(facts: Facts) -> pd.DataFrame:
    """Tell by how much each column's sum changes once wrong bands are counted anew, and whose."""
    wrong = bands(facts).assign(strategy_no="")
    wrong = wrong[wrong["value"] != wrong["exact"]]
    wrong = wrong.assign(mended=wrong["exact"] - wrong["value"])
    grouped = wrong.sort_values("mended", key=abs, ascending=False).groupby(_COLUMN, sort=False)
    return grouped.agg(mended=("mended", "sum"), groups=("group_key", list)).reset_index()


def _column(row: Any) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in _COLUMN)


def _title(row: Any) -> str:
    if row.strategy_no:
        return f"จำนวนโครงการกลยุทธ์ที่ {row.strategy_no}"
    if row.column in LEVELS:
        return STATUS_TH[Status(row.column)]
    return BAND_TH[Band(row.column)] if row.column in BANDS else "รวมโครงการ"
