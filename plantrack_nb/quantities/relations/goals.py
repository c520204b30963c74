"""Results told in a text against the goal of the indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from plantrack_nb.quantities.around import Around, is_count
from plantrack_nb.quantities.equations import Equation, Sure
from plantrack_nb.quantities.quantity import Bound, Quantity, Reading, Role

_MET = re.compile(
    r"(?<!ไม่)(?<!ไม่ได้)(?<!ยังไม่)(?:บรรลุ|เป็นไปตาม(?:เป้า|ตัวชี้วัด|เกณฑ์)|ตาม(?:เป้าหมาย|ตัวชี้วัด)|ผ่าน(?:เกณฑ์)?(?:ค่า)?(?:เป้าหมาย|ตัวชี้วัด)|(?:สูงกว่า|เกิน|ถึง)(?:เป้า|เกณฑ์|ค่าเป้า|ตัวชี้วัด)|ได้ตามเป้า"
    r"|ถือว่า(?:ผ่าน|สำเร็จ)|สำเร็จตาม(?:เป้า|ตัวชี้วัด))"
)
_NOT_MET = re.compile(r"(?:ไม่|ยังไม่|ไม่ได้)(?:บรรลุ|ถึง|เป็นไปตาม|ผ่าน)|ต่ำกว่า(?:เป้า|เกณฑ์|ค่าเป้า)")
_AIM_NOUN = "(?:ค่า)?เป้าหมาย|เกณฑ์|ตัวชี้วัด|ที่(?:กำหนด|ตั้ง)(?:ไว้)?|ค่ามาตรฐาน"
_AIM = re.compile(rf"(?:{_AIM_NOUN})[ก-๎ :=]{{0,40}}$")
_RESULT = re.compile("ผล|ทำได้|ได้|ดำเนินการ|จริง|เกิดขึ้น")
_THAN_GOAL = re.compile(
    rf"(?<!ไม่)(?:(?P<more>สูงกว่า|เกิน(?:กว่า)?|มากกว่า)|ต่ำกว่า|น้อยกว่า|ไม่ถึง)[ก-๎ ]{{0,12}}?"
    rf"(?:{_AIM_NOUN})[ก-๎ (:=]{{0,30}}$"
)
_FINISHED = re.compile(r"เรียบร้อยแล้ว|แล้วเสร็จ|เสร็จ(?:สิ้น|สมบูรณ์)?แล้ว|เสร็จสิ้น")
_SHARED, _MUCH = 6, 18
_LONGEST = 60
_ITEM = re.compile(r"(?:(?<=\s)|(?<=^))\d{1,2}\.(?!\d)")


def goals(reading: Reading, around: Around) -> Iterator[Equation]:
    """Propose that a result told as met, or of finished work, reaches the indicator's number."""
    yield from _compared(reading)
    results = [one for one in reading.quantities if _is_result(one)]
    limits = _limits(around)
    if not (results or limits) or _NOT_MET.search(reading.text):
        return
    yield from _counted(reading, limits)
    met = _MET.search(reading.text) is not None
    wanted = [goal for cell in around.indicators for goal in _goals(cell)]
    told = around.is_done or _FINISHED.search(reading.text) is not None
    begin = 0
    for result in results:
        own = _letters(reading.text[begin : result.start])
        begin = result.end
        same = [goal for goal in wanted if goal.number.unit == result.unit]
        scored = sorted(
            ((_longest_shared(own, one.words), at) for at, one in enumerate(same)), reverse=True
        )
        if not scored:
            continue
        shared, at = scored[0]
        clear = len(same) == 1 or scored[1][0] < shared
        only = len(same) == 1 and len(results) == 1
        likely = (
            (met and only)
            or (told and only and shared >= _SHARED)
            or (told and clear and shared >= _MUCH)
        )
        goal = same[at].number
        most = goal.bound is Bound.AT_MOST
        holds = result.value <= goal.value if most else result.value >= goal.value
        formula = f"ตัวชี้วัด “{same[at].shown}”"
        sure = Sure.LIKELY if likely else Sure.POSSIBLE
        yield Equation("goal", result, goal.value, (goal,), formula, holds, sure)


def _compared(reading: Reading) -> Iterator[Equation]:
    """Propose that a result is on the side of its goal that the text says it is."""
    for one, other in pairwise(reading.quantities):
        if one.unit != other.unit or one.is_rate or other.is_rate or one.is_bare != other.is_bare:
            continue
        gap = reading.between(one, other)
        aim = _AIM.search(reading.text[one.begin : one.start])
        told = _THAN_GOAL.search(gap)
        if told:
            result, goal, more = one, other, told["more"] is not None
        elif aim and _RESULT.search(gap) and (met := _MET.search(reading.text, other.end)):
            result, goal, more = other, one, True
            if "\n" in reading.text[other.end : met.start()]:
                continue
        else:
            continue
        if not told and goal.bound is Bound.AT_MOST:
            holds = result.value <= goal.value
        else:
            holds = result.value >= goal.value if more else result.value < goal.value
        formula = f"เป้าหมายที่เขียนไว้ {reading.shown(goal)}"
        yield Equation("goal", result, goal.value, (goal,), formula, holds, Sure.LIKELY)


def _limits(around: Around) -> list[Quantity]:
    return [
        one
        for cell in around.indicators
        for one in cell.quantities
        if one.bound in (Bound.AT_LEAST, Bound.AT_MOST)
        and one.unit
        and not (one.is_share or one.is_rate)
    ]


def _counted(reading: Reading, limits: list[Quantity]) -> Iterator[Equation]:
    """Propose that a count told as met keeps to the limit of the indicator."""
    if not limits or not _MET.search(reading.text):
        return
    for goal in limits:
        own = [one for one in reading.quantities if is_count(one, goal.unit)]
        if len([one for one in limits if one.unit == goal.unit]) == 1 and len(own) == 1:
            most = goal.bound is Bound.AT_MOST
            holds = own[0].value <= goal.value if most else own[0].value >= goal.value
            formula = f"ตัวชี้วัด{'ไม่เกิน' if most else 'อย่างน้อย'} {goal.value:g} {goal.word}"
            yield Equation("goal", own[0], goal.value, (goal,), formula, holds, Sure.LIKELY)


@dataclass(frozen=True, slots=True)
class _Goal:
    """The number of one indicator, and the letters of its words."""

    number: Quantity
    words: str
    shown: str


def _goals(cell: Reading) -> list[_Goal]:
    """Take the goals of an indicator cell: those of its items that hold one number each."""
    marks = [one.start() for one in _ITEM.finditer(cell.text)] or [0]
    edges = [*dict.fromkeys([0, *marks]), len(cell.text)]
    made = []
    for begin, stop in pairwise(edges):
        held = [one for one in cell.quantities if begin <= one.start < stop and _is_goal(one)]
        if len(held) == 1:
            words = cell.source[begin:stop].strip()
            shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
            made.append(_Goal(held[0], _letters(words), shown))
    return made


def _is_result(one: Quantity) -> bool:
    return one.is_exact and (one.role is Role.SHARE or one.unit == "คะแนน" or one.role is Role.MEAN)


def _is_goal(one: Quantity) -> bool:
    is_score = one.unit == "คะแนน" or (not one.unit and one.decimals > 0)
    return (
        (one.is_share or is_score)
        and one.value == one.high
        and one.bound is not Bound.ABOUT
        and (one.role not in (Role.UP, Role.DOWN))
    )


def _letters(text: str) -> str:
    return re.sub(r"ร้อยละ|คิดเป็น|[^ก-๎A-Za-z]", "", text)


def _longest_shared(one: str, other: str) -> int:
    """Length of the longest run of letters that two texts share."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        size = (low + high + 1) // 2
        runs = {one[at : at + size] for at in range(len(one) - size + 1)}
        if any(other[at : at + size] in runs for at in range(len(other) - size + 1)):
            low = size
        else:
            high = size - 1
    return low
