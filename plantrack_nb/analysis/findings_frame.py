"""Findings as an analyst holds them: a list that can be seen at a glance, and as a frame."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from plantrack_nb.core.findings import SEVERITY_TH, Finding, Severity

if TYPE_CHECKING:
    import pandas as pd


class Findings(list[Finding]):
    """What checking a round has found, in order."""

    @property
    def frame(self) -> pd.DataFrame:
        """One row a finding, to filter, count and show: what, where, how sure, what to do."""
        import pandas as pd

        columns = ("severity", "project_no", "rule", "message", "found", "expected", "hint",
                   "place", "waived", "because_of", "id")  # fmt: skip
        rows = [
            (SEVERITY_TH[one.severity], one.project_no, one.rule, one.message, one.found,
             one.expected, one.hint, one.refs[0].ref if one.refs else "", one.waived,
             one.because_of, one.id)
            for one in self
        ]  # fmt: skip
        return pd.DataFrame(rows, columns=list(columns))

    def __repr__(self) -> str:
        counts = Counter(one.severity for one in self if not one.waived)
        told = ", ".join(f"{counts[one]} {one}" for one in Severity)
        return f"{len(self)} findings: {told}; .frame has them as a table"
