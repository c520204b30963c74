"""Decide between the readings of a document: by words and numbers, and by which sums hold.

Most rows leave no doubt. Where a document does (rows numbered 1.1 below a row 1, rows with money
but no number), each reading is tried and the one is taken that the words and the sums speak for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plantrack_nb.load.layout.record import Role, RowKind
from plantrack_nb.load.layout.rows.entries import Entry
from plantrack_nb.load.layout.rows.evidence import Evidence
from plantrack_nb.load.layout.rows.kinds import lay
from plantrack_nb.load.layout.rows.readings import Reading, readings
from plantrack_nb.load.layout.rows.sums import prove

_NEAR = 1.5
"""A reading that scores so much less is still in doubt."""
_NO_PROJECT = -20.0
_ABOVE = ("กลยุทธ์", "แผนงาน", "ยุทธศาสตร์")


@dataclass(frozen=True)
class Decided:
    """The reading taken, and what is unsure of it."""

    reading: Reading
    score: float
    unsure: tuple[str, ...] = ()


def decide(rows: Evidence) -> Decided:
    """Try the readings that the document allows, keep the best, and give every row its kind."""
    tried = [(_score(rows, one), -at, one) for at, one in enumerate(readings(rows))]
    tried.sort(key=lambda found: (-found[0], -found[1]))
    score, _, best = tried[0]
    near = [one for value, _, one in tried[1:] if value > score - _NEAR]
    projects = _projects(rows, best) if near else []
    other = next((one for one in near if _projects(rows, one) != projects), None)
    lay(rows, best)
    prove(rows.entries)
    return Decided(best, score, (_said_of(best, other),) if other is not None else ())


def _projects(rows: Evidence, reading: Reading) -> list[bool]:
    lay(rows, reading)
    return [entry.kind is RowKind.PROJECT for entry in rows.entries]


def _score(rows: Evidence, reading: Reading) -> float:
    lay(rows, reading)
    proof = prove(rows.entries)
    return proof.score + _by_words(rows, reading)


def _by_words(rows: Evidence, reading: Reading) -> float:
    entries = rows.entries
    projects = [one for one in entries if one.kind is RowKind.PROJECT]
    if not projects:
        return _NO_PROJECT
    parts = [one for one in entries if one.kind is RowKind.PART]
    score = _of_projects(projects) + _of_parts(parts) + _of_headings(rows)
    score -= 4.0 * sum(map(_before(entries), parts)) / max(len(parts), 1)
    score += _by_heading(rows, reading) + _by_numbers(projects)
    heads_activities = _share(projects, lambda one: bool(one.money) and one.has(Role.ACTION))
    return score + (heads_activities if reading.more_adds else 0.5 - heads_activities)


def _of_projects(projects: Sequence[Entry]) -> float:
    return (
        2.0 * _share(projects, lambda one: one.is_called_project)
        - 3.0 * _share(projects, lambda one: one.is_activity)
        - 4.0 * (1 - len({one.name for one in projects}) / len(projects))
        + 1.0 * _share(projects, lambda one: bool(one.money) or one.has_own)
        + 1.0 * _share(projects, lambda one: one.has(Role.OWNER))
    )


def _of_parts(parts: Sequence[Entry]) -> float:
    return (
        1.5 * _share(parts, lambda one: one.is_activity)
        - 3.0 * _share(parts, lambda one: one.is_called_project)
        - 1.0 * _share(parts, lambda one: one.has(Role.OWNER))
        - 2.0 * _share(parts, lambda one: one.has(Role.STRATEGY))
    )


def _of_headings(rows: Evidence) -> float:
    plans = [one for one in rows.entries if one.kind is RowKind.PLAN and one.number]
    lone = [
        one
        for one in rows.entries
        if one.kind in (RowKind.PLAN, RowKind.GROUP) and rows.is_lone_sum(one)
    ]
    own = _share(plans, lambda one: one.has_own or one.is_called_project)
    return 0.5 * _share(lone, lambda one: one.line is not None) - 4.0 * own


def _before(entries: Sequence[Entry]) -> Callable[[Entry], bool]:
    """Return a test whether a row stands above all projects."""
    above = set()
    for one in entries:
        if one.kind is RowKind.PROJECT:
            break
        above.add(id(one))
    return lambda one: id(one) in above


def _by_heading(rows: Evidence, reading: Reading) -> float:
    """Let the heading of the names tell levels: โครงการ/กิจกรรม has parts, แผนงาน/โครงการ plans."""
    at_project, at_activity = rows.heading.find("โครงการ"), rows.heading.find("กิจกรรม")
    score = 0.0
    if 0 <= at_project < at_activity:
        is_lower = reading.unnumbered is RowKind.PART
        is_lower = is_lower or reading.depth == min(rows.depths, default=1)
        score += 0.7 * is_lower + 0.4 * (reading.lone is RowKind.PART)
    if rows.heading.startswith(_ABOVE) and at_project > 0 and len(rows.depths) > 1:
        score += 0.7 if reading.depth > rows.depths[0] else 0.0
    return score


def _by_numbers(projects: Sequence[Entry]) -> float:
    """Rows without a number are projects only where numbers are the exception, or there is none."""
    with_number = sum(1 for one in projects if one.number)
    without = len(projects) - with_number
    if not with_number or not without:
        return 0.5
    if with_number == 1:
        return 0.2
    called = sum(1 for one in projects if not one.number and one.is_called_project)
    return -2.0 * (without - called) / len(projects)


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
