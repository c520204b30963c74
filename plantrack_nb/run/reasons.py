"""Why a round would be made again, told without touching anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantrack_nb.run.fingerprint import dependencies, fingerprint
from plantrack_nb.run.ledger import LEDGER, damaged, read_record, unchanged
from plantrack_nb.run.outcome import State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plantrack_nb.run.job import Job
    from plantrack_nb.run.ledger import Record

NO_INPUT = "no input"
"""There is nothing to make the round of."""

UNCHANGED = ""
"""Nothing would be made."""

_AGAIN = {State.NO_INPUT: "its input has come", State.FAILED: "it failed before"}
_MANY = 4


def reason(job: Job, *, force: bool = False) -> str:
    """Say why a round would be made: new, changed, damaged, asked for.

    Returns
    -------
    str
        :data:`UNCHANGED` when it would be left alone, :data:`NO_INPUT` when it cannot be made.
    """
    if not job.source.is_file():
        return NO_INPUT
    record = read_record(job.folder)
    if record is None:
        return "damaged: its ledger" if (job.folder / LEDGER).exists() else "new"
    return _since(job, record) or ("asked for by --force" if force else UNCHANGED)


def _since(job: Job, record: Record) -> str:
    if record.state in _AGAIN:
        return _AGAIN[record.state]
    depends = dependencies(job)
    if changes := _changes(record.depends, depends):
        return f"changed: {_listed(changes)}"
    return "" if unchanged(job.folder, fingerprint(depends)) else _spoilt(job, record)


def _changes(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    names = dict.fromkeys([*now, *before])
    return [name for name in names if before.get(name) != now.get(name)]


def _spoilt(job: Job, record: Record) -> str:
    names = damaged(job.folder, record)
    gone = [name for name in names if not (job.folder / name).exists()]
    hurt = [name for name in names if name not in gone]
    told = [f"damaged: {_listed(hurt)}"] if hurt else []
    told += [f"missing: {_listed(gone)}"] if gone else []
    return "; ".join(told) or "damaged: its ledger"


def _listed(names: list[str]) -> str:
    more = len(names) - _MANY
    return ", ".join(names[:_MANY]) + (f" and {more} more" if more > 0 else "")
