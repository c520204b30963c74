"""Budget cells that say something odd: a misspelt mark, an amount without its activity."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack_nb.check.facts import Facts, project_key, ref_of, round_key, round_of
from plantrack_nb.check.reading.phrases import joined
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.check.rules.amounts.money import line_subject
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.records import Row
from plantrack_nb.thai.numbers import format_baht, format_count, is_awaiting, spells_awaiting

_BETWEEN_CELLS = "|"
_RIGHT = "รอจัดสรร"


@rule(
    "budget-mark-spelling",
    Family.STRUCTURE,
    Severity.WARNING,
    title="คำว่ารอจัดสรรสะกดผิด",
    title_en="The mark of an awaited budget is misspelt",
    why="โปรแกรมและผู้อ่านที่ค้นหาคำว่ารอจัดสรรจะไม่พบโครงการเหล่านี้",
    example="ช่องงบประมาณพิมพ์ว่า “รอกจัดสรร”",
    todo="แก้เป็น “รอจัดสรร” ทุกแห่ง",
)
def mark_spelling(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Gather the misspelt marks of a round into one finding."""
    found: dict[object, dict[str, list[Row]]] = {}
    for line in facts.lines:
        if line.budget > 0:
            continue
        form = _misspelt(line.raw)
        if form:
            found.setdefault(round_key(line), {}).setdefault(form, []).append(line)
    for forms in found.values():
        lines = [line for same in forms.values() for line in same]
        numbers = dict.fromkeys(line.project_no for line in lines)
        said = joined(f"“{form}” ({format_count(len(same))} แห่ง)" for form, same in forms.items())
        yield Finding(
            "budget-mark-spelling",
            "mark=awaiting",
            Severity.WARNING,
            f"ช่องงบประมาณพิมพ์ว่า {said} ที่ถูกคือ “{_RIGHT}” (โครงการ {joined(numbers)})",
            project_no=lines[0].project_no if len(numbers) == 1 else "",
            expected=_RIGHT,
            found=", ".join(forms),
            hint=f"แก้เป็น “{_RIGHT}” ทุกแห่ง",
            refs=tuple(map(ref_of, lines)),
            district=round_of(lines[0]),
        )


def _misspelt(raw: str) -> str:
    """Return the mark of an awaited budget among a line's cells, where it is not spelt right."""
    for cell in raw.split(_BETWEEN_CELLS):
        if is_awaiting(cell):
            return "" if spells_awaiting(cell) else cell.strip()
    return ""


@rule(
    "budget-line-unnamed",
    Family.STRUCTURE,
    Severity.WARNING,
    title="ยอดงบประมาณที่ไม่บอกว่าเป็นของกิจกรรมใด",
    title_en="An amount of which nobody knows the activity",
    why="ข้อความกิจกรรมของยอดนั้นน่าจะตกหล่น จึงไม่รู้ว่าเงินใช้ทำอะไร",
    example="โครงการมีสองยอด ยอดแรกอยู่ข้างกิจกรรมที่ 1 ยอดที่สอง 2,500 บาท ไม่มีข้อความกำกับ",
    todo="เติมกิจกรรมของยอดนั้น หรือรวมไว้กับยอดของกิจกรรมที่ถูกต้อง",
)
def line_unnamed(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Find lines without words in projects whose other lines have them."""
    for lines in facts.lines_of.values():
        if (
            not any(line.label.strip() for line in lines)
            or project_key(lines[0]) not in facts.project_of
        ):
            continue
        for line in lines:
            if line.budget > 0 and not line.label.strip():
                yield _unnamed(line, tuple(map(ref_of, [line])))


def _unnamed(line: Row, refs: tuple[SourceRef, ...]) -> Finding:
    amount = format_baht(line.budget)
    return Finding(
        "budget-line-unnamed",
        line_subject(line),
        Severity.WARNING,
        f"โครงการ {line.project_no} มียอดงบประมาณ {amount} บาท ที่ไม่บอกว่าเป็นของกิจกรรมใด",
        project_no=line.project_no,
        expected="มีกิจกรรมกำกับยอด",
        found=f"{amount} บาท ไม่มีข้อความ",
        hint="เติมกิจกรรมที่ตกหล่นของยอดนี้",
        refs=refs,
        district=round_of(line),
    )
