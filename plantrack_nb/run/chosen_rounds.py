"""Which of the rounds that were made are meant: of some districts, of some quarters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plantrack_nb.core.errors import ParameterError
from plantrack_nb.core.language import say
from plantrack_nb.run.ledger import Record
from plantrack_nb.thai.text import arabic_digits

_ROUND = re.compile(r"(\d{4})-?/?q?([1-4])", re.IGNORECASE)


@dataclass(frozen=True)
class Wanted:
    """Districts by their codes, quarters as (year, quarter); none named stands for all."""

    districts: tuple[str, ...] = ()
    rounds: tuple[tuple[int, int], ...] = ()

    def holds(self, record: Record) -> bool:
        """Tell whether a round is meant."""
        when = (record.fiscal_year, record.quarter)
        return (not self.districts or record.district in self.districts) and (
            not self.rounds or when in self.rounds
        )

    def lacking(self, records: Iterable[Record]) -> list[str]:
        """Name the districts and quarters of which there is none among these."""
        there = [*records]
        codes = {one.district for one in there}
        whens = {(one.fiscal_year, one.quarter) for one in there}
        lost = [one for one in self.districts if one not in codes]
        return lost + [f"{year}-q{quarter}" for year, quarter in self.rounds
                       if (year, quarter) not in whens]  # fmt: skip

    def __str__(self) -> str:
        named = [*self.districts, *(f"{year}-q{quarter}" for year, quarter in self.rounds)]
        return say(f"ที่ขอ: {', '.join(named)}", f"asked for: {', '.join(named)}") if named else ""


EVERYTHING = Wanted()
"""All there is."""


def read_wanted(districts: Iterable[str], rounds: Iterable[str]) -> Wanted:
    """Read what was typed; a round is written as ``2565-q2``, with Thai digits too.

    Raises
    ------
    ParameterError
        A text names no round.
    """
    found: list[tuple[int, int]] = []
    for text in rounds:
        named = _ROUND.fullmatch(arabic_digits(text.strip()))
        if named is None:
            raise ParameterError(
                say("ไม่ใช่ชื่อรอบ", "This names no round."),
                where="--round",
                why=say(f"พบ “{text}”", f"found '{text}'"),
                hint=say(
                    "พิมพ์ปีงบประมาณและไตรมาส เช่น 2565-q2",
                    "Write the fiscal year and the quarter, e.g. 2565-q2.",
                ),
            )
        found.append((int(named[1]), int(named[2])))
    codes = tuple(dict.fromkeys(arabic_digits(one.strip()) for one in districts))
    return Wanted(codes, tuple(dict.fromkeys(found)))
