"""Draws a true round: what an office did, before anyone lays it out in a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from helpers.layouts import words

STATUSES = ("done", "in_progress", "not_started")


@dataclass(frozen=True)
class Part:
    """An activity of a project, or a thing its money is for; amounts in baht."""

    text: str
    status: str
    percent: int
    budget: int
    disbursed: int
    committed: int


@dataclass(frozen=True)
class TrueProject:
    """A project as it is.

    Parameters
    ----------
    strategy, plan : int
        Which of the round's strategies, which of its plans (from 0).
    owners : tuple of int
        Which groups; the first is the one that leads.
    planned, budget, committed : int
        Baht asked for, given and bound.
    months : tuple of int
        Baht disbursed in each of the year's twelve months from October.
    state : str
        ``budgeted``, ``awaiting`` or ``none``.
    """

    strategy: int
    plan: int
    name: str
    owners: tuple[int, ...]
    person: str
    target: str
    indicator: str
    period: str
    remark: str
    source: str
    state: str
    status: str
    percent: int
    planned: int
    budget: int
    transferred: int
    committed: int
    months: tuple[int, ...]
    parts: tuple[Part, ...]
    items: tuple[Part, ...]
    kinds: tuple[int, int, int]

    def disbursed(self, quarter: int) -> int:
        """Baht from October to the end of a quarter."""
        return sum(self.months[: 3 * quarter])

    def in_quarter(self, quarter: int) -> int:
        """Baht of the quarter alone."""
        return sum(self.months[3 * quarter - 3 : 3 * quarter])


@dataclass(frozen=True)
class TrueRound:
    """A round as it is: an office's strategies, plans and projects at the end of a quarter."""

    district: str
    year: int
    quarter: int
    strategies: tuple[str, ...]
    plans: tuple[str, ...]
    projects: tuple[TrueProject, ...]


def draw_round(random: Random, *, most_projects: int = 12) -> TrueRound:
    """Draw a round of some strategies and projects."""
    strategies = tuple(random.sample(words.PLAN_STRATEGIES, random.randint(1, 4)))
    plans = tuple(random.sample(words.PLANS, random.randint(1, 2)))
    quarter = random.randint(1, 4)
    count = random.randint(max(3, len(strategies)), most_projects)
    free = random.choices(range(len(strategies)), k=count - len(strategies))
    homes = sorted([*range(len(strategies)), *free])
    names = _names(random, len(homes))
    year = random.randint(2563, 2569)
    projects = tuple(
        _project(random, home, len(plans), name, year=year, quarter=quarter)
        for home, name in zip(homes, names, strict=True)
    )
    district = random.choice(("7301", "1101", "5002", "4001", "9001"))
    return TrueRound(district, year, quarter, strategies, plans, projects)


def _names(random: Random, count: int) -> list[str]:
    matters = random.sample(words.MATTERS, count)
    return [random.choice(words.DEEDS) + matter for matter in matters]


def _project(
    random: Random, home: int, plans: int, name: str, *, year: int, quarter: int
) -> TrueProject:
    state = random.choices(("budgeted", "awaiting", "none"), (8, 1, 1))[0]
    status = random.choices(STATUSES, (3, 5, 2))[0] if state == "budgeted" else "in_progress"
    status = random.choice(("in_progress", "not_started")) if state == "none" else status
    status = "not_started" if state == "awaiting" else status
    budget = 100 * random.randint(60, 9_000) if state == "budgeted" else 0
    months = _months(random, budget, status, quarter)
    spent = sum(months[: 3 * quarter])
    left = budget - sum(months)
    committed = 100 * random.randint(0, left // 200) if status == "in_progress" else 0
    transferred = 100 * random.randint((sum(months) + committed) // 100, budget // 100)
    percent = _percent(random, status)
    owners = random.sample(range(len(words.GROUPS)), 2 if random.random() < 0.1 else 1)
    first = budget // 100 * random.randint(20, 80) // 100 * 100
    second = (budget - first) // 100 * random.randint(0, 100) // 100 * 100
    return TrueProject(
        strategy=home,
        plan=random.randrange(plans),
        name=name,
        owners=tuple(owners),
        person=random.choice(words.PERSONS),
        target=random.choice(words.TARGETS),
        indicator=random.choice(words.INDICATORS),
        period=random.choice(words.PERIODS).format(last=(year - 1) % 100, year=year % 100),
        remark=random.choice(words.REMARKS) if random.random() < 0.2 else "",
        source=random.choice(words.SOURCES),
        state=state,
        status=status,
        percent=percent,
        planned=budget + 100 * random.randint(1, 900) if budget else 0,
        budget=budget,
        transferred=transferred,
        committed=committed,
        months=months,
        parts=_parts(random, words.STEPS, status, (budget, spent, committed)),
        items=_parts(random, words.ITEMS, status, (budget, spent, committed)),
        kinds=(first, second, budget - first - second),
    )


def _months(random: Random, budget: int, status: str, quarter: int) -> tuple[int, ...]:
    """Spread what is disbursed over the months; some follows the quarter's end."""
    months = [0] * 12
    if status == "not_started" or not budget:
        return tuple(months)
    whole = budget if status == "done" else 100 * random.randint(1, budget // 200)
    places = random.sample(range(3 * quarter), random.randint(1, min(5, 3 * quarter)))
    for place in places[1:]:
        months[place] = whole // 100 * random.randint(5, 20) // 100 * 100
    months[places[0]] = whole - sum(months)
    if status == "in_progress" and quarter < 4:
        rest = (budget - whole) // 400
        months[random.randrange(3 * quarter, 12)] = 100 * random.randint(0, rest)
    return tuple(months)


def _percent(random: Random, status: str) -> int:
    middle = 5 * random.randint(2, 18)
    return {"done": 100, "not_started": 0}.get(status, middle)


def _parts(
    random: Random, texts: Sequence[str], status: str, money: tuple[int, int, int]
) -> tuple[Part, ...]:
    """Split a project into parts whose money and progress are together its own."""
    count = random.randint(2, 4)
    chosen = random.sample(texts, count)
    statuses = [status] * count
    if status == "in_progress":
        statuses = [random.choice(STATUSES) for _ in range(count - 1)]
        statuses.insert(random.randrange(count), "in_progress")
    weights = [random.randint(1, 9) for _ in range(count)]
    budget, spent, bound = money
    budgets = _shares(budget, weights)
    spents = [given * spent // budget // 100 * 100 if budget else 0 for given in budgets]
    spents[0] += spent - sum(spents)
    bounds = [given * bound // budget // 100 * 100 if budget else 0 for given in budgets]
    bounds[0] += bound - sum(bounds)
    return tuple(
        Part(text, one, _percent(random, one), *amounts)
        for text, one, *amounts in zip(chosen, statuses, budgets, spents, bounds, strict=True)
    )


def _shares(whole: int, weights: Sequence[int]) -> list[int]:
    shares = [whole * weight // sum(weights) // 100 * 100 for weight in weights]
    shares[0] += whole - sum(shares)
    return shares
