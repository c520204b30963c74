"""The notebook country in JupyterLab in a real browser: from all districts down to one cell.

``PLANTRACK_DISTRICTS`` says how many made-up districts there are (60 when the pictures of the
guide are made), ``PLANTRACK_PICTURES`` names a folder that keeps the pictures.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from helpers.chromium import EXECUTABLE, Chromium
from helpers.country import YEAR, Worst, make_country
from helpers.lab import lab, run_notebook
from helpers.pictures import keep_picture
from helpers.pixels import bars, painted

from plantrack_nb.explore.charts.scene import LOOKS

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(EXECUTABLE is None, reason="no Chromium on this machine"),
]
DISTRICTS = int(os.environ.get("PLANTRACK_DISTRICTS", "8"))
WIDTH, HEIGHT = 1440, 1000
GRID, PROJECTS = ".plantrack-districts", ".plantrack-projects"
LEFT = re.compile(r"คงเหลือ ([\d,.]+) บาท")
PAUSE = "new Promise(done => setTimeout(() => done(true), 400))"
IDLE = "jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'"
"""When Python has done what a click has asked for."""

AT_REST = """(async () => {{
  const middle = box => [box.x + box.width / 2, box.y + box.height / 2];
  ({element}).scrollIntoView({{block: 'center'}})
  const before = middle(({element}).getBoundingClientRect())
  await new Promise(done => setTimeout(done, 250))
  const one = {element}, now = middle(one.getBoundingClientRect())
  const same = now.every((place, at) => Math.abs(place - before[at]) < 1)
  return same && one.contains(document.elementFromPoint(...now)) ? now : null
}})()"""
"""The middle of an element in the window, once it has stopped moving and nothing lies on it."""

ALONE = """(async () => {
  const { commands } = jupyterapp
  if (document.querySelector('#jp-left-stack.lm-mod-hidden') === null)
    await commands.execute('application:toggle-left-area')
  return true
})()"""
DARK = "jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab %s'})"
CONTRAST = (
    "axe.run('.plantrack-country', {runOnly: ['color-contrast', 'button-name', 'label']})"
    ".then(all => all.violations.map("
    "one => [one.id, one.nodes.map(node => node.html.slice(0, 200)).slice(0, 5)]))"
)


@dataclass
class Country:
    """A notebook that is open, and what was clicked in it."""

    browser: Chromium
    address: str
    home: Path
    worst: Worst
    clicks: int = field(default=0)

    def start(self, width: int = WIDTH, height: int = HEIGHT) -> None:
        """Open the notebook anew, with nothing chosen."""
        run_notebook(self.browser, self.address, width, height, name="country")
        self.browser.ask(ALONE)
        self.clicks = 0

    def again(self) -> None:
        """Choose nothing any more, as at the start, without opening the notebook anew."""
        if not self.browser.ask("!!document.querySelector('.plantrack-country')"):
            self.start()
        self.browser.resize(WIDTH, HEIGHT)
        for text in ("ห่างเป้าหมาย", "แสดงทั้งหมด"):
            self.click(button(text))
        self.browser.wait_until(
            "!document.querySelector('.plantrack-district-panel')?.offsetParent"
            " && !document.querySelector('.plantrack-country .has-choice')"
        )
        self.clicks = 0

    def click(self, element: str) -> None:
        """Bring an element into the window, wait until it rests, and click in its middle."""
        self.browser.wait_until(f"!!({element})")
        x, y = self.browser.wait_until(AT_REST.format(element=element))
        self.browser.click(x, y)
        self.clicks += 1
        self.browser.ask(PAUSE)
        self.browser.wait_until(IDLE)
        self.browser.ask(PAUSE)

    def until(self, place: str, text: str) -> None:
        """Wait until a place shows a text."""
        wanted = json.dumps(text)
        self.browser.wait_until(
            f"[...document.querySelectorAll('{place}')].some("
            f"one => one.innerText.replaceAll('\\u00a0', ' ').includes({wanted}))"
        )


def row(grid: str, key: str = "") -> str:
    """Name a row of a table: the first, or the one with a key."""
    which = f'tr[data-key="{key}"]' if key else "tr[data-key]"
    return f"document.querySelector('{grid} tbody {which} td')"


def button(text: str) -> str:
    """Name a button by its words."""
    return (
        "[...document.querySelectorAll('.plantrack-country button')]"
        f".find(one => one.innerText.trim().startsWith({json.dumps(text)}))"
    )


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[Country]:
    """Make a country, start JupyterLab in it, and open a browser."""
    folder = tmp_path_factory.mktemp("country")
    worst = make_country(root, folder / "home", DISTRICTS)
    with Chromium() as browser, lab(folder / "home", folder / "private") as address:
        yield Country(browser, address, folder / "home", worst)
        assert browser.complaints == []
        elsewhere = [one for one in browser.requests if not one.startswith((address, "blob:"))]
        assert elsewhere == []


def test_the_worst_is_found_explained_opened_and_taken_along(country: Country) -> None:
    """From the list to the reason, the project, the cell and its words, and to a file."""
    country.start()
    first = country.browser.ask(f"document.querySelector('{GRID} tbody tr').dataset.key")
    assert first == country.worst.code
    country.click(row(GRID))
    country.until(".plantrack-district-panel", f"เงินค้างอยู่ที่ {country.worst.project_no} ")
    country.click(row(PROJECTS, country.worst.project_no))
    country.until(".plantrack-cells", country.worst.percent)
    assert re.search(
        r"L\d+\.5", country.browser.ask("document.querySelector('.plantrack-cells').innerText")
    )
    country.click(button("บันทึก"))
    country.until(".plantrack-country", "บันทึกแล้ว")
    names = {one.suffix for one in (country.home / "outputs-work" / "exports").iterdir()}
    assert names == {".xlsx", ".csv", ".png"}
    country.click(button("จัดการข้อตรวจพบ"))
    country.browser.wait_until("!!document.querySelector('.plantrack-country .plantrack-triage')")


def test_the_keyboard_goes_all_the_way(country: Country) -> None:
    """Arrows move, Enter chooses: a row, then a bar; Escape lets go."""
    country.start()
    press = (
        "(key => !document.activeElement.dispatchEvent("
        "new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true})))"
    )
    ask = country.browser.ask
    ask(f"document.querySelector('{GRID} tbody tr').focus(), true")
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        ask(f"{press}('{key}')")
    third = ask(f"document.querySelectorAll('{GRID} tbody tr')[2].innerText").split("\t")[0]
    country.until(".plantrack-district-panel", third)
    bar = "document.querySelector('.plantrack-chart-groups [tabindex=\"0\"]')"
    name = ask(f"{bar}.dataset.key")
    ask(f"{bar}.focus(), true")
    ask(f"{press}('Enter')")
    country.until(f"{GRID} caption", name)
    ask(f"{bar}.focus(), true")
    ask(f"{press}('Escape')")
    country.until(f"{GRID} caption", "ทุกโครงการ")


def test_bars_are_painted_as_long_as_their_numbers(country: Country, tmp_path: Path) -> None:
    """Of the groups' money, before and after one is chosen."""
    country.start(WIDTH, 3000)
    country.browser.ask("scrollTo(0, 0), true")
    found = bars(country.browser, ".plantrack-chart-groups")
    told = [float(LEFT.search(one["label"])[1].replace(",", "")) for one in found]  # type: ignore[index]
    seen = painted(country.browser, found, LOOKS["second"], tmp_path / "page.png")
    scale = max(one["width"] for one in found) / max(told)
    assert len(found) > 3
    assert seen == [pytest.approx(one * scale, abs=4) for one in told]


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_everything_can_be_read(country: Country, axe: str, theme: str) -> None:
    """Words stand out from their ground, on a light and on a dark one."""
    country.again()
    country.click(row(GRID))
    country.click(row(PROJECTS))
    country.until(".plantrack-cells", "ข้อตรวจพบ")
    country.browser.ask(f"{DARK % theme}.then(() => true)")
    light = "true" if theme == "Light" else "false"
    country.browser.wait_until(f"document.body.dataset.jpThemeLight === '{light}'")
    country.browser.ask(f"{axe}; true")
    assert country.browser.ask(CONTRAST) == []
    country.browser.ask(f"{DARK % 'Light'}.then(() => true)")


BAR = "document.querySelector('.plantrack-chart-groups [data-key]')"
QUESTIONS: dict[str, tuple[Sequence[str], tuple[str, str]]] = {
    "question-1": ((row(GRID), row(PROJECTS)), (".plantrack-cells", "ข้อความเดิมในเอกสาร")),
    "question-2": (
        (button("เพิ่มจากไตรมาสก่อน"), row(GRID)),
        (".plantrack-district-panel", "เงินค้างอยู่ที่"),
    ),
    "question-3": (
        (BAR, row(GRID), row(PROJECTS)),
        (".plantrack-cells", "รายการงบประมาณ"),
    ),
    "question-4": (
        (button("ต่างจากเขตอื่น"), row(GRID)),
        (".plantrack-district-panel", "ขณะที่ค่ากลางของทุกเขตคือ"),
    ),
    "question-5": (
        (button("ข้อตรวจพบ"), row(GRID), row(PROJECTS), button("จัดการข้อตรวจพบ")),
        (".plantrack-country", "ขอให้แก้ไข"),
    ),
}
"""The five of docs/guide/country.md: what is clicked, and where the answer then stands."""


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_answered_in_four_clicks(country: Country, name: str) -> None:
    """Nothing but clicks, at most four, and the answer is in the window."""
    country.again()
    clicks, (place, answer) = QUESTIONS[name]
    for one in clicks:
        country.click(one)
    country.until(place, answer)
    assert country.clicks <= 4
    keep_picture(country.browser, name)


@pytest.mark.parametrize("width", [1440, 1920])
def test_nothing_overlaps_or_runs_over(country: Country, width: int) -> None:
    """Tables, charts and controls stay within the page at both widths."""
    country.start(width, 1200)
    country.click(row(GRID))
    country.until(".plantrack-district-panel", country.worst.name)
    over = country.browser.ask(
        "(page => [...page.querySelectorAll('table, svg, .widget-inline-hbox')].filter(one => {"
        "  const box = one.getBoundingClientRect(), room = page.getBoundingClientRect();"
        "  return box.width && (box.right > room.right + 2 || box.left < room.left - 2)"
        "}).map(one => one.outerHTML.slice(0, 200)))(document.querySelector('.plantrack-country'))"
    )
    assert over == []
    country.browser.ask("document.querySelector('.plantrack-country').scrollIntoView(), true")
    keep_picture(country.browser, f"country-{width}")


def test_the_year_is_the_notebooks_own(country: Country) -> None:
    """The files' names say year, quarter and order."""
    exports = country.home / "outputs-work" / "exports"
    assert {one.stem for one in exports.iterdir()} == {f"country-{YEAR}-q4-gap"}
