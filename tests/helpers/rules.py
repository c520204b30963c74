"""Run one rule over small invented tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from helpers.rounds import tables

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.runner import all_rules
from plantrack_nb.core.findings import Finding

if TYPE_CHECKING:
    import pandas as pd

Tables: TypeAlias = "dict[str, pd.DataFrame]"
"""The tables of one round, or of several stacked."""


def found(code: str, given: Mapping[str, pd.DataFrame], **settings: float) -> list[Finding]:
    """Return what one rule finds, with its defaults unless a setting is given."""
    rule = all_rules()[code]
    return list(rule.check(Facts(given), {**rule.parameters, **settings}))


def said(code: str, text: str, **settings: float) -> list[Finding]:
    """Return what one rule finds in a round with one activity of that text."""
    return found(code, tables(activities=[{"text": text}]), **settings)


def targeted(code: str, text: str, **settings: float) -> list[Finding]:
    """Return what one rule finds in a round with one project of those targets."""
    return found(code, tables(projects=[{"targets": text}]), **settings)
