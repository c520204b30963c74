"""What people say about findings without changing a value: asked for correction, or explained.

A round's notes stand in ``params/rounds/{round}/notes.jsonl``, one a line, and are only ever
added to: taking one back is a line, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from plantrack_nb.core.corrections import round_files
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.files import write_text
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
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return tuple(_note(json.loads(line)) for line in lines if line.strip())
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise SourceError(
            "The notes on the round's findings cannot be read.",
            where=str(path),
            why=str(error),
            hint="Restore the file from a copy; a damaged line may be taken out by hand.",
        ) from error


def add_notes(path: Path, more: Iterable[Note]) -> None:
    """Add notes at the end; what stands there stays."""
    known = read_notes(path)
    lines = (json.dumps(asdict(one), ensure_ascii=True) for one in (*known, *more))
    write_text(path, "".join(f"{line}\n" for line in lines))


def standing_notes(notes: Sequence[Note]) -> dict[str, Note]:
    """Return the last note of each finding, unless it was taken back."""
    last = {one.finding: one for one in notes}
    return {name: one for name, one in last.items() if one.kind is not Kind.TAKEN_BACK}


def _note(held: dict[str, str]) -> Note:
    return Note(held["finding"], Kind(held["kind"]), held["text"], held["who"], held["when"])
