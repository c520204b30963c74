"""The few figures of a round that an index of many rounds shows, as a small file beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from math import fsum, isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.core.vocabulary import Status

if TYPE_CHECKING:
    import pandas as pd

FILE = "totals.json"


@dataclass(frozen=True, slots=True)
class Totals:
    """Projects and money of a round, or of many together.

    Parameters
    ----------
    projects, finished, not_started : int
        All projects; those whose marks all say ``done``; those whose marks all say
        ``not_started``.
    budget, disbursed : float
        Baht.
    """

    projects: int = 0
    finished: int = 0
    not_started: int = 0
    budget: float = 0.0
    disbursed: float = 0.0

    @property
    def percent(self) -> float | None:
        """Percent of the budget disbursed; ``None`` without a budget."""
        return 100 * self.disbursed / self.budget if self.budget > 0 else None


def totals_of(projects: pd.DataFrame) -> Totals:
    """Add up what :func:`plantrack_nb.measures.projects.projects` gives."""
    status = projects["status"]
    return Totals(
        projects=len(projects),
        finished=int((status == Status.DONE.value).sum()),
        not_started=int((status == Status.NOT_STARTED.value).sum()),
        budget=round(float(projects["budget"].sum()), 2),
        disbursed=round(float(projects["disbursed"].sum()), 2),
    )


def together(many: Iterable[Totals]) -> Totals:
    """Add up rounds."""
    given = list(many)
    return Totals(
        projects=sum(one.projects for one in given),
        finished=sum(one.finished for one in given),
        not_started=sum(one.not_started for one in given),
        budget=round(fsum(one.budget for one in given), 2),
        disbursed=round(fsum(one.disbursed for one in given), 2),
    )


def to_json(totals: Totals) -> str:
    """Write them as JSON, the same text for the same figures."""
    return json.dumps(asdict(totals), indent=1) + "\n"


def read_totals(path: Path) -> Totals | None:
    """Read what :func:`to_json` wrote; ``None`` when there is no such file or it is damaged."""
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
        values = [float(given[field.name]) for field in fields(Totals)]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    if not all(map(isfinite, values)):
        return None
    projects, finished, not_started, budget, disbursed = values
    return Totals(int(projects), int(finished), int(not_started), budget, disbursed)
