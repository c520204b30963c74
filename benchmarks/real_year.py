"""The year of the real office: its second quarter as published, the others made from it.

``python -m benchmarks.real_year FOLDER`` writes four round workbooks and ``changes.jsonl``, which
lists all that was changed from one to the next, and tells how much of it comparing finds.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from plantrack_nb import read_round
from plantrack_nb.core.files import write_text
from plantrack_nb.core.records import known, rows
from plantrack_nb.core.schema import ROUND_COLUMNS, SOURCE_COLUMNS, Round
from plantrack_nb.core.vocabulary import Status
from plantrack_nb.load import write_workbook
from plantrack_nb.simulate.budget_lines import settled
from plantrack_nb.simulate.draft import Draft, Row, number, text
from plantrack_nb.simulate.plan_changes import upheave
from plantrack_nb.simulate.quarters import Moved, Quarter, a_quarter_later, spent_of
from plantrack_nb.year import compare

SAMPLE = Path("data/7301-2565-q2.xlsx")
NOTICE = "ข้อมูลสมมติ: ทำขึ้นจากรอบ 6 เดือนที่เผยแพร่ ใช้ทดสอบโปรแกรมเท่านั้น"
_NOT_KEPT = {one.name for one in (*ROUND_COLUMNS, *SOURCE_COLUMNS)}
_TABLES = ("strategies", "projects", "budget_lines", "activities")
_BACK = {
    Status.DONE.value: Status.IN_PROGRESS.value,
    Status.IN_PROGRESS.value: Status.NOT_STARTED.value,
}
_UPHEAVALS = 5


def main(folder: Path) -> None:
    """Make the year, write it, and compare each quarter with the one before."""
    draw = random.Random(7301)  # noqa: S311 - the same year each time
    second = _draft(read_round(SAMPLE).round)
    first, moved = _a_quarter_before(second, draw)
    steps: list[tuple[Draft, Sequence[Moved]]] = [(first, ()), (second, moved)]
    for _ in range(2):
        step = Quarter(*a_quarter_later(steps[-1][0], draw), draw)
        upheave(step, _UPHEAVALS)
        steps.append((step.draft, step.moved))
    rounds = [draft.round() for draft, _ in steps]
    for one in rounds:
        write_workbook(folder / f"{one.key}.xlsx", one, notice=NOTICE)
    listed = [{**asdict(draft.key), **asdict(change)} for draft, told in steps for change in told]
    lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in listed)
    write_text(folder / "changes.jsonl", "".join(lines))
    for before, after, (_, told) in zip(rounds, rounds[1:], steps[1:], strict=False):
        _judge(before, after, told)


def _judge(before: Round, after: Round, told: Iterable[Moved]) -> None:
    def key(one: object) -> tuple[str, ...]:
        names = ("kind", "project_no", "project_no_before", "activity_no")
        return tuple(getattr(one, name) for name in names)

    made, found = Counter(map(key, told)), Counter(map(key, compare(before, after)))
    lost, more = made - found, found - made
    print(f"{after.key}: {made.total()} made, {(made & found).total()} found")
    print(f"  lost {sorted(lost)}\n  told beside {sorted(more)}")


def _draft(of: Round) -> Draft:
    """Take a round's plan as rows without where they came from."""
    return Draft(of.key, {name: tuple(map(_row, rows(of.tables[name]))) for name in _TABLES})


def _row(row: object) -> Row:
    values: dict[str, object] = row._asdict()  # type: ignore[attr-defined]
    kept = {name: value for name, value in values.items() if name not in _NOT_KEPT}
    made = {
        name: known(value) if isinstance(value, float) else value for name, value in kept.items()
    }
    if made.get("budget") is not None and made["disbursed"] is None:
        made["disbursed"] = 0.0  # an empty cell beside a budget: nothing spent yet
    return made


def _a_quarter_before(draft: Draft, draw: random.Random) -> tuple[Draft, list[Moved]]:
    """Take some of what was done and spent back; tell what the later quarter then adds."""
    earlier = replace(draft, key=replace(draft.key, quarter=draft.key.quarter - 1))
    moved: list[Moved] = []
    for _, project in draft.numbered("projects"):
        no, told = text(project, "project_no"), len(moved)
        for at, row in draft.numbered("activities", no):
            before = _BACK.get(text(row, "status"), "")
            if before and draw.random() < 0.6:
                earlier = earlier.changed("activities", at, status=before)
                moved.append(Moved("status_forward", no, no, text(row, "activity_no")))
        for at, row in draft.numbered("budget_lines", no):
            if number(row, "disbursed") > 1 and draw.random() < 0.7:
                spent = float(int(number(row, "disbursed") * draw.uniform(0.1, 0.7)))
                less = settled({**row, "raw": "", "disbursed": spent})
                earlier = earlier.changed("budget_lines", at, **less)
        if spent_of(earlier, no) < spent_of(draft, no) - 0.005:
            moved.append(Moved("disbursed_rose", no, no))
        marks = {text(row, "status") for _, row in draft.numbered("activities", no)} - {""}
        if len(moved) == told and marks != {Status.DONE.value}:
            moved.append(Moved("nothing_reported", no, no))
    return earlier, moved


if __name__ == "__main__":
    main(Path(sys.argv[1]))
