"""The figures of the memo against each other and against the table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plantrack_nb.check.facts import ROUND, LineKey, RoundKey, round_key
from plantrack_nb.check.reading import absent, remedies
from plantrack_nb.check.reading.budget_lines import line_totals
from plantrack_nb.check.reading.rounded import cutting_rounds, is_cut
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, Severity, cell, cells, rule
from plantrack_nb.core.records import extended, firsts, gathered, total
from plantrack_nb.core.vocabulary import CLAIM_TH, ClaimKind
from plantrack_nb.measures.memo import tells_received
from plantrack_nb.measures.rounding import (
    HALF_SATANG,
    step_of,
)
from plantrack_nb.quantities.counted_nouns import (
    BAHT,
    PERCENT,
)
from plantrack_nb.thai.numbers import format_baht, format_percent


@dataclass(frozen=True)
class _Missing:
    """Money that is missing from the table: whose it is, the least and the greatest in baht."""

    name: str
    least: float
    greatest: float

    @property
    def amount(self) -> str:
        """The amount as a reader sees it."""
        ends = (format_baht(round(end)) for end in (self.least, self.greatest))
        return "–".join(dict.fromkeys(ends))


@rule(
    "claim-memo-sum",
    Severity.ERROR,
    title="ข้อย่อยในบันทึกข้อความรวมกันไม่เท่ากับข้อใหญ่",
    title_en="The memo's items do not add up",
    why="ผู้อำนวยการลงนามในบันทึกข้อความ ตัวเลขในบันทึกจึงต้องบวกกันได้",
    example="ข้อ 1.1 พิมพ์ 100,000 บาท แต่ข้อ 1.1.1 ถึง 1.1.3 รวมกันได้ 98,000 บาท",
    todo="บวกใหม่ แล้วแก้ข้อที่ผิด",
)
def memo_sum(facts: Facts, _: Settings) -> Hits:
    """Find items whose amount is not the sum of the items directly below them."""
    amounts = (row for row in facts.in_words if row.unit == BAHT and row.parts)
    for parent in firsts(amounts, [*ROUND, "item"]).values():
        members, added = parent.parts, parent.exact
        if not parent.agrees:
            off = format_baht(abs(parent.value - added))
            listed = f"{members[0].item} ถึง {members[-1].item}"
            yield Hit(
                cell(parent, "value"),
                f"item {parent.item}",
                f"บันทึกข้อความ ข้อ {parent.item} พิมพ์ {format_baht(parent.value)} บาท"
                f" แต่ข้อ {listed} รวมกันได้ {format_baht(added)} บาท ต่างกัน {off} บาท",
                expected=format_baht(added),
                found=format_baht(parent.value),
                hint=_which_item(parent, members),
                beside=cells(members, "value"),
            )


def _which_item(parent: Row, members: Sequence[Row]) -> str:
    """Name the one item where a single mistyped or swapped digit would explain the difference."""
    off = parent.value - sum(row.value for row in members)
    slips = [row for row in members if _is_slip(row.value, row.value + off)]
    if len(slips) == 1:
        right = format_baht(slips[0].value + off)
        return f"จะตรงกันเมื่อข้อ {slips[0].item} เป็น {right} บาท แทน {format_baht(slips[0].value)} บาท"
    return f"ตรวจข้อย่อยทีละข้อ หรือแก้ข้อ {parent.item} ให้เท่ากับผลรวม"


def _is_slip(printed: float, meant: float) -> bool:
    one, other = format_baht(printed), format_baht(meant)
    if meant <= 0 or len(one) != len(other):
        return False
    at = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    swapped = len(at) == 2 and one[at[0]] == other[at[1]] and one[at[1]] == other[at[0]]
    return len(at) == 1 or swapped


@rule(
    "claim-memo-percent",
    Severity.ERROR,
    title="ร้อยละในข้อความไม่ตรงกับจำนวนเงินในย่อหน้าเดียวกัน",
    title_en="A percent is not the ratio of the amounts beside it",
    why="ร้อยละในบันทึกข้อความถูกอ้างต่อโดยไม่มีใครคำนวณซ้ำ",
    example="ได้รับ 50,000 บาท ใช้ไป 40,000 บาท คิดเป็นร้อยละ 78.00 (ที่ถูกคือ 80.00)",
    todo="คำนวณใหม่จากจำนวนเงินในย่อหน้าเดียวกัน",
)
def memo_percent(facts: Facts, _: Settings) -> Hits:
    """Find percents behind two amounts, and no more, of which they are not the ratio.

    One that is cut off though the tables cut none is likely rounded the wrong way.
    """
    for row in facts.in_words:
        if row.unit == PERCENT and (not row.agrees or _is_cut_alone(facts, row)):
            part, of = sorted(row.parts, key=lambda one: one.value)
            exact = format_percent(row.exact)
            yield Hit(
                cell(row, "value"),
                f"{row.kind}/{row.item or row.paragraph}",
                f"{CLAIM_TH[ClaimKind(row.kind)]} พิมพ์ร้อยละ {format_percent(row.value)}"
                f" แต่ {format_baht(part.value)} บาท คิดเป็นร้อยละ {exact}"
                f" ของ {format_baht(of.value)} บาท",
                expected=exact,
                found=format_percent(row.value),
                hint=f"แก้เป็นร้อยละ {exact} หรือตรวจจำนวนเงินทั้งสอง",
                beside=cells(row.parts, "value"),
                severity=Severity.WARNING if row.agrees else None,
            )


def _is_cut_alone(facts: Facts, row: Row) -> bool:
    step = step_of(row.value, row.text)
    cut = row.parts and step < 1 and is_cut(row.value, row.exact, step)
    return bool(cut) and round_key(row) not in facts.once(cutting_rounds)


@rule(
    "claim-memo-total",
    title="งบประมาณรวมในบันทึกข้อความไม่เท่ากับผลรวมของตาราง",
    title_en="The memo's budget is not the table's sum",
    why="บันทึกข้อความบอกวงเงินของเขต ตารางบอกว่าเงินนั้นอยู่ที่โครงการใด ส่วนต่างคือเงินที่ไม่มีผู้รายงาน",
    example="บันทึกพิมพ์ว่าได้รับจัดสรร 1,000,000 บาท แต่โครงการในตารางรวมกันได้ 900,000 บาท",
    todo="ตรวจว่าเงินส่วนต่างเป็นของโครงการใด หรืออธิบายว่าเงินใดไม่อยู่ในตาราง",
)
def memo_total(facts: Facts, _: Settings) -> Hits:
    """Find memos whose money received is not what the budget lines add up to."""
    wrong = list(_wrong_totals(facts))
    missing = _missing_budgets(facts) if wrong else {}
    for row in wrong:
        off = row.value - row.sum
        yield Hit(
            cell(row, "value"),
            "budget",
            f"บันทึกข้อความพิมพ์ว่าได้รับจัดสรร {format_baht(row.value)} บาท"
            f" แต่งบประมาณในตารางความก้าวหน้ารวมกันได้ {format_baht(row.sum)} บาท"
            f" {'ขาด' if off > 0 else 'เกิน'} {format_baht(abs(off))} บาท",
            expected=format_baht(row.sum),
            found=format_baht(row.value),
            hint=_what_is_missing(missing.get(round_key(row), []), off),
        )


def _wrong_totals(facts: Facts) -> Iterator[Row]:
    """Select each round's money received that its lines do not add up to, with their ``sum``."""
    lines = gathered(facts.lines, ROUND)
    for key, row in firsts(filter(tells_received, facts.printed), ROUND).items():
        if key in lines:
            added = total(line.budget for line in lines[key])
            if abs(row.value - added) > HALF_SATANG:
                yield extended(row, sum=added)


def _what_is_missing(missing: list[_Missing], off: float) -> str:
    """List what other findings say is missing from the table, where it adds up to ``off``."""
    least = sum(one.least for one in missing) - HALF_SATANG
    greatest = sum(one.greatest for one in missing) + HALF_SATANG
    if missing and least <= off <= greatest:
        listed = "; ".join(f"{one.name} {one.amount} บาท" for one in missing)
        return f"ส่วนต่างนี้ตรงกับงบประมาณที่ข้อสังเกตอื่นบอกว่าขาดไป: {listed}"
    return "ตรวจว่าเงินส่วนต่างเป็นของโครงการใดที่ไม่มีในตาราง"


def _missing_budgets(facts: Facts) -> Mapping[RoundKey, list[_Missing]]:
    """Gather, round by round, the money that other findings say is missing from the table."""
    found: dict[RoundKey, list[_Missing]] = {}
    for key, told in facts.once(line_totals).items():
        line = _line(facts, key)
        if line is not None and told > line.budget:
            off = told - line.budget
            found.setdefault(key[:3], []).append(_Missing(f"โครงการ {key[3]}", off, off))
    gone_from = facts.once(absent.by_strategy)
    for row in remedies.wrong_percents(facts):
        low, high = remedies.budget_between(row)
        gone = gone_from.get(absent.strategy_key(row))
        if gone and row.count > row.found:
            name = f"โครงการ {gone.listed}"
        elif row.count == row.found and not remedies.for_percent(facts, row).because_of:
            name = f"“{row.group}” กลยุทธ์ที่ {row.strategy_no}"
        else:
            continue
        if low > 0:
            found.setdefault(round_key(row), []).append(_Missing(name, low, high))
    return found


def _line(facts: Facts, key: LineKey) -> Row | None:
    lines = facts.lines_of.get(key[:4], [])
    return next((line for line in lines if line.line_no == key[4] and line.budget > 0), None)
