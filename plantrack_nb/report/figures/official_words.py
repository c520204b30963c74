"""The register of official words: what projects, states, levels and bands are called in a report.

Written Thai as an office writes it. What is signed takes its words from here; sentences are made
of them in :mod:`~plantrack_nb.report.figures.sentences`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plantrack_nb.core.vocabulary import COLUMN_TH, UNMARKED, Band, BudgetState, Status

PROJECTS_TH = "โครงการ/กิจกรรม"
STATE_TH: Mapping[str, str] = MappingProxyType(
    {
        BudgetState.BUDGETED: "ได้รับจัดสรรงบประมาณแล้ว",
        BudgetState.AWAITING: "รอจัดสรรงบประมาณ",
        BudgetState.NONE: "ไม่ใช้งบประมาณ",
    }
)
STATE_OVER_TH = MappingProxyType({**STATE_TH, BudgetState.AWAITING: "ไม่ได้รับจัดสรรงบประมาณ"})
"""When the year is over nobody waits any more."""
LEVELS_TH: Mapping[str, str] = MappingProxyType(
    {
        one: COLUMN_TH[one]
        for one in (Status.DONE, Status.IN_PROGRESS, Status.PARTIAL, Status.NOT_STARTED, UNMARKED)
    }
)
"""Levels as they are told, the furthest first."""

BAND_TH: Mapping[str, str] = MappingProxyType(
    {
        Band.OVER_70: "เบิกจ่ายเกินร้อยละ 70 จำนวน",
        Band.UPTO_70: "เบิกจ่ายแล้วไม่เกินร้อยละ 70 จำนวน",
        Band.NOTHING: "ยังไม่เบิกจ่าย",
        Band.AWAITING: "รอจัดสรร",
        Band.NO_BUDGET: "ไม่ใช้งบ",
    }
)
BAND_OVER_TH = MappingProxyType(
    {**BAND_TH, Band.NOTHING: "ไม่ได้เบิกจ่าย", Band.AWAITING: "ไม่ได้รับจัดสรร"}
)

BY_STATE, BY_LEVEL, BY_BAND = (
    "จำแนกตามการจัดสรรงบประมาณ",
    "จำแนกตามระดับการดำเนินการ",
    "จำแนกตามการเบิกจ่าย",
)
"""How a sentence begins that parts the projects."""
