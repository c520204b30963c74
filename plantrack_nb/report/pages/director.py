"""The director's page: money and projects at a glance, what to decide, what to ask whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plantrack_nb.render import parts as p
from plantrack_nb.render.formats import show
from plantrack_nb.report.figures.listing import numbers
from plantrack_nb.report.figures.official_words import LEVELS_TH, STATE_OVER_TH, STATE_TH
from plantrack_nb.report.figures.owners import short_group
from plantrack_nb.report.figures.sentences import rest_stands
from plantrack_nb.report.pages.labels import (
    more,
    numbered,
    target_label,
)

if TYPE_CHECKING:
    from plantrack_nb.report.figures.facts import RoundFacts
    from plantrack_nb.report.figures.for_director import Ask


def round_facts(facts: RoundFacts) -> p.Facts:
    """Show the round at a glance: projects, money disbursed, percent and target."""
    whole, target = facts.whole, facts.target
    goal = None if target is None else target.percent
    projects = p.Fact("โครงการ", whole.projects, suffix="โครงการ", note=_levels(facts))
    if not facts.has_money:
        money = p.Fact("งบประมาณ", "ไม่มี", note=_states(facts))
        return p.Facts("ภาพรวมของรอบ", (projects, money) if facts.projects else (projects,))
    return p.Facts(
        "ภาพรวมของรอบ",
        (
            projects,
            p.Fact("เบิกจ่ายแล้ว", whole.disbursed, p.Unit.BAHT, note=_money(facts)),
            p.Fact(
                "ร้อยละการเบิกจ่าย",
                whole.percent,
                p.Unit.PERCENT,
                note=_compared(facts),
                tone=_tone(facts),
                share=whole.percent,
                target=goal,
            ),
        ),
    )


def decisions(said: Sequence[str]) -> p.Part:
    """Frame what needs a decision."""
    if not said:
        return p.Paragraph("ไม่มีเรื่องที่ต้องตัดสินใจจากข้อมูลของรอบนี้")
    listed = p.Bullets(tuple(said), ordered=True)
    return p.Callout("เรื่องที่ต้องตัดสินใจ", (listed,), p.Tone.WATCH)


def asks_table(asks: Sequence[Ask], most: int = 4) -> p.Part:
    """List what to ask whom, at most so many projects."""
    if not asks:
        return p.Paragraph("ไม่มีโครงการที่ต้องสอบถามเพิ่มเติม")
    shown = asks[:most]
    costs = any(one.stake for one in shown)
    rows = (
        (
            short_group(one.group),
            numbered(one.project_no, one.name),
            one.text,
            *([one.stake or None] if costs else []),
        )
        for one in shown
    )
    columns: p.Columns = {
        "ผู้รับผิดชอบ": 1.9,
        "โครงการ": 2.4,
        "ประเด็นที่ควรสอบถาม": 3,
        **({"เงินที่เกี่ยวข้อง (บาท)": p.Unit.BAHT} if costs else {}),
    }
    rest = more(len(asks), most, "โครงการ")
    note = f"{rest} ดูภาคผนวก ข และ ง" if rest else ""
    return p.table("โครงการที่ควรสอบถามผู้รับผิดชอบ", columns, rows, name_column=1, note=note)


def _tone(facts: RoundFacts) -> p.Tone:
    """Call it good only if the projects that carry no large part of it stand well too."""
    whole, rest, target = facts.whole.percent, facts.besides_largest, facts.target
    if target is None or whole is None:
        return p.Tone.PLAIN
    stand = [whole, *([rest.percent] if rest and rest.percent is not None else [])]
    return p.Tone.WATCH if min(stand) < target.percent else p.Tone.GOOD


def _levels(facts: RoundFacts) -> str:
    counts = facts.statuses
    return " · ".join(f"{name} {counts[one]}" for one, name in LEVELS_TH.items() if counts[one])


def _states(facts: RoundFacts) -> str:
    names = STATE_OVER_TH if facts.is_over else STATE_TH
    counts = facts.states
    return " · ".join(f"{name} {counts[one]} โครงการ" for one, name in names.items() if counts[one])


def _money(facts: RoundFacts) -> str:
    idle, waiting = len(facts.untouched), len(facts.awaiting)
    none, lacking = ("ไม่ได้เบิกจ่าย", "ไม่ได้รับจัดสรร") if facts.is_over else ("ยังไม่เบิกจ่าย", "รอจัดสรร")
    said = [
        f"จากงบประมาณ {show(facts.whole.budget, p.Unit.BAHT)} บาท",
        f"{none} {idle} โครงการ" if idle else "",
        f"{lacking} {waiting} โครงการ" if waiting else "",
    ]
    return " · ".join(filter(None, said))


def _compared(facts: RoundFacts) -> str:
    rest = facts.besides_largest
    said = [target_label(facts.target)] if facts.target else []
    if rest is not None:
        named = f"หากไม่นับโครงการ {numbers(facts.largest)}"
        said.append(f"{named} ที่เหลือ {rest_stands(facts, rest)}")
    return " · ".join(said)
