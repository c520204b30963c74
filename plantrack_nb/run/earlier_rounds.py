"""The earlier rounds of a district that a round is held against, where they are kept beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

from plantrack_nb.core.schema import RoundKey
from plantrack_nb.measures.totals import FILE
from plantrack_nb.office.kept_rounds import kept_rounds, round_before
from plantrack_nb.office.project import round_folder, working
from plantrack_nb.year.since_last_round import FILE as CHANGES

_BESIDE = ("findings.json", CHANGES)
_TELLING = ("tables/reading.json", *_BESIDE)
"""Files by which an earlier round is known: the first holds a digest of all its tables."""


def earlier_rounds(out: Path, key: RoundKey) -> list[RoundKey]:
    """List what is kept of a district before a round: the year's rounds and the last one."""
    last = round_before(working(out), key)
    if last is None:
        return []
    of_year = [
        one
        for one in kept_rounds(working(out), key.district)
        if one.fiscal_year == key.fiscal_year and one.quarter < key.quarter
    ]
    return sorted({last, *of_year})


def telling_files(out: Path, key: RoundKey) -> list[Path]:
    """Files of an earlier round by which it is known whether that has changed."""
    return [round_folder(working(out), key) / name for name in _TELLING]


def bring_along(out: Path, key: RoundKey, scratch: Path) -> None:
    """Copy what a round is held against into another folder of outputs, if it is not there."""
    for one in earlier_rounds(out, key):
        there, here = (round_folder(working(root), one) for root in (out, scratch))
        if not (here / "tables").exists():
            shutil.copytree(there / "tables", here / "tables")
            for name in (*_BESIDE, FILE):
                if (there / name).is_file():
                    shutil.copy(there / name, here / name)
