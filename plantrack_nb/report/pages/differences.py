"""What the document printed beside what its own rows give, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isnan
from typing import TYPE_CHECKING

from plantrack_nb.core.records import Row as Record
from plantrack_nb.core.vocabulary import COLUMN_TH
from plantrack_nb.render.formats import NOTHING
from plantrack_nb.render.parts import (
    Callout,
    Cell,
    Column,
    Details,
    Paragraph,
    Part,
    Row,
    RowRole,
    Series,
    Table,
    Tone,
    Unit,
    Value,
)
from plantrack_nb.report.pages.labels import row_of

if TYPE_CHECKING:
    from plantrack_nb.report.figures.differences import Compared

_LEVELS = "ตารางระดับการดำเนินการและการเบิกจ่าย"
_STRATEGIES = "ตารางร้อยละและจำนวนโครงการรายกลยุทธ์"
_ELSEWHERE = "ตัวเลขในส่วนอื่นของเอกสาร"
_GROUP = "กลุ่ม/ฝ่ายที่รับผิดชอบ"
_DEFINITION = (
    "รายงานเดิมไม่ได้เขียนนิยามของระดับการดำเนินการไว้ รายงานนี้นับโครงการเป็น “สำเร็จแล้ว” “ระหว่างดำเนินการ”"
    " หรือ “ยังไม่ดำเนินการ” เมื่อทุกกิจกรรมมีสถานะเดียวกัน นอกนั้นนับเป็น “ดำเนินการบางส่วน”"
    " ช่องข้างล่างจึงต่างกันได้โดยไม่มีฝ่ายใดผิด"
)
_UNIT_WORD = {"baht": "บาท", "percent": "ร้อยละ", "project": "โครงการ"}


def differences(compared: Compared, said: str) -> Part:
    """List the printed figures that differ, side by side; a matter of definition in one note."""
    defined = [one for one in compared.differences if one.cause == "definition"]
    wrong = [one for one in compared.differences if one.cause != "definition"]
    body: list[Part] = [Paragraph(said)]
    if wrong or compared.others:
        body.append(_table(wrong, compared))
    if defined:
        more = Details(f"ช่องที่ต่างเพราะนิยาม {len(defined)} ช่อง", (_cells(defined),))
        body.append(Callout("นิยามของระดับต่างกัน", (Paragraph(_DEFINITION), more), Tone.INFO))
    return Series(tuple(body))


def carried_table(figures: Sequence[Record]) -> Part:
    """List the memo's own figures: where they stand, and whether the memo agrees with itself."""
    if not figures:
        return Paragraph("เอกสารของรอบนี้ไม่มีตัวเลขในบันทึกข้อความที่ต้องยกมา")
    rows = tuple(
        row_of(
            one.item,
            f"…{' '.join(one.text.split())}" if one.text.strip() else "",
            Cell(one.value, ref=one.source_ref),
            _UNIT_WORD[one.unit],
            Cell(_checked(one), tone=Tone.PLAIN if one.agrees else Tone.BAD),
        )
        for one in figures
    )
    columns = (
        Column("ข้อ", width=0.6),
        Column("ข้อความ", width=3),
        Column("ตัวเลข", Unit.BAHT),
        Column("หน่วย", width=0.8),
        Column("ตรวจอย่างไร", width=2.4),
    )
    return Table("ตัวเลขที่ยกมาจากบันทึกข้อความของเขต", columns, rows)


def _checked(one: Record) -> str:
    if not one.parts:
        return "ยกมา ไม่มีในตารางโครงการ"
    items = ", ".join(each.item for each in one.parts)
    parts = f"ผลบวกของข้อ {items}" if one.unit == "baht" else "จำนวนเงินในข้อเดียวกัน"
    return f"{parts} {'ตรงกัน' if one.agrees else 'ไม่ตรงกัน'}"


def _table(wrong: Sequence[Record], compared: Compared) -> Table:
    levels = [one for one in wrong if not one.strategy_no]
    strategies = [one for one in wrong if one.strategy_no]
    rows = [*_part(_LEVELS, levels), *_part(_STRATEGIES, strategies)]
    if compared.others:
        rows.append(row_of(_ELSEWHERE, role=RowRole.GROUP))
    for one in compared.others:
        said = Cell(one.message, ref=", ".join(ref.ref for ref in one.refs[:1]))
        rows.append(row_of(said, "", one.found, one.expected, one.hint))
    columns = (
        Column(_GROUP, width=2.6),
        Column("รายการ", width=1.3),
        Column("พิมพ์ไว้", width=1.25),
        Column("คำนวณใหม่", width=1.25),
        Column("เหตุผล", width=3),
    )
    return Table("ตัวเลขที่พิมพ์ไว้ต่างจากที่คำนวณใหม่ และเหตุผล", columns, tuple(rows))


def _part(title: str, wrong: Sequence[Record]) -> Iterable[Row]:
    if wrong:
        yield row_of(title, role=RowRole.GROUP)
    for one in wrong:
        yield row_of(*_figures(one), one.reason)


def _cells(wrong: Sequence[Record]) -> Table:
    columns = (
        Column(_GROUP, width=3),
        Column("รายการ", width=1.4),
        Column("พิมพ์ไว้", width=0.8),
        Column("คำนวณใหม่", width=0.8),
    )
    return Table("ช่องที่ต่างเพราะนิยามของระดับ", columns, tuple(row_of(*_figures(one)) for one in wrong))


def _figures(one: Record) -> tuple[Value | Cell, ...]:
    number = f" กลยุทธ์ที่ {one.strategy_no}" if one.strategy_no else ""
    figures = (NOTHING if isnan(value) else value for value in (one.value, one.exact))
    return (Cell(one.label, ref=one.source_ref), f"{COLUMN_TH[one.column]}{number}", *figures)
