"""Results told in words against the target of the indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plantrack_nb.check.facts import ProjectKey, project_key
from plantrack_nb.check.reading.phrases import quoted
from plantrack_nb.check.reading.texts import ACTIVITY, INDICATOR, figures_of, items, texts, told
from plantrack_nb.check.rules import Facts, Hits, Settings, Severity, Spot, rule
from plantrack_nb.core.vocabulary import Status
from plantrack_nb.thai.figures import Figure
from plantrack_nb.thai.numbers import format_percent
from plantrack_nb.thai.text import squeeze
from plantrack_nb.thai.units import PERCENT

_GOAL = re.compile(r"\s*(?:\d{1,2}\.)?\s*ร้อย ?ละ ?\d[\d.]* ?")
_PERCENT_WORDS = re.compile(r"(?:มีผล)?(?:คิดเป็น)? ?ร้อย ?ละ ?\(?$")
_ALREADY = re.compile("แล้ว")
_SHORTEST = 20


@dataclass(frozen=True)
class _Goal:
    """An indicator that begins "ร้อยละ 80 ของ…": the percent, what of, and where it stands."""

    percent: float
    words: str
    spot: Spot


@rule(
    "text-achieved",
    title="ผลที่รายงานในข้อความต่ำกว่าค่าเป้าหมายของตัวชี้วัด",
    title_en="The result told in the text is below the indicator's target",
    why="งานที่รายงานว่าทำแล้วแต่ไม่ถึงเป้าหมาย ต้องมีคำอธิบายหรือแผนแก้ไข",
    example="ตัวชี้วัด “ร้อยละ 80 ของโรงเรียนผ่านเกณฑ์” แต่ข้อความเขียน “ผ่านเกณฑ์ ร้อยละ 60”",
    todo="อธิบายเหตุที่ไม่ถึงเป้าหมายและสิ่งที่จะทำต่อ หรือแก้ตัวเลขถ้าพิมพ์ผิด",
    alike=85.0,
)
def text_achieved(facts: Facts, settings: Settings) -> Hits:
    """Match results with indicators by their words; info while the deed is not told as done."""
    reported = texts(facts, "ร้อย ?ละ", (ACTIVITY,))
    wanted = {project_key(row) for row in reported}
    goals = _goals(facts, wanted)
    for row in reported:
        for words, result in _results(row.text):
            goal = _same_thing(words, goals.get(project_key(row), []), settings["alike"])
            if goal is None or result.value >= goal.percent:
                continue
            done = row.status == Status.DONE or _ALREADY.search(row.text)
            expected, found = format_percent(goal.percent), format_percent(result.value)
            yield told(
                row,
                words,
                f"รายงานผลร้อยละ {found} ต่ำกว่าตัวชี้วัดที่ตั้งไว้ {quoted(f'ร้อยละ {expected} {goal.words}')}",
                words=result.within(row.text),
                expected=expected,
                found=found,
                beside=[goal.spot],
                severity=Severity.WARNING if done else Severity.INFO,
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
                made.setdefault(project_key(row), []).append(_Goal(figure.value, words, row.spot()))
    return made


def _results(text: str) -> Iterator[tuple[str, Figure]]:
    """Take each percent with the words since the figure before it."""
    begin = 0
    for one in figures_of(text):
        if one.unit == PERCENT:
            words = squeeze(_PERCENT_WORDS.sub("", text[begin : one.start]))
            if len(words) >= _SHORTEST:
                yield words, one
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
