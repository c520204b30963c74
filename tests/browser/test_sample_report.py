"""The report of the sample round in a real browser, as its readers get it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from helpers.chromium import EXECUTABLE, Chromium
from helpers.cut_words import turns
from helpers.page_fill import filled

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(EXECUTABLE is None, reason="no Chromium on this machine"),
]
WIDTHS = [320, 360, 768, 1280]
SMALLEST_TEXT = 12
_FRONT = 7
"""Pages of the director, memo, cover, preface and contents."""

_CUT = """(() => {
  document.querySelectorAll('details').forEach(one => one.open = true);
  const cut = [], range = document.createRange();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode, text = node.data;
    if (!/[ก-๛]{2}/.test(text)) continue;
    range.selectNodeContents(node);
    if (range.getClientRects().length < 2) continue;
    let before = null;
    for (let at = 0; at < text.length; at++) {
      if (/[\\sั-ฺ็-๎]/.test(text[at])) continue;
      range.setStart(node, at); range.setEnd(node, at + 1);
      const box = range.getClientRects()[0];
      if (before !== null && box && box.top > before + 4 && !/\\s/.test(text[at - 1]))
        cut.push(text.slice(Math.max(0, at - 12), at) + '|' + text.slice(at, at + 8));
      if (box) before = box.top;
    }
  }
  return cut;
})()"""
"""Where a line ends inside a stretch of text that no ``<wbr>`` and no blank divides."""


@pytest.fixture(scope="module")
def report(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the report of the sample round with the command line."""
    out = tmp_path_factory.mktemp("sample")
    made = subprocess.run(
        [sys.executable, "-m", "plantrack_nb", "run", "--out", str(out), "--formats", "html,pdf"],
        env={**os.environ, "PLANTRACK_HOME": str(root)},
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    (file,) = out.glob("*/*/*/report.html")
    return file


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(
    violations: Callable[[Path, int], list[Any]], report: Path, width: int
) -> None:
    """No violation of WCAG 2.2 AA or of axe's best practices."""
    assert violations(report, width) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits_the_window(browser: Chromium, report: Path, width: int) -> None:
    """Nobody scrolls the page sideways, at any width."""
    browser.open(report, width)
    assert browser.ask("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", WIDTHS)
def test_every_text_of_a_chart_can_be_read(browser: Chromium, report: Path, width: int) -> None:
    """No text of a chart is shown smaller than twelve pixels."""
    browser.open(report, width)
    sizes: list[float] = browser.ask(
        "[...document.querySelectorAll('.chart svg')].filter(one => one.clientWidth).map("
        "one => parseFloat(one.getAttribute('font-size')) * one.clientWidth"
        " / one.viewBox.baseVal.width)"
    )
    assert sizes
    assert min(sizes) >= SMALLEST_TEXT


@pytest.mark.parametrize("width", [360, 390, 768])
def test_lines_break_only_where_the_page_says(browser: Chromium, report: Path, width: int) -> None:
    """No line of the page ends within a piece of Thai, headings and folded tables included."""
    browser.open(report, width)
    assert browser.ask(_CUT) == []


def test_a_number_stays_in_its_card(browser: Chromium, report: Path) -> None:
    """The longest amount of money is no wider than its card on a phone."""
    browser.open(report, 360)
    wider = browser.ask(
        "[...document.querySelectorAll('.fact')].filter(one => one.scrollWidth > one.clientWidth)"
        ".map(one => one.textContent)"
    )
    assert wider == []


def test_it_is_one_small_file_that_asks_for_nothing(browser: Chromium, report: Path) -> None:
    """Under 600 kB with font and charts; no script, and no address but its own."""
    assert report.stat().st_size < 600_000
    browser.requests.clear()
    browser.open(report, 1280)
    assert browser.requests == [report.resolve().as_uri()]
    assert browser.ask("document.scripts.length") == 0


@pytest.mark.skipif(which("pdftotext") is None, reason="pdftotext is not installed")
def test_no_word_is_cut_at_the_end_of_a_line(report: Path) -> None:
    """None in headings, memo, cover, preface and contents; elsewhere one in a thousand or so."""
    found = [*turns(report.with_suffix(".pdf"))]
    cut = [one for one in found if one.cuts]
    assert [one for one in cut if one.page <= _FRONT] == []
    assert len(found) > 500
    assert len(cut) <= len(found) / 500


@pytest.mark.skipif(which("pdftoppm") is None, reason="pdftoppm is not installed")
def test_pages_are_filled(report: Path) -> None:
    """Every page but those that end a part is filled by sixty percent, and they are not many."""
    pages = filled(report.with_suffix(".pdf"))
    assert [one for one in pages if one.share < 0.6 and not one.ends_part] == []
    assert len(pages) <= 45
