"""Find the source of each round in a folder, by a pattern, or at one path."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from plantrack_nb.containers.kinds import ENDINGS
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.files import check_shown
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.round_file import filled

_YEAR = re.compile(r"(?<!\d)(25\d\d)(?!\d)")
_QUARTER = re.compile(r"(?<![a-z])q([1-4])(?!\d)", re.IGNORECASE)


class Sources:
    """Where the sources of many rounds lie.

    Parameters
    ----------
    inputs : str
        A path with ``{district}``, ``{fiscal_year}`` and ``{quarter}`` to be filled in, and ``*``
        for any letters; or a folder, in which a file's name holds the district's code.
    """

    def __init__(self, inputs: str) -> None:
        self._inputs = inputs
        self._listed = cache(_files)

    def of(self, key: RoundKey) -> Path:
        """Return the source of one round: where it is, or where it should be.

        Raises
        ------
        SourceError
            Several files could be it, none is guessed; or nobody can see its name.
        """
        place = filled(self._inputs, key)
        if place.is_dir():
            found = [path for path in self._listed(place) if _is_of(path.name, key)]
            place /= f"{key}.xlsx"
        elif "*" in str(place):
            root = Path(place.absolute().anchor)
            pattern = str(place.absolute().relative_to(root)).replace("[", "[[]")
            found = sorted(path for path in root.glob(pattern) if path.is_file())
        else:
            found = []
        place = _only(found, key) or place
        check_shown(place)
        return place


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file())


def _is_of(name: str, key: RoundKey) -> bool:
    """Tell by its name whether a file is a round's; a year or quarter in it must be the round's."""
    if name.startswith((".", "~$")) or not re.search(rf"(?<!\d){key.district}(?!\d)", name):
        return False
    rest = name.replace(key.district, "", 1)
    years, quarters = _YEAR.findall(rest), _QUARTER.findall(rest)
    return (not years or str(key.fiscal_year) in years) and (
        not quarters or str(key.quarter) in quarters
    )


def _only(found: list[Path], key: RoundKey) -> Path | None:
    # a PDF beside another file is the print of it
    readable = [one for one in found if one.suffix.lower() in {*ENDINGS} - {".pdf"}] or found
    candidates = [path for path in readable if path.stem == str(key)] or readable
    if len(candidates) > 1:
        names = [path.name for path in candidates]
        raise SourceError(
            say("มีหลายแฟ้มที่อาจเป็นต้นฉบับของรอบนี้", "Several files could be the source of this round."),
            where=str(candidates[0].parent),
            why=f"{', '.join(names[:5])}{', …' if names[5:] else ''}",
            hint=say(
                f"เหลือไว้แฟ้มเดียว หรือตั้งชื่อว่า {key}{candidates[0].suffix}",
                f"Leave one of them there, or call it {key}{candidates[0].suffix}.",
            ),
        )
    return candidates[0] if candidates else None
