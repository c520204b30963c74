"""Totals told in the document's own paragraphs against the progress table, and pages in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plantrack_nb.check.facts import ROUND, round_key
from plantrack_nb.check.reading.phrases import quoted_end
from plantrack_nb.check.reading.tallies import (
    ALL,
    BUDGET,
    COUNT,
    LEFT,
    SPENT,
    Tallies,
    strategies,
    tallies,
)
from plantrack_nb.check.reading.texts import NARRATIVE, Text, key_of, texts
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, Severity, cell, rule
from plantrack_nb.core.records import gathered
from plantrack_nb.core.vocabulary import Band, ClaimKind, NarrativeKind, Status
from plantrack_nb.quantities.equations import equals
from plantrack_nb.quantities.quantity import Quantity, Role
from plantrack_nb.quantities.reading import read
from plantrack_nb.quantities.units import BAHT
from plantrack_nb.thai.numbers import format_count

_PROJECT, _STRATEGY = "project", "กลยุทธ์"
_STATUSES = (
    (Status.NOT_STARTED.value, re.compile(r"ยังไม่(?:ได้)?(?:เริ่ม)?(?:ดำเนิน|ทำ)|ไม่ได้ดำเนิน")),
    (Status.IN_PROGRESS.value, re.compile(r"ระหว่าง|กำลัง")),
    (Status.DONE.value, re.compile(r"(?<!ไม่)สำเร็จ|เสร็จ")),
    (Band.AWAITING.value, re.compile(r"รอ(?:การ)?(?:รับ)?จัดสรร|รองบ")),
    (Band.NO_BUDGET.value, re.compile(r"ไม่ใช้งบ|ไม่มีงบ")),
)
_WHOLE = re.compile(r"^(?:[\s()\d.,:–-]|จำนวน|ทั้งหมด|ทั้งสิ้น|รวม|โครงการ|มี|เป็น|ได้แก่|คือ|แผน|กิจกรรม|ใน|ตาม)*$")
_STRATEGIES = re.compile(r"(?:ภายใต้|ตาม|จำแนก|แบ่ง|รวม|ทั้งหมด|ครบ|ใน|มี)[ก-๎ ]*$")
_GIVEN = re.compile(r"งบ(?:ประมาณ)?|วงเงิน|จัดสรร")
_SPENT = re.compile(r"เบิก|จ่าย|ใช้(?:ไป|เงิน|งบ)")
_NOT_WHOLE = re.compile(r"กลยุทธ์ที่|งบลงทุน|งบดำเนินงาน|งบบุคลากร|งบพัฒนา|งบเงินอุดหนุน|ผูกพัน|ไตรมาส|งวด|ครั้งที่|คาดว่า|เพิ่มเติม")


@dataclass(frozen=True)
class _Told:
    """A figure of a paragraph, what it counts, and what the rows give."""

    figure: Quantity
    what: str
    right: float

    @property
    def holds(self) -> bool:
        return equals(self.figure.value, self.right)


@rule(
    "claim-memo-figure",
    Severity.ERROR,
    title="ยอดของแผนที่เขียนในข้อความไม่ตรงกับตารางความก้าวหน้า",
    title_en="A total told in a paragraph is not that of the rows",
    why="ผู้อำนวยการอ่านจำนวนโครงการ งบประมาณ และผลเบิกจ่ายจากบันทึกข้อความ จึงต้องตรงกับตาราง",
    example="“จำนวน 40 โครงการ งบประมาณ 1,000,000 บาท” แต่ตารางมี 38 โครงการ งบรวม 1,000,000 บาท",
    todo="นับและบวกตารางความก้าวหน้าใหม่ แล้วแก้ข้อความหรือตารางให้ตรงกัน",
)
def memo_figure(facts: Facts, _: Settings) -> Hits:
    """Find figures that do not agree though others of the same sentence agree with the rows."""
    known = facts.once(tallies)
    for row in texts(facts, "โครงการ|กลยุทธ์|งบ", (NARRATIVE,)):
        found = known.get(round_key(row))
        if found is None or row.project_no or row.kind not in _PARAGRAPHS:
            continue
        told = list(_told(row.text, found))
        for one in told:
            if not one.holds and _is_anchored(one, told):
                yield _hit(facts, row, one)


_PARAGRAPHS = (NarrativeKind.MEMO.value, NarrativeKind.SUMMARY.value)


def _is_anchored(one: _Told, told: Sequence[_Told]) -> bool:
    """Tell whether other figures of the paragraph come out, and no fewer than do not."""
    others = [other for other in told if other.figure is not one.figure]
    right = sum(other.holds for other in others)
    return right > 0 and right >= len(others) - right


def _told(text: str, found: Tallies) -> Iterator[_Told]:
    reading = read(text)
    for at, one in enumerate(reading.quantities):
        if not one.is_exact or one.is_rate or one.is_share or _NOT_WHOLE.search(reading.gap(at)):
            continue
        gap = reading.gap(at).rpartition(")")[2]
        if one.unit == _PROJECT:
            yield from _projects(one, gap, found)
        elif one.unit == _STRATEGY and _STRATEGIES.search(gap):
            yield _Told(one, "จำนวนกลยุทธ์", strategies(found))
        elif one.unit == BAHT:
            yield from _money(one, gap, found)


def _projects(one: Quantity, gap: str, found: Tallies) -> Iterator[_Told]:
    for part, words in _STATUSES:
        if words.search(gap):
            yield _Told(one, "จำนวนโครงการตามสถานะ", found[part][COUNT])
            return
    if _WHOLE.match(gap):
        yield _Told(one, "จำนวนโครงการ", found[ALL][COUNT])


def _money(one: Quantity, gap: str, found: Tallies) -> Iterator[_Told]:
    if one.role is Role.LEFT:
        yield _Told(one, "เงินคงเหลือ", found[ALL][LEFT])
    elif _SPENT.search(gap):
        yield _Told(one, "ยอดเบิกจ่าย", found[ALL][SPENT])
    elif _GIVEN.search(gap):
        yield _Told(one, "งบประมาณ", found[ALL][BUDGET])


def _hit(facts: Facts, row: Text, one: _Told) -> Hit:
    found, right = one.figure.within(row.text), format_count(one.right)
    lines = [line for line in facts.lines if round_key(line) == round_key(row)]
    beside = [cell(line, "disbursed" if one.what == "ยอดเบิกจ่าย" else "budget") for line in lines]
    is_money = one.figure.unit == BAHT
    return Hit(
        row.spot(found),
        key_of(row, row.text[: one.figure.end]),
        f"ข้อความเขียน{one.what} {found} แต่ตารางความก้าวหน้ารวมได้ {right} {one.figure.word}:"
        f" {quoted_end(row.text[: one.figure.end])}",
        expected=right,
        found=format_count(one.figure.value),
        beside=beside if is_money else (),
    )


@rule(
    "claim-contents-pages",
    title="เลขหน้าในสารบัญไม่เรียงลำดับ",
    title_en="Pages of the contents go backwards",
    why="เลขหน้าที่ย้อนกลับทำให้ผู้อ่านหาส่วนนั้นไม่พบ",
    example="ส่วนที่สามอยู่หน้า 9 แต่ส่วนที่สี่อยู่หน้า 2",
    todo="ตรวจเลขหน้าของส่วนนั้นกับตัวเล่ม แล้วแก้สารบัญ",
)
def contents_pages(facts: Facts, _: Settings) -> Hits:
    """Find the page without which all others would stand in order."""
    pages = (
        row
        for row in facts.printed
        if row.kind == ClaimKind.CONTENTS.value and row.column == "page" and row.value > 0
    )
    for some in gathered(pages, ROUND).values():
        wrong = _out_of_order(some)
        if wrong is None:
            continue
        row, low, high = wrong
        span = f"{format_count(low)}–{format_count(high)}" if high > low else format_count(low)
        where = f"กลยุทธ์ที่ {row.strategy_no}" if row.strategy_no.isdecimal() else f"“{row.text}”"
        yield Hit(
            cell(row, "value"),
            f"contents/page/{row.strategy_no or row.part}",
            f"สารบัญพิมพ์ว่า{where} อยู่หน้า {format_count(row.value)} ซึ่งย้อนลำดับ"
            f" เพราะส่วนก่อนหน้าอยู่หน้า {format_count(low)}",
            expected=f"หน้า {span}",
            found=f"หน้า {format_count(row.value)}",
        )


def _out_of_order(some: Sequence[Row]) -> tuple[Row, float, float] | None:
    """Find the one page whose removal puts the others in order, with the pages around it."""
    values = [row.value for row in some]
    if values == sorted(values):
        return None
    for at in range(len(some)):
        others = values[:at] + values[at + 1 :]
        if others == sorted(others) and at:
            return some[at], values[at - 1], max(values[at - 1], *others[at : at + 1])
    return None
