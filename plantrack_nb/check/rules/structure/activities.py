"""Activities as a list: numbers that are missing or twice, lost texts, the same text again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from plantrack_nb.check.reading.running_text.alike import alike, repeated_subject
from plantrack_nb.check.reading.running_text.phrases import joined, keys, numbers, quoted
from plantrack_nb.check.reading.running_text.readings import squeezed
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, Severity, cells, rule
from plantrack_nb.core.vocabulary import STATUS_TH, Status
from plantrack_nb.thai.text import arabic_digits

_TOP = ""
_STYLES = {"": "{}", ")": "{})", "()": "({})"}


@rule(
    "activity-lost",
    title="มีสถานะแต่ไม่มีข้อความกิจกรรม",
    title_en="A mark of progress without its activity",
    why="ผู้อ่านไม่รู้ว่าสถานะนั้นเป็นของงานใด ข้อความกิจกรรมน่าจะตกหล่น",
    example="กิจกรรม 1 และ 3 มีข้อความ ระหว่างนั้นมีแต่คำว่า “สำเร็จแล้ว”",
    todo="เติมข้อความกิจกรรมที่ตกหล่น หรือลบสถานะที่เกินมา",
)
def lost_activity(facts: Facts, _: Settings) -> Hits:
    """Find marked activities without a text, gathered by the activity above them.

    Where the numbers around them have a gap, too, it is certain that an activity is lost.
    """
    for activities in facts.activities_of.values():
        lost: dict[str, list[Any]] = {}
        for one in activities:
            if one.status and not one.text.strip():
                lost.setdefault(one.parent_no, []).append(one)
        for parent_no, marks in lost.items():
            first = marks[0]
            under = f"ใต้กิจกรรม {parent_no} " if parent_no else ""
            missing = [] if parent_no else _missing(_numbered(activities).get(("", _TOP), []))
            named = f" (น่าจะเป็นกิจกรรมที่ {numbers(missing)})" if missing else ""
            said = joined(f"“{STATUS_TH[Status(one.status)]}”" for one in marks)
            yield Hit(
                cells(marks, "text"),
                keys(project_no=first.project_no, parent_no=parent_no or "top"),
                f"โครงการ {first.project_no} {under}มีสถานะ {said}"
                f" แต่ไม่มีข้อความบอกว่าเป็นกิจกรรมใด{named}",
                expected=f"ข้อความกิจกรรม {len(marks)} รายการ",
                found="ว่าง",
                severity=Severity.ERROR if missing else None,
            )


@rule(
    "activity-number",
    title="เลขที่กิจกรรมขาดหรือซ้ำ",
    title_en="Activity numbers are missing or repeated",
    why="เลขที่ที่ขาดแปลว่ามีกิจกรรมตกหล่น เลขที่ซ้ำทำให้อ้างถึงกิจกรรมไม่ได้",
    example="กิจกรรม 1, 2, 4 (ขาด 3)",
    todo="เติมกิจกรรมที่ตกหล่น หรือเรียงเลขที่ใหม่",
)
def activity_number(facts: Facts, _: Settings) -> Hits:
    """Check the numbers of each list; one that a lost mark accounts for is told there."""
    for activities in facts.activities_of.values():
        lost = Counter(one.parent_no for one in activities if one.status and not one.text.strip())
        for (parent_no, style), listed in _numbered(activities).items():
            found = [number for number, _ in listed]
            missing = _missing(listed)
            twice = sorted(number for number, times in Counter(found).items() if times > 1)
            if not (missing and lost[parent_no] < len(missing)) and not twice:
                continue
            first = listed[0][1]
            under = f"ใต้กิจกรรม {parent_no} " if parent_no else ""
            faults = [f"ขาดข้อ {_styled(missing, style)}"] if missing else []
            faults += [f"มีข้อ {_styled(twice, style)} ซ้ำ"] if twice else []
            yield Hit(
                cells((row for _, row in listed), "activity_no"),
                keys(project_no=first.project_no, parent_no=parent_no or "top", style=style),
                f"โครงการ {first.project_no} {under}รายการกิจกรรม{' และ'.join(faults)}",
                expected=_styled(sorted({*found, *missing}), style),
                found=", ".join(_STYLES[style].format(number) for number in found),
                hint="เติมรายการที่ตกหล่น หรือเรียงเลขที่ใหม่",
            )


@rule(
    "activity-repeated",
    title="กิจกรรมซ้ำกัน",
    title_en="The same activity several times",
    why="ข้อความเดียวกันหลายข้อมักเป็นการคัดลอกที่ลืมแก้ กิจกรรมจริงจึงหายไป",
    example="กิจกรรม 2, 3 และ 4 เป็นข้อความเดียวกัน",
    todo="แก้เป็นข้อความของกิจกรรมจริง หรือรวมเป็นข้อเดียว",
    at_least_letters=6,
    similarity=95.0,
    long_text=30,
)
def repeated_activity(facts: Facts, settings: Settings) -> Hits:
    """Find texts under one parent that are equal, or long and all but equal."""
    whole = facts.once(squeezed)
    for activities in facts.activities_of.values():
        known = [(one, whole[one.text]) for one in activities]
        yield from _nearly_repeated(known, settings)
        equal: dict[tuple[str, str], list[Any]] = {}
        for one, text in known:
            if len(text) >= settings["at_least_letters"]:
                equal.setdefault((one.parent_no, text), []).append(one)
        for same in equal.values():
            if len(same) > 1:
                first = same[0]
                yield Hit(
                    cells(same, "text"),
                    repeated_subject(first),
                    f"โครงการ {first.project_no} กิจกรรม"
                    f" {joined(one.activity_no or '(ไม่มีเลขที่)' for one in same)}"
                    f" เป็นข้อความเดียวกัน: {quoted(first.text)}",
                    expected="ข้อความต่างกัน",
                    found=f"ซ้ำ {len(same)} ข้อ",
                )


def _nearly_repeated(known: list[tuple[Any, str]], settings: Settings) -> Hits:
    for (first, one), (second, other) in _long_pairs(known, settings["long_text"]):
        if one != other and alike(one, other, settings):
            yield Hit(
                cells((first, second), "text"),
                keys(
                    project_no=first.project_no,
                    parent_no=first.parent_no,
                    items=f"{first.activity_no}+{second.activity_no}",
                ),
                f"โครงการ {first.project_no} กิจกรรม {first.activity_no} และ {second.activity_no}"
                f" เกือบเหมือนกัน: {quoted(first.text)} และ {quoted(second.text)}",
                expected="ข้อความต่างกัน",
                found="เกือบเหมือนกัน 2 ข้อ",
            )


def _long_pairs(
    known: list[tuple[Any, str]], least: float
) -> Iterator[tuple[tuple[Any, str], tuple[Any, str]]]:
    """Pair numbered activities under one parent whose texts are long and of nearly one length."""
    by_parent: dict[str, list[tuple[Any, str]]] = {}
    for one, text in known:
        if one.activity_no and len(text) >= least:
            by_parent.setdefault(one.parent_no, []).append((one, text))
    for same in by_parent.values():
        for first, second in combinations(same, 2):
            if 10 * abs(len(first[1]) - len(second[1])) <= len(first[1]):
                yield first, second


_Listed = list[tuple[int, Any]]


def _numbered(activities: list[Any]) -> dict[tuple[str, str], _Listed]:
    """Gather activities that carry a printed number, by their parent and style of number."""
    lists: dict[tuple[str, str], _Listed] = {}
    for one in activities:
        own = arabic_digits(one.activity_no).removeprefix(one.parent_no).removeprefix("-")
        digits = own.strip("()")
        style = own.replace(digits, "", 1) if digits else own
        if not digits.isdecimal() or style not in _STYLES or (one.parent_no and not style):
            continue  # bullets are counted by the reader, not by the office
        lists.setdefault((one.parent_no, style), []).append((int(digits), one))
    return lists


def _missing(listed: _Listed) -> list[int]:
    found = {number for number, _ in listed}
    # a number far beyond the list is a slip of its own, not a hundred lost activities
    return [
        one for one in range(1, min(max(found, default=0), 2 * len(found) + 10)) if one not in found
    ]


def _styled(values: Any, style: str) -> str:
    return numbers(values) if not style else joined(_STYLES[style].format(one) for one in values)
