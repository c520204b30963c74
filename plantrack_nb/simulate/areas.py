"""Made-up offices: areas, codes, head-counts and officers, all of them invented."""

from __future__ import annotations

import random
from dataclasses import dataclass

from plantrack_nb.core.errors import ParameterError
from plantrack_nb.office.register import District
from plantrack_nb.simulate.invented_words import GIVEN, SURNAMES
from plantrack_nb.thai.groups import GROUPS

_CODES = (*range(9700, 10_000), *range(1, 1000))  # provinces have 10 to 96 before the number
_OFFICERS = 12


@dataclass(frozen=True)
class Office:
    """One office: its row of a register, its sizes, and an officer for each group."""

    district: District
    schools: int
    staff: int
    pupils: int
    officers: tuple[tuple[str, str], ...]

    def persons_of(self, groups: tuple[str, ...]) -> tuple[str, ...]:
        """Officers of the given groups."""
        return tuple(name for group, name in self.officers if group in groups)


def districts(count: int) -> list[District]:
    """Invent areas; their names say so, and no province has their codes.

    Raises
    ------
    ParameterError
        More areas are wanted than there are such codes.
    """
    if not 0 < count <= len(_CODES):
        raise ParameterError(
            "That many districts cannot be made.",
            where="--districts",
            why=f"{count} were asked for",
            hint=f"Give a number from 1 to {len(_CODES)}.",
        )
    return [_district(number, code) for number, code in enumerate(_CODES[:count], start=1)]


def offices(count: int, seed: int) -> list[Office]:
    """Invent areas with their sizes and officers; the same seed, the same offices."""
    return [_office(one, random.Random(f"{seed}/{one.code}")) for one in districts(count)]


def _district(number: int, code: int) -> District:
    name = f"สมมติ เขต {number}"
    full = f"สำนักงานเขตพื้นที่การศึกษาประถมศึกษา{name}"
    return District(f"{code:04d}", "สพป.", f"สพป.{name}", full, "", "invented: synthetic data only")


def _office(district: District, draw: random.Random) -> Office:
    schools = draw.randint(60, 220)
    given, surnames = draw.sample(GIVEN, _OFFICERS), draw.sample(SURNAMES, _OFFICERS)
    names = [f"{first} {last}" for first, last in zip(given, surnames, strict=True)]
    return Office(
        district=district,
        schools=schools,
        staff=draw.randint(45, 90),
        pupils=schools * draw.randint(120, 260),
        officers=tuple((group.name, name) for group, name in zip(GROUPS, names, strict=False)),
    )
