"""The two summary tables against themselves and each other: rows, columns, totals."""

from __future__ import annotations

from math import isnan

from plantrack_nb.check.causes import id_of
from plantrack_nb.check.facts import ROUND, round_key
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, Severity, cell, cells, rule
from plantrack_nb.core.records import firsts, gathered, total
from plantrack_nb.core.vocabulary import (
    BANDS,
    CLAIM_TH,
    COLUMN_TH,
    DISBURSED_PCT,
    LEVELS,
    PROJECTS,
    ClaimKind,
)
from plantrack_nb.measures.summary import COLUMN, ROW, of_whole_rows
from plantrack_nb.thai.numbers import format_count, format_percent

_Column = tuple[str, int, int, str, str, str]


@rule(
    "claim-table-total",
    Severity.ERROR,
    title="แถวรวมของตารางสรุปไม่เท่ากับผลรวมของแถว",
    title_en="A total row is not the sum of its column",
    why="แถวรวมเป็นตัวเลขที่ถูกอ้างต่อมากที่สุด เช่น ในบันทึกข้อความและการนำเสนอ",
    example="ช่อง “สำเร็จแล้ว” ของแต่ละกลุ่มรวมกันได้ 6 แต่แถวรวมพิมพ์ 2",
    todo="บวกใหม่ทั้งคอลัมน์ แล้วแก้แถวรวมหรือแถวที่ผิด",
)
def total_row(facts: Facts, _: Settings) -> Hits:
    """Find totals of the tables' counts that their columns do not add up to."""
    mended = _mended(facts)
    wrong = (row for row in facts.beside if row.parts and abs(row.value - row.sum) > 0)
    for group in gathered(wrong, [*ROUND, "kind"]).values():
        for row in group:
            bands_there = mended.get(_column(row), [])
            change = sum(one.exact - one.value for one in bands_there)
            explained = bands_there and change + row.sum == row.value
            causes = [one.group_key for one in bands_there] if explained else []
            yield Hit(
                cell(row, "value"),
                f"{row.kind}/{row.column}{row.strategy_no}",
                f"{CLAIM_TH[ClaimKind(row.kind)]} แถวรวม ช่อง “{_title(row)}” พิมพ์"
                f" {format_count(row.value)} แต่ทุกแถวรวมกันได้ {format_count(row.sum)}",
                expected=format_count(row.sum),
                found=format_count(row.value),
                hint=_total_hint(row, group, causes),
                beside=cells((one for one in row.parts if one.value > 0), "value"),
                because_of=id_of("claim-group-band", causes[0]) if causes else "",
            )


def _total_hint(row: Row, group: list[Row], causes: list[str]) -> str:
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
    Severity.ERROR,
    title="จำนวนในแถวของตารางสรุปรวมกันไม่เท่ากับจำนวนโครงการ",
    title_en="A row's levels or bands do not add up to its projects",
    why="ทุกโครงการต้องอยู่ในระดับหนึ่งและช่วงการเบิกจ่ายหนึ่ง ผลรวมจึงต้องเท่ากับจำนวนโครงการ",
    example="กลุ่มมี 4 โครงการ แต่ระดับการดำเนินการรวมกันได้ 3",
    todo="ตรวจว่าโครงการใดไม่ถูกนับ หรือถูกนับซ้ำ",
)
def row_sum(facts: Facts, _: Settings) -> Hits:
    """Find rows of the level table whose two halves do not each give the number of projects."""
    table = (row for row in facts.printed if row.kind == ClaimKind.LEVEL_TABLE.value)
    for group in gathered(table, [*ROUND, "group"]).values():
        projects = [row for row in group if row.column == "projects" and row.value >= 0]
        for half, title in ((LEVELS, "ระดับการดำเนินการ"), (BANDS, "การเบิกจ่ายงบประมาณ")):
            members = [row for row in group if row.column in half]
            added = sum(row.value for row in members if row.value >= 0)
            if not projects or len(members) < len(half) or added == projects[0].value:
                continue
            yield Hit(
                cell(projects[0], "value"),
                f"{projects[0].group_key}/{half[0]}",
                f"ตารางระดับการดำเนินการ แถว “{projects[0].group}” จำนวนด้าน{title}"
                f" รวมกันได้ {format_count(added)} แต่ช่องรวมโครงการพิมพ์"
                f" {format_count(projects[0].value)}",
                expected=format_count(projects[0].value),
                found=format_count(added),
                hint="ตรวจว่าโครงการใดในแถวนี้ไม่ถูกนับ หรือถูกนับซ้ำ",
                beside=cells(members, "value"),
            )


@rule(
    "claim-tables-differ",
    Severity.ERROR,
    title="สองตารางสรุปนับโครงการของกลุ่มเดียวกันไม่เท่ากัน",
    title_en="The two summary tables count a group's projects differently",
    why="ตัวเลขเดียวกันในเอกสารเดียวกันต้องตรงกัน",
    example="ตารางแรกพิมพ์ว่ากลุ่มมี 4 โครงการ ตารางที่สองรวมทุกกลยุทธ์ได้ 3",
    todo="ตรวจว่าตารางใดนับครบ แล้วแก้อีกตาราง",
)
def tables_differ(facts: Facts, _: Settings) -> Hits:
    """Find groups with other numbers of projects in the first table than in the second."""
    counts = [row for row in facts.printed if row.column == "projects" and not row.is_total]
    second = (row for row in counts if row.kind == ClaimKind.STRATEGY_TABLE.value)
    by_row = gathered(second, ROW)
    for row in counts:
        others = by_row.get((*round_key(row), row.group_key), [])
        if row.kind != ClaimKind.LEVEL_TABLE.value or not others or isnan(row.value):
            continue
        added = total(one.value for one in others)
        if row.value == added:
            continue
        yield Hit(
            cell(row, "value"),
            row.group_key,
            f"“{row.group}” มี {format_count(row.value)} โครงการในตารางระดับการดำเนินการ"
            f" แต่ในตารางรายกลยุทธ์รวมกันได้ {format_count(added)} โครงการ",
            expected=format_count(added),
            found=format_count(row.value),
            hint="ตรวจกับรายโครงการว่าตารางใดถูก",
            beside=cells((one for one in others if one.value > 0), "value"),
        )


@rule(
    "claim-total-blank",
    Severity.INFO,
    title="ช่องรวมของตารางสรุปว่าง ทั้งที่คำนวณได้",
    title_en="A total is left blank though it can be worked out",
    why="ผู้อ่านต้องบวกเอง และตัวเลขรวมของเขตไม่ปรากฏในรายงาน",
    example="แถวรวมพิมพ์ “-” ทั้งที่กลุ่มต่าง ๆ มีร้อยละการเบิกจ่าย",
    todo="คำนวณแล้วพิมพ์ตัวเลขรวม",
)
def blank_total(facts: Facts, _: Settings) -> Hits:
    """Find totals that are not printed: of the projects column, of the strategies' percents."""
    yield from _blank_projects(facts)
    yield from _blank_percents(facts)


def _blank_projects(facts: Facts) -> Hits:
    table = [row for row in facts.printed if row.kind == ClaimKind.LEVEL_TABLE.value]
    counts = gathered((row for row in table if row.column == "projects"), ROUND)
    for key, row in firsts((row for row in table if row.is_total), ROUND).items():
        known = [one for one in counts.get(key, []) if not isnan(one.value)]
        added = total(one.value for one in known if not one.is_total)
        if any(one.is_total for one in known) or not added > 0:
            continue
        yield Hit(
            (),  # what is blank is no printed figure
            "level_table/projects",
            "ตารางระดับการดำเนินการ แถวรวม ช่อง “รวมโครงการ” ว่าง"
            f" ทั้งที่ทุกแถวรวมกันได้ {format_count(added)} โครงการ",
            expected=format_count(added),
            hint=f"พิมพ์ {format_count(added)} เมื่อตรวจจำนวนโครงการแล้ว",
            beside=[cell(row, "value")],
        )


def _blank_percents(facts: Facts) -> Hits:
    totals = (row for row in facts.beside if row.column == DISBURSED_PCT and row.is_total)
    blank = (row for row in totals if isnan(row.value) and row.exact > 0)
    for group in gathered(blank, ROUND).values():
        listed = ", ".join(
            f"กลยุทธ์ที่ {row.strategy_no} = {format_percent(row.exact)}" for row in group
        )
        yield Hit(
            cells(group, "value"),
            "strategy_table/disbursed_pct",
            f"ตารางร้อยละการเบิกจ่าย แถวรวมพิมพ์ “-” ทั้งที่คำนวณจากรายโครงการได้ {listed}",
            expected=listed,
            found="-",
            hint="พิมพ์ร้อยละรวมของแต่ละกลยุทธ์",
        )


def _mended(facts: Facts) -> dict[_Column, list[Row]]:
    """Gather each column's bands that have to be counted anew, the most wrong first."""
    wrong = (row for row in of_whole_rows(facts.beside, BANDS) if not row.agrees)
    by_size = sorted(wrong, key=lambda row: -abs(row.exact - row.value))
    return gathered(by_size, COLUMN)


def _column(row: Row) -> _Column:
    return (*round_key(row), row.kind, row.column, row.strategy_no)


def _title(row: Row) -> str:
    if row.strategy_no:
        return f"จำนวนโครงการกลยุทธ์ที่ {row.strategy_no}"
    return "รวมโครงการ" if row.column == PROJECTS else COLUMN_TH[row.column]
