"""Rows of sums in the table of projects, and summary sheets, against the projects they sum up."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import fsum, isnan

from plantrack_nb.check.facts import ProjectKey, project_key, round_key
from plantrack_nb.check.reading.running_text.phrases import keys
from plantrack_nb.check.rules import (
    Facts,
    Hit,
    Hits,
    Row,
    Settings,
    Severity,
    Spot,
    cell,
    cells,
    rule,
)
from plantrack_nb.core.vocabulary import ClaimKind
from plantrack_nb.measures.claims import keys_of
from plantrack_nb.thai.numbers import format_baht
from plantrack_nb.thai.text import arabic_digits

_SATANG = 0.011
"""Sums of amounts that were rounded may be off by one."""

_COLUMNS = {"budget": "งบประมาณ", "committed": "ผูกพัน", "disbursed": "เบิกจ่าย"}
_PART = ("project_no", "activity_no")
_ALL = "all"
_STRATEGY = re.compile(r"กลยุทธ์(?:ที่)? ?(\d{1,2})(?!\d)")
_BETWEEN = ".."


@rule(
    "claim-row-sum",
    Severity.ERROR,
    title="แถวผลรวมในตารางโครงการไม่เท่ากับผลรวมของโครงการ",
    title_en="A row of sums is not the sum of its projects",
    why="ยอดรวมถูกอ้างต่อมากที่สุด ถ้าไม่เท่ากับผลรวม แปลว่าแถวรวมหรือแถวใดแถวหนึ่งผิด",
    example="สามโครงการรวมกันได้ 90,000 บาท แต่แถว “รวมทั้งสิ้น” พิมพ์ 95,000",
    todo="บวกใหม่ แล้วแก้แถวผลรวมหรือโครงการที่พิมพ์ผิด",
)
def row_sum(facts: Facts, _: Settings) -> Hits:
    """Add up the projects that each row of sums stands for."""
    for row in facts.claims:
        said = keys_of(row.subject)
        column = said.get("column", "")
        if "row" not in said or "of" not in said or column not in _COLUMNS or isnan(row.value):
            continue
        projects = _projects(facts, row, said)
        exact = _sum(facts, projects, column)
        if abs(exact - row.value) <= _SATANG:
            continue
        yield Hit(
            cell(row, "value"),
            keys(row=said["row"], of=said["of"], column=column),
            f"แถว “{said['row']}” พิมพ์{_COLUMNS[column]} {format_baht(row.value)} บาท"
            f" แต่ {len(projects)} โครงการ{_span(projects)}รวมกันได้ {format_baht(exact)} บาท"
            f" ต่างกัน {format_baht(abs(exact - row.value))} บาท",
            expected=format_baht(exact),
            found=format_baht(row.value),
            beside=[*cells(projects, "project_no"), *_lines_of(facts, projects, column)],
        )


@rule(
    "claim-parts-sum",
    title="ยอดของกิจกรรมรวมกันเกินยอดของโครงการ",
    title_en="The amounts of a project's activities exceed the project's own",
    why="ยอดของโครงการควรเป็นผลรวมของกิจกรรม ถ้ากิจกรรมรวมกันได้มากกว่า ยอดใดยอดหนึ่งผิด",
    example="โครงการพิมพ์งบ 1,000 บาท กิจกรรมสองรายการรวมกันได้ 1,200 บาท",
    todo="แก้ยอดของโครงการหรือของกิจกรรมให้ตรงกัน",
)
def parts_sum(facts: Facts, _: Settings) -> Hits:
    """Hold the amounts that stand at activities against the project's own."""
    parts: dict[tuple[ProjectKey, str], list[Row]] = {}
    for row in facts.claims:
        said = keys_of(row.subject)
        column = said.get("column", "")
        is_part = row.kind == ClaimKind.PROGRESS_TABLE.value and {*_PART} <= {*said}
        if is_part and column in _COLUMNS and not isnan(row.value):
            where = (*round_key(row), said["project_no"])
            parts.setdefault((where, column), []).append(row)
    for (key, column), rows in parts.items():
        lines, number = facts.lines_of.get(key, []), key[-1]
        own = fsum(one for line in lines if not isnan(one := getattr(line, column)))
        total = fsum(row.value for row in rows)
        if own and total > own + _SATANG:
            yield Hit(
                cells(rows, "value"),
                keys(project_no=number, column=column),
                f"โครงการ {number} มี{_COLUMNS[column]} {format_baht(own)} บาท"
                f" แต่กิจกรรมรวมกันได้ {format_baht(total)} บาท",
                expected=format_baht(own),
                found=format_baht(total),
                project_no=number,
            )


def _lines_of(facts: Facts, projects: Sequence[Row], column: str) -> list[Spot]:
    """Name the cells that are added up."""
    return cells(
        (one for each in projects for one in facts.lines_of.get(project_key(each), [])), column
    )


def _projects(facts: Facts, row: Row, said: Mapping[str, str]) -> Sequence[Row]:
    """Take the projects that a row sums up: of the strategy it names, or of its span."""
    own = [one for one in facts.projects if round_key(one) == round_key(row)]
    named = _STRATEGY.search(arabic_digits(said["row"]))
    of_strategy = [one for one in own if named and one.strategy_no == named[1]]
    if of_strategy:
        return of_strategy
    span = said["of"]
    if span == _ALL:
        return own
    numbers = [one.project_no for one in own]
    first, _, last = span.partition(_BETWEEN)
    if first not in numbers or last not in numbers:
        return []
    return own[numbers.index(first) : numbers.index(last) + 1]


def _sum(facts: Facts, projects: Sequence[Row], column: str) -> float:
    lines = (line for one in projects for line in facts.lines_of.get(project_key(one), []))
    return fsum(value for line in lines if not isnan(value := getattr(line, column)))


def _span(projects: Sequence[Row]) -> str:
    if not projects:
        return ""
    return f" ({projects[0].project_no} ถึง {projects[-1].project_no}) "
