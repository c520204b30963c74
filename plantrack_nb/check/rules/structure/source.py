"""How the document was read: titles of another round, cells that were read in another column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple

from plantrack_nb.check.facts import Facts, ref_of, round_of
from plantrack_nb.check.reading.phrases import joined, keys
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.records import Row
from plantrack_nb.core.vocabulary import ClaimKind
from plantrack_nb.measures.places import MOVED, line_of

_PARTS = {"district": "สำนักงาน", "fiscal_year": "ปีงบประมาณ", "quarter": "ไตรมาส"}
_SHOWN = 3


@rule(
    "title-other-round",
    Family.STRUCTURE,
    Severity.WARNING,
    title="ชื่อเหนือตารางเป็นของสำนักงานหรือรอบอื่น",
    title_en="A title names another office or round",
    why="เอกสารอาจเป็นของรอบอื่น หรือลืมแก้ชื่อเมื่อคัดลอกแฟ้มเดิม",
    example="อ่านเป็นไตรมาส 2 ตามที่ขอ แต่ชื่อเหนือตารางเขียนว่าไตรมาสที่ 1",
    todo="ตรวจว่าเป็นแฟ้มของรอบนี้ แล้วแก้ชื่อเหนือตาราง",
)
def other_round(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Tell titles that name another round than the one that was asked for."""
    for row in facts.claims:
        subject = _subject(row.subject)
        part, asked, said = (subject.get(name, "") for name in ("title", "asked", "said"))
        if row.kind != ClaimKind.TITLE.value or part not in _PARTS:
            continue
        yield Finding(
            "title-other-round",
            keys(title=part, said=said),
            Severity.WARNING,
            f"ชื่อเหนือตารางเขียนว่าเป็น{_PARTS[part]} {said} แต่อ่านเป็น {asked} ตามที่ขอ",
            expected=asked,
            found=said,
            hint="ตรวจว่าเป็นแฟ้มของรอบนี้ แล้วแก้ชื่อเหนือตาราง",
            refs=(ref_of(row),),
            district=round_of(row),
        )


@rule(
    "cell-moved",
    Family.STRUCTURE,
    Severity.WARNING,
    title="อ่านเซลล์เป็นของคอลัมน์อื่น",
    title_en="Cells were read in another column than they stand in",
    why="แถวที่เลื่อนไปจากคอลัมน์ของตนอาจอ่านผิดได้ ต้องเทียบกับต้นฉบับ",
    example="“ระหว่างดำเนินการ” อยู่ใต้หัวข้อเบิกจ่าย จึงอ่านทั้งแถวเลื่อนไปหนึ่งคอลัมน์",
    todo="เทียบแถวนี้กับต้นฉบับ แล้วเลื่อนเซลล์กลับให้ตรงหัวคอลัมน์",
)
def moved_cells(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Tell rows that were read slid aside: where the cells stand, and what they were read as."""
    for key, places in facts.places.by_round.items():
        rows: dict[str, list[Row]] = {}
        for one in places:
            if one.column == MOVED:
                rows.setdefault(line_of(one.source_ref), []).append(one)
        for line, cells in rows.items():
            first = cells[0]
            project = facts.project_of.get((*astuple(key), first.project_no))
            file = project.source_file if project is not None else ""
            said = joined(f"“{one.raw.strip()[:30]}” เป็น{one.text}" for one in cells[:_SHOWN])
            more = f" และอีก {len(cells) - _SHOWN} เซลล์" if len(cells) > _SHOWN else ""
            yield Finding(
                "cell-moved",
                keys(project_no=first.project_no, line=line),
                Severity.WARNING,
                f"แถว {line} อ่านเลื่อนคอลัมน์: {said}{more}",
                project_no=first.project_no,
                expected="เซลล์อยู่ใต้หัวคอลัมน์ของตน",
                found=f"เลื่อน {len(cells)} เซลล์",
                hint="เทียบแถวนี้กับต้นฉบับ แล้วเลื่อนเซลล์กลับให้ตรงหัวคอลัมน์",
                refs=tuple(SourceRef(file, one.source_ref, one.raw) for one in cells),
                district=key.district,
            )


def _subject(text: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in text.split("; "))
    return {name: value for name, _, value in pairs}
