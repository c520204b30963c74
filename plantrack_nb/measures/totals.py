"""The few figures of a round that an index of many rounds shows, as a small file beside it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, fields
from math import fsum, isfinite
from pathlib import Path

from plantrack_nb.core.records import Row, total
from plantrack_nb.core.vocabulary import Status
from plantrack_nb.measures.projects import Money

FILE = "totals.json"


@dataclass(frozen=True, slots=True)
class Totals(Money):
    """Projects and money of a round, or of many together.

    Parameters
    ----------
    projects, finished, not_started : int
        All projects; those whose marks all say ``done``; those whose marks all say
        ``not_started``.
    budget, disbursed : float
        Baht.
    unmarked : int
        Projects of which no progress is reported.
    """

    projects: int = 0
    finished: int = 0
    not_started: int = 0
    budget: float = 0.0
    disbursed: float = 0.0
    unmarked: int = 0

    @property
    def completeness(self) -> float | None:
        """Percent of the projects whose progress is reported; None without projects."""
        return 100 * (1 - self.unmarked / self.projects) if self.projects else None


def totals_of(projects: Collection[Row]) -> Totals:
    """Add up projects with their ``status``, ``budget`` and ``disbursed``."""
    held = Counter(one.status for one in projects)
    return Totals(
        projects=len(projects),
        finished=held[Status.DONE],
        not_started=held[Status.NOT_STARTED],
        budget=round(total(one.budget for one in projects), 2),
        disbursed=round(total(one.disbursed for one in projects), 2),
        unmarked=held[""],
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
        unmarked=sum(one.unmarked for one in given),
    )


def to_json(totals: Totals) -> str:
    """Write them as JSON, the same text for the same figures."""
    return json.dumps(asdict(totals), indent=1) + "\n"


def read_totals(path: Path) -> Totals | None:
    """Read what :func:`to_json` wrote; ``None`` when there is no such file or it is damaged."""
    try:
        given = {"unmarked": 0, **json.loads(path.read_text(encoding="utf-8"))}
        values = [float(given[field.name]) for field in fields(Totals)]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    if not all(map(isfinite, values)):
        return None
    projects, finished, not_started, budget, disbursed, unmarked = values
    return Totals(int(projects), int(finished), int(not_started), budget, disbursed, int(unmarked))
