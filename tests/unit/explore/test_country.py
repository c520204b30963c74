"""The country's logic: what is unlike, ranks, slices; and its page in Python alone."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from helpers.country import YEAR, Worst, make_country
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.analysis import rounds
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.explore.country.figures import Course, Found, places
from plantrack_nb.explore.country.nation import Nation, Slice
from plantrack_nb.explore.country.page import CountryPage
from plantrack_nb.explore.country.ranks import Rank, ranked
from plantrack_nb.explore.country.unusual import robust_z, unusual
from plantrack_nb.explore.page import Page
from plantrack_nb.measures.totals import Totals
from plantrack_nb.office.project import Project, round_folder
from plantrack_nb.office.register import Register
from plantrack_nb.office.targets import read_targets

VALUES = st.dictionaries(st.text(max_size=3), st.floats(-1e6, 1e6), min_size=5, max_size=30)


def course(code: str, *percents: float | None, found: Found | None = None) -> Course:
    """Make a district by its percents, one a quarter; None where it has not reported."""
    known = {at: one for at, one in enumerate(percents, start=1) if one is not None}
    money = {at: Totals(10, 5, 1, 100.0, one) for at, one in known.items()}
    return Course(
        code, f"เขต {code}", frozenset(known), money, dict.fromkeys(known, found or Found())
    )


def order(by: Rank, *courses: Course) -> list[str]:
    """Rank districts at the last of two quarters."""
    return [one.code for one in ranked(places(courses, (1, 2), 2, 50.0), by)]


@given(VALUES, st.floats(-1e3, 1e3), st.floats(0.1, 10))
def test_z_asks_neither_for_place_nor_for_scale(
    values: dict[str, float], moved: float, scale: float
) -> None:
    """The middle is nothing, and baht or million baht give the same."""
    found = robust_z(values)
    other = robust_z({name: one * scale + moved for name, one in values.items()})
    if max(map(abs, found.values())) < 1e3:
        assert other == pytest.approx(found, rel=1e-3, abs=1e-2)
    below = sum(one < 0 for one in found.values())
    assert below <= len(values) / 2


def test_one_far_value_does_not_hide_itself() -> None:
    """A mean and its deviation would be drawn along; the median is not."""
    values = {str(at): 90.0 + at for at in range(9)} | {"x": 0.0}
    assert [*unusual({"เบิกจ่าย": values})] == ["x"]
    (odd,) = unusual({"เบิกจ่าย": values})["x"]
    assert (odd.figure, odd.value) == ("เบิกจ่าย", 0.0)
    assert odd.z < 0


@pytest.mark.parametrize("values", [{}, {"a": 1.0, "b": 9.0}, dict.fromkeys("abcdef", 7.0)])
def test_few_or_equal_values_tell_nothing(values: dict[str, float]) -> None:
    """Nobody is unlike the others among four, or where all are the same."""
    assert unusual({"x": values}) == {}


def test_who_differs_among_equals_is_found() -> None:
    """More than half the same: the mean distance stands in for the median one."""
    assert [*unusual({"x": {**dict.fromkeys("abcdefgh", 7.0), "y": 90.0}})] == ["y"]


def test_the_one_to_look_at_first_stands_first() -> None:
    """By distance, change, findings, lateness; what is not known stands last."""
    far, fell = course("far", 10, 12), course("fell", 70, 60, found=Found(0, 3, 0))
    late, bad = course("late", None, 90), course("bad", 80, 95, found=Found(2, 0, 4))
    gone = course("gone", 99, None)
    assert order(Rank.GAP, bad, late, fell, far, gone) == ["far", "fell", "late", "bad", "gone"]
    assert order(Rank.CHANGE, bad, late, far, fell)[0] == "fell"
    assert order(Rank.FINDINGS, late, fell, bad)[:2] == ["bad", "fell"]
    assert order(Rank.LATE, far, bad, late)[:2] == ["late", "bad"]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Name a folder for a project."""
    return tmp_path_factory.mktemp("country") / "home"


@pytest.fixture(scope="module")
def worst(home: Path, root: Path) -> Worst:
    """Make a small country."""
    return make_country(root, home, 6)


@pytest.fixture(scope="module")
def nation(home: Path, worst: Worst) -> Nation:
    """Open its year."""
    names = {one.code: one.name for one in Register.load(home / "params" / "districts.csv")}
    targets = read_targets(home / "params" / "targets.csv")
    return Nation(rounds(fiscal_year=YEAR, outputs=home / "outputs"), names, targets)


@pytest.fixture
def page(home: Path, nation: Nation) -> CountryPage:
    """Open its page."""
    made = CountryPage(Project(home), nation, date(2022, 10, 20))
    made.start()
    return made


def test_a_slice_holds_its_projects_of_every_district(nation: Nation) -> None:
    """Sums over a group are those of its projects; every other district stays, without figures."""
    name = nation.groups(4)[0].name
    courses = nation.narrowed(Slice(group=name))
    assert [one.code for one in courses] == [one.code for one in nation.courses]
    sums = sum(one.totals[4].budget for one in courses if 4 in one.totals)
    assert sums == pytest.approx(nation.groups(4)[0].budget, abs=0.5)
    nobody = nation.narrowed(Slice(words="ไม่มีคำนี้แน่นอน"))
    assert all(not one.totals and one.reported for one in nobody)


def test_words_offered_are_words_of_names(nation: Nation) -> None:
    """Each narrows to something."""
    for word in nation.common_words(4)[:5]:
        assert any(one.totals for one in nation.narrowed(Slice(words=word)))


def test_down_to_the_cell_of_the_worst(page: CountryPage, worst: Worst) -> None:
    """It stands first, its money is named, and its project shows the wrong percent."""
    assert page.grid.drawn["rows"][0][0] == worst.code
    page.grid.picked = {"turn": 1, "row": worst.code}
    said = page.panel.head.value.replace("<wbr>", "")
    assert worst.name in said
    assert "ต่างจากเขตอื่น" in said
    assert f"เงินค้างอยู่ที่</strong> {worst.project_no} " in said
    assert page.panel.projects.drawn["rows"][0][0] == worst.project_no
    page.panel.projects.picked = {"turn": 1, "row": worst.project_no}
    assert worst.percent in page.panel.cells.value.replace("<wbr>", "")


def test_a_group_clicked_narrows_everything(page: CountryPage, worst: Worst) -> None:
    """Table, projects and controls follow; the button shows everything again."""
    name = page.nation.groups(4)[0].name
    page.groups.picked = {"turn": 1, "key": name}
    assert page.group.value == name
    assert name in page.caption
    page.grid.picked = {"turn": 1, "row": worst.code}
    owners = {cells[1].replace("\x1f", "") for _, cells in page.panel.projects.drawn["rows"]}
    assert owners == {name}
    opened = page.panel.opened
    assert opened is not None
    others = [one for one in opened.records if one.owner != name]
    said = page.panel.head.value.replace("<wbr>", "")
    assert not [one for one in others if f"{one.project_no} {one.name}" in said]
    page.clear.click()
    assert page.view.slice.is_everything
    assert page.group.value == ""


def test_two_districts_stand_on_one_axis(page: CountryPage, worst: Worst) -> None:
    """Beside the middle of all at first; then beside another, their differences named."""
    page.grid.picked = {"turn": 1, "row": worst.code}
    assert page.panel.plot.drawn["legend"][1][1].replace("\x1f", "") == "ค่ากลางของทุกเขต"
    other = next(one.code for one in page.places if one.code != worst.code)
    page.panel.against.value = other
    assert page.nation.name(other) in page.panel.plot.drawn["title"].replace("\x1f", "")
    assert "ความต่างของตัวเลข" in page.panel.named.value.replace("<wbr>", "")


def test_what_is_on_the_screen_is_taken_along(page: CountryPage, worst: Worst, home: Path) -> None:
    """In its order, with names, as a workbook, as text, as a picture."""
    page.rank.value = Rank.FINDINGS
    page.save()
    stem = home / "outputs-work" / "exports" / f"country-{YEAR}-q4-findings"
    with stem.with_suffix(".csv").open(encoding="utf-8-sig") as file:
        rows = [*csv.DictReader(file)]
    assert [one["district"] for one in rows] == [one.code for one in page.places]
    assert rows[0]["name"] == page.nation.name(rows[0]["district"])
    sheet = openpyxl.load_workbook(stem.with_suffix(".xlsx")).active
    assert sheet is not None
    assert sheet.max_row == len(rows) + 1
    assert stem.with_suffix(".png").read_bytes().startswith(b"\x89PNG")


def test_a_quarter_without_a_report_is_told(home: Path, nation: Nation, worst: Worst) -> None:
    """The district stays in the list, late, and its panel says what to do."""
    gone = RoundKey(worst.code, YEAR, 4)
    keys = tuple(key for key in nation.rounds.keys if key != gone)
    less = type(nation.rounds)(nation.rounds.outputs, keys)
    page = CountryPage(Project(home), Nation(less, {}), date(2022, 10, 20))
    page.start()
    page.rank.value = Rank.LATE
    assert page.places[0].missing == (4,)
    page.grid.picked = {"turn": 1, "row": worst.code}
    assert "ยังไม่มีรายงานไตรมาส 4" in page.panel.head.value.replace("<wbr>", "")
    assert page.panel.projects.drawn["rows"] == []


def test_who_sent_nothing_all_year_is_the_latest(home: Path, nation: Nation) -> None:
    """A district of the register without any round is not forgotten."""
    page = CountryPage(
        Project(home), Nation(nation.rounds, {"0001": "สพป.เงียบ"}), date(2022, 10, 20)
    )
    page.start()
    assert page.places[-1].code == "0001"
    assert "6 จาก 7 เขตรายงานแล้ว" in page.head.value.replace("<wbr>", "")
    page.rank.value = Rank.LATE
    assert page.places[0].missing == (1, 2, 3, 4)


def test_a_damaged_round_is_told_and_the_page_stays(page: CountryPage, home: Path) -> None:
    """The words stand in the page, not a traceback."""
    code = page.places[-1].code
    file = round_folder(home / "outputs-work", RoundKey(code, YEAR, 1)) / "tables" / "reading.json"
    kept = file.read_bytes()
    try:
        file.write_bytes(b"{")
        page.quarter.value = 1
        page.grid.picked = {"turn": 1, "row": code}
        assert "callout bad" in page.said.value
    finally:
        file.write_bytes(kept)


def test_a_year_without_rounds_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The notebook shows why, and what to do."""
    monkeypatch.setenv("PLANTRACK_HOME", str(home))
    page = Page()
    assert "กำลังเตรียม" in page.widget.children[0].value
    page.show_country(2599)
    assert "ยังไม่มีรอบของปีงบประมาณ 2599" in page.widget.children[0].value.replace("<wbr>", "")


def test_a_fault_of_ours_does_not_look_like_loading(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page says that it failed, and the cell shows where."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("plantrack_nb.analysis.rounds", broken)
    page = Page()
    with pytest.raises(ZeroDivisionError):
        page.show_country(YEAR)
    assert "ไม่สำเร็จ" in page.widget.children[0].value
