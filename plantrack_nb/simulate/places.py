"""Where a fault can be planted: rows of projects that are still whole, drawn at random."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plantrack_nb.simulate.activities import raw_of
from plantrack_nb.simulate.draft import Draft, Row, text
from plantrack_nb.simulate.faults import Chance, Fault, Planted

Place = tuple[int, Row]


@dataclass(frozen=True)
class Slip:
    """A slip of the pen: where a pattern is found, what is printed instead of its group ``n``."""

    pattern: str
    instead: Callable[[re.Match[str]], str]

    def made_in(self, words: str) -> str | None:
        """Make the slip; None where it has no place, or changes nothing."""
        found = re.search(self.pattern, words)
        if found is None or self.instead(found) == found["n"]:
            return None
        return words[: found.start("n")] + self.instead(found) + words[found.end("n") :]


def places(draft: Draft, table: str, chance: Chance) -> Iterator[Place]:
    """Give the rows of whole projects, in an order drawn at random."""
    found = [
        (at, row) for at, row in draft.numbered(table) if text(row, "project_no") in chance.projects
    ]
    return iter(chance.draw.sample(found, len(found)))


def first(draft: Draft, table: str, chance: Chance, wanted: Callable[[Row], bool]) -> Place | None:
    """Draw a row that is as wanted."""
    return next((one for one in places(draft, table, chance) if wanted(one[1])), None)


def state_of(draft: Draft, row: Row) -> str:
    """Budget state of the project that a row belongs to."""
    return next(
        text(one, "budget_state")
        for one in draft.of("projects")
        if one["project_no"] == row["project_no"]
    )


def retold(draft: Draft, at: int, rule: str, words: str) -> tuple[Draft, Fault]:
    """Change what an activity says, and the label of the line that is printed beside it."""
    row = draft.of("activities")[at]
    before = text(row, "text")
    raw = raw_of(text(row, "activity_no"), words, text(row, "status"))
    made = draft.changed("activities", at, text=words, raw=raw)
    for nth, line in draft.numbered("budget_lines", text(row, "project_no")):
        if text(line, "label") == before:
            made = made.changed("budget_lines", nth, label=words)
    where = f"activities.text {row['activity_no']}"
    return made, Fault(rule, text(row, "project_no"), where, before, words)


def slipped(
    draft: Draft,
    chance: Chance,
    rule: str,
    slip: Slip,
    wanted: Callable[[Row], bool] = bool,
) -> Planted:
    """Make a slip in the words of an activity that is as wanted."""
    for at, row in places(draft, "activities", chance):
        after = slip.made_in(text(row, "text"))
        if after is not None and wanted(row):
            return retold(draft, at, rule, after)
    return None


def misprinted(draft: Draft, chance: Chance, rule: str, column: str, slip: Slip) -> Planted:
    """Make a slip in a text column of a project."""
    for at, row in places(draft, "projects", chance):
        after = slip.made_in(text(row, column))
        if after is not None:
            return rewritten(draft, at, rule, column, after)
    return None


def rewritten(draft: Draft, at: int, rule: str, column: str, after: str) -> tuple[Draft, Fault]:
    """Change a text column of a project."""
    row = draft.of("projects")[at]
    fault = Fault(rule, text(row, "project_no"), f"projects.{column}", text(row, column), after)
    return draft.changed("projects", at, **{column: after}), fault
