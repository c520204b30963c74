"""Faults of what a document prints about itself, planted once its figures are worked out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from plantrack_nb.core.calendar import quarter_end, thai_date
from plantrack_nb.core.vocabulary import BudgetState, ClaimKind
from plantrack_nb.simulate.draft import Draft, Row, number, text
from plantrack_nb.simulate.planters.shapes import (
    Chance,
    Change,
    Instead,
    Planter,
    drawn,
    edit,
    plus,
    replaced,
)
from plantrack_nb.simulate.planters.structure import last_of_strategies
from plantrack_nb.simulate.printout import in_paragraph
from plantrack_nb.thai.numbers import format_percent

_TOTAL = "group=รวม"
_Cell = Callable[[str, Row], bool]
"""Whether a cell of a table is fit, by its subject and its row."""


def _cell(kind: ClaimKind, wanted: _Cell, *, by: float = 1.0) -> Planter:
    """Print a cell of a table with another number."""

    def planter(draft: Draft, chance: Chance) -> Change | None:
        for at in _cells(draft, chance, kind, wanted):
            row, made = draft.of("claims")[at], _shifted(draft, at, by)
            after = text(made.of("claims")[at], "text")
            return Change(made, "", f"{kind.value} {row['subject']}", text(row, "text"), after)
        return None

    return planter


def _of_groups(*columns: str) -> _Cell:
    """Select cells of some columns in the rows of groups."""
    ends = tuple(f"={column}" for column in columns)
    return lambda subject, _: subject.endswith(ends) and not subject.startswith(_TOTAL)


def _cells(draft: Draft, chance: Chance, kind: ClaimKind, wanted: _Cell) -> list[int]:
    """Draw the order of a table's cells that are as wanted."""
    found = [
        at
        for at, row in draft.numbered("claims")
        if row["kind"] == kind.value and wanted(text(row, "subject"), row)
    ]
    return chance.draw.sample(found, len(found))


def _shifted(draft: Draft, at: int, by: float) -> Draft:
    value = number(draft.of("claims")[at], "value") + by
    shown = format_percent(value)
    return draft.changed("claims", at, value=value, text=shown, raw=shown)


def _band(draft: Draft, chance: Chance) -> Change | None:
    """Count a project that has spent nothing among those that have, in its row and the total."""
    table = ClaimKind.LEVEL_TABLE
    for at in _cells(
        draft,
        chance,
        table,
        lambda subject, row: _of_groups("nothing")(subject, row) and number(row, "value") > 0,
    ):
        group = text(draft.of("claims")[at], "subject").partition(";")[0]
        for place, row in draft.numbered("claims"):
            for name in (group, _TOTAL):
                for column, by in (("nothing", -1.0), ("upto_70", 1.0)):
                    if (row["kind"], row["subject"]) == (table, f"{name}; column={column}"):
                        draft = _shifted(draft, place, by)
        return Change(draft, "", f"level_table {group}", "nothing", "upto_70")
    return None


def _memo(pattern: str, instead: Instead) -> Planter:
    """Print something else instead of group ``n`` of a pattern, in the first paragraph with it."""

    def planter(draft: Draft, _: Chance) -> Change | None:
        for at, row in draft.numbered("narrative"):
            if made := replaced(pattern, instead, text(row, "text")):
                return Change(_reworded(draft, at, made[0]), "", "narrative.text", *made[1:])
        return None

    return planter


def _reworded(draft: Draft, at: int, words: str) -> Draft:
    """Change a paragraph, and the figures that are read from it."""
    row = draft.of("narrative")[at]
    ref, kind = text(row, "source_ref"), ClaimKind(text(row, "kind"))
    claims = [one for one in draft.of("claims") if text(one, "source_ref") != ref]
    before = [one for one in draft.of("claims") if text(one, "source_ref") == ref]
    place = draft.of("claims").index(before[0]) if before else 0
    claims[place:place] = in_paragraph(kind, words, ref)
    draft = draft.changed("narrative", at, text=words, raw=words)
    return draft.holding("claims", claims)


def _memo_total(draft: Draft, chance: Chance) -> Change | None:
    """Raise the money received, and the part of it that items 2.1 and 2.2 explain."""
    made = _memo(r"^2\. .* (?P<n>[\d,]+) บาท", plus(100_000))(draft, chance)
    rest = made and _memo(r"^2\.2 .* (?P<n>[\d,]+) บาท", plus(100_000))(made.draft, chance)
    return made and Change((rest or made).draft, "", made.where, made.before, made.after)


def _period(draft: Draft, chance: Chance) -> Change | None:
    """End the round a day early."""
    last = quarter_end(draft.key.fiscal_year, draft.key.quarter)
    pattern = rf"ระหว่างวันที่ .* ถึง (?P<n>{thai_date(last)})"
    return _memo(pattern, thai_date(last - timedelta(days=1)))(draft, chance)


def _neighbour(words: str) -> str:
    """Name the neighbouring area."""
    stem, area, number = words.rpartition("เขต ")
    return f"{stem}{area}{int(number) + 1}"


def _absent_project(draft: Draft, chance: Chance) -> Change | None:
    """Lose the last project of a strategy once everything was counted."""
    for _, row in last_of_strategies(draft, chance):
        no = text(row, "project_no")
        for table in ("projects", "budget_lines", "activities"):
            draft = draft.without(table, [at for at, _ in draft.numbered(table, no)])
        return Change(draft, "", f"projects {no}", text(row, "name"), "")
    return None


def _without_activity(draft: Draft, _: int, row: Row) -> Change:
    """Lose all activities of a project after the summary tables were made."""
    no = text(row, "project_no")
    gone = [at for at, _ in draft.numbered("activities", no)]
    return Change(draft.without("activities", gone), no, "activities", f"{len(gone)}", "0")


def _empty_strategy(draft: Draft, _: Chance) -> Change | None:
    """Add a strategy that no project belongs to."""
    rows, name = draft.of("strategies"), "ประสานความร่วมมือกับชุมชน"
    no = f"{len(rows) + 1}"
    added: Row = {"strategy_no": no, "name": name, "source_ref": "L8000", "raw": name}
    return Change(draft.holding("strategies", [*rows, added]), "", f"strategies {no}", "", name)


PLANTERS: dict[str, Planter] = {
    "claim-group-percent": _cell(
        ClaimKind.STRATEGY_TABLE,
        lambda subject, row: (
            "pct" in subject and not subject.startswith(_TOTAL) and number(row, "value") > 6
        ),
        by=-4.5,
    ),
    "claim-group-band": _band,
    "claim-table-total": _cell(
        ClaimKind.LEVEL_TABLE,
        # the planter of rows changes levels in progress, and two faults must not cancel
        lambda subject, _: (
            subject.startswith(_TOTAL) and not subject.endswith(("=projects", "=in_progress"))
        ),
    ),
    "claim-table-row": _cell(ClaimKind.LEVEL_TABLE, _of_groups("in_progress")),
    "claim-tables-differ": _cell(ClaimKind.LEVEL_TABLE, _of_groups("projects")),
    "claim-contents-sum": _cell(ClaimKind.CONTENTS, lambda one, _: one == "strategy_no=รวม"),
    "claim-absent-project": _absent_project,
    "claim-project-count": _memo(r"ทั้งสิ้น (?P<n>\d+) โครงการ", plus(1)),
    "claim-memo-sum": _memo(r"^1\.1\.2 .* (?P<n>[\d,]+) บาท", plus(20_000)),
    "claim-memo-percent": _memo(r"^2\.1 .* คิดเป็นร้อยละ (?P<n>[\d.]+)", plus(2)),
    "claim-memo-total": _memo_total,
    "date-round-period": _period,
    "name-office-number": _memo(r"^(?P<n>ผู้อำนวยการ.*เขต \d+)$", _neighbour),
    "project-without-activity": drawn("projects", lambda *_: True, _without_activity),
    "budget-unsaid": edit(  # the words that no budget is used are left out
        "projects",
        "raw",
        lambda row: {"raw": row["name"]},
        lambda _, row: text(row, "budget_state") == BudgetState.NONE,
    ),
    "strategy-empty": _empty_strategy,
}
"""Planters by the code of the rule that looks for their fault."""
