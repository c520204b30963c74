"""What the command line prints and how it ends.

Exit codes: 0 done; 1 findings at or above ``--fail-on``; 2 could not run; 3 some districts
failed.
"""

from __future__ import annotations

import sys
from enum import IntEnum
from typing import TYPE_CHECKING

from plantrack_nb.core.errors import PlantrackError

if TYPE_CHECKING:
    from rich.console import Console


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    FINDINGS = 1
    COULD_NOT_RUN = 2
    SOME_FAILED = 3


def show_error(error: PlantrackError) -> None:
    """Print what failed, where, why and what to do, on standard error."""
    console = error_console()
    first, *rest = str(error).split("\n")
    console.print(f"Error: {first}", style="bold red", markup=False, highlight=False)
    for line in rest:
        console.print(line, markup=False, highlight=False)


def output_console() -> Console:
    """Console on standard output."""
    from rich.console import Console

    return Console(soft_wrap=not sys.stdout.isatty())


def error_console() -> Console:
    """Console on standard error."""
    from rich.console import Console

    return Console(stderr=True, soft_wrap=True)
