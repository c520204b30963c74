"""Budget cells whose mark of an awaited budget is misspelt."""

from __future__ import annotations

from plantrack_nb.check.facts import round_key
from plantrack_nb.check.reading.running_text.phrases import joined
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, cell, rule
from plantrack_nb.thai.numbers import format_count, is_awaiting, spells_awaiting

_BETWEEN_CELLS = "|"
_RIGHT = "รอจัดสรร"


@rule(
    "budget-mark-spelling",
    title="คำว่ารอจัดสรรสะกดผิด",
    title_en="The mark of an awaited budget is misspelt",
    why="โปรแกรมและผู้อ่านที่ค้นหาคำว่ารอจัดสรรจะไม่พบโครงการเหล่านี้",
    example="ช่องงบประมาณพิมพ์ว่า “รอกจัดสรร”",
    todo="แก้เป็น “รอจัดสรร” ทุกแห่ง",
)
def mark_spelling(facts: Facts, _: Settings) -> Hits:
    """Gather the misspelt marks of a round into one finding."""
    found: dict[object, dict[str, list[Row]]] = {}
    for line in facts.lines:
        form = _misspelt(line.raw) if not line.budget > 0 else ""
        if form:
            found.setdefault(round_key(line), {}).setdefault(form, []).append(line)
    for forms in found.values():
        numbers = dict.fromkeys(line.project_no for same in forms.values() for line in same)
        said = joined(f"“{form}” ({format_count(len(same))} แห่ง)" for form, same in forms.items())
        yield Hit(
            [cell(line, "budget", form) for form, same in forms.items() for line in same],
            "mark=awaiting",
            f"ช่องงบประมาณพิมพ์ว่า {said} ที่ถูกคือ “{_RIGHT}” (โครงการ {joined(numbers)})",
            expected=_RIGHT,
            found=", ".join(forms),
        )


def _misspelt(raw: str) -> str:
    """Return the mark of an awaited budget among a line's cells, where it is not spelt right."""
    for text in raw.split(_BETWEEN_CELLS):
        if is_awaiting(text):
            return "" if spells_awaiting(text) else text.strip()
    return ""
