"""Which rounds of a district are kept, and the one before another."""

from __future__ import annotations

import re
from pathlib import Path

from plantrack_nb.core.errors import ParameterError, SourceError
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.project import round_folders, round_in

_NAME = re.compile(r"(\d{4})-q([1-4])")
_RECORD = "tables/reading.json"
"""Written last when a round is read: without it a folder is not complete."""


def kept_rounds(outputs: Path, district: str) -> tuple[RoundKey, ...]:
    """Return the rounds of a district whose tables stand in an output folder, oldest first."""
    found = map(round_in, round_folders(outputs, _RECORD, district))
    return tuple(sorted(key for key in found if key and key.district == district))


def outputs_of(folder: Path, key: RoundKey) -> Path | None:
    """Return the folder of all outputs in which a round's own folder lies; None elsewhere."""
    return folder.parents[2] if round_in(folder.resolve()) == key else None


def round_before(outputs: Path, key: RoundKey, against: str = "") -> RoundKey | None:
    """Choose the round that another is compared with.

    Parameters
    ----------
    outputs : Path
        Folder of the outputs.
    key : RoundKey
        The later round.
    against : str, optional
        The earlier one as ``"2565-q1"``; the latest before ``key`` by default.

    Returns
    -------
    RoundKey or None
        None when there is none before it and none was asked for.

    Raises
    ------
    ParameterError
        ``against`` names no round.
    SourceError
        The round it names is not kept.
    """
    kept = kept_rounds(outputs, key.district)
    if not against:
        return max((one for one in kept if _when(one) < _when(key)), default=None, key=_when)
    from plantrack_nb.thai.text import arabic_digits

    named = _NAME.fullmatch(arabic_digits(against.strip()))
    if named is None:
        raise ParameterError(
            say("ไม่ใช่ชื่อรอบที่จะเทียบ", "This names no round to compare with."),
            why=say(f"พบ “{against}”", f"found '{against}'"),
            hint=say(
                "พิมพ์ปีงบประมาณและไตรมาส เช่น 2565-q1",
                "Write the fiscal year and the quarter, e.g. 2565-q1.",
            ),
        )
    wanted = RoundKey(key.district, int(named[1]), int(named[2]))
    if wanted not in kept:
        there = ", ".join(f"{one.fiscal_year}-q{one.quarter}" for one in kept) or "none"
        raise SourceError(
            say("รอบที่จะเทียบยังไม่ได้ทำ", "The round to compare with has not been run."),
            where=str(wanted),
            why=say(
                f"รอบของเขต {key.district} ใน {outputs.name}: {there}",
                f"rounds of district {key.district} in {outputs.name}: {there}",
            ),
            hint=say(
                "ทำรอบนั้นก่อน: plantrack run --year … --quarter … --district … --input FILE",
                "Run it first: 'plantrack run --year … --quarter … --district … --input FILE'.",
            ),
        )
    return wanted


def _when(key: RoundKey) -> tuple[int, int]:
    return key.fiscal_year, key.quarter
