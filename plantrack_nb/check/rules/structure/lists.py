"""Targets and indicators as lists: numbers that are missing or twice, the same item again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, groupby
from typing import Any

from plantrack_nb.check.reading.running_text.alike import alike
from plantrack_nb.check.reading.running_text.lists import COLUMNS, Item
from plantrack_nb.check.reading.running_text.phrases import keys, numbers, quoted
from plantrack_nb.check.reading.running_text.readings import listed
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, Spot, cell, rule
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.measures.places import Places
from plantrack_nb.thai.text import squeeze


@rule(
    "list-number",
    title="เลขข้อของเป้าหมายหรือตัวชี้วัดขาดหรือซ้ำ",
    title_en="Numbers of targets or indicators are missing or repeated",
    why="ข้อที่ขาดแปลว่ามีเป้าหมายหรือตัวชี้วัดตกหล่น",
    example="ตัวชี้วัด 1, 2, 3, 5 (ขาด 4)",
    todo="เติมข้อที่ตกหล่น หรือเรียงเลขข้อใหม่",
)
def list_number(facts: Facts, _: Settings) -> Hits:
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
        yield Hit(
            _spots(facts.places, row, column, members),
            keys(project_no=row.project_no, column=column, list=str(nth)),
            f"{COLUMNS[column]}ของโครงการ {row.project_no} {' และ'.join(faults)}",
            expected=numbers(range(1, max(found) + 1)),
            found=", ".join(map(str, found)),
        )


@rule(
    "list-repeated",
    title="เป้าหมายหรือตัวชี้วัดซ้ำกัน",
    title_en="The same target or indicator twice in one list",
    why="ข้อที่ซ้ำทำให้นับผลซ้ำ และข้อที่ควรมีอาจหายไป",
    example="เป้าหมายข้อ 2 และข้อ 3 เป็นข้อความเดียวกัน",
    todo="ตัดข้อที่ซ้ำ หรือแก้เป็นข้อที่ตั้งใจเขียน",
    similarity=95.0,
    long_text=30,
)
def list_repeated(facts: Facts, settings: Settings) -> Hits:
    """Find items of one list that are equal, or long and all but equal."""
    yield from _across_lists(facts, settings)
    for row, column, nth, members in _lists(facts):
        for first, second in combinations(members, 2):
            if not alike(first.text, second.text, settings):
                continue
            pair = f"{first.number}+{second.number}"
            yield Hit(
                _spots(facts.places, row, column, (first, second)),
                keys(project_no=row.project_no, column=column, list=str(nth), items=pair),
                f"{COLUMNS[column]}ของโครงการ {row.project_no} ข้อ {first.number} และข้อ"
                f" {second.number} ซ้ำกัน: {quoted(second.text)}",
                expected="ข้อความต่างกัน",
                found=quoted(second.text),
            )


def _across_lists(facts: Facts, settings: Settings) -> Hits:
    """Find long indicators that stand word for word in two lists of one project."""
    for row in facts.projects:
        first: dict[str, Item] = {}
        for one in facts.once(listed)[row.indicators]:
            text = squeeze(one.text)
            if not one.number or len(text) < settings["long_text"]:
                continue
            other = first.setdefault(text, one)
            if other.nth != one.nth:
                subject = keys(project_no=row.project_no, column="indicators")
                yield Hit(
                    _spots(facts.places, row, "indicators", (other, one)),
                    f"{subject}; lists={other.nth}+{one.nth}; items={other.number}+{one.number}",
                    f"ตัวชี้วัดของโครงการ {row.project_no} ข้อ {other.number} ของรายการที่ {other.nth}"
                    f" ซ้ำกับข้อ {one.number} ของรายการที่ {one.nth}: {quoted(one.text)}",
                    expected="ข้อความต่างกัน",
                    found=quoted(one.text),
                )


def _lists(facts: Facts) -> Iterator[tuple[Any, str, int, list[Item]]]:
    """Give each numbered list of each project: row, column, which list, its numbered items."""
    read_as = facts.once(listed)
    for row in facts.projects:
        for column in COLUMNS:
            numbered = [one for one in read_as[getattr(row, column)] if one.number]
            for nth, members in groupby(numbered, key=lambda one: one.nth):
                yield row, column, nth, list(members)


def _spots(places: Places, row: Any, column: str, members: Iterable[Item]) -> list[Spot]:
    """Name the cells in which items of a list stand; where none is known, show the items."""
    some = list(members)
    found = {ref: one.text for one in some for ref in places.all(row, column, one.text)}
    if {ref.ref for ref in found} == {row.source_ref}:
        raw = "\n".join(f"{one.number}.{one.text}" for one in some)
        found = {SourceRef(row.source_file, row.source_ref, raw): ""}
    return [cell(row, column, text, ref) for ref, text in found.items()]
