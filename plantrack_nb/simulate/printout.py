"""What a made-up document says beside its rows: its words, and each figure it prints of itself."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import product

from plantrack_nb.core.calendar import months_in_round, round_period, thai_date, thai_period
from plantrack_nb.core.records import Row as Record
from plantrack_nb.core.records import gathered, known
from plantrack_nb.core.tables import frame
from plantrack_nb.core.vocabulary import (
    DISBURSED_PCT,
    PROJECTS,
    TOTAL,
    BudgetState,
    ClaimKind,
    NarrativeKind,
)
from plantrack_nb.measures.projects import of_round
from plantrack_nb.measures.summary import COUNTS, figure
from plantrack_nb.quantities.reading import read
from plantrack_nb.simulate.areas import Office
from plantrack_nb.simulate.draft import Draft, Row, number, text
from plantrack_nb.simulate.invented_words import ADVICE, NOTICE, OBSTACLES
from plantrack_nb.thai.numbers import format_baht, format_percent

_ITEM = re.compile(r"(\d+(?:\.\d+)*)[.\s]")
_TABLES_AT = 9000
_COUNTED = ("projects", "budget_lines", "activities")
_Figure = tuple[float | None, str]
"""Value and unit."""


def claims(draft: Draft) -> list[Row]:
    """Print memo, contents, words of projects, summary and both tables, as a reader finds them."""
    projects = of_round({name: frame(name, draft.of(name), draft.key) for name in _COUNTED})
    told = {kind: list(_narrated(draft, kind)) for kind in (ClaimKind.MEMO, ClaimKind.SUMMARY)}
    return [
        *told[ClaimKind.MEMO],
        *_contents(draft),
        *_worded(draft),
        *told[ClaimKind.SUMMARY],
        *_level_table(projects),
        *_strategy_table(projects),
    ]


def in_paragraph(kind: ClaimKind, words: str, ref: str) -> list[Row]:
    """Find the figures of one paragraph of memo or summary."""
    item = _ITEM.match(words)
    subject = f"item={item[1]}" if item else f"paragraph={ref}"
    return list(_figures(kind, subject, words, ref))


def _figures(kind: ClaimKind, subject: str, words: str, ref: str) -> Iterator[Row]:
    reading = read(words)
    for one in reading.counted:
        figure = (one.value, one.measure)
        yield _claim(kind, subject, figure, reading.words(one), ref) | {"raw": words}


def _claim(
    kind: ClaimKind, subject: str, figure: _Figure, words: str, ref: str
) -> dict[str, object]:
    return {
        "kind": kind.value,
        "subject": subject,
        "value": figure[0],
        "unit": figure[1],
        "text": words,
        "source_ref": ref,
        "raw": words,
    }


def _narrated(draft: Draft, kind: ClaimKind) -> Iterator[Row]:
    wanted = NarrativeKind.MEMO if kind is ClaimKind.MEMO else NarrativeKind.SUMMARY
    for row in draft.of("narrative"):
        if row["kind"] == wanted.value:
            yield from in_paragraph(kind, text(row, "text"), text(row, "source_ref"))


def _contents(draft: Draft) -> Iterator[Row]:
    projects = draft.of("projects")
    total = f"รายงานผลการติดตาม (รวม {len(projects)} โครงการ)"
    kind = ClaimKind.CONTENTS
    yield _claim(kind, "strategy_no=รวม", (float(len(projects)), "project"), total, "L60")
    for at, row in enumerate(draft.of("strategies"), start=1):
        mine = sum(one["strategy_no"] == row["strategy_no"] for one in projects)
        words = f"กลยุทธ์ที่ {row['strategy_no']} {row['name']} ({mine} โครงการ)"
        subject, ref = f"strategy_no={row['strategy_no']}", f"L{60 + at}"
        yield _claim(kind, subject, (float(mine), "project"), words, ref)
        yield _claim(kind, f"{subject}; column=page", (float(3 * at), "page"), words, ref)


def _worded(draft: Draft) -> Iterator[Row]:
    """Figures in targets, cell by cell down the project's rows, and in activities."""
    kind = ClaimKind.ACTIVITY_TEXT
    mains: dict[str, list[str]] = {}
    below: dict[str, list[Row]] = {}
    for row in draft.of("activities"):
        below.setdefault(text(row, "project_no"), []).append(row)
        if not text(row, "parent_no"):
            mains.setdefault(text(row, "project_no"), []).append(text(row, "source_ref"))
    for project in draft.of("projects"):
        no = text(project, "project_no")
        refs = [ref.replace(".8", ".3") for ref in mains.get(no, [])]
        for at, cell in enumerate(text(project, "targets").split("\n")):
            ref = refs[at] if at < len(refs) else text(project, "source_ref")
            yield from _figures(kind, f"project_no={no}; column=targets", cell, ref)
        for row in below.get(no, []):
            subject = f"project_no={no}; activity_no={row['activity_no']}"
            yield from _figures(kind, subject, text(row, "text"), text(row, "source_ref"))


def _level_table(projects: list[Record]) -> Iterator[Row]:
    for at, (group, held) in enumerate(_groups(projects).items()):
        for column in COUNTS:
            subject, value = f"group={group}; column={column}", float(figure(column, held))
            ref = f"L{_TABLES_AT + at}"
            yield _claim(ClaimKind.LEVEL_TABLE, subject, (value, "project"), f"{value:g}", ref)


def _strategy_table(projects: list[Record]) -> Iterator[Row]:
    kind, groups = ClaimKind.STRATEGY_TABLE, _groups(projects)
    cells = product(groups, dict.fromkeys(one.strategy_no for one in projects))
    for at, (group, strategy) in enumerate(cells):
        held = [one for one in groups[group] if one.strategy_no == strategy]
        where, ref = f"group={group}; strategy_no={strategy}", f"L{_TABLES_AT + 100 + at}"
        percent, count = known(figure(DISBURSED_PCT, held)), float(figure(PROJECTS, held))
        shown = format_percent(percent)
        value = None if percent is None else float(shown)
        yield _claim(kind, f"{where}; column=disbursed_pct", (value, "percent"), shown, ref)
        yield _claim(kind, f"{where}; column=projects", (count, "project"), f"{count:g}", ref)


def _groups(projects: list[Record]) -> dict[str, list[Record]]:
    """Gather projects by their owners, and all of them as the total."""
    return {**gathered(projects, ["owner"]), TOTAL: projects}


def narrative(draft: Draft, office: Office, draw: random.Random) -> list[Row]:
    """Write all paragraphs; what the memo says of money is what the lines add up to."""
    first = [(NarrativeKind.MEMO, "", one) for one in _memo(draft, office, draw)]
    parts = [*first, *_obstacles(draft, draw), *_closing(draft, office)]
    rows: list[Row] = []
    for at, (kind, project_no, words) in enumerate(parts, start=1):
        place = at if kind is NarrativeKind.MEMO else at + 5000  # behind the table
        rows.append(
            {
                "kind": kind.value,
                "project_no": project_no,
                "text": words,
                "source_ref": f"L{place}",
                "raw": words,
            }
        )
    return rows


def _memo(draft: Draft, office: Office, draw: random.Random) -> Iterator[str]:
    year, quarter = draft.key.fiscal_year, draft.key.quarter
    first, last = round_period(year, quarter)
    months, name = months_in_round(quarter), office.district.full_name
    yield "บันทึกข้อความ"
    yield NOTICE
    yield f"ส่วนราชการ กลุ่มนโยบายและแผน {name}"
    yield "ที่"
    yield f"วันที่ {thai_date(last + timedelta(days=draw.randint(8, 25)))}"
    yield f"เรื่อง รายงานผลการติดตามโครงการตามแผนปฏิบัติการ ปีงบประมาณ พ.ศ. {year} (รอบ {months} เดือน)"
    yield f"เรียน ผู้อำนวยการ{name}"
    yield "ข้อเท็จจริง"
    yield from _money(draft, office, draw)
    yield (
        f"กลุ่มนโยบายและแผนได้รวบรวมผลการดำเนินงาน รอบ {months} เดือน"
        f" (ระหว่างวันที่ {thai_period(first, last)}) จากทุกกลุ่มแล้ว"
    )
    yield f"ข้อกฎหมาย/ระเบียบ แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. {year}"
    yield f"ข้อเสนอ เห็นควรแจ้งผลการติดตามรอบ {months} เดือน ({thai_period(first, last)}) ให้ทุกกลุ่มทราบ"
    yield "ข้อพิจารณา จึงเรียนมาเพื่อโปรดทราบและพิจารณา"
    yield f"({office.officers[1][1]})"
    yield "นักวิเคราะห์นโยบายและแผนชำนาญการ"
    yield f"ผู้อำนวยการ{name}"
    yield f"รายงานผลการติดตามความก้าวหน้า {name}"


def _money(draft: Draft, office: Office, draw: random.Random) -> Iterator[str]:
    """Numbered items that add up: 1.1 of its parts, 2 of the budgets that projects have."""
    name, year = office.district.name, draft.key.fiscal_year
    parts = [draw.randrange(200_000, 2_500_000, 50) for _ in range(3)]
    yield f"1. {name} ได้จัดทำแผนปฏิบัติการประจำปีงบประมาณ พ.ศ. {year} ภายใต้กรอบงบประมาณสองส่วน"
    yield f"1.1 งบบริหารจัดการสำนักงานที่คาดว่าจะได้รับ จำนวน {format_baht(sum(parts))} บาท"
    for nth, (use, one) in enumerate(
        zip(("ค่าใช้จ่ายประจำ", "งานตามนโยบาย", "เงินสำรอง"), parts, strict=True), start=1
    ):
        yield f"1.1.{nth} {use} จำนวน {format_baht(one)} บาท"
    received = sum(
        number(row, "budget") for row in draft.of("budget_lines") if row.get("budget") is not None
    )
    own = float(round(received * draw.uniform(0.02, 0.05), -3))
    shared = float(round(own * draw.uniform(0.6, 0.9), -1))
    given = format_percent(100 * shared / own) if own else "0"
    yield (
        f"2. {name} มีภารกิจติดตามการใช้งบประมาณที่ได้รับจัดสรร"
        f" จำนวน {format_baht(received)} บาท ดังรายการต่อไปนี้"
    )
    yield (
        f"2.1 งบบริหารจัดการ จำนวน {format_baht(own)} บาท มอบให้กลุ่มต่าง ๆ ใช้"
        f" {format_baht(shared)} บาท คิดเป็นร้อยละ {given}"
    )
    yield f"2.2 งบตามภารกิจที่ได้รับมอบหมาย จำนวน {format_baht(received - own)} บาท"


def _obstacles(draft: Draft, draw: random.Random) -> Iterator[tuple[NarrativeKind, str, str]]:
    for row in draft.of("projects"):
        waits = row["budget_state"] == BudgetState.AWAITING.value
        if waits or draw.random() < 0.1:
            words = "ยังไม่ได้รับแจ้งการจัดสรรงบประมาณ" if waits else draw.choice(OBSTACLES)
            yield NarrativeKind.OBSTACLE, str(row["project_no"]), words


def _closing(draft: Draft, office: Office) -> Iterator[tuple[NarrativeKind, str, str]]:
    for nth, words in enumerate(OBSTACLES, start=1):
        yield NarrativeKind.OBSTACLE, "", f"{nth}. {words}"
    for nth, words in enumerate(ADVICE, start=1):
        yield NarrativeKind.RECOMMENDATION, "", f"{nth}. {words}"
    count = len(draft.of("projects"))
    yield (
        NarrativeKind.SUMMARY,
        "",
        f"{office.district.full_name} มีโครงการทั้งสิ้น {count} โครงการ ผลการดำเนินงานเป็นดังตารางต่อไปนี้",
    )
