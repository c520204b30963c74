"""Makes a case that goes wrong as plain and as small as it can be while it goes wrong alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
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


def shrunk(case: Case, still: Callable[[Case], bool]) -> Case:
    """Take one choice back after the other, and leave projects out, while ``still`` holds."""
    for _ in range(_PASSES):
        before = case
        for simpler in (_fewer_projects, _plainer_words, _plainer_layout, _fewer_columns):
            case = _all_that_hold(case, simpler, still)
        if case == before:
            break
    return case


def _all_that_hold(
    case: Case, simpler: Callable[[Case], Iterator[Case]], still: Callable[[Case], bool]
) -> Case:
    """Step to a simpler case as often as there is one that goes wrong alike."""
    while True:
        for other in simpler(case):
            if other != case and not doubtful(other.layout, other.true) and still(other):
                case = other
                break
        else:
            return case


def _fewer_projects(case: Case) -> Iterator[Case]:
    projects = case.true.projects
    size = len(projects) // 2
    while size:
        for at in range(0, len(projects), size):
            rest = projects[:at] + projects[at + size :]
            if rest:
                yield _with_projects(case, rest)
        size //= 2


def _with_projects(case: Case, projects: Sequence[TrueProject]) -> Case:
    """Keep some of the projects, and the strategies they need."""
    used = sorted({one.strategy for one in projects})
    moved = tuple(replace(one, strategy=used.index(one.strategy)) for one in projects)
    strategies = tuple(case.true.strategies[at] for at in used)
    return replace(case, true=replace(case.true, strategies=strategies, projects=moved))


def _plainer_words(case: Case) -> Iterator[Case]:
    """Spell ever smaller parts of the headings and values plainly."""
    left = [slot for slot in _SLOTS if slot not in case.layout.plain]
    size = len(left)
    while size > 0 and left:
        for at in range(0, len(left), size):
            plain = case.layout.plain | frozenset(left[at : at + size])
            yield _laid(case, plain=plain)
        size = size // 3 if size > 8 else 0


def _plainer_layout(case: Case) -> Iterator[Case]:
    for field in fields(Layout):
        if field.name not in _KEPT:
            yield _laid(case, **{field.name: getattr(_PLAIN, field.name)})


def _fewer_columns(case: Case) -> Iterator[Case]:
    layout = case.layout
    for block in layout.order:
        if block not in {"name", "money"}:
            yield _laid(case, order=tuple(one for one in layout.order if one != block))
    for column in layout.money:
        if column != "budget":
            yield _laid(case, money=tuple(one for one in layout.money if one != column))
    usual = [one for one in _PLAIN.order if one in layout.order]
    rest = [one for one in layout.order if one not in usual]
    yield _laid(case, order=(*usual, *rest))


def _laid(case: Case, **choices: object) -> Case:
    return replace(case, layout=replace(case.layout, **choices))  # type: ignore[arg-type]
