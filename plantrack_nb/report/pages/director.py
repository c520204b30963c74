"""The director's page: money and projects at a glance, what to decide, what to ask whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plantrack_nb.render.formats import show
from plantrack_nb.render.parts import (
    Bullets,
    Callout,
    Column,
    Fact,
    Facts,
    Paragraph,
    Part,
    Table,
    Tone,
    Unit,
)
from plantrack_nb.report.figures.wording import LEVELS_TH
from plantrack_nb.report.pages.labels import row_of, short_group, target_label

if TYPE_CHECKING:
    from plantrack_nb.report.figures.asks import Ask
    from plantrack_nb.report.figures.facts import RoundFacts


def round_facts(facts: RoundFacts) -> Facts:
    """Show the round at a glance: projects, money disbursed, percent and target."""
    whole, target = facts.whole, facts.target
    goal = None if target is None else target.percent
    late = whole.percent is not None and goal is not None and whole.percent < goal
    without = Tone.PLAIN if goal is None else Tone.GOOD
    return Facts(
        "ภาพรวมของรอบ",
        (
            Fact("โครงการ", whole.projects, suffix="โครงการ", note=_levels(facts)),
            Fact("เบิกจ่ายแล้ว", whole.disbursed, Unit.BAHT, note=_money(facts)),
            Fact(
                "ร้อยละการเบิกจ่าย",
                whole.percent,
                Unit.PERCENT,
                note=_compared(facts),
                tone=Tone.WATCH if late else without,
                share=whole.percent,
                target=goal,
            ),
        ),
    )


def decisions(said: Sequence[str]) -> Part:
    """Frame what needs a decision."""
    if not said:
        return Paragraph("ไม่มีเรื่องที่ต้องตัดสินใจจากข้อมูลของรอบนี้")
    return Callout("เรื่องที่ต้องตัดสินใจ", (Bullets(tuple(said), ordered=True),), Tone.WATCH)


def asks_table(asks: Sequence[Ask], most: int = 5) -> Part:
    """List what to ask whom, at most so many projects."""
    if not asks:
        return Paragraph("ไม่มีโครงการที่ต้องสอบถามเพิ่มเติม")
    more = len(asks) - most
    rows = tuple(
        row_of(
            short_group(one.group),
            f"{one.project_no} {one.name}".strip(),
            one.text,
            one.stake or None,
        )
        for one in asks[:most]
    )
    columns = (
        Column("ถามใคร", width=1.3),
        Column("โครงการ", width=2.4),
        Column("ถามอะไร", width=3),
        Column("เงินที่เกี่ยวข้อง (บาท)", Unit.BAHT),
    )
    note = f"และอีก {more} โครงการ ดูภาคผนวก ข และ ง" if more > 0 else ""
    return Table("ควรถามใคร เรื่องอะไร", columns, rows, name_column=1, note=note)


def _levels(facts: RoundFacts) -> str:
    counts = facts.statuses
    return " · ".join(f"{name} {counts[one]}" for one, name in LEVELS_TH.items() if counts[one])


def _money(facts: RoundFacts) -> str:
    idle, waiting = len(facts.untouched), len(facts.awaiting)
    said = [
        f"จากงบประมาณ {show(facts.whole.budget, Unit.BAHT)} บาท",
        f"ยังไม่เบิกจ่ายเลย {idle} โครงการ" if idle else "",
        f"รอจัดสรร {waiting} โครงการ" if waiting else "",
    ]
    return " · ".join(filter(None, said))


def _compared(facts: RoundFacts) -> str:
    top, rest = facts.largest, facts.besides_largest
    said = [target_label(facts.target)] if facts.target else []
    if top and rest:
        said.append(f"ไม่นับโครงการ {top.project_no} ได้ร้อยละ {show(rest.percent, Unit.PERCENT)}")
    return " · ".join(said)
