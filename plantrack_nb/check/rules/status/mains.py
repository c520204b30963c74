"""Main activities without a mark in an office that marks its main activities."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack_nb.check.facts import Facts, RoundKey, ref_of, round_key, round_of
from plantrack_nb.check.reading.phrases import joined, keys
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.records import Row


@rule(
    "status-main-unmarked",
    Family.STATUS,
    Severity.WARNING,
    title="กิจกรรมหลักไม่มีสถานะ มีแต่กิจกรรมย่อย",
    title_en="Only sub-activities are marked, in an office that marks its main activities",
    why="สรุปผลที่นับจากกิจกรรมหลักจะขาดโครงการนี้",
    example="โครงการอื่นทุกโครงการรายงานสถานะของกิจกรรมหลัก แต่โครงการ 2.1 รายงานเฉพาะข้อย่อย",
    todo="กรอกสถานะหรือร้อยละความก้าวหน้าของกิจกรรมหลัก",
    others_percent=85.0,
    at_least_projects=10,
)
def mains_unmarked(facts: Facts, settings: Settings) -> Iterator[Finding]:
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


def _unmarked(mains: list[Row]) -> Finding:
    first = mains[0]
    return Finding(
        "status-main-unmarked",
        keys(project_no=first.project_no),
        Severity.WARNING,
        f"โครงการ {first.project_no} กิจกรรมหลัก {joined(one.activity_no for one in mains)}"
        " ไม่มีสถานะ มีเฉพาะสถานะของกิจกรรมย่อย ขณะที่โครงการอื่นรายงานสถานะของกิจกรรมหลัก",
        project_no=first.project_no,
        expected="มีสถานะของกิจกรรมหลัก",
        found="ว่าง",
        hint="กรอกสถานะหรือร้อยละความก้าวหน้าของกิจกรรมหลัก",
        refs=tuple(map(ref_of, mains)),
        district=round_of(first),
    )
