"""How the document was read: titles of another round, cells read aside, a doubtful file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple

from plantrack_nb.check.reading.running_text.phrases import joined, keys
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, cell, rule
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.vocabulary import ClaimKind
from plantrack_nb.measures.claims import keys_of
from plantrack_nb.measures.places import MOVED, Place, line_of

_PARTS = {"district": "สำนักงาน", "fiscal_year": "ปีงบประมาณ", "quarter": "ไตรมาส"}
_SHOWN = 3


@rule(
    "title-other-round",
    title="ชื่อเหนือตารางเป็นของสำนักงานหรือรอบอื่น",
    title_en="A title names another office or round",
    why="เอกสารอาจเป็นของรอบอื่น หรือลืมแก้ชื่อเมื่อคัดลอกแฟ้มเดิม",
    example="อ่านเป็นไตรมาส 2 ตามที่ขอ แต่ชื่อเหนือตารางเขียนว่าไตรมาสที่ 1",
    todo="ตรวจว่าเป็นแฟ้มของรอบนี้ แล้วแก้ชื่อเหนือตาราง",
)
def other_round(facts: Facts, _: Settings) -> Hits:
    """Tell titles that name another round than the one that was asked for."""
    for row in facts.claims:
        if row.kind != ClaimKind.TITLE.value:
            continue
        subject = keys_of(row.subject)
        part, asked, said = (subject.get(name, "") for name in ("title", "asked", "said"))
        if part not in _PARTS:
            continue
        yield Hit(
            cell(row, "text"),
            keys(title=part, said=said),
            f"ชื่อเหนือตารางเขียนว่าเป็น{_PARTS[part]} {said} แต่อ่านเป็น {asked} ตามที่ขอ",
            expected=asked,
            found=said,
        )


@rule(
    "source-doubtful",
    title="แฟ้มต้นฉบับอาจอ่านได้ไม่ครบหรือไม่ตรง",
    title_en="The file may not be read as it was meant",
    why="แฟ้ม PDF บางแฟ้มไม่เก็บตัวอักษรหรือเส้นตารางไว้ครบ สิ่งที่อ่านได้จึงอาจต่างจากฉบับพิมพ์",
    example="ตารางไม่มีเส้น จึงอ่านตามช่องว่างระหว่างคอลัมน์",
    todo="เทียบสิ่งที่อ่านได้กับฉบับพิมพ์ หรือขอแฟ้มต้นฉบับ .xlsx หรือ .docx",
)
def doubtful_source(facts: Facts, _: Settings) -> Hits:
    """Tell what speaks against the file, as its container found it."""
    for row in facts.claims:
        if row.kind == ClaimKind.SOURCE.value:
            yield Hit(
                cell(row, "text"),
                keys(file=row.source_file, doubt=keys_of(row.subject).get("doubt", "")),
                f"{row.source_file}: {row.text}",
                found=row.text,
            )


@rule(
    "cell-moved",
    title="อ่านเซลล์เป็นของคอลัมน์อื่น",
    title_en="Cells were read in another column than they stand in",
    why="แถวที่เลื่อนไปจากคอลัมน์ของตนอาจอ่านผิดได้ ต้องเทียบกับต้นฉบับ",
    example="“ระหว่างดำเนินการ” อยู่ใต้หัวข้อเบิกจ่าย จึงอ่านทั้งแถวเลื่อนไปหนึ่งคอลัมน์",
    todo="เทียบแถวนี้กับต้นฉบับ แล้วเลื่อนเซลล์กลับให้ตรงหัวคอลัมน์",
)
def moved_cells(facts: Facts, _: Settings) -> Hits:
    """Tell rows that were read slid aside: where the cells stand, and what they were read as."""
    for key, places in facts.places.by_round.items():
        rows: dict[str, list[Place]] = {}
        for one in places:
            if one.column == MOVED:
                rows.setdefault(line_of(one.source_ref), []).append(one)
        for line, moved in rows.items():
            project = facts.project_of.get((*astuple(key), moved[0].project_no))
            if project is not None:
                yield _moved(project, line, moved)


def _moved(project: Row, line: str, moved: Sequence[Place]) -> Hit:
    said = joined(f"“{one.raw.strip()[:30]}” เป็น{one.text}" for one in moved[:_SHOWN])
    more = f" และอีก {len(moved) - _SHOWN} เซลล์" if len(moved) > _SHOWN else ""
    refs = [SourceRef(project.source_file, one.source_ref, one.raw) for one in moved]
    return Hit(
        (),
        keys(project_no=project.project_no, line=line),
        f"แถว {line} อ่านเลื่อนคอลัมน์: {said}{more}",
        expected="เซลล์อยู่ใต้หัวคอลัมน์ของตน",
        found=f"เลื่อน {len(moved)} เซลล์",
        beside=[cell(project, "name", ref=ref) for ref in refs],
    )
