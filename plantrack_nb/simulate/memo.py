"""The words of a made-up document: memo, obstacles, advice, summary."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta

from plantrack_nb.core.calendar import months_in_round, round_period, thai_date, thai_period
from plantrack_nb.core.vocabulary import BudgetState, NarrativeKind
from plantrack_nb.simulate.draft import Draft, Row, number
from plantrack_nb.simulate.offices import Office
from plantrack_nb.simulate.words import ADVICE, NOTICE, OBSTACLES
from plantrack_nb.thai.numbers import format_baht, format_percent


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
