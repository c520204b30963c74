"""Targets and indicators as lists: numbers that are missing or twice, the same item again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, groupby
from typing import Any

from plantrack_nb.check.facts import Facts, round_of
from plantrack_nb.check.reading.lists import COLUMNS, Item, items
from plantrack_nb.check.reading.phrases import keys, numbers, quoted
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.measures.places import Places
from plantrack_nb.thai.text import arabic_digits, squeeze

_DIGITS = re.compile(r"\d+")


@rule(
    "list-number",
    Family.STRUCTURE,
    Severity.WARNING,
    title="เลขข้อของเป้าหมายหรือตัวชี้วัดขาดหรือซ้ำ",
    title_en="Numbers of targets or indicators are missing or repeated",
    why="ข้อที่ขาดแปลว่ามีเป้าหมายหรือตัวชี้วัดตกหล่น",
    example="ตัวชี้วัด 1, 2, 3, 5 (ขาด 4)",
    todo="เติมข้อที่ตกหล่น หรือเรียงเลขข้อใหม่",
)
def list_number(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Check the count of each list; a number twice with the same words is told as repeated."""
    for row, column, nth, members in _lists(facts):
        found = [one.number for one in members]
        missing = sorted({*range(1, max(found))} - {*found})
        twice = {
            second.number
            for first, second in combinations(members, 2)
            if first.number == second.number and squeeze(first.text) != squeeze(second.text)
        }
        if not missing and not twice:
            continue
        faults = [f"ขาดข้อ {numbers(missing)}"] if missing else []
        faults += [f"มีข้อ {numbers(twice)} ซ้ำ"] if twice else []
        yield Finding(
            "list-number",
            keys(project_no=row.project_no, column=column, list=str(nth)),
            Severity.WARNING,
            f"{COLUMNS[column]}ของโครงการ {row.project_no} {' และ'.join(faults)}",
            project_no=row.project_no,
            expected=numbers(range(1, max(found) + 1)),
            found=", ".join(map(str, found)),
            hint="เติมข้อที่ตกหล่น หรือเรียงเลขข้อใหม่",
            refs=_refs(facts.places, row, column, members),
            district=round_of(row),
        )


@rule(
    "list-repeated",
    Family.STRUCTURE,
    Severity.WARNING,
    title="เป้าหมายหรือตัวชี้วัดซ้ำกัน",
    title_en="The same target or indicator twice in one list",
    why="ข้อที่ซ้ำทำให้นับผลซ้ำ และข้อที่ควรมีอาจหายไป",
    example="เป้าหมายข้อ 2 และข้อ 3 เป็นข้อความเดียวกัน",
    todo="ตัดข้อที่ซ้ำ หรือแก้เป็นข้อที่ตั้งใจเขียน",
    similarity=95.0,
    long_text=30,
)
def list_repeated(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Find items of one list that are equal, or long and all but equal."""
    yield from _across_lists(facts, settings)
    for row, column, nth, members in _lists(facts):
        for first, second in combinations(members, 2):
            if not alike(first.text, second.text, settings):
                continue
            yield Finding(
                "list-repeated",
                keys(
                    project_no=row.project_no,
                    column=column,
                    list=str(nth),
                    items=f"{first.number}+{second.number}",
                ),
                Severity.WARNING,
                f"{COLUMNS[column]}ของโครงการ {row.project_no} ข้อ {first.number} และข้อ"
                f" {second.number} ซ้ำกัน: {quoted(second.text)}",
                project_no=row.project_no,
                expected="ข้อความต่างกัน",
                found=quoted(second.text),
                hint="ตัดข้อที่ซ้ำ หรือแก้เป็นข้อที่ตั้งใจเขียน",
                refs=_refs(facts.places, row, column, (first, second)),
                district=round_of(row),
            )


def _across_lists(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Find long indicators that stand word for word in two lists of one project."""
    for row in facts.projects:
        first: dict[str, Item] = {}
        for one in items(row.indicators):
            text = squeeze(one.text)
            if not one.number or len(text) < settings["long_text"]:
                continue
            other = first.setdefault(text, one)
            if other.nth != one.nth:
                yield Finding(
                    "list-repeated",
                    keys(
                        project_no=row.project_no,
                        column="indicators",
                        lists=f"{other.nth}+{one.nth}",
                        items=f"{other.number}+{one.number}",
                    ),
                    Severity.WARNING,
                    f"ตัวชี้วัดของโครงการ {row.project_no} ข้อ {other.number} ของรายการที่ {other.nth}"
                    f" ซ้ำกับข้อ {one.number} ของรายการที่ {one.nth}: {quoted(one.text)}",
                    project_no=row.project_no,
                    expected="ข้อความต่างกัน",
                    found=quoted(one.text),
                    hint="ตัดข้อที่ซ้ำ หรือแก้เป็นข้อที่ตั้งใจเขียน",
                    refs=_refs(facts.places, row, "indicators", (other, one)),
                    district=round_of(row),
                )


def _lists(facts: Facts) -> Iterator[tuple[Any, str, int, list[Item]]]:
    """Give each numbered list of each project: row, column, which list, its numbered items."""
    for row in facts.projects:
        for column in COLUMNS:
            numbered = [one for one in items(getattr(row, column)) if one.number]
            for nth, members in groupby(numbered, key=lambda one: one.nth):
                yield row, column, nth, list(members)


def _refs(places: Places, row: Any, column: str, members: Iterable[Item]) -> tuple[SourceRef, ...]:
    """Name the cells in which items of a list stand; where none is known, show the items."""
    listed = list(members)
    cells = dict.fromkeys(ref for one in listed for ref in places.all(row, column, one.text))
    if {ref.ref for ref in cells} != {row.source_ref}:
        return tuple(cells)
    raw = "\n".join(f"{one.number}.{one.text}" for one in listed)
    return (SourceRef(row.source_file, row.source_ref, raw),)


def alike(first: str, second: str, settings: Settings) -> bool:
    """Tell whether two texts are equal, or long and nearly so, with the same figures."""
    first, second = squeeze(first), squeeze(second)
    if first == second:
        return bool(first)
    if min(len(first), len(second)) < settings["long_text"] or _figures(first) != _figures(second):
        return False
    from rapidfuzz.fuzz import ratio

    return ratio(first, second) >= settings["similarity"]


def _figures(text: str) -> list[str]:
    return _DIGITS.findall(arabic_digits(text))
