"""Which project of one round is which of another, though numbers and names change.

Sure pairs are made here. Doubtful ones are candidates, which a person confirms once: what is
confirmed is kept by the office and goes before everything else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from plantrack_nb.core.records import gathered, rows
from plantrack_nb.core.schema import Round
from plantrack_nb.measures.projects import of_round
from plantrack_nb.measures.rounding import HALF_SATANG
from plantrack_nb.year.similarity import Profile, likeness, names_alike, profile

_SURE = 0.72
_MARGIN = 0.10
"""How much likelier than the next a pair must be to be made without asking."""

_DOUBTFUL = 0.45
_PART = 0.5
"""How alike a part's name must be to that of the project it was split from."""

Pairs = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two projects that may be one.

    Parameters
    ----------
    project_no_before, project_no : str
        Their numbers in the earlier and the later round.
    likeness : float
        From 0 to 1.
    """

    project_no_before: str
    project_no: str
    likeness: float


@dataclass(frozen=True)
class Identity:
    """Who is who between two rounds.

    Parameters
    ----------
    same : Mapping of str to str
        Numbers in the later round to numbers in the earlier one.
    candidates : tuple of Candidate
        Pairs for a person to confirm, the likeliest first.
    split_from : Mapping of str to str
        Further projects of the later round that were split from one of the earlier.
    merged_into : Mapping of str to str
        Further projects of the earlier round that were merged into one of the later.
    """

    same: Pairs
    candidates: tuple[Candidate, ...] = ()
    split_from: Pairs = field(default_factory=dict)
    merged_into: Pairs = field(default_factory=dict)


def identify(before: Round, after: Round, confirmed: Pairs | None = None) -> Identity:
    """Find which project of ``after`` is which of ``before``.

    Parameters
    ----------
    before, after : Round
        Two rounds of one district, the earlier first.
    confirmed : Mapping of str to str, optional
        What a person has said: numbers of the later round to those of the earlier; ``""`` says
        that a project is new.
    """
    old, new = profiles(before), profiles(after)
    said = {no: was for no, was in (confirmed or {}).items() if no in new}
    same = {no: was for no, was in said.items() if was in old}
    _pair_namesakes(same, old, new, skip=said)
    left_old, left_new = _left(same, old, new, said)
    scores = {(was, no): likeness(old[was], new[no]) for was in left_old for no in left_new}
    _pair_likely(same, scores)
    left_old, left_new = _left(same, old, new, said)
    candidates = sorted(
        (
            Candidate(was, no, round(score, 3))
            for (was, no), score in scores.items()
            if was in left_old and no in left_new and score >= _DOUBTFUL
        ),
        key=lambda one: (-one.likeness, one.project_no, one.project_no_before),
    )
    split, merged = _parts(same, old, new, left_old, left_new)
    return Identity(same, tuple(candidates), split, merged)


def profiles(of: Round) -> dict[str, Profile]:
    """Return what each project of a round is known by, by its number."""
    doings = gathered(rows(of.activities), ["project_no"])
    return {
        one.project_no: profile(one, doings.get(one.project_no, [])) for one in of_round(of.tables)
    }


def _pair_namesakes(
    same: dict[str, str],
    old: Mapping[str, Profile],
    new: Mapping[str, Profile],
    skip: Iterable[str],
) -> None:
    """Pair projects of one name, first those of one number, then those whose name is unique."""
    taken, skipped = set(same.values()), set(skip)
    for no, one in new.items():
        if no in old and no not in taken and no not in skipped and old[no].name == one.name:
            same[no] = no
            taken.add(no)
    names = Counter(one.name for one in old.values())
    names_after = Counter(one.name for one in new.values())
    by_name = {one.name: was for was, one in old.items() if names[one.name] == 1}
    for no, one in new.items():
        was = by_name.get(one.name)
        free = no not in same and no not in skipped and names_after[one.name] == 1
        if free and was is not None and was not in taken:
            same[no] = was
            taken.add(was)


def _left(
    same: Pairs, old: Mapping[str, Profile], new: Mapping[str, Profile], said: Pairs
) -> tuple[list[str], list[str]]:
    taken = set(same.values())
    return [was for was in old if was not in taken], [
        no for no in new if no not in same and no not in said
    ]


def _pair_likely(same: dict[str, str], scores: Mapping[tuple[str, str], float]) -> None:
    """Pair what is much likelier than any other pair of either project, the likeliest first."""
    taken_old: set[str] = set()
    for (was, no), score in sorted(scores.items(), key=lambda pair: -pair[1]):
        if score < _SURE or was in taken_old or no in same:
            continue
        rivals = (
            other
            for (was_too, no_too), other in scores.items()
            if (was_too == was) != (no_too == no)
            and was_too not in taken_old
            and no_too not in same
        )
        if score - max(rivals, default=0.0) >= _MARGIN:
            same[no] = was
            taken_old.add(was)


def _parts(
    same: Pairs,
    old: Mapping[str, Profile],
    new: Mapping[str, Profile],
    left_old: Sequence[str],
    left_new: Sequence[str],
) -> tuple[Pairs, Pairs]:
    """Find projects split from one that goes on, and projects merged into one."""
    split = {
        no: was
        for no in left_new
        for was in _whole_of(new[no], ((one, was, old[was]) for one, was in same.items()), new)
    }
    merged = {
        was: no
        for was in left_old
        for no in _whole_of(old[was], ((was_too, no, new[no]) for no, was_too in same.items()), old)
    }
    return split, merged


def _whole_of(
    part: Profile,
    wholes: Iterable[tuple[str, str, Profile]],
    siblings: Mapping[str, Profile],
) -> Iterator[str]:
    """Give the project whose money and activities a part shares with the one that goes on.

    ``wholes`` names the sibling that goes on, the whole, and the whole's profile.
    """
    for sibling, number, whole in wholes:
        together = siblings[sibling].budget + part.budget
        money = part.budget > 0 and abs(together - whole.budget) < HALF_SATANG
        doings = bool(part.activities) and part.activities <= whole.activities
        named = names_alike(part.name, whole.name) >= _PART
        if (money and (doings or named)) or (doings and named):
            yield number
            return
