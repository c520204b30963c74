"""What the page of the country shows: a table of districts, charts, and what is taken along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plantrack_nb.core.calendar import quarter_end, round_label, thai_date
from plantrack_nb.explore.charts.plots import Bar, bars
from plantrack_nb.explore.charts.scene import Scene
from plantrack_nb.explore.country.figures import Course, Place
from plantrack_nb.explore.country.nation import Group
from plantrack_nb.explore.country.ranks import Rank
from plantrack_nb.explore.country.unusual import Unusual
from plantrack_nb.explore.grid import Head, Listed
from plantrack_nb.measures.totals import together
from plantrack_nb.render import parts as p
from plantrack_nb.render.formats import show
from plantrack_nb.report.pages.country.rounds import tone_of

if TYPE_CHECKING:
    import pandas as pd

MOST_GROUPS, MOST_BARS = 12, 40
_MILLION = 1e6
TITLES = {
    "district": "รหัสเขต",
    "name": "เขตพื้นที่",
    "gap": "ห่างเป้าหมาย (จุด)",
    "change": "เพิ่มจากไตรมาสก่อน (จุด)",
    "errors": "ต้องแก้ไข (ข้อ)",
    "warnings": "ควรตรวจสอบ (ข้อ)",
    "missing": "ไตรมาสที่ยังไม่รายงาน",
    "silent": "โครงการไม่มีรายงานเพิ่ม",
    "unlike": "ต่างจากเขตอื่น",
    "projects": "โครงการ",
    "budget": "งบประมาณ (บาท)",
    "disbursed": "เบิกจ่าย (บาท)",
}
"""Titles of the columns that are taken along."""


def quarter_column(quarter: int) -> str:
    """Name the column of a quarter's percent."""
    return f"q{quarter}"


def heads(quarters: Sequence[int]) -> list[Head]:
    """Columns of the table of districts; what districts can be ranked by sorts."""
    return [
        Head("name", "เขตพื้นที่", breaks=False),
        *(Head(quarter_column(one), f"ไตรมาส {one}", p.Unit.PERCENT) for one in quarters),
        Head(Rank.GAP, "ห่างเป้าหมาย (จุด)", p.Unit.PERCENT, sorts=True),
        Head(Rank.CHANGE, "เพิ่มจากไตรมาสก่อน (จุด)", p.Unit.PERCENT, sorts=True),
        Head(Rank.FINDINGS, "ต้องแก้ไข (ข้อ)", p.Unit.COUNT, sorts=True),
        Head("warnings", "ควรตรวจสอบ (ข้อ)", p.Unit.COUNT),
        Head(Rank.LATE, "ค้างรายงาน", sorts=True),
        Head(Rank.UNLIKE, "ต่างจากเขตอื่น (z)", sorts=True),
    ]


def listed(place: Place, targets: Sequence[float | None]) -> Listed:
    """Give a district's row; each quarter is marked by its own target."""
    cells = [
        p.Cell(share, tone=tone_of(None if share is None or goal is None else share - goal))
        for share, goal in zip(place.percents, targets, strict=True)
    ]
    found = place.found
    return Listed(
        place.code,
        (
            place.course.name,
            *cells,
            p.Cell(place.gap, tone=tone_of(place.gap)),
            p.Cell(place.change, tone=p.Tone.BAD if (place.change or 0) < 0 else p.Tone.PLAIN),
            p.Cell(found.errors, tone=p.Tone.BAD if found.errors else p.Tone.PLAIN),
            found.warnings,
            p.Cell(late(place), tone=p.Tone.BAD if place.missing else p.Tone.PLAIN),
            p.Cell(
                unlike(place.unlike[0]) if place.unlike else "",
                tone=p.Tone.WATCH if place.unlike else p.Tone.PLAIN,
            ),
        ),
    )


def late(place: Place) -> str:
    """Say which quarters are missing, or of how many projects nothing was said."""
    if place.missing:
        return f"ขาดไตรมาส {', '.join(map(str, place.missing))}"
    return f"{place.found.silent} โครงการไม่ขยับ" if place.found.silent else ""


def unlike(odd: Unusual) -> str:
    """Name the figure by which a district is unlike the others, and which way."""
    way = "ต่ำ" if odd.z < 0 else "สูง"
    return f"{odd.figure.partition(' (')[0]}{way} {show(round(odd.z, 1), p.Unit.DECIMAL)}"


def headline(courses: Sequence[Course], quarter: int, year: int, target: float | None) -> str:
    """Say in a line how all districts together stand."""
    sums = together(one.totals[quarter] for one in courses if quarter in one.totals)
    made = sum(quarter in one.reported for one in courses)
    goal = "" if target is None else f" (เป้าหมาย {target:g})"
    day = thai_date(quarter_end(year, quarter))
    return (
        f"{round_label(quarter)} ถึง {day} · {made} จาก {len(courses)} เขตรายงานแล้ว"
        f" · {sums.projects:,} โครงการ · งบประมาณ {show(sums.budget, p.Unit.BAHT)} บาท"
        f" · เบิกจ่ายร้อยละ {show(sums.percent, p.Unit.PERCENT)}{goal}"
    )


def groups_scene(groups: Sequence[Group]) -> Scene:
    """Draw where the money is that was not disbursed, by owner group."""
    shown = [one for one in groups if one.left > 0][:MOST_GROUPS]
    data = [
        Bar(
            one.name,
            one.name,
            (
                (
                    "second",
                    one.left / _MILLION,
                    _said(one),
                ),
            ),
            f"{one.left / _MILLION:,.1f}",
        )
        for one in shown
    ]
    count = sum(one.left > 0 for one in groups)
    cut = f"{len(shown)} กลุ่มแรกจาก {count} กลุ่ม " if count > len(shown) else ""
    note = f"{cut}คลิกเพื่อดูเฉพาะกลุ่มนั้นทุกเขต" if shown else "ไม่มีเงินคงเหลือ"
    return bars("เงินที่ยังไม่เบิกจ่าย รายกลุ่ม ทุกเขต", data, "คงเหลือ (ล้านบาท)", note)


def _said(one: Group) -> str:
    return (
        f"{one.name}: คงเหลือ {show(one.left, p.Unit.BAHT)} บาท"
        f" เบิกจ่ายร้อยละ {show(one.percent, p.Unit.PERCENT)}"
        f" {one.projects} โครงการ ใน {one.districts} เขต"
    )


def ranks_scene(title: str, note: str, places: Sequence[Place], goal: float | None) -> Scene:
    """Draw the districts in their order, for a picture to be taken along."""
    data = [
        Bar(
            one.code,
            one.course.name,
            (("accent", one.share or 0.0, one.course.name),),
            show(one.share, p.Unit.PERCENT),
        )
        for one in places[:MOST_BARS]
    ]
    cut = f" · {MOST_BARS} เขตแรกจาก {len(places)} เขต" if len(places) > MOST_BARS else ""
    return bars(title, data, "เบิกจ่าย (ร้อยละ)", f"{note}{cut}", goal=goal, wide=760.0)


def taken_along(places: Sequence[Place], quarters: Sequence[int], quarter: int) -> pd.DataFrame:
    """Give the table of districts as it stands, with plain figures and names."""
    import pandas as pd

    rows = [
        {
            "district": one.code,
            "name": one.course.name,
            **{quarter_column(q): one.percents[at] for at, q in enumerate(quarters)},
            "gap": one.gap,
            "change": one.change,
            "errors": one.found.errors,
            "warnings": one.found.warnings,
            "missing": ", ".join(map(str, one.missing)),
            "silent": one.found.silent,
            "unlike": " · ".join(map(unlike, one.unlike)),
            **_money(one.course, quarter),
        }
        for one in places
    ]
    return pd.DataFrame(rows).astype({"name": "str", "missing": "str", "unlike": "str"})


def titles(quarters: Sequence[int]) -> dict[str, str]:
    """Titles of what is taken along."""
    return {**TITLES, **{quarter_column(one): f"เบิกจ่าย ไตรมาส {one} (ร้อยละ)" for one in quarters}}


def _money(course: Course, quarter: int) -> dict[str, float | None]:
    known = course.totals.get(quarter)
    names = ("projects", "budget", "disbursed")
    return {name: None if known is None else getattr(known, name) for name in names}
