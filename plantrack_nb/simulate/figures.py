"""Every figure that a made-up document prints about itself, worked out from its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from plantrack_nb.core.tables import frame
from plantrack_nb.core.vocabulary import ClaimKind, NarrativeKind
from plantrack_nb.measures import projects as measures
from plantrack_nb.report.figures.groups import BANDS, LEVELS, level_table, strategy_table
from plantrack_nb.simulate.draft import Draft, Row, text
from plantrack_nb.thai.figures import find_figures
from plantrack_nb.thai.numbers import format_percent

if TYPE_CHECKING:
    import pandas as pd

_ITEM = re.compile(r"(\d+(?:\.\d+)*)[.\s]")
_TABLES_AT = 9000
_Figure = tuple[float | None, str]
"""Value and unit."""


def claims(draft: Draft) -> list[Row]:
    """Print memo, contents, words of projects, summary and both tables, as a reader finds them."""
    projects = measures.projects(
        {
            name: frame(name, draft.of(name), draft.key)
            for name in ("projects", "budget_lines", "activities", "claims")
        }
    )
    told = {kind: list(_narrated(draft, kind)) for kind in (ClaimKind.MEMO, ClaimKind.SUMMARY)}
    return [
        *told[ClaimKind.MEMO],
        *_contents(draft),
        *_worded(draft),
        *told[ClaimKind.SUMMARY],
        *_level_table(projects),
        *_strategy_table(projects),
    ]


def in_paragraph(kind: ClaimKind, words: str, ref: str) -> list[Row]:
    """Find the figures of one paragraph of memo or summary."""
    item = _ITEM.match(words)
    subject = f"item={item[1]}" if item else f"paragraph={ref}"
    return list(_figures(kind, subject, words, ref))


def _figures(kind: ClaimKind, subject: str, words: str, ref: str) -> Iterator[Row]:
    for one in find_figures(words):
        yield _claim(kind, subject, (one.value, one.unit), one.words, ref) | {"raw": words}


def _claim(
    kind: ClaimKind, subject: str, figure: _Figure, words: str, ref: str
) -> dict[str, object]:
    return {
        "kind": kind.value,
        "subject": subject,
        "value": figure[0],
        "unit": figure[1],
        "text": words,
        "source_ref": ref,
        "raw": words,
    }


def _narrated(draft: Draft, kind: ClaimKind) -> Iterator[Row]:
    wanted = NarrativeKind.MEMO if kind is ClaimKind.MEMO else NarrativeKind.SUMMARY
    for row in draft.of("narrative"):
        if row["kind"] == wanted.value:
            yield from in_paragraph(kind, text(row, "text"), text(row, "source_ref"))


def _contents(draft: Draft) -> Iterator[Row]:
    projects = draft.of("projects")
    total = f"รายงานผลการติดตาม (รวม {len(projects)} โครงการ)"
    kind = ClaimKind.CONTENTS
    yield _claim(kind, "strategy_no=รวม", (float(len(projects)), "project"), total, "L60")
    for at, row in enumerate(draft.of("strategies"), start=1):
        mine = sum(one["strategy_no"] == row["strategy_no"] for one in projects)
        words = f"กลยุทธ์ที่ {row['strategy_no']} {row['name']} ({mine} โครงการ)"
        subject, ref = f"strategy_no={row['strategy_no']}", f"L{60 + at}"
        yield _claim(kind, subject, (float(mine), "project"), words, ref)
        yield _claim(kind, f"{subject}; column=page", (float(3 * at), "page"), words, ref)


def _worded(draft: Draft) -> Iterator[Row]:
    """Figures in targets, cell by cell down the project's rows, and in activities."""
    kind = ClaimKind.ACTIVITY_TEXT
    mains: dict[str, list[str]] = {}
    below: dict[str, list[Row]] = {}
    for row in draft.of("activities"):
        below.setdefault(text(row, "project_no"), []).append(row)
        if not text(row, "parent_no"):
            mains.setdefault(text(row, "project_no"), []).append(text(row, "source_ref"))
    for project in draft.of("projects"):
        no = text(project, "project_no")
        refs = [ref.replace(".8", ".3") for ref in mains.get(no, [])]
        for at, cell in enumerate(text(project, "targets").split("\n")):
            ref = refs[at] if at < len(refs) else text(project, "source_ref")
            yield from _figures(kind, f"project_no={no}; column=targets", cell, ref)
        for row in below.get(no, []):
            subject = f"project_no={no}; activity_no={row['activity_no']}"
            yield from _figures(kind, subject, text(row, "text"), text(row, "source_ref"))


def _level_table(projects: pd.DataFrame) -> Iterator[Row]:
    for at, row in enumerate(level_table(projects).to_dict("records")):
        for column in (*LEVELS, *BANDS, "projects"):
            subject, value = f"group={row['group']}; column={column}", float(row[column])
            ref = f"L{_TABLES_AT + at}"
            yield _claim(ClaimKind.LEVEL_TABLE, subject, (value, "project"), f"{value:g}", ref)


def _strategy_table(projects: pd.DataFrame) -> Iterator[Row]:
    kind = ClaimKind.STRATEGY_TABLE
    for at, row in enumerate(strategy_table(projects).to_dict("records")):
        where = f"group={row['group']}; strategy_no={row['strategy_no']}"
        ref, count = f"L{_TABLES_AT + 100 + at}", float(row["projects"])
        percent = row["disbursed_pct"]
        known = percent == percent  # noqa: PLR0124  # NaN is the one value that is not itself
        shown = format_percent(percent) if known else "-"
        value = float(shown) if known else None
        yield _claim(kind, f"{where}; column=disbursed_pct", (value, "percent"), shown, ref)
        yield _claim(kind, f"{where}; column=projects", (count, "project"), f"{count:g}", ref)
