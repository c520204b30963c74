"""What a process that may die tells the one that watches it: the round that it is making."""

from __future__ import annotations

import os
import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plantrack_nb.run.job import Job

_LENGTH = 4  # bytes in front of each message
_CHANNEL: list[int] = []


@dataclass(frozen=True)
class UnderWay:
    """A round that is being made, and the file to which its events are added."""

    job: Job
    log: Path | None


def speak_to(channel: int) -> None:
    """Write to this pipe from now on."""
    _CHANNEL[:] = [channel]


def tell(what: UnderWay | None) -> None:
    """Say what is under way, or that nothing is; nobody is told where nobody watches."""
    for channel in _CHANNEL:
        said = pickle.dumps(what)
        os.write(channel, len(said).to_bytes(_LENGTH, "big") + said)


def last_told(channel: int) -> UnderWay | None:
    """Return what was under way when the other process ended, None where nothing was."""
    with os.fdopen(channel, "rb") as stream:
        data = stream.read()
    last = b""
    while len(data) >= _LENGTH + (size := int.from_bytes(data[:_LENGTH], "big")) > _LENGTH:
        last, data = data[_LENGTH : _LENGTH + size], data[_LENGTH + size :]
    told: UnderWay | None = pickle.loads(last) if last else None  # noqa: S301 - by ourselves
    return told
