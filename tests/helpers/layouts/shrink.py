"""Makes a case that goes wrong as plain and as small as it can be while it goes wrong alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from functools import partial
from typing import TYPE_CHECKING

from helpers.layouts.doubt import doubtful
from helpers.layouts.layout import Layout
from helpers.layouts.phrases import HEADINGS

if TYPE_CHECKING:
    from helpers.any_layout import Case
    from helpers.layouts.true_round import TrueProject

_PLAIN = Layout()
_VALUES = (
    "status words", "tick", "number mark", "part word", "activity mark", "joint owners", "person",
    "group", "awaited", "no money", "work percent", "total", "subtotal", "strategy heading",
    "strategy cell", "report", "round", "office", "note", "signed", "sheet", "strategy sheet",
    "quarter sheet", "summary sheet", "unit line", "unit place", "number row", "kind",
)  # fmt: skip
_SLOTS = (*HEADINGS, *_VALUES)
_KEPT = frozenset({"spelling", "plain", "order", "money"})
_PASSES = 3
_SMALLEST = 4


def shrunk(case: Case, still: Callable[[Case], bool]) -> Case:
    """Take one choice back after the other, and leave projects out, while ``still`` holds."""

    def holds(other: Case) -> bool:
        return other != case and not doubtful(other.layout, other.true) and still(other)

    for _ in range(_PASSES):
        before = case
        case = _fewer_projects(case, holds)
        for step in _steps():
            other = step(case)
            if holds(other):
                case = other
        if case == before:
            break
    return case


def _steps() -> Iterator[Callable[[Case], Case]]:
    """Name the ways to make a layout plainer, those that take back much at a time first."""
    names = [field.name for field in fields(Layout) if field.name not in _KEPT]
    names.sort(key=lambda one: one != "container")
    for some in _pieces(names, 1):
        yield partial(_laid, **{name: getattr(_PLAIN, name) for name in some})
    for some in _pieces(_SLOTS, _SMALLEST):
        yield partial(_plainer, slots=some)
    for block in ("target", "indicator", "period", "source", "remark", "owner", "progress"):
        yield partial(_without, name="order", one=block)
    for column in ("planned", "transferred", "committed", "remaining", "percent", "disbursed"):
        yield partial(_without, name="money", one=column)
    yield _in_usual_order


def _pieces(names: Sequence[str], smallest: int) -> Iterator[Sequence[str]]:
    """Cut a list into ever smaller pieces."""
    size = len(names)
    while size >= smallest:
        yield from (names[at : at + size] for at in range(0, len(names), size))
        size //= 3


def _fewer_projects(case: Case, holds: Callable[[Case], bool]) -> Case:
    """Leave out ever fewer projects at a time."""
    size = len(case.true.projects) // 2
    while size:
        at = 0
        while at < len(case.true.projects):
            rest = case.true.projects[:at] + case.true.projects[at + size :]
            other = _with_projects(case, rest) if rest else case
            if holds(other):
                case = other
            else:
                at += size
        size //= 2
    return case


def _with_projects(case: Case, projects: Sequence[TrueProject]) -> Case:
    """Keep some of the projects, and the strategies they need."""
    used = sorted({one.strategy for one in projects})
    moved = tuple(replace(one, strategy=used.index(one.strategy)) for one in projects)
    strategies = tuple(case.true.strategies[at] for at in used)
    return replace(case, true=replace(case.true, strategies=strategies, projects=moved))


def _plainer(case: Case, slots: Sequence[str]) -> Case:
    return _laid(case, plain=case.layout.plain | frozenset(slots))


def _without(case: Case, name: str, one: str) -> Case:
    return _laid(
        case, **{name: tuple(other for other in getattr(case.layout, name) if other != one)}
    )


def _in_usual_order(case: Case) -> Case:
    order = case.layout.order
    usual = [one for one in _PLAIN.order if one in order]
    return _laid(case, order=(*usual, *(one for one in order if one not in usual)))


def _laid(case: Case, **choices: object) -> Case:
    return replace(case, layout=replace(case.layout, **choices))  # type: ignore[arg-type]
