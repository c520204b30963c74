"""Area offices that a document names, and which of them is its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from plantrack_nb.check.facts import Facts, RoundKey, round_key
from plantrack_nb.check.reading.running_text.texts import NARRATIVE, Text, texts
from plantrack_nb.thai.text import arabic_digits

_KINDS = {"ประถมศึกษา": "สพป", "มัธยมศึกษา": "สพม"}
_NAMED = re.compile(
    r"(?P<short>(?<![ก-๎])สพ[ปม])\.? ?(?P<place>[ก-๎]{2,20}?) ?\.?เขต ?(?P<number>\d{1,2})(?!\d)"
    r"|สำนักงานเขตพื้นที่การศึกษา(?P<kind>ประถมศึกษา|มัธยมศึกษา) ?(?P<area>[ก-๎]{2,20}?)(?: ?เขต ?(?P<nth"
    r">\d{1,2})(?!\d)|(?=\s|$|\)))"
)
_HEAD = re.compile(r"^(?:ส่วนราชการ|เรียน ?ผู้อำนวยการ|สำนักงานเขต)")


@dataclass(frozen=True, slots=True)
class Office:
    """An area office: ``"สพป"``, its place and number (``""`` without one)."""

    kind: str
    place: str
    number: str

    @property
    def name(self) -> str:
        """How a reader calls it: "สพป.เมืองงาม เขต 1"."""
        return f"{self.kind}.{self.place}" + (f" เขต {self.number}" if self.number else "")

    @property
    def short(self) -> str:
        """Its place and number: "เมืองงาม เขต 1"."""
        return f"{self.place} เขต {self.number}" if self.number else self.place


@dataclass(frozen=True, slots=True)
class Named:
    """An office named in a text, and where."""

    row: Text
    office: Office
    start: int
    end: int


def named_offices(facts: Facts) -> list[Named]:
    """Find every area office named in the texts, to be asked for by :meth:`Facts.once`."""
    return [
        Named(row, office, start, end)
        for row in texts(facts, "สพ[ปม]|สำนักงานเขตพื้นที่การศึกษา")
        for office, start, end in _offices(row.text)
    ]


def _offices(text: str) -> Iterator[tuple[Office, int, int]]:
    for found in _NAMED.finditer(arabic_digits(text)):
        kind = found["short"] or _KINDS[found["kind"]]
        number = found["number"] or found["nth"] or ""
        office = Office(kind, found["place"] or found["area"], str(int(number)) if number else "")
        yield office, found.start(), found.end()


def own_offices(facts: Facts) -> dict[RoundKey, Office]:
    """Tell each round's own office: what heads its memo, else what is named most, twice at least.

    To be asked for by :meth:`Facts.once`.
    """
    heads: dict[RoundKey, Counter[Office]] = {}
    every: dict[RoundKey, Counter[Office]] = {}
    for one in facts.once(named_offices):
        key = round_key(one.row)
        every.setdefault(key, Counter())[one.office] += 1
        if one.row.part == NARRATIVE and _HEAD.match(one.row.text):
            heads.setdefault(key, Counter())[one.office] += 1
    made: dict[RoundKey, Office] = {}
    for key, some in every.items():
        counted = heads.get(key) or some
        (office, times), *others = counted.most_common(2)
        if times > (others[0][1] if others else 1) or (key in heads and not others):
            made[key] = office
    return made
