"""Totals told in the document's own paragraphs against the progress table, and pages in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from plantrack_nb.check.facts import ROUND, round_key
from plantrack_nb.check.reading.running_text.phrases import quoted_end
from plantrack_nb.check.reading.running_text.readings import readings
from plantrack_nb.check.reading.running_text.texts import NARRATIVE, Text, key_of, texts
from plantrack_nb.check.reading.tallies import (
    ALL,
    BUDGET,
    COUNT,
    LEFT,
    PERCENT,
    SPENT,
    Tallies,
    strategies,
    strategy_part,
    tallies,
)
from plantrack_nb.check.rules import (
    Facts,
    Hit,
    Hits,
    Row,
    Settings,
    Severity,
    Spot,
    cell,
    cells,
    rule,
)
from plantrack_nb.core.records import gathered
from plantrack_nb.core.vocabulary import Band, ClaimKind, NarrativeKind, Status
from plantrack_nb.measures.rounding import agrees
from plantrack_nb.quantities.counted_nouns import BAHT
from plantrack_nb.quantities.equations import equals
from plantrack_nb.quantities.quantity import Quantity, Reading, Role
from plantrack_nb.quantities.slips import Slip, slip
from plantrack_nb.thai.numbers import format_count, format_percent

_PROJECT, _STRATEGY, _SPENT_TH = "project", "กลยุทธ์", "ยอดเบิกจ่าย"
_NEAR = 25
_STATUSES = (
    (Status.NOT_STARTED.value, re.compile(r"ยังไม่(?:ได้)?(?:เริ่ม)?(?:ดำเนิน|ทำ)|ไม่ได้ดำเนิน")),
    (Status.IN_PROGRESS.value, re.compile(r"ระหว่าง|กำลัง")),
    (Status.DONE.value, re.compile(r"(?<!ไม่)สำเร็จ|เสร็จ")),
    (Band.AWAITING.value, re.compile(r"รอ(?:การ)?(?:รับ)?จัดสรร|รองบ")),
    (Band.NO_BUDGET.value, re.compile(r"ไม่ใช้งบ|ไม่มีงบ")),
)
_WHOLE = re.compile(r"(?:จำนวน|ทั้งหมด|ทั้งสิ้น|รวม|มี|^)(?:แผนงาน|โครงการ|ทั้งสิ้น|ทั้งหมด|จำนวน|รวม| )*$")
_SOME = re.compile(r"เพิ่มเติม|ยกเลิก|ใหม่|นำร่อง|เร่งด่วน|ของกลุ่ม|ที่มี|เฉพาะ|บางส่วน|ล่าช้า|ต่อเนื่อง|ไม่")
_STRATEGIES = re.compile(
    r"(?:ภายใต้|ตาม|จำแนก|แบ่ง|รวม|ทั้งหมด|ครบ|ใน|มี|แผน|ขับเคลื่อน|ประกอบด้วย|จำนวน)[ก-๎ ]*$"
)
_SPENDING = re.compile(r"(?<!ไม่)(?<!ไม่ได้)ใช้งบ(?:ประมาณ)?(?:มี|จำนวน| )*$")
_OF_THEM = re.compile(r"[ (,]*(?:คิดเป็น|หรือ|เป็น)?(?:ร้อย ?ละ)? ?\(?")
_NAMED = re.compile(r"กลยุทธ์(?:ที่)? ?(\d{1,2})(?![\d.]| ?[-–,] ?\d)")
_ALL_AGAIN = re.compile("(?<!กลยุทธ์)รวม|ทั้งสิ้น|ทั้งหมด|ภาพรวม|ทุกกลยุทธ์")
_OF_OTHERS = re.compile(r" ?(?:ของ|ตามแผน|สพฐ)")
_GOES_ON = re.compile(
    r"[ ,และ]*(?:กลยุทธ์(?:ที่)? ?\d{1,2} ?)?(?:รวม|เป็นเงิน|เป็นจำนวนเงิน|จำนวน|ทั้งสิ้น|รวมทั้งสิ้น| )*"
)
"""What joins an amount to the one before it: both are told of with one verb."""
_LARGE = 1000
_UNSPENT = re.compile(r"ยัง(?:ไม่|มิ)(?:ได้)?(?:เบิก|ใช้|จ่าย)[ก-๎ ]{0,24}$")
_GIVEN = re.compile(r"งบ(?:ประมาณ)?|วงเงิน|จัดสรร")
_SPENT = re.compile(r"เบิก|จ่าย|ใช้(?:ไป|เงิน|งบ)")
_NOT_WHOLE = re.compile(
    r"งบลงทุน|งบดำเนินงาน|งบบุคลากร|งบพัฒนา|งบเงินอุดหนุน|ผูกพัน|ไตรมาส|งวด|ครั้งที่|คาดว่า|เพิ่มเติม"
)


@dataclass(frozen=True)
class _Told:
    """A figure of a paragraph, what it counts, and what the rows give."""

    figure: Quantity
    what: str
    right: float
    family: str = "whole"
    is_overall: bool = False

    @property
    def holds(self) -> bool:
        if self.figure.is_share:
            return agrees(self.figure.value, self.right, 10.0**-self.figure.decimals)
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
    known, read = facts.once(tallies), facts.once(readings)
    for row in texts(facts, "โครงการ|กลยุทธ์|งบ|เบิก|จ่าย", (NARRATIVE,)):
        found = known.get(round_key(row))
        if found is None or row.project_no or row.kind not in _PARAGRAPHS:
            continue
        told = list(_told(read[row.text], found))
        for one in told:
            if not one.holds and _is_anchored(one, told):
                yield _hit(facts, row, one)
            elif not one.holds and (_is_swapped(one) or one.is_overall):
                yield replace(_hit(facts, row, one), severity=Severity.WARNING)


_PARAGRAPHS = (NarrativeKind.MEMO.value, NarrativeKind.SUMMARY.value)


def _is_anchored(one: _Told, told: Sequence[_Told]) -> bool:
    """Tell whether other figures of its sort come out, and more of them than do not."""
    others = [
        other for other in told if other.figure is not one.figure and other.family == one.family
    ]
    right = sum(other.holds for other in others)
    return right > len(others) - right


def _is_swapped(one: _Told) -> bool:
    """Tell whether a figure is the rows' with two digits swapped: that alone is reason to ask."""
    return one.right >= _LARGE and slip(one.figure.value, one.right) is Slip.SWAP


def _told(reading: Reading, found: Tallies) -> Iterator[_Told]:
    """Give what a paragraph tells of the plan, or of the strategy that it names last."""
    verb = ""
    for at, one in enumerate(reading.quantities):
        gap = reading.gap(at).rpartition(")")[2]
        part = _part(reading, one, found)
        if part is None or not one.is_exact or one.is_rate or _NOT_WHOLE.search(gap[-_NEAR:]):
            continue
        if one.is_share:
            yield from _percent(reading, at, found[part])
        elif one.unit == _PROJECT:
            yield from _projects(one, gap, found, part)
            yield from _share_of_projects(reading, at, found)
        elif one.unit == _STRATEGY and _STRATEGIES.search(gap):
            yield _Told(one, "จำนวนกลยุทธ์", strategies(found))
        elif one.unit == BAHT:
            verb = verb if _GOES_ON.fullmatch(gap) else gap
            yield from _money(one, verb, found[part])


def _part(reading: Reading, one: Quantity, found: Tallies) -> str | None:
    """Name the part of the plan that a figure is told of; ``None`` where no such part is known."""
    words = reading.text[reading.text.rfind("\n", 0, one.start) + 1 : one.start]
    named = [*_NAMED.finditer(words)]
    if not named or _ALL_AGAIN.search(words, named[-1].end()):
        return ALL
    part = strategy_part(named[-1][1])
    return part if part in found and not _OF_OTHERS.match(words, named[-1].end()) else None


def _projects(one: Quantity, gap: str, found: Tallies, part: str) -> Iterator[_Told]:
    if part != ALL:
        if _WHOLE.search(gap) and not _SOME.search(gap[-_NEAR:]):
            yield _Told(one, f"จำนวนโครงการของ{part}", found[part][COUNT])
        return
    for status, words in _STATUSES:
        if words.search(gap):
            yield _Told(one, "จำนวนโครงการตามสถานะ", found[status][COUNT], "status")
            return
    if _SPENDING.search(gap) and not found[Band.AWAITING.value][COUNT]:
        right = found[ALL][COUNT] - found[Band.NO_BUDGET.value][COUNT]
        yield _Told(one, "จำนวนโครงการที่ใช้งบประมาณ", right, "status")
    elif _WHOLE.search(gap) and not _SOME.search(gap[-_NEAR:]):
        yield _Told(one, "จำนวนโครงการ", found[ALL][COUNT])


def _percent(reading: Reading, at: int, tally: Mapping[str, float]) -> Iterator[_Told]:
    """Hold a percent right behind the money spent against the part's; one that opens, too."""
    percent = reading.quantities[at]
    before = reading.quantities[at - 1] if at else None
    if before is not None and before.unit == BAHT and "ร้อยละ" in reading.gap(at):
        words = reading.gap(at - 1).rpartition(")")[2]
    elif before is None:
        words = reading.gap(at)
    else:
        return
    if _SPENT.search(words) and not _NOT_WHOLE.search(words[-_NEAR:]):
        overall = "ภาพรวม" in words or "โดยรวม" in words
        yield _Told(percent, "ร้อยละการเบิกจ่าย", tally[PERCENT], is_overall=overall)


def _share_of_projects(reading: Reading, at: int, found: Tallies) -> Iterator[_Told]:
    """Hold a percent right behind a count of projects against their share of all."""
    if at + 1 >= len(reading.quantities):
        return
    count, percent = reading.quantities[at : at + 2]
    is_told = _OF_THEM.fullmatch(reading.between(count, percent))
    if percent.is_share and percent.is_exact and is_told:
        right = 100 * count.value / max(found[ALL][COUNT], 1)
        yield _Told(percent, "ร้อยละของโครงการ", right, "status")


def _money(one: Quantity, gap: str, tally: Mapping[str, float]) -> Iterator[_Told]:
    if one.role is Role.LEFT or _UNSPENT.search(gap):
        yield _Told(one, "เงินคงเหลือ", tally[LEFT])
    elif _SPENT.search(gap):
        yield _Told(one, _SPENT_TH, tally[SPENT])
    elif _GIVEN.search(gap):
        yield _Told(one, "งบประมาณ", tally[BUDGET])


def _hit(facts: Facts, row: Text, one: _Told) -> Hit:
    show = format_percent if one.figure.is_share else format_count
    found, right = one.figure.within(row.text), show(one.right)
    return Hit(
        row.spot(found),
        key_of(row, row.text[: one.figure.end]),
        f"ข้อความเขียน{one.what} {found} แต่ตารางความก้าวหน้ารวมได้ {right} {one.figure.word}:"
        f" {quoted_end(row.text[: one.figure.end])}",
        expected=right,
        found=show(one.figure.value),
        beside=_beside(facts, row, one),
    )


def _beside(facts: Facts, row: Text, one: _Told) -> list[Spot]:
    """Name the cells that a figure is held against."""
    if one.family == "status":
        marked = (each for each in facts.activities if round_key(each) == round_key(row))
        return cells((each for each in marked if each.status), "status")
    if one.figure.unit == _PROJECT:
        own = (each for each in facts.projects if round_key(each) == round_key(row))
        return cells(own, "project_no")
    column = "budget" if one.what == "งบประมาณ" else "disbursed"
    return cells((each for each in facts.lines if round_key(each) == round_key(row)), column)


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
            f"contents/page/{row.strategy_no or row.text}",
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
