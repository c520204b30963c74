"""In which order districts are shown: the one to look at first stands first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from plantrack_nb.explore.country.figures import Place

_LAST = float("inf")


class Rank(StrEnum):
    """By what districts are ranked."""

    GAP = "gap"
    CHANGE = "change"
    FINDINGS = "findings"
    LATE = "late"
    UNLIKE = "unlike"


RANK_TH: Mapping[Rank, str] = MappingProxyType(
    {
        Rank.GAP: "ห่างเป้าหมาย",
        Rank.CHANGE: "เพิ่มจากไตรมาสก่อน",
        Rank.FINDINGS: "ข้อตรวจพบ",
        Rank.LATE: "ค้างรายงาน",
        Rank.UNLIKE: "ต่างจากเขตอื่น",
    }
)
_KEYS: Mapping[Rank, Callable[[Place], tuple[float, ...]]] = MappingProxyType(
    {
        Rank.GAP: lambda one: (_least(one.gap), _least(one.share)),
        Rank.CHANGE: lambda one: (_least(one.change),),
        Rank.FINDINGS: lambda one: (-one.found.errors, -one.found.warnings),
        Rank.LATE: lambda one: (-len(one.missing), -one.found.silent),
        Rank.UNLIKE: lambda one: (-max((abs(odd.z) for odd in one.unlike), default=0.0),),
    }
)


def ranked(places: Iterable[Place], by: Rank) -> list[Place]:
    """Order districts, the one to look at first at the top; what is not known stands last."""
    key = _KEYS[by]
    return sorted(places, key=lambda one: (*key(one), one.code))


def _least(value: float | None) -> Any:
    return _LAST if value is None else value
