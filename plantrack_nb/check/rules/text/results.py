"""Results told in words: against the indicator's target, and money left against the columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isnan

from plantrack_nb.check.facts import Facts, ProjectKey, project_key, ref_of, round_of
from plantrack_nb.check.reading.phrases import quoted
from plantrack_nb.check.reading.texts import (
    ACTIVITY,
    INDICATOR,
    figures_of,
    finding,
    items,
    place,
    texts,
)
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.vocabulary import Status
from plantrack_nb.measures.rounding import HALF_SATANG
from plantrack_nb.thai.numbers import format_baht, format_percent
from plantrack_nb.thai.text import squeeze
from plantrack_nb.thai.units import BAHT, PERCENT

_GOAL = re.compile(r"\s*(?:\d{1,2}\.)?\s*ร้อย ?ละ ?\d[\d.]* ?")
_PERCENT_WORDS = re.compile(r"(?:มีผล)?(?:คิดเป็น)? ?ร้อย ?ละ ?\(?$")
_ALREADY = re.compile("แล้ว")
_SHORTEST = 20
_LEFT_BEFORE = re.compile(r"(?:คงเหลือ|เหลือจ่าย|ส่งคืน|คืนเงิน|เงินเหลือ)(?:จำนวน|เป็นเงิน)? ?$")
_LEFT = re.compile("เหลือ|คืน")


@dataclass(frozen=True)
class _Goal:
    """An indicator that begins "ร้อยละ 80 ของ…": the percent, what of, and where it stands."""

    percent: float
    words: str
    ref: SourceRef


@rule(
    "text-achieved",
    Family.TEXT,
    Severity.WARNING,
    title="ผลที่รายงานในข้อความต่ำกว่าค่าเป้าหมายของตัวชี้วัด",
    title_en="The result told in the text is below the indicator's target",
    why="งานที่รายงานว่าทำแล้วแต่ไม่ถึงเป้าหมาย ต้องมีคำอธิบายหรือแผนแก้ไข",
    example="ตัวชี้วัด “ร้อยละ 80 ของโรงเรียนผ่านเกณฑ์” แต่ข้อความเขียน “ผ่านเกณฑ์ ร้อยละ 60”",
    todo="อธิบายเหตุที่ไม่ถึงเป้าหมายและสิ่งที่จะทำต่อ หรือแก้ตัวเลขถ้าพิมพ์ผิด",
    alike=85.0,
)
def text_achieved(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Match results with indicators by their words; info while the deed is not told as done."""
    reported = texts(facts, "ร้อย ?ละ", (ACTIVITY,))
    wanted = {project_key(row) for row in reported}
    goals = _goals(facts, wanted)
    for row in reported:
        for words, value in _results(row.text):
            goal = _same_thing(words, goals.get(project_key(row), []), settings["alike"])
            if goal is None or value >= goal.percent:
                continue
            done = row.status == Status.DONE or _ALREADY.search(row.text)
            expected, found = format_percent(goal.percent), format_percent(value)
            yield finding(
                "text-achieved",
                Severity.WARNING if done else Severity.INFO,
                row,
                words,
                f"{place(row)} รายงานผลร้อยละ {found} ต่ำกว่าตัวชี้วัดที่ตั้งไว้"
                f" {quoted(f'ร้อยละ {expected} {goal.words}')}",
                expected=expected,
                found=found,
                hint="อธิบายเหตุที่ไม่ถึงเป้าหมายและสิ่งที่จะทำต่อ หรือแก้ตัวเลขถ้าพิมพ์ผิด",
                more=[goal.ref],
            )


def _goals(facts: Facts, wanted: set[ProjectKey]) -> dict[ProjectKey, list[_Goal]]:
    made: dict[ProjectKey, list[_Goal]] = {}
    for row in texts(facts, "ร้อย ?ละ", (INDICATOR,)):
        if project_key(row) not in wanted:
            continue
        for item in items(row.text):
            figure = next((one for one in figures_of(item) if one.unit == PERCENT), None)
            begun = _GOAL.match(item)
            if figure and begun and figure.start < begun.end():
                words = squeeze(item[begun.end() :])
                made.setdefault(project_key(row), []).append(
                    _Goal(figure.value, words, ref_of(row))
                )
    return made


def _results(text: str) -> Iterator[tuple[str, float]]:
    """Take each percent with the words since the figure before it."""
    begin = 0
    for one in figures_of(text):
        if one.unit == PERCENT:
            words = squeeze(_PERCENT_WORDS.sub("", text[begin : one.start]))
            if len(words) >= _SHORTEST:
                yield words, one.value
        begin = one.end


def _same_thing(words: str, goals: list[_Goal], alike: float) -> _Goal | None:
    """Find the indicator whose words are most like the result's, if any is like enough."""
    from rapidfuzz.fuzz import partial_ratio

    scored = [
        (partial_ratio(words, goal.words), at)
        for at, goal in enumerate(goals)
        if len(goal.words) >= _SHORTEST
    ]
    best, at = max(scored, default=(0.0, 0))
    return goals[at] if best >= alike else None


@rule(
    "text-left",
    Family.TEXT,
    Severity.WARNING,
    title="เงินคงเหลือที่เขียนไว้ไม่เท่ากับ งบประมาณ − เบิกจ่าย",
    title_en="Money left, as told in the text, is not budget minus disbursed",
    why="เงินคงเหลือต้องคำนวณได้จากสองช่องในแถวเดียวกัน",
    example="งบ 100,000 บาท เบิกจ่าย 80,000 บาท แต่เขียนว่า “คงเหลือ 25,000 บาท”",
    todo="คำนวณเงินคงเหลือใหม่ หรือแก้ช่องเบิกจ่าย",
)
def text_left(facts: Facts, _settings: Settings) -> Iterator[Finding]:
    """Hold "คงเหลือ 22,000 บาท" in a line's words against its columns."""
    for row in facts.lines:
        left = row.budget - row.disbursed
        said = _left_in(row.label)
        if said is None or isnan(left) or abs(said - left) < HALF_SATANG:
            continue
        expected, found = format_baht(left), format_baht(said)
        yield Finding(
            "text-left",
            f"{row.project_no}/line {row.line_no}",
            Severity.WARNING,
            f"โครงการ {row.project_no} รายการงบประมาณที่ {row.line_no} เขียนว่าเหลือ {found} บาท"
            f" แต่งบ {format_baht(row.budget)} หักเบิกจ่าย {format_baht(row.disbursed)}"
            f" เหลือ {expected} บาท",
            project_no=str(row.project_no),
            expected=expected,
            found=found,
            hint=f"แก้เงินคงเหลือเป็น {expected} บาท หรือแก้ช่องงบประมาณหรือเบิกจ่าย",
            refs=(ref_of(row),),
            district=round_of(row),
        )


def _left_in(label: str) -> float | None:
    for one in figures_of(label) if _LEFT.search(label) else ():
        if one.unit == BAHT and _LEFT_BEFORE.search(label[: one.start]):
            return one.value
    return None
