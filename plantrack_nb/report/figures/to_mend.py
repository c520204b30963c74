"""What is left for people to put right, and what this report has put right by computing it anew."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from plantrack_nb.core.findings import Severity

if TYPE_CHECKING:
    from plantrack_nb.core.findings import Finding

ABSENT = "claim-absent-project"
_PRINTED = "claim-"
_MEMO = "claim-memo-"
"""Figures of the memo are carried into ours as they are written."""


def to_mend(findings: Iterable[Finding]) -> list[Finding]:
    """Return the proved faults that stay in this report until somebody mends them.

    Left out are those that are accepted, that follow from another one, and the printed sums and
    counts that this report has computed anew.
    """
    return [
        one
        for one in findings
        if one.severity is Severity.ERROR
        and not one.waived
        and not one.because_of
        and not is_recomputed(one)
    ]


def is_recomputed(one: Finding) -> bool:
    """Tell whether a finding is about a printed figure for which this report prints its own."""
    return one.rule.startswith(_PRINTED) and one.rule != ABSENT and not one.rule.startswith(_MEMO)
