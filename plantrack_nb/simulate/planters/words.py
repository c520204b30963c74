"""Faults in figures and dates that the words of a project hold."""

from __future__ import annotations

import re
from collections.abc import Callable

from plantrack_nb.simulate.draft import Draft, number, text
from plantrack_nb.simulate.faults import Chance, Fault, Planted, planter
from plantrack_nb.simulate.money import settled
from plantrack_nb.simulate.places import Slip, first, misprinted, slipped
from plantrack_nb.thai.numbers import format_count, to_float

_Instead = Callable[[re.Match[str]], str]


def _plus(more: float) -> _Instead:
    return lambda found: format_count((to_float(found["n"]) or 0) + more)


def _put(instead: str) -> _Instead:
    return lambda _: instead


def _next_year(found: re.Match[str]) -> str:
    return re.sub(r"\d+", lambda year: f"{int(year[0]) + 1}", found["n"])


_SLIPS: dict[str, Slip] = {
    "text-share": Slip(r"คิดเป็นร้อยละ (?P<n>[\d.]+)", _plus(0.4)),
    "text-parts": Slip(r"\(ชาย (?P<n>\d+) คน", _plus(2)),
    "text-sum": Slip(r"ค่าวัสดุ [\d,]+ บาท รวม (?P<n>[\d,]+) บาท", _plus(1000)),
    "text-product": Slip(r"รุ่นละ \d+ คน รวม (?P<n>\d+) คน", _plus(10)),
    "text-list": Slip(r"(?P<n>4) ด้าน \(", _put("5")),
    "text-mean": Slip(r"เฉลี่ยรวม 2 ด้าน = (?P<n>[\d.]+)", _plus(1.5)),
    "text-levels": Slip(r"ระดับปรับปรุง ร้อยละ (?P<n>\d+)", _plus(-5)),
    "text-children-amount": Slip(r"เป็นเงินทั้งสิ้น (?P<n>[\d,]+) บาท", _plus(9000)),
    "text-children-count": Slip(r"แบ่งเป็นสองรุ่น จำนวน (?P<n>\d+) คน", _plus(5)),
    "text-count": Slip(r"คัดเลือกผู้เข้าร่วมงาน.* จำนวน (?P<n>\d+) คน", _plus(1)),
    "text-achieved": Slip(r"มีความรู้ความเข้าใจเรื่อง.* ร้อยละ (?P<n>\d+)", _put("55")),
    "date-months": Slip(r"ค่าจ้าง (?P<n>12) เดือน \(", _put("11")),
    "date-impossible": Slip(
        r"(?:เมื่อวันที่|ณ วันที่) (?P<n>\d+) (?:กุมภาพันธ์|เมษายน|มิถุนายน|กันยายน|พฤศจิกายน)",
        _put("31"),
    ),
    "date-future-deed": Slip(r"เมื่อวันที่ \d+ \S+ (?P<n>25\d\d)", _next_year),
    "date-future-data": Slip(r"ข้อมูล ณ วันที่ \d+ \S+ (?P<n>25\d\d)", _next_year),
}
"""Slips in the words of an activity."""

_MISPRINTS: dict[str, Slip] = {
    "date-beyond-year": Slip(r"\((?P<n>ต\.ค\.\d\d-ก\.ย\.\d\d)\)", _next_year),
    "text-posts": Slip(r"^(?P<n>\d+) อัตรา", _plus(-1)),
    "text-unit": Slip(r"2\.(?:ครู|นักเรียน)\S+ จำนวน \d+ (?P<n>คน)", _put("แห่ง")),
}


def _slip_planter(rule: str) -> None:
    @planter(rule)
    def planted(draft: Draft, chance: Chance) -> Planted:
        return slipped(draft, chance, rule, _SLIPS[rule])


def _misprint_planter(rule: str) -> None:
    @planter(rule)
    def planted(draft: Draft, chance: Chance) -> Planted:
        return misprinted(draft, chance, rule, "targets", _MISPRINTS[rule])


for _rule in _SLIPS:
    _slip_planter(_rule)
for _rule in _MISPRINTS:
    _misprint_planter(_rule)


@planter("text-pay")
def pay(draft: Draft, chance: Chance) -> Planted:
    """Give a fifth less than heads × rate × months."""
    found = first(draft, "budget_lines", chance, lambda row: "เดือนละ" in text(row, "label"))
    if found is None:
        return None
    at, row = found
    after = settled(
        {
            **row,
            "budget": round(number(row, "budget") * 0.8),
            "disbursed": round(number(row, "disbursed") * 0.8),
            "committed": None,
        }
    )
    where = f"budget_lines.budget {row['line_no']}"
    before, now = format_count(number(row, "budget")), format_count(number(after, "budget"))
    fault = Fault("text-pay", text(row, "project_no"), where, before, now)
    return draft.changed("budget_lines", at, **after), fault


@planter("text-left")
def left(draft: Draft, chance: Chance) -> Planted:
    """Tell of more money left than there is."""
    found = first(draft, "budget_lines", chance, lambda row: "คงเหลือ" in text(row, "label"))
    if found is None:
        return None
    at, row = found
    before = text(row, "label")
    after = Slip(r"คงเหลือ (?P<n>[\d,]+) บาท", _plus(900)).made_in(before) or before
    fault = Fault(
        "text-left", text(row, "project_no"), f"budget_lines.label {row['line_no']}", before, after
    )
    return draft.changed("budget_lines", at, label=after), fault
