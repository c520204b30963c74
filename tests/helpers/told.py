"""All that findings say, in a form that a person can read through and keep as a golden."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from helpers.rounds import stacked

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.registry import Family
from plantrack_nb.check.runner import all_rules, in_order
from plantrack_nb.core.findings import Finding
from plantrack_nb.core.provenance import SourceRef, parted
from plantrack_nb.measures.places import Places


def found_by(families: Iterable[Family], facts: Facts) -> list[Finding]:
    """Return what the rules of some families find, rule by rule."""
    chosen = [*families]
    rules = [rule for rule in all_rules().values() if rule.family in chosen]
    return [finding for rule in rules for finding in rule.check(facts, rule.parameters)]


def codes_of(families: Iterable[Family]) -> set[str]:
    """Return the codes of the rules of some families."""
    chosen = [*families]
    return {code for code, rule in all_rules().items() if rule.family in chosen}


def found_in_twins(families: Iterable[Family], facts: Facts) -> tuple[list[Finding], list[Finding]]:
    """Return twice what is found in rounds, and what is found beside the same of other districts.

    Both are one where rounds do not mix.
    """
    chosen = [*families]
    twins = {
        name: frame.assign(district="9" + frame["district"]) for name, frame in facts.tables.items()
    }
    places = facts.places.by_round
    moved = {replace(key, district=f"9{key.district}"): them for key, them in places.items()}
    twice = Places({**places, **moved})
    both = found_by(chosen, replace(facts, tables=stacked(facts.tables, twins), places=twice))
    alone = found_by(chosen, facts)
    others = [replace(one, district=f"9{one.district}") for one in alone]
    return in_order([*alone, *others]), in_order(both)


def told(findings: Iterable[Finding]) -> str:
    """Write every field of every finding, a few lines each."""
    return "\n".join(map(_told, findings))


def _marked(ref: SourceRef) -> list[str]:
    before, words, after = parted(ref.raw, ref.mark)
    return [before, f"{words}»{after}"] if words else [before]


def _told(one: Finding) -> str:
    lines = [
        f"{one.rule} {one.severity}: {one.subject}",
        f"  {one.district}, project {one.project_no or '-'}, because of {one.because_of or '-'}",
        f"  {one.message}",
        f"  expected {one.expected or '-'}, found {one.found or '-'}",
        f"  {one.hint or '-'}",
        *(f"  doubts {cell.table} {cell.row} {cell.column}" for cell in one.cells),
        *(f"  beside {cell.table} {cell.row} {cell.column}" for cell in one.beside),
        *(f"  {ref.file} {ref.ref}: {'«'.join(_marked(ref))}" for ref in one.refs),
    ]
    return "\n".join(line.replace("\n", " ⏎ ") for line in lines) + "\n"
