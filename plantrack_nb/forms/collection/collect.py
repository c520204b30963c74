"""The way of a collection: forms out to the groups, back, and into the round."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.core.corrections import (
    add_corrections,
    corrections_file,
    version_of,
)
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.locks import changing
from plantrack_nb.forms.collection.events import Event, Kind, add_events, collection_file
from plantrack_nb.forms.collection.merge import Answer, Conflict, Merged, merge
from plantrack_nb.forms.collection.report_form import Asked, write_reports
from plantrack_nb.forms.collection.reported import place_th, read_report, value_th
from plantrack_nb.forms.current_round import Change, Standing, change, checked

if TYPE_CHECKING:
    from datetime import date

    from plantrack_nb.forms.form import Returned


@dataclass(frozen=True)
class Collected:
    """What came back, the version it made, the round as it stands now, and what changed."""

    merged: Merged
    version: int
    standing: Standing
    change: Change


def ask(now: Standing, params: Path, folder: Path, due: date | None, when: str) -> list[Asked]:
    """Write one form a group, and note what was sent.

    Parameters
    ----------
    now : Standing
        The round to be reported, with what was said last.
    params : Path
        The project's folder of parameters, which keeps the register of the collection.
    folder : Path
        Where the forms go.
    due : date, optional
        The day by which they should be back.
    when : str
        The day, ISO.

    Raises
    ------
    OutputError
        A file cannot be written.
    SourceError
        The register cannot be read.
    """
    key = now.round.key
    with changing(collection_file(params, key)):
        made = write_reports(now.round, version_of(now.history), folder, due)
        day = "" if due is None else due.isoformat()
        sent = (Event(Kind.SENT, one.group, "", when, one.path.name, day, one.rows) for one in made)
        add_events(collection_file(params, key), sent)
    return made


def take(
    now: Standing,
    params: Path,
    files: Sequence[Path],
    when: str,
    settled: Collection[str] = (),
) -> Collected:
    """Take forms into the round as its next version.

    Parameters
    ----------
    now : Standing
        The round as it stands.
    params : Path
        The project's folder of parameters.
    files : sequence of Path
        The forms that came back.
    when : str
        The day, ISO.
    settled : collection of str
        Groups whose word counts where others say another thing.

    Raises
    ------
    OutputError
        Somebody else has changed the round meanwhile, or a file cannot be written.
    SourceError
        The register cannot be read.
    """
    key = now.round.key
    forms, unread = _read(files)
    made = merge(now.round, now.history, forms, when, settled)
    made = Merged(made.taken, made.conflicts, made.answers, {**made.refused, **unread})
    with changing(collection_file(params, key)):
        if made.taken:
            add_corrections(corrections_file(params, key), now.history, made.taken)
        add_events(collection_file(params, key), _events(made, when))
    history = (*now.history, *made.taken)
    after = checked(now.round, history, params, now.places, now.past)
    return Collected(made, version_of(history), after, change(now.findings, after.findings))


def _read(files: Iterable[Path]) -> tuple[list[Returned], dict[str, tuple[str, ...]]]:
    """Read the forms; one that cannot be read does not stop the others."""
    forms: list[Returned] = []
    unread: dict[str, tuple[str, ...]] = {}
    for path in files:
        try:
            forms.append(read_report(path))
        except SourceError as error:
            unread[path.name] = (" ".join(filter(None, (error.what, error.why, error.hint))),)
    return forms, unread


def _events(made: Merged, when: str) -> Iterator[Event]:
    for one in made.answers:
        yield Event(Kind.ANSWERED, one.group, one.who, when, one.file, values=len(one.said))
        yield from _remarks(one, when)
    for conflict in made.conflicts:
        group = conflict.voices[0].group
        yield Event(Kind.CONFLICT, group, "", when, text=conflict_th(conflict))


def _remarks(one: Answer, when: str) -> Iterator[Event]:
    for said in one.remarks:
        text = f"{place_th(said)}: {said.reason}"
        yield Event(Kind.REMARK, one.group, one.who, when, one.file, text=text)


def conflict_th(one: Conflict) -> str:
    """Say in Thai who says what about a cell, and what stands there."""
    first = one.voices[0]
    voices = " · ".join(f"{said.group} ว่า {value_th(said, said.after)}" for said in one.voices)
    return f"{place_th(first)}: {voices} (คงค่าเดิม {value_th(first, one.stands)})"
