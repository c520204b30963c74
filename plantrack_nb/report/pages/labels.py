"""Short names for columns, charts and cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantrack_nb.thai.groups import GROUPS
from plantrack_nb.thai.names import split_owners

if TYPE_CHECKING:
    from plantrack_nb.office.targets import Target

_SHORT = {group.name: group.short for group in GROUPS}


def short_group(group: str) -> str:
    """Name joint owners in short: "กลุ่มอำนวยการ, กลุ่มกฎหมายฯ"."""
    return ", ".join(_SHORT.get(one, one) for one in split_owners(group).groups) or group


def target_label(target: Target) -> str:
    """Name the target, and say if nobody has confirmed it."""
    return "เป้าหมายของประเทศ" + ("" if target.is_confirmed else " (ยังไม่ยืนยัน)")
