"""Hold every row of sums against the projects it sums up: which ones, and whether it is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from plantrack_nb.load.layout.record import Role, RowKind
from plantrack_nb.load.layout.rows.entries import Entry

HEADINGS = (RowKind.STRATEGY, RowKind.PLAN, RowKind.GROUP)
SUMS = (RowKind.SUBTOTAL, RowKind.TOTAL)
_CLOSE = 0.011
_MOST_BELOW = 60
"""A heading's sum is looked for over the first projects below it, up to so many."""
_ADDED = (Role.BUDGET, Role.DISBURSED, Role.COMMITTED, Role.REMAINING, Role.USED)


@dataclass
class Proof:
    """Rows of sums that hold, and those that do not."""

    held: list[Entry] = field(default_factory=list)
    broken: list[Entry] = field(default_factory=list)
    parents_held: int = 0
    parents_broken: int = 0
    parents_short: int = 0

    @property
    def score(self) -> float:
        """How much the sums speak for a reading."""
        return (
            3.0 * len(self.held)
            - 3.0 * len(self.broken)
            + 3.0 * self.parents_held
            - 3.0 * self.parents_broken
            - 1.0 * self.parents_short
        )


class Amounts:
    """The amounts of the projects of a reading, in their order, added up quickly."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self.before: list[int] = []
        projects: list[dict[Role, float]] = []
        parts: list[dict[Role, float]] = []
        for one in entries:
            self.before.append(len(projects))
            if one.kind is RowKind.PROJECT:
                projects.append(dict(one.money))
                parts.append({})
            elif projects and one.kind is RowKind.MORE and one.adds:
                _add(projects[-1], one.money)
            elif projects and one.kind in (RowKind.PART, RowKind.MORE):
                _add(parts[-1], one.money)
        self.own = [
            {**part, **own} if _has_amount(own) else {**own, **part}
            for own, part in zip(projects, parts, strict=True)
        ]
        self.parts = list(zip(projects, parts, strict=True))
        self._sums = {role: _running(self.own, role) for role in _ADDED}

    def of(self, first: int, last: int) -> dict[Role, float]:
        """Add up the projects from ``first`` to before ``last``."""
        return {role: sums[last] - sums[first] for role, sums in self._sums.items()}

    @property
    def count(self) -> int:
        """Number of projects."""
        return len(self.own)


def prove(entries: Sequence[Entry]) -> Proof:
    """Find for each row of sums the projects that it is the sum of; note it in the row."""
    amounts = Amounts(entries)
    proof = Proof()
    _parents(amounts, proof)
    ends = _ends(entries, amounts)
    begins = _Begins()
    for at, one in enumerate(entries):
        here = amounts.before[at]
        begins.enter_table(one, here)
        if not one.money or not (one.kind in SUMS or _heads_sums(one)):
            begins.go_past(one, here)
            continue
        spans = _spans_below(here, ends[at], amounts.count)
        if one.kind in SUMS:
            spans = _spans_above(one, here, begins, amounts.count)
        elif spans:
            first, last = spans[0]
            spans += [(first, end) for end in range(first + 2, min(last, first + _MOST_BELOW))]
        begins.go_past(one, here)
        fitting = next((span for span in spans if _equal(one.money, amounts.of(*span))), None)
        one.span, one.is_proved = fitting or spans[0], fitting is not None
        if any(one.money.values()) and amounts.count:
            (proof.held if fitting else proof.broken).append(one)
        if one.kind in SUMS:
            whole = one.span == (0, amounts.count)
            one.kind = RowKind.TOTAL if whole else RowKind.SUBTOTAL
    return proof


@dataclass
class _Begins:
    """Before which project the last heading, strategy, sum and table began, row after row."""

    heading: int = 0
    strategy: int = 0
    total: int = 0
    of_table: int = 0
    table: int = -1

    def enter_table(self, one: Entry, here: int) -> None:
        if one.table != self.table:
            self.table, self.of_table = one.table, here

    def go_past(self, one: Entry, here: int) -> None:
        if one.kind in HEADINGS:
            self.heading = here
        if one.kind is RowKind.STRATEGY:
            self.strategy = here
        if one.kind in SUMS:
            self.total = here


def _ends(entries: Sequence[Entry], amounts: Amounts) -> list[tuple[int, int]]:
    """Tell for each row before which project the next heading of its kind, and of any, stands."""
    of_kind: dict[RowKind, int] = {}
    of_any = amounts.count
    ends = []
    for at in range(len(entries) - 1, -1, -1):
        kind = entries[at].kind
        ends.append((of_kind.get(kind, amounts.count), of_any))
        if kind in HEADINGS:
            of_kind[kind] = of_any = amounts.before[at]
    return ends[::-1]


def _heads_sums(one: Entry) -> bool:
    return one.kind in HEADINGS and any(one.money.values())


def _spans_below(here: int, ends: tuple[int, int], count: int) -> list[tuple[int, int]]:
    """List the stretches of projects that a heading may sum up, the likeliest first."""
    return _real([(here, ends[0]), (here, ends[1]), (here, count)])


def _spans_above(one: Entry, here: int, begins: _Begins, count: int) -> list[tuple[int, int]]:
    """List the stretches of projects that a row of sums may sum up, the likeliest first."""
    whole = (0, here) if here else (0, count)
    starts = [begins.heading, begins.total, begins.strategy, begins.of_table]
    spans = [*((start, here) for start in starts), whole]
    if _says_all(one) or here == count:
        spans.insert(0, whole)
    return _real(spans) or [(0, count)]


def _real(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return list(dict.fromkeys(span for span in spans if span[1] > span[0])) or list(spans[:1])


def _says_all(entry: Entry) -> bool:
    label = f"{entry.name} {entry.placed.text(Role.NUMBER)}"
    return "ทั้งสิ้น" in label or "ทั้งหมด" in label


def _parents(amounts: Amounts, proof: Proof) -> None:
    """Compare projects that have an amount of their own with the amounts of their parts."""
    for own, parts in amounts.parts:
        shared = [role for role in (Role.BUDGET, Role.DISBURSED) if own.get(role) and role in parts]
        if not shared or not _has_amount(parts):
            continue
        if all(abs(own[role] - parts[role]) <= _CLOSE for role in shared):
            proof.parents_held += 1
        elif any(parts[role] > own[role] + _CLOSE for role in shared):
            proof.parents_broken += 1
        else:
            proof.parents_short += 1


def _equal(printed: Mapping[Role, float], added: Mapping[Role, float]) -> bool:
    """Tell whether a row's amounts are those of the projects; what it leaves empty says nothing."""
    shared = [role for role in _ADDED if role in printed]
    return bool(shared) and all(
        abs(printed[role] - added[role]) <= _CLOSE + 1e-9 * abs(added[role]) for role in shared
    )


def _has_amount(money: Mapping[Role, float]) -> bool:
    return any(money.get(role) for role in (Role.BUDGET, Role.DISBURSED))


def _add(to: dict[Role, float], money: Mapping[Role, float]) -> None:
    for role, amount in money.items():
        to[role] = to.get(role, 0.0) + amount


def _running(rows: Sequence[Mapping[Role, float]], role: Role) -> list[float]:
    sums = [0.0]
    for row in rows:
        sums.append(sums[-1] + row.get(role, 0.0))
    return sums
