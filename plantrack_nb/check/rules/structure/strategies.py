"""Strategies as headings: none without projects, each with its own number and name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plantrack_nb.check.facts import ROUND, round_key
from plantrack_nb.check.reading.running_text.phrases import joined, keys, quoted
from plantrack_nb.check.reading.strategies import misnumbered
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, Severity, cell, cells, rule
from plantrack_nb.core.records import gathered
from plantrack_nb.measures.places import line_of
from plantrack_nb.thai.text import arabic_digits

_HEADING = re.compile(r"^(?:กลยุทธ์|ยุทธศาสตร์|จุดเน้น)(?:ที่)? ?(\d{1,2})(?!\d)")
_NAMED_PERCENT = 60.0
_NEXT = 2


@rule(
    "strategy-empty",
    title="กลยุทธ์ไม่มีโครงการ หรือโครงการอยู่นอกกลยุทธ์",
    title_en="A strategy without projects",
    why="หัวข้อกลยุทธ์ที่ว่างแปลว่าโครงการตกหล่น",
    example="มีหัวข้อกลยุทธ์ที่ 4 แต่ไม่มีโครงการใดอยู่ใต้หัวข้อ",
    todo="เติมโครงการของกลยุทธ์ หรือลบหัวข้อ",
)
def empty_strategy(facts: Facts, _: Settings) -> Hits:
    """Find strategies that no project belongs to."""
    place = [*ROUND, "strategy_no"]
    used = gathered(facts.projects, place)
    for row in facts.strategies:
        if (*round_key(row), row.strategy_no) in used:
            continue
        yield Hit(
            cell(row, "name"),
            keys(strategy_no=row.strategy_no),
            f"กลยุทธ์ที่ {row.strategy_no} {quoted(row.name)} ไม่มีโครงการ",
            expected="มีโครงการ",
            found="0 โครงการ",
        )


@rule(
    "strategy-number",
    Severity.ERROR,
    title="เลขที่กลยุทธ์ในหัวข้อไม่ตรงกับเลขที่โครงการใต้หัวข้อ",
    title_en="A heading's number is not that of the projects under it",
    why="หัวข้อที่เลขผิดทำให้โครงการถูกนับไปอยู่กลยุทธ์อื่น",
    example="หัวข้อพิมพ์ “กลยุทธ์ที่ 2” ซ้ำ แต่โครงการใต้หัวข้อเป็น 3.1 และ 3.2",
    todo="แก้เลขที่ในหัวข้อกลยุทธ์",
)
def heading_number(facts: Facts, _: Settings) -> Hits:
    """Find headings with a number of another strategy, whether it stands twice or is new."""
    under = gathered(facts.projects, [*ROUND, "strategy_no"])
    for row, printed, meant in _misprinted(facts):
        some = under.get((*round_key(row), row.strategy_no), [])
        named = joined(one.project_no for one in some)
        yield Hit(
            cell(row, "strategy_no"),
            keys(strategy_no=meant, fault="number"),
            f"หัวข้อพิมพ์ {quoted(printed)} แต่โครงการใต้หัวข้อคือ {named} ซึ่งเป็นของกลยุทธ์ที่ {meant}",
            expected=f"กลยุทธ์ที่ {meant}",
            found=printed,
            hint=f"แก้หัวข้อเป็น “กลยุทธ์ที่ {meant}”",
            beside=cells(some, "project_no"),
        )


def _misprinted(facts: Facts) -> Iterator[tuple[Row, str, str]]:
    """Give strategies with the heading printed over their projects and the number meant."""
    meant = misnumbered(facts.projects)
    for row in facts.strategies:
        number = meant.get((*round_key(row), row.strategy_no))
        if number:
            yield row, f"กลยุทธ์ที่ {row.strategy_no} {row.name}".strip(), number
    headings = [row for row in facts.unread if _number(row)]
    for row in facts.strategies if headings else ():
        above = [one for one in headings if _is_of(one, row) and _number(one) != row.strategy_no]
        if above:
            yield row, above[0].text, row.strategy_no


def _number(row: Row) -> str:
    """Return the number of the strategy that a line heads, or ``""``."""
    found = _HEADING.match(arabic_digits(row.text))
    return found[1] if found else ""


def _is_bare(row: Row) -> bool:
    """Tell whether a strategy has a number, from its projects, and no heading."""
    return not row.name.strip() and str(row.strategy_no).isdecimal()


def _is_of(heading: Row, row: Row) -> bool:
    """Tell whether a line is a strategy's own, or stands right above one without a heading."""
    if round_key(heading) != round_key(row) or heading.source_file != row.source_file:
        return False
    one, other = line_of(heading.source_ref), line_of(row.source_ref)
    if one == other:
        return True
    lines = [re.search(r"\d+$", each) for each in (one, other)]
    numbers = [int(each[0]) for each in lines if each]
    return _is_bare(row) and len(numbers) == 2 and 0 < numbers[1] - numbers[0] <= _NEXT


@rule(
    "strategy-unnamed",
    title="กลยุทธ์ไม่มีหัวข้อ ทั้งที่กลยุทธ์อื่นมี",
    title_en="A strategy without its heading beside others with theirs",
    why="โครงการใต้กลยุทธ์นั้นจะถูกอ่านว่าเป็นของกลยุทธ์ก่อนหน้า",
    example="มีหัวข้อกลยุทธ์ที่ 1, 2 และ 4 แต่โครงการ 3.1 อยู่ต่อจากโครงการ 2.5 โดยไม่มีหัวข้อ",
    todo="เติมหัวข้อกลยุทธ์",
)
def heading_missing(facts: Facts, _: Settings) -> Hits:
    """Find strategies known from their projects only, where most have a heading."""
    told = {id(row) for row, _printed, _meant in _misprinted(facts)}
    for some in gathered(facts.strategies, ROUND).values():
        named = [row for row in some if row.name.strip()]
        if 100.0 * len(named) < _NAMED_PERCENT * len(some):
            continue
        for row in some:
            if _is_bare(row) and id(row) not in told:
                yield Hit(
                    cell(row, "name"),
                    keys(strategy_no=row.strategy_no, fault="unnamed"),
                    f"ไม่มีหัวข้อกลยุทธ์ที่ {row.strategy_no} เหนือโครงการของกลยุทธ์นี้ ขณะที่กลยุทธ์อื่นมี",
                    expected=f"กลยุทธ์ที่ {row.strategy_no} …",
                    found="ว่าง",
                )
