"""What an analyst does with a finding: explain it, accept it for a while, ask for correction.

Each step is on the disk before it is shown, through the modules of the command line; the last
steps can be undone in turn.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from plantrack_nb.check.waiver_file import add_waiver, remove_waiver
from plantrack_nb.check.waivers import Waiver, apply_waivers, read_waivers
from plantrack_nb.core.calendar import quarter_end, thai_date
from plantrack_nb.core.errors import ParameterError
from plantrack_nb.core.files import present, write_text
from plantrack_nb.core.findings import Finding
from plantrack_nb.core.locks import changing
from plantrack_nb.explore.opened import Opened
from plantrack_nb.forms.notes import (
    Kind,
    Note,
    add_notes,
    notes_file,
    read_notes,
    standing_notes,
    take_back,
)
from plantrack_nb.office.project import Project, round_folder

_SAID = {Kind.ASKED: "ขอให้แก้ไข", Kind.EXPLAINED: "คำอธิบาย"}


@dataclass
class Triage:
    """The steps on one round's findings.

    Parameters
    ----------
    project : Project
        Where waivers and notes are kept.
    opened : Opened
        The round.
    today : date
        Day put on notes.
    """

    project: Project
    opened: Opened
    today: date
    _undo: list[Callable[[], bool]] = field(default_factory=list)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The round's findings; those accepted by now carry their waiver."""
        path, key = self._waivers, self.opened.key
        waivers = read_waivers(path) if present(path) else ()
        day = quarter_end(key.fiscal_year, key.quarter)
        laid = apply_waivers(self.opened.findings, waivers, day, [key.district])
        return laid.findings[: len(self.opened.findings)]

    @property
    def notes(self) -> dict[str, str]:
        """What stands about each finding, in one line."""
        kept = standing_notes(read_notes(self._notes))
        return {name: _in_a_line(note) for name, note in kept.items()}

    @property
    def can_undo(self) -> bool:
        """True when there is a step to take back."""
        return bool(self._undo)

    def waive(self, one: Finding, reason: str, who: str, until: date) -> None:
        """Accept a finding until a day, for this round's district.

        Raises
        ------
        ParameterError
            The reason or the name is missing.
        """
        _require(reason, who)
        waiver = Waiver(
            finding=one.id, reason=reason, who=who, until=until, district=self.opened.key.district
        )
        if add_waiver(self._waivers, waiver):
            self._undo.append(lambda: remove_waiver(self._waivers, waiver))

    def explain(self, one: Finding, text: str, who: str) -> None:
        """Keep why a figure stands as it does; the finding stays open."""
        self._note(one, Kind.EXPLAINED, text, who)

    def ask(self, one: Finding, text: str, who: str) -> None:
        """Ask the responsible group to correct it: it goes out with ``plantrack corrections``."""
        self._note(one, Kind.ASKED, text, who)

    def undo(self) -> bool:
        """Take the last step back.

        Returns
        -------
        bool
            False when there is none, or somebody else has gone on from it since: that stays.
        """
        return bool(self._undo) and self._undo.pop()()

    def since_last_time(self) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
        """Give the new findings, and the ids of those gone, since somebody last saw them."""
        try:
            seen = set(json.loads(self._seen.read_text(encoding="utf-8")))
        except (OSError, ValueError):
            self.mark_seen()
            return (), ()
        here = {one.id for one in self.opened.findings}
        new = tuple(one for one in self.opened.findings if one.id not in seen)
        return new, tuple(sorted(seen - here))

    def mark_seen(self) -> None:
        """Remember the findings as they are now."""
        ids = sorted(one.id for one in self.opened.findings)
        write_text(self._seen, json.dumps(ids, indent=0) + "\n")

    def _note(self, one: Finding, kind: Kind, text: str, who: str) -> None:
        _require(text, who)
        today = self.today.isoformat()
        note = Note(one.id, kind, text, who, today)
        with changing(self._notes):
            before = standing_notes(read_notes(self._notes)).get(one.id)
            added = add_notes(self._notes, [note])
        if added:
            self._undo.append(lambda: take_back(self._notes, note, before, today))

    @property
    def _waivers(self) -> Path:
        return self.project.params / "waivers.yaml"

    @property
    def _notes(self) -> Path:
        return notes_file(self.project.params, self.opened.key)

    @property
    def _seen(self) -> Path:
        return round_folder(self.project.working, self.opened.key) / "seen.json"


def _require(text: str, who: str) -> None:
    if not text.strip() or not who.strip():
        raise ParameterError("โปรดกรอกเหตุผลและชื่อผู้บันทึก ทั้งสองช่องต้องไม่ว่าง")


def _in_a_line(note: Note) -> str:
    day = thai_date(date.fromisoformat(note.when))
    return f"{_SAID[note.kind]}: {note.text} ({note.who} {day})"
