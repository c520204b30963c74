"""The map of districts over quarters on a phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from helpers.chromium import EXECUTABLE, Chromium

from plantrack_nb.measures.totals import Totals
from plantrack_nb.office.targets import Target
from plantrack_nb.render.page import to_html
from plantrack_nb.report.pages.country import Line, Quarter, Standing, quarter_page, year_page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(EXECUTABLE is None, reason="no Chromium on this machine"),
]
_NAMES = ("สพป.พระนครศรีอยุธยา เขต 2", "สพม.กรุงเทพมหานคร เขต 1", "สพป.ตาก เขต 1")
_OVERFLOWING = """[...document.querySelectorAll('.fit')].filter(
    one => one.scrollWidth > one.clientWidth).length"""
_OUT_OF_TILES = """[...document.querySelectorAll('.fact :is(dt, dd)')].filter(
    one => one.scrollWidth > one.clientWidth).map(one => one.textContent)"""
_COLLIDING = """[...document.querySelectorAll('.fit :is(td, th)')].filter(
    one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent)"""


_LINES = """[...document.querySelectorAll('.fit tbody th a')].map(one => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size;
})"""


def _line(at: int, quarter: int) -> Line:
    if at == 2 and quarter == 3:
        return Line(f"{1001 + at}", _NAMES[at], Standing.NO_INPUT)
    spent = (12.34, 55.55, 77.77, 100.0)[quarter - 1] - at
    totals = Totals(10, 2, 3, 1000.0, 10.0 * spent, 1)
    reports = {"html": f"{1001 + at}/r.html"}
    return Line(f"{1001 + at}", _NAMES[at], Standing.DONE, totals, reports=reports)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Write the year of three districts, each with four quarters, as a page."""
    quarters = [
        Quarter(
            2565,
            one,
            tuple(_line(at, one) for at in range(3)),
            Target(2565, "overall", one, 25.0 * one, "S", ""),
        )
        for one in (1, 2, 3, 4)
    ]
    file = tmp_path / "index.html"
    links = [f"q{one}/index.html" for one in (1, 2, 3, 4)]
    file.write_text(to_html(year_page("ปี 2565", quarters, links)), encoding="utf-8")
    return file


@pytest.mark.parametrize("width", [360, 412])
def test_the_map_is_seen_whole(browser: Chromium, page: Path, width: int) -> None:
    """All four quarters stand side by side: nobody scrolls sideways, no cell runs into another."""
    browser.open(page, width)
    assert browser.ask("document.querySelectorAll('.fit').length") == 1
    assert browser.ask(_OVERFLOWING) == 0
    assert browser.ask(_COLLIDING) == []
    assert all(lines <= 2 for lines in browser.ask(_LINES))  # no name is cut in itself


def test_no_name_runs_out_of_its_tile(browser: Chromium, tmp_path: Path) -> None:
    """The longest standing has a narrow tile, too."""
    file = tmp_path / "quarter.html"
    quarter = Quarter(2565, 2, tuple(_line(at, 2) for at in range(3)), None)
    file.write_text(to_html(quarter_page(quarter)), encoding="utf-8")
    browser.open(file, 360)
    assert browser.ask(_OUT_OF_TILES) == []


def test_axe_finds_nothing(violations: Callable[[Path, int], list[Any]], page: Path) -> None:
    """Its cells are still cells with their headings."""
    assert violations(page, 360) == []
