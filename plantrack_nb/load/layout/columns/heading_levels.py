"""What the heading of a column can mean: the words on each of its levels, taken together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from plantrack_nb.core.vocabulary import Status
from plantrack_nb.load.layout.columns.heading_rules import roles_of
from plantrack_nb.load.layout.columns.heading_words import Concept, Lexicon
from plantrack_nb.load.layout.record import Role, Side
from plantrack_nb.thai.periods import Period, find_months, find_periods, find_years
from plantrack_nb.thai.text import arabic_digits, squeeze

LONGEST = 90
"""Letters of a heading; what is longer is a text."""
_UNITS = (("ล้านบาท", 1e6), ("หมื่นบาท", 1e4), ("แสนบาท", 1e5), ("พันบาท", 1e3))
_NTH = re.compile(r"(?:ครั้ง|งวด|รอบ|ภาคเรียน|เทอม)(?:ที่)?(\d{1,2})")
_FIGURE = re.compile(r"[(\[]?[\d.,()%\s–-]*\d[\d.,()%\s–-]*(?:บาท)?[)\]]?")
_OFFICE = re.compile(r"(?:งบ|เงิน)?(?:จาก)?(?:สพฐ|สพป|สพม|เขต|ศธจ|สป|สช)\.?")
_UNKNOWN_LEAF = 0.75
_MAY_BE_SPENT = 0.5
_BY_SOURCE = 0.5
"""Figures below แหล่งงบประมาณ (บาท) are the money of each source."""
_PLACELESS = {Concept.FILLER, Concept.BAHT, Concept.NUMBER}
_OF_BUDGET = {Concept.MONEY, Concept.ALLOCATED}
_Words = tuple[Concept, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a heading: its words by what they stand for, and how many letters are known."""

    text: str
    concepts: tuple[Concept, ...]
    known: float
    begins_known: bool
    period: Period | None
    nth: str
    status: Status | None

    @property
    def is_known(self) -> bool:
        """True when nearly all of it is words of headings."""
        return self.known >= 0.75 or self.period is not None or self.status is not None


@dataclass(frozen=True, slots=True)
class Heading:
    """What the heading of a column can mean, with the weight of each meaning."""

    text: str
    roles: Mapping[Role, float] = field(default_factory=dict)
    period: Period | None = None
    side: Side = Side.PLAIN
    kind: str = ""
    unit: float = 1.0
    status: Status | None = None
    is_sum: bool = False
    year: int | None = None


def is_figure(text: str) -> bool:
    """Tell whether a text is a number and no more."""
    return _FIGURE.fullmatch(arabic_digits(text)) is not None


def level_of(text: str, lexicon: Lexicon) -> Level:
    """Read one level of a heading."""
    return _level(text, lexicon)


@lru_cache(maxsize=4096)
def _level(text: str, lexicon: Lexicon) -> Level:
    pieces = lexicon.pieces(text)
    letters = sum(len(_letters(piece)) for _, piece in pieces)
    known = sum(len(_letters(piece)) for concept, piece in pieces if concept is not None)
    period = _period(text)
    concepts = tuple(
        concept
        for concept, piece in pieces
        if concept is not None and not (period is not None and piece == "เดือน")
    )
    first = next(iter(pieces), (None, ""))
    return Level(
        text,
        concepts,
        known / letters if letters else 0.0,
        first[0] is not None,
        period,
        (_NTH.search(squeeze(arabic_digits(text))) or [""])[0],
        lexicon.status(text),
    )


def _letters(piece: str) -> str:
    return re.sub(r"[\d\s()\[\]/:.,&+_–—-]", "", piece)


def _period(text: str) -> Period | None:
    found = find_periods(text)
    if found:
        return max(found, key=lambda one: one.last)
    months = find_months(text) if len(squeeze(text)) <= 20 else []
    return months[0] if len(months) == 1 else None


def heading_of(path: Sequence[str], lexicon: Lexicon) -> Heading:
    """Read the heading of a column, its levels from the top down."""
    return _heading(tuple(path), lexicon)


@lru_cache(maxsize=4096)
def _heading(path: tuple[str, ...], lexicon: Lexicon) -> Heading:
    levels = [level_of(text, lexicon) for text in path if squeeze(text)]
    text = " > ".join(" ".join(level.text.split()) for level in levels)
    if not levels or len(squeeze(levels[-1].text)) > LONGEST:
        return Heading(text)
    leaf, above = levels[-1], levels[:-1]
    said = leaf
    while above and not set(said.concepts) - _PLACELESS:
        *above, said = above
    over = [_decided(one, lexicon) for one in above]
    roles = _roles(said.concepts, over, _parts(said.text, lexicon))
    if Role.SOURCE in roles and (leaf is not said or Concept.BAHT in said.concepts):
        roles.setdefault(Role.BUDGET, _BY_SOURCE)
    if leaf.status is not None:
        roles = {Role.TICK: 0.95, **roles}
    weight = _weight(said, leaf)
    period = next((level.period for level in reversed(levels) if level.period), None)
    return Heading(
        text,
        {role: round(score * weight, 3) for role, score in roles.items() if score * weight >= 0.3},
        period,
        _side([*leaf.concepts, *said.concepts], _words(above)),
        _kind(levels, said),
        _unit(text),
        leaf.status,
        Concept.SUM in (said if _is_bare_unit(leaf) else leaf).concepts,
        _year(levels),
    )


def _roles(own: _Words, above: Sequence[_Words], parts: Sequence[_Words]) -> dict[Role, float]:
    """Weigh what a heading can mean; ค่าใช้จ่าย is money: the budget, or beside it what was spent."""
    money = _as_money(own)
    roles = dict(roles_of(money, [*map(_as_money, above)], [*map(_as_money, parts)]))
    is_budget = roles and max(roles, key=roles.__getitem__) is Role.BUDGET
    return {**roles, Role.DISBURSED: _MAY_BE_SPENT} if is_budget and money != own else roles


def _as_money(words: _Words) -> _Words:
    return tuple(Concept.MONEY if one is Concept.COST else one for one in words)


def _is_bare_unit(level: Level) -> bool:
    """Tell whether a level says no more than the unit: the one above says what is counted."""
    return level.period is None and set(level.concepts) == {Concept.BAHT}


def _decided(level: Level, lexicon: Lexicon) -> tuple[Concept, ...]:
    """Take the words of a level above; one that lists budget and spending is of money, no more."""
    parts = [set(level_of(part, lexicon).concepts) for part in re.split(r"[/,]|และ|กับ", level.text)]
    spends = [Concept.SPENT in part for part in parts]
    budgets = [bool(part & _OF_BUDGET) and Concept.SPENT not in part for part in parts]
    return (Concept.MONEY,) if any(spends) and any(budgets) else level.concepts


def _year(levels: Sequence[Level]) -> int | None:
    """Return the fiscal year that a heading names."""
    found = [one.year for level in levels for one in find_years(level.text)]
    return found[-1] if found else None


def _weight(said: Level, leaf: Level) -> float:
    """Weigh a heading by how much of it is known; a lowest level that says nothing counts less."""
    if said.period is not None and not said.concepts:
        return 1.0
    own = 0.5 + 0.5 * said.known if said.begins_known or leaf.status else said.known
    unknown = leaf is not said and not leaf.concepts and not leaf.period and not leaf.nth
    return own * _UNKNOWN_LEAF if unknown else own


def _words(levels: Sequence[Level]) -> tuple[Concept, ...]:
    return tuple(one for level in levels for one in level.concepts)


def _parts(text: str, lexicon: Lexicon) -> tuple[tuple[Concept, ...], ...]:
    """Read what stands between slashes or blanks, the alternatives a heading lists, one by one."""
    parts = re.split(r"[/\n,]|\s+|และ", text)
    found = (level_of(part, lexicon).concepts for part in parts if squeeze(part))
    return tuple(one for one in found if one)


def _side(leaf: Sequence[Concept], context: Sequence[Concept]) -> Side:
    for concepts in (leaf, context):
        if Concept.PLAN in concepts:
            return Side.PLAN
        if Concept.REQUESTED in concepts:
            return Side.REQUESTED
        if Concept.ALLOCATED in concepts:
            return Side.ALLOCATED
        if Concept.RESULT in concepts:
            return Side.RESULT
    return Side.PLAIN


def _is_giver(leaf: Level) -> bool:
    """Tell whether a lowest level names who gives the money: words that no heading is made of."""
    plain = squeeze(leaf.text)
    is_unknown = not leaf.known and bool(_letters(plain))
    return not leaf.period and (is_unknown or _OFFICE.fullmatch(plain) is not None)


def _kind(levels: Sequence[Level], said: Level) -> str:
    """Name the kind of budget, or the instalment, that a column is for."""
    leaf = levels[-1]
    if leaf.nth:
        return leaf.nth
    if leaf is not said and _is_giver(leaf):
        return leaf.text.strip()
    if leaf is not said and set(leaf.concepts) <= {Concept.BAHT, Concept.FILLER}:
        levels, leaf = levels[: levels.index(said) + 1], said
    if leaf is not said and not leaf.period and Concept.BAHT not in leaf.concepts:
        return leaf.text.strip()
    money = {Concept.MONEY, Concept.COST, Concept.SPENT}
    under_money = any(money & set(level.concepts) for level in levels[:-1])
    is_kind = Concept.KIND in leaf.concepts or (under_money and leaf.concepts == (Concept.WORK,))
    return leaf.text.strip() if is_kind else ""


def _unit(text: str) -> float:
    plain = squeeze(text)
    return next((times for word, times in _UNITS if word in plain), 1.0)
