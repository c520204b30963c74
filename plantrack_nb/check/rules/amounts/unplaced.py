"""Amounts in the words of activities that have no budget line of their own."""

from __future__ import annotations

from plantrack_nb.check.facts import project_key
from plantrack_nb.check.reading.running_text.phrases import about, activity_keys, quoted
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, cell, rule
from plantrack_nb.quantities.counted_nouns import BAHT
from plantrack_nb.quantities.quantity import Quantity
from plantrack_nb.quantities.reading import read
from plantrack_nb.thai.numbers import format_baht
from plantrack_nb.thai.text import squeeze

_AS_SUM = "เป็นเงิน"


@rule(
    "amount-text-unplaced",
    title="กิจกรรมบอกยอดเงิน แต่ไม่มีช่องงบประมาณของตนเอง",
    title_en="An activity tells its amount, its budget cell is empty beside filled ones",
    why="ยอดที่อยู่ในข้อความเท่านั้นไม่ถูกนับในงบประมาณและการเบิกจ่ายของโครงการ",
    example="“จ้าง 4 คน เป็นเงิน 560,000 บาท” ช่องงบประมาณว่าง ขณะที่ข้ออื่นมียอดทุกข้อ",
    todo="กรอกงบประมาณและผลเบิกจ่ายของกิจกรรมนี้ หรือบอกว่ารวมอยู่ในยอดใด",
    at_least_siblings=2,
)
def unplaced_amount(facts: Facts, settings: Settings) -> Hits:
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
                yield _unplaced(one, amount, len(beside))


def _sum_of(text: str) -> Quantity | None:
    """Find the amount, other than zero, that a text calls its sum."""
    for figure in read(text).counted:
        before = text[: figure.start].rstrip()
        if figure.measure == BAHT and before.endswith((_AS_SUM, f"{_AS_SUM}ทั้งสิ้น")):
            return figure if figure.value else None
    return None


def _unplaced(row: Row, amount: Quantity, others: int) -> Hit:
    baht = format_baht(amount.value)
    return Hit(
        cell(row, "text", row.text[amount.start : amount.end]),
        activity_keys(row),
        f"{about(row)} {quoted(row.text)} เป็นเงิน {baht} บาท"
        f" แต่ไม่มีช่องงบประมาณ ขณะที่อีก {others} กิจกรรมในข้อเดียวกันมี",
        expected=f"งบประมาณ {baht} บาท",
        found="ว่าง",
    )
