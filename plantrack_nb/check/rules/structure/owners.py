"""Owners that are no group, and amounts whose activity has no budget of its own."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack_nb.check.facts import Facts, RoundKey, project_key, ref_of, round_key, round_of
from plantrack_nb.check.reading.phrases import about, keys, quoted
from plantrack_nb.check.reading.texts import figures_of
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.records import Row
from plantrack_nb.core.vocabulary import split_items
from plantrack_nb.measures.places import OWNERS
from plantrack_nb.thai.groups import is_school
from plantrack_nb.thai.numbers import format_baht
from plantrack_nb.thai.text import squeeze
from plantrack_nb.thai.units import BAHT

_AS_SUM = "เป็นเงิน"


@rule(
    "owner-school",
    Family.STRUCTURE,
    Severity.WARNING,
    title="ช่องผู้รับผิดชอบเป็นชื่อโรงเรียน",
    title_en="A school stands where the responsible group should",
    why="ผู้รับผิดชอบในแผนของสำนักงานคือกลุ่มงาน ชื่อโรงเรียนมักเป็นท้ายข้อความกิจกรรมที่หลุดมา",
    example="ช่องผู้รับผิดชอบพิมพ์ว่า “ร.ร.วัดสมมติ” ขณะที่รายการอื่นเป็นกลุ่มงาน",
    todo="ย้ายชื่อโรงเรียนไปไว้ในกิจกรรม แล้วกรอกกลุ่มที่รับผิดชอบ",
    at_most_places=2,
)
def owner_school(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Find the few schools among the owners; where they are many it is the office's way."""
    found: dict[RoundKey, dict[str, Row]] = {}
    for row in (*facts.projects, *facts.activities):
        for owner in split_items(row.owner_groups):
            if is_school(owner):
                found.setdefault(round_key(row), {}).setdefault(owner, row)
    for schools in found.values():
        if len(schools) <= settings["at_most_places"]:
            for owner, row in schools.items():
                yield _school(owner, row, facts.places.near(row, OWNERS, owner))


def _school(owner: str, row: Row, ref: SourceRef) -> Finding:
    return Finding(
        "owner-school",
        keys(project_no=row.project_no, owner=squeeze(owner)),
        Severity.WARNING,
        f"โครงการ {row.project_no} ช่องผู้รับผิดชอบเป็นชื่อโรงเรียน “{owner}” ไม่ใช่กลุ่มงาน",
        project_no=row.project_no,
        expected="กลุ่มที่รับผิดชอบ",
        found=owner,
        hint="ย้ายชื่อโรงเรียนไปไว้ในกิจกรรม แล้วกรอกกลุ่มที่รับผิดชอบ",
        refs=(ref,),
        district=round_of(row),
    )


@rule(
    "amount-text-unplaced",
    Family.AMOUNTS,
    Severity.WARNING,
    title="กิจกรรมบอกยอดเงิน แต่ไม่มีช่องงบประมาณของตนเอง",
    title_en="An activity tells its amount, its budget cell is empty beside filled ones",
    why="ยอดที่อยู่ในข้อความเท่านั้นไม่ถูกนับในงบประมาณและการเบิกจ่ายของโครงการ",
    example="“จ้าง 4 คน เป็นเงิน 560,000 บาท” ช่องงบประมาณว่าง ขณะที่ข้ออื่นมียอดทุกข้อ",
    todo="กรอกงบประมาณและผลเบิกจ่ายของกิจกรรมนี้ หรือบอกว่ารวมอยู่ในยอดใด",
    at_least_siblings=2,
)
def unplaced_amount(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Find sums in words where the activity's siblings have lines of their own."""
    for activities in facts.activities_of.values():
        told = [one for one in activities if _AS_SUM in one.text]
        if not told:
            continue
        lines = facts.lines_of.get(project_key(told[0]), [])
        labels = {squeeze(line.label) for line in lines if line.budget > 0}
        for one in told:
            beside = [
                other
                for other in activities
                if other.parent_no == one.parent_no and squeeze(other.text) in labels
            ]
            amount = _sum_of(one.text)
            if amount and one not in beside and len(beside) >= settings["at_least_siblings"]:
                yield _unplaced(one, amount, beside)


def _sum_of(text: str) -> float:
    """Read the amount that a text calls its sum; 0 where there is none."""
    for figure in figures_of(text):
        before = text[: figure.start].rstrip()
        if figure.unit == BAHT and before.endswith((_AS_SUM, f"{_AS_SUM}ทั้งสิ้น")):
            return figure.value
    return 0.0


def _unplaced(row: Row, amount: float, beside: list[Row]) -> Finding:
    return Finding(
        "amount-text-unplaced",
        keys(project_no=row.project_no, activity_no=row.activity_no or squeeze(row.text)),
        Severity.WARNING,
        f"{about(row)} {quoted(row.text)} เป็นเงิน {format_baht(amount)} บาท"
        f" แต่ไม่มีช่องงบประมาณ ขณะที่อีก {len(beside)} กิจกรรมในข้อเดียวกันมี",
        project_no=row.project_no,
        expected=f"งบประมาณ {format_baht(amount)} บาท",
        found="ว่าง",
        hint="กรอกงบประมาณและผลเบิกจ่ายของกิจกรรมนี้ หรือบอกว่ารวมอยู่ในยอดใด",
        refs=(ref_of(row),),
        district=round_of(row),
    )
