"""What the document printed beside what its own rows give, with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import isnan
from typing import TYPE_CHECKING

from plantrack_nb.core.records import Row
from plantrack_nb.core.vocabulary import COLUMN_TH
from plantrack_nb.render import parts as p
from plantrack_nb.render.formats import NOTHING, show
from plantrack_nb.report.pages.labels import GROUP
from plantrack_nb.thai.text import arabic_digits
from plantrack_nb.thai.word_breaks import pieces

if TYPE_CHECKING:
    from plantrack_nb.report.figures.differences import Compared

_LEVELS = "ตารางระดับการดำเนินการและการเบิกจ่าย"
_STRATEGIES = "ตารางร้อยละและจำนวนโครงการรายกลยุทธ์"
_ELSEWHERE = "ตัวเลขในส่วนอื่นของเอกสาร"
_LETTER = re.compile(r"[^\W\u0e30-\u0e4e]")
_DEFINITION = (
    "รายงานเดิมไม่ได้เขียนนิยามของระดับการดำเนินการไว้ รายงานนี้นับโครงการเป็น “สำเร็จแล้ว” “ระหว่างดำเนินการ”"
    " หรือ “ยังไม่ดำเนินการ” เมื่อทุกกิจกรรมมีสถานะเดียวกัน นอกนั้นนับเป็น “ดำเนินการบางส่วน”"
    " ช่องข้างล่างจึงต่างกันได้โดยไม่มีฝ่ายใดผิด"
)
_UNIT = {"baht": p.Unit.BAHT, "percent": p.Unit.PERCENT, "project": p.Unit.COUNT}
_UNIT_WORD = {"baht": "บาท", "percent": "ร้อยละ", "project": "โครงการ"}


def differences(compared: Compared, said: str) -> p.Part:
    """List the printed figures that differ, side by side; a matter of definition in one note."""
    defined = [one for one in compared.differences if one.cause == "definition"]
    wrong = [one for one in compared.differences if one.cause != "definition"]
    body: list[p.Part] = [p.Paragraph(said)]
    if wrong or compared.others:
        body.append(_table(wrong, compared))
    if defined:
        more = p.Details(f"ช่องที่ต่างเพราะนิยาม {len(defined)} ช่อง", (_cells(defined),))
        body.append(p.Callout("นิยามของระดับต่างกัน", (p.Paragraph(_DEFINITION), more), p.Tone.INFO))
    return p.Series(tuple(body))


def carried_table(figures: Sequence[Row]) -> p.Part | None:
    """List the memo's own figures: where they stand, and whether the memo agrees with itself.

    Nothing where it has none.
    """
    if not figures:
        return None
    rows = (
        (
            one.item,
            _quoted(one),
            p.Cell(show(one.value, _UNIT[one.unit]), ref=one.source_ref),
            _UNIT_WORD[one.unit],
            p.Cell(_checked(one), tone=p.Tone.PLAIN if one.agrees else p.Tone.BAD),
        )
        for one in figures
    )
    columns: p.Columns = {
        "ข้อ": 0.6,
        "ข้อความ": 3,
        "ตัวเลข": p.Unit.BAHT,
        "หน่วย": 0.8,
        "ตรวจอย่างไร": 2.4,
    }
    return p.table("ตัวเลขที่ยกมาจากบันทึกข้อความของเขต", columns, rows, folded=True)


def _quoted(one: Row) -> str:
    """Return the words before a figure: from the item's number on, else from a whole word on.

    They are cut by the letter where they are read, so the first piece may be half a word, or no
    more than the sign above or below a letter.
    """
    words = " ".join(one.text.split())
    number, _, rest = words.partition(" ")
    if arabic_digits(number).rstrip(".") == one.item:
        return rest
    cut = [*pieces(words)]
    while len(cut) > 1 and not _LETTER.search(cut.pop(0)):
        pass
    return f"…{''.join(cut)}" if words else ""


def _checked(one: Row) -> str:
    if not one.parts:
        return "ยกมา ไม่มีในตารางโครงการ"
    items = ", ".join(each.item for each in one.parts)
    parts = f"ผลบวกของข้อ {items}" if one.unit == "baht" else "จำนวนเงินในข้อเดียวกัน"
    return f"{parts} {'ตรงกัน' if one.agrees else 'ไม่ตรงกัน'}"


def _table(wrong: Sequence[Row], compared: Compared) -> p.Table:
    levels = [one for one in wrong if not one.strategy_no]
    strategies = [one for one in wrong if one.strategy_no]
    rows = [*_part(_LEVELS, levels), *_part(_STRATEGIES, strategies)]
    if compared.others:
        rows.append(p.group(_ELSEWHERE))
    for one in compared.others:
        where = ", ".join(ref.ref for ref in one.refs[:1])
        rows.append(p.row(p.Cell(one.message, ref=where), "", one.found, one.expected, one.hint))
    columns = {GROUP: 2.6, "รายการ": 1.3, "พิมพ์ไว้": 1.25, "คำนวณใหม่": 1.25, "เหตุผล": 3}
    caption = "ตัวเลขที่พิมพ์ไว้ต่างจากที่คำนวณใหม่ และเหตุผล"
    return p.table(caption, columns, rows, folded=True)


def _part(title: str, wrong: Sequence[Row]) -> Iterable[p.Row]:
    if wrong:
        yield p.group(title)
    for one in wrong:
        yield p.row(*_figures(one), one.reason)


def _cells(wrong: Sequence[Row]) -> p.Table:
    columns = {GROUP: 3, "รายการ": 1.4, "พิมพ์ไว้": 0.8, "คำนวณใหม่": 0.8}
    return p.table("ช่องที่ต่างเพราะนิยามของระดับ", columns, map(_figures, wrong))


def _figures(one: Row) -> tuple[p.Cell | p.Value, ...]:
    number = f" กลยุทธ์ที่ {one.strategy_no}" if one.strategy_no else ""
    figures = (NOTHING if isnan(value) else value for value in (one.value, one.exact))
    return (
        p.Cell(one.label, ref=one.source_ref),
        f"{COLUMN_TH[one.column]}{number}",
        *figures,
    )
