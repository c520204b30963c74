"""What people say about findings without changing a value: asked for correction, or explained.

A round's notes stand in ``params/rounds/{round}/notes.jsonl``, one a line, and are only ever
added to: taking one back is a line, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path

from plantrack_nb.core.corrections import round_files
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.files import opened, present, write_text
from plantrack_nb.core.language import say
from plantrack_nb.core.letters import refuse_unseen
from plantrack_nb.core.locks import changing
from plantrack_nb.core.schema import RoundKey


class Kind(StrEnum):
    """What a note says."""

    ASKED = "asked"
    EXPLAINED = "explained"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Note:
    """One thing said about a finding: its id, what kind, the words, who and on which day."""

    finding: str
    kind: Kind
    text: str
    who: str
    when: str


def notes_file(params: Path, key: RoundKey) -> Path:
    """File of a round's notes; it need not exist."""
    return round_files(params, key) / "notes.jsonl"


def read_notes(path: Path) -> tuple[Note, ...]:
    """Read all notes, oldest first; none when there is no file.

    Raises
    ------
    SourceError
        The file cannot be read, or a line of it is damaged.
    """
    if not present(path):
        return ()
    try:
        with opened(path) as file:
            return tuple(_note(json.loads(line)) for line in file if line.strip())
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise SourceError(
            say(
                "อ่านบันทึกเกี่ยวกับข้อตรวจพบของรอบไม่ได้",
                "The notes on the round's findings cannot be read.",
            ),
            where=str(path),
            why=str(error),
            hint=say(
                "นำแฟ้มกลับมาจากสำเนา หรือลบบรรทัดที่เสียด้วยมือ",
                "Restore the file from a copy; a damaged line may be taken out by hand.",
            ),
        ) from error


def add_notes(path: Path, more: Iterable[Note]) -> tuple[Note, ...]:
    """Add notes at the end, and return those added; what stands there stays.

    The words that stand about a finding are not added again, whatever the day.

    Raises
    ------
    SourceError, OutputError
        The file cannot be read or written, or somebody else is changing it.
    """
    with changing(path):
        known = [*read_notes(path)]
        count = len(known)
        for one in more:
            if not _stands(standing_notes(known).get(one.finding), one):
                known.append(one)
        lines = (json.dumps(asdict(one), ensure_ascii=True) for one in known)
        if len(known) > count:
            write_text(path, "".join(f"{line}\n" for line in lines))
    return tuple(known[count:])


def never_said(path: Path, notes: Iterable[Note]) -> list[Note]:
    """Leave out what was said before in the same words, whatever the day; each stays once."""
    before = {replace(one, when="") for one in read_notes(path)}
    new = {replace(one, when=""): one for one in reversed([*notes])}
    return [one for said, one in reversed(new.items()) if said not in before]


def take_back(path: Path, note: Note, before: Note | None, when: str) -> bool:
    """Let stand again what stood before a note; return False when somebody has said more since.

    Parameters
    ----------
    path : Path
        The file.
    note : Note
        What is taken back.
    before : Note, optional
        What stood before.
    when : str
        The day, ISO.
    """
    with changing(path):
        if standing_notes(read_notes(path)).get(note.finding) != note:
            return False
        add_notes(path, [before or replace(note, kind=Kind.TAKEN_BACK, text="", when=when)])
    return True


def standing_notes(notes: Sequence[Note]) -> dict[str, Note]:
    """Return the last note of each finding, unless it was taken back."""
    last = {one.finding: one for one in notes}
    return {name: one for name, one in last.items() if one.kind is not Kind.TAKEN_BACK}


def _stands(there: Note | None, one: Note) -> bool:
    return there is not None and replace(there, when=one.when) == one


def _note(held: dict[str, str]) -> Note:
    refuse_unseen(held[name] for name in ("finding", "text", "who", "when"))
    return Note(held["finding"], Kind(held["kind"]), held["text"], held["who"], held["when"])
