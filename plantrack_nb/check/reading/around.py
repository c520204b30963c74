"""Every text of a round read into quantities, with what stands around it in its project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plantrack_nb.check.facts import Facts, LineKey, ProjectKey, line_key, project_key
from plantrack_nb.check.reading.texts import ACTIVITY, INDICATOR, NARRATIVE, TARGET, Text, all_texts
from plantrack_nb.core.records import Row
from plantrack_nb.core.vocabulary import Status
from plantrack_nb.measures.places import line_of
from plantrack_nb.quantities.around import NOTHING, Around
from plantrack_nb.quantities.equations import Equation
from plantrack_nb.quantities.quantity import Quantity
from plantrack_nb.quantities.reading import read
from plantrack_nb.quantities.relations.table import faults

_OF_LINE = ("budget", "sum-told", "left-after")
"""Relations to the money of the line."""


@dataclass(frozen=True, slots=True)
class Fault:
    """An equation of a text that does not come out, and the texts that take part."""

    text: Text
    equation: Equation
    beside: tuple[Text, ...]
    line: Row | None

    @property
    def figures(self) -> tuple[Quantity, ...]:
        """The figures of the equation, the one that is held against the others first."""
        return (self.equation.claim, *self.equation.operands)

    @property
    def own(self) -> list[Quantity]:
        """Those of them that stand in the text itself."""
        held = read(self.text.text).quantities
        return [one for one in self.figures if any(one is other for other in held)]

    @property
    def held(self) -> list[tuple[Text, Quantity]]:
        """Those that stand in other texts of the project, with the text."""
        return [
            (text, one)
            for text in self.beside
            for one in self.figures
            if any(one is other for other in read(text.text).quantities)
        ]


def stated_faults(facts: Facts) -> list[Fault]:
    """Judge every text of all rounds once, to be asked for by :meth:`Facts.once`."""
    return list(_faults(facts))


def _faults(facts: Facts) -> Iterator[Fault]:
    by_project: dict[ProjectKey, list[Text]] = {}
    for one in facts.once(all_texts):
        if one.part == NARRATIVE or not one.project_no:
            yield from _judged(one, NOTHING, [], None)
        else:
            by_project.setdefault(project_key(one), []).append(one)
    for key, some in by_project.items():
        yield from _of_project(facts, key, some)


def _judged(text: Text, around: Around, beside: list[Text], line: Row | None) -> Iterator[Fault]:
    reading = read(text.text)
    for equation in faults(reading, around):
        of_line = equation.relation in _OF_LINE or not equation.operands
        yield Fault(text, equation, tuple(beside), line if of_line else None)


def _of_project(facts: Facts, key: ProjectKey, some: list[Text]) -> Iterator[Fault]:
    counted = [one for one in some if read(one.text).quantities]
    cells = {part: [one for one in counted if one.part == part] for part in (TARGET, INDICATOR)}
    readings = {part: tuple(read(one.text) for one in those) for part, those in cells.items()}
    deeds = [one for one in counted if one.part == ACTIVITY]
    lines = facts.lines_of.get(key, [])
    owners = _owners(lines, [one for one in some if one.part == ACTIVITY])
    above = {one.parent_no for one in deeds if one.parent_no}
    heads = [
        one
        for one in some
        if one.part == ACTIVITY and one.activity_no in above and not read(one.text).quantities
    ]
    for one in (*counted, *heads):
        if one.part != ACTIVITY:
            yield from _judged(one, NOTHING, [], None)
            continue
        line, is_alone = owners.get(id(one), (None, False))
        row = line_of(one.source_ref)
        own = tuple(read(other.text) for other in cells[TARGET] if line_of(other.source_ref) == row)
        below = [
            other
            for other in deeds
            if one.activity_no and other.parent_no == one.activity_no
            and owners.get(id(other), (line, False))[0] is line
        ]  # fmt: skip
        around = Around(
            own or readings[TARGET],
            readings[INDICATOR],
            tuple(read(other.text) for other in deeds if other is not one),
            line.budget if line is not None else float("nan"),
            line.disbursed if line is not None else float("nan"),
            tuple(read(other.text) for other in below),
            is_alone,
            one.status == Status.DONE.value,
            bool(own),
        )
        yield from _judged(one, around, [*cells[TARGET], *cells[INDICATOR]], line)


def _owners(lines: list[Row], deeds: list[Text]) -> dict[int, tuple[Row, bool]]:
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
