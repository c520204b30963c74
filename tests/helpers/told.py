"""All that findings say, in a form that a person can read through and keep as a golden."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.registry import Family
from plantrack_nb.check.runner import all_rules
from plantrack_nb.findings import Finding
from plantrack_nb.terms import NO_TERMS, Terms

if TYPE_CHECKING:
    import pandas as pd


def found_by(
    families: Iterable[Family], given: Mapping[str, pd.DataFrame], terms: Terms = NO_TERMS
) -> list[Finding]:
    """Return what the rules of some families find, rule by rule."""
    facts, chosen = Facts(given, terms=terms), [*families]
    rules = [rule for rule in all_rules().values() if rule.family in chosen]
    return [finding for rule in rules for finding in rule.check(facts, rule.parameters)]


def codes_of(families: Iterable[Family]) -> set[str]:
    """Return the codes of the rules of some families."""
    chosen = [*families]
    return {code for code, rule in all_rules().items() if rule.family in chosen}


def told(findings: Iterable[Finding]) -> str:
    """Write every field of every finding, a few lines each."""
    return "\n".join(map(_told, findings))


def _told(one: Finding) -> str:
    lines = [
        f"{one.rule} {one.severity}: {one.subject}",
        f"  {one.district}, project {one.project_no or '-'}, because of {one.because_of or '-'}",
        f"  {one.message}",
        f"  expected {one.expected or '-'}, found {one.found or '-'}",
        f"  {one.hint or '-'}",
        *(f"  {ref.file} {ref.ref}: {ref.raw}" for ref in one.refs),
    ]
    return "\n".join(line.replace("\n", " ⏎ ") for line in lines) + "\n"
