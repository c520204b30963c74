"""The register of rules: what each one looks for, why it matters, and how sure it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.hits import Hit
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.measures.places import Places

Settings = Mapping[str, float]
Search = Callable[[Facts, Settings], Iterable[Hit]]


class Family(StrEnum):
    """What a rule compares; families stand in this order in every list."""

    AMOUNTS = "amounts"
    CLAIMS = "claims"
    TEXT = "text"
    DATES = "dates"
    STATUS = "status"
    STRUCTURE = "structure"
    NAMES = "names"
    PACE = "pace"
    HISTORY = "history"


FAMILY_TH: Mapping[Family, str] = {
    Family.AMOUNTS: "จำนวนเงิน",
    Family.CLAIMS: "ตัวเลขสรุปที่พิมพ์ไว้",
    Family.TEXT: "ข้อความเทียบกับตัวเลข",
    Family.DATES: "วันที่และช่วงเวลา",
    Family.STATUS: "สถานะการดำเนินการ",
    Family.STRUCTURE: "ความครบถ้วนของรายการ",
    Family.NAMES: "ชื่อและการสะกด",
    Family.PACE: "ความเร็วในการเบิกจ่าย",
    Family.HISTORY: "เทียบกับรอบก่อน",
}


@dataclass(frozen=True)
class Rule:
    """One rule: a pure function over the tables, and all a reader needs to know about it.

    Parameters
    ----------
    code : str
        Lasting name in lower case with hyphens, e.g. ``"percent-not-ratio"``.
    family : Family
        What it compares.
    severity : Severity
        Severity of its findings unless a hit says otherwise.
    title, title_en : str
        What it finds, in Thai and in English.
    why : str
        Why it matters to the office (Thai).
    example : str
        A made-up case that fires (Thai).
    todo : str
        What the owner of the figure does about it (Thai); the hint of its findings unless a hit
        says more.
    search : Search
        Yields the hits; takes the facts and the rule's parameters.
    parameters : Mapping of str to float
        Thresholds with their defaults; an office may change them in ``params/rules.yaml``.
    """

    code: str
    family: Family
    severity: Severity
    title: str
    title_en: str
    why: str
    example: str
    todo: str
    search: Search
    parameters: Settings = field(default_factory=dict)

    def check(self, facts: Facts, settings: Settings) -> Iterator[Finding]:
        """Give a finding for each hit."""
        return (self._finding(one, facts.places) for one in self.search(facts, settings))

    def _finding(self, hit: Hit, places: Places) -> Finding:
        project_no, district = hit.project_no, hit.district
        return Finding(
            self.code,
            hit.subject,
            hit.severity or self.severity,
            hit.message,
            hit.shared("project_no") if project_no is None else project_no,
            hit.expected,
            hit.found,
            self.todo if hit.hint is None else hit.hint,
            tuple(dict.fromkeys(one.place for one in hit.doubted)),
            tuple(dict.fromkeys(one.place for one in hit.beside)),
            hit.refs(places),
            hit.because_of,
            district=hit.shared("district") if district is None else district,
        )


RULES: dict[str, Rule] = {}


def rule(
    code: str,
    severity: Severity = Severity.WARNING,
    *,
    title: str,
    title_en: str,
    why: str,
    example: str,
    todo: str,
    **parameters: float,
) -> Callable[[Search], Search]:
    """Register the decorated function as a rule of the family whose folder it stands in.

    It warns, unless it proves or only informs. A code can be taken only once.
    """

    def register(search: Search) -> Search:
        if code in RULES:
            raise ValueError(f"rule '{code}' is registered twice")
        family = Family(search.__module__.split(".")[-2])
        RULES[code] = Rule(
            code, family, severity, title, title_en, why, example, todo, search, parameters
        )
        return search

    return register
