"""Words of an office for how far a deed is, beside the usual ones (``params/stages.csv``)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plantrack_nb.core.language import say
from plantrack_nb.office.csv_file import CsvFile, Line
from plantrack_nb.thai.stages import CUES, Stage, Stages

_FILE = CsvFile(
    "words of the stages",
    "คำบอกขั้นของงาน",
    "params/stages.csv",
    ("stage", "words", "note"),
    ("note",),
)
_BETWEEN = "|"


def read_stages(path: Path) -> Stages:
    """Read ``params/stages.csv``; several words in one cell are parted by ``|``.

    Raises
    ------
    SourceError
        The file cannot be read, lacks a column, or names no stage.
    """
    return Stages(cue for line in _FILE.read(path) for cue in _cues(line))


def _cues(line: Line) -> Iterator[tuple[Stage, str]]:
    stage, written, _note = line.cells
    words = [one.strip() for one in written.split(_BETWEEN) if one.strip()]
    known = [one.value for one in CUES]
    if stage not in known or not words:
        why = (
            say(f"“{stage}” ไม่ใช่ขั้นของงาน", f"'{stage}' is no stage")
            if words
            else say("ไม่มีคำ", "no words")
        )
        raise _FILE.wrong(
            line, why, say(f"ขั้นของงานคือ {', '.join(known)}", f"The stages are {', '.join(known)}.")
        )
    for one in words:
        yield Stage(stage), one
