"""Made-up offices: a code of the register, and head-counts and officers that are invented."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from plantrack_nb.errors import ParameterError
from plantrack_nb.register import District, Register
from plantrack_nb.simulate.words import GIVEN, SURNAMES
from plantrack_nb.thai.groups import GROUPS

_FIRST_INVENTED, _LAST_CODE = 9700, 9999
_OFFICERS = 12


@dataclass(frozen=True)
class Office:
    """One office: its row of the register, its sizes, and an officer for each group."""

    district: District
    schools: int
    staff: int
    pupils: int
    officers: tuple[tuple[str, str], ...]

    def persons_of(self, groups: tuple[str, ...]) -> tuple[str, ...]:
        """Officers of the given groups."""
        return tuple(name for group, name in self.officers if group in groups)


def districts(register: Register, count: int) -> list[District]:
    """Take the first ``count`` areas that have a code; beyond them, areas are invented.

    Raises
    ------
    ParameterError
        More areas are wanted than there can be codes.
    """
    coded = [one for one in register if one.code]
    made = [*coded[:count], *islice(_invented(register), max(0, count - len(coded)))]
    if not 0 < count == len(made):
        raise ParameterError(
            "That many districts cannot be made.",
            where="--districts",
            why=f"{count} were asked for",
            hint=f"Give a number from 1 to {len(coded) + sum(1 for _ in _invented(register))}.",
        )
    return made


def offices(register: Register, count: int, seed: int) -> list[Office]:
    """Invent what the register does not say of ``count`` areas; the same seed, the same offices."""
    return [_office(one, random.Random(f"{seed}/{one.code}")) for one in districts(register, count)]


def _invented(register: Register) -> Iterator[District]:
    free = (code for code in range(_FIRST_INVENTED, _LAST_CODE + 1) if not register.by_number(code))
    for number, code in enumerate(free, start=1):
        name = f"สมมติ เขต {number}"
        full = f"สำนักงานเขตพื้นที่การศึกษาประถมศึกษา{name}"
        yield District(f"{code}", "สพป.", f"สพป.{name}", full, "", "invented: synthetic data only")


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
