"""Money that fell, and budgets that changed, since the round before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plantrack_nb.check.reading.round_before import Again, Since, within_year
from plantrack_nb.check.reading.running_text.phrases import keys, quoted
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, cells, rule
from plantrack_nb.core.records import total
from plantrack_nb.measures.rounding import HALF_SATANG
from plantrack_nb.thai.numbers import format_baht
from plantrack_nb.year.similarity import plain_name

_SAID = re.compile(
    "โอน|ปรับ(?:ลด|เพิ่ม|แผน|งบ|ปรุงแผน)|เปลี่ยนแปลง|จัดสรรเพิ่ม|เพิ่มเติม|ลดงบ|ตัดงบ|เพิ่มงบ|คืนเงิน|คืนงบ|สมทบ"
)
"""Words with which a document tells that a budget was changed."""


@rule(
    "history-disbursed-fell",
    title="เบิกจ่ายสะสมน้อยกว่ารอบก่อน",
    title_en="Less disbursed, cumulatively, than in the round before",
    why="ยอดเบิกจ่ายสะสมตั้งแต่ต้นปีงบประมาณมีแต่เพิ่ม ที่ลดลงคือพิมพ์ผิดหรือมีการคืนเงินที่ต้องชี้แจง",
    example="รอบ 3 เดือนเบิกจ่าย 50,000 บาท รอบ 6 เดือนรายงาน 5,000 บาท",
    todo="เทียบกับทะเบียนคุมงบประมาณ ถ้าคืนหรือปรับปรุงรายการ ให้เขียนเหตุผลไว้",
    at_least_baht=HALF_SATANG,
)
def disbursed_fell(facts: Facts, settings: Settings) -> Hits:
    """Compare what each project has disbursed with the round before in the same fiscal year."""
    for since in within_year(facts):
        for one in since.again:
            if one.was.disbursed - one.now.disbursed >= settings["at_least_baht"]:
                yield _fell(since, one)


@rule(
    "history-budget-changed",
    title="งบประมาณต่างจากรอบก่อนโดยไม่บอกเหตุผล",
    title_en="A budget changed without a word",
    why="งบประมาณที่เปลี่ยนระหว่างปีต้องมีการโอนหรือปรับแผนรองรับ ถ้าไม่มีคือพิมพ์ผิด",
    example="รอบก่อนได้รับจัดสรร 120,000 บาท รอบนี้พิมพ์ 12,000 บาท",
    todo="ตรวจกับหนังสือแจ้งจัดสรรหรือคำสั่งปรับแผน แล้วแก้ตัวเลขหรือเขียนเหตุผล",
)
def budget_changed(facts: Facts, _: Settings) -> Hits:
    """Find budgets that differ from the round before, where no words of the project say why."""
    told = _told_of(facts)
    for since in within_year(facts):
        for one in since.again:
            given = one.was.budget > 0 and one.now.budget > 0
            differs = abs(one.was.budget - one.now.budget) >= HALF_SATANG
            if given and differs and not _SAID.search(" ".join(_words(one, told))):
                yield _changed(since, one)


def _fell(since: Since, one: Again) -> Hit:
    fallen = [
        now for was, now in _lines(one) if _nought(was.disbursed) - _nought(now.disbursed) > 0
    ]
    was, now = format_baht(one.was.disbursed), format_baht(one.now.disbursed)
    return Hit(
        cells(fallen or one.lines, "disbursed"),
        keys(project_no=one.now.project_no),
        f"โครงการ {one.now.project_no} {quoted(one.now.name)} เบิกจ่ายสะสม {now} บาท"
        f" น้อยกว่า{since.label}ที่รายงานไว้ {was} บาท",
        expected=f"ไม่น้อยกว่า {was} บาท",
        found=f"{now} บาท",
        project_no=one.now.project_no,
        district=one.now.district,
    )


def _changed(since: Since, one: Again) -> Hit:
    other = [now for was, now in _lines(one) if abs(_nought(was.budget) - _nought(now.budget)) > 0]
    was, now = format_baht(one.was.budget), format_baht(one.now.budget)
    way = "เพิ่มขึ้น" if one.now.budget > one.was.budget else "ลดลง"
    return Hit(
        cells(other or one.lines, "budget"),
        keys(project_no=one.now.project_no),
        f"โครงการ {one.now.project_no} {quoted(one.now.name)} งบประมาณ{way}จาก {was} บาท"
        f" ใน{since.label} เป็น {now} บาท โดยไม่มีข้อความบอกการโอนหรือปรับแผน",
        expected=f"{was} บาท หรือเหตุผลที่เปลี่ยน",
        found=f"{now} บาท",
        project_no=one.now.project_no,
        district=one.now.district,
    )


def _lines(one: Again) -> Iterator[tuple[Row, Row]]:
    """Pair the lines of one label, or of one number where the labels are other ones."""
    by_label = {plain_name(line.label): line for line in one.lines_before}
    by_number = {line.line_no: line for line in one.lines_before}
    same_labels = len(by_label) == len(one.lines_before)
    for line in one.lines:
        was = by_label.get(plain_name(line.label)) if same_labels else None
        was = was or by_number.get(line.line_no)
        if was is not None:
            yield was, line


def _nought(value: float) -> float:
    return total([value])


def _told_of(facts: Facts) -> dict[str, list[str]]:
    """Gather the paragraphs about each project."""
    told: dict[str, list[str]] = {}
    for row in facts.narrative:
        if row.project_no:
            told.setdefault(row.project_no, []).append(row.text)
    return told


def _words(one: Again, told: dict[str, list[str]]) -> Iterator[str]:
    yield one.now.name
    yield from (line.label for line in one.lines)
    yield from (after.text for _, after in one.doings if after is not None)
    yield from told.get(one.now.project_no, ())
