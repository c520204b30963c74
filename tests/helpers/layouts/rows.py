"""The rows of a layout under its head: projects, their parts, headings and sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from helpers.layouts.cells import Value, Writer
from helpers.layouts.money import Figures, part_figures, project_figures, summed

if TYPE_CHECKING:
    from helpers.layouts.layout import Layout
    from helpers.layouts.order import Numbered
    from helpers.layouts.true_round import Part, TrueProject, TrueRound


@dataclass(frozen=True)
class Row:
    """A row: its cells by column; ``label`` is the text of a heading or a sum.

    ``joined`` names the columns that lie under the merged cell of the row above.
    """

    kind: str
    cells: dict[str, Value] = field(default_factory=dict)
    label: str = ""
    joined: frozenset[str] = frozenset()


class Rows:
    """Makes the rows of one sheet.

    Parameters
    ----------
    true, layout : TrueRound, Layout
        What to lay out, and how.
    until : int
        The last quarter whose periods are filled.
    """

    def __init__(self, true: TrueRound, layout: Layout, until: int) -> None:
        self._true, self._layout, self._until = true, layout, until
        self._writer = Writer(layout)

    def rows(self, shown: Sequence[Numbered]) -> Iterator[Row]:
        """Make all rows of the projects given."""
        layout = self._layout
        by_strategy = layout.strategies in {"rows", "rows_sums"} or layout.subtotals
        if not by_strategy:
            yield from self._block(shown, first=True)
        else:
            for at, (strategy, block) in enumerate(
                groupby(shown, lambda one: one.project.strategy)
            ):
                yield from self._strategy(strategy, list(block), first=at == 0)
        if layout.total:
            label = self._writer.one("total", _TOTALS).format(n=len(shown))
            yield self._sum("total", label, shown)

    def _strategy(self, strategy: int, block: list[Numbered], *, first: bool) -> Iterator[Row]:
        layout, writer = self._layout, self._writer
        if layout.strategies in {"rows", "rows_sums"}:
            text = strategy_text(writer, self._true, strategy)
            sums = block if layout.strategies == "rows_sums" else []
            yield self._sum("strategy", text, sums)
        yield from self._block(block, first=first)
        if layout.subtotals:
            label = writer.one("subtotal", _SUBTOTALS)
            number = writer.digits(str(strategy + 1))
            label = label.format(word=layout.strategy_word, no=number, n=len(block))
            yield self._sum("subtotal", label, block)
        if layout.blank_rows:
            yield Row("blank")

    def _block(self, block: Sequence[Numbered], *, first: bool) -> Iterator[Row]:
        kind = self._layout.grouping.removesuffix("_sums")
        if kind == "none":
            yield from self._projects(block, first=first)
            return
        for at, (home, inner) in enumerate(groupby(block, lambda one: one.group_of(kind))):
            within = list(inner)
            text = self._writer.group(home) if kind == "groups" else self._true.plans[home]
            sums = within if self._layout.grouping.endswith("_sums") else []
            yield self._sum("group", text, sums)
            yield from self._projects(within, first=first and at == 0)

    def _projects(self, block: Sequence[Numbered], *, first: bool) -> Iterator[Row]:
        last = -1
        for at, one in enumerate(block):
            opens = one.project.strategy != last
            yield from self._project(one, opens=opens, first=first and at == 0)
            last = one.project.strategy

    def _project(self, one: Numbered, *, opens: bool, first: bool) -> Iterator[Row]:
        layout, project = self._layout, one.project
        cells = self._about(one, opens=opens, first=first)
        has_parts = layout.parts != "none" and project.state == "budgeted"
        if layout.parts_total or not has_parts:
            cells |= self._money(project)
        if not (has_parts and layout.progress_at == "part"):
            cells |= self._progress(self._standing(project))
        if layout.activities == "cell":
            cells |= self._list(project)
        merged = layout.strategy_cell == "merged"
        if layout.activities == "rows":
            rows = list(self._activity_rows(project, cells))
        else:
            rows = [Row("project", cells), *(self._parts(one) if has_parts else [])]
        for at, row in enumerate(rows):
            under = {"strategy"} if merged and (at or not opens) else set()
            yield replace(row, joined=row.joined | under)

    def _about(self, one: Numbered, *, opens: bool, first: bool) -> dict[str, Value]:
        """Write the columns that say which project it is, and whose."""
        layout, writer, project = self._layout, self._writer, one.project
        shown = layout.numbering != "first_only" or first
        whole = layout.amounts == "number" and one.printed.isdecimal()
        number: Value = int(one.printed) if whole else writer.digits(one.printed)
        strategy = strategy_cell(writer, self._true, project.strategy)
        return {
            "no": number if shown else "",
            "code": number,
            "name": writer.project_name(project, one.printed),
            "strategy": strategy if opens or layout.strategy_cell == "each" else "",
            "target": writer.digits(project.target),
            "indicator": writer.digits(project.indicator),
            "period": writer.digits(project.period),
            "source": project.source,
            "remark": project.remark,
            "owner": writer.owners(project),
            "person": project.person,
        }

    def _money(self, project: TrueProject) -> dict[str, Value]:
        cells = self._amounts(project_figures(project, self._layout, self._until))
        if project.state != "budgeted":
            summed_up = self._layout.shape != "kinds" or "budget" in self._layout.money
            cells["budget" if summed_up else "kind 1"] = self._writer.no_money(project)
        return cells

    def _amounts(self, figures: Figures) -> dict[str, Value]:
        writer = self._writer
        cells = {column: writer.amount(baht) for column, baht in figures.items()}
        budget = figures.get("budget", 0)
        spent = figures.get("disbursed", 0)
        cells["percent"] = writer.money_percent(spent, budget)
        if self._layout.percent == "brackets" and budget:
            share = writer.money_percent(spent, budget)
            cells["disbursed"] = f"{cells['disbursed'] or writer.digits('0')} ({share})"
        return cells

    def _sum(self, kind: str, label: str, block: Sequence[Numbered]) -> Row:
        figures = [project_figures(one.project, self._layout, self._until) for one in block]
        return Row(kind, self._amounts(summed(figures)) if figures else {}, label)

    def _standing(self, project: TrueProject) -> tuple[str, int]:
        """Tell how far a project was at the end of the quarter that the sheet shows."""
        if self._until == self._true.quarter or self._layout.shape != "quarter_sheets":
            return project.status, project.percent
        if self._until > self._true.quarter:
            return "done", 100
        return ("in_progress", 5) if project.disbursed(self._until) else ("not_started", 0)

    def _progress(self, standing: tuple[str, int]) -> dict[str, Value]:
        status, percent = standing
        writer = self._writer
        return {
            "words": writer.status(status, percent),
            "percent_done": writer.work_percent(percent),
            "fraction": writer.fraction(percent),
            f"tick_{status}": writer.tick(),
        }

    def _list(self, project: TrueProject) -> dict[str, Value]:
        """Write all activities in one cell, and their statuses in another if so laid out."""
        writer = self._writer
        texts = [writer.activity(part, n) for n, part in enumerate(project.parts, 1)]
        cells: dict[str, Value] = {"activities": "\n".join(texts)}
        if self._layout.progress_at == "part":
            cells["words"] = "\n".join(writer.status(one.status) for one in project.parts)
        return cells

    def _activity_rows(self, project: TrueProject, cells: dict[str, Value]) -> Iterator[Row]:
        layout, writer = self._layout, self._writer
        joined = frozenset(cells) - {"activities"} if layout.merged_down else frozenset()
        for n, part in enumerate(project.parts, 1):
            own: dict[str, Value] = {"activities": writer.activity(part, n)}
            if layout.progress_at == "part":
                progress = self._progress((part.status, part.percent))
                own |= progress
                joined -= _PROGRESS
                cells = {
                    column: value for column, value in cells.items() if column not in _PROGRESS
                }
            if n == 1:
                yield Row("project", cells | own)
            else:
                yield Row("activity", own, joined=joined)

    def _parts(self, one: Numbered) -> Iterator[Row]:
        project = one.project
        parts = project.items if self._layout.parts == "items" else project.parts
        for n, part in enumerate(parts, 1):
            yield Row("part", self._part(part, n, one.printed))

    def _part(self, part: Part, at: int, number: str) -> dict[str, Value]:
        layout, writer = self._layout, self._writer
        cells = self._amounts(part_figures(part, layout))
        cells["name"] = writer.part_text(part, at, number)
        if layout.part_mark == "dotted":
            cells["no"] = writer.digits(f"{number}.{at}")
        if layout.progress_at == "part":
            cells |= self._progress((part.status, part.percent))
        return cells


def strategy_text(writer: Writer, true: TrueRound, strategy: int) -> str:
    """Write a strategy's heading."""
    forms = (
        "{word}ที่ {no} {name}",
        "{word}ที่ {no} : {name}",
        "{word}ที่ {no}. {name}",
        "{word}ที่{no} {name}",
    )
    number = writer.digits(str(strategy + 1))
    form = writer.one("strategy heading", forms)
    return form.format(word=writer.layout.strategy_word, no=number, name=true.strategies[strategy])


def strategy_cell(writer: Writer, true: TrueRound, strategy: int) -> str:
    """Write a strategy in its column."""
    forms = ("{word}ที่ {no}", "{word}ที่ {no} {name}", "{no}", "{no}. {name}", "ก.{no}")
    form = writer.one(
        "strategy cell", forms[:4] if writer.layout.strategy_word != "กลยุทธ์" else forms
    )
    number = writer.digits(str(strategy + 1))
    return form.format(word=writer.layout.strategy_word, no=number, name=true.strategies[strategy])


_PROGRESS = frozenset(
    {"words", "percent_done", "fraction", "tick_done", "tick_in_progress", "tick_not_started"}
)
_TOTALS = (
    "รวมทั้งสิ้น",
    "รวม",
    "รวมทั้งหมด",
    "ยอดรวม",
    "รวมงบประมาณทั้งสิ้น",
    "รวมทั้งสิ้น {n} โครงการ",
    "รวมเป็นเงินทั้งสิ้น",
)
_SUBTOTALS = ("รวม{word}ที่ {no}", "รวม", "รวม {n} โครงการ", "รวม {word}ที่ {no}", "ยอดรวม{word}ที่ {no}")
