"""What the heads and labels of a table say of its columns and rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum

from plantrack_nb.thai.text import squeeze


class Meaning(StrEnum):
    """What a column holds, as far as its head tells."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    LEFT = "left"
    TOTAL = "total"
    SO_FAR = "so_far"
    APART = "apart"
    NONE = "none"


_TOTAL_ROW = re.compile(r"(?:ยอด)?รวม|ผลรวม|ทั้งหมด|ทั้งสิ้น|total|grandtotal", re.IGNORECASE)
_TOTAL_HEAD = re.compile(r"(?:ยอด)?รวม(?!กลุ่ม)|ทั้งหมด|ทั้งสิ้น|total", re.IGNORECASE)
_PERCENT = re.compile(r"ร้อยละ|%|เปอร์เซ็นต์|สัดส่วน")
_LEFT = re.compile(r"(?<!ช่วย)(?:คงเหลือ|เหลือ)")
_APART = re.compile(r"ผลต่าง|เพิ่มขึ้น|ลดลง|เพิ่ม ?[/(]|เปลี่ยนแปลง|[+] ?[/,] ?[-–]")
_MEAN_ROW = re.compile(r"(?:ค่า|คะแนน|รวม)?เฉลี่ย")
_SO_FAR = re.compile("สะสม")
_MONEY = re.compile(r"ราคา|มูลค่า|บาท|งบ|เงิน|เบิก|จัดสรร|ผูกพัน|จ่าย")
_NOT_ADDED = re.compile(
    r"เฉลี่ย|คะแนน|ลำดับ|^ที่$|^หน้า$|^ปี|อันดับ|ระดับที่|อัตราส่วน|ต่อ(?:คน|หัว|โรง)|หมายเหตุ|ค่าเป้าหมาย"
)


_BY_HEAD: Sequence[tuple[Meaning, Callable[[str], object]]] = (
    (Meaning.APART, lambda head: "ร้อยละ" not in head and _APART.search(head)),
    (Meaning.NONE, _NOT_ADDED.search),
    (Meaning.PERCENT, _PERCENT.search),
    (Meaning.LEFT, _LEFT.search),
    (Meaning.SO_FAR, _SO_FAR.search),
    (Meaning.TOTAL, _TOTAL_HEAD.match),
)
"""What is asked of a head, in order."""


def is_total(label: str) -> bool:
    """Tell whether a row is a total by its label."""
    return bool(_TOTAL_ROW.match(squeeze(label)))


def is_mean(label: str) -> bool:
    """Tell whether a row holds the means of those above it by its label."""
    return bool(_MEAN_ROW.match(squeeze(label)))


def is_grand(label: str) -> bool:
    """Tell whether a total is of all rows, not of those of one part."""
    return bool(
        re.fullmatch(
            r"(?:ยอด)?รวม(?:ทั้ง(?:สิ้น|หมด)|ทุก\S*|โครงการ|ทั้งปี)?|ทั้งหมด|ทั้งสิ้น|total|grandtotal",
            squeeze(label),
            re.IGNORECASE,
        )
    )


def meaning(head: str) -> Meaning:
    """Tell what a column holds by its head."""
    plain = squeeze(head)
    for means, is_meant in _BY_HEAD:
        if is_meant(plain):
            return means
    return Meaning.MONEY if _MONEY.search(plain) and "จำนวนโครงการ" not in plain else Meaning.COUNT
