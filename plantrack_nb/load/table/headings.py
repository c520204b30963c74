"""Find the columns of a progress table by their headings, whatever their order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from plantrack_nb.thai.text import arabic_digits, squeeze


class Role(StrEnum):
    """What a column of the progress table holds."""

    NUMBER = "number"
    PROJECT = "project"
    TARGETS = "targets"
    INDICATORS = "indicators"
    BUDGET = "budget"
    COMMITTED = "committed"
    DISBURSED = "disbursed"
    USED = "used"
    REMAINING = "remaining"
    PERCENT = "percent"
    PROGRESS = "progress"
    ACTION = "action"
    OWNER = "owner"


_HEADINGS: Sequence[tuple[Role, str]] = (
    (Role.NUMBER, r"ที่|ลำดับ(ที่)?|ลำดับโครงการ|no\.?|#"),
    (Role.INDICATORS, r"ตัวชี้วัด.*|ตัวบ่งชี้.*"),
    (Role.TARGETS, r"(ค่า|กลุ่ม)?เป้าหมาย\D*"),
    (Role.OWNER, r"(ผู้|กลุ่ม|หน่วยงาน|กลุ่มงาน|ฝ่าย).*รับผิดชอบ.*|เจ้าของโครงการ|ผู้ประสานงาน"),
    (Role.USED, r"เบิกจ่ายผูกพัน.*|(ผล)?(การ)?ใช้จ่าย.*|เบิกจ่าย(และ|\+|รวม)(ก่อหนี้)?ผูกพัน.*"),
    (Role.COMMITTED, r"(ก่อหนี้)?ผูกพัน.*|เงินผูกพัน.*"),
    (Role.PROGRESS, r"(ระดับ|ร้อยละ)?(ความก้าวหน้า|สถานะ).*|ระดับการดำเนิน(การ|งาน)"),
    (Role.PERCENT, r"(คิดเป็น)?ร้อยละ(ของ|การ|ที่|ผล)*(เบิกจ่าย|ใช้จ่าย)?\D{0,20}|%\D*|เปอร์เซ็นต์\D*"),
    (Role.DISBURSED, r"(ผล|ยอด)?(การ)?เบิกจ่าย.*"),
    (Role.REMAINING, r"(งบประมาณ|ยอด|เงิน)?คงเหลือ.*"),
    (Role.BUDGET, r"(แผน|วงเงิน)?(งบประมาณ|งบ).*|(งบประมาณ)?(ที่)?(ได้รับ)?(การ)?จัดสรร.*|วงเงิน.*"),
    (Role.PROJECT, r"(ชื่อ|แผนงาน/|งาน/)?โครงการ([/(].*|ที่|ตาม(แผน|ที่).*|และกิจกรรม)?"),
    (
        Role.ACTION,
        r"(รายละเอียด|ผล|วิธี)?(การ|ผลการ)?ดำเนิน(การ|งาน)\D*|(รายละเอียด)?กิจกรรม(หลัก|ย่อย|(ที่|การ)?ดำเนิน(การ|งาน)|[/(]\D*)?|ผลการปฏิบัติงาน",
    ),
)
_PATTERNS = [(role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _HEADINGS]
_RESULTS = re.compile(r"ผล(การ)?(ดำเนิน|ปฏิบัติ)")
_FIGURE = re.compile(r"[\d.,()%\s-]*\d[\d.,()%\s-]*")
_ENOUGH = 4
_LONGEST = 60


@dataclass(frozen=True)
class Columns:
    """Which role each column index plays, and which columns have a heading of no such role."""

    roles: Mapping[int, Role]
    others: frozenset[int] = frozenset()

    def role(self, index: int) -> Role | None:
        """Role of the column at ``index`` (from 0)."""
        return self.roles.get(index)

    def index(self, role: Role) -> int | None:
        """Index of the first column with this role."""
        return next((index for index, one in self.roles.items() if one is role), None)

    def has(self, role: Role) -> bool:
        """Tell whether some column plays this role."""
        return role in self.roles.values()


def role_of(heading: str) -> Role | None:
    """Tell which column a heading names, or None when it names none we know."""
    return _role_of(heading) if heading and len(heading) <= 2 * _LONGEST else None


@lru_cache(maxsize=4096)
def _role_of(heading: str) -> Role | None:
    text = squeeze(heading)
    if not text or len(text) > _LONGEST:
        return None
    return next((role for role, pattern in _PATTERNS if pattern.fullmatch(text)), None)


def find_columns(texts: Sequence[str]) -> Columns | None:
    """Read one row as the head of a progress table, or return None when it is not one.

    A head names at least four different columns and among them a project or number column
    and one of money, progress or action; it holds no figure.
    """
    short = (arabic_digits(text) for text in texts if len(text) <= _LONGEST)
    if any(_FIGURE.fullmatch(text) for text in short):
        return None
    roles = _first_of_each(texts)
    found = set(roles.values())
    is_head = (
        len(found) >= _ENOUGH
        and found & {Role.PROJECT, Role.NUMBER}
        and found & {Role.BUDGET, Role.DISBURSED, Role.PROGRESS, Role.ACTION}
    )
    return Columns(roles, _others(roles, texts)) if is_head else None


def refine(columns: Columns, texts: Sequence[str]) -> Columns | None:
    """Add the second row of a two-row head; None when the row is no such second row.

    A finer heading replaces the one above it: ``งบประมาณ`` over ``ได้รับจัดสรร | เบิกจ่าย``.
    """
    filled = [(index, text) for index, text in enumerate(texts) if text.strip()]
    roles = {index: role_of(text) for index, text in filled}
    if not filled or any(role is None for role in roles.values()):
        return None
    if find_columns(texts) is not None and len(filled) > len(columns.roles):
        return find_columns(texts)
    merged = dict(columns.roles) | {index: role for index, role in roles.items() if role}
    kept = dict(sorted(_without_repeats(merged, set(roles)).items()))
    return Columns(kept, (columns.others | _others(kept, texts)) - set(kept))


def counts_columns(texts: Sequence[str]) -> bool:
    """Tell whether a row only numbers the columns, as forms do under their head."""
    counts = [squeeze(arabic_digits(text)).strip("()") for text in texts if text.strip()]
    return len(counts) >= _ENOUGH and counts == [str(at) for at in range(1, len(counts) + 1)]


def repeats(columns: Columns, texts: Sequence[str]) -> bool:
    """Tell whether a row is the same head again, as at the top of every page."""
    again = find_columns(texts)
    return again is not None and set(again.roles.values()) >= set(columns.roles.values())


def _first_of_each(texts: Sequence[str]) -> dict[int, Role]:
    roles: dict[int, Role] = {}
    for index, text in enumerate(texts):
        role = role_of(text)
        if role is not None and role not in roles.values():
            roles[index] = role
    if Role.PROGRESS not in roles.values():
        roles |= _results_as_progress(texts)
    return dict(sorted(roles.items()))


def _results_as_progress(texts: Sequence[str]) -> dict[int, Role]:
    """Where a head has both ``การดำเนินการ`` and ``ผลการดำเนินการ``, the latter is the progress."""
    actions = [index for index, text in enumerate(texts) if role_of(text) is Role.ACTION]
    results = [index for index in actions if _RESULTS.match(squeeze(texts[index]))]
    if len(actions) != 2 or len(results) != 1:
        return {}
    return {index: Role.PROGRESS if index in results else Role.ACTION for index in actions}


def _others(roles: Mapping[int, Role], texts: Sequence[str]) -> frozenset[int]:
    return frozenset(at for at, text in enumerate(texts) if text.strip() and at not in roles)


def _without_repeats(roles: Mapping[int, Role], fresh: set[int]) -> dict[int, Role]:
    """Keep one column a role, preferring those named by the finer head."""
    kept: dict[int, Role] = {}
    for index in sorted(roles, key=lambda one: (one not in fresh, one)):
        if roles[index] not in kept.values():
            kept[index] = roles[index]
    return kept
