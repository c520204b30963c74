"""Numbers of projects."""

from __future__ import annotations

from plantrack_nb.check.facts import PROJECT, ROUND, round_key
from plantrack_nb.check.reading.running_text.phrases import joined, keys
from plantrack_nb.check.reading.strategies import NUMBER, misnumbered
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, Severity, cell, cells, rule
from plantrack_nb.core.records import Row, extended, firsts, gathered

_NO_STRATEGY = "-"


@rule(
    "project-number",
    title="เลขที่โครงการซ้ำ ข้าม หรือไม่ตรงกลยุทธ์",
    title_en="Project numbers repeat, skip, or do not fit their strategy",
    why="เลขที่โครงการใช้อ้างถึงทั้งฉบับและเทียบข้ามไตรมาส",
    example="กลยุทธ์ที่ 2 มีโครงการ 2.1, 2.2, 2.4 (ขาด 2.3)",
    todo="แก้เลขที่ให้เรียงกันและตรงกับกลยุทธ์",
)
def project_number(facts: Facts, _: Settings) -> Hits:
    """Check numbers of the form strategy.project in each strategy of each round.

    A number that stands a second time has ``#2`` behind it in the tables.
    """
    again = [same[1] for same in gathered(facts.projects, PROJECT).values() if len(same) > 1]
    for row in [*again, *(one for one in facts.projects if "#" in one.project_no)]:
        yield Hit(
            cell(row, "project_no"),
            keys(project_no=row.project_no, fault="repeated"),
            f"โครงการ {row.project_no} มีเลขที่ซ้ำกับอีกโครงการหนึ่ง",
            expected="เลขที่ไม่ซ้ำ",
            found=row.project_no.partition("#")[0],
            hint="แก้เลขที่โครงการ",
            severity=Severity.ERROR,
        )
    numbered = [
        extended(row, chapter=found["chapter"], nth=int(found["nth"]))
        for row in facts.projects
        if (found := NUMBER.search(row.project_no))
    ]
    headed = misnumbered(facts.projects)
    for row in numbered:
        if row.strategy_no in (row.chapter, _NO_STRATEGY):
            continue
        if (*round_key(row), row.strategy_no) in headed:
            continue  # the heading is told once
        yield Hit(
            cell(row, "project_no"),
            keys(project_no=row.project_no, fault="strategy"),
            f"โครงการ {row.project_no} อยู่ในกลยุทธ์ที่ {row.strategy_no} แต่เลขที่ขึ้นต้นด้วย {row.chapter}",
            expected=f"{row.strategy_no}.…",
            found=row.project_no,
            hint="แก้เลขที่ หรือย้ายโครงการไปกลยุทธ์ที่ถูกต้อง",
        )
    chapters = gathered(firsts(numbered, PROJECT).values(), [*ROUND, "chapter"])
    for _key, same in sorted(chapters.items()):
        if max(one.nth for one in same) > len(same):
            yield _gap(same)


def _gap(members: list[Row]) -> Hit:
    first = members[0]
    found = {one.nth for one in members}
    # 1 to the last; far more than there are projects would be a slip of one number
    wanted = range(1, min(max(found), 3 * len(found) + 10))
    missing = [f"{first.chapter}.{nth}" for nth in wanted if nth not in found]
    return Hit(
        cells(members, "project_no"),
        keys(strategy_no=first.chapter, fault="gap"),
        f"กลยุทธ์ที่ {first.chapter} ขาดโครงการเลขที่ {joined(missing)}",
        expected=joined(missing),
        found=", ".join(one.project_no for one in members),
        hint="เติมโครงการที่ตกหล่น หรือเรียงเลขที่ใหม่",
        project_no="",
    )
