"""What became of a district's round."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from plantrack_nb.core.errors import PlantrackError
    from plantrack_nb.core.findings import Severity
    from plantrack_nb.core.schema import RoundKey


class State(StrEnum):
    """What became of a district's round."""

    DONE = "done"
    FINDINGS = "findings"
    FAILED = "failed"
    NO_INPUT = "no_input"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Outcome:
    """What became of a district's round, and where to look.

    Parameters
    ----------
    key : RoundKey
        The round.
    state : State
        ``findings`` when an error or a warning is open; ``failed`` when no report was made.
    findings : mapping of Severity to int
        How many are open (not waived).
    made : tuple of Path
        The reports first, then the executed notebooks.
    seconds : float
        Time it took.
    error : PlantrackError, optional
        Why it failed.
    """

    key: RoundKey
    state: State
    findings: Mapping[Severity, int] = field(default_factory=dict)
    made: tuple[Path, ...] = ()
    seconds: float = 0.0
    error: PlantrackError | None = None
