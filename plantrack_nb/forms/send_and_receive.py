"""The way of a correction: out to the groups, back, and into the round (collect: of progress)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plantrack_nb.core.corrections import (
    add_corrections,
    corrections_file,
    read_corrections,
    version_of,
)
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.locks import changing
from plantrack_nb.forms.accept import Accepted, accept
from plantrack_nb.forms.answers import read_filled
from plantrack_nb.forms.corrections_form import Parcel, write_workbooks
from plantrack_nb.forms.current_round import Change, Standing, change, checked
from plantrack_nb.forms.doubts import Doubt, doubts
from plantrack_nb.forms.form import Returned
from plantrack_nb.forms.notes import (
    Kind,
    Note,
    add_notes,
    never_said,
    notes_file,
    read_notes,
    standing_notes,
)


@dataclass(frozen=True)
class Sent:
    """Workbooks written, and the open findings that went out as questions: they concern no cell."""

    parcels: tuple[Parcel, ...]
    left: tuple[Finding, ...]


@dataclass(frozen=True)
class Received:
    """What came back, the version it made, the round as it stands now, and what changed."""

    accepted: Accepted
    version: int
    standing: Standing
    change: Change


def send(now: Standing, params: Path, folder: Path) -> Sent:
    """Write one workbook a group for the round's open findings.

    Parameters
    ----------
    now : Standing
        The round.
    params : Path
        The project's folder of parameters: findings that an analyst asked about go out, too.
    folder : Path
        Where the workbooks go.
    """
    notes = standing_notes(read_notes(notes_file(params, now.round.key)))
    asked = {name for name, note in notes.items() if note.kind is Kind.ASKED}
    found = doubts(now.round.tables, now.findings, asked)
    told = {finding.id for one in found for finding in one.findings}
    left = [
        one
        for one in now.findings
        if (one.severity is not Severity.INFO or one.id in asked)
        and not one.waived
        and one.id not in told
    ]
    parcels = write_workbooks(now.round, found, folder, version_of(now.history), left)
    return Sent(tuple(parcels), tuple(left))


def receive(now: Standing, params: Path, files: Sequence[Path], when: str) -> Received:
    """Take filled workbooks into the round as its next version; all of them, or nothing.

    What somebody else has corrected since the round was opened is taken into account.

    Parameters
    ----------
    now : Standing
        The round as it stands.
    params : Path
        The project's folder of parameters, which keeps the corrections.
    files : sequence of Path
        The filled workbooks.
    when : str
        The day, ISO.

    Raises
    ------
    SourceError, SchemaError
        A workbook cannot be read, or a value in one cannot be taken; nothing is changed.
    OutputError
        The corrections cannot be written, or somebody else is changing them.
    """
    path = corrections_file(params, now.round.key)
    filled = [read_filled(one) for one in files]
    with changing(path):
        history = read_corrections(path)
        if history != now.history:
            now = checked(now.round, history, params, now.places, now.past)
        return _received(now, params, filled, when)


def _received(now: Standing, params: Path, filled: Sequence[Returned], when: str) -> Received:
    key = now.round.key
    taken = accept(now.round, now.history, filled, when, {one.id for one in now.findings})
    history = (*now.history, *taken.corrections)
    after = checked(now.round, history, params, now.places, now.past)
    if taken.corrections:
        add_corrections(corrections_file(params, key), now.history, taken.corrections)
    path = notes_file(params, key)
    with changing(path):  # a workbook that is read twice says nothing new
        if notes := never_said(path, _notes(doubts(now.round.tables, now.findings), taken)):
            add_notes(path, notes)
    return Received(taken, version_of(history), after, change(now.findings, after.findings))


def _notes(found: Sequence[Doubt], taken: Accepted) -> list[Note]:
    explained = [
        (finding.id, one)
        for one in taken.explanations
        for doubt in found
        if (doubt.table, doubt.row, doubt.group) == (one.table, one.row, one.group)
        for finding in doubt.findings
    ]
    answered = [(one.row, one) for one in taken.answers]
    return [
        Note(finding, Kind.EXPLAINED, one.reason, one.who, one.when)
        for finding, one in (*explained, *answered)
    ]
