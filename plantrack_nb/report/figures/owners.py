"""How responsible groups are named where there is little room."""

from __future__ import annotations

from plantrack_nb.thai.groups import GROUPS
from plantrack_nb.thai.names import split_owners

_SHORT = {group.name: group.short for group in GROUPS}


def short_group(group: str, joined: str = ", ") -> str:
    """Name joint owners in short: "กลุ่มอำนวยการ, กลุ่มกฎหมายฯ"."""
    return joined.join(_SHORT.get(one, one) for one in split_owners(group).groups) or group
