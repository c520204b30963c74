"""Faults of what a plan must hold: numbers, lists, names, whole sentences."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from plantrack_nb.core.vocabulary import BudgetState
from plantrack_nb.simulate.activities import raw_of
from plantrack_nb.simulate.draft import Draft, Row, text
from plantrack_nb.simulate.faults import Chance, Fault, Planted, Stage, planter
from plantrack_nb.simulate.places import Slip, first, misprinted, retold, rewritten


def _plain(draft: Draft) -> Callable[[Row], bool]:
    """Select main activities in the middle of a list, without parts and without a line."""
    labels = {text(row, "label") for row in draft.of("budget_lines")}
    parents = {(row["project_no"], row["parent_no"]) for row in draft.of("activities")}

    def plain(row: Row) -> bool:
        own = (row["project_no"], row["activity_no"])
        middle = text(row, "activity_no") in ("2", "3")
        return middle and own not in parents and text(row, "text") not in labels

    return plain


@planter("activity-lost")
def lost(draft: Draft, chance: Chance) -> Planted:
    """Lose an activity's words and keep its mark."""
    found = first(draft, "activities", chance, _plain(draft))
    return found and retold(draft, found[0], "activity-lost", "")


@planter("activity-number")
def number(draft: Draft, chance: Chance) -> Planted:
    """Lose a whole activity."""
    found = first(draft, "activities", chance, _plain(draft))
    if found is None:
        return None
    at, row = found
    where = f"activities {row['activity_no']}"
    fault = Fault("activity-number", text(row, "project_no"), where, text(row, "text"), "")
    return draft.without("activities", [at]), fault


@planter("activity-repeated")
def repeated(draft: Draft, chance: Chance) -> Planted:
    """Copy the words of the first activity over another of the same status."""
    for project in sorted(chance.projects):
        mains = [
            (at, row)
            for at, row in draft.numbered("activities", project)
            if not text(row, "parent_no")
        ]
        for (_, one), (at, row) in pairwise(mains):
            if one["status"] == row["status"] and _plain(draft)(row):
                words = text(one, "text")
                raw = raw_of(text(row, "activity_no"), words, text(row, "status"))
                where = f"activities.text {row['activity_no']}"
                fault = Fault("activity-repeated", project, where, text(row, "text"), words)
                progress = one.get("progress_pct")
                made = draft.changed("activities", at, text=words, raw=raw, progress_pct=progress)
                return made, fault
    return None


@planter("list-number")
def list_number(draft: Draft, chance: Chance) -> Planted:
    """Skip a number of the indicators."""
    return misprinted(
        draft, chance, "list-number", "indicators", Slip(r" (?P<n>2)\.", lambda _: "3")
    )


@planter("list-repeated")
def list_repeated(draft: Draft, chance: Chance) -> Planted:
    """Print the second indicator once more."""
    return misprinted(
        draft,
        chance,
        "list-repeated",
        "indicators",
        Slip(r" 2\.(?P<n>.*)$", lambda found: f"{found['n']} 3.{found['n']}"),
    )


@planter("project-missing")
def missing(draft: Draft, chance: Chance) -> Planted:
    """Leave a project without indicators."""
    return misprinted(
        draft, chance, "project-missing", "indicators", Slip(r"(?P<n>.+)", lambda _: "")
    )


@planter("project-without-activity", Stage.DOCUMENT)
def without_activity(draft: Draft, chance: Chance) -> Planted:
    """Lose all activities of a project after the summary tables were made."""
    found = first(draft, "projects", chance, bool)
    if found is None:
        return None
    no = text(found[1], "project_no")
    places = [at for at, _ in draft.numbered("activities", no)]
    fault = Fault("project-without-activity", no, "activities", f"{len(places)}", "0")
    return draft.without("activities", places), fault


@planter("budget-unsaid", Stage.DOCUMENT)
def unsaid(draft: Draft, chance: Chance) -> Planted:
    """Leave out the words that no budget is used."""
    found = first(
        draft, "projects", chance, lambda row: text(row, "budget_state") == BudgetState.NONE
    )
    return found and rewritten(draft, found[0], "budget-unsaid", "raw", text(found[1], "name"))


@planter("project-name-repeated")
def name_repeated(draft: Draft, chance: Chance) -> Planted:
    """Give a project the name of the one before it."""
    rows = draft.of("projects")
    for at, row in draft.numbered("projects"):
        if at and text(row, "project_no") in chance.projects:
            return rewritten(draft, at, "project-name-repeated", "name", text(rows[at - 1], "name"))
    return None


@planter("project-number")
def project_number(draft: Draft, chance: Chance) -> Planted:
    """Count the last project of a strategy to the strategy before it."""
    rows = draft.of("projects")
    for at, row in draft.numbered("projects"):
        last = at + 1 == len(rows) or rows[at + 1]["strategy_no"] != row["strategy_no"]
        if last and text(row, "strategy_no") != "1" and text(row, "project_no") in chance.projects:
            after = f"{int(text(row, 'strategy_no')) - 1}"
            return rewritten(draft, at, "project-number", "strategy_no", after)
    return None


@planter("strategy-empty", Stage.DOCUMENT)
def strategy_empty(draft: Draft, _: Chance) -> Planted:
    """Add a strategy that no project belongs to."""
    rows = draft.of("strategies")
    name = "ประสานความร่วมมือกับชุมชน"
    no = f"{len(rows) + 1}"
    added: Row = {"strategy_no": no, "name": name, "source_ref": "L8000", "raw": name}
    return draft.holding("strategies", [*rows, added]), Fault(
        "strategy-empty", "", f"strategies {no}", "", name
    )


@planter("project-name-start")
def name_start(draft: Draft, chance: Chance) -> Planted:
    """Lose the first word of a project's name."""
    return misprinted(
        draft, chance, "project-name-start", "name", Slip("^(?P<n>โครงการ)", lambda _: "")
    )


@planter("wording-cut")
def cut(draft: Draft, chance: Chance) -> Planted:
    """Stop in the middle of a sentence."""
    found = first(draft, "activities", chance, _plain(draft))
    words = text(found[1], "text") if found else ""
    return found and retold(draft, found[0], "wording-cut", f"{words} และ")


@planter("wording-brackets")
def brackets(draft: Draft, chance: Chance) -> Planted:
    """Open a bracket and do not close it."""
    found = first(draft, "activities", chance, _plain(draft))
    words = text(found[1], "text") if found else ""
    return found and retold(draft, found[0], "wording-brackets", f"{words} (กลุ่มที่หนึ่ง")


@planter("wording-percent")
def percent_missing(draft: Draft, chance: Chance) -> Planted:
    """Lose the number of a percent."""
    pattern = r"2\.ร้อยละ (?P<n>\d+) "
    return misprinted(draft, chance, "wording-percent", "indicators", Slip(pattern, lambda _: ""))


@planter("wording-placeholder")
def placeholder(draft: Draft, chance: Chance) -> Planted:
    """Leave dots where a target should stand."""
    pattern = r"2\.(?P<n>\S+ จำนวน \d+ คน)"
    return misprinted(
        draft, chance, "wording-placeholder", "targets", Slip(pattern, lambda _: ".....")
    )


@planter("wording-dot")
def stray_dot(draft: Draft, chance: Chance) -> Planted:
    """Lose the word before the dot of an abbreviation."""
    year = draft.key.fiscal_year
    return misprinted(
        draft, chance, "wording-dot", "name", Slip("(?P<n>)$", lambda _: f" ปีงบประมาณ .{year}")
    )
