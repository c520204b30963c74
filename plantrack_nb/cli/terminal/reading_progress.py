"""How far a long document has been read, on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from plantrack_nb.cli.terminal.console import error_console
from plantrack_nb.core.language import say

_LONG = 20  # pages; fewer are read in a few seconds


@contextmanager
def pages_told() -> Iterator[Callable[[int, int], None]]:
    """Give a function to be told how many pages of how many have been read.

    It shows a bar on a terminal, and takes it away at the end; elsewhere nothing is said.
    """
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn(say("กำลังอ่านหน้า", "Reading pages")), BarColumn(), MofNCompleteColumn())
    silent = not sys.stderr.isatty()
    with Progress(*columns, console=error_console(), transient=True, disable=silent) as progress:
        task = progress.add_task("pages", total=None, visible=False)

        def told(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total, visible=total > _LONG)

        yield told
