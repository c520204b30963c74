"""Pages over many districts: who is behind, who has not reported, groups for a phone, the map."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from plantrack_nb.measures.totals import Totals
from plantrack_nb.office.targets import Target
from plantrack_nb.render import parts as p
from plantrack_nb.render.outline import walk
from plantrack_nb.report.pages.country import Line, Quarter, Standing, quarter_page, year_page
from plantrack_nb.report.pages.country.district_lists import by_letter

NAMES = ("สพป.เชียงใหม่ เขต 1", "สพป.ชลบุรี เขต 2", "สพม.กรุงเทพมหานคร เขต 1", "สพป.ระยอง เขต 1")


def line(at: int, spent: float | None, name: str = "") -> Line:
    """Return a district that has disbursed so many percent, or has not reported."""
    code = f"{1000 + at}"
    if spent is None:
        return Line(code, name or f"สพป.สมมติ เขต {at}", Standing.NO_INPUT)
    totals = Totals(10, 2, 3, 1000.0, 10.0 * spent, 1)
    return Line(
        code,
        name or f"สพป.สมมติ เขต {at}",
        Standing.DONE,
        totals,
        reports={"html": f"{code}/r.html"},
    )


def quarter(number: int, *lines: Line, target: float | None = 50.0) -> Quarter:
    """Return a quarter of those districts."""
    goal = None if target is None else Target(2565, "overall", number, target, "S", "")
    return Quarter(2565, number, lines, goal)


def tables(parts: object) -> Iterator[p.Table]:
    """Give the tables of a document, those in closed groups too."""
    return (one for one in walk(parts) if isinstance(one, p.Table))  # type: ignore[arg-type]


def first_cells(table: p.Table) -> list[object]:
    """Return the names of a table's rows."""
    return [row.cells[0].value for row in table.rows if row.role is p.RowRole.BODY]


def test_the_furthest_below_the_target_comes_first() -> None:
    """Those without a report stand in a list of their own, not among them."""
    page = quarter_page(quarter(2, line(1, 60), line(2, 20), line(3, None), line(4, 45)))
    absent, reported = tables(page.parts)
    assert first_cells(absent) == ["สพป.สมมติ เขต 3 (1003)"]
    assert [str(one)[-5:-1] for one in first_cells(reported)] == ["1002", "1004", "1001"]
    gaps = [row.cells[1] for row in reported.rows]
    assert [cell.value for cell in gaps] == [-30.0, -5.0, 10.0, pytest.approx(-8.3333, abs=1e-3)]
    assert [cell.tone for cell in gaps[:3]] == [p.Tone.BAD, p.Tone.WATCH, p.Tone.GOOD]
    assert reported.rows[0].cells[6].value == 90.0


def test_without_a_target_nobody_is_behind_one() -> None:
    """The column is left out."""
    [reported] = tables(quarter_page(quarter(2, line(1, 60), line(2, 20), target=None)).parts)
    assert "ต่างจากเป้าหมาย" not in " ".join(one.heading for one in reported.columns)


def test_who_moved_most_since_the_quarter_before() -> None:
    """Up and down, in points; a fall is marked."""
    before = quarter(1, line(1, 10), line(2, 30), line(3, 20), line(4, None))
    page = quarter_page(quarter(2, line(1, 60), line(2, 25), line(3, 30), line(4, 9)), before)
    movers = [*tables(page.parts)][-1]
    assert first_cells(movers) == ["สพป.สมมติ เขต 1 (1001)", "สพป.สมมติ เขต 2 (1002)"]
    assert [row.cells[3].value for row in movers.rows if row.role is p.RowRole.BODY] == [50.0, -5.0]
    assert movers.rows[-1].cells[3].tone is p.Tone.BAD
    assert movers.phone is p.Phone.CARDS  # the last column is the one that is looked for
    assert len([*tables(quarter_page(before).parts)]) == 2


def test_many_districts_are_closed_groups() -> None:
    """By the letter of a dictionary, at most thirty in each; nobody is lost or twice."""
    some = [line(at, at % 100, f"{NAMES[at % 4]} {at}") for at in range(245)]
    letters = by_letter(some)
    assert [letter for letter, _ in letters][:2] == ["ก (1)", "ก (2)"]
    assert {letter[0] for letter, _ in letters} == {"ก", "ช", "ร"}
    assert all(len(members) <= 30 for _, members in letters)
    codes = [one.code for _, members in letters for one in members]
    assert sorted(codes) == sorted(one.code for one in some)
    page = quarter_page(quarter(2, *some))
    groups = [one for one in walk(page.parts) if isinstance(one, p.Details)]
    assert len(groups) == len(letters)
    open_tables = [one for one in tables(page.parts) if "ต้องติดตามก่อน" in one.caption]
    assert [len(one.rows) for one in open_tables] == [20]


def test_the_map_of_districts_over_quarters() -> None:
    """A cell a quarter, toned by the distance to its target; missing reports are counted."""
    first = quarter(1, line(1, 40), line(2, 20), target=30.0)
    second = quarter(2, line(1, 45), line(2, None), line(3, 60), target=50.0)
    page = year_page("ปี", [first, second], ["q1/index.html", "q2/index.html"])
    chart = [*tables(page.parts)][-1]
    assert chart.phone is p.Phone.FIT
    assert [(one.group, one.heading) for one in chart.columns][1:3] == [
        ("ไตรมาส", "1"),
        ("ไตรมาส", "2"),
    ]
    cells = {str(row.cells[0].value)[-5:-1]: row.cells for row in chart.rows}
    assert [one.value for one in cells["1001"][1:]] == [40.0, 45.0, None]
    assert [one.tone for one in cells["1001"][1:3]] == [p.Tone.GOOD, p.Tone.WATCH]
    assert [one.value for one in cells["1002"][1:]] == [20.0, None, 1]
    assert [one.value for one in cells["1003"][1:]] == [None, 60.0, 1]
    assert cells["1001"][0].link == "q2/1001/r.html"
    assert cells["1002"][0].link == "q1/1002/r.html"
    said = " ".join(one.text for one in page.parts if isinstance(one, p.Paragraph))
    assert "2 จาก 3 เขตค้างรายงาน" in said
