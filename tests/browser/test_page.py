"""The page in a real browser: accessible, still, and fitting."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from helpers.chromium import EXECUTABLE, Chromium
from helpers.sample_parts import sample_parts

from plantrack_nb.render import parts as p
from plantrack_nb.render.document import assemble
from plantrack_nb.render.page import to_html

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(EXECUTABLE is None, reason="no Chromium on this machine"),
]
WIDTHS = [320, 360, 768, 1280]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sample document as a page."""
    file = tmp_path_factory.mktemp("page") / "report.html"
    file.write_text(to_html(assemble(sample_parts())), encoding="utf-8")
    return file


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(
    violations: Callable[[Path, int], list[Any]], page: Path, width: int
) -> None:
    """No violation of WCAG 2.2 AA or of axe's best practices, with every part opened."""
    assert violations(page, width) == []


def test_the_page_asks_for_nothing(browser: Chromium, page: Path) -> None:
    """The only address is the page itself; no script ran; the embedded font is in use."""
    browser.requests.clear()
    browser.open(page, 1280)
    assert browser.requests == [page.as_uri()]
    assert browser.ask("document.scripts.length") == 0
    assert browser.ask("document.fonts.check('16px Sarabun', 'ก') && document.fonts.size") == 2


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_fits_the_window(browser: Chromium, page: Path, width: int) -> None:
    """Nobody scrolls the page sideways, at any width."""
    browser.open(page, width)
    assert browser.ask("document.documentElement.scrollWidth") == width


def test_no_edge_runs_through_a_wide_table(browser: Chromium, tmp_path: Path) -> None:
    """A table on the long side of the paper is wider than what opens to show it."""
    table = p.table("ตาราง", {"ชื่อ": 1.0, "ผล": 1.0}, [("ก", "ข")], folded=True)
    file = tmp_path / "wide.html"
    made = assemble([p.Masthead("รายงาน"), p.Landscape((table,))])
    file.write_text(to_html(made), encoding="utf-8")
    browser.open(file, 1366)
    browser.ask("document.querySelector('.fold').open = true")
    edge = "getComputedStyle(document.querySelector('.fold')).borderLeftColor"
    wider = "document.querySelector('.fold table').getBoundingClientRect().left < 95"
    assert browser.ask(f"[{wider}, {edge}]") == [True, "rgba(0, 0, 0, 0)"]


@pytest.mark.parametrize("width", [360, 1366])
def test_what_is_opened_is_named_once(browser: Chromium, tmp_path: Path, width: int) -> None:
    """Its summary is seen and its caption is not; the table still has it as its name."""
    table = p.table("ตาราง", {"ชื่อ": 1.0, "ผล": 1.0}, [("ก", "ข")], folded=True)
    file = tmp_path / "fold.html"
    file.write_text(to_html(assemble([p.Masthead("รายงาน"), table])), encoding="utf-8")
    browser.open(file, width)
    browser.ask("document.querySelector('.fold').open = true")
    wide = "document.querySelector('.fold caption').getBoundingClientRect().width"
    assert browser.ask(f"{wide} <= 1")
    assert "caption" in [one.lower() for one in browser.accessible_roles()]


@pytest.mark.parametrize("tail", ["ก" * 70, "04022/" + "1" * 70, "a" * 70])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_word_is_too_long_for_the_window(
    browser: Chromium, tmp_path: Path, width: int, tail: str
) -> None:
    """Numbers, names and addresses without a space break, at the narrowest width too."""
    file = tmp_path / "report.html"
    parts = sample_parts(lambda text: f"{text}{tail}" if text.strip() else text)
    file.write_text(to_html(assemble(parts)), encoding="utf-8")
    browser.open(file, width)
    assert browser.ask("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [360, 1280])
def test_a_card_is_still_a_row_of_a_table(browser: Chromium, page: Path, width: int) -> None:
    """Shown as cards or as a table, assistive technology is told of the same rows and names."""
    browser.open(page, width)
    roles = browser.accessible_roles()
    # Five rows and two of headings of the wide table; the data of the chart are folded away.
    assert (roles.count("table"), roles.count("row")) == (1, 6)
    assert roles.count("rowheader") == 3


def test_on_paper_nothing_is_folded_away(browser: Chromium, page: Path, tmp_path: Path) -> None:
    """Printing the page opens what is closed on screen: the data of the chart, the details."""
    tool = which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext (poppler) is not installed")
    browser.open(page, 1280)
    browser.print(tmp_path / "printed.pdf")
    done = subprocess.run([tool, tmp_path / "printed.pdf", "-"], capture_output=True, check=True)
    assert done.stdout.decode().count("กลุ่มตัวอย่าง\n") >= 2
