"""What several pages call the same: columns, levels, severities, projects, places to point at."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from plantrack_nb.core.findings import Severity
from plantrack_nb.core.vocabulary import UNMARKED, Status
from plantrack_nb.render.parts import Shade, Tone, Unit

if TYPE_CHECKING:
    import pandas as pd

    from plantrack_nb.core.schema import Column
    from plantrack_nb.office.targets import Target
    from plantrack_nb.report.figures.facts import RoundFacts, Sum

GROUP = "กลุ่ม/ฝ่ายที่รับผิดชอบ"
LEVEL_SHADES: Mapping[str, Shade] = MappingProxyType(
    {
        Status.DONE: Shade.DEEP,
        Status.IN_PROGRESS: Shade.MIDDLE,
        Status.PARTIAL: Shade.WARM,
        Status.NOT_STARTED: Shade.PALE,
        UNMARKED: Shade.FAINT,
    }
)
"""The further, the darker."""

TONES: Mapping[Severity, Tone] = MappingProxyType(
    {
        Severity.ERROR: Tone.BAD,
        Severity.WARNING: Tone.WATCH,
        Severity.INFO: Tone.INFO,
    }
)
PROGRESS, OBSTACLES, ADVICE, SUMMARY = "progress", "obstacles", "advice", "summary"
"""Anchors of the parts that the contents lead to."""

_UNITS = {"baht": Unit.BAHT, "percent": Unit.PERCENT}


def target_label(target: Target) -> str:
    """Name the target, and say if nobody has confirmed it."""
    return "เป้าหมายของประเทศ" + ("" if target.is_confirmed else " (ยังไม่ยืนยัน)")


def strategy_title(one: Sum) -> str:
    """Name a strategy: "กลยุทธ์ที่ 1 …"."""
    return f"กลยุทธ์ที่ {numbered(one.label, one.name)}"


def strategy_anchor(facts: RoundFacts, number: str) -> str:
    """Name the place of a strategy by its rank, for its number may be any text."""
    return f"strategy-{[one.label for one in facts.strategies].index(number) + 1}"


def with_projects(facts: RoundFacts) -> list[Sum]:
    """Return the strategies that have a project."""
    return [one for one in facts.strategies if one.projects]


def numbered(number: str, name: str) -> str:
    """Name a project: "1.1 …"."""
    return f"{number} {name}".strip()


def project_titles(projects: pd.DataFrame) -> dict[str, str]:
    """Return number and name of each project, by number."""
    pairs = zip(projects["project_no"], projects["name"], strict=True)
    return {number: numbered(number, name) for number, name in pairs}


def unit_of(column: Column) -> Unit:
    """Return the unit in which a column of the data is shown."""
    return _UNITS.get(column.unit, Unit.TEXT)


def cut(count: int, most: int, of: str = "รายการ") -> str:
    """Say that only so many of a list are shown, if it is longer."""
    return f"แสดง {most} จาก {count} {of}" if count > most else ""


def more(count: int, most: int, of: str) -> str:
    """Say how many of a list are not shown, if any."""
    return f"และอีก {count - most} {of}" if count > most else ""
