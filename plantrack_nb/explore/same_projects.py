"""Which project is which of the round before: the doubtful pairs, which a person confirms once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import ipywidgets as w

from plantrack_nb.core.errors import PlantrackError
from plantrack_nb.core.schema import Round, RoundKey
from plantrack_nb.explore.pieces import failed, told
from plantrack_nb.load import read_past
from plantrack_nb.office.project import Project
from plantrack_nb.year import Candidate, identify
from plantrack_nb.year.confirmed import Confirmed, confirm, identity_file, round_name

_KEPT = "จดไว้แล้ว รายงานและข้อตรวจพบจะเป็นไปตามนี้เมื่อสั่ง plantrack run ครั้งถัดไป"


@dataclass(frozen=True)
class Doubts:
    """The pairs of a round that nobody has confirmed, with the names of both projects."""

    before: RoundKey
    pairs: tuple[Candidate, ...]
    names_before: dict[str, str]
    names: dict[str, str]

    def told(self, one: Candidate) -> str:
        """Say which two projects may be one, and how alike they are."""
        was, now = one.project_no_before, one.project_no
        return (
            f"{now} {self.names[now]} ← {was} {self.names_before[was]} (เหมือนกัน {one.likeness:.0%})"
        )


def doubts(project: Project, now: Round) -> Doubts | None:
    """Find the pairs of a round to be confirmed; None where none is or no round is before it.

    Raises
    ------
    SourceError
        The round before, or what was confirmed, cannot be read.
    """
    earlier = read_past(project.working, now.key, project.params).get(now.key)
    if earlier is None:
        return None
    pairs = identify(earlier.round, now, earlier.confirmed).candidates
    return Doubts(earlier.round.key, pairs, _names(earlier.round), _names(now)) if pairs else None


def keep(project: Project, key: RoundKey, said: Confirmed) -> None:
    """Keep what a person has said, for good.

    Raises
    ------
    SourceError, OutputError
        What was confirmed before cannot be read, or nothing can be written.
    """
    confirm(identity_file(project.params, key), [said])


class SamePanel:
    """Widgets over the doubtful pairs; not there where nothing is in doubt.

    Parameters
    ----------
    project : Project
        The folder that keeps what is confirmed.
    round_now : callable
        Gives the round that is open.
    today : date
        Day put on what is confirmed.
    """

    def __init__(self, project: Project, round_now: Callable[[], Round], today: date) -> None:
        self._project, self._round_now, self._today = project, round_now, today
        self._doubts: Doubts | None = None
        self.pair = w.Dropdown(description="โครงการ", layout=w.Layout(width="98%"))
        self.who = w.Text(description="ผู้ยืนยัน")
        self.same = w.Button(description="โครงการเดียวกัน", button_style="success")
        self.new = w.Button(description="เป็นโครงการใหม่")
        self.head, self.said = w.HTML(), w.HTML()
        buttons = w.HBox([self.who, self.same, self.new])
        self._asked = w.VBox([self.head, self.pair, buttons])
        self.widget = w.VBox([self._asked, self.said])
        self.widget.add_class("plantrack-same")
        self.same.on_click(lambda _: self._say(is_same=True))
        self.new.on_click(lambda _: self._say(is_same=False))

    def refresh(self) -> None:
        """Offer the pairs of the round that is open."""
        self._asked.layout.display = "none"
        try:
            self._doubts = doubts(self._project, self._round_now())
        except PlantrackError as error:
            self.said.value = failed(error)
            return
        if self._doubts is not None:
            self._offer(self._doubts, self._doubts.pairs)

    def _offer(self, found: Doubts, pairs: Sequence[Candidate]) -> None:
        title = f"โครงการที่อาจเป็นโครงการเดียวกับรอบก่อน ({found.before}) {len(pairs)} คู่"
        self.head.value = told(title)
        self.pair.options = [(found.told(one), one) for one in pairs]
        self.pair.value = pairs[0]
        self._asked.layout.display = ""

    def _say(self, *, is_same: bool) -> None:
        one, found = self.pair.value, self._doubts
        if one is None or found is None:
            return
        was = one.project_no_before if is_same else ""
        day = self._today.isoformat()
        said = Confirmed(round_name(found.before), one.project_no, was, self.who.value.strip(), day)
        try:
            keep(self._project, self._round_now().key, said)
        except PlantrackError as error:
            self.said.value = failed(error)
            return
        self.said.value = told(_KEPT)
        self.refresh()


def _names(some: Round) -> dict[str, str]:
    return dict(zip(some.projects["project_no"], some.projects["name"], strict=True))
