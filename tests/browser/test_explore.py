"""The notebook explore in JupyterLab in a real browser: click, see, waive, come back."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.chromium import EXECUTABLE, Chromium
from helpers.lab import lab, run_notebook
from helpers.pictures import keep_picture
from helpers.pixels import bars, painted

from plantrack_nb.render import theme

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(EXECUTABLE is None, reason="no Chromium on this machine"),
]
POINT = (
    "[...document.querySelectorAll('[aria-label]')]"
    ".find(one => one.getAttribute('aria-label').startsWith('โครงการ 6.7 '))"
)
ROWS = "(document.querySelector('.plantrack-rows') || document.body).innerText"
BUTTON = (
    "[...document.querySelectorAll('.plantrack-triage button')]"
    ".find(one => one.innerText.trim() === '{}')"
)
FIELD = (
    "[...document.querySelectorAll('.plantrack-triage .widget-text')]"
    ".find(one => one.innerText.includes('{}')).querySelector('input')"
)
KILL = """(kernel => {
  kernel.statusChanged.connect((_, status) => { window.died ||= status.includes('restarting') })
  kernel.requestExecute({code: 'import os; os.kill(os.getpid(), 9)'})
  return true
})(jupyterapp.shell.currentWidget.sessionContext.session.kernel)"""


@pytest.fixture
def home(tmp_path: Path, root: Path) -> Path:
    """Copy the project as it is shipped."""
    for name in ("params", "notebooks", "data"):
        shutil.copytree(root / name, tmp_path / "home" / name)
    return tmp_path / "home"


@pytest.fixture
def browser() -> Iterator[Chromium]:
    """Open a browser."""
    with Chromium() as opened:
        yield opened


def run_all(browser: Chromium, address: str) -> None:
    """Run the notebook, and wait until the project's point can be clicked."""
    run_notebook(browser, address, 1500, 2600)
    browser.wait_until(f"!!({POINT})")


def click(browser: Chromium, element: str) -> None:
    """Bring an element into the window and click in its middle."""
    browser.ask(f"({element}).scrollIntoView({{block: 'center'}}), true")
    x, y = browser.ask(
        f"(box => [box.x + box.width / 2, box.y + box.height / 2])"
        f"(({element}).getBoundingClientRect())"
    )
    browser.click(x, y)


def fill(browser: Chromium, label: str, text: str) -> None:
    """Write into a text field of the triage."""
    click(browser, FIELD.format(label))
    browser.type(text)
    browser.wait_until(f"{FIELD.format(label)}.value === {text!r}")


def test_click_see_waive_and_come_back(browser: Chromium, home: Path, tmp_path: Path) -> None:
    """A click in a chart shows a project's rows; a waived finding is waived after a reload."""
    with lab(home, tmp_path / "private") as address:
        run_all(browser, address)
        assert "199,680" not in browser.ask(ROWS)
        click(browser, POINT)
        browser.wait_until(f"{ROWS}.includes('199,680')")
        shown = browser.ask(ROWS)
        assert "47,109 («56.61»)" in shown
        keep_picture(browser, "explore")

        fill(browser, "เหตุผล", "ตรวจกับทะเบียนคุมแล้ว")
        fill(browser, "ผู้บันทึก", "นางสาวสมมติ ตัวอย่าง")
        click(browser, BUTTON.format("ยกเว้น"))
        browser.wait_until(f"{ROWS}.includes('ยกเว้นแล้ว: ตรวจกับทะเบียนคุมแล้ว')")
        kept = (home / "params" / "waivers.yaml").read_text(encoding="utf-8")
        assert "ตรวจกับทะเบียนคุมแล้ว" in kept
        assert 'district: "7301"' in kept

        run_all(browser, address)
        click(browser, POINT)
        browser.wait_until(f"{ROWS}.includes('ยกเว้นแล้ว: ตรวจกับทะเบียนคุมแล้ว')")
    assert browser.complaints == []
    elsewhere = [one for one in browser.requests if not one.startswith((address, "blob:"))]
    assert elsewhere == []


PERCENT = re.compile(r"เบิกจ่าย \(ร้อยละ\): ([\d.]+)")


@pytest.mark.parametrize("chosen", ["", POINT])
def test_bars_are_painted_as_long_as_their_numbers(
    browser: Chromium, home: Path, tmp_path: Path, chosen: str
) -> None:
    """Charts on one page do not cut each other's bars, before and after a choice."""
    with lab(home, tmp_path / "private") as address:
        run_all(browser, address)
        if chosen:
            click(browser, chosen)
            browser.wait_until(f"{ROWS}.includes('199,680')")
        browser.ask("scrollTo(0, 0), true")
        for chart in ("owner", "strategy-no"):
            found = bars(browser, f".plantrack-chart-{chart}")
            told = [float(PERCENT.search(one["label"])[1]) for one in found]  # type: ignore[index]
            seen = painted(browser, found, theme.ACCENT, tmp_path / "page.png")
            scale = max(one["width"] for one in found) / max(told)
            assert len(found) > 0
            assert seen == [pytest.approx(one * scale, abs=4) for one in told]


def test_a_kernel_that_dies_loses_nothing(browser: Chromium, home: Path, tmp_path: Path) -> None:
    """What was saved before the kernel was killed is there when the notebook runs again."""
    with lab(home, tmp_path / "private") as address:
        run_all(browser, address)
        click(browser, POINT)
        browser.wait_until(f"{ROWS}.includes('199,680')")
        fill(browser, "เหตุผล", "รอสำเนาใบสำคัญ")
        fill(browser, "ผู้บันทึก", "นางสาวสมมติ ตัวอย่าง")
        click(browser, BUTTON.format("อธิบาย"))
        browser.wait_until(f"{ROWS}.includes('คำอธิบาย: รอสำเนาใบสำคัญ')")
        fill(browser, "เหตุผล", "ยังไม่ได้บันทึก")
        browser.ask(KILL)
        browser.wait_until("window.died === true")
        run_all(browser, address)
        click(browser, POINT)
        browser.wait_until(f"{ROWS}.includes('คำอธิบาย: รอสำเนาใบสำคัญ')")
        assert "ยังไม่ได้บันทึก" not in browser.ask(ROWS)
