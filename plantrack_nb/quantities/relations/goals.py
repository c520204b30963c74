"""Results told in a text against the goal of the indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from plantrack_nb.quantities.around import Around
from plantrack_nb.quantities.equations import Equation, Sure
from plantrack_nb.quantities.quantity import Bound, Quantity, Reading, Role

_MET = re.compile(
    r"(?<!ไม่)(?<!ไม่ได้)(?<!ยังไม่)(?:บรรลุ|เป็นไปตาม(?:เป้า|ตัวชี้วัด|เกณฑ์)|ตาม(?:เป้าหมาย|ตัวชี้วัด)|ผ่านเกณฑ์เป้าหมาย|สูงกว่า(?:เป้า|เกณฑ์|ค่าเป้า)|เกินเป้า|ถึงเป้า|ได้ตามเป้า)"
)
_NOT_MET = re.compile(r"(?:ไม่|ยังไม่|ไม่ได้)(?:บรรลุ|ถึง|เป็นไปตาม|ผ่าน)|ต่ำกว่า(?:เป้า|เกณฑ์|ค่าเป้า)")
_FINISHED = re.compile(r"เรียบร้อยแล้ว|แล้วเสร็จ|เสร็จ(?:สิ้น|สมบูรณ์)?แล้ว|เสร็จสิ้น")
_SHARED, _MUCH = 6, 18
_LONGEST = 60
_ITEM = re.compile(r"(?:(?<=\s)|(?<=^))\d{1,2}\.(?!\d)")


def goals(reading: Reading, around: Around) -> Iterator[Equation]:
    """Propose that a result told as met, or of finished work, reaches the indicator's number."""
    results = [one for one in reading.quantities if _is_result(one)]
    if not results or _NOT_MET.search(reading.text):
        return
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
        holds = result.value >= goal.value
        formula = f"ตัวชี้วัด “{same[at].shown}”"
        sure = Sure.LIKELY if likely else Sure.POSSIBLE
        yield Equation("goal", result, goal.value, (goal,), formula, holds, sure)


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
    return (
        (one.is_share or one.unit == "คะแนน")
        and one.bound in (Bound.EXACT, Bound.AT_LEAST)
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
