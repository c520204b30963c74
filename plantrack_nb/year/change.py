"""A difference between two rounds of one district: its kinds, and how it is written down."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from plantrack_nb.core.provenance import SourceRef

KINDS_TH: Mapping[str, str] = {
    "project_new": "โครงการใหม่",
    "project_gone": "โครงการที่ไม่มีแล้ว",
    "project_renumbered": "เปลี่ยนเลขที่โครงการ",
    "project_renamed": "เปลี่ยนชื่อโครงการ",
    "project_moved": "ย้ายกลยุทธ์",
    "owner_changed": "เปลี่ยนกลุ่มที่รับผิดชอบ",
    "budget_changed": "งบประมาณเปลี่ยน",
    "disbursed_rose": "เบิกจ่ายเพิ่ม",
    "disbursed_fell": "เบิกจ่ายลดลง",
    "progress_rose": "ความก้าวหน้าเพิ่ม",
    "progress_fell": "ความก้าวหน้าลดลง",
    "status_forward": "สถานะก้าวหน้า",
    "status_back": "สถานะถอยหลัง",
    "activity_new": "กิจกรรมใหม่",
    "activity_gone": "กิจกรรมที่ไม่มีแล้ว",
    "nothing_reported": "ไม่มีรายงานเพิ่มเติม",
}
"""Thai titles of the kinds, in the order of the glossary."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two rounds.

    Parameters
    ----------
    kind : str
        One of :data:`KINDS_TH`.
    project_no, project_no_before : str
        The project in the later and in the earlier round; ``""`` where it is not.
    activity_no : str
        The activity, or ``""`` when the whole project is meant.
    before, after : str
        What stood there and what stands there now.
    message : str
        One Thai sentence.
    refs_before, refs : tuple of SourceRef
        The cells of both rounds.
    """

    kind: str
    project_no: str
    project_no_before: str
    activity_no: str
    before: str
    after: str
    message: str
    refs_before: tuple[SourceRef, ...] = ()
    refs: tuple[SourceRef, ...] = ()


_NAMES = tuple(field.name for field in fields(Change))


def to_json(changes: Iterable[Change]) -> str:
    """Write changes as a JSON array, one object a change."""
    return json.dumps([*map(as_record, changes)], ensure_ascii=False, indent=1) + "\n"


def as_record(one: Change) -> dict[str, object]:
    """Take a change as JSON has it (``asdict`` copies every text of the hundreds there are)."""
    held: dict[str, object] = {name: getattr(one, name) for name in _NAMES}
    for name in ("refs_before", "refs"):
        refs: tuple[SourceRef, ...] = getattr(one, name)
        held[name] = [
            {"file": ref.file, "ref": ref.ref, "raw": ref.raw, "mark": ref.mark} for ref in refs
        ]
    return held


def from_record(held: Mapping[str, Any]) -> Change:
    """Read one object of what :func:`to_json` wrote."""
    refs = {
        name: tuple(SourceRef(**one) for one in held.get(name, ()))
        for name in ("refs_before", "refs")
    }
    return Change(**{**held, **refs})
