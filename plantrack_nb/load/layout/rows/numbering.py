"""Give every project a number of its own, that of its heading in front where numbers restart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from plantrack_nb.load.layout.record import Numbering, Role, RowKind
from plantrack_nb.load.layout.rows.entries import Entry
from plantrack_nb.load.layout.titles import strategy_of
from plantrack_nb.thai.numbers import is_dash
from plantrack_nb.thai.text import arabic_digits, squeeze

_NUMBERED = re.compile(r"^\s*(?:ที่\s*)?(?P<no>\d{1,2})(?:[.):\s]+|$)")
_LETTERED = re.compile(r"\s*[A-Za-zก-ฮ]{1,4}[.\s-]{0,2}(?P<no>\d{1,2})\s*")
NO_STRATEGY = "-"
"""What stands for the strategy of a project under none."""


@dataclass
class Section:
    """A strategy, plan or group under whose heading projects stand."""

    kind: RowKind
    number: str
    name: str
    entry: Entry
    told: str = ""


@dataclass
class _Where:
    """The headings above a row."""

    strategy: str = ""
    plan: int = 0
    group: int = 0
    table: int = 0
    plan_name: str = ""


_WAYS: Sequence[Callable[[_Where], tuple[str, ...]]] = (
    lambda _: (),
    lambda where: (where.strategy,) if where.strategy else (),
    lambda where: (where.strategy, str(where.plan or "")),
    lambda where: (where.strategy, str(where.group or "")),
    lambda where: (where.strategy, str(where.plan or ""), str(where.group or "")),
    lambda where: (str(where.table + 1), where.strategy),
)
"""What is put in front of a number that begins again, the least first."""


@dataclass
class Numbered:
    """The strategies found, and how projects are numbered."""

    strategies: list[Section] = field(default_factory=list)
    numbering: Numbering = field(default_factory=Numbering)
    misnumbered: list[Section] = field(default_factory=list)


def number_projects(entries: Sequence[Entry], labels: Sequence[Section | None]) -> Numbered:
    """Give projects their numbers and strategies, in place.

    Parameters
    ----------
    entries : sequence of Entry
        The rows of all tables, their kinds decided.
    labels : sequence of Section or None
        For each table, the strategy that its title or sheet names.
    """
    found = Numbered()
    projects, places = _placed(entries, labels, found)
    printed = _printed(projects)
    way, numbers = _least_repeated(places, printed)
    _give(projects, _told_apart(numbers), places, restarts=way > 0)
    found.numbering = Numbering(_place_of(projects), restarts=way > 0)
    return found


def _least_repeated(places: Sequence[_Where], printed: Sequence[str]) -> tuple[int, list[str]]:
    """Qualify numbers in the first way that leaves the fewest twice: those are slips."""
    best, kept = 0, [*printed]
    if not _begin_again(places, printed):
        return best, kept
    for at, way in enumerate(_WAYS):
        numbers = [
            ".".join([*filter(None, way(where)), number])
            for where, number in zip(places, printed, strict=True)
        ]
        if len(set(numbers)) > len(set(kept)):
            best, kept = at, numbers
        if len(set(kept)) == len(kept):
            break
    return best, kept


def _begin_again(places: Sequence[_Where], printed: Sequence[str]) -> bool:
    """Tell whether numbers fall back below a heading: one that stands twice may be a slip."""
    twice = len(printed) - len(set(printed))
    parts = [[int(part) for part in one.split(".") if part.isdecimal()] for one in printed]
    falls = [
        later
        for (before, later), (above, here) in zip(pairwise(parts), pairwise(places), strict=True)
        if later <= before and above != here
    ]
    return any(not later or later[-1] == 1 for later in falls) or (twice > 1 and bool(falls))


def _told_apart(numbers: Sequence[str]) -> list[str]:
    """Mark a number that stands a second time: 3#2 is the second project numbered 3."""
    seen: Counter[str] = Counter()
    made = []
    for number in numbers:
        seen[number] += 1
        made.append(number if seen[number] == 1 else f"{number}#{seen[number]}")
    return made


def _placed(
    entries: Sequence[Entry], labels: Sequence[Section | None], found: Numbered
) -> tuple[list[Entry], list[_Where]]:
    projects: list[Entry] = []
    places: list[_Where] = []
    where = _Where(table=-1)
    for at, one in enumerate(entries):
        if one.table != where.table:
            where = replace(where, table=one.table, plan_name="")
            label = labels[one.table] if one.table < len(labels) else None
            if label is not None:
                _open(label, where, found, _following(entries, at))
        if one.kind is RowKind.STRATEGY:
            _open(_section_of(one), where, found, _following(entries, at + 1))
        elif one.kind is RowKind.PROJECT:
            _by_columns(one, where, found)
            projects.append(one)
            places.append(replace(where))
        where.plan += one.kind is RowKind.PLAN
        where.group += one.kind is RowKind.GROUP
    return projects, places


def _section_of(one: Entry) -> Section:
    number = (one.line.number if one.line else "") or one.number
    return Section(RowKind.STRATEGY, number, one.line.name if one.line else one.name, one)


def _by_columns(one: Entry, where: _Where, found: Numbered) -> None:
    """Open the strategy or plan that a project's own cell names; an empty cell has that above."""
    text = one.placed.text(Role.STRATEGY)
    if not is_dash(text):
        line = strategy_of(text)
        number, name = (line.number, line.name) if line is not None else _numbered_name(text)
        known = next((s for s in found.strategies if number and s.number == number), None)
        if known is None and name:
            known = next((s for s in found.strategies if squeeze(s.name) == squeeze(name)), None)
        if known is None:
            known = Section(RowKind.STRATEGY, number, name, one)
            known.number = number or _next_number({s.number: s for s in found.strategies})
            found.strategies.append(known)
        where.strategy = known.number
    plan = squeeze(one.placed.text(Role.PLAN))
    if plan and plan != where.plan_name:
        where.plan, where.plan_name = where.plan + 1, plan


def _numbered_name(text: str) -> tuple[str, str]:
    """Take a strategy's cell apart: ``2. โอกาส`` has the number 2, ``2`` nothing else."""
    plain = arabic_digits(text)
    found = _NUMBERED.match(plain) or _LETTERED.fullmatch(plain)
    return (found["no"], text[found.end() :].strip()) if found else ("", text)


def _following(entries: Sequence[Entry], at: int) -> list[str]:
    """Gather the first parts of the numbers of the projects under a heading."""
    prefixes = []
    for one in entries[at:]:
        if one.kind is RowKind.STRATEGY:
            break
        if one.kind is RowKind.PROJECT and _prefix(one):
            prefixes.append(_prefix(one))
    return prefixes


def _prefix(one: Entry) -> str:
    """Return the first part of a number of several; a code has none."""
    head, mark, rest = one.number.partition(".")
    return head if mark and (head + rest.replace(".", "")).isdecimal() else ""


def _open(section: Section, where: _Where, found: Numbered, prefixes: Sequence[str]) -> None:
    """Open a strategy; one printed with another's number takes that of its projects."""
    known = {one.number: one for one in found.strategies}
    number = section.number
    own = prefixes[0] if prefixes and len(set(prefixes)) == 1 else ""
    if not number:
        number = next((one.number for one in found.strategies if _same(one.name, section.name)), "")
        number = number or own or _next_number(known)
    before = known.get(number)
    if before is not None and section.name and not _same(before.name, section.name):
        section.told = number
        if own != number:
            number = own if own and own not in known else _next_number(known)
        found.misnumbered.append(section)
    section.number = number
    where.strategy = number
    where.plan = where.group = 0
    if number not in known:
        found.strategies.append(section)


def _next_number(known: dict[str, Section]) -> str:
    numbers = [int(one) for one in known if one.isdecimal()]
    return str(max(numbers, default=0) + 1)


def _same(one: str, other: str) -> bool:
    """Tell whether two names of a strategy are one: the same, or one of them cut short."""
    first, second = squeeze(one).removesuffix("(ต่อ)"), squeeze(other).removesuffix("(ต่อ)")
    return not first or not second or first.startswith(second) or second.startswith(first)


def _printed(projects: Sequence[Entry]) -> list[str]:
    """Return the projects' numbers; one without takes the next that nobody has."""
    taken = {one.number for one in projects if one.number}
    made: list[str] = []
    for one in projects:
        number = one.number
        if not number:
            last = made[-1] if made else "0"
            number = _after(last)
            while number in taken:
                number = _after(number)
            taken.add(number)
        made.append(number)
    return made


def _after(number: str) -> str:
    head, mark, last = number.rpartition(".")
    last = last.partition("#")[0]
    digits = "".join(letter for letter in last if letter.isdecimal())
    return f"{head}{mark}{int(digits or 0) + 1}"


def _give(
    projects: Sequence[Entry], numbers: Sequence[str], places: Sequence[_Where], *, restarts: bool
) -> None:
    for one, number, where in zip(projects, numbers, places, strict=True):
        one.project_no = number
        prefix = _prefix(one) if not restarts else ""
        sections = where.plan or not where.strategy
        if where.strategy and (not prefix or (where.plan and prefix != where.strategy)):
            one.strategy_no = where.strategy
        elif prefix and one.depth >= 2 and not (where.plan and sections and _is_plan_number(one)):
            one.strategy_no = prefix
        else:
            one.strategy_no = where.strategy or NO_STRATEGY


def _is_plan_number(one: Entry) -> bool:
    """Tell whether a number counts within a plan's, which is no strategy."""
    return one.depth >= 2


def _place_of(projects: Sequence[Entry]) -> str:
    with_number = [one for one in projects if one.number]
    if not with_number:
        return "counted"
    first = with_number[0]
    if first.inner_no == first.number:
        return "name"
    return "column" if first.placed.text(Role.NUMBER) else "code"
