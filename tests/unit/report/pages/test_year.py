"""The year on the page, and how old findings are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from helpers.reporting import facts_of, ordinary

from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.targets import Target
from plantrack_nb.render import parts as p
from plantrack_nb.render.codec import from_text, to_text
from plantrack_nb.render.drawing.bars import NARROW, WIDE, drawn
from plantrack_nb.render.html import fragment
from plantrack_nb.report import pages
from plantrack_nb.report.figures.year_so_far import Stage, YearFacts
from plantrack_nb.year.ageing import ages
from plantrack_nb.year.change import Change
from plantrack_nb.year.forecast import forecast
from plantrack_nb.year.since_last_round import SinceLast

FIRST, SECOND = RoundKey("0101", 2565, 1), RoundKey("0101", 2565, 2)
CHANGES = (
    Change("disbursed_rose", "1.1", "1.1", "", "1", "2", "เพิ่ม"),
    Change("status_back", "1.2", "1.2", "1", "ก", "ข", "ถอย"),
    Change("nothing_reported", "2.1", "2.1", "", "", "", "เงียบ"),
    Change("project_gone", "", "2.9", "", "โครงการที่เคยมี", "", "หาย"),
)


def year(**more: Any) -> YearFacts:
    """Return the second quarter of a year."""
    held: dict[str, Any] = {
        "key": SECOND,
        "since": SinceLast(FIRST, CHANGES, ("2.2",)),
        "stages": (Stage(1, 1000.0, 200.0), Stage(2, 1000.0, 500.0)),
        "targets": {
            quarter: Target(2565, "overall", quarter, percent, grade, "ทดสอบ")
            for quarter, percent, grade in ((1, 30.0, "S"), (2, 51.0, "M"), (4, 93.0, "S"))
        },
        "expected": forecast({1: 200.0, 2: 500.0}, 1000.0, 93.0),
    }
    return YearFacts(**{**held, **more})


def test_a_first_round_shows_nothing() -> None:
    """No block, no curve, no table, no annex, no ages; and no year's end before it ends."""
    facts = facts_of(ordinary())
    assert pages.since_block(None, facts) is None
    assert pages.year_curve(None) is None
    assert pages.quarters_table(None) is None
    assert pages.changes_annex("ภาคผนวก ช", None) is None
    assert pages.age_facts({}) is None
    assert pages.ages_table([], {}) is None
    assert pages.fixed_table([]) is None
    assert pages.year_result(facts) is None
    assert pages.left_table([]) is None


def test_what_has_changed_is_counted_and_named() -> None:
    """Finished, worse, silent and gone projects, each by number and name."""
    block = pages.since_block(year(), facts_of(ordinary()))
    assert isinstance(block, p.Series)
    heading, facts, table = block.body
    assert isinstance(heading, p.Heading)
    assert "รอบ 3 เดือน" in heading.text
    assert isinstance(facts, p.Facts)
    assert [one.value for one in facts.facts] == [1, 1, 1, 1]
    assert isinstance(table, p.Table)
    assert [[cell.value for cell in row.cells] for row in table.rows] == [
        ["เสร็จในรอบนี้", 1, "2.2 โครงการง"],
        ["ถอยหลังจากรอบก่อน", 1, "1.2 โครงการข (สถานะถอยหลัง)"],
        ["ไม่มีรายงานเพิ่ม", 1, "2.1 โครงการค"],
        ["โครงการที่หายไป", 1, "โครงการที่เคยมี"],
    ]


def test_every_change_is_folded_away() -> None:
    """A year's changes are a hundred: the annex says how many, and opens."""
    annex = pages.changes_annex("ภาคผนวก ช", SinceLast(FIRST, CHANGES, ()))
    assert isinstance(annex, p.Series)
    _, table = annex.body
    assert isinstance(table, p.Table)
    assert (table.folded, table.caption) == (True, "สิ่งที่เปลี่ยน (4 รายการ)")


def test_at_the_end_of_the_year_nobody_waits_for_money() -> None:
    """What was awaited until then was not given."""
    facts = facts_of(ordinary())
    over = replace(facts, key=RoundKey("0101", 2565, 4))
    said = [getattr(pages.awaiting_table(one), "caption", "") for one in (facts, over)]
    assert said == [
        "โครงการที่รอจัดสรรงบประมาณ (1 โครงการ)",
        "โครงการที่ไม่ได้รับจัดสรรงบประมาณ (1 โครงการ)",
    ]


def test_the_line_to_the_end_of_the_year() -> None:
    """Disbursed, targets and what is expected with its bounds; unconfirmed targets say so."""
    figure = pages.year_curve(year())
    assert isinstance(figure, p.Figure)
    done, goal, expected = figure.curves
    assert done.points == (20.0, 50.0, None, None)
    assert goal.points == (30.0, 51.0, None, 93.0)
    assert "ยังไม่ยืนยัน" in goal.name
    assert expected.points == (None, 50.0, None, 100.0)
    assert expected.bounds == (100.0, 100.0)
    assert "30 กันยายน" in figure.alt
    assert from_text(to_text(figure)) == figure
    for layout in (WIDE, NARROW):
        picture = drawn(figure, layout)
        assert picture.svg().count("<polyline") > 8
        assert all(0 <= one.x <= picture.width for one in picture.labels)
    assert "คาดว่าจะถึง" in str(fragment(figure))
    unknown = pages.year_curve(year(targets={}, expected=None))
    assert isinstance(unknown, p.Figure)
    assert len(unknown.curves) == 1


def test_the_quarters_side_by_side() -> None:
    """What was disbursed in each, and how far it is from the target."""
    table = pages.quarters_table(year())
    assert isinstance(table, p.Table)
    assert [[cell.value for cell in row.cells] for row in table.rows] == [
        ["รอบ 3 เดือน", 1000.0, 200.0, 200.0, 20.0, 30.0, -10.0],
        ["รอบ 6 เดือน", 1000.0, 500.0, 300.0, 50.0, 51.0, -1.0],
    ]
    assert "ยังไม่ยืนยัน" in table.note


def test_how_old_findings_are() -> None:
    """Those that stay, the longest first; new ones are no news here; fixed ones on demand."""
    new, stays, fixed = (
        Finding("amount-percent", name, Severity.ERROR, f"ข้อ {name}") for name in "abc"
    )
    told = ages([(FIRST, [stays, fixed]), (SECOND, [stays, new])])
    facts = pages.age_facts(told)
    assert isinstance(facts, p.Facts)
    assert [one.value for one in facts.facts] == [1, 1, 0, 1, 0]
    table = pages.ages_table([stays, new], told)
    assert isinstance(table, p.Table)
    [row] = table.rows
    assert [cell.value for cell in row.cells[:3]] == ["ยังค้างอยู่", "รอบ 3 เดือน", 2]
    assert isinstance(pages.fixed_table([fixed]), p.Details)
    assert isinstance(pages.ages_table([new], ages([(FIRST, []), (SECOND, [new])])), p.Paragraph)


def test_a_range_is_told_only_where_there_is_one() -> None:
    """Neither words nor legend name bounds that are one and the same figure."""
    [sure, open_] = [
        pages.year_curve(year(expected=forecast(so_far, 1000.0, 93.0)))
        for so_far in ({1: 200.0, 2: 500.0}, {1: 200.0, 2: 250.0})
    ]
    assert isinstance(sure, p.Figure)
    assert isinstance(open_, p.Figure)
    assert "ระหว่าง" not in sure.alt
    assert "แถบ" not in sure.curves[-1].name
    assert "ระหว่างร้อยละ" in open_.alt
    assert "แถบ" in open_.curves[-1].name
    assert sure.alt.startswith("รอบ 6 เดือน เบิกจ่าย")
