"""Every text of a round read into quantities, with what stands around it in its project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite, nan

from plantrack_nb.check.facts import Facts, LineKey, ProjectKey, line_key, project_key
from plantrack_nb.check.reading.running_text.readings import readings
from plantrack_nb.check.reading.running_text.texts import (
    ACTIVITY,
    INDICATOR,
    LINE,
    NAME,
    NARRATIVE,
    TARGET,
    Text,
    all_texts,
)
from plantrack_nb.core.records import Row
from plantrack_nb.core.vocabulary import Status
from plantrack_nb.measures.places import line_of
from plantrack_nb.quantities.around import NOTHING, Around
from plantrack_nb.quantities.equations import Equation
from plantrack_nb.quantities.quantity import Quantity, Reading
from plantrack_nb.quantities.relations.table import faults

_OF_LINE = ("budget", "cell", "sum-told", "left-after")
"""Relations to the money of the line."""

_PARTS = (NAME, TARGET, INDICATOR, ACTIVITY, LINE)
_SISTERS = 30
"""So many texts before and behind one are looked at for a figure told again."""

_Read = tuple[Text, Reading]


@dataclass(frozen=True, slots=True)
class Fault:
    """An equation of a text that does not come out, and the texts that take part."""

    text: Text
    reading: Reading
    equation: Equation
    beside: tuple[_Read, ...]
    line: Row | None

    @property
    def figures(self) -> tuple[Quantity, ...]:
        """The figures of the equation, the one that is held against the others first."""
        return (self.equation.claim, *self.equation.operands)

    @property
    def own(self) -> list[Quantity]:
        """Those of them that stand in the text itself."""
        return _among(self.figures, self.reading)

    @property
    def held(self) -> list[tuple[Text, Quantity]]:
        """Those that stand in other texts of the project, with the text."""
        return [
            (text, one) for text, reading in self.beside for one in _among(self.figures, reading)
        ]


def _among(figures: Sequence[Quantity], reading: Reading) -> list[Quantity]:
    return [one for one in figures if any(one is other for other in reading.quantities)]


def stated_faults(facts: Facts) -> list[Fault]:
    """Judge every text of all rounds once, to be asked for by :meth:`Facts.once`."""
    return list(_faults(facts))


def _faults(facts: Facts) -> Iterator[Fault]:
    read_as = facts.once(readings)
    by_project: dict[ProjectKey, list[_Read]] = {}
    for one in facts.once(all_texts):
        if one.part == NARRATIVE or not one.project_no:
            yield from _judged((one, read_as[one.text]), NOTHING)
        else:
            by_project.setdefault(project_key(one), []).append((one, read_as[one.text]))
    for key, some in by_project.items():
        yield from _Project(some, facts.lines_of.get(key, [])).faults()


def _judged(
    one: _Read, around: Around, beside: Sequence[_Read] = (), line: Row | None = None
) -> Iterator[Fault]:
    for equation in faults(one[1], around):
        of_line = equation.relation in _OF_LINE or not equation.operands
        yield Fault(*one, equation, tuple(beside), line if of_line else None)


class _Project:
    """The texts of one project, and what stands around each."""

    def __init__(self, some: Sequence[_Read], lines: Sequence[Row]) -> None:
        of = {part: [one for one in some if one[0].part == part] for part in _PARTS}
        self.cells = [one for part in (TARGET, INDICATOR) for one in of[part] if one[1].quantities]
        self.named = [one for one in of[NAME] if one[1].quantities]
        self.deeds = [one for one in of[ACTIVITY] if one[1].quantities]
        self.owners = _owners(lines, [text for text, _ in of[ACTIVITY]])
        paid = {id(line) for line, _ in self.owners.values()}
        by_name = {line.row_name: line for line in lines}
        self.labels = [one for one in of[LINE] if one[1].quantities]
        for text, _ in self.labels:
            line = by_name[text.row_name]
            self.owners[id(text)] = (line, id(line) not in paid)
        self.parts: dict[str, list[_Read]] = {}
        for one in of[ACTIVITY]:
            self.parts.setdefault(one[0].parent_no, []).append(one)
        self.parted = Counter(text.parent_no for text, _ in of[ACTIVITY])
        self.heads = [
            one
            for one in of[ACTIVITY]
            if not one[1].quantities and one[0].activity_no in {*self.parts} - {""}
        ]
        self.targets = self._readings(TARGET)
        self.indicators = self._readings(INDICATOR)
        self.rows: dict[str, tuple[Reading, ...]] = {}
        for text, reading in self.cells:
            if text.part == TARGET:
                row = line_of(text.source_ref)
                self.rows[row] = (*self.rows.get(row, ()), reading)

    def _readings(self, part: str) -> tuple[Reading, ...]:
        return tuple(reading for text, reading in self.cells if text.part == part)

    def faults(self) -> Iterator[Fault]:
        """Judge the cells by themselves, and each deed with what stands around it."""
        for one in (*self.named, *self.cells):
            yield from _judged(one, NOTHING)
        own = tuple(reading for _, reading in self.deeds)
        is_long = len(own) > 2 * _SISTERS
        for at, one in enumerate(self.deeds):
            near = own[max(at - _SISTERS, 0) : at + 1 + _SISTERS] if is_long else own
            yield from self._deed(one, near)
        for one in (*self.heads, *self.labels):
            yield from self._deed(one, ())

    def _deed(self, one: _Read, sisters: tuple[Reading, ...]) -> Iterator[Fault]:
        text = one[0]
        line, is_alone = self.owners.get(id(text), (None, False))
        beside = self.rows.get(line_of(text.source_ref), ())
        below = tuple(self._below(text.activity_no or "-", line))
        around = Around(
            targets=beside or self.targets,
            indicators=self.indicators,
            sisters=sisters,
            budget=_finite(line.budget) if line is not None else nan,
            disbursed=_finite(line.disbursed) if line is not None else nan,
            below=below,
            parts=self.parted[text.activity_no] if text.activity_no else 0,
            is_alone=is_alone,
            is_done=text.status == Status.DONE.value,
            is_same_row=bool(beside),
            own=one[1],
        )
        yield from _judged(one, around, self.cells, line)

    def _below(
        self, activity_no: str, line: Row | None, above: frozenset[str] = frozenset()
    ) -> Iterator[Reading]:
        """Give the parts of a deed that count something, through parts that only name others."""
        if activity_no in above:
            return  # numbers that go round in a circle
        for text, reading in self.parts.get(activity_no, ()):
            if self.owners.get(id(text), (line, False))[0] is not line:
                continue
            if reading.quantities:
                yield reading
            elif text.activity_no:
                yield from self._below(text.activity_no, line, above | {activity_no})


def _finite(amount: float) -> float:
    return amount if isfinite(amount) else nan


def _owners(lines: Sequence[Row], deeds: Sequence[Text]) -> dict[int, tuple[Row, bool]]:
    """Tell which line of money each activity belongs to, and whether it is the line's only one.

    A line begins at the activity that it is labelled with and goes on to the next line's.
    """
    if not lines:
        return {}
    labels = {line.label: line for line in reversed(lines) if line.label}
    current = lines[0] if len(lines) == 1 else None
    owned: dict[LineKey, list[Text]] = {}
    by_key = {line_key(line): line for line in lines}
    for one in deeds:
        is_part = one.parent_no != ""
        own = labels.get(one.text, None if is_part and len(lines) > 1 else current)
        if own is not None:
            owned.setdefault(line_key(own), []).append(one)
        current = current if is_part else own
    return {id(one): (by_key[key], len(some) == 1) for key, some in owned.items() for one in some}
