"""The page of widgets: choose a round, click in its charts, see the rows and their source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import ipywidgets as w

from plantrack_nb.check import all_rules
from plantrack_nb.core.calendar import quarter_end
from plantrack_nb.core.errors import PlantrackError, SourceError
from plantrack_nb.core.files import safe_child
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.explore import pieces
from plantrack_nb.explore.beside import beside, differences, side_of
from plantrack_nb.explore.charts.board import Board
from plantrack_nb.explore.charts.plot import Plot
from plantrack_nb.explore.choice import Choice, Shown, narrowed
from plantrack_nb.explore.held import held_back
from plantrack_nb.explore.opened import Opened, drawn, open_round, rounds_there, standing_now
from plantrack_nb.explore.project_cells import project_cells
from plantrack_nb.explore.round_picker import RoundPicker
from plantrack_nb.explore.same_projects import SamePanel
from plantrack_nb.explore.table_panel import TablePanel
from plantrack_nb.explore.triage import Triage
from plantrack_nb.explore.triage_panel import TriagePanel
from plantrack_nb.forms import send
from plantrack_nb.office.project import Project
from plantrack_nb.office.register import Register

_EVERYTHING = ("ทุกโครงการ", "")
_MOST_ROWS = 30
_FEW_NEWS = 5


class Explorer:
    """All of it for one project folder; ``widget`` is what a notebook shows.

    Parameters
    ----------
    project : Project
        The folder with rounds, parameters and outputs.
    key : RoundKey
        The round to begin with.
    today : date
        Day put on notes.

    Raises
    ------
    SourceError
        The round is not here, or cannot be read.
    """

    def __init__(self, project: Project, key: RoundKey, today: date) -> None:
        self._project, self._today = project, today
        self._opened: dict[RoundKey, Opened] = {}
        self._triages: dict[RoundKey, Triage] = {}
        self.keys = rounds_there(project)
        if key not in self.keys:
            raise SourceError(
                f"The round {key} is not here.",
                where=str(project.outputs),
                hint="Make it with 'plantrack run', then run this notebook again.",
            )
        register = Register.load(project.params / "districts.csv")
        self._names = {one.code: one.name for one in register.districts}
        rules = {code: rule.title for code, rule in all_rules().items()}
        self.board = Board(rules, lambda choice: self._guarded(lambda: self.choose(choice)))
        self.beside = Plot("beside")
        self.triage_panel = TriagePanel(lambda: self.triage, self._refresh)
        self.same_panel = SamePanel(project, lambda: self.opened.round, today)
        self._make_widgets(key)
        self.table = TablePanel(lambda: self.opened.round, self._exports)
        self._show_round()
        self.widget = self._arranged()

    @property
    def opened(self) -> Opened:
        """The round that is open."""
        return self.open(self._key)

    @property
    def triage(self) -> Triage:
        """The steps on the open round's findings; what was done can be undone until the end."""
        if self._key not in self._triages:
            self._triages[self._key] = Triage(self._project, self.opened, self._today)
        return self._triages[self._key]

    @property
    def shown(self) -> Shown:
        """What is left of the round under the choice."""
        return narrowed(self.opened, self.triage.findings, self.board.choice)

    def open(self, key: RoundKey) -> Opened:
        """Open a round, once.

        Raises
        ------
        SourceError
            The round cannot be read.
        """
        if key not in self._opened:
            self._say(f"กำลังเปิดรอบของ {self._titled(key)} …")
            self._opened[key] = open_round(self._project, key)
            self._say("")
        return self._opened[key]

    def choose(self, choice: Choice) -> None:
        """Narrow everything to a choice; all of it is sent together, and painted once."""
        with held_back(self._changing):
            self._choose(choice)

    def _choose(self, choice: Choice) -> None:
        findings = self.triage.findings
        self.board.draw(self.opened, findings, choice)
        numbers = {number for _, number in self.one_project.options}
        self._by_hand = False
        self.one_project.value = choice.project_no if choice.project_no in numbers else ""
        self._by_hand = True
        self.clear.disabled = choice.is_everything
        self.head.value = pieces.heading(self._titled(self._key), self.opened, findings)
        self._show_rows()

    def _make_widgets(self, key: RoundKey) -> None:
        self.news, self.said, self.rows = w.HTML(), w.HTML(), w.HTML()
        self.head, self.named = w.HTML(), w.HTML()
        self._compared = w.VBox([self.beside, self.named])
        self._key = key
        self.round = RoundPicker(self.keys, self._names, "เขต", self._other_round)
        self.round.value = key
        self.second = RoundPicker(
            self.keys, self._names, "เทียบกับ", self._other_second, may_be_none=True
        )
        self.one_project = w.Dropdown(description="โครงการ", layout=w.Layout(width="98%"))
        self.clear = _button("แสดงทั้งหมด", "times")
        self.send = _button("ออกแฟ้มให้กลุ่มแก้ไข", "envelope")
        self.seen = _button("รับทราบการเปลี่ยนแปลง", "check")
        self._by_hand = True
        self.one_project.observe(lambda _: self._guarded(self._picked_by_hand), names="value")
        self.clear.on_click(lambda _: self._guarded(lambda: self.choose(Choice())))
        self.send.on_click(lambda _: self._guarded(self._send))
        self.seen.on_click(lambda _: self._guarded(self._mark_seen))

    def _arranged(self) -> w.VBox:
        first, second = self.round, self.second
        rounds = w.HBox([first.district, first.quarter, second.district, second.quarter])
        made = w.VBox(
            [
                w.HTML(pieces.style()),
                rounds,
                w.HBox([self.clear, self.send, self.seen]),
                self.news,
                self.said,
                self._compared,
                self.head,
                self.board.widget,
                self.one_project,
                self.rows,
                self.triage_panel.widget,
                self.same_panel.widget,
                self.table.widget,
            ]
        )
        first.district.add_class("plantrack-district")
        self._compared.add_class("plantrack-compared")
        self.rows.add_class("plantrack-rows")
        made.add_class("plantrack-explorer")
        return made

    def _guarded(self, step: Callable[[], None]) -> None:
        """Do what a widget asks for; what cannot be done is said in words, not as a traceback."""
        try:
            step()
        except PlantrackError as error:
            self.said.value = pieces.failed(error)

    def _say(self, text: str) -> None:
        self.said.value = pieces.told(text) if text else ""

    def _titled(self, key: RoundKey) -> str:
        return (
            f"{self._names.get(key.district, key.district)} ไตรมาส {key.quarter}/{key.fiscal_year}"
        )

    def _exports(self) -> Path:
        return safe_child(self._project.working, *self._key.folders, "exports")

    def _other_round(self) -> None:
        wanted = self.round.value
        if wanted in (None, self._key):
            return
        try:
            self.open(wanted)
        except PlantrackError as error:
            self.round.value = self._key  # what is shown and what is chosen stay one
            self.said.value = pieces.failed(error)
            return
        self._key = wanted
        self._guarded(self._show_round)

    @property
    def _changing(self) -> Sequence[w.Widget]:
        """What a choice changes."""
        own = [self.one_project, self.clear, self.head, self.rows, self.news, self.seen]
        return [*self.board.plots.values(), *own, *self.triage_panel.changing, self.table.rows]

    def _show_round(self) -> None:
        with held_back(self._changing):
            self._fill()

    def _fill(self) -> None:
        pairs = ((one.project_no, one.name) for one in self.opened.records)
        self._by_hand = False
        self.one_project.options = [_EVERYTHING, *((f"{no} {name}", no) for no, name in pairs)]
        self._by_hand = True
        self.choose(Choice())
        self.table.refresh()
        self.same_panel.refresh()
        self._tell_news()
        self._other_second()

    def _other_second(self) -> None:
        try:
            self._draw_beside()
        except PlantrackError as error:
            self.second.value = None
            self.said.value = pieces.failed(error)

    def _draw_beside(self) -> None:
        key = self.second.value
        self._compared.layout.display = "none" if key is None else ""
        if key is None:
            return
        other = self.open(key)
        names = self._titled(self._key), self._titled(key)
        sides = side_of(names[0], self.opened), side_of(names[1], other)
        self.beside.show(beside(f"{names[0]} เทียบกับ {names[1]}", *sides))
        self.named.value = pieces.framed(*differences(names, self.opened, other))

    def _picked_by_hand(self) -> None:
        if self._by_hand:
            self.choose(replace(Choice(), project_no=self.one_project.value))

    def _refresh(self) -> None:
        self.choose(self.board.choice)

    def _show_rows(self) -> None:
        shown = self.shown
        notes = self.triage.notes
        parts = [pieces.findings_table(shown.findings[:_MOST_ROWS], notes, len(shown.findings))]
        if self.board.choice.project_no:
            pictures = drawn(self._project, self._key, shown.findings)
            parts = project_cells(shown, notes, pictures)
        self.rows.value = pieces.framed(*parts)
        self.triage_panel.offer(shown.findings, quarter_end(self._key.fiscal_year, 4))

    def _tell_news(self) -> None:
        new, gone = self.triage.since_last_time()
        self.seen.layout.display = "" if new or gone else "none"
        said = f"ตั้งแต่ครั้งก่อน: ข้อตรวจพบใหม่ {len(new)} ข้อ หายไป {len(gone)} ข้อ"
        names = [f"ใหม่ {one.project_no} {one.message}" for one in new[:_FEW_NEWS]]
        names += [f"หายไป {name}" for name in gone[:_FEW_NEWS]]
        said = said if new or gone else "ไม่มีข้อตรวจพบใหม่ตั้งแต่ครั้งก่อน"
        self.news.value = pieces.told(said, *names)

    def _mark_seen(self) -> None:
        self.triage.mark_seen()
        self._tell_news()

    def _send(self) -> None:
        self._say("กำลังเขียนแฟ้มของแต่ละกลุ่ม …")
        folder = safe_child(self._project.working, *self._key.folders, "corrections")
        sent = send(standing_now(self._project, self._key), self._project.params, folder)
        files = [
            f"{one.group}: {one.cells} ช่อง"
            + (f" และคำถาม {one.questions} ข้อ" if one.questions else "")
            + f" ({one.path.name})"
            for one in sent.parcels
        ]
        said = f"ออกแฟ้มแล้ว {len(files)} กลุ่ม ใน {folder}"
        self._say("\n".join([said, *files]))


def _button(description: str, icon: str) -> w.Button:
    return w.Button(description=description, icon=icon, layout=w.Layout(width="auto"))
