"""One district below the country: why it stands so, its projects, a project's cells."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date

import ipywidgets as w

from plantrack_nb.core.errors import PlantrackError
from plantrack_nb.core.findings import Finding
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.explore import pieces
from plantrack_nb.explore.beside import Side, beside, differences, side_of
from plantrack_nb.explore.charts.plot import Plot
from plantrack_nb.explore.choice import Choice, narrowed
from plantrack_nb.explore.country.figures import Place
from plantrack_nb.explore.country.nation import Nation
from plantrack_nb.explore.country.why import (
    HEADS,
    MIDDLE,
    middle,
    not_reported,
    project_rows,
    side,
    why,
)
from plantrack_nb.explore.grid import Grid
from plantrack_nb.explore.opened import Opened, drawn, open_round
from plantrack_nb.explore.project_cells import project_cells
from plantrack_nb.explore.triage import Triage
from plantrack_nb.office.project import Project

_MIDDLE = (MIDDLE, "")


class DistrictPanel:
    """A district's widgets.

    Parameters
    ----------
    project : Project
        Where its rounds are.
    nation : Nation
        The rounds.
    today : date
        Day put on notes.
    say : callable
        Is told what is being done.
    """

    def __init__(
        self,
        project: Project,
        nation: Nation,
        today: date,
        say: Callable[[str], None],
    ) -> None:
        self._project, self._nation, self._today, self._say = project, nation, today, say
        self._rounds: dict[RoundKey, Opened] = {}
        self._places: Sequence[Place] = ()
        self._place: Place | None = None
        self._quarter = 0
        self.project_no = ""
        self.head, self.cells, self.named = w.HTML(), w.HTML(), w.HTML()
        self.against = w.Dropdown(
            options=[_MIDDLE], description="เทียบกับ", layout=w.Layout(width="420px")
        )
        self.by_hand = True
        self.against.observe(lambda _: self._draw_beside() if self.by_hand else None, names="value")
        self.plot = Plot("beside")
        self.projects = Grid("projects", self.choose_project, leads_to="cells")
        self.triage = w.Button(description="จัดการข้อตรวจพบของรอบนี้", icon="edit")
        self.triage.layout.width = "auto"
        self.below = w.VBox()
        self.triage.on_click(lambda _: self._open_triage())
        self.widget = w.VBox(
            [
                self.head,
                w.HBox([self.projects, w.VBox([self.against, self.plot])]),
                self.cells,
                self.named,
                w.HBox([self.triage]),
                self.below,
            ]
        )
        self.widget.add_class("plantrack-district-panel")
        self.cells.add_class("plantrack-cells")
        self.widget.layout.display = "none"

    def show(
        self,
        place: Place,
        places: Sequence[Place],
        quarter: int,
        only: Collection[str] | None,
    ) -> None:
        """Show a district at a quarter; ``only`` names the projects to list, None lists all."""
        self._place, self._places, self._quarter = place, places, quarter
        self.project_no = ""
        self.widget.layout.display = ""
        self.cells.value, self.below.children = "", ()
        self._offer(place)
        if self.opened is None:
            self.head.value = pieces.framed(*not_reported(place.course.name, quarter))
            self.projects.show("โครงการ", HEADS, [])
        else:
            held = [one for one in self.opened.records if only is None or one.project_no in only]
            found = [one for one in self.findings if only is None or one.project_no in only]
            self.head.value = pieces.framed(*why(place, held, found, quarter))
            listed = project_rows(held, found)
            self.projects.show(f"{len(listed)} โครงการ เงินค้างมากที่สุดก่อน", HEADS, listed)
        self._draw_beside()

    def hide(self) -> None:
        """Show no district."""
        self._place = None
        self.widget.layout.display = "none"

    @property
    def changing(self) -> list[w.Widget]:
        """What another district changes."""
        own = [self.widget.layout, self.head, self.against, self.plot, self.projects]
        return [*own, self.cells, self.named]

    @property
    def key(self) -> RoundKey | None:
        """The round that is shown; None where the district has not reported."""
        if self._place is None or self._quarter not in self._place.course.reported:
            return None
        return RoundKey(self._place.code, self._nation.fiscal_year, self._quarter)

    @property
    def opened(self) -> Opened | None:
        """The round that is shown, opened."""
        return None if self.key is None else self._open(self.key)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found in it."""
        opened = self.opened
        return () if opened is None else Triage(self._project, opened, self._today).findings

    def choose_project(self, project_no: str) -> None:
        """Show a project's cells."""
        opened = self.opened
        if opened is None:
            return
        self.project_no = project_no
        self.projects.chosen = project_no
        shown = narrowed(opened, self.findings, Choice(project_no=project_no))
        notes = Triage(self._project, opened, self._today).notes
        pictures = drawn(self._project, opened.key, shown.findings)
        self.cells.value = pieces.framed(*project_cells(shown, notes, pictures))

    def _open(self, key: RoundKey) -> Opened:
        if key not in self._rounds:
            self._say(f"กำลังเปิดรอบของ {self._nation.name(key.district)} …")
            self._rounds[key] = open_round(self._project, key)
            self._say("")
        return self._rounds[key]

    def _offer(self, place: Place) -> None:
        chosen = self.against.value
        others = [
            (one.course.name, one.code)
            for one in sorted(self._places, key=lambda one: one.code)
            if one.code != place.code
        ]
        self.by_hand = False
        self.against.options = [_MIDDLE, *others]
        self.against.value = chosen if chosen in {code for _, code in others} else ""
        self.by_hand = True

    def _draw_beside(self) -> None:
        place, code = self._place, self.against.value
        if place is None:
            return
        other = next((one for one in self._places if one.code == code), None)
        try:
            self._put_beside(place, other)
        except PlantrackError as error:
            self.named.value = pieces.failed(error)

    def _put_beside(self, place: Place, other: Place | None) -> None:
        first = side(place.course)
        if other is None:
            self.named.value = ""
            others = middle([one.course for one in self._places], [*first.percents])
            self.plot.show(beside(place.course.name, first, others))
            return
        key = RoundKey(other.code, self._nation.fiscal_year, self._quarter)
        names = place.course.name, other.course.name
        if self.opened is None or self._quarter not in other.course.reported:
            self.named.value = ""
            self.plot.show(beside(" เทียบกับ ".join(names), first, side(other.course)))
            return
        theirs = self._open(key)
        one, two = side_of(names[0], self.opened), side_of(names[1], theirs)
        whole = [
            Side(own.name, {**side(course).percents, **own.percents})
            for own, course in ((one, place.course), (two, other.course))
        ]
        self.plot.show(beside(" เทียบกับ ".join(names), whole[0], whole[1]))
        self.named.value = pieces.framed(*differences(names, self.opened, theirs))

    def _open_triage(self) -> None:
        from plantrack_nb.explore.explorer import Explorer

        key = self.key
        if key is None:
            return
        self._say("กำลังเปิดหน้าจัดการข้อตรวจพบ …")
        made = Explorer(self._project, key, self._today)
        made.choose(Choice(project_no=self.project_no))
        self.below.children = (made.widget,)
        self._say("")
