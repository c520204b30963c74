"""Tell percents written as shares (0.98) from percents (98), and put them on one scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plantrack_nb.core.provenance import Mend
from plantrack_nb.load.table.drafts import LineDraft, ProjectDraft


def as_percents(projects: Sequence[ProjectDraft]) -> list[Mend]:
    """Put the printed percents of a document on the scale 0–100, in place.

    They are taken for shares only when none is above 1.5 and more of them agree with the
    amounts beside them as shares than as percents.
    """
    printed = [(one, line) for one in projects for line in one.lines if line.percent is not None]
    if not printed or not _are_shares([line for _, line in printed]):
        return []
    mends = []
    for project, line in printed:
        assert line.percent is not None
        percent = round(line.percent * 100, 6)
        before, after = f"{line.percent:g}", f"{percent:g}"
        mends.append(Mend("share", line.ref, before, after, project.project_no))
        line.percent = percent
    return mends


def _are_shares(lines: Iterable[LineDraft]) -> bool:
    lines = list(lines)
    if any(line.percent is not None and line.percent > 1.5 for line in lines):
        return False
    ratios = [
        (line.percent, line.disbursed / line.budget)
        for line in lines
        if line.percent is not None and line.budget and line.disbursed is not None
    ]
    as_share = sum(1 for percent, ratio in ratios if abs(percent - ratio) < 0.01)
    as_percent = sum(1 for percent, ratio in ratios if abs(percent - 100 * ratio) < 0.01)
    return as_share > as_percent
