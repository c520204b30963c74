"""Decide what each row is: by its words and number, and among readings by which sums hold.

Most rows leave no doubt. Where a document does (rows numbered 1.1 below a row 1, rows with money
but no number), each reading is tried and the one is taken that the words and the sums speak for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from plantrack_nb.load.layout.record import Role, RowKind
from plantrack_nb.load.layout.rows.entries import Entry, is_sum_row
from plantrack_nb.load.layout.rows.sums import HEADINGS, prove
from plantrack_nb.load.layout.told import Told
from plantrack_nb.thai.text import squeeze

_GOES_ON = re.compile(
    r"^(?:และ|หรือ|ของ|ใน|โดย|เพื่อ|ที่|กับ|ตาม|สู่|ด้วย|ให้|แก่|ระดับ|ประจำ|ปีงบประมาณ|ปีการศึกษา|\(|\))"
)
_IS_CUT = re.compile(r"(?:และ|หรือ|ของ|ใน|โดย|เพื่อ|กับ|ตาม|สู่|ด้วย|ให้|การ|ความ|[-,/(])$")
_TEXTS = (Role.TARGETS, Role.INDICATORS, Role.ACTION)


@dataclass(frozen=True)
class Reading:
    """What a document's doubtful rows are taken for in one of its readings.

    Parameters
    ----------
    depth : int
        How many parts the number of a project has; fewer is a heading, more a part.
    unnumbered : RowKind
        What rows with a name and amounts, but no number, are.
    lone : RowKind
        What rows of a name alone are.
    more_adds : bool
        Whether amounts in further rows of a project come on top of those of its first row, or are
        a part of them.
    lone_sums : bool
        Whether rows of a name and amounts alone are headings with the sums of what is below.
    numbers_are_parts : bool
        Whether the numbers count the activities of projects that have none themselves.
    """

    depth: int
    unnumbered: RowKind
    lone: RowKind
    more_adds: bool = True
    lone_sums: bool = False
    numbers_are_parts: bool = False


@dataclass(frozen=True)
class Decided:
    """The reading taken, and what is unsure of it."""

    reading: Reading
    score: float
    unsure: tuple[str, ...] = ()


class Decider:
    """Decides the kinds of the rows of all tables of a document together.

    Parameters
    ----------
    entries : sequence of Entry
        Its rows in order.
    name_heading : str
        The heading of the names, whose words tell of levels.
    told : Told, optional
        What the office says of rows.
    is_broken : bool
        Whether pages break the table: then a name may go on below a break.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        name_heading: str,
        told: Told | None = None,
        *,
        is_broken: bool,
    ) -> None:
        self.entries = entries
        self.told = told
        self.heading = squeeze(name_heading)
        self.is_broken = is_broken
        self._project: Entry | None = None
        self.depths = sorted({one.depth for one in entries if one.number and one.name})
        self.numbered = [one for one in entries if one.number and one.name and not is_sum_row(one)]
        unnumbered = [one for one in entries if one.money and self._is_unnumbered(one)]
        self._pages_cut_names = (
            is_broken and bool(self.numbered) and all(one.after_break for one in unnumbered)
        )

    def run(self) -> Decided:
        """Try the readings that the document allows and keep the best."""
        tried = [(self._score(one), -at, one) for at, one in enumerate(self._readings())]
        tried.sort(key=lambda found: (-found[0], -found[1]))
        score, _, best = tried[0]
        self._apply(best)
        prove(self.entries)
        near = [
            other
            for value, _, other in tried[1:]
            if value > score - 1.5 and self._differs(best, other)
        ]
        unsure = (_said_of(best, near[0]),) if near else ()
        self._apply(best)
        prove(self.entries)
        return Decided(best, score, unsure)

    # the readings there may be

    def _readings(self) -> Iterator[Reading]:
        depths = self._project_depths()
        unnumbered = [RowKind.PROJECT, RowKind.PART] if self._has_unnumbered() else [RowKind.PART]
        lone = [RowKind.PLAN, RowKind.PART] if self._has_lone() else [RowKind.PLAN]
        if not self.numbered:
            unnumbered = [RowKind.PROJECT, RowKind.PART]
        more = [True, False] if self._has_more_money() else [True]
        told = self.told
        if told is not None:
            depths = [told.project_depth] if told.project_depth is not None else depths
            unnumbered = [told.unnumbered] if told.unnumbered is not None else unnumbered
            more = [told.more_adds] if told.more_adds is not None else more
        sums = [False, True] if self._has_lone_sums() else [False]
        for found in product(depths, unnumbered, lone, more, sums):
            yield Reading(*found)
        if self._numbers_may_be_parts():
            yield Reading(depths[0], RowKind.PROJECT, lone[0], more[0], False, True)  # noqa: FBT003

    def _project_depths(self) -> list[int]:
        if len(self.depths) < 2:
            return self.depths or [1]
        first, second = self.depths[:2]
        numbers = {one.number for one in self.numbered}
        below = [one for one in self.numbered if one.depth == second]
        has_parent = sum(1 for one in below if one.number.rpartition(".")[0] in numbers)
        if not has_parent and second == first + 1:
            return [second, first]
        return [first, second]

    def _numbers_may_be_parts(self) -> bool:
        """Tell whether numbers begin at 1 below each of several rows that have a name but none."""
        ahead, starts = False, 0
        for one in self.entries:
            if self._is_unnumbered(one) and not one.is_activity:
                ahead = True
            elif one.number and one.name:
                if (one.number == "1") != ahead:
                    return False
                starts += ahead
                ahead = False
        return starts > 1

    def _has_more_money(self) -> bool:
        """Tell whether rows without a name have amounts below a project that has its own."""
        owns = False
        for one in self.entries:
            if one.name:
                owns = bool(one.money)
            elif one.money and owns:
                return True
        return False

    def _has_lone_sums(self) -> bool:
        return any(self._is_lone_sum(one) for one in self.entries) and bool(self.numbered)

    def _is_lone_sum(self, one: Entry) -> bool:
        of_words = one.line is None or one.line.kind in (RowKind.PLAN, RowKind.GROUP)
        return one.is_lone and not one.number and of_words and any(one.money.values())

    def _has_unnumbered(self) -> bool:
        return any(self._is_unnumbered(one) for one in self.entries)

    def _has_lone(self) -> bool:
        return any(one.is_lone and not one.number and one.line is None for one in self.entries)

    def _is_unnumbered(self, one: Entry) -> bool:
        return (
            bool(one.name) and not one.number and not is_sum_row(one) and not self._is_heading(one)
        )

    def _is_heading(self, one: Entry) -> bool:
        return one.is_lone and one.line is not None and one.line.kind in (*HEADINGS, RowKind.NOTE)

    # a reading laid over the rows

    def _apply(self, reading: Reading) -> None:
        last_project = max(
            (at for at, one in enumerate(self.entries) if self._may_be_project(one, reading)),
            default=-1,
        )
        before: Entry | None = None
        self._project = None
        for at, one in enumerate(self.entries):
            one.span, one.is_proved, one.adds = None, False, reading.more_adds
            one.kind = self._kind(one, reading, before, is_behind=at > last_project)
            if one.kind is RowKind.PROJECT:
                self._project = one
            before = one
        self._sums_without_words(last_project)

    def _may_be_project(self, one: Entry, reading: Reading) -> bool:
        if one.number and one.name:
            return one.depth >= reading.depth and not reading.numbers_are_parts
        return self._is_unnumbered(one) and (bool(one.money) or one.has_own)

    def _kind(
        self, one: Entry, reading: Reading, before: Entry | None, *, is_behind: bool
    ) -> RowKind:
        if is_sum_row(one):
            return RowKind.SUBTOTAL
        if one.is_lone and one.line is not None:
            kind = self._of_line(one, reading, is_behind=is_behind)
            if kind is not None:
                return kind
        if one.number and self._is_again(one):
            return RowKind.MORE
        if one.number and (one.name or self._is_next(one)):
            return self._of_number(one, reading)
        if not one.name or self._is_named_again(one):
            return RowKind.MORE
        if self._goes_on(one, before):
            return RowKind.MORE
        return self._of_name(one, reading, is_behind=is_behind)

    def _of_line(self, one: Entry, reading: Reading, *, is_behind: bool) -> RowKind | None:
        assert one.line is not None
        kind = one.line.kind
        if self._is_lone_sum(one) and not reading.lone_sums and self.numbered:
            return None
        if kind is RowKind.STRATEGY:
            return None if one.number and one.depth >= 2 and one.is_called_project else kind
        if kind in (RowKind.NOTE, RowKind.SIGNATURE):
            is_text = not one.number and not one.money
            late = is_behind or kind is RowKind.NOTE
            return kind if is_text and late else None
        if kind is RowKind.GROUP:
            return None if one.number and reading.depth <= one.depth else kind
        if one.number:
            return None if one.depth >= reading.depth and not self._has_below(one) else kind
        return kind

    def _has_below(self, one: Entry) -> bool:
        """Tell whether rows are numbered below this one's number: 1.1 below 1."""
        prefix = f"{one.number}."
        return any(other.number.startswith(prefix) for other in self.numbered)

    def _of_number(self, one: Entry, reading: Reading) -> RowKind:
        if reading.numbers_are_parts:
            return RowKind.PART
        if one.depth > reading.depth and self._has_parent(one, reading):
            return RowKind.PART
        if one.depth < reading.depth and self._has_below(one):
            strategy = one.line is not None and one.line.kind is RowKind.STRATEGY
            return RowKind.STRATEGY if strategy else RowKind.PLAN
        return RowKind.PROJECT

    def _is_again(self, one: Entry) -> bool:
        """Tell whether a number is that of the open project, printed again over a page or beside a name."""
        project = self._project
        if project is None or project.number != one.number or project.table != one.table:
            return False
        if one.after_break and self.is_broken:
            return True
        name = squeeze(one.name).removesuffix("(ต่อ)")
        return not name or squeeze(project.name).startswith(name)

    def _is_named_again(self, one: Entry) -> bool:
        """Tell whether a row without a number repeats the name of the open project, which has none."""
        project = self._project
        if project is None or project.number or one.number or project.table != one.table:
            return False
        return bool(one.name) and squeeze(one.name) == squeeze(project.name)

    def _is_next(self, one: Entry) -> bool:
        """Tell whether a number without a name can be a project's: it follows the open one's."""
        project = self._project
        if not (one.money or one.has_own):
            return False
        if project is None or not project.number:
            return True
        before, number = project.number.rpartition("."), one.number.rpartition(".")
        if before[0] != number[0] or not (before[2].isdecimal() and number[2].isdecimal()):
            return False
        return 0 < int(number[2]) - int(before[2]) <= 3

    def _has_parent(self, one: Entry, reading: Reading) -> bool:
        parts = one.number.split(".")
        above = ".".join(parts[: reading.depth])
        return any(other.number == above for other in self.numbered)

    def _goes_on(self, one: Entry, before: Entry | None) -> bool:
        """Tell whether a name goes on from the row above: below its first words, or over a page."""
        if before is None or before.kind not in (RowKind.PROJECT, RowKind.MORE):
            return False
        if one.after_break and self._pages_cut_names and not one.is_called_project:
            return not one.is_activity
        if one.money or one.is_called_project or one.is_activity or one.has(Role.OWNER):
            return False
        below = before.kind is RowKind.PROJECT
        if one.after_break and self.is_broken:
            return True
        if not below:
            return False
        cut = bool(_GOES_ON.match(one.name) or _IS_CUT.search(before.name)) or before.name.count(
            "("
        ) > before.name.count(")")
        return (
            cut
            or (not one.is_lone and self.is_broken)
            or (
                not one.is_lone
                and one.has(*_TEXTS[:2])
                and not one.has(Role.ACTION, Role.PROGRESS, Role.STATUS)
            )
        )

    def _of_name(self, one: Entry, reading: Reading, *, is_behind: bool) -> RowKind:
        if one.is_lone and not one.money and not one.is_called_project:
            if one.is_activity:
                return RowKind.PART
            if is_behind and reading.lone is not RowKind.PART:
                return RowKind.NOTE
            return reading.lone
        if one.is_activity and (self.numbered or any(o.is_called_project for o in self.entries)):
            return RowKind.PART
        if one.is_called_project:
            return RowKind.PROJECT
        if reading.lone_sums and self._is_lone_sum(one):
            return RowKind.PLAN
        if one.is_lone and not one.has_own and is_behind:
            return RowKind.UNSURE
        return reading.unnumbered

    def _sums_without_words(self, last_project: int) -> None:
        """Take a last row of nothing but amounts for the total, if it is."""
        for at in range(last_project + 1, len(self.entries)):
            one = self.entries[at]
            if one.kind is RowKind.MORE and one.money and not one.has_own and not one.name:
                one.kind = RowKind.SUBTOTAL
                prove(self.entries)
                if not one.is_proved:
                    one.kind = RowKind.MORE

    # how well a reading fits

    def _score(self, reading: Reading) -> float:
        self._apply(reading)
        proof = prove(self.entries)
        return proof.score + self._by_words(reading)

    def _by_words(self, reading: Reading) -> float:
        projects = [one for one in self.entries if one.kind is RowKind.PROJECT]
        parts = [one for one in self.entries if one.kind is RowKind.PART]
        if not projects:
            return -20.0
        plans = [one for one in self.entries if one.kind is RowKind.PLAN and one.number]
        plans_alone = [
            one
            for one in self.entries
            if one.kind in (RowKind.PLAN, RowKind.GROUP) and self._is_lone_sum(one)
        ]
        score = 2.0 * _share(projects, lambda one: one.is_called_project)
        score -= 3.0 * _share(parts, lambda one: one.is_called_project)
        score += 1.5 * _share(parts, lambda one: one.is_activity)
        score -= 3.0 * _share(projects, lambda one: one.is_activity)
        score += 1.0 * _share(projects, lambda one: bool(one.money) or one.has_own)
        score += 1.0 * _share(projects, lambda one: one.has(Role.OWNER))
        score -= 1.5 * _share(plans, lambda one: one.has_own or one.is_called_project)
        score -= 1.0 * _share(parts, lambda one: one.has(Role.OWNER))
        score -= 2.0 * _share(parts, lambda one: self._is_above_first(one))
        score += self._by_heading(reading) + self._by_numbers(projects)
        heads_activities = _share(projects, lambda one: bool(one.money) and one.has(Role.ACTION))
        score += heads_activities if reading.more_adds else 0.5 - heads_activities
        spoken = [one for one in plans_alone if one.line is not None]
        return score + 0.5 * len(spoken) / max(len(plans_alone), 1)

    def _is_above_first(self, one: Entry) -> bool:
        """Tell whether a part stands above all projects."""
        for other in self.entries:
            if other is one:
                return True
            if other.kind is RowKind.PROJECT:
                return False
        return False

    def _by_heading(self, reading: Reading) -> float:
        """Let the heading of the names tell its levels: โครงการ/กิจกรรม has parts, แผนงาน/โครงการ plans."""
        at_project, at_activity = self.heading.find("โครงการ"), self.heading.find("กิจกรรม")
        score = 0.0
        if 0 <= at_project < at_activity:
            lower = reading.unnumbered is RowKind.PART or reading.depth == min(
                self.depths, default=1
            )
            score += 0.7 if lower else 0.0
            score += 0.4 if reading.lone is RowKind.PART else 0.0
        upper = any(self.heading.startswith(word) for word in ("กลยุทธ์", "แผนงาน", "ยุทธศาสตร์"))
        if upper and at_project > 0 and len(self.depths) > 1:
            score += 0.7 if reading.depth > self.depths[0] else 0.0
        return score

    def _by_numbers(self, projects: Sequence[Entry]) -> float:
        """Rows without a number are projects only where numbers are the exception, or there is none."""
        with_number = sum(1 for one in projects if one.number and one.kind is RowKind.PROJECT)
        without = len(projects) - with_number
        if not with_number or not without:
            return 0.5
        called = sum(1 for one in projects if not one.number and one.is_called_project)
        if with_number == 1 and without >= 1:
            return 0.2
        return -2.0 * (without - called) / len(projects)

    def _differs(self, one: Reading, other: Reading) -> bool:
        self._apply(one)
        mine = [entry.kind is RowKind.PROJECT for entry in self.entries]
        self._apply(other)
        return mine != [entry.kind is RowKind.PROJECT for entry in self.entries]


def _share(rows: Sequence[Entry], holds: Callable[[Entry], bool]) -> float:
    return sum(1 for one in rows if holds(one)) / len(rows) if rows else 0.0


def _said_of(best: Reading, other: Reading) -> str:
    if best.depth != other.depth:
        return f"ไม่แน่ใจว่าโครงการคือแถวที่มีเลขที่ {best.depth} ชั้น (ใช้) หรือ {other.depth} ชั้น"
    names = {RowKind.PROJECT: "โครงการ", RowKind.PART: "ส่วนของโครงการด้านบน"}
    return (
        "ไม่แน่ใจว่าแถวที่ไม่มีเลขที่เป็น"
        f"{names.get(best.unnumbered, '')} (ใช้) หรือ{names.get(other.unnumbered, '')}"
    )
