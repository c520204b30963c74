"""Slips of the keyboard, marks that do not fit the words, and money left over."""

from __future__ import annotations

import re

from plantrack_nb.core.vocabulary import Status
from plantrack_nb.simulate.draft import Draft, Row, number, text
from plantrack_nb.simulate.faults import Chance, Fault, Planted, planter
from plantrack_nb.simulate.money import settled
from plantrack_nb.simulate.places import Slip, first, misprinted, slipped
from plantrack_nb.thai.numbers import format_baht

_NOT_PLAIN = re.compile("ให้|จะ|กำหนด|ไม่|หลัง|เมื่อ|หาก|ที่|เพื่อ|ต้อง|ซึ่ง|[()]")
_LEFT = 0.6


def _of_project(draft: Draft, table: str, row: Row) -> list[Row]:
    return [one for _, one in draft.numbered(table, text(row, "project_no"))]


@planter("budget-mark-spelling")
def mark_spelling(draft: Draft, chance: Chance) -> Planted:
    """Lose a letter of the mark of an awaited budget."""
    found = first(draft, "budget_lines", chance, lambda row: text(row, "raw").startswith("รอจัดสรร"))
    if found is None:
        return None
    at, row = found
    before = text(row, "raw")
    after = before.replace("รอจัดสรร", chance.draw.choice(("รจัดสรร", "รอกจัดสรร")))
    where = f"budget_lines.raw {row.get('line_no', 1)}"
    fault = Fault("budget-mark-spelling", text(row, "project_no"), where, before, after)
    return draft.changed("budget_lines", at, raw=after), fault


@planter("budget-line-unnamed")
def line_unnamed(draft: Draft, chance: Chance) -> Planted:
    """Lose the words beside one of several amounts."""
    found = first(
        draft,
        "budget_lines",
        chance,
        lambda row: number(row, "budget") > 0 and len(_of_project(draft, "budget_lines", row)) > 1,
    )
    if found is None:
        return None
    at, row = found
    where = f"budget_lines.label {row['line_no']}"
    fault = Fault("budget-line-unnamed", text(row, "project_no"), where, text(row, "label"), "")
    return draft.changed("budget_lines", at, label=""), fault


@planter("status-done-left")
def done_left(draft: Draft, chance: Chance) -> Planted:
    """Leave a good part of a done project's money unspent."""

    def is_done(row: Row) -> bool:
        marks = {text(one, "status") for one in _of_project(draft, "activities", row)} - {""}
        single = len(_of_project(draft, "budget_lines", row)) == 1
        told = "คงเหลือ" in text(row, "label")
        return marks == {Status.DONE.value} and single and number(row, "disbursed") > 0 and not told

    found = first(draft, "budget_lines", chance, is_done)
    if found is None:
        return None
    at, row = found
    spent = round(number(row, "budget") * _LEFT)
    after = settled({**row, "disbursed": spent, "committed": None})
    before, now = format_baht(number(row, "disbursed")), format_baht(spent)
    where = f"budget_lines.disbursed {row['line_no']}"
    fault = Fault("status-done-left", text(row, "project_no"), where, before, now)
    return draft.changed("budget_lines", at, **after), fault


@planter("status-word")
def finished_in_words(draft: Draft, chance: Chance) -> Planted:
    """Let the words of work under way say that it is finished."""
    return slipped(
        draft,
        chance,
        "status-word",
        Slip(r"(?P<n>)$", lambda _: " เรียบร้อยแล้ว"),
        lambda row: (
            text(row, "status") == Status.IN_PROGRESS.value
            and not _NOT_PLAIN.search(text(row, "text"))
        ),
    )


@planter("wording-doubled")
def doubled(draft: Draft, chance: Chance) -> Planted:
    """Type a word twice."""
    word = r"(?P<n>สถานศึกษา|การศึกษา|โรงเรียน|นักเรียน)(?![ะ-ฺ็-๎ๆ])"
    return slipped(draft, chance, "wording-doubled", Slip(word, lambda found: 2 * found["n"]))


@planter("wording-quotes")
def quotes(draft: Draft, chance: Chance) -> Planted:
    """Open a quotation that is never closed."""
    return slipped(draft, chance, "wording-quotes", Slip(r"(?<=\s)(?P<n>)\S", lambda _: "“"))


@planter("date-own-year")
def earlier_year(draft: Draft, chance: Chance) -> Planted:
    """Keep an indicator of a year long past."""
    slip = Slip(r"(?P<n>)$", lambda _: " ตามแผนของปีงบประมาณ พ.ศ.2560")
    return misprinted(draft, chance, "date-own-year", "indicators", slip)
