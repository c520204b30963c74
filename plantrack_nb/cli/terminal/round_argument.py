"""A round as it is named on the command line: a file to read, or a folder that was made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.core.errors import ParameterError
from plantrack_nb.core.language import say

if TYPE_CHECKING:
    from plantrack_nb.load.reading import Reading
    from plantrack_nb.office.project import Project
    from plantrack_nb.office.register import Register


def reading_at(path: Path, project: Project, register: Register) -> Reading:
    """Read a round from a file, or from its folder in the outputs, corrections laid over it.

    Raises
    ------
    SourceError, ParameterError, SchemaError
        There is no round, there are several, or it cannot be read.
    """
    from plantrack_nb.forms import round_tables
    from plantrack_nb.load import corrected, read_reading, read_source

    if path.is_dir():
        read = read_reading(only_round(round_tables(path), path))
    else:
        read = read_source(path, register, params=project.params)
    return corrected(read, project.params)


def only_round(rounds: list[Path], named: Path) -> Path:
    """Return the one round that a folder holds.

    Raises
    ------
    ParameterError
        It holds several.
    """
    if len(rounds) > 1:
        raise ParameterError(
            say(
                "ต้องการรอบเดียว แต่โฟลเดอร์นี้มีหลายรอบ",
                "One round is meant, but the folder holds several.",
            ),
            where=str(named),
            hint=say(
                "บอกโฟลเดอร์ของรอบ เช่น outputs/2565/q2/7301",
                "Name the round's own folder, e.g. outputs/2565/q2/7301.",
            ),
        )
    return rounds[0]
