"""What several pages share: short names, the places that contents lead to, rows of plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantrack_nb.render.parts import Cell, Row, RowRole
from plantrack_nb.thai.groups import GROUPS
from plantrack_nb.thai.names import split_owners

if TYPE_CHECKING:
    from plantrack_nb.office.targets import Target
    from plantrack_nb.render.parts import Value
    from plantrack_nb.report.figures.facts import RoundFacts, Sum

PROGRESS, OBSTACLES, ADVICE, SUMMARY = "progress", "obstacles", "advice", "summary"
_SHORT = {group.name: group.short for group in GROUPS}


def row_of(*values: Value | Cell, role: RowRole = RowRole.BODY) -> Row:
    """Make a row; a value becomes a plain cell."""
    return Row(tuple(one if isinstance(one, Cell) else Cell(one) for one in values), role)


def short_group(group: str) -> str:
    """Name joint owners in short: "กลุ่มอำนวยการ, กลุ่มกฎหมายฯ"."""
    return ", ".join(_SHORT.get(one, one) for one in split_owners(group).groups) or group


def target_label(target: Target) -> str:
    """Name the target, and say if nobody has confirmed it."""
    return "เป้าหมายของประเทศ" + ("" if target.is_confirmed else " (ยังไม่ยืนยัน)")


def with_projects(facts: RoundFacts) -> list[Sum]:
    """Return the strategies that have a project."""
    return [one for one in facts.strategies if one.projects]


def strategy_anchor(facts: RoundFacts, number: str) -> str:
    """Name the place of a strategy by its rank, for its number may be any text."""
    return f"strategy-{[one.label for one in facts.strategies].index(number) + 1}"
