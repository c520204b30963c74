"""Faults of the figures that a document prints about itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from plantrack_nb.core.calendar import quarter_end, thai_date
from plantrack_nb.core.vocabulary import ClaimKind
from plantrack_nb.simulate.draft import Draft, Row, number, text
from plantrack_nb.simulate.faults import Chance, Fault, Planted, Stage, planter
from plantrack_nb.simulate.planters.names import reworded
from plantrack_nb.thai.numbers import format_baht, format_percent, to_float

_TOTAL = "group=รวม"
_AFTER = Stage.DOCUMENT


def _shifted(draft: Draft, at: int, by: float) -> Draft:
    value = number(draft.of("claims")[at], "value") + by
    shown = format_percent(value)
    return draft.changed("claims", at, value=value, text=shown, raw=shown)


def _cells(
    draft: Draft, chance: Chance, kind: ClaimKind, wanted: Callable[[str, Row], bool]
) -> list[int]:
    """Draw the order of a table's cells that are as wanted, by their subject."""
    found = [
        at
        for at, row in draft.numbered("claims")
        if row["kind"] == kind.value and wanted(text(row, "subject"), row)
    ]
    return chance.draw.sample(found, len(found))


def _one_off(
    draft: Draft,
    chance: Chance,
    rule: str,
    kind: ClaimKind,
    wanted: Callable[[str, Row], bool],
    *,
    by: float = 1.0,
) -> Planted:
    """Print one cell of a table with a wrong number."""
    found = _cells(draft, chance, kind, wanted)
    if not found:
        return None
    row = draft.of("claims")[found[0]]
    made = _shifted(draft, found[0], by)
    after = text(made.of("claims")[found[0]], "text")
    return made, Fault(rule, "", f"{kind.value} {row['subject']}", text(row, "text"), after)


@planter("claim-group-percent", _AFTER)
def group_percent(draft: Draft, chance: Chance) -> Planted:
    """Print another percent for a group and strategy."""
    return _one_off(
        draft,
        chance,
        "claim-group-percent",
        ClaimKind.STRATEGY_TABLE,
        lambda subject, row: (
            "pct" in subject and not subject.startswith(_TOTAL) and number(row, "value") > 6
        ),
        by=-4.5,
    )


@planter("claim-group-band", _AFTER)
def group_band(draft: Draft, chance: Chance) -> Planted:
    """Count a project that has spent nothing among those that have, in its row and the total."""
    for at in _cells(
        draft,
        chance,
        ClaimKind.LEVEL_TABLE,
        lambda subject, row: (
            subject.endswith("=nothing")
            and not subject.startswith(_TOTAL)
            and number(row, "value") > 0
        ),
    ):
        subject = text(draft.of("claims")[at], "subject")
        group = subject.partition(";")[0]
        for name in (group, _TOTAL):
            for column, by in (("nothing", -1.0), ("upto_70", 1.0)):
                place = _place(draft, ClaimKind.LEVEL_TABLE, f"{name}; column={column}")
                draft = _shifted(draft, place, by)
        return draft, Fault("claim-group-band", "", f"level_table {group}", "nothing", "upto_70")
    return None


@planter("claim-table-total", _AFTER)
def table_total(draft: Draft, chance: Chance) -> Planted:
    """Print a total row that its column does not add up to."""
    return _one_off(
        draft,
        chance,
        "claim-table-total",
        ClaimKind.LEVEL_TABLE,
        # the planter of rows changes levels in progress, and two faults must not cancel
        lambda subject, _: (
            subject.startswith(_TOTAL) and not subject.endswith(("=projects", "=in_progress"))
        ),
    )


@planter("claim-table-row", _AFTER)
def table_row(draft: Draft, chance: Chance) -> Planted:
    """Print one level of a group with one project too many."""
    return _one_off(
        draft,
        chance,
        "claim-table-row",
        ClaimKind.LEVEL_TABLE,
        lambda subject, _: subject.endswith("=in_progress") and not subject.startswith(_TOTAL),
    )


@planter("claim-tables-differ", _AFTER)
def tables_differ(draft: Draft, chance: Chance) -> Planted:
    """Print another number of a group's projects in the first table."""
    return _one_off(
        draft,
        chance,
        "claim-tables-differ",
        ClaimKind.LEVEL_TABLE,
        lambda subject, _: subject.endswith("=projects") and not subject.startswith(_TOTAL),
    )


@planter("claim-contents-sum", _AFTER)
def contents_sum(draft: Draft, chance: Chance) -> Planted:
    """Print another total on the contents page."""
    return _one_off(
        draft,
        chance,
        "claim-contents-sum",
        ClaimKind.CONTENTS,
        lambda subject, _: subject == "strategy_no=รวม",
    )


@planter("claim-absent-project", _AFTER)
def absent_project(draft: Draft, chance: Chance) -> Planted:
    """Lose the last project of a strategy once everything was counted."""
    rows = draft.of("projects")
    for at, row in draft.numbered("projects"):
        last = at + 1 == len(rows) or rows[at + 1]["strategy_no"] != row["strategy_no"]
        no = text(row, "project_no")
        if last and no in chance.projects:
            for table in ("projects", "budget_lines", "activities"):
                draft = draft.without(table, [one for one, _ in draft.numbered(table, no)])
            return draft, Fault("claim-absent-project", "", f"projects {no}", text(row, "name"), "")
    return None


def _memo(draft: Draft, rule: str, pattern: str, after: Callable[[str], str]) -> Planted:
    """Print another figure where the group ``n`` of a pattern is found in a paragraph."""
    sought = re.compile(pattern)
    for at, row in draft.numbered("narrative"):
        words = text(row, "text")
        found = sought.search(words)
        if found:
            instead = after(found["n"])
            made = words[: found.start("n")] + instead + words[found.end("n") :]
            return reworded(draft, at, made), Fault(rule, "", "narrative.text", found["n"], instead)
    return None


def _raised(by: float) -> Callable[[str], str]:
    return lambda digits: format_baht((to_float(digits) or 0) + by)


@planter("claim-project-count", _AFTER)
def project_count(draft: Draft, _: Chance) -> Planted:
    """Count one project too many in the summary."""
    return _memo(draft, "claim-project-count", r"ทั้งสิ้น (?P<n>\d+) โครงการ", _raised(1))


@planter("claim-memo-sum", _AFTER)
def memo_sum(draft: Draft, _: Chance) -> Planted:
    """Print a part of item 1.1 with another amount."""
    return _memo(draft, "claim-memo-sum", r"^1\.1\.2 .* (?P<n>[\d,]+) บาท", _raised(20_000))


@planter("claim-memo-percent", _AFTER)
def memo_percent(draft: Draft, _: Chance) -> Planted:
    """Print a percent that is not the ratio of the amounts before it."""
    pattern = r"^2\.1 .* คิดเป็นร้อยละ (?P<n>[\d.]+)"
    return _memo(draft, "claim-memo-percent", pattern, _raised(2))


@planter("claim-memo-total", _AFTER)
def memo_total(draft: Draft, _: Chance) -> Planted:
    """Raise the money received, and the part of it that items 2.1 and 2.2 explain."""
    made = _memo(draft, "claim-memo-total", r"^2\. .* (?P<n>[\d,]+) บาท", _raised(100_000))
    if made is None:
        return None
    rest = _memo(made[0], "claim-memo-total", r"^2\.2 .* (?P<n>[\d,]+) บาท", _raised(100_000))
    return (rest or made)[0], made[1]


@planter("date-round-period", _AFTER)
def round_period(draft: Draft, _: Chance) -> Planted:
    """End the round a day early."""
    last = quarter_end(draft.key.fiscal_year, draft.key.quarter)
    early = thai_date(last - timedelta(days=1))
    pattern = rf"ระหว่างวันที่ .* ถึง (?P<n>{thai_date(last)})"
    return _memo(draft, "date-round-period", pattern, lambda _: early)


def _place(draft: Draft, kind: ClaimKind, subject: str) -> int:
    return next(
        at
        for at, row in draft.numbered("claims")
        if row["kind"] == kind.value and row["subject"] == subject
    )
