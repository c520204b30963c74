"""The page of the country: choose what is looked at, see districts ranked, go down to a cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import ipywidgets as w

from plantrack_nb.core.errors import PlantrackError
from plantrack_nb.explore import pieces
from plantrack_nb.explore.charts.plot import Plot
from plantrack_nb.explore.country import shown
from plantrack_nb.explore.country.district import DistrictPanel
from plantrack_nb.explore.country.figures import Place, places
from plantrack_nb.explore.country.nation import Nation, Slice
from plantrack_nb.explore.country.ranks import RANK_TH, Rank, ranked
from plantrack_nb.explore.export import export_picture, export_rows
from plantrack_nb.explore.grid import Grid
from plantrack_nb.explore.held import held_back
from plantrack_nb.office.project import Project
from plantrack_nb.render import parts as p

_EVERY_GROUP = ("ทุกกลุ่ม", "")
_FILE = "country"


@dataclass(frozen=True)
class View:
    """What is looked at."""

    quarter: int
    rank: Rank = Rank.GAP
    slice: Slice = Slice()  # noqa: RUF009  # frozen
    district: str = ""


class CountryPage:
    """All of it for a year's rounds; ``widget`` is what a notebook shows.

    Parameters
    ----------
    project : Project
        The folder with rounds, parameters and outputs.
    nation : Nation
        The rounds.
    today : date
        Day put on notes.
    """

    def __init__(self, project: Project, nation: Nation, today: date) -> None:
        self._project, self.nation = project, nation
        self.view = View(nation.quarters[-1])
        self.panel = DistrictPanel(project, nation, today, self.say)
        self._make_widgets()
        self.widget = self._arranged()

    @property
    def places(self) -> list[Place]:
        """The districts in the order in which they are shown."""
        view, nation = self.view, self.nation
        courses = nation.narrowed(view.slice)
        target = nation.target(view.quarter)
        return ranked(places(courses, nation.quarters, view.quarter, target), view.rank)

    def start(self) -> None:
        """Show everything, saying what is being read."""
        self.say(f"กำลังอ่านยอดและข้อตรวจพบของ {len(self.nation.rounds)} รอบ …")
        self._draw_districts()
        self.say("กำลังรวมเงินรายกลุ่ม …")
        self._draw_groups()
        self.say("")

    def say(self, text: str) -> None:
        """Say what is being done, or nothing."""
        self.said.value = pieces.told(text) if text else ""

    def change(self, view: View) -> None:
        """Look at something else."""
        before, self.view = self.view, view
        self._follow()
        if view == before:
            return
        if not view.slice.is_everything and view.slice != before.slice:
            self.say("กำลังรวมโครงการของทุกเขต …")
        with held_back([self.head, self.grid, self.groups, *self.panel.changing]):
            self._draw_districts()
            self._draw_groups()
        self.say("")

    def save(self) -> None:
        """Take along what is on the screen: rows as .xlsx and .csv, the order as a picture."""
        view, nation, found = self.view, self.nation, self.places
        folder = self._project.working / "exports"
        name = f"{_FILE}-{nation.fiscal_year}-q{view.quarter}-{view.rank.value}"
        rows = shown.taken_along(found, nation.quarters, view.quarter)
        made = export_rows(name, "เขตพื้นที่", rows, shown.titles(nation.quarters), folder)
        goal = nation.target(view.quarter)
        scene = shown.ranks_scene(self.caption, self._order, found, goal)
        picture = export_picture(name, scene, folder)
        self.say(f"บันทึกแล้ว: {made[0]} · {made[1].name} · {picture.name}")

    @property
    def caption(self) -> str:
        """What the table shows."""
        view, some = self.view, self.view.slice
        words = f"ชื่อโครงการมีคำว่า “{some.words.strip()}”" if some.words.strip() else ""
        of = " · ".join(filter(None, [some.group, words])) or "ทุกโครงการ"
        return (
            f"ร้อยละการเบิกจ่ายสะสม ไตรมาส {view.quarter} ปีงบประมาณ {self.nation.fiscal_year} · {of}"
        )

    @property
    def _order(self) -> str:
        return f"เรียงตาม{RANK_TH[self.view.rank]} เขตที่ควรดูก่อนอยู่บนสุด"

    def _make_widgets(self) -> None:
        self.head, self.said = w.HTML(), w.HTML()
        self.quarter = w.ToggleButtons(
            options=[(f"ไตรมาส {one}", one) for one in self.nation.quarters],
            value=self.view.quarter,
            style={"button_width": "80px"},
        )
        self.rank = w.ToggleButtons(
            options=[(title, rank) for rank, title in RANK_TH.items()],
            value=self.view.rank,
            style={"button_width": "140px"},
        )
        self.group = w.Dropdown(
            options=[_EVERY_GROUP], description="กลุ่ม", layout=w.Layout(width="420px")
        )
        self.words = w.Combobox(
            placeholder="คำในชื่อโครงการ เช่น นิเทศ แล้วกด Enter",
            description="ชื่อโครงการ",
            continuous_update=False,
            layout=w.Layout(width="380px"),
        )
        auto = w.Layout(width="auto")
        self.clear = w.Button(description="แสดงทั้งหมด", icon="times", layout=auto)
        self.take = w.Button(description="บันทึก .xlsx .csv และภาพ", icon="download", layout=auto)
        self.grid = Grid("districts", self._pick_district, self._pick_rank, "district-panel")
        self.groups = Plot("groups", lambda key: self._do(lambda: self._pick_group(key)))
        self._by_hand = True
        for one in (self.quarter, self.rank, self.group, self.words):
            one.observe(lambda _: self._do(self._picked_by_hand), names="value")
        self.clear.on_click(lambda _: self._do(self._show_all))
        self.take.on_click(lambda _: self._do(self.save))

    def _arranged(self) -> w.VBox:
        below = w.HBox([self.grid, self.groups, self.panel.widget])
        below.add_class("plantrack-country-below")
        made = w.VBox(
            [
                w.HTML(pieces.style()),
                self.head,
                w.HBox([self.quarter, self.take]),
                self.rank,
                w.HBox([self.group, self.words, self.clear]),
                self.said,
                below,
            ]
        )
        made.add_class("plantrack-explorer")
        made.add_class("plantrack-country")
        return made

    def _do(self, step: Callable[[], None]) -> None:
        try:
            step()
        except PlantrackError as error:
            self.said.value = pieces.failed(error)

    def _pick_district(self, code: str) -> None:
        self.view = replace(self.view, district=code)
        with held_back(self.panel.changing):
            self._do(self._draw_district)

    def _pick_rank(self, name: str) -> None:
        self._do(lambda: self.change(replace(self.view, rank=Rank(name))))

    def _pick_group(self, name: str) -> None:
        self.change(replace(self.view, slice=replace(self.view.slice, group=name)))

    def _show_all(self) -> None:
        self.change(replace(self.view, slice=Slice(), district=""))

    def _picked_by_hand(self) -> None:
        if self._by_hand:
            some = Slice(self.group.value, self.words.value)
            view = replace(self.view, quarter=self.quarter.value, rank=self.rank.value, slice=some)
            self.change(view)

    def _follow(self) -> None:
        """Let the controls say what is looked at, however it was chosen."""
        self._by_hand = False
        try:
            self.quarter.value, self.rank.value = self.view.quarter, self.view.rank
            names = {name for _, name in self.group.options}
            self.group.value = self.view.slice.group if self.view.slice.group in names else ""
            self.words.value = self.view.slice.words
        finally:
            self._by_hand = True

    def _draw_districts(self) -> None:
        view, nation, found = self.view, self.nation, self.places
        target = nation.target(view.quarter)
        courses = [one.course for one in found]
        line = shown.headline(courses, view.quarter, nation.fiscal_year, target)
        title = f"ทั้งประเทศ ปีงบประมาณ {nation.fiscal_year}"
        self.head.value = pieces.framed(p.Heading(title, 3), p.Paragraph(line))
        targets = [nation.target(one) for one in nation.quarters]
        self.grid.show(
            f"{self.caption} · {self._order}",
            shown.heads(nation.quarters),
            [shown.listed(one, targets) for one in found],
            sorted_by=view.rank.value,
            chosen=view.district,
        )
        self._draw_district(found)

    def _draw_district(self, found: list[Place] | None = None) -> None:
        known = self.places if found is None else found
        place = next((one for one in known if one.code == self.view.district), None)
        if place is None:
            self.panel.hide()
            return
        self.panel.show(place, known, self.view.quarter, self._numbers(place.code))

    def _numbers(self, code: str) -> set[str] | None:
        some = self.view.slice
        if some.is_everything:
            return None
        projects = self.nation.projects(self.view.quarter)
        return {one.project_no for one in projects if one.district == code and some.holds(one)}

    def _draw_groups(self) -> None:
        found = self.nation.groups(self.view.quarter)
        self._by_hand = False
        try:
            names = [_EVERY_GROUP, *((one.name, one.name) for one in found if one.name)]
            if [*self.group.options] != names:
                self.group.options = names
            self.words.options = self.nation.common_words(self.view.quarter)
        finally:
            self._by_hand = True
        self._follow()
        self.groups.show(shown.groups_scene(found), self.view.slice.group)
