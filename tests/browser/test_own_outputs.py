"""What an analyst's own cells show, in a real browser: accessible, and fitting."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import altair as alt
import pandas as pd
import pytest
from helpers.chromium import EXECUTABLE, Chromium
from helpers.own_cells import executed, plain, shown_by
from nbformat.v4 import new_output

from plantrack_nb import shown
from plantrack_nb.render.document import read_notebook
from plantrack_nb.render.page import to_html

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(EXECUTABLE is None, reason="no Chromium on this machine"),
]
WIDTHS = [360, 1280]
_PNG = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a page of every kind of output."""
    long = "กลุ่มบริหารงานบุคคล กลุ่มส่งเสริมการจัดการศึกษา และกลุ่มบริหารงานการเงินและสินทรัพย์"
    money = pd.DataFrame({"กลุ่ม": [long, "กลุ่มนโยบาย"], "budget": [1e6, 2e6], "ปี": [2564, 2565]})
    chart = alt.Chart(money).mark_bar().encode(x="budget:Q", y="กลุ่ม:N", color="ปี:N")
    outputs = [
        shown_by(money),
        shown_by(money.set_index("กลุ่ม")["budget"]),
        shown_by(chart),
        shown_by(shown(chart, "คำบรรยาย", alt="สรุป")),
        plain(**{"image/png": _PNG}),
        new_output("stream", text="พิมพ์ " * 60),
    ]
    made = executed("# รายงานของกลุ่ม\n\nข้อความ\n\n| ก | ข |\n|---|--:|\n| x | 1 |", outputs)
    file = tmp_path_factory.mktemp("own") / "report.html"
    file.write_text(to_html(read_notebook(made)), encoding="utf-8")
    return file


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(
    violations: Callable[[Path, int], list[Any]], page: Path, width: int
) -> None:
    """No violation of WCAG 2.2 AA or of axe's best practices, with every part opened."""
    assert violations(page, width) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits_the_window(browser: Chromium, page: Path, width: int) -> None:
    """Nobody scrolls the page sideways; no label of a chart leaves its picture."""
    browser.open(page, width)
    assert browser.ask("document.documentElement.scrollWidth") == width
    outside = (
        "[...document.querySelectorAll('svg')].filter(e => e.getBoundingClientRect().width)"
        ".flatMap(e => [...e.querySelectorAll('text')].filter(t => {"
        "const a = e.getBoundingClientRect(), b = t.getBoundingClientRect();"
        "return b.left < a.left - 1 || b.right > a.right + 1})).map(t => t.textContent)"
    )
    assert browser.ask(outside) == []
