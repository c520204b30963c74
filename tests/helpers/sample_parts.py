"""A small document that holds every kind of part, with invented words and figures."""

from __future__ import annotations

from collections.abc import Callable

from plantrack_nb.render import parts as p

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0,0h4v2Z"/></svg>'


def _as_it_is(text: str) -> str:
    return text


def sample_parts(said: Callable[[str], str] = _as_it_is) -> tuple[p.Part, ...]:
    """Return one of each part; every text in them has gone through ``said``."""
    columns = (
        p.Column(said("ที่"), width=0.5),
        p.Column(said("โครงการ"), width=3),
        p.Column(said("งบประมาณ"), p.Unit.BAHT, said("เงิน")),
        p.Column(said("เบิกจ่าย"), p.Unit.BAHT, said("เงิน")),
        p.Column(said("ความก้าวหน้า")),
    )
    first = (p.Cell(said("1.1")), p.Cell(said("อ่านออกเขียนได้"), ref=said("ก.xlsx!B2")))
    table = p.Table(
        said("ผลรายโครงการ"),
        columns,
        (
            p.Row((p.Cell(said("กลยุทธ์ที่ 1")),), p.RowRole.GROUP, "strategy-1"),
            p.Row(
                (
                    *first,
                    p.Cell(150000),
                    p.Cell(47109.5, percent=31.41),
                    p.Cell(said("เสร็จ")),
                )
            ),
            p.Row(
                (p.Cell(""), p.Cell(None), p.Cell(None), p.Cell(0), p.Cell(said("ยังไม่เริ่ม"))),
                p.RowRole.CONTINUED,
            ),
            p.Row(
                (
                    p.Cell(said("รวม")),
                    p.Cell(None),
                    p.Cell(150000, tone=p.Tone.BAD),
                    p.Cell(47109.5),
                    p.Cell(None),
                ),
                p.RowRole.TOTAL,
            ),
        ),
        name_column=1,
        note=said("ข้อมูลสมมติ"),
    )
    counts = p.Table(
        said("จำนวน"),
        (p.Column(said("กลุ่ม")), p.Column(said("โครงการ"), p.Unit.COUNT)),
        (p.Row((p.Cell(said("กลุ่มตัวอย่าง")), p.Cell(3))),),
        phone=p.Phone.SCROLL,
    )
    fact = p.Fact(
        said("เบิกจ่าย"), 47109.5, p.Unit.BAHT, note=said("ต่ำกว่าเป้า"), tone=p.Tone.WATCH,
        share=31.4, target=51,
    )  # fmt: skip
    return (
        p.Masthead(said("รายงานตัวอย่าง"), said("เขตตัวอย่าง"), said("รอบ 6 เดือน"), "2022-04-22"),
        p.Heading(said("ภาพรวม"), anchor="overview"),
        p.Facts(said("ตัวเลขสำคัญ"), (fact, p.Fact(said("โครงการ"), 3, suffix=said("โครงการ")))),
        p.Callout(said("ต้องพิจารณา"), (p.Bullets((said("ข้อแรก"), said("ข้อสอง"))),), p.Tone.WATCH),
        p.Paragraph(said("ความคืบหน้าเป็นไปตามแผน"), said("โดยสรุป")),
        p.Heading(said("รายละเอียด"), 3),
        p.Bullets((said("หนึ่ง"), said("สอง")), ordered=True),
        p.PageBreak(),
        p.Landscape((p.Heading(said("ตาราง")), table)),
        p.Figure(
            said("แผนภูมิ"),
            (p.Bar(said("กลุ่มวาด"), (3,)),),
            said("มากที่สุดคือกลุ่มตัวอย่าง"),
            counts,
            (p.Segment(said("สำเร็จ"), p.Shade.DEEP),),
        ),
        p.Figure(
            said("ร้อยละ"),
            (p.Bar(said("ก"), (12.5,), said("ใต้")), p.Bar(said("ข"), (None,), said("ใต้"))),
            said("สูงสุดคือ ก"),
            counts,
            target=51,
            target_label=said("เป้า"),
        ),
        p.Details(said("เพิ่มเติม"), (counts,)),
        *_official_parts(said),
        p.Own((p.Printed(said("พิมพ์")), p.Image(said("ภาพ"), said("บอก"), p.ImageKind.SVG, _SVG))),
    )


def _official_parts(said: Callable[[str], str]) -> tuple[p.Part, ...]:
    items = (
        p.MemoItem("", lead=said("ข้อเท็จจริง")),
        p.MemoItem(said("ได้รับจัดสรร 150,000 บาท"), number="1."),
        p.MemoItem(said("งบบริหารจัดการ"), 2, number="1.1"),
        p.MemoItem(said("เห็นควรแจ้งผู้รับผิดชอบ"), lead=said("ข้อเสนอ")),
    )
    memo = p.Memo(
        department=said("กลุ่มนโยบายและแผน"),
        number="",
        date="2022-04-22",
        subject=said("รายงานผล"),
        to=said("ผู้อำนวยการ"),
        body=items,
        signatures=(
            p.Signature("", said("นักวิเคราะห์")),
            p.Signature(said("ชื่อสมมติ"), said("รองผู้อำนวยการ"), before=said("ทราบ")),
        ),
    )
    entries = (
        p.ContentsEntry(said("ภาพรวม"), "overview", said("3 โครงการ")),
        p.ContentsEntry(said("กลยุทธ์ที่ 1"), "strategy-1", level=2),
    )
    office, motto, title, period = map(said, ("เขตตัวอย่าง", "คำขวัญ", "รายงาน", "รอบ 6 เดือน"))
    return (
        p.Cover(office, motto, title, period, date="2022-04-22"),
        memo,
        p.Contents(entries),
        p.Paragraph(said("รายงานฉบับนี้จัดทำขึ้น"), digits=p.Digits.THAI, indent=True),
        p.Closing((said("เขตตัวอย่าง"), said("เมษายน 2565"))),
    )
