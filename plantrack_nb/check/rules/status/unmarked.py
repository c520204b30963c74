"""Projects and activities that lack a mark of progress."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack_nb.check.facts import RoundKey, project_key, round_key
from plantrack_nb.check.reading.running_text.phrases import joined, keys, named
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, Severity, cell, cells, rule

_MOST_NAMED = 8


@rule(
    "status-main-unmarked",
    title="กิจกรรมหลักไม่มีสถานะ มีแต่กิจกรรมย่อย",
    title_en="Only sub-activities are marked, in an office that marks its main activities",
    why="สรุปผลที่นับจากกิจกรรมหลักจะขาดโครงการนี้",
    example="โครงการอื่นทุกโครงการรายงานสถานะของกิจกรรมหลัก แต่โครงการ 2.1 รายงานเฉพาะข้อย่อย",
    todo="กรอกสถานะหรือร้อยละความก้าวหน้าของกิจกรรมหลัก",
    others_percent=85.0,
    at_least_projects=10,
)
def mains_unmarked(facts: Facts, settings: Settings) -> Hits:
    """Find the few projects with marks on sub-activities only."""
    marked: dict[RoundKey, int] = {}
    without: dict[RoundKey, list[list[Row]]] = {}
    for activities in facts.activities_of.values():
        mains = [one for one in activities if not one.parent_no]
        if any(one.status for one in mains):
            where = round_key(mains[0])
            marked[where] = marked.get(where, 0) + 1
        elif mains and _marked_below(activities) == {one.activity_no for one in mains}:
            without.setdefault(round_key(mains[0]), []).append(mains)
    for where, projects in without.items():
        others, all_of_them = marked.get(where, 0), marked.get(where, 0) + len(projects)
        usual = 100 * others >= settings["others_percent"] * all_of_them
        if usual and all_of_them >= settings["at_least_projects"]:
            yield from map(_unmarked, projects)


def _marked_below(activities: list[Row]) -> set[str]:
    """Take the numbers of main activities of which a part is marked, all the way down."""
    parents = {one.activity_no: one.parent_no for one in activities if one.activity_no}
    found = set()
    for one in activities:
        above = one.parent_no if one.status else ""
        for _ in range(len(parents)):
            if not parents.get(above):
                break
            above = parents[above]
        found |= {above} - {""}
    return found


def _unmarked(mains: list[Row]) -> Hit:
    first = mains[0]
    return Hit(
        cells(mains, "status"),
        keys(project_no=first.project_no),
        f"โครงการ {first.project_no} กิจกรรมหลัก {joined(one.activity_no for one in mains)}"
        " ไม่มีสถานะ มีเฉพาะสถานะของกิจกรรมย่อย ขณะที่โครงการอื่นรายงานสถานะของกิจกรรมหลัก",
        expected="มีสถานะของกิจกรรมหลัก",
        found="ว่าง",
    )


@rule(
    "status-unmarked",
    title="ไม่รายงานสถานะ",
    title_en="No mark of progress",
    why="โครงการหรือกิจกรรมที่ไม่มีสถานะนับรวมในสรุปผลไม่ได้",
    example="กิจกรรมที่ 1–3 มีสถานะ แต่กิจกรรมที่ 4 ไม่มี",
    todo="กรอกสถานะหรือร้อยละความก้าวหน้าให้ครบทุกกิจกรรม",
)
def unmarked(facts: Facts, _: Settings) -> Hits:
    """Find projects without a mark, and activities left out where the others have theirs.

    One mark for a whole project is the office's habit and no fault; of sub-activities left out
    beside marked ones it informs only.
    """
    for project in facts.projects:
        if project.status:
            continue
        own, activities = cell(project, "name"), facts.activities_of.get(project_key(project), ())
        yield Hit(
            cells((one for one in activities if not one.parent_no), "status") or own,
            keys(project_no=project.project_no),
            f"โครงการ {project.project_no} ไม่มีสถานะหรือร้อยละความก้าวหน้าเลย",
            expected="มีสถานะ",
            hint="กรอกสถานะของทุกกิจกรรม",
            beside=[own],
        )
    for activities in facts.activities_of.values():
        marked = [one for one in activities if one.status]
        if len(marked) < 2:
            continue
        left = _left_out(activities)
        tops = [one for one in left if not one.parent_no]
        if tops:
            yield _without_mark(tops, "", Severity.WARNING)
        beside = {one.parent_no for one in marked if one.parent_no}
        subs = [one for one in left if one.parent_no in beside]
        if subs:
            yield _without_mark(subs, "ย่อย", Severity.INFO)


def _without_mark(left: list[Row], kind: str, severity: Severity) -> Hit:
    first = left[0]
    more = f" และอีก {len(left) - _MOST_NAMED} รายการ" if len(left) > _MOST_NAMED else ""
    return Hit(
        cells(left, "status"),
        keys(project_no=first.project_no, level="sub" if kind else "top"),
        f"โครงการ {first.project_no} กิจกรรม{kind} {named(left[:_MOST_NAMED])}{more}"
        " ไม่มีสถานะ ขณะที่กิจกรรมอื่นมี",
        expected="มีสถานะทุกกิจกรรม",
        found="ว่าง",
        hint="กรอกสถานะหรือร้อยละความก้าวหน้าของกิจกรรมเหล่านี้",
        severity=severity,
    )


def _left_out(activities: list[Row]) -> list[Row]:
    """Take activities without a mark of their own, above them or below them."""
    parents = {one.activity_no: one.parent_no for one in activities if one.activity_no}
    marked = {one.activity_no for one in activities if one.status and one.activity_no}
    covered = {name for one in activities if one.status for name in _above(one.parent_no, parents)}
    return [
        one
        for one in activities
        if not one.status and one.text and one.activity_no not in covered
        and not _deep_under(one.parent_no, parents, marked)
    ]  # fmt: skip


def _above(name: str, parents: dict[str, str]) -> Iterator[str]:
    seen = set()
    while name and name not in seen:
        seen.add(name)
        yield name
        name = parents.get(name, "")


def _deep_under(name: str, parents: dict[str, str], marked: set[str]) -> bool:
    """Tell whether something above the direct parent is marked and the parent is not."""
    return any(one in marked for one in _above(parents.get(name, ""), parents))
