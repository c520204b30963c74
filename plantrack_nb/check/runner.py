"""Run all rules over the tables and give their findings in a stable order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from plantrack_nb.check import rules
from plantrack_nb.check.causes import hang
from plantrack_nb.check.facts import Facts
from plantrack_nb.check.registry import FAMILY_TH, RULES, Family, Rule
from plantrack_nb.check.settings import DEFAULTS, RuleSettings
from plantrack_nb.check.waivers import EXPIRED, UNUSED
from plantrack_nb.check.whole_columns import told_once
from plantrack_nb.core.findings import Finding
from plantrack_nb.measures.places import NO_PLACES, Places
from plantrack_nb.office.targets import NO_TARGETS, Targets
from plantrack_nb.office.terms import NO_TERMS, Terms
from plantrack_nb.thai.stages import BUILT_IN, Stages
from plantrack_nb.year.earlier_rounds import NO_PAST, Past

if TYPE_CHECKING:
    import pandas as pd

WAIVERS_TH = "ทะเบียนข้อยกเว้น"


@cache
def all_rules() -> dict[str, Rule]:
    """Return every rule by code, by family and name; rules are found by walking `rules/`."""
    for found in walk_packages(rules.__path__, f"{rules.__name__}."):
        import_module(found.name)
    order = list(Family)
    return dict(sorted(RULES.items(), key=lambda pair: (order.index(pair[1].family), pair[0])))


def family_names() -> dict[str, str]:
    """Return the Thai name of each rule's family, by code and in the families' order."""
    names = {code: FAMILY_TH[one.family] for code, one in all_rules().items()}
    return names | {EXPIRED: WAIVERS_TH, UNUSED: WAIVERS_TH}


def check_tables(
    tables: Mapping[str, pd.DataFrame],
    settings: RuleSettings = DEFAULTS,
    targets: Targets = NO_TARGETS,
    terms: Terms = NO_TERMS,
    places: Places = NO_PLACES,
    *,
    stages: Stages = BUILT_IN,
    past: Past = NO_PAST,
) -> list[Finding]:
    """Check one round, or many stacked in the same tables.

    Parameters
    ----------
    tables : Mapping of str to DataFrame
        The declared tables by name.
    settings : RuleSettings, optional
        The office's thresholds and severities, and the rules it has switched off.
    targets : Targets, optional
        National targets of disbursement; without them no pace is held against one.
    terms : Terms, optional
        Names and words that the office wants spelt in one way.
    places : Places, optional
        The cells behind the values, for findings to point to.
    stages : Stages, optional
        Words that tell how far a deed is.
    past : Past, optional
        The round before each; a round without one is held against none.

    Returns
    -------
    list of Finding
        Ordered by district, project and rule; nothing twice; a finding that another one
        explains names it in ``because_of``.
    """
    facts = Facts(tables, targets, terms, stages, places, past=past)
    found: list[Finding] = []
    for code, one in all_rules().items():
        if code not in settings.off:
            found += settings.weighed(one.check(facts, settings.of(one)))
    counts = Counter(str(one.district) for one in facts.projects)
    return in_order(hang(told_once(found, counts)))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings as a reader expects: district, whole document first, project, rule."""
    return sorted(findings, key=_place)


def _place(one: Finding) -> tuple[str, tuple[int, ...], int, str, str]:
    parts = tuple(int(part) for part in one.project_no.split(".") if part.isdigit())
    return (one.district, parts, one.severity.rank, one.rule, one.subject)
