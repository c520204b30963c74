"""How a command ends: the numbers that a script asks for."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    FINDINGS = 1
    COULD_NOT_RUN = 2
    SOME_FAILED = 3
