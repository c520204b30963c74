"""What people have said about who is who, kept for good in ``params/rounds/{round}``."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from plantrack_nb.core.corrections import round_files
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.files import opened, present, write_text
from plantrack_nb.core.language import say
from plantrack_nb.core.letters import unseen
from plantrack_nb.core.locks import changing
from plantrack_nb.core.schema import RoundKey


@dataclass(frozen=True, slots=True)
class Confirmed:
    """One pair that a person has confirmed.

    Parameters
    ----------
    against : str
        The earlier round, as ``2565-q1``.
    project_no, project_no_before : str
        The project in the later and in the earlier round; ``""`` before: it is new.
    who, when : str
        Who said so, and on which day (ISO).
    """

    against: str
    project_no: str
    project_no_before: str
    who: str = ""
    when: str = ""


_COLUMNS = [field.name for field in fields(Confirmed)]


def identity_file(params: Path, key: RoundKey) -> Path:
    """File of what is confirmed about a round's projects; it need not exist."""
    return round_files(params, key) / "identity.csv"


def round_name(key: RoundKey) -> str:
    """Name a round of a known district: ``2565-q1``."""
    return f"{key.fiscal_year}-q{key.quarter}"


def read_confirmed(path: Path) -> tuple[Confirmed, ...]:
    """Read what is confirmed, oldest first; nothing when there is no file.

    Raises
    ------
    SourceError
        The file is damaged.
    """
    if not present(path):
        return ()
    try:
        with opened(path) as file:
            text = file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, str(error)) from error
    if odd := unseen(text):
        raise _unreadable(
            path,
            say(f"มีอักขระที่มองไม่เห็น ({odd})", f"it holds a character that nobody can see ({odd})"),
        )
    read = csv.DictReader(io.StringIO(text))
    if text and read.fieldnames != _COLUMNS:
        raise _unreadable(
            path,
            say(
                f"คอลัมน์คือ {', '.join(read.fieldnames or [])}",
                f"its columns are {', '.join(read.fieldnames or [])}",
            ),
        )
    return tuple(Confirmed(**{name: row[name] or "" for name in _COLUMNS}) for row in read)


def confirm(path: Path, more: Iterable[Confirmed]) -> None:
    """Add pairs behind those that stand there; a later one about a project goes before an earlier.

    Raises
    ------
    SourceError, OutputError
        The file cannot be read or written, or somebody else is changing it.
    """
    stream = io.StringIO()
    rows = csv.DictWriter(stream, _COLUMNS, lineterminator="\n")
    rows.writeheader()
    with changing(path):
        rows.writerows(map(asdict, (*read_confirmed(path), *more)))
        write_text(path, stream.getvalue())


def confirmed_pairs(known: Iterable[Confirmed], against: RoundKey) -> Mapping[str, str]:
    """Take what is confirmed against one earlier round, by the later round's numbers."""
    name = round_name(against)
    return {one.project_no: one.project_no_before for one in known if one.against == name}


def _unreadable(path: Path, why: str) -> SourceError:
    return SourceError(
        say(
            "อ่านสิ่งที่ยืนยันไว้เกี่ยวกับโครงการของรอบไม่ได้",
            "What was confirmed about a round's projects cannot be read.",
        ),
        where=str(path),
        why=why,
        hint=say(
            f"นำแฟ้มกลับมาจากสำเนา บรรทัดแรกคือ {','.join(_COLUMNS)}",
            f"Restore the file from a copy; its first line is {','.join(_COLUMNS)}.",
        ),
    )
