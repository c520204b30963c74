"""The widgets of triage: choose a finding, say what becomes of it, take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import ipywidgets as w

from plantrack_nb.core.calendar import thai_date
from plantrack_nb.core.errors import OutputError, PlantrackError
from plantrack_nb.core.findings import Finding
from plantrack_nb.explore.pieces import failed, told
from plantrack_nb.explore.triage import Triage

_LONGEST = 110


class TriagePanel:
    """Widgets over the findings that are shown.

    Parameters
    ----------
    triage_now : callable
        Gives the steps on the round that is open.
    on_change : callable
        Is called after every step, with what it said.
    """

    def __init__(self, triage_now: Callable[[], Triage], on_change: Callable[[], None]) -> None:
        self._triage_now, self._on_change = triage_now, on_change
        self._by_id: dict[str, Finding] = {}
        wide = w.Layout(width="98%")
        self.finding = w.Dropdown(description="ข้อตรวจพบ", layout=wide)
        self.text = w.Text(description="เหตุผล", layout=wide, continuous_update=True)
        self.who = w.Text(description="ผู้บันทึก")
        self.until, self.until_said = w.DatePicker(description="ยกเว้นถึง"), w.HTML()
        self.until.observe(lambda _: self._say_date(), names="value")
        self.waive = w.Button(description="ยกเว้น", button_style="warning")
        self.explain = w.Button(description="อธิบาย")
        self.ask = w.Button(description="ขอให้แก้ไข")
        self.undo = w.Button(description="เลิกทำ", icon="undo", disabled=True)
        self.said = w.HTML()
        self.widget = w.VBox(
            [
                self.finding,
                self.text,
                w.HBox([self.who, self.until, self.until_said]),
                w.HBox([self.waive, self.explain, self.ask, self.undo]),
                self.said,
            ]
        )
        self.widget.add_class("plantrack-triage")
        self.waive.on_click(lambda _: self._do(self._waive, "บันทึกข้อยกเว้นแล้ว"))
        self.explain.on_click(lambda _: self._do(self._explain, "บันทึกคำอธิบายแล้ว"))
        self.ask.on_click(lambda _: self._do(self._ask, "บันทึกคำขอแล้ว ข้อนี้จะอยู่ในแฟ้มที่ส่งให้กลุ่ม"))
        self.undo.on_click(lambda _: self._do(self._take_back, "เลิกทำขั้นล่าสุดแล้ว"))

    @property
    def changing(self) -> list[w.Widget]:
        """What another choice of findings changes."""
        steps = [self.waive, self.explain, self.ask, self.undo]
        return [self.finding, self.until, self.until_said, *steps]

    def offer(self, findings: Sequence[Finding], last_day: date) -> None:
        """Offer findings to choose from; a waiver holds until ``last_day`` unless changed."""
        chosen = self.finding.value
        self._by_id = {one.id: one for one in findings}
        options = [(_label(one), one.id) for one in findings]
        self.finding.options = options
        first = next(iter(self._by_id), None)
        self.finding.value = chosen if chosen in self._by_id else first
        self.until.value = self.until.value or last_day
        for one in (self.waive, self.explain, self.ask):
            one.disabled = not options
        self.undo.disabled = not self._triage_now().can_undo

    def _say_date(self) -> None:
        """Write the day as it is written here: the field itself follows the browser."""
        day = self.until.value
        self.until_said.value = "" if day is None else told(f"ถึง {thai_date(day)}")

    def _do(self, step: Callable[[], object], said: str) -> None:
        try:
            step()
        except PlantrackError as error:
            self.said.value = failed(error)
            return
        self.text.value = ""
        self.said.value = told(said)
        self._on_change()

    def _waive(self) -> None:
        self._triage_now().waive(self._chosen, self.text.value, self.who.value, self.until.value)

    def _explain(self) -> None:
        self._triage_now().explain(self._chosen, self.text.value, self.who.value)

    def _ask(self) -> None:
        self._triage_now().ask(self._chosen, self.text.value, self.who.value)

    def _take_back(self) -> None:
        if not self._triage_now().undo():
            raise OutputError("มีผู้อื่นบันทึกเรื่องนี้ต่อแล้ว จึงไม่ได้เลิกทำ สิ่งที่บันทึกล่าสุดยังอยู่")

    @property
    def _chosen(self) -> Finding:
        return self._by_id[self.finding.value]


def _label(one: Finding) -> str:
    done = "✓ " if one.waived else ""
    said = f"{done}{one.project_no} {one.message}".strip()
    return f"{said[:_LONGEST]}… [{one.id}]" if len(said) > _LONGEST else f"{said} [{one.id}]"
