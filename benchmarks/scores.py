"""Hold what the rules find against what was planted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.simulate.one_round import Fault

if TYPE_CHECKING:
    import pandas as pd

    from plantrack_nb.core.schema import Round

Planted = Mapping[str, Sequence[Fault]]
"""Faults by district; each district has one round."""


@dataclass(frozen=True)
class Score:
    """What one rule made of the planted faults.

    Parameters
    ----------
    rule : str
        Its code.
    planted, found : int
        Faults planted for it, and those of them it found.
    extra : int
        Errors and warnings of it that no fault was planted for.
    explained : int
        Those of ``extra`` that name another finding as their cause.
    """

    rule: str
    planted: int
    found: int
    extra: int
    explained: int

    @property
    def recall(self) -> float:
        """Share of the planted faults that were found; NaN where none was planted."""
        return self.found / self.planted if self.planted else float("nan")

    @property
    def precision(self) -> float:
        """Share of the findings that tell of a planted fault; NaN where there are none."""
        told = self.found + self.extra
        return self.found / told if told else float("nan")


def scores(findings: Iterable[Finding], planted: Planted, rules: Iterable[str]) -> list[Score]:
    """Count for each rule what it found of what was planted, and what else it told.

    A fault is found by a finding of its rule in its district that is about its project or about
    the whole document. Findings that only inform are not counted as extra.
    """
    told = _by_rule(findings)
    sown: Counter[str] = Counter()
    reaped: Counter[str] = Counter()
    meant: set[tuple[str, str, str]] = set()
    for district, faults in planted.items():
        for fault in faults:
            hits = _hits(fault, told.get((fault.rule, district), []))
            sown[fault.rule] += 1
            reaped[fault.rule] += bool(hits)
            meant |= {(district, one.rule, one.subject) for one in hits}
    rest: dict[str, list[Finding]] = {}
    for (rule, district), group in told.items():
        rest.setdefault(rule, []).extend(
            one
            for one in group
            if one.severity is not Severity.INFO and (district, rule, one.subject) not in meant
        )
    return [
        Score(
            rule,
            sown[rule],
            reaped[rule],
            len(rest.get(rule, [])),
            sum(bool(one.because_of) for one in rest.get(rule, [])),
        )
        for rule in rules
    ]


def missed(findings: Iterable[Finding], planted: Planted) -> list[tuple[str, Fault]]:
    """List the faults that no finding tells of, with their district."""
    told = _by_rule(findings)
    return [
        (district, fault)
        for district, faults in planted.items()
        for fault in faults
        if not _hits(fault, told.get((fault.rule, district), []))
    ]


def stacked(rounds: Sequence[Round]) -> dict[str, pd.DataFrame]:
    """Stack the tables of several rounds."""
    import pandas as pd

    names = rounds[0].tables
    return {
        name: pd.concat([one.tables[name] for one in rounds], ignore_index=True) for name in names
    }


def _by_rule(findings: Iterable[Finding]) -> dict[tuple[str, str], list[Finding]]:
    """Gather findings by rule and district."""
    told: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        told.setdefault((one.rule, one.district), []).append(one)
    return told


def _hits(fault: Fault, findings: Iterable[Finding]) -> list[Finding]:
    return [one for one in findings if one.project_no in ("", fault.project_no)]
