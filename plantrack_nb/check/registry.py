"""The register of rules: what each one looks for, why it matters, and how sure it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from plantrack_nb.check.facts import Facts
from plantrack_nb.core.findings import Finding, Severity

Settings = Mapping[str, float]
Check = Callable[[Facts, Settings], Iterable[Finding]]


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


FAMILY_TH: Mapping[Family, str] = {
    Family.AMOUNTS: "จำนวนเงิน",
    Family.CLAIMS: "ตัวเลขสรุปที่พิมพ์ไว้",
    Family.TEXT: "ข้อความเทียบกับตัวเลข",
    Family.DATES: "วันที่และช่วงเวลา",
    Family.STATUS: "สถานะการดำเนินการ",
    Family.STRUCTURE: "ความครบถ้วนของรายการ",
    Family.NAMES: "ชื่อและการสะกด",
    Family.PACE: "ความเร็วในการเบิกจ่าย",
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
        Severity of its findings unless a finding says otherwise.
    title, title_en : str
        What it finds, in Thai and in English.
    why : str
        Why it matters to the office (Thai).
    example : str
        A made-up case that fires (Thai).
    todo : str
        What the owner of the figure does about it (Thai).
    check : Check
        Yields the findings; takes the facts and the rule's parameters.
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
    check: Check
    parameters: Settings = field(default_factory=dict)


RULES: dict[str, Rule] = {}


def rule(
    code: str,
    family: Family,
    severity: Severity,
    *,
    title: str,
    title_en: str,
    why: str,
    example: str,
    todo: str,
    **parameters: float,
) -> Callable[[Check], Check]:
    """Register the decorated function as a rule; a code can be taken only once."""

    def register(check: Check) -> Check:
        if code in RULES:
            raise ValueError(f"rule '{code}' is registered twice")
        RULES[code] = Rule(
            code, family, severity, title, title_en, why, example, todo, check, parameters
        )
        return check

    return register
