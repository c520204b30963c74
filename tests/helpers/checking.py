"""Run single rules over invented tables, as the runner does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.runner import all_rules
from plantrack_nb.core.findings import Finding

if TYPE_CHECKING:
    import pandas as pd


def run_rule(code: str, tables: Mapping[str, pd.DataFrame], **settings: float) -> list[Finding]:
    """Return what one rule finds, with its default parameters unless others are given."""
    rule = all_rules()[code]
    return list(rule.check(Facts(tables), {**rule.parameters, **settings}))


def subjects(code: str, tables: Mapping[str, pd.DataFrame], **settings: float) -> list[str]:
    """Return what one rule's findings are about."""
    return [one.subject for one in run_rule(code, tables, **settings)]


def rules_of(*prefixes: str) -> list[str]:
    """Return the codes of the rules whose codes begin so."""
    return [code for code in all_rules() if code.startswith(prefixes)]
