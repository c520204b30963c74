"""Faults in the words of activities and projects: figures, dates, names, slips of the keyboard."""

from __future__ import annotations

import re

from plantrack_nb.core.vocabulary import Status
from plantrack_nb.simulate.draft import Draft, Row, text
from plantrack_nb.simulate.planters.shapes import (
    Chance,
    Change,
    Planter,
    edit,
    one_of,
    plus,
    slip,
)

_NOT_PLAIN = re.compile("ให้|จะ|กำหนด|ไม่|หลัง|เมื่อ|หาก|ที่|เพื่อ|ต้อง|ซึ่ง|[()]")


def _next_year(years: str) -> str:
    return re.sub(r"\d+", lambda year: f"{int(year[0]) + 1}", years)


def _plainly_under_way(_: Draft, row: Row) -> bool:
    return text(row, "status") == Status.IN_PROGRESS and not _NOT_PLAIN.search(text(row, "text"))


def in_the_middle(draft: Draft, row: Row) -> bool:
    """Tell whether a main activity stands in the middle of a list, without parts or a line."""
    number, no = text(row, "activity_no"), text(row, "project_no")
    if number not in {"2", "3"}:
        return False
    parents = {text(one, "parent_no") for _, one in draft.numbered("activities", no)}
    labels = {text(one, "label") for one in draft.of("budget_lines")}
    return number not in parents and text(row, "text") not in labels


def _known_elsewhere(draft: Draft, row: Row) -> bool:
    others = (text(one, "persons") for one in draft.of("projects") if one is not row)
    return bool(text(row, "persons")) and text(row, "persons") in others


def _person(draft: Draft, chance: Chance) -> Change | None:
    """Misspell an officer whom other projects name too, by one letter or sign."""

    def change(row: Row) -> dict[str, object]:
        persons = text(row, "persons")
        lost = chance.draw.randrange(len(persons) - 4, len(persons))
        wrong = chance.draw.choice((f"{persons}์", persons[:lost] + persons[lost + 1 :]))
        return {"persons": wrong}

    return edit("projects", "persons", change, _known_elsewhere)(draft, chance)


PLANTERS: dict[str, Planter] = {
    # figures
    "text-share": slip(r"คิดเป็นร้อยละ (?P<n>[\d.]+)", plus(0.4)),
    "text-parts": slip(r"\(ชาย (?P<n>\d+) คน", plus(2)),
    "text-total": one_of(
        (
            (r"ค่าวัสดุ [\d,]+ บาท รวม (?P<n>[\d,]+) บาท", 1000),
            (r"รุ่นละ \d+ คน รวม (?P<n>\d+) คน", 10),
        ),
        lambda form: slip(form[0], plus(form[1])),
    ),
    "text-list": slip(r"(?P<n>4) ด้าน \(", "5"),
    "text-mean": slip(r"เฉลี่ยรวม 2 ด้าน = (?P<n>[\d.]+)", plus(1.5)),
    "text-levels": slip(r"ระดับปรับปรุง ร้อยละ (?P<n>\d+)", plus(-5)),
    "text-children-amount": slip(r"เป็นเงินทั้งสิ้น (?P<n>[\d,]+) บาท", plus(9000)),
    "text-children-count": slip(r"แบ่งเป็นสองรุ่น จำนวน (?P<n>\d+) คน", plus(5)),
    "text-target": slip(r"คัดเลือกผู้เข้าร่วมงาน.* จำนวน (?P<n>\d+) คน", lambda many: f"{many}0"),
    "text-achieved": slip(r"มีความรู้ความเข้าใจเรื่อง.* ร้อยละ (?P<n>\d+)", "55"),
    "text-unit": slip(r"2\.(?:ครู|นักเรียน)\S+ จำนวน \d+ (?P<n>คน)", "แห่ง", "targets"),
    "name-head-count": slip(r"โรงเรียนในสังกัด (?P<n>\d+) แห่ง", plus(3), "targets"),
    # dates
    "date-months": slip(r"ค่าจ้าง (?P<n>12) เดือน \(", "11"),
    "date-impossible": slip(
        r"(?:เมื่อวันที่|ณ วันที่) (?P<n>\d+) (?:กุมภาพันธ์|เมษายน|มิถุนายน|กันยายน|พฤศจิกายน)", "31"
    ),
    "date-future-deed": slip(r"เมื่อวันที่ \d+ \S+ (?P<n>25\d\d)", _next_year),
    "date-future-data": slip(r"ข้อมูล ณ วันที่ \d+ \S+ (?P<n>25\d\d)", _next_year),
    "date-beyond-year": slip(r"\((?P<n>ต\.ค\.\d\d-ก\.ย\.\d\d)\)", _next_year, "targets"),
    "date-own-year": slip("(?P<n>)$", " ตามแผนของปีงบประมาณ พ.ศ.2560", "indicators"),
    # names
    "name-person": _person,
    "name-foreign-letter": slip("(?P<n>[งนรม])", "\u0e87", "persons"),  # a Lao letter like Thai ง
    "name-system": slip("(?P<n>eMENSCR)", "eMEMSCR"),
    "name-office": one_of(
        ("สพพ", "สทป", "สปพ"), lambda wrong: slip(r"(?:ร่วมกับ|ใน )(?P<n>สพป)\.", wrong)
    ),
    "name-group": slip(
        "^กลุ่ม(?:นโยบาย|บริหารงาน|พัฒนาครู|ส่งเสริมการจัดการ).*(?P<n>[ก-ฮ])", "", "owner_groups"
    ),
    # the keyboard
    "activity-lost": slip("(?P<n>.+)", "", wanted=in_the_middle),  # its mark stays
    "list-number": slip(r" (?P<n>2)\.", "3", "indicators"),
    "list-repeated": slip(r" 2\.(?P<n>.*)$", lambda one: f"{one} 3.{one}", "indicators"),
    "project-missing": slip("(?P<n>.+)", "", "indicators"),
    "project-name-start": slip("^(?P<n>โครงการ)", "", "name"),
    "status-word": slip("(?P<n>)$", " เรียบร้อยแล้ว", wanted=_plainly_under_way),
    "wording-cut": slip("(?P<n>)$", " และ", wanted=in_the_middle),
    "wording-brackets": slip("(?P<n>)$", " (กลุ่มที่หนึ่ง", wanted=in_the_middle),
    "wording-percent": slip(r"2\.ร้อยละ (?P<n>\d+) ", "", "indicators"),
    "wording-placeholder": slip(r"2\.(?P<n>\S+ จำนวน \d+ คน)", ".....", "targets"),
    "wording-dot": lambda draft, chance: slip(  # the word before the dot is lost
        "(?P<n>)$", f" ปีงบประมาณ .{draft.key.fiscal_year}", "name"
    )(draft, chance),
    "wording-doubled": slip(
        r"(?P<n>สถานศึกษา|การศึกษา|โรงเรียน|นักเรียน)(?![ะ-ฺ็-๎ๆ])", lambda one: 2 * one
    ),
    "wording-quotes": slip(r"(?<=\s)(?P<n>)\S", "“"),
}
"""Planters by the code of the rule that looks for their fault; they change a round's rows."""
