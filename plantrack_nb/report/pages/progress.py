"""The table of progress: nine columns, a project a row that goes on with its activities."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from plantrack_nb.core.records import Row, gathered, known, rows
from plantrack_nb.core.vocabulary import (
    BUDGET_STATE_TH,
    STATUS_TH,
    BudgetState,
    NarrativeKind,
    Status,
    split_items,
)
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.render import parts as p
from plantrack_nb.report.pages.labels import (
    PROGRESS,
    strategy_anchor,
    strategy_title,
    with_projects,
)

if TYPE_CHECKING:
    import pandas as pd

    from plantrack_nb.report.figures.facts import RoundFacts

_COLUMNS = (
    p.Column("ที่", width=0.55),
    p.Column("โครงการ/กิจกรรม", width=1.6),
    p.Column("เป้าหมาย", width=2.0),
    p.Column("ตัวชี้วัดความสำเร็จ", width=2.4),
    p.Column("งบประมาณ", p.Unit.BAHT),
    p.Column("เบิกจ่ายจริง (ร้อยละ)", p.Unit.BAHT),
    p.Column("ความก้าวหน้า (ร้อยละ)", width=1.15),
    p.Column("การดำเนินการ", width=3.0),
    p.Column("ผู้รับผิดชอบ", width=1.5),
)
_CAPTION = "แผน การเบิกจ่าย และการดำเนินการของแต่ละโครงการ"
_NEXT_ITEM = re.compile(r"(?<=\S)[ \t]+(?=\d{1,2}\.\s?[^\d\s])")
_LONG = 400
"""From so many letters on, a cell is parted at its items, so that a page can end between them."""

_PROJECT = ("project_no",)


@dataclass
class _Block:
    """Activities that share a mark: the first has it, the others are told below it."""

    status: str = ""
    percent: float | None = None
    lines: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    owners: str = ""
    money: Row | None = None
    money_label: str = ""

    @property
    def length(self) -> int:
        """Letters of what is done."""
        return sum(map(len, self.lines))


def progress_table(
    tables: Mapping[str, pd.DataFrame], facts: RoundFacts, title: str, period: str
) -> p.Landscape:
    """Show every project by strategy: targets, indicators, money, marks, activities, owners.

    Persons are shown where the tables still name them.
    """
    table = p.table(_CAPTION, _COLUMNS, _rows(tables, facts), name_column=1, folded=True)
    running = f"{title} {facts.office}\n{period}"
    heading = p.Heading("ผลการดำเนินงานรายโครงการ ตามกลยุทธ์", anchor=PROGRESS)
    return p.Landscape((heading, table), running)


def _rows(tables: Mapping[str, pd.DataFrame], facts: RoundFacts) -> Iterator[p.Row]:
    projects = rows(tables["projects"])
    lines = gathered(rows(tables["budget_lines"]), _PROJECT)
    activities = gathered(rows(tables["activities"]), _PROJECT)
    narrative = rows(tables["narrative"])
    hurdles = gathered((one for one in narrative if one.kind == NarrativeKind.OBSTACLE), _PROJECT)
    for strategy in with_projects(facts):
        yield p.group(strategy_title(strategy), strategy_anchor(facts, strategy.label))
        for project in projects:
            if project.strategy_no == strategy.label:
                number = project.project_no
                blocks = _blocks(activities.get(number, []))
                _place(lines.get(number, []), blocks)
                blocks += [_hurdle(row) for row in hurdles.get(number, [])]
                yield from _project(project, blocks or [_Block()])


def _blocks(activities: list[Row]) -> list[_Block]:
    blocks: list[_Block] = []
    for row in activities:
        percent = known(row.progress_pct)
        marked = row.status or percent is not None or not row.parent_no
        if not blocks or marked or blocks[-1].length > _LONG:
            blocks.append(_Block(row.status, percent, owners=_owners(row)))
        blocks[-1].lines.append(_told(row))
        blocks[-1].texts.append(row.text)
    _once(blocks)
    return blocks


def _told(row: Row) -> str:
    """Write an activity behind its number: "1. ประชุม", "1-1 ก"."""
    number = str(row.activity_no)
    return f"{number}{'.' if number.isdecimal() else ''} {row.text}".strip()


def _once(blocks: list[_Block]) -> None:
    """Name owners only where they change."""
    said = ""
    for block in blocks:
        said, block.owners = block.owners or said, "" if block.owners == said else block.owners


def _owners(row: Row) -> str:
    persons = ", ".join(split_items(row.persons))
    groups = split_items(row.owner_groups)
    return "\n".join([*groups, *([f"({persons})"] if persons else [])])


def _place(lines: list[Row], blocks: list[_Block]) -> None:
    """Set each amount beside the activity it is for; the others follow in order."""
    at = -1
    for line in lines:
        named = [
            place
            for place, block in enumerate(blocks)
            if line.label and line.label in block.texts and block.money is None
        ]
        free = [place for place in range(at + 1, len(blocks)) if blocks[place].money is None]
        at = [*named, *free, len(blocks)][0]
        if at == len(blocks):
            blocks.append(_Block())
        blocks[at].money = line
        blocks[at].money_label = "" if named else line.label


def _hurdle(row: Row) -> _Block:
    return _Block(lines=[f"ปัญหาอุปสรรค: {row.text}"])


def _project(project: Row, blocks: list[_Block]) -> Iterator[p.Row]:
    state = BudgetState(project.budget_state)
    if not blocks[0].owners:
        blocks[0].owners = _owners(project)
    targets = _spread(_items(project.targets), blocks)
    indicators = _spread(_items(project.indicators), blocks)
    for at, block in enumerate(blocks):
        budget, disbursed = _money(block, state)
        if at == 0 and not any(one.money for one in blocks):
            budget = p.Cell(BUDGET_STATE_TH[state])
        status = STATUS_TH[Status(block.status)] if block.status else ""
        untold = "" if block.percent is None else "ก้าวหน้า"
        yield p.row(
            *((project.project_no, project.name) if at == 0 else ("", "")),
            targets[at],
            indicators[at],
            budget,
            disbursed,
            p.Cell(status or untold, percent=block.percent),
            "\n".join(block.lines),
            block.owners,
            role=p.RowRole.BODY if at == 0 else p.RowRole.CONTINUED,
        )


def _money(block: _Block, state: BudgetState) -> tuple[p.Cell, p.Cell]:
    if block.money is None:
        return p.Cell(""), p.Cell("")
    budget, disbursed = known(block.money.budget), known(block.money.disbursed)
    if budget is None and state is BudgetState.AWAITING:
        return p.Cell(BUDGET_STATE_TH[state], label=block.money_label), p.Cell(disbursed)
    percent = known(percent_of(disbursed, budget)) if budget and disbursed else None
    return p.Cell(budget, label=block.money_label), p.Cell(disbursed, percent=percent)


def _items(text: str) -> str:
    """Begin each numbered item of a cell that runs them together on a line of its own."""
    return _NEXT_ITEM.sub("\n", text) if text.lstrip().startswith("1.") else text


def _spread(text: str, blocks: list[_Block]) -> list[str]:
    """Set the items of a long cell beside the activities at the same depth of the project."""
    if len(text) <= _LONG:
        return [text, *[""] * (len(blocks) - 1)]
    items = text.split("\n")
    depths = [*accumulate(block.length + _LONG // 4 for block in blocks)]
    ends = [*accumulate(map(len, items))]
    spread: list[list[str]] = [[] for _ in blocks]
    for item, end in zip(items, ends, strict=True):
        begin = (end - len(item)) / ends[-1] * depths[-1]
        spread[bisect_right(depths, begin)].append(item)
    return ["\n".join(part) for part in spread]
