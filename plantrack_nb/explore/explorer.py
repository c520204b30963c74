"""The page of widgets: choose a round, click in its charts, see the rows and their source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import ipywidgets as w

from plantrack_nb.calendar import quarter_end
from plantrack_nb.check import all_rules
from plantrack_nb.correct import Standing, send
from plantrack_nb.errors import PlantrackError, SourceError
from plantrack_nb.explore import html
from plantrack_nb.explore.board import Board
from plantrack_nb.explore.choice import Choice, Shown, narrowed
from plantrack_nb.explore.opened import Opened, open_round, rounds_there
from plantrack_nb.explore.source import marked_cells
from plantrack_nb.explore.table_panel import TablePanel
from plantrack_nb.explore.triage import Triage
from plantrack_nb.explore.triage_panel import TriagePanel
from plantrack_nb.project import Project
from plantrack_nb.schema import RoundKey
from plantrack_nb.workplace import round_folder

_PROJECTS = ["project_no", "name", "owner_groups", "budget_state", "source_ref"]
_LINES = ["project_no", "line_no", "label", "budget", "disbursed", "reported_pct", "source_ref"]
_ACTIVITIES = ["project_no", "activity_no", "text", "status", "progress_pct", "source_ref"]
_EVERYTHING = ("ทุกโครงการ", "")
_NO_SECOND = ("ไม่เทียบ", "")
_MOST_ROWS = 60


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
        keys = rounds_there(project)
        if key not in keys:
            raise SourceError(
                f"The round {key} is not here.",
                where=str(project.outputs),
                hint="Make it with 'plantrack run', then run this notebook again.",
            )
        rules = {code: rule.title for code, rule in all_rules().items()}
        self.board = Board(rules, lambda choice: self.choose(choice, but=self.board.last))
        self.beside = Board(rules, self._draw_beside)
        self.triage_panel = TriagePanel(lambda: self.triage, self._refresh)
        self._make_widgets([(str(one), one) for one in keys], key)
        self.table = TablePanel(lambda: self.opened.round, self._exports)
        self._observe()
        self.choose(Choice())
        self.widget = self._arranged()

    @property
    def opened(self) -> Opened:
        """The round that is open."""
        return self._open(self.round.value)

    @property
    def triage(self) -> Triage:
        """The steps on the open round's findings; what was done can be undone until the end."""
        key = self.round.value
        if key not in self._triages:
            self._triages[key] = Triage(self._project, self.opened, self._today)
        return self._triages[key]

    @property
    def shown(self) -> Shown:
        """What is left of the round under the choice."""
        return narrowed(self.opened, self.triage.findings, self.board.choice)

    def choose(self, choice: Choice, *, but: str = "") -> None:
        """Narrow everything to a choice; the chart in which it was clicked stays as it is."""
        self.board.draw(self.opened, self.triage.findings, choice, but)
        numbers = {number for _, number in self.one_project.options}
        self._by_hand = False
        self.one_project.value = choice.project_no if choice.project_no in numbers else ""
        self._by_hand = True
        self._show_rows()

    def _make_widgets(self, options: list[tuple[str, RoundKey]], key: RoundKey) -> None:
        self.round = w.Dropdown(options=options, value=key, description="รอบ")
        self.second = w.Dropdown(options=[_NO_SECOND, *options], value="", description="เทียบกับ")
        wide = w.Layout(width="98%")
        self.one_project = w.Dropdown(description="โครงการ", layout=wide)
        self._offer_projects()
        self.clear = w.Button(description="แสดงทั้งหมด", icon="times")
        self.send = w.Button(
            description="ออกแฟ้มให้กลุ่มแก้ไข", icon="envelope", layout=w.Layout(width="auto")
        )
        self.seen = w.Button(description="รับทราบ", layout=w.Layout(display="none"))
        self.news, self.said, self.rows = w.HTML(), w.HTML(), w.HTML()

    def _observe(self) -> None:
        self.round.observe(lambda _: self._other_round(), names="value")
        self.second.observe(lambda _: self._other_second(), names="value")
        self.one_project.observe(lambda _: self._picked_by_hand(), names="value")
        self.clear.on_click(lambda _: self.choose(Choice()))
        self.send.on_click(lambda _: self._send())
        self.seen.on_click(lambda _: self._mark_seen())
        self._tell_news()

    def _arranged(self) -> w.VBox:
        made = w.VBox(
            [
                w.HTML(html.style()),
                w.HBox([self.round, self.second, self.clear, self.send]),
                w.HBox([self.news, self.seen]),
                self.said,
                self.board.widget,
                self.beside.widget,
                self.one_project,
                self.rows,
                self.triage_panel.widget,
                self.table.widget,
            ]
        )
        self.rows.add_class("plantrack-rows")
        made.add_class("plantrack-explorer")
        return made

    def _open(self, key: RoundKey) -> Opened:
        if key not in self._opened:
            self._opened[key] = open_round(self._project, key)
        return self._opened[key]

    def _exports(self) -> Path:
        return round_folder(self._project.outputs, self.opened.key) / "exports"

    def _offer_projects(self) -> None:
        projects = self.opened.projects
        pairs = zip(projects["project_no"], projects["name"], strict=True)
        named = [(f"{number} {name}", number) for number, name in pairs]
        self._by_hand = False
        self.one_project.options = [_EVERYTHING, *named]
        self.one_project.value = ""
        self._by_hand = True

    def _other_round(self) -> None:
        self._offer_projects()
        self.choose(Choice())
        self.table.refresh()
        self._tell_news()

    def _other_second(self) -> None:
        self._draw_beside(Choice())

    def _draw_beside(self, choice: Choice) -> None:
        key = self.second.value
        if not key:
            self.beside.widget.children = []
        else:
            opened = self._open(key)
            self.beside.draw(opened, opened.findings, choice, self.beside.last)

    def _picked_by_hand(self) -> None:
        if self._by_hand:
            self.choose(replace(Choice(), project_no=self.one_project.value))

    def _refresh(self) -> None:
        self.choose(self.board.choice)

    def _show_rows(self) -> None:
        shown = self.shown
        notes = self.triage.notes
        pieces = [html.findings_table(shown.findings[:_MOST_ROWS], notes)]
        if len(shown.findings) > _MOST_ROWS:
            pieces.append(html.paragraph(f"แสดง {_MOST_ROWS} ข้อแรก", "muted"))
        if self.board.choice.project_no:
            pieces = [
                html.rows_table("projects", shown.projects, _PROJECTS, "โครงการ"),
                html.rows_table("budget_lines", shown.lines, _LINES, "รายการงบประมาณ"),
                html.rows_table("activities", shown.activities, _ACTIVITIES, "กิจกรรม"),
                *pieces,
                html.sources_table(marked_cells(shown.findings)),
            ]
        self.rows.value = html.page(*pieces)
        key = self.opened.key
        self.triage_panel.offer(shown.findings, quarter_end(key.fiscal_year, 4))

    def _tell_news(self) -> None:
        new, gone = self.triage.since_last_time()
        self.seen.layout.display = "" if new or gone else "none"
        said = f"ตั้งแต่ครั้งก่อน: ข้อตรวจพบใหม่ {len(new)} ข้อ หายไป {len(gone)} ข้อ"
        names = [f"ใหม่ {one.project_no} {one.message}" for one in new[:5]]
        names += [f"หายไป {name}" for name in gone[:5]]
        said = said if new or gone else "ไม่มีข้อตรวจพบใหม่ตั้งแต่ครั้งก่อน"
        self.news.value = html.page(*(html.paragraph(one, "muted") for one in (said, *names)))

    def _mark_seen(self) -> None:
        self.triage.mark_seen()
        self._tell_news()

    def _send(self) -> None:
        opened = self.opened
        now = Standing(opened.round, opened.history, self.triage.findings)
        folder = round_folder(self._project.outputs, opened.key) / "corrections"
        try:
            sent = send(now, self._project.params, folder)
        except PlantrackError as error:
            self.said.value = html.page(html.paragraph(str(error), "error"))
            return
        names = ", ".join(f"{one.group} {one.cells} ช่อง" for one in sent.parcels)
        said = f"ออกแฟ้มแล้ว {len(sent.parcels)} กลุ่ม ใน {folder}: {names}"
        self.said.value = html.page(html.paragraph(said))
