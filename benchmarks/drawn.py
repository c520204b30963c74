"""How long a choice in the explorer takes until it is painted, with many districts loaded.

    python -m benchmarks.drawn FOLDER_OF_ROUND_WORKBOOKS WORK_FOLDER [TIMES]

Two JupyterLabs on this machine only, each with a headless Chromium: one has two districts loaded
in its explorer, the other every round of the folder (``plantrack simulate`` makes them). In turn,
a district is chosen in its list and a project is clicked in the first chart. Timed in the page:
from the event to the paint after the last change of the explorer's charts, rows and lists. The
rounds are read and checked once and kept in the work folder, as ``plantrack run`` would.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))  # its browser and its JupyterLab

from helpers.chromium import Chromium  # noqa: E402
from helpers.lab import lab, run_notebook  # noqa: E402

from plantrack_nb.core.files import write_text  # noqa: E402
from plantrack_nb.core.findings import to_json  # noqa: E402
from plantrack_nb.core.schema import RoundKey  # noqa: E402
from plantrack_nb.explore.opened import rounds_there  # noqa: E402
from plantrack_nb.forms.current_round import standing_of  # noqa: E402
from plantrack_nb.load import read_source, write_reading  # noqa: E402
from plantrack_nb.office.project import Project, round_folder  # noqa: E402
from plantrack_nb.office.register import Register  # noqa: E402

QUIET = 600  # ms without a change, after which everything is drawn
FEW = 2
LOAD_ALL = "loaded = [page.made.open(key) for key in page.made.keys]\nassert len(loaded) == {count}"
WATCH = """
window.timed = (place, text) => new Promise(done => {
  const page = document.querySelector('.plantrack-explorer')
  let start = null, painted = 0
  const begin = event => { start ??= performance.now() }
  const events = ['pointerdown', 'change']
  events.forEach(name => page.addEventListener(name, begin, true))
  const watch = new MutationObserver(() => requestAnimationFrame(() => {
    const channel = new MessageChannel()  // its message comes after the paint
    channel.port1.onmessage = () => { painted = performance.now() }
    channel.port2.postMessage(0)
  }))
  watch.observe(page, {subtree: true, childList: true, attributes: true, characterData: true})
  setTimeout(() => done(null), 30000)
  const timer = setInterval(() => {
    const there = page.querySelector(place)?.textContent.replaceAll('\\u00a0', ' ')
    if (start === null || !there?.includes(text.replaceAll('\\u00a0', ' '))) return
    if (performance.now() - Math.max(painted, start) < QUIET) return
    clearInterval(timer)
    watch.disconnect()
    events.forEach(name => page.removeEventListener(name, begin, true))
    done(painted - start)
  }, 20)
}); true
""".replace("QUIET", str(QUIET))
IDLE = "jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'"
SELECT = "document.querySelector('.plantrack-district select')"
CHART = "document.querySelector('.plantrack-chart-project-no')"
POINTS = f"""[...{CHART}.querySelectorAll('[aria-label^=โครงการ]')].map(point => {{
  const box = point.getBoundingClientRect()
  return [point, box.x + box.width / 2, box.y + box.height / 2]
}}).filter(([point, x, y]) => document.elementFromPoint(x, y) === point)"""
"""Points that no other point covers, and their middles."""


@dataclass
class Bench:
    """One JupyterLab with an explorer in it, and what was timed there (ms)."""

    browser: Chromium
    loaded: int
    districts: list[float] = field(default_factory=list)
    projects: list[float] = field(default_factory=list)

    def choose_district(self, at: int) -> None:
        """Choose a district in the list, as the keyboard does, and time it."""
        said = self.browser.ask(f"{SELECT}.options[{at}].text.slice(5)") + " "
        self.browser.ask(f"window.result = timed('h3', {json.dumps(said)}); true")
        self.browser.ask(
            f"{SELECT}.selectedIndex = {at},"
            f"{SELECT}.dispatchEvent(new Event('change', {{bubbles: true}}))"
        )
        self.districts.append(self.browser.ask("window.result"))

    def click_project(self, at: int) -> None:
        """Click a point of the first chart with the mouse, and time it."""
        self.browser.ask(f"{CHART}.scrollIntoView({{block: 'center'}}), true")
        said, x, y = self.browser.ask(
            f"(all => (([point, x, y]) => [point.getAttribute('aria-label'), x, y])"
            f"(all[{at} % all.length]))({POINTS})"
        )
        name = said.split(" ", 2)[2].partition(": งบประมาณ")[0]
        self.browser.ask(f"window.result = timed('.plantrack-rows', {json.dumps(name)}); true")
        self.browser.click(x, y)
        self.projects.append(self.browser.ask("window.result"))


def main(source: Path, work: Path, times: int = 11) -> None:
    """Print the medians and their ratio."""
    homes = made_home(source, work / "few", FEW), made_home(source, work / "all", None)
    with opened(homes[0]) as few, opened(homes[1]) as many:
        for at in range(times + 1):
            for one in (few, many):
                one.choose_district((at + 1) % FEW)
                one.click_project(at)
        for bench in (few, many):  # the first of each only warms up
            del bench.districts[0], bench.projects[0]
        print(f"{times} changes each, from the event to the last paint")
        told("district chosen in the list", few.districts, many.districts, many.loaded)
        told("project clicked in a chart", few.projects, many.projects, many.loaded)


def told(what: str, few: Sequence[float], many: Sequence[float], loaded: int) -> None:
    """Print one comparison."""
    one, other = median(few), median(many)
    print(
        f"{what}: {one:.0f} ms ({min(few):.0f}-{max(few):.0f}) with {FEW} loaded, "
        f"{other:.0f} ms ({min(many):.0f}-{max(many):.0f}) with {loaded}: ratio {other / one:.2f}"
    )


@contextmanager
def opened(home: Path) -> Iterator[Bench]:
    """Start JupyterLab in a project, run its notebook, and wait until every round is loaded."""
    loaded = len(rounds_there(Project(home)))
    with Chromium() as browser, lab(home, home.with_name(f"{home.name}-private")) as address:
        run_notebook(browser, address, 1440, 900, 900)
        browser.wait_until(IDLE, 900)
        browser.ask(WATCH)
        yield Bench(browser, loaded)


def made_home(source: Path, home: Path, count: int | None) -> Path:
    """Make a project of the folder's first rounds, each read and checked beforehand."""
    for name in ("params", "notebooks"):
        shutil.copytree(ROOT / name, home / name, dirs_exist_ok=True)
    shutil.copy(source / "districts.csv", home / "params" / "districts.csv")
    (home / "data").mkdir(exist_ok=True)
    for path in sorted(source.glob("*.xlsx"))[:count]:
        shutil.copy(path, home / "data" / path.name)
    keys = rounds_there(Project(home))
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        list(pool.map(make_round, [home] * len(keys), keys))
    _begin_with(home / "notebooks" / "explore.ipynb", keys)
    return home


def make_round(home: Path, key: RoundKey) -> None:
    """Write a round's tables and findings as ``plantrack run`` does."""
    project = Project(home)
    folder = round_folder(project.working, key)
    if (folder / "findings.json").is_file():
        return
    register = Register.load(project.params / "districts.csv")
    reading = read_source(project.data / f"{key}.xlsx", register)
    write_reading(reading, folder / "tables", "parquet")
    found = standing_of(reading, project.params).findings
    write_text(folder / "findings.json", to_json(found))


def _begin_with(notebook: Path, keys: Sequence[RoundKey]) -> None:
    """Let the notebook begin with a round that is there, and load all before it shows one."""
    held = json.loads(notebook.read_text(encoding="utf-8"))
    key = keys[0]
    for cell in held["cells"]:
        if "parameters" in cell["metadata"].get("tags", ()):
            cell["source"] = (
                f'district = "{key.district}"\n'
                f"fiscal_year = {key.fiscal_year}\nquarter = {key.quarter}"
            )
    load = {**held["cells"][-1], "id": "load-all", "source": LOAD_ALL.format(count=len(keys))}
    held["cells"].append(load)
    notebook.write_text(json.dumps(held), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:4]))
