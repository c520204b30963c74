"""What differs between two rounds of one district, project by project.

Money is compared within a fiscal year only: a new one begins at nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from operator import attrgetter
from typing import Any

from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.records import Row, gathered, rows
from plantrack_nb.core.schema import Round
from plantrack_nb.core.vocabulary import STATUS_TH, Status
from plantrack_nb.measures.places import NO_PLACES, Places
from plantrack_nb.measures.projects import of_round
from plantrack_nb.measures.rounding import HALF_SATANG
from plantrack_nb.thai.numbers import format_baht, format_count
from plantrack_nb.year.activity_identity import Pair, both, paired
from plantrack_nb.year.change import KINDS_TH, Change
from plantrack_nb.year.identity import Identity, identify
from plantrack_nb.year.similarity import plain_name

_STEPS = (Status.NOT_STARTED.value, Status.IN_PROGRESS.value, Status.DONE.value)
_POINT = 0.005
_QUOTED = 60


@dataclass(frozen=True)
class Side:
    """One of the two rounds: its projects with what they are counted by, its activities."""

    round: Round
    places: Places
    projects: Mapping[str, Row]
    activities: Mapping[str, list[Row]]

    @classmethod
    def of(cls, one: Round, places: Places) -> Side:
        """Take a round's tables apart."""
        return cls(
            one,
            places,
            {row.project_no: row for row in of_round(one.tables)},
            gathered(rows(one.activities), ["project_no"]),
        )

    def ref(self, row: Any, column: str) -> tuple[SourceRef, ...]:
        """Return the cell of a row's value."""
        return (self.places.of(row, column),)


def compare(
    before: Round,
    after: Round,
    identity: Identity | None = None,
    places: tuple[Places, Places] = (NO_PLACES, NO_PLACES),
) -> list[Change]:
    """Tell what has changed from one round of a district to another.

    Parameters
    ----------
    before, after : Round
        The earlier and the later round.
    identity : Identity, optional
        Who is who; found by :func:`identify` when it is not given.
    places : (Places, Places), optional
        The cells behind the values of the two rounds.

    Returns
    -------
    list of Change
        In the order of the later round's projects; projects that are gone stand last.
    """
    known = identity or identify(before, after)
    old, new = Side.of(before, places[0]), Side.of(after, places[1])
    found: list[Change] = []
    for no, project in new.projects.items():
        was = known.same.get(no)
        if was is None:
            found.append(_new(project, known, new))
        else:
            found += _Pair(old.projects[was], project, old, new).changes()
    kept = set(known.same.values())
    found += (_gone(one, known, old) for no, one in old.projects.items() if no not in kept)
    return found


def _new(project: Row, known: Identity, new: Side) -> Change:
    was = known.split_from.get(project.project_no, "")
    more = f" แยกจากโครงการ {was}" if was else ""
    return Change(
        "project_new",
        project.project_no,
        "",
        "",
        "",
        project.name,
        f"โครงการ {project.project_no} {_quoted(project.name)} ไม่มีในรอบก่อน{more}",
        refs=new.ref(project, "name"),
    )


def _gone(project: Row, known: Identity, old: Side) -> Change:
    now = known.merged_into.get(project.project_no, "")
    more = f" รวมเข้ากับโครงการ {now}" if now else ""
    return Change(
        "project_gone",
        "",
        project.project_no,
        "",
        project.name,
        "",
        f"โครงการ {project.project_no} {_quoted(project.name)} ของรอบก่อนไม่มีในรอบนี้{more}",
        refs_before=old.ref(project, "name"),
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """A project in the earlier and in the later round."""

    was: Row
    now: Row
    old: Side
    new: Side

    def changes(self) -> list[Change]:
        """Tell all that has changed in it, the plan first."""
        pairs = paired(
            self.old.activities.get(self.was.project_no, []),
            self.new.activities.get(self.now.project_no, []),
        )
        done = [*self._money(), *self._activities(pairs)]
        silent = not done and self._is_silent(pairs)
        return [*self._plan(), *done, *([self._nothing_reported()] if silent else [])]

    def _change(
        self, kind: str, message: str, before: str = "", after: str = "", column: str = "name"
    ) -> Change:
        return Change(
            kind,
            self.now.project_no,
            self.was.project_no,
            "",
            before,
            after,
            f"โครงการ {self.now.project_no} {message}",
            self.old.ref(self.was, column),
            self.new.ref(self.now, column),
        )

    def _plan(self) -> Iterator[Change]:
        """Tell changes of number, name, strategy, owner and budget."""
        was, now, name = self.was, self.now, _quoted(self.now.name)
        if was.project_no != now.project_no:
            said = f"{name} เปลี่ยนเลขที่จาก {was.project_no}"
            yield self._change("project_renumbered", said, was.project_no, now.project_no)
        if plain_name(was.name) != plain_name(now.name):
            said = f"เปลี่ยนชื่อจาก {_quoted(was.name)} เป็น {name}"
            yield self._change("project_renamed", said, was.name, now.name)
        if was.strategy_no != now.strategy_no:
            said = f"{name} ย้ายจากกลยุทธ์ที่ {was.strategy_no} ไปกลยุทธ์ที่ {now.strategy_no}"
            yield self._change("project_moved", said, was.strategy_no, now.strategy_no)
        if was.owner != now.owner:
            groups = [one.owner_groups or "ไม่ระบุ" for one in (was, now)]
            said = f"เปลี่ยนกลุ่มที่รับผิดชอบจาก {groups[0]} เป็น {groups[1]}"
            yield self._change("owner_changed", said, was.owner_groups, now.owner_groups, "owners")
        if abs(was.budget - now.budget) >= HALF_SATANG:
            before, after = format_baht(was.budget), format_baht(now.budget)
            way = "เพิ่มขึ้น" if now.budget > was.budget else "ลดลง"
            said = f"งบประมาณ{way}จาก {before} เป็น {after} บาท"
            yield self._change("budget_changed", said, before, after)

    def _money(self) -> Iterator[Change]:
        """Tell whether more or less is spent; figures are cumulative within a fiscal year."""
        was, now = self.was.disbursed, self.now.disbursed
        same_year = self.old.round.key.fiscal_year == self.new.round.key.fiscal_year
        if same_year and abs(was - now) >= HALF_SATANG:
            kind, way = ("disbursed_rose", "เพิ่มขึ้น") if now > was else ("disbursed_fell", "ลดลง")
            said = f"เบิกจ่ายสะสม{way}จาก {format_baht(was)} เป็น {format_baht(now)} บาท"
            yield self._change(kind, said, format_baht(was), format_baht(now))

    def _activities(self, pairs: Sequence[Pair]) -> Iterator[Change]:
        """Tell what has changed in its activities: new and gone ones, statuses, percents."""
        for before, after in pairs:
            if before is None:
                yield self._activity("activity_new", None, after)
            elif after is None:
                yield self._activity("activity_gone", before, None)
        for before, after in both(pairs):
            if step := _steps(before.status, after.status):
                kind = "status_forward" if step > 0 else "status_back"
                yield self._activity(kind, before, after, "status", _status_th)
            step = after.progress_pct - before.progress_pct
            if not isnan(step) and abs(step) >= _POINT:
                kind = "progress_rose" if step > 0 else "progress_fell"
                yield self._activity(kind, before, after, "progress_pct", _percent)

    def _activity(
        self,
        kind: str,
        before: Row,
        after: Row,
        column: str = "text",
        show: Callable[[Row], str] = attrgetter("text"),
    ) -> Change:
        one: Row = after or before
        was, now = (show(row) if row else "" for row in (before, after))
        moved = f": จาก {was} เป็น {now}" if before and after else ""
        said = f"{_named(one)} {KINDS_TH[kind]}{moved}"
        return Change(
            kind,
            self.now.project_no,
            self.was.project_no,
            one.activity_no,
            was,
            now,
            f"โครงการ {self.now.project_no} {said}",
            self.old.ref(before, column) if before else (),
            self.new.ref(after, column) if after else (),
        )

    def _is_silent(self, pairs: Sequence[Pair]) -> bool:
        """Tell whether it is unfinished and says just what it said in the round before."""
        if self.now.status == Status.DONE.value:
            return False
        return all(plain_name(one.text) == plain_name(other.text) for one, other in both(pairs))

    def _nothing_reported(self) -> Change:
        name = _quoted(self.now.name)
        said = f"{name} ยังไม่เสร็จ แต่ข้อความ สถานะ และยอดเบิกจ่ายเหมือนรอบก่อนทุกตัว"
        return self._change("nothing_reported", said)


def _steps(before: str, after: str) -> int:
    known = before in _STEPS and after in _STEPS
    return _STEPS.index(after) - _STEPS.index(before) if known else 0


def _status_th(row: Row) -> str:
    return STATUS_TH[Status(row.status)]


def _percent(row: Row) -> str:
    return f"{format_count(row.progress_pct)}%"


def _named(activity: Row) -> str:
    """Name an activity by its number and words, as far as it has any."""
    said = [activity.activity_no, _quoted(activity.text) if activity.text.strip() else ""]
    return " ".join(["กิจกรรม", *filter(None, said)]) if any(said) else "กิจกรรมที่ไม่มีชื่อ"


def _quoted(text: str) -> str:
    plain = " ".join(text.split())
    return f"“{plain if len(plain) <= _QUOTED else plain[:_QUOTED].rstrip() + '…'}”"
