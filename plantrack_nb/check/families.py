"""The families of rules by the name people read, for those who show findings."""

from __future__ import annotations

from plantrack_nb.check.registry import FAMILY_TH
from plantrack_nb.check.runner import all_rules
from plantrack_nb.check.waivers import EXPIRED, UNUSED

WAIVERS_TH = "ทะเบียนข้อยกเว้น"


def family_names() -> dict[str, str]:
    """Return the Thai name of each rule's family by the rule's code, families in their order."""
    names = {code: FAMILY_TH[one.family] for code, one in all_rules().items()}
    return names | {EXPIRED: WAIVERS_TH, UNUSED: WAIVERS_TH}
