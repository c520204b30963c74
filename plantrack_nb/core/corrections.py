"""What people have corrected in a round: value before and after, who, when and why.

A round's corrections stand in ``params/rounds/{round}/corrections.jsonl``, one a line, and are
only ever added to. The source is never changed: loading lays them over what was read.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from plantrack_nb.core.errors import OutputError, SourceError
from plantrack_nb.core.files import opened, present, write_text
from plantrack_nb.core.language import say
from plantrack_nb.core.letters import refuse_unseen
from plantrack_nb.core.locks import changing
from plantrack_nb.core.schema import RoundKey

Value = str | float | None
"""What a cell of a table holds; ``None`` is a number that is missing."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One value that somebody has put right.

    Parameters
    ----------
    version : int
        Version of the round that it belongs to: 1 for the first that was accepted, and so on.
    table, row, column : str
        The value's place; the row by its lasting name (:func:`core.records.row_names`).
    before, after : str, float or None
        What stood there, and what is right.
    reason : str
        Why, in the words of whoever corrected it.
    who, group : str
        Who did, for which responsible group.
    when : str
        Day on which it was accepted, ISO.
    origin : str
        The file and cell that brought it.
    reported : bool
        It is news of the round that a group has reported, and puts nothing right.
    added : bool
        Its row is new: the value says what it is.
    """

    version: int
    table: str
    row: str
    column: str
    before: Value
    after: Value
    reason: str
    who: str
    group: str
    when: str
    origin: str
    reported: bool = False
    added: bool = False

    @property
    def place(self) -> tuple[str, str, str]:
        """Table, row and column."""
        return self.table, self.row, self.column


def rounds_folder(params: Path) -> Path:
    """Folder of what people have decided about rounds, each in a folder of its own."""
    return params / "rounds"


def round_files(params: Path, key: RoundKey) -> Path:
    """Folder of what people have decided about one round."""
    return rounds_folder(params) / str(key)


def corrections_file(params: Path, key: RoundKey) -> Path:
    """File of a round's corrections; it need not exist."""
    return round_files(params, key) / "corrections.jsonl"


def version_of(history: Sequence[Correction]) -> int:
    """Version that the round has reached; 0 is the source as it was read."""
    return max((one.version for one in history), default=0)


def same(one: Value, other: Value) -> bool:
    """Tell whether two values of a cell are one; a missing number equals a missing number."""
    return _plain(one) == _plain(other)


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """Read a round's corrections, oldest first; none when there is no file.

    Raises
    ------
    SourceError
        The file cannot be read, or a line of it is damaged.
    """
    if not present(path):
        return ()
    try:
        with opened(path) as file:
            lines = file.read().splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, str(error)) from error
    return tuple(_read(path, number, line) for number, line in enumerate(lines, 1) if line.strip())


def add_corrections(path: Path, known: Sequence[Correction], more: Iterable[Correction]) -> None:
    """Add corrections behind those that stood there when ``known`` was read.

    Raises
    ------
    OutputError
        Somebody else has added some meanwhile, or the file cannot be written.
    """
    with changing(path):
        if read_corrections(path) != tuple(known):
            raise OutputError(
                say(
                    "มีผู้อื่นแก้รอบเดียวกันเมื่อครู่นี้ จึงยังไม่ได้เขียนอะไร",
                    "Somebody else has corrected the same round just now; nothing was written.",
                ),
                where=str(path),
                hint=say(
                    "ทำใหม่อีกครั้ง โปรแกรมจะนับสิ่งที่ผู้อื่นแก้ไว้ด้วย",
                    "Do it once more: their corrections are then taken into account.",
                ),
            )
        write_text(path, "".join(_line(one) for one in (*known, *more)))


def _line(one: Correction) -> str:
    # JSON leaves U+2028 and its like alone, which splitlines() takes for the end of a line
    return json.dumps(asdict(one), ensure_ascii=True) + "\n"


def _read(path: Path, number: int, line: str) -> Correction:
    try:
        held = json.loads(line)
        refuse_unseen(held.values())
        return Correction(**held)
    except (ValueError, TypeError, AttributeError) as error:
        raise _unreadable(path, f"line {number}: {error}") from error


def _unreadable(path: Path, why: str) -> SourceError:
    return SourceError(
        say("อ่านรายการแก้ไขของรอบไม่ได้", "The corrections of the round cannot be read."),
        where=str(path),
        why=why,
        hint=say(
            "นำแฟ้มกลับมาจากสำเนา หรือลบบรรทัดที่เสียด้วยมือ",
            "Restore the file from a copy; a damaged line may be taken out by hand.",
        ),
    )


def _plain(value: Value) -> Value:
    if isinstance(value, str):
        return value.replace("\r\n", "\n")
    return None if value is None or math.isnan(value) else float(value)
