"""Projects as rows of a plan: what must be filled in, and how they are numbered and named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plantrack_nb.check.facts import PROJECT, ROUND, Facts, project_key, ref_of, round_key, round_of
from plantrack_nb.check.reading.phrases import joined, keys, quoted
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.records import Row, extended, firsts, gathered
from plantrack_nb.core.vocabulary import BudgetState
from plantrack_nb.thai.text import squeeze

_NEEDED = {
    "name": "ชื่อโครงการ",
    "targets": "เป้าหมาย",
    "indicators": "ตัวชี้วัดความสำเร็จ",
    "all_groups": "กลุ่มที่รับผิดชอบ",
}
_NUMBER = re.compile(r"^(?P<chapter>\d+)\.(?P<nth>\d{1,3})$")
_NO_STRATEGY = "-"
_NO_BUDGET = re.compile(r"ไม่(?:ขอ)?(?:ได้)?(?:ใช้|มี)(?:เงิน)?งบ")


@rule(
    "project-missing",
    Family.STRUCTURE,
    Severity.WARNING,
    title="ข้อมูลโครงการไม่ครบ",
    title_en="A project lacks its name, targets, indicators or owner",
    why="โครงการที่ไม่มีเป้าหมาย ตัวชี้วัด หรือผู้รับผิดชอบ ติดตามและประเมินผลไม่ได้",
    example="ช่องตัวชี้วัดความสำเร็จว่าง",
    todo="กรอกข้อมูลที่ขาดให้ครบ",
)
def missing_parts(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Find empty cells that every project must have; persons may be hidden and do not count."""
    for column, title in _NEEDED.items():
        for row in facts.projects:
            if getattr(row, column).strip():
                continue
            yield Finding(
                "project-missing",
                keys(project_no=row.project_no, column=column),
                Severity.WARNING,
                f"โครงการ {row.project_no} ไม่มี{title}",
                project_no=row.project_no,
                expected=title,
                found="ว่าง",
                hint=f"กรอก{title}",
                refs=(ref_of(row),),
                district=round_of(row),
            )


@rule(
    "project-without-activity",
    Family.STRUCTURE,
    Severity.WARNING,
    title="โครงการไม่มีกิจกรรม",
    title_en="A project without activities",
    why="ไม่รู้ว่าโครงการทำอะไรไปแล้ว",
    example="ช่องการดำเนินการว่าง",
    todo="เขียนกิจกรรมพร้อมสถานะ",
)
def without_activity(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Find projects of which no activity has a text."""
    written = {
        key
        for key, activities in facts.activities_of.items()
        if any(one.text.strip() for one in activities)
    }
    for row in facts.projects:
        if project_key(row) not in written:
            yield _about_project(
                "project-without-activity",
                row,
                "ไม่มีรายการกิจกรรมในช่องการดำเนินการ",
                expected="มีกิจกรรม",
                found="ว่าง",
                hint="เขียนกิจกรรมพร้อมสถานะ",
            )


@rule(
    "budget-unsaid",
    Family.STRUCTURE,
    Severity.WARNING,
    title="ไม่บอกว่าใช้งบประมาณหรือไม่",
    title_en="Not said whether a budget is given, awaited or not needed",
    why="ช่องว่างอาจแปลว่าไม่ใช้งบ รอจัดสรร หรือลืมกรอก การนับกลุ่มงบประมาณจึงผิดได้",
    example="ช่องงบประมาณว่าง",
    todo="กรอกจำนวนเงิน “รอจัดสรร” หรือ “ไม่ใช้งบ”",
)
def budget_unsaid(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Find projects taken as without a budget though no cell of theirs says so."""
    for row in facts.projects:
        if row.budget_state != BudgetState.NONE.value:
            continue
        lines = facts.lines_of.get(project_key(row), [])
        if not any(_NO_BUDGET.search(squeeze(one.raw)) for one in (row, *lines)):
            yield _about_project(
                "budget-unsaid",
                row,
                "ไม่มีทั้งจำนวนเงิน คำว่า “รอจัดสรร” หรือ “ไม่ใช้งบ” ในช่องงบประมาณ",
                expected="จำนวนเงิน รอจัดสรร หรือ ไม่ใช้งบ",
                found="ว่าง",
                hint="กรอกช่องงบประมาณให้ชัดเจน",
            )


@rule(
    "project-name-repeated",
    Family.STRUCTURE,
    Severity.WARNING,
    title="ชื่อโครงการซ้ำกัน",
    title_en="Two projects with one name",
    why="โครงการชื่อเดียวกันอาจเป็นการคัดลอกผิด หรือนับซ้ำ",
    example="โครงการ 2.1 และ 3.4 ชื่อเดียวกัน",
    todo="แก้ชื่อให้ต่างกัน หรือรวมเป็นโครงการเดียว",
)
def repeated_name(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Compare names without spaces within a round."""
    named = (extended(row, key=squeeze(row.name)) for row in facts.projects)
    alike = gathered((row for row in named if row.key != ""), [*ROUND, "key"])
    for members in alike.values():
        if len({one.project_no for one in members}) < 2:
            continue  # the same row twice is told by its number
        first = members[0]
        yield Finding(
            "project-name-repeated",
            keys(name=first.key[:60]),
            Severity.WARNING,
            f"โครงการ {joined(one.project_no for one in members)} ใช้ชื่อเดียวกัน: {quoted(first.name)}",
            project_no=members[-1].project_no,
            expected="ชื่อต่างกัน",
            found=quoted(first.name, 30),
            hint="แก้ชื่อให้ต่างกัน หรือรวมเป็นโครงการเดียว",
            refs=tuple(map(ref_of, members)),
            district=round_of(first),
        )


@rule(
    "project-number",
    Family.STRUCTURE,
    Severity.WARNING,
    title="เลขที่โครงการซ้ำ ข้าม หรือไม่ตรงกลยุทธ์",
    title_en="Project numbers repeat, skip, or do not fit their strategy",
    why="เลขที่โครงการใช้อ้างถึงทั้งฉบับและเทียบข้ามไตรมาส",
    example="กลยุทธ์ที่ 2 มีโครงการ 2.1, 2.2, 2.4 (ขาด 2.3)",
    todo="แก้เลขที่ให้เรียงกันและตรงกับกลยุทธ์",
)
def project_number(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Check numbers of the form strategy.project in each strategy of each round.

    A number that stands a second time has ``#2`` behind it in the tables.
    """
    again = [same[1] for same in gathered(facts.projects, PROJECT).values() if len(same) > 1]
    for row in [*again, *(one for one in facts.projects if "#" in one.project_no)]:
        yield _about_project(
            "project-number",
            row,
            "มีเลขที่ซ้ำกับอีกโครงการหนึ่ง",
            expected="เลขที่ไม่ซ้ำ",
            found=row.project_no.partition("#")[0],
            hint="แก้เลขที่โครงการ",
            fault="repeated",
            severity=Severity.ERROR,
        )
    numbered = [
        extended(row, chapter=number["chapter"], nth=int(number["nth"]))
        for row in facts.projects
        if (number := _NUMBER.search(row.project_no))
    ]
    for row in numbered:
        if row.strategy_no in (row.chapter, _NO_STRATEGY):
            continue
        yield _about_project(
            "project-number",
            row,
            f"อยู่ในกลยุทธ์ที่ {row.strategy_no} แต่เลขที่ขึ้นต้นด้วย {row.chapter}",
            expected=f"{row.strategy_no}.…",
            found=row.project_no,
            hint="แก้เลขที่ หรือย้ายโครงการไปกลยุทธ์ที่ถูกต้อง",
            fault="strategy",
        )
    chapters = gathered(firsts(numbered, PROJECT).values(), [*ROUND, "chapter"])
    for _key, same in sorted(chapters.items()):
        if max(one.nth for one in same) > len(same):
            yield _gap(same)


def _gap(members: list[Row]) -> Finding:
    first = members[0]
    found = {one.nth for one in members}
    # 1 to the last; far more than there are projects would be a slip of one number
    wanted = range(1, min(max(found), 3 * len(found) + 10))
    missing = [f"{first.chapter}.{nth}" for nth in wanted if nth not in found]
    return Finding(
        "project-number",
        keys(strategy_no=first.chapter, fault="gap"),
        Severity.WARNING,
        f"กลยุทธ์ที่ {first.chapter} ขาดโครงการเลขที่ {joined(missing)}",
        expected=joined(missing),
        found=", ".join(one.project_no for one in members),
        hint="เติมโครงการที่ตกหล่น หรือเรียงเลขที่ใหม่",
        refs=tuple(map(ref_of, members)),
        district=round_of(first),
    )


@rule(
    "strategy-empty",
    Family.STRUCTURE,
    Severity.WARNING,
    title="กลยุทธ์ไม่มีโครงการ หรือโครงการอยู่นอกกลยุทธ์",
    title_en="A strategy without projects",
    why="หัวข้อกลยุทธ์ที่ว่างแปลว่าโครงการตกหล่น",
    example="มีหัวข้อกลยุทธ์ที่ 4 แต่ไม่มีโครงการใดอยู่ใต้หัวข้อ",
    todo="เติมโครงการของกลยุทธ์ หรือลบหัวข้อ",
)
def empty_strategy(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Find strategies that no project belongs to."""
    place = [*ROUND, "strategy_no"]
    used = gathered(facts.projects, place)
    for row in facts.strategies:
        if (*round_key(row), row.strategy_no) in used:
            continue
        yield Finding(
            "strategy-empty",
            keys(strategy_no=row.strategy_no),
            Severity.WARNING,
            f"กลยุทธ์ที่ {row.strategy_no} {quoted(row.name)} ไม่มีโครงการ",
            expected="มีโครงการ",
            found="0 โครงการ",
            hint="เติมโครงการของกลยุทธ์ หรือลบหัวข้อ",
            refs=(ref_of(row),),
            district=round_of(row),
        )


@rule(
    "project-name-start",
    Family.STRUCTURE,
    Severity.WARNING,
    title="ชื่อโครงการขึ้นต้นไม่เหมือนโครงการอื่น",
    title_en="A project's name lacks the word that begins all others",
    why="ชื่อที่ไม่มีคำว่าโครงการอาจเป็นชื่อที่ถูกตัดส่วนหน้า หรือเป็นหัวข้อที่หลุดเข้ามาในตาราง",
    example="ทุกชื่อขึ้นต้นด้วย “โครงการ” ยกเว้นชื่อเดียว",
    todo="ตรวจชื่อเต็มกับแผนปฏิบัติการ",
    at_least_projects=10,
    others_percent=90.0,
)
def name_start(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Find the few names that do not begin as nearly all names of the round do."""
    named = [row for row in facts.projects if row.name.strip()]
    usual = {
        key: 100.0 * sum(map(_begins_as_usual, some)) / len(some) >= settings["others_percent"]
        for key, some in gathered(named, ROUND).items()
        if len(some) >= settings["at_least_projects"]
    }
    odd = (row for row in named if usual.get(round_key(row)) and not _begins_as_usual(row))
    for row in odd:
        yield _about_project(
            "project-name-start",
            row,
            f"ชื่อ {quoted(row.name)} ไม่ขึ้นต้นด้วยคำว่า “โครงการ” เหมือนโครงการอื่น",
            expected="โครงการ…",
            found=quoted(row.name, 30),
            hint="ตรวจชื่อเต็มกับแผนปฏิบัติการ",
        )


def _begins_as_usual(row: Row) -> bool:
    return squeeze(row.name).startswith("โครงการ")


def _about_project(
    code: str,
    row: Row,
    words: str,
    *,
    expected: str,
    found: str,
    hint: str,
    fault: str = "",
    severity: Severity = Severity.WARNING,
) -> Finding:
    return Finding(
        code,
        keys(project_no=row.project_no, fault=fault),
        severity,
        f"โครงการ {row.project_no} {words}",
        project_no=row.project_no,
        expected=expected,
        found=found,
        hint=hint,
        refs=(ref_of(row),),
        district=round_of(row),
    )
